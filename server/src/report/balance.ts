import { type Equation, equationsOf } from '../format/relations.ts';
import { type Slot, type SlotKey, slotKey } from '../format/shape.ts';
import type { Table, Value } from './model.ts';

/** Why a relation could not be judged. */
export type Unjudged = 'no-number' | 'total-blank' | 'row-missing' | 'row-unclear' | 'cell-unreadable';

/** A relation with the actual figures. */
export interface Balance {
  readonly equation: Equation;
  /** Sums of the two sides; a blank cell counts as 0. */
  readonly left: number;
  readonly right: number;
  readonly state: 'holds' | 'fails' | 'unjudged';
  readonly reason: Unjudged | undefined;
}

/** The number in a value cell; 0 for a blank one, one that does not apply or one that cannot be read. */
export function numberOf(value: Value | undefined): number {
  return value?.amount.kind === 'number' ? value.amount.value : 0;
}

const cache = new WeakMap<Table, readonly Balance[]>();

/** Every relation of a table, judged once. */
export function balancesOf(table: Table): readonly Balance[] {
  let balances = cache.get(table);
  if (balances === undefined) {
    balances = judge(table);
    cache.set(table, balances);
  }
  return balances;
}

function judge(table: Table): Balance[] {
  const unclear = new Set<string>();
  for (const row of table.rows) {
    if (row.alignment.kind === 'tied') for (const slot of row.shape.slots) unclear.add(slot.row);
  }
  const anyNumber = [...table.values.values()].some((value) => value.amount.kind === 'number');
  return equationsOf(table.format).map((equation) => {
    const sum = (side: readonly Slot[]): number =>
      side.reduce((total, slot) => total + numberOf(table.values.get(slotKey(slot))), 0);
    const left = sum(equation.left);
    const right = sum(equation.right);
    const reason = anyNumber ? obstacle(equation, table, unclear) : 'no-number';
    const state = reason !== undefined ? 'unjudged' : left === right ? 'holds' : 'fails';
    return { equation, left, right, state, reason };
  });
}

/** What stands in the way of judging a relation; undefined where nothing does. */
function obstacle(equation: Equation, table: Table, unclear: ReadonlySet<string>): Unjudged | undefined {
  let numbers = 0;
  for (const side of [equation.left, equation.right]) {
    for (const slot of side) {
      const value = table.values.get(slotKey(slot));
      if (value === undefined) return 'row-missing';
      if (unclear.has(slot.row)) return 'row-unclear';
      if (value.amount.kind === 'text') return 'cell-unreadable';
      if (value.amount.kind === 'number') numbers++;
    }
  }
  if (numbers === 0) return 'no-number';
  return table.values.get(slotKey(equation.total))?.amount.kind === 'blank' ? 'total-blank' : undefined;
}

/** What the total of a relation has to be for it to hold, given its other cells. */
export function expectedTotal(balance: Balance, table: Table): number {
  const { equation, left, right } = balance;
  return left - (right - numberOf(table.values.get(slotKey(equation.total))));
}

/** A relation in an official's words with its figures: `“自然人”列：各项办理结果之和91，（七）总计90`. */
export function describe(balance: Balance, table: Table): string {
  const { equation, left, right } = balance;
  const figure = (slot: Slot): number => numberOf(table.values.get(slotKey(slot)));
  if (equation.right.length > 1) {
    const side = (slots: readonly Slot[]): string =>
      slots.map((slot) => `${shortLabel(slot.rowLabel)}${figure(slot)}`).join('＋');
    return `“${equation.where}”列：${side(equation.left)}＝${left}，${side(equation.right)}＝${right}`;
  }
  if (equation.relation.of === 'columns') return `“${equation.where}”列：各项办理结果之和${left}，（七）总计${right}`;
  const parts = table.format.id === 'litigation' ? '四项结果' : '各类申请人';
  return `“${equation.where}”：${parts}之和${left}，总计${right}`;
}

/** A row label as a drafter says it: without numeral and remarks. */
export function shortLabel(label: string): string {
  return label
    .replace(/^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+\.)/, '')
    .replace(/（.*$/, '')
    .replace(/政府信息公开申请数量$/, '');
}

/** The name of a value cell: `“予以公开”行“自然人”列`; in table 4 `“行政复议”的“结果维持”`. */
export function cellName(slot: Slot, table: Table): string {
  if (table.format.id === 'litigation') return `“${slot.rowLabel}”的“${slot.columnLabel}”`;
  return `“${shortLabel(slot.rowLabel)}”行“${slot.columnLabel.replace(/（.*$/, '')}”列`;
}

/** A cell that explains failing relations, and the number that mends them. */
export interface Suspect {
  readonly slot: Slot;
  readonly expected: number;
  readonly broken: readonly Balance[];
}

/** The failing relations of a table: those that one cell explains, and the rest. */
export interface Explanation {
  readonly suspects: readonly Suspect[];
  readonly unexplained: readonly Balance[];
}

interface Member {
  readonly balance: Balance;
  /** What has to be added to the cell for the relation to hold. */
  readonly change: number;
}

/**
 * Finds wrong cells. Failing relations that share cells form a component. A cell explains relations if every judged
 * relation through it fails and one change, to a number not below zero, mends them all. If exactly one cell
 * explains a whole component it is the suspect; else cells that alone explain the relations they are in, two or more,
 * are; whatever is left stays unexplained.
 */
export function explain(table: Table): Explanation {
  const balances = balancesOf(table);
  const failing = balances.filter((balance) => balance.state === 'fails');
  if (failing.length === 0) return { suspects: [], unexplained: [] };
  const members = membersByCell(balances);
  const candidates = [...members.entries()].flatMap(([key, through]) => {
    const change = through[0]?.change ?? 0;
    const value = table.values.get(key);
    if (value === undefined || through.some((member) => member.balance.state !== 'fails' || member.change !== change))
      return [];
    const expected = numberOf(value) + change;
    return expected < 0 ? [] : [{ slot: value.slot, expected, broken: through.map((member) => member.balance) }];
  });
  const suspects: Suspect[] = [];
  for (const component of componentsOf(failing)) {
    const inside = candidates.filter((candidate) => candidate.broken.every((balance) => component.has(balance)));
    const whole = inside.filter((candidate) => candidate.broken.length === component.size);
    if (whole.length === 1) suspects.push(...whole);
    else if (whole.length === 0) suspects.push(...uncontested(inside));
  }
  const explained = new Set(suspects.flatMap((suspect) => suspect.broken));
  return { suspects, unexplained: failing.filter((balance) => !explained.has(balance)) };
}

/** Candidates of several relations none of which any other such candidate explains too. */
function uncontested(candidates: readonly Suspect[]): Suspect[] {
  const strong = candidates.filter((candidate) => candidate.broken.length > 1);
  return strong.filter((candidate) =>
    strong.every(
      (other) => other === candidate || other.broken.every((balance) => !candidate.broken.includes(balance)),
    ),
  );
}

/** For each cell the judged relations through it. */
function membersByCell(balances: readonly Balance[]): Map<SlotKey, Member[]> {
  const members = new Map<SlotKey, Member[]>();
  for (const balance of balances) {
    if (balance.state === 'unjudged') continue;
    const gap = balance.right - balance.left;
    for (const [side, sign] of [
      [balance.equation.left, 1],
      [balance.equation.right, -1],
    ] as const) {
      for (const slot of side) {
        const key = slotKey(slot);
        const list = members.get(key) ?? [];
        members.set(key, list);
        list.push({ balance, change: gap * sign });
      }
    }
  }
  return members;
}

/** Groups relations that share cells. */
function componentsOf(failing: readonly Balance[]): Set<Balance>[] {
  const components: { balances: Set<Balance>; cells: Set<SlotKey> }[] = [];
  for (const balance of failing) {
    const cells = [...balance.equation.left, ...balance.equation.right].map(slotKey);
    const touching = components.filter((component) => cells.some((cell) => component.cells.has(cell)));
    const joined = { balances: new Set([balance]), cells: new Set(cells) };
    for (const component of touching) {
      for (const other of component.balances) joined.balances.add(other);
      for (const cell of component.cells) joined.cells.add(cell);
      components.splice(components.indexOf(component), 1);
    }
    components.push(joined);
  }
  return components.map((component) => component.balances);
}
