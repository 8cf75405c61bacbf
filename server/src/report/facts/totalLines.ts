import type { Slot } from '../../format/shape.ts';
import { once } from '../../text/memo.ts';
import { type Table, type Value, valueAt } from '../model.ts';
import { type Balance, balancesOf, blankTotalsOf, expectedTotal, numberOf, shortLabel } from './balance.ts';

/** A total of a line with what its parts add up to. */
export interface LineTotal {
  readonly value: Value;
  readonly expected: number;
}

/** A column or row of totals that nobody filled in, or only in part: one thing was forgotten, not one for each of its cells. */
export interface LineOfTotals {
  /** As an official names it: `“总计”列` (column total), `“总计”行` (row total). */
  readonly name: string;
  /** Cells of it are blank, or all are 0. */
  readonly left: 'blank' | 'zero';
  /** Whether all of its cells are to be written. */
  readonly whole: boolean;
  /** The cells to be written, in the order of the table: blank ones whose parts are 0 as well. */
  readonly totals: readonly LineTotal[];
  /** The relations that hold once they are written. */
  readonly balances: readonly Balance[];
}

/** Totals of one line from which on it is the line that was left out. */
const LEAST = 3;
/** The same where all of the line's totals are 0, others of them rightly: two in one line are no slips. */
const LEAST_ZERO = 2;

/** The columns and rows of totals of a table that were left blank, from three cells on, or all 0 though their parts are not. */
export const linesLeftOut: (table: Table) => readonly LineOfTotals[] = once((table) => {
  if (blankTotalsOf(table).length < LEAST && totalsOfZero(table) < LEAST_ZERO) return [];
  const taken = new Set<Value>();
  return linesOf(table).flatMap(({ name, values }) => {
    const open = values.filter((value) => !taken.has(value));
    const line = leftBlank(name, open, table) ?? leftZero(name, open, table);
    for (const { value } of line?.totals ?? []) taken.add(value);
    return line ?? [];
  });
});

/** How many relations fail whose total is 0. */
function totalsOfZero(table: Table): number {
  return balancesOf(table).filter(
    ({ state, equation }) => state === 'fails' && numberOf(valueAt(table, equation.total)) === 0,
  ).length;
}

/** The lines that hold nothing but totals: columns before rows. */
function linesOf(table: Table): { readonly name: string; readonly values: readonly Value[] }[] {
  const totals = balancesOf(table).flatMap(({ equation: { right, total } }) => (right.length === 1 ? [total] : []));
  const columns = new Map<string, Slot>();
  const rows = new Map<string, Slot>();
  for (const slot of totals) {
    columns.set(slot.column, slot);
    rows.set(slot.row, slot);
  }
  const known = new Set(totals.map(({ index }) => index));
  const values = table.values.filter((value) => value !== undefined);
  const byColumn = groupsOf(values, ({ slot }) => slot.column);
  const byRow = groupsOf(values, ({ slot }) => slot.row);
  const line = (name: string, values: readonly Value[] = []) => {
    return values.length >= LEAST && values.every(({ slot }) => known.has(slot.index)) ? [{ name, values }] : [];
  };
  return [
    ...[...columns].flatMap(([id, slot]) => line(`“${slot.columnLabel}”列`, byColumn.get(id))),
    ...[...rows].flatMap(([id, slot]) => line(`“${shortLabel(slot.rowLabel)}”行`, byRow.get(id))),
  ];
}

function groupsOf(values: readonly Value[], keyOf: (value: Value) => string): ReadonlyMap<string, readonly Value[]> {
  const groups = new Map<string, Value[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group === undefined) groups.set(keyOf(value), [value]);
    else group.push(value);
  }
  return groups;
}

function leftBlank(name: string, values: readonly Value[], table: Table): LineOfTotals | undefined {
  const blank = blankTotalsOf(table).filter(({ value }) => values.includes(value));
  if (blank.length < LEAST) return undefined;
  const expected = new Map(blank.map((total) => [total.value, total.expected]));
  const totals = values.flatMap((value) =>
    value.amount.kind === 'blank' ? [{ value, expected: expected.get(value) ?? 0 }] : [],
  );
  const balances = [...new Set(blank.flatMap((total) => total.balances))];
  return { name, left: 'blank', whole: totals.length === values.length, totals, balances };
}

function leftZero(name: string, values: readonly Value[], table: Table): LineOfTotals | undefined {
  if (!values.every((value) => value.amount.kind === 'number' && value.amount.value === 0)) return undefined;
  const failing = balancesOf(table).filter(({ state }) => state === 'fails');
  const expected = new Map<Slot, number>();
  for (const balance of failing) {
    const { right, total } = balance.equation;
    const value = valueAt(table, total);
    if (right.length > 1 || value === undefined || !values.includes(value)) continue;
    expected.set(total, expectedTotal(balance, table));
  }
  if (expected.size < LEAST_ZERO || [...expected.values()].some((number) => number < 0)) return undefined;
  const worth = (slots: readonly Slot[]): number => slots.reduce((sum, slot) => sum + (expected.get(slot) ?? 0), 0);
  const balances = failing.filter(
    ({ equation, left, right }) => left + worth(equation.left) === right + worth(equation.right),
  );
  const totals = values.flatMap((value) => {
    const number = expected.get(value.slot);
    return number === undefined ? [] : [{ value, expected: number }];
  });
  return { name, left: 'zero', whole: totals.length === values.length, totals, balances };
}

/** Rows of table 3 whose total is filled while all of its parts are 0: nobody entered the parts. */
export interface RowsOfZeros {
  /** The totals, in the order of the table. */
  readonly totals: readonly Value[];
  readonly balances: readonly Balance[];
}

/** The rows of a table with a filled total beside nothing but zeros, from two on; a lone one may be a wrong total. */
export const rowsOfZeros: (table: Table) => RowsOfZeros | undefined = once((table) => {
  const balances = balancesOf(table).filter(
    ({ state, equation, left, right }) =>
      state === 'fails' &&
      equation.relation.of === 'rows' &&
      equation.left.length > 1 &&
      left === 0 &&
      right > 0 &&
      equation.left.every((slot) => valueAt(table, slot)?.amount.kind === 'number'),
  );
  const totals = balances.flatMap(({ equation }) => valueAt(table, equation.total) ?? []);
  return balances.length < LEAST_ZERO ? undefined : { totals, balances };
});
