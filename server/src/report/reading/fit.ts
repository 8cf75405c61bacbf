/*
 * How well a run of values fits a row: what `sequence.ts` weighs.
 */

import type { RowShape } from '../../format/shape.ts';
import { readAmount } from '../../text/amount.ts';
import type { Cell } from '../model.ts';

/** Cells of values that stand together, in the order of the draft. */
export interface ValuePiece {
  /** Their texts; empty for blank ones. */
  readonly texts: readonly string[];
  /** The numbers in them; undefined for one that is none. */
  readonly numbers: readonly (number | undefined)[];
  /** Index of the row whose label stands before them on their own line; none of the rows' where it is no such row's. */
  readonly own: number | undefined;
  /** How much the labels around speak for a row, by its index. */
  readonly near: ReadonlyMap<number, number>;
  /** Whether a label stands between them and the piece before. */
  readonly apart: boolean;
  /** The columns of a page that they stand in; undefined where nothing tells. */
  readonly columns: readonly number[] | undefined;
  /** From where to where they stand on it. */
  readonly reach: readonly [number, number] | undefined;
}

/** More values than that: a row of table 3, whose last value is the sum of the others. */
export const SUMMED = 3;

/** What a row of the format asks of its values. */
export interface RowDemand {
  /** Cells that it has. */
  readonly width: number;
  /** Its label was found. */
  readonly named: boolean;
  /** Its last value is the sum of the others. */
  readonly summed: boolean;
}

/** What the layout of a draft promises. */
export interface Promises {
  /** A blank cell leaves a trace. */
  readonly traced: boolean;
  /** Values on a label's line are that label's: not where cells of several lines are centred beside each other. */
  readonly firm: boolean;
  /** A number alone may be that of a page: no sign sets it in the table. */
  readonly paged: boolean;
  /** A row that is blank in full leaves its blank cells. */
  readonly whole: boolean;
}

/** The label on the line itself weighs more than all else together, where lines hold rows; else as much as fitting. */
const OWN = 1000;
const OWN_LOOSELY = 8;
const FITS = 10;
/** Blank cells were taken off to make it fit. */
const TRIMMED = 9;
/** Fewer cells than the row has, where each blank one should leave a trace; and where it leaves none. */
const SHORT = 4;
const UNTRACED = 8;
/** More numbers than the row has, behind its own label. */
const OVERFULL = 2;
/** No number at all. */
const BLANK = 4;
const SUM = 3;
const ALL_ZERO = 2;
const BLANK_TOTAL = 2;
/** What speaks against a reading. */
const JOINED = 2;
/** Where their columns do not meet. */
const JOINED_IN_PLACE = 1;
/** Where the piece that is joined is a number alone, which may be a page's. */
const JOINED_NUMBER = 6;
const ACROSS_LABEL = 8;
const LOST_LINE = 8;
const LOST_NUMBER = 3;
/** A blank cell may be the place of a merged one. */
const LOST_BLANK = 1;
export const EMPTY_ROW = 3;
/** Worse than any reading. */
export const NEVER = -1e7;

/** What is lost with a piece that no row takes: least with one that may be the number of a page. */
export function lossOf(piece: ValuePiece, { firm, traced, paged }: Promises): number {
  if (piece.own !== undefined && firm) return OWN;
  if (piece.texts.every((text) => text === '')) return traced ? LOST_BLANK : 0;
  return paged && mayBePage(piece) ? LOST_NUMBER : LOST_LINE;
}

/** Whether a piece is a number alone that a page may have. */
export function mayBePage({ texts, numbers }: ValuePiece): boolean {
  const [number] = numbers.filter((each) => each !== undefined);
  const alone = texts.filter((text) => text !== '').length === 1;
  return alone && number !== undefined && Number.isInteger(number) && number > 0 && number < 1000;
}

/** The runs of pieces that a row may take from there on, with what each gains. */
export function runsFrom(
  from: number,
  row: number,
  pieces: readonly ValuePiece[],
  demand: RowDemand,
  promises: Promises,
): { readonly to: number; readonly gain: number }[] {
  const runs: { to: number; gain: number }[] = [];
  const texts: string[] = [];
  const numbers: (number | undefined)[] = [];
  const worth = promises.firm ? OWN : OWN_LOOSELY;
  let columns: readonly number[] | undefined = demand.summed ? [] : undefined;
  let evidence = 0;
  let singles = true;
  let own = false;
  let near = 0;
  let joints = 0;
  for (let to = from; to < pieces.length; to++) {
    const piece = pieces[to];
    if (piece === undefined || (piece.own !== undefined && piece.own !== row && (promises.firm || piece.own < 0)))
      break;
    // What goes on with a row on the page stands to the right of what was there.
    const before = to > from ? pieces[to - 1]?.reach : undefined;
    if (before !== undefined && piece.reach !== undefined && piece.reach[0] <= before[1]) break;
    texts.push(...piece.texts);
    numbers.push(...piece.numbers);
    if (columns !== undefined && piece.columns !== undefined) {
      // Two cells of a row never stand in one column.
      if ((piece.columns[0] ?? 0) <= (columns.at(-1) ?? -1)) break;
      columns = [...columns, ...piece.columns];
    } else columns = undefined;
    singles &&= piece.texts.length === 1;
    own ||= piece.own === row;
    if (piece.own !== undefined) evidence += piece.own === row ? worth : -worth / 2;
    if (to > from && piece.apart) evidence -= ACROSS_LABEL;
    if (to > from)
      joints += columns !== undefined ? JOINED_IN_PLACE : piece.texts.length === 1 ? JOINED_NUMBER : JOINED;
    const cells = { texts, numbers, columns, own, joined: joints > 0 && !singles };
    const fit = fitOf(cells, demand, promises);
    if (fit === undefined) break;
    near = Math.max(near, piece.near.get(row) ?? 0);
    if (fit > NEVER) runs.push({ to: to + 1, gain: fit + evidence + near - (singles ? 0 : joints) });
    if (texts.filter((text) => text !== '').length >= demand.width) break;
  }
  return runs;
}

/** The cells of a run of pieces. */
interface Gathered extends Pick<ValuePiece, 'texts' | 'numbers' | 'columns'> {
  /** One piece stands behind the row's own label. */
  readonly own: boolean;
  readonly joined: boolean;
}

/** How well cells fit a row; undefined where there are more than it can have. */
function fitOf(
  { texts, numbers, columns, own, joined }: Gathered,
  { width, summed }: RowDemand,
  { traced, firm, paged, whole }: Promises,
): number | undefined {
  const filled = texts.filter((text) => text !== '').length;
  if (filled === 0) return texts.length === width || own ? BLANK : texts.length < 2 * width ? NEVER : undefined;
  if (columns !== undefined) return (filled === width ? FITS : UNTRACED) + sumInPlace(spread(numbers, columns, width));
  if (filled > width) return own && !joined && filled === width + 1 ? OVERFULL : undefined;
  // A number alone for a row of several is likelier a page's.
  if (filled === 1 && width > 1 && !own && texts.length < width && paged && (firm || !summed)) return NEVER;
  const first = texts.findIndex((text) => text !== '');
  const last = texts.findLastIndex((text) => text !== '');
  const sum = !summed
    ? 0
    : texts.length === width
      ? sumInPlace(numbers)
      : filled === width || !traced
        ? sumOfPresent(numbers)
        : 0;
  if (texts.length === width) return (joined && !traced ? UNTRACED : FITS) + sum;
  if (texts.length > width)
    return last - first < width || filled === width ? TRIMMED + sum : own ? OVERFULL : undefined;
  return (traced && whole) || (filled === 1 && summed) ? SHORT : UNTRACED + sum;
}

/** Numbers in their columns. */
function spread(
  numbers: readonly (number | undefined)[],
  columns: readonly number[],
  width: number,
): (number | undefined)[] {
  return Array.from({ length: width }, (_, column) => numbers[columns.indexOf(column)]);
}

/** Whether the last value of a row is the sum of the others: in table 3. */
export function isSummed({ slots, head }: RowShape): boolean {
  return head !== undefined && slots.length > SUMMED && slots.at(-1)?.column === 'total';
}

/** Whether the last of some cells is the sum of the others; undefined where they are all 0, or it is blank. */
export function sumOf(cells: readonly Cell[]): 'holds' | 'fails' | undefined {
  const numbers = cells
    .map(({ text }) => readAmount(text))
    .map((amount) => (amount.kind === 'number' ? amount.value : 0));
  const total = numbers.at(-1) ?? 0;
  const parts = numbers.slice(0, -1).reduce((sum, number) => sum + number, 0);
  if (cells.at(-1)?.text === '' || (total === 0 && parts === 0)) return undefined;
  return parts === total ? 'holds' : 'fails';
}

/** Whether the last number is the sum of the others, as evidence. */
function sumOfPresent(numbers: readonly (number | undefined)[]): number {
  return sumInPlace(numbers.filter((number) => number !== undefined));
}

/** Whether the last cell is the sum of the others, as evidence; that they are all 0 is little. */
function sumInPlace(numbers: readonly (number | undefined)[]): number {
  const total = numbers.at(-1);
  const parts = numbers.slice(0, -1).reduce<number>((sum, number) => sum + (number ?? 0), 0);
  if (parts !== (total ?? 0)) return total === undefined ? -BLANK_TOTAL : -SUM;
  return parts === 0 ? ALL_ZERO : SUM;
}
