import { equationsOf } from '../../format/relations.ts';
import type { Slot } from '../../format/shape.ts';
import { once } from '../../text/memo.ts';
import type { Table } from '../model.ts';
import { type Balance, balancesOf, explain, failingOf, type Member, membersByCell, numberOf } from './balance.ts';

/** A cell with the number that it should hold. */
export interface Change {
  readonly slot: Slot;
  readonly actual: number;
  readonly expected: number;
}

/** A cell and a total that is computed from it, which together fix what fails. */
export type Pair = readonly [cell: Change, total: Change];

/** Failing relations that no single cell explains, with the pairs of cells that do. */
export interface PairedRelations {
  readonly broken: readonly Balance[];
  readonly pairs: readonly [Pair, ...Pair[]];
}

/**
 * The failing relations of a table that no single cell explains, but a cell and its total do: both changed, to numbers not
 * below zero, they hold and no other relation is broken. One mistake is often carried on into the total that was computed
 * from it. Pairs that explain most come first; a relation is explained once. Computed once.
 */
export const pairedRelationsOf: (table: Table) => readonly PairedRelations[] = once((table) => {
  const explained = new Set(explain(table).suspects.flatMap(({ broken }) => broken));
  const open = new Set(failingOf(table).filter((balance) => !explained.has(balance)));
  if (open.size < 2) return [];
  const found = new Map<string, { readonly broken: readonly Balance[]; readonly pairs: Pair[] }>();
  for (const { broken, pair } of pairsIn(open, table)) {
    const key = broken.map(({ equation }) => equation.id).join();
    const same = found.get(key);
    if (same === undefined) found.set(key, { broken, pairs: [pair] });
    else same.pairs.push(pair);
  }
  const groups = [...found.values()].sort((one, other) => other.broken.length - one.broken.length);
  return groups.flatMap(({ broken, pairs: [first, ...others] }) => {
    if (first === undefined || !broken.every((balance) => open.has(balance))) return [];
    for (const balance of broken) open.delete(balance);
    return [{ broken, pairs: [first, ...others] as const }];
  });
});

/** For each cell the totals that are computed from it, those of its row and of its column. */
const totalsOf: (table: Table['format']) => ReadonlyMap<Slot, ReadonlySet<Slot>> = once((format) => {
  const totals = new Map<Slot, Set<Slot>>();
  for (const { left, total, right } of equationsOf(format)) {
    if (right.length > 1) continue;
    for (const slot of left) totals.set(slot, (totals.get(slot) ?? new Set()).add(total));
  }
  return totals;
});

/** The pairs that fix two or more of the open relations. */
function pairsIn(open: ReadonlySet<Balance>, table: Table): { readonly broken: Balance[]; readonly pair: Pair }[] {
  const members = membersByCell(balancesOf(table));
  const totals = totalsOf(table.format);
  const cells = new Set([...open].flatMap(({ equation }) => [...equation.left, ...equation.right]));
  const found: { readonly broken: Balance[]; readonly pair: Pair }[] = [];
  for (const cell of cells) {
    for (const total of totals.get(cell) ?? []) {
      const pair = pairOf(cell, total, members, table);
      if (pair === undefined) continue;
      const through = [...(members[cell.index] ?? []), ...(members[total.index] ?? [])].map(({ balance }) => balance);
      const broken = [...open].filter((balance) => through.includes(balance));
      if (broken.length < 2 || through.some((balance) => balance.state === 'fails' && !open.has(balance))) continue;
      found.push({ broken, pair });
    }
  }
  return found;
}

function pairOf(cell: Slot, total: Slot, members: readonly (readonly Member[])[], table: Table): Pair | undefined {
  const ofCell = members[cell.index] ?? [];
  const ofTotal = members[total.index] ?? [];
  // Each relation asks for a change of the cell, of the total, or of both together.
  const alone = ofCell.find(({ balance }) => memberOf(ofTotal, balance) === undefined);
  const totalAlone = ofTotal.find(({ balance }) => memberOf(ofCell, balance) === undefined);
  const shared = ofCell.find(({ balance }) => memberOf(ofTotal, balance) !== undefined);
  const other = shared === undefined ? undefined : memberOf(ofTotal, shared.balance);
  // In what they share, `sign` says on which side they stand: on opposite sides they change alike.
  const opposite = shared !== undefined && other !== undefined && shared.sign !== other.sign;
  const change = alone?.change ?? rest(shared, totalAlone?.change, opposite);
  const totalChange = totalAlone?.change ?? rest(other, change, opposite);
  if (change === undefined || totalChange === undefined || change === 0 || totalChange === 0) return undefined;
  const fixes = ({ balance, gap }: Member): boolean =>
    (memberOf(ofCell, balance)?.sign ?? 0) * change + (memberOf(ofTotal, balance)?.sign ?? 0) * totalChange === gap;
  if (!ofCell.every(fixes) || !ofTotal.every(fixes)) return undefined;
  const changed = (slot: Slot, by: number): Change => {
    const actual = numberOf(table.values[slot.index]);
    return { slot, actual, expected: actual + by };
  };
  const pair: Pair = [changed(cell, change), changed(total, totalChange)];
  const written = pair.every(({ slot, expected }) => expected >= 0 && table.values[slot.index] !== undefined);
  return written ? pair : undefined;
}

/** A relation as one cell sees it, among those through the cell: a handful. */
function memberOf(members: readonly Member[], sought: Balance): Member | undefined {
  return members.find(({ balance }) => balance === sought);
}

/** What is left to change in a cell for a relation that another cell's change goes into as well. */
function rest(member: Member | undefined, otherChange: number | undefined, opposite: boolean): number | undefined {
  if (member === undefined || otherChange === undefined) return undefined;
  return member.change + (opposite ? otherChange : -otherChange);
}
