import { type Equation, equationsByRow } from '../../format/relations.ts';
import type { TableFormat } from '../../format/schema.ts';
import type { Slot } from '../../format/shape.ts';
import { readAmount } from '../../text/amount.ts';
import type { Alignment, Cell, Value } from '../model.ts';
import { type Columnation, isClear, nearestColumn } from './geometry.ts';

/** A row's cells and the columns that they have to be laid on. */
export interface Unaligned {
  readonly slots: readonly Slot[];
  readonly cells: readonly Cell[];
  /** Where the columns are on the page, where the layout is made of spaces. */
  readonly columnation: Columnation | undefined;
  /** The row has another number of cells than its table's grid: never taken silently. */
  readonly ragged: boolean;
  /** Blank cells that a label shorter than others may leave before its values. */
  readonly labelGap: number;
  /** Column of the first cell in the grid, where the neighbours tell it. */
  readonly offset: number | undefined;
  /** The cells stand in several lines: neither their places there nor the blank ones between them say anything. */
  readonly joined: boolean;
}

/** A row laid on its columns. */
export interface Aligned {
  readonly values: readonly Value[];
  readonly alignment: Alignment;
}

/** What several readings of a row agree on; the rest is open. */
export function shared(
  slots: readonly Slot[],
  ways: readonly (readonly Value[])[],
  same: (one: Value, other: Value) => boolean,
): Value[] {
  return slots.map((slot, column) => {
    const values = ways.map((way) => way[column]);
    const [first] = values;
    const agreed = first !== undefined && values.every((value) => value !== undefined && same(value, first));
    return agreed ? first : { slot, amount: { kind: 'open' }, read: 'open', cell: undefined };
  });
}

/** Whether two values say the same; a blank cell and a 0 do not. */
export function isSame({ amount, cell }: Value, other: Value): boolean {
  if (amount.kind === 'text') return cell === other.cell;
  return amount.kind === other.amount.kind && numberIn(amount) === numberIn(other.amount);
}

/** Whether two values come to the same: a blank cell and a 0 do. */
function isSameNumber({ amount, cell }: Value, other: Value): boolean {
  if (amount.kind === 'text' || other.amount.kind === 'text') return cell === other.cell;
  return numberIn(amount) === numberIn(other.amount);
}

function numberIn(amount: Value['amount']): number {
  return amount.kind === 'number' ? amount.value : 0;
}

/** One way to lay a row: for each column the index of its cell, or -1. */
interface Placement {
  readonly at: readonly number[];
  /** How far it departs from the cells as they stand; 0 for blank cells taken off the edges only. */
  readonly cost: number;
}

/** Ways to lay a row that are tried: all of table 4's. The cells as they stand come first. */
const MOST_PLACEMENTS = 6500;
/** Columns up to which a plain reading is held against every other one. */
const FEW_COLUMNS = 8;

/** A row with exactly its columns' number of cells, or without any content; undefined for one that needs thought. */
export function alignPlainly(row: Unaligned): Aligned | undefined {
  const width = row.slots.length;
  const filled = row.cells.filter((cell) => cell.text !== '');
  // The grid says that the first cell is none of the columns'.
  const shifted = row.offset !== undefined && row.offset < 0 && row.cells[0]?.text === '';
  if (row.cells.length === width && !row.ragged && !shifted)
    return { values: lay(row, range(width)), alignment: { kind: 'exact' } };
  if (row.joined && filled.length === width) {
    const at = row.cells.flatMap((cell, index) => (cell.text === '' ? [] : [index]));
    return { values: lay(row, at), alignment: { kind: 'exact' } };
  }
  if (filled.length === 0) {
    const first = Math.max(
      0,
      Math.min(row.offset === undefined ? row.cells.length - width : -row.offset, row.cells.length - width),
    );
    return {
      values: lay(row, range(width, first)),
      alignment: { kind: 'exact' },
    };
  }
  return undefined;
}

function range(length: number, first = 0): number[] {
  const numbers: number[] = [];
  for (let i = 0; i < length; i++) numbers.push(first + i);
  return numbers;
}

function lay(row: Unaligned, at: readonly number[]): Value[] {
  return row.slots.map((slot, column) => {
    const cell = row.cells[at[column] ?? -1];
    return { slot, amount: cell === undefined ? { kind: 'blank' } : readAmount(cell.text), read: 'exact', cell };
  });
}

/** Blank cells taken off the edges until the width is right: one placement for each way to do it. */
function trims(row: Unaligned): Placement[] {
  const width = row.slots.length;
  const extra = row.cells.length - width;
  const expected = row.offset === undefined ? Math.min(extra, row.labelGap) : -row.offset;
  const found: Placement[] = [];
  const first = row.cells.findIndex(({ text }) => text !== '');
  const last = row.cells.findLastIndex(({ text }) => text !== '');
  const tryLead = (lead: number): void => {
    if (first >= 0 && (first < lead || last >= lead + width)) return;
    // Without a grid to go by, a number is likelier in the total than before it.
    const totalBlank = row.offset === undefined && row.cells[lead + width - 1]?.text === '' && first >= 0;
    found.push({ at: range(width, lead), cost: Math.abs(lead - expected) / 4 + (totalBlank ? 1 : 0) });
  };
  for (let lead = 0; lead <= extra; lead++) tryLead(lead);
  // Where the grid tells the first column, blank cells cut at the end leave the others in their places.
  if (row.offset !== undefined && expected > Math.max(extra, -1) && row.cells.length > expected) tryLead(expected);
  return found;
}

/**
 * Every way to lay the filled cells on the columns: the injections that keep their order. Blank cells follow their
 * neighbours.
 */
function placements(row: Unaligned): Placement[] {
  const width = row.slots.length;
  const filled = row.cells.flatMap((cell, index) => (cell.text === '' ? [] : [index]));
  if (filled.length > width) return dropOne(row, filled);
  const found: Placement[] = [];
  const offset = row.offset ?? (row.cells.length > width ? width - row.cells.length : 0);
  const extend = (columns: number[], from: number): void => {
    if (found.length >= MOST_PLACEMENTS) return;
    if (columns.length === filled.length) {
      found.push({ at: withBlanks(row, filled, columns), cost: costOf(row, filled, columns, offset) });
      return;
    }
    const left = filled.length - columns.length;
    for (let column = from; column <= width - left; column++) extend([...columns, column], column + 1);
  };
  // The cells as they stand come first: of a wide row not every way is tried.
  const asTheyStand = filled.map((cell) => cell + offset);
  if (asTheyStand.every((column) => column >= 0 && column < width)) {
    found.push({ at: withBlanks(row, filled, asTheyStand), cost: costOf(row, filled, asTheyStand, offset) });
  }
  extend([], 0);
  return found;
}

/** More numbers than columns: each one but a surplus, in order. */
function dropOne(row: Unaligned, filled: readonly number[]): Placement[] {
  const width = row.slots.length;
  if (filled.length !== width + 1) return [{ at: filled.slice(0, width), cost: filled.length - width }];
  return filled.map((_, dropped) => ({ at: filled.filter((__, i) => i !== dropped), cost: 1 }));
}

/** Gives the columns between two filled ones the blank cells that stand between them. */
function withBlanks(row: Unaligned, filled: readonly number[], columns: readonly number[]): number[] {
  const at = new Array<number>(row.slots.length).fill(-1);
  const bounds = [...filled, row.cells.length];
  columns.forEach((column, i) => {
    const cell = filled[i] ?? -1;
    at[column] = cell;
    const gap = Math.min((columns[i + 1] ?? row.slots.length) - column, (bounds[i + 1] ?? 0) - cell);
    for (let step = 1; step < gap; step++) at[column + step] = cell + step;
  });
  const first = columns[0] ?? 0;
  const firstCell = filled[0] ?? 0;
  for (let step = 1; step <= Math.min(first, firstCell); step++) at[first - step] = firstCell - step;
  return at;
}

/**
 * How far a placement departs from what is seen. Where blank cells leave no trace, gaps say nothing; nor do places on
 * the page, once they did not tell the columns.
 */
function costOf(row: Unaligned, filled: readonly number[], columns: readonly number[], offset: number): number {
  return row.joined || row.cells[0]?.extent !== undefined ? 0 : departure(filled, columns, offset);
}

/** A start that moved weighs a little more than a gap that changed: the first column is the one mostly filled. */
const START_WEIGHT = 1.25;

/** A shifted start and gaps that had to change weigh, cells cut at the end do not. */
function departure(filled: readonly number[], columns: readonly number[], offset: number): number {
  let cost = START_WEIGHT * Math.abs((columns[0] ?? 0) - ((filled[0] ?? 0) + offset));
  for (let i = 1; i < columns.length; i++) {
    cost += Math.abs((columns[i] ?? 0) - (columns[i - 1] ?? 0) - ((filled[i] ?? 0) - (filled[i - 1] ?? 0)));
  }
  return cost;
}

/** The placement that the places on the page tell; undefined where two cells fall on one column. */
function byColumns(row: Unaligned): Placement | undefined {
  const columnation = keptColumns(row);
  if (columnation === undefined || columnation.centers.length !== row.slots.length) return undefined;
  const { centers, metric } = columnation;
  const at = new Array<number>(row.slots.length).fill(-1);
  for (const [index, cell] of row.cells.entries()) {
    const middle = cell.extent?.[metric];
    if (cell.text === '' || middle === undefined) continue;
    const nearest = nearestColumn(middle, centers);
    if (at[nearest] !== -1) return undefined;
    at[nearest] = index;
  }
  const used = at.filter((index) => index >= 0);
  return used.every((index, i) => i === 0 || index > (used[i - 1] ?? 0)) ? { at, cost: 0 } : undefined;
}

/** The columns on the page, if each cell of the row tells clearly in which it stands. */
function keptColumns({ columnation, cells }: Unaligned): Columnation | undefined {
  if (columnation?.kept !== true) return undefined;
  const { centers, metric, clear } = columnation;
  return cells.every(({ extent }) => extent === undefined || isClear(extent[metric], centers, clear))
    ? columnation
    : undefined;
}

/** The placements that need no relation to be believed: by place on the page, or blank cells taken off the edges. */
function plainPlacements(row: Unaligned): Placement[] {
  if (row.joined) return [];
  const spatial = byColumns(row);
  if (spatial !== undefined) return [spatial];
  return row.ragged ? [] : trims(row);
}

/**
 * The cells that a row may have, one for each column, where neither places nor gaps tell and only the relations of all
 * such rows together can choose; undefined for any other row.
 */
export function blindWays(row: Unaligned): readonly (readonly Cell[])[] | undefined {
  const onPage = row.cells[0]?.extent !== undefined;
  const filled = row.cells.filter(({ text }) => text !== '');
  if ((!row.joined && !onPage) || filled.length > row.slots.length || plainPlacements(row).length > 0) return undefined;
  const end = filled.at(-1)?.span.end ?? 0;
  const blank: Cell = { text: '', span: { start: end, end } };
  return placements({ ...row, cells: filled, joined: true }).map(({ at }) => at.map((index) => filled[index] ?? blank));
}

/** The reading of a row that place or blank edges tell, before any relation is asked. */
export function alignByPlace(row: Unaligned): Aligned | undefined {
  const [first, ...others] = plainPlacements(row);
  if (first === undefined) return undefined;
  const best = others.reduce((cheapest, other) => (other.cost < cheapest.cost ? other : cheapest), first);
  return { values: lay(row, best.at), alignment: { kind: 'exact' } };
}

/** What is known of a table while its rows are laid: the numbers so far and the relations between them. */
export interface Knowledge {
  readonly format: TableFormat;
  /** By slot index; 0 where there is no number. */
  readonly numbers: Float64Array;
  /** By slot index, 1 for cells of rows that are not laid yet: relations through them say nothing. */
  readonly open: Uint8Array;
}

/** Whether every judged relation through a row holds, its cells as they are laid. */
export function holds(row: Unaligned, { format, numbers, open }: Knowledge): boolean {
  const byRow = equationsByRow(format);
  let before = '';
  for (const slot of row.slots) {
    if (slot.row === before) continue;
    before = slot.row;
    for (const { left, right } of byRow.get(before) ?? []) {
      let gap = 0;
      let judged = true;
      for (const { index } of left) {
        gap += numbers[index] ?? 0;
        if (open[index] === 1) judged = false;
      }
      for (const { index } of right) {
        gap -= numbers[index] ?? 0;
        if (open[index] === 1) judged = false;
      }
      if (judged && gap !== 0) return false;
    }
  }
  return true;
}

/**
 * Lays a row whose cells do not fit its columns. Blank cells at the edges go first; where that, or nothing, fits,
 * the relations and then the gaps between the cells choose, and what was chosen is said in `alignment`.
 */
export function alignByRelations(row: Unaligned, known: Knowledge): Aligned {
  const cells = row.cells.length;
  const numbers = row.cells.map((cell) => {
    const amount = readAmount(cell.text);
    return amount.kind === 'number' ? amount.value : 0;
  });
  const checks = checksOf(row.slots, known);
  const merit = ({ at, cost }: Placement): Scored => ({ at, cost, faults: faultsOf(at, numbers, checks) });
  const bestPlain = plainPlacements(row).map(merit).reduce(better, undefined);
  const plain: Aligned | undefined = bestPlain && { values: lay(row, bestPlain.at), alignment: { kind: 'exact' } };
  // A single row, and no line of numbers to tell its columns: only sums that hold confirm what the header says.
  if (
    bestPlain !== undefined &&
    bestPlain.faults > 0 &&
    row.slots.length > FEW_COLUMNS &&
    row.columnation !== undefined
  )
    return { values: shared(row.slots, [], isSame), alignment: { kind: 'tied', cells } };
  if (plain !== undefined && (bestPlain?.faults === 0 || row.slots.length > FEW_COLUMNS)) return plain;
  const scored = placements(row).map(merit);
  const best = scored.reduce(better, undefined);
  // A fault in the figures is no reason to move them: only a reading that fixes relations overrules the plain one.
  if (plain !== undefined && (best === undefined || best.faults >= (bestPlain?.faults ?? 0))) return plain;
  if (best === undefined) return { values: lay(row, range(row.slots.length)), alignment: { kind: 'tied', cells } };
  // Without a relation nothing tells which cell of a row is missing.
  const unjudged = row.ragged && cells < row.slots.length && checks.base.length === 0;
  const rivals = scored.filter(({ faults, cost }) => faults === best.faults && (unjudged || cost === best.cost));
  // Where gaps say nothing, only relations that all hold choose, and a blank cell is no 0.
  const [one, ...more] = scored;
  const several = more.some(({ at }) => at.some((index, column) => index !== one?.at[column]));
  const blind = several && scored.every(({ cost }) => cost === 0);
  if (blind && best.faults > 0) return { values: shared(row.slots, [], isSame), alignment: { kind: 'tied', cells } };
  const values = shared(
    row.slots,
    rivals.map(({ at }) => lay(row, at)),
    blind || unjudged ? isSame : isSameNumber,
  );
  const tied = values.some(({ amount }) => amount.kind === 'open');
  return { values: tied ? values : lay(row, best.at), alignment: { kind: tied ? 'tied' : 'placed', cells } };
}

interface Scored extends Placement {
  readonly faults: number;
}

function better(best: Scored | undefined, rival: Scored): Scored {
  if (best === undefined || rival.faults < best.faults) return rival;
  return rival.faults === best.faults && rival.cost < best.cost ? rival : best;
}

/** The relations through a row's cells, with what the other rows add to each; made once, tried on each placement. */
interface Checks {
  /** For each slot of the row the relations that it is in, with its sign. */
  readonly through: readonly (readonly { readonly check: number; readonly sign: number }[])[];
  readonly base: readonly number[];
}

function checksOf(slots: readonly Slot[], known: Knowledge): Checks {
  const own = new Int16Array(known.numbers.length).fill(-1);
  slots.forEach((slot, index) => {
    own[slot.index] = index;
  });
  const through: { check: number; sign: number }[][] = slots.map(() => []);
  const base: number[] = [];
  const seen = new Set<Equation>();
  let row = '';
  for (const slot of slots) {
    if (slot.row === row) continue;
    row = slot.row;
    for (const equation of equationsByRow(known.format).get(row) ?? []) {
      if (seen.has(equation)) continue;
      seen.add(equation);
      const terms: { check: number; sign: number; at: number }[] = [];
      let sum = 0;
      let judged = true;
      for (const [side, sign] of [
        [equation.left, 1],
        [equation.right, -1],
      ] as const) {
        for (const term of side) {
          const at = own[term.index] ?? -1;
          if (at >= 0) terms.push({ check: base.length, sign, at });
          else if (known.open[term.index] === 1) judged = false;
          else sum += sign * (known.numbers[term.index] ?? 0);
        }
      }
      if (!judged) continue;
      base.push(sum);
      for (const term of terms) through[term.at]?.push(term);
    }
  }
  return { through, base };
}

/** Number of relations that fail when the row's columns hold the numbers of a placement. */
function faultsOf(at: readonly number[], numbers: readonly number[], checks: Checks): number {
  const sums = [...checks.base];
  at.forEach((index, column) => {
    const value = numbers[index] ?? 0;
    if (value === 0) return;
    for (const { check, sign } of checks.through[column] ?? []) sums[check] = (sums[check] ?? 0) + sign * value;
  });
  return sums.reduce((faults, sum) => (sum === 0 ? faults : faults + 1), 0);
}
