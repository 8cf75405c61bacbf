import { equationsOf } from '../format/relations.ts';
import type { Slot } from '../format/shape.ts';
import { type Balance, balancesOf, cellName, describe, expectedTotal, numberOf } from '../report/facts/balance.ts';
import type { State } from '../report/facts/verdict.ts';
import { type Report, type Table, type Value, valueAt } from '../report/model.ts';
import type { Edit } from '../text/span.ts';
import { writeValues } from '../writing/write.ts';

/** A total cell of a table, judged by every sum that it is the total of. */
export interface Total {
  readonly value: Value;
  readonly state: State | 'blank';
  /** What its parts add up to; of several sums that differ each once. */
  readonly sums: readonly number[];
  readonly balances: readonly Balance[];
}

/** Whether a relation is a sum: parts on the left, one total on the right. */
function isSum({ equation }: Balance): boolean {
  return equation.right.length === 1;
}

/** The total cells of a table that were found, in the order of the table. */
export function totalsOf(table: Table): Total[] {
  const bySlot = new Map<Slot, Balance[]>();
  for (const balance of balancesOf(table)) {
    if (isSum(balance)) bySlot.set(balance.equation.total, [...(bySlot.get(balance.equation.total) ?? []), balance]);
  }
  return [...bySlot]
    .sort(([a], [b]) => a.index - b.index)
    .flatMap(([slot, balances]) => {
      const value = valueAt(table, slot);
      if (value === undefined) return [];
      const judged = balances.filter(({ state }) => state !== 'unjudged');
      const sums = [...new Set(judged.map((balance) => expectedTotal(balance, table)))];
      const blank = balances.some(({ reason }) => reason === 'total-blank');
      const state = judged.some((balance) => balance.state === 'fails')
        ? 'fails'
        : judged.length > 0
          ? 'holds'
          : blank
            ? 'blank'
            : 'unjudged';
      const whenBlank = blank ? [...new Set(balances.map((balance) => expectedTotal(balance, table)))] : [];
      return [{ value, state, sums: state === 'blank' ? whenBlank : sums, balances }];
    });
}

/** A short text behind a cell, with what it rests on. */
export interface TotalHint {
  readonly offset: number;
  readonly text: string;
  readonly tooltip: string;
}

/** What stands behind each total in the editor: ✓, or what its parts add up to. Totals that nothing is known of have none. */
export function totalHints(report: Report): TotalHint[] {
  return Object.values(report.tables).flatMap((table) =>
    totalsOf(table).flatMap(({ value, state, sums, balances }) => {
      if (value.cell === undefined || state === 'unjudged') return [];
      const text = state === 'holds' ? '✓' : `合计${sums.join('、')}`;
      const tooltip = balances.map((balance) => describe(balance, table)).join('\n');
      return [{ offset: value.cell.text === '' ? value.cell.span.start : value.cell.span.end, text, tooltip }];
    }),
  );
}

/** A line about a whole table: the printed relation with its figures, or how many sums hold. */
export function balanceLine(table: Table): string {
  const balances = balancesOf(table);
  const failing = balances.filter(({ state }) => state === 'fails').length;
  const unjudged = balances.filter(({ state }) => state === 'unjudged').length;
  const identity = balances.find(({ equation }) => equation.right.length > 1 && equation.total.column === 'total');
  const counts = [
    ...(failing > 0 ? [`${failing}项不平衡`] : []),
    ...(unjudged > 0 && unjudged < balances.length ? [`${unjudged}项无法核对`] : []),
  ].join('，');
  if (balances.length === 0) return '';
  if (unjudged === balances.length) return '尚未填写';
  const rest = counts === '' ? `${balances.length}项勾稽关系全部平衡 ✓` : counts;
  if (identity === undefined || identity.state === 'unjudged') return rest;
  const [first, second] = identity.equation.left.map((slot) => numberOf(valueAt(table, slot)));
  const [third, fourth] = identity.equation.right.map((slot) => numberOf(valueAt(table, slot)));
  const sign = identity.state === 'holds' ? '＝' : '≠';
  return `第一项${first}＋第二项${second}${sign}第三项${third}＋第四项${fourth}${identity.state === 'holds' ? ' ✓' : ' ✗'}　${rest}`;
}

/** A total that changes when totals are recomputed. */
export interface Recomputed {
  readonly name: string;
  /** Undefined where it was blank. */
  readonly from: number | undefined;
  readonly to: number;
}

/** The edits that write every total of a table anew from its parts, and which totals they change. */
export function recomputeTotals(
  table: Table,
  report: Report,
): { readonly edits: readonly Edit[]; readonly changes: readonly Recomputed[] } {
  const numbers = new Map<Slot, number>();
  const known = (slot: Slot): number => numbers.get(slot) ?? numberOf(valueAt(table, slot));
  const isReadable = (slot: Slot): boolean => {
    const kind = valueAt(table, slot)?.amount.kind;
    return kind !== undefined && kind !== 'text' && kind !== 'open';
  };
  const sums = equationsOf(table.format).filter(({ right }) => right.length === 1);
  // Twice: the total of the totals' row needs the other totals first.
  for (let round = 0; round < 2; round++) {
    for (const { left, total } of sums) {
      const filled = left.some((slot) => numbers.has(slot) || valueAt(table, slot)?.amount.kind === 'number');
      if (filled && left.every(isReadable) && valueAt(table, total) !== undefined) {
        numbers.set(
          total,
          left.reduce((sum, slot) => sum + known(slot), 0),
        );
      }
    }
  }
  const changed = new Map<Value, number>();
  for (const [slot, to] of numbers) {
    const value = valueAt(table, slot);
    const same = value?.amount.kind === 'number' && value.amount.value === to;
    if (value !== undefined && !same) changed.set(value, to);
  }
  const changes = [...changed].map(([value, to]) => ({
    name: cellName(value.slot, table),
    from: value.amount.kind === 'number' ? value.amount.value : undefined,
    to,
  }));
  const texts = new Map([...changed].map(([value, to]) => [value, String(to)]));
  return { edits: writeValues(table, report, texts).edits, changes };
}
