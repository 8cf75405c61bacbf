import { type Equation, equationsOf } from '../../format/relations.ts';
import type { Slot } from '../../format/shape.ts';
import { memo, once } from '../../text/memo.ts';
import { type Table, type Value, valueAt } from '../model.ts';
import type { Reason, State } from './verdict.ts';

/** A relation with the actual figures. */
export interface Balance {
  readonly equation: Equation;
  /** Sums of the two sides; a blank cell counts as 0. */
  readonly left: number;
  readonly right: number;
  readonly state: State;
  readonly reason: Reason | undefined;
}

/** The number in a value cell; 0 for a blank one, one that does not apply or one that cannot be read. */
export function numberOf(value: Value | undefined): number {
  return value?.amount.kind === 'number' ? value.amount.value : 0;
}

/** Every relation of a table, judged once. */
export const balancesOf: (table: Table) => readonly Balance[] = once(judge);

function judge(table: Table): Balance[] {
  const { values } = table;
  const numbers = new Float64Array(values.length);
  for (const value of values) if (value?.amount.kind === 'number') numbers[value.slot.index] = value.amount.value;
  const sum = (side: readonly Slot[]): number => {
    let total = 0;
    for (const { index } of side) total += numbers[index] ?? 0;
    return total;
  };
  return equationsOf(table.format).map((equation) => {
    const left = sum(equation.left);
    const right = sum(equation.right);
    const reason = obstacle(equation, table);
    const state = reason !== undefined ? 'unjudged' : left === right ? 'holds' : 'fails';
    return { equation, left, right, state, reason };
  });
}

/** The relations of a table that fail, for whatever reason. */
export const allFailingOf: (table: Table) => readonly Balance[] = once((table) =>
  balancesOf(table).filter(({ state }) => state === 'fails'),
);

/** What stands in the way of judging a relation; undefined where nothing does. */
function obstacle(equation: Equation, table: Table): Reason | undefined {
  let numbers = 0;
  for (const side of [equation.left, equation.right]) {
    for (const slot of side) {
      const value = table.values[slot.index];
      if (value === undefined) return 'row-missing';
      if (value.amount.kind === 'open') return 'row-unclear';
      if (value.amount.kind === 'text') return 'cell-unreadable';
      if (value.amount.kind === 'number') numbers++;
    }
  }
  if (numbers === 0) return 'no-number';
  return table.values[equation.total.index]?.amount.kind === 'blank' ? 'total-blank' : undefined;
}

/** What the total of a relation has to be for it to hold, given its other cells. */
export function expectedTotal(balance: Balance, table: Table): number {
  const { equation, left, right } = balance;
  return left - (right - numberOf(valueAt(table, equation.total)));
}

/** The line of a relation: `“自然人”列`, `“部分公开”行`; in table 4 `“行政复议”`. */
export function whereOf({ equation }: Balance, { format }: Table): string {
  if (equation.relation.of === 'columns') return `“${equation.where}”列`;
  return format.id === 'litigation' ? `“${equation.where}”` : `“${shortLabel(equation.where)}”行`;
}

/** A relation in an official's words with its figures: `“自然人”列：各项办理结果之和91，（七）总计90`, `“部分公开”行：各类申请人之和9，总计8`. */
export function describe(balance: Balance, table: Table): string {
  const { equation, left, right } = balance;
  const { of, says } = equation.relation;
  const group = table.format.id === 'litigation';
  const where =
    of === 'columns' ? `“${equation.where}”列` : group ? `“${equation.where}”` : `“${shortLabel(equation.where)}”行`;
  if (typeof says !== 'string') return `${where}：${says.parts}之和${left}，${says.total}${right}`;
  const side = (slots: readonly Slot[]): string =>
    slots.map((slot) => `${shortLabel(slot.rowLabel)}${numberOf(valueAt(table, slot))}`).join('＋');
  return `${where}：${side(equation.left)}＝${left}，${side(equation.right)}＝${right}`;
}

/** A row label as a drafter says it: without numeral and remarks. */
export const shortLabel = memo((label: string): string =>
  label
    .replace(/^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+\.)/, '')
    .replace(/（.*$/, '')
    .replace(/政府信息公开申请数量$/, ''),
);

/** The name of a value cell: `“予以公开”行“自然人”列`; in table 4 `“行政复议”的“结果维持”`. */
export function cellName(slot: Slot, table: Table): string {
  if (table.format.id === 'litigation') return `“${slot.rowLabel}”的“${slot.columnLabel}”`;
  return `“${shortLabel(slot.rowLabel)}”行“${slot.columnLabel.replace(/（.*$/, '')}”列`;
}

/** A blank total over parts that hold numbers. */
export interface BlankTotal {
  readonly value: Value;
  /** What its parts add up to. */
  readonly expected: number;
  /** The relations that it is the total of, and those that fail only because it is blank. */
  readonly balances: readonly Balance[];
}

/** The blank totals of a table, each once. */
export const blankTotalsOf: (table: Table) => readonly BlankTotal[] = once(findBlankTotals);

function findBlankTotals(table: Table): BlankTotal[] {
  const balances = balancesOf(table);
  const byCell = new Map<Value, Balance[]>();
  // A sum of parts tells a total better than the identity, which has two sides.
  const own = balances.filter((balance) => balance.reason === 'total-blank');
  if (own.length === 0) return [];
  for (const balance of own.sort((a, b) => a.equation.right.length - b.equation.right.length)) {
    const value = valueAt(table, balance.equation.total);
    if (value !== undefined) byCell.set(value, [...(byCell.get(value) ?? []), balance]);
  }
  const expected = new Map(
    [...byCell].map(([value, [first]]) => [value, first === undefined ? 0 : expectedTotal(first, table)]),
  );
  for (const balance of allFailingOf(table)) {
    const worth = (slots: readonly Slot[]): number =>
      slots.reduce((sum, slot) => sum + (expected.get(table.values[slot.index] as Value) ?? 0), 0);
    const { left, right } = balance.equation;
    if (balance.left + worth(left) !== balance.right + worth(right)) continue;
    for (const slot of [...left, ...right]) byCell.get(table.values[slot.index] as Value)?.push(balance);
  }
  return [...byCell].map(([value, list]) => ({ value, expected: expected.get(value) ?? 0, balances: list }));
}

/** A cell that explains failing relations, and the number that fixes them. */
export interface SuspectValue {
  readonly slot: Slot;
  readonly expected: number;
  readonly broken: readonly Balance[];
}

/** The failing relations of a table: those that one cell explains, and the rest. */
export interface Explanation {
  readonly suspects: readonly SuspectValue[];
  readonly unexplained: readonly Balance[];
}

/** A relation as one of its cells sees it. */
export interface Member {
  readonly balance: Balance;
  /** What has to be added to the cell for the relation to hold. */
  readonly change: number;
  /** 1 where the cell stands on the left, −1 on the right. */
  readonly sign: 1 | -1;
  /** What the left side lacks. */
  readonly gap: number;
}

/** The relations of a table that fail, and not only because a total is blank. */
export function failingOf(table: Table): readonly Balance[] {
  const excused = new Set(blankTotalsOf(table).flatMap((total) => total.balances));
  return balancesOf(table).filter((balance) => balance.state === 'fails' && !excused.has(balance));
}

/**
 * Finds wrong cells. Failing relations that share cells form a component. A cell explains relations if every judged
 * relation through it fails and one change, to a number not below zero, fixes them all. If exactly one cell
 * explains a whole component it is the suspect; else cells that alone explain the relations they are in, two or more,
 * are; whatever is left stays unexplained.
 */
export const explain: (table: Table) => Explanation = once((table) => {
  const balances = balancesOf(table);
  const failing = failingOf(table);
  if (failing.length === 0) return { suspects: [], unexplained: [] };
  const candidates = membersByCell(balances).flatMap((through, index) => {
    const change = through[0]?.change ?? 0;
    const value = table.values[index];
    const all = through.every((member) => member.balance.state === 'fails' && member.change === change);
    const expected = numberOf(value) + change;
    if (value === undefined || !all || expected < 0) return [];
    return [{ slot: value.slot, expected, broken: through.map((member) => member.balance) }];
  });
  const suspects: SuspectValue[] = [];
  for (const component of componentsOf(failing)) {
    const inside = candidates.filter((candidate) => candidate.broken.every((balance) => component.has(balance)));
    const whole = inside.filter((candidate) => candidate.broken.length === component.size);
    if (whole.length === 1) suspects.push(...whole);
    else if (whole.length === 0) suspects.push(...uncontested(inside));
  }
  const explained = new Set(suspects.flatMap((suspect) => suspect.broken));
  return { suspects, unexplained: failing.filter((balance) => !explained.has(balance)) };
});

/** Candidates of several relations none of which any other such candidate explains too. */
function uncontested(candidates: readonly SuspectValue[]): SuspectValue[] {
  const strong = candidates.filter((candidate) => candidate.broken.length > 1);
  return strong.filter((candidate) =>
    strong.every(
      (other) => other === candidate || other.broken.every((balance) => !candidate.broken.includes(balance)),
    ),
  );
}

/** Whether a relation says something of its cells: it is judged, or nothing in it speaks against a blank total's 0. */
function speaksForItsCells({ state, reason, left, right }: Balance): boolean {
  return state !== 'unjudged' || ((reason === 'total-blank' || reason === 'no-number') && left === right);
}

/** For each cell, by slot index, the relations through it that say something of it. */
export function membersByCell(balances: readonly Balance[]): Member[][] {
  const members: Member[][] = [];
  for (const balance of balances) {
    if (!speaksForItsCells(balance)) continue;
    const gap = balance.right - balance.left;
    for (const [side, sign] of [
      [balance.equation.left, 1],
      [balance.equation.right, -1],
    ] as const) {
      for (const { index } of side) {
        const list = members[index] ?? [];
        members[index] = list;
        list.push({ balance, change: gap * sign, sign, gap });
      }
    }
  }
  return members;
}

/** Groups relations that share cells, in the order of their first relations: a union–find over the cells. */
function componentsOf(failing: readonly Balance[]): Set<Balance>[] {
  /** For each relation one that stands for its group: itself, or one before it. */
  const leaders = failing.map((_, i) => i);
  const leaderOf = (at: number): number => {
    let leader = at;
    while (leaders[leader] !== leader) leader = leaders[leader] ?? leader;
    return leader;
  };
  const firstOf: number[] = [];
  failing.forEach(({ equation }, i) => {
    for (const side of [equation.left, equation.right]) {
      for (const { index } of side) {
        const first = firstOf[index];
        if (first === undefined) firstOf[index] = i;
        else {
          const [ours, theirs] = [leaderOf(i), leaderOf(first)];
          leaders[Math.max(ours, theirs)] = Math.min(ours, theirs);
        }
      }
    }
  });
  const components = new Map<number, Set<Balance>>();
  failing.forEach((balance, i) => {
    const leader = leaderOf(i);
    const component = components.get(leader);
    if (component === undefined) components.set(leader, new Set([balance]));
    else component.add(balance);
  });
  return [...components.values()];
}
