import { type Equation, equationsOf } from '../../format/relations.ts';
import type { TableFormat } from '../../format/schema.ts';
import type { Slot } from '../../format/shape.ts';

/*
 * Which of several readings of rows the relations between them allow: a search with bounds, exact sums only. Pure.
 */

/** A row with the numbers that it may have; several where more than one reading is as good. */
export interface Candidates {
  readonly slots: readonly Slot[];
  /** For each reading a number for each slot; undefined where it has none. */
  readonly ways: readonly (readonly (number | undefined)[])[];
}

/** An equation over candidate rows: signed terms, and what the rows that are known add. */
interface Constraint {
  readonly terms: readonly { readonly row: number; readonly column: number; readonly sign: number }[];
  readonly base: number;
}

/** More steps than that are no help: then no reading is ruled out. */
const MOST_STEPS = 200_000;

/**
 * For each row the indexes of the readings with which every relation between rows that can be judged holds. All of
 * them where there is no such choice: a table that is wrong itself rules nothing out.
 * @param known the number in a slot of another row; undefined where it is not known
 */
export function waysThatHold(
  format: TableFormat,
  rows: readonly Candidates[],
  known: (slot: Slot) => number | undefined,
): readonly (readonly number[])[] {
  const all = rows.map(({ ways }) => ways.map((_, way) => way));
  const open = rows.flatMap(({ ways }, row) => (ways.length > 1 ? [row] : []));
  const constraints = equationsOf(format).flatMap((equation) => constraintOf(equation, rows, known) ?? []);
  const own = constraints.filter(({ terms }) => terms.some(({ row }) => open.includes(row)));
  if (open.length === 0 || own.length === 0) return all;
  const found = search(rows, open, own);
  if (found === 'too many') return all.map((ways, row) => waysAlone(row, ways, rows, own));
  return found === undefined ? all : all.map((ways, row) => (found.has(row) ? [...(found.get(row) ?? [])] : ways));
}

/** The readings with which the relations hold that are inside a row; all of them where none is. */
function waysAlone(
  row: number,
  ways: readonly number[],
  rows: readonly Candidates[],
  constraints: readonly Constraint[],
): readonly number[] {
  const inside = constraints.filter(({ terms }) => terms.every((term) => term.row === row));
  const numbers = rows[row]?.ways ?? [];
  const holding = ways.filter((way) =>
    inside.every(
      ({ terms, base }) =>
        terms.reduce((sum, { column, sign }) => sum + sign * (numbers[way]?.[column] ?? 0), base) === 0,
    ),
  );
  return holding.length > 0 ? holding : ways;
}

/** An equation over several rows, one of them open; undefined where a cell of it is not known. */
function constraintOf(
  { left, right }: Equation,
  rows: readonly Candidates[],
  known: (slot: Slot) => number | undefined,
): Constraint | undefined {
  const terms: Constraint['terms'][number][] = [];
  let base = 0;
  for (const [side, sign] of [
    [left, 1],
    [right, -1],
  ] as const) {
    for (const slot of side) {
      const row = rows.findIndex(({ slots }) => slots.includes(slot));
      const number = row < 0 ? known(slot) : 0;
      if (number === undefined) return undefined;
      base += sign * number;
      if (row >= 0) terms.push({ row, column: rows[row]?.slots.indexOf(slot) ?? 0, sign });
    }
  }
  return terms.length > 0 ? { terms, base } : undefined;
}

/** The least and the most that a row's readings have in each column. */
interface Bounds {
  readonly least: readonly number[];
  readonly most: readonly number[];
}

function boundsOf({ slots, ways }: Candidates): Bounds {
  const column = (at: number): number[] => ways.map((numbers) => numbers[at] ?? 0);
  return {
    least: slots.map((_, at) => column(at).reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)),
    most: slots.map((_, at) => column(at).reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)),
  };
}

/** The readings of open rows that some choice has with which all constraints hold; undefined where there is no such. */
function search(
  rows: readonly Candidates[],
  open: readonly number[],
  constraints: readonly Constraint[],
): ReadonlyMap<number, ReadonlySet<number>> | 'too many' | undefined {
  const bounds = rows.map(boundsOf);
  const chosen: number[] = rows.map(({ ways }) => (ways.length === 1 ? 0 : -1));
  const found = new Map<number, Set<number>>(open.map((row) => [row, new Set()]));
  let steps = 0;
  let any = false;
  /** Whether a constraint can still hold: 0 lies between the least and the most that its rows may come to. */
  const mayHold = ({ terms, base }: Constraint): boolean => {
    let least = base;
    let most = base;
    for (const { row, column, sign } of terms) {
      const number = rows[row]?.ways[chosen[row] ?? -1]?.[column] ?? 0;
      const isOpen = chosen[row] === -1;
      const [low, high] = isOpen ? [bounds[row]?.least[column] ?? 0, bounds[row]?.most[column] ?? 0] : [number, number];
      least += sign > 0 ? low : -high;
      most += sign > 0 ? high : -low;
    }
    return least <= 0 && most >= 0;
  };
  const extend = (at: number): boolean => {
    const row = open[at];
    if (row === undefined) {
      any = true;
      for (const each of open) found.get(each)?.add(chosen[each] ?? 0);
      return true;
    }
    const through = constraints.filter(({ terms }) => terms.some((term) => term.row === row));
    for (let way = 0; way < (rows[row]?.ways.length ?? 0); way++) {
      if (++steps > MOST_STEPS) return false;
      chosen[row] = way;
      if (through.every(mayHold) && !extend(at + 1)) return false;
    }
    chosen[row] = -1;
    return true;
  };
  if (!extend(0)) return 'too many';
  return any ? found : undefined;
}
