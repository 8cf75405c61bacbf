import { equationsOf } from '../../format/relations.ts';
import type { TableFormat } from '../../format/schema.ts';
import type { Slot } from '../../format/shape.ts';
import type { Cell } from '../model.ts';
import { type Cut, cutsOf, type Sum } from './cutDigits.ts';

/** A row is no longer told by its number of cells alone: from so many columns on a lone cell may hold them all. */
const WIDE = 4;
/** `0 12 3`, `00`: what no single number is. */
const SEVERAL = /\d\s+[+\-−]?\d|^0\d|\d[+\-−]\d/;
/** `0 402`, `12 -3`, `1.5 2.75`: several numbers, however copying may have set digits apart. */
const SURELY_SEVERAL = /^0\s*\d|\d\s*[+\-−]\s*\d|\.\d*\s+\d+\./;
/** `1 0 3 4`: a number whose digits copying set apart, or several of one digit each. */
const DIGITS_APART = /^\d(?: \d)+$/;
/** `12 1 014`, `16 14051.7748`: white space between digits. */
const SPACED = /\d\s+\d/;

/** What white space between digits is in a table: told by the cells of which it can be but one. */
export interface InnerSpace {
  /** Some number has its digits apart: in a row with several cells. */
  readonly inNumbers: boolean;
  /** Some row has its numbers in one cell. */
  readonly betweenNumbers: boolean;
}

/** What white space is in the rows of a table. */
export function innerSpaceOf(rows: readonly { readonly cells: readonly Cell[]; readonly width: number }[]): InnerSpace {
  const filled = rows.map(({ cells, width }) => ({ width, own: cells.filter(({ text }) => text !== '') }));
  return {
    inNumbers: filled.some(({ own }) => own.length > 1 && own.some(({ text }) => DIGITS_APART.test(text))),
    betweenNumbers: filled.some(
      ({ own, width }) => own.length === 1 && width > 1 && own.some(({ text }) => SURELY_SEVERAL.test(text)),
    ),
  };
}

/**
 * The ways to cut the cell of a row in which several numbers stand: merged, or run together.
 * @param traced whether each cell of the table leaves a trace, blank ones too
 * @returns undefined for a row whose cells stand apart; no way where there are too many
 */
export function waysToCut(
  cells: readonly Cell[],
  slots: readonly Slot[],
  format: TableFormat,
  space: InnerSpace,
  traced: boolean,
): readonly (readonly Cell[])[] | undefined {
  const [cell, ...others] = cells.filter(({ text }) => text !== '');
  if (cell === undefined || others.length > 0 || !isSeveral(cell, slots.length, traced && cells.length < slots.length))
    return undefined;
  const padded = cells.length >= slots.length && cell.glued !== true;
  const said = whatIs(cell.text, padded, space);
  if (said === 'one') return undefined;
  const kinds = slots.map(({ kind }) => kind);
  const ways = cutsOf(cell.text, kinds, sumsOf(slots, format));
  if (ways === undefined) return [];
  if (ways.length === 0) return undefined;
  // Without a relation nothing tells a row with blank cells: it may have fewer numbers.
  const fewer =
    slots.length < WIDE &&
    (said === 'either' || kinds.some((_, i) => i > 0 && cutsOf(cell.text, kinds.slice(i), [])?.length !== 0));
  return [...ways.map((cuts) => cellsOf(cuts, cell)), ...(fewer ? [[]] : [])];
}

/**
 * Whether the lone cell of a row holds one number or several.
 * @param padded whether the row has a cell for each column: blank ones beside it
 */
function whatIs(
  text: string,
  padded: boolean,
  { inNumbers, betweenNumbers }: InnerSpace,
): 'one' | 'several' | 'either' {
  if (SURELY_SEVERAL.test(text)) return 'several';
  if (!SPACED.test(text)) return padded ? 'one' : 'several';
  if (!padded && !DIGITS_APART.test(text)) return 'several';
  if (inNumbers === betweenNumbers) return 'either';
  return inNumbers ? 'one' : 'several';
}

/**
 * Whether a cell that stands alone in its row may hold several numbers.
 * @param merged whether it takes the place of others: each cell leaves a trace, and there are fewer than columns
 */
function isSeveral({ text, extent, glued }: Cell, width: number, merged: boolean): boolean {
  if (width < 2 || extent !== undefined) return false;
  const mayBeRunTogether = glued === true || merged || width >= WIDE;
  return SEVERAL.test(text) || (mayBeRunTogether && text.replace(/\D/g, '').length >= width);
}

/** The relations between the values of one row, by their places in it. */
function sumsOf(slots: readonly Slot[], format: TableFormat): Sum[] {
  return equationsOf(format).flatMap(({ left, right }) => {
    const [total, ...others] = right.map((slot) => slots.indexOf(slot));
    const parts = left.map((slot) => slots.indexOf(slot));
    return total === undefined || total < 0 || others.length > 0 || parts.includes(-1) ? [] : [{ parts, total }];
  });
}

/** The cells that cuts make of one. */
function cellsOf(cuts: readonly Cut[], { text, span }: Cell): Cell[] {
  const exact = text.length === span.end - span.start;
  return cuts.map(({ from, to }) => ({
    text: text.slice(from, to),
    span: exact ? { start: span.start + from, end: span.start + to } : span,
  }));
}
