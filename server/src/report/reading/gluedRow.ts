import { equationsOf } from '../../format/relations.ts';
import type { TableFormat } from '../../format/schema.ts';
import type { Slot } from '../../format/shape.ts';
import type { Cell } from '../model.ts';
import { type Cut, cutsOf, type Sum } from './cutDigits.ts';

/** A row is no longer told by its number of cells alone: from so many columns on a lone cell may hold them all. */
const WIDE = 4;
/** `0 12 3`, `00`: what no single number is. */
const SEVERAL = /\d\s+[+\-−]?\d|^0\d|\d[+\-−]\d/;

/** `1 0 3 4`: a number whose digits copying set apart, or several of one digit each. */
export const DIGITS_APART = /^\d(?: \d)+$/;

/**
 * The ways to cut the cell of a row in which several numbers stand: merged, or run together.
 * @param spaced whether numbers of the table have their digits apart
 * @returns undefined for a row whose cells stand apart; no way where there are too many
 */
export function waysToCut(
  cells: readonly Cell[],
  slots: readonly Slot[],
  format: TableFormat,
  spaced: boolean,
): readonly (readonly Cell[])[] | undefined {
  // With as many cells as columns it is one number, whose digits copying set apart: `1 0`, blank.
  if (cells.length >= slots.length) return undefined;
  const [cell, ...others] = cells.filter(({ text }) => text !== '');
  if (cell === undefined || others.length > 0 || !isSeveral(cell, slots.length)) return undefined;
  if (spaced && DIGITS_APART.test(cell.text)) return undefined;
  const kinds = slots.map(({ kind }) => kind);
  const ways = cutsOf(cell.text, kinds, sumsOf(slots, format));
  if (ways === undefined) return [];
  if (ways.length === 0) return undefined;
  // Without a relation nothing tells a row with blank cells: it may have fewer numbers.
  const fewer =
    slots.length < WIDE &&
    (DIGITS_APART.test(cell.text) ||
      kinds.some((_, i) => i > 0 && cutsOf(cell.text, kinds.slice(i), [])?.length !== 0));
  return [...ways.map((cuts) => cellsOf(cuts, cell)), ...(fewer ? [[]] : [])];
}

/** Whether a cell that stands alone in its row may hold several numbers. */
function isSeveral({ text, extent, glued }: Cell, width: number): boolean {
  if (width < 2 || extent !== undefined) return false;
  return SEVERAL.test(text) || ((glued === true || width >= WIDE) && text.replace(/\D/g, '').length >= width);
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
