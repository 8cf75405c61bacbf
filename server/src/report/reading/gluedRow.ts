import { equationsOf } from '../../format/relations.ts';
import type { TableFormat } from '../../format/schema.ts';
import type { Slot } from '../../format/shape.ts';
import type { Cell } from '../model.ts';
import { type Cut, cutsOf, type Sum } from './cutDigits.ts';

/** A row is no longer told by its number of cells alone: from so many columns on a lone cell may hold them all. */
const WIDE = 4;
/** `0 12 3`, `00`: what no single number is. */
const SEVERAL = /\d\s+[+\-−]?\d|^0\d/;

/**
 * The ways to cut the cells of a row in which several numbers stand in one: merged, or run together.
 * @returns undefined for a row whose cells stand apart; no way where there are too many
 */
export function waysToCut(
  cells: readonly Cell[],
  slots: readonly Slot[],
  format: TableFormat,
): readonly (readonly Cell[])[] | undefined {
  const filled = cells.filter(({ text }) => text !== '');
  if (!isGlued(cells, filled, slots.length)) return undefined;
  const text = filled.map((cell) => cell.text).join(' ');
  const kinds = slots.map(({ kind }) => kind);
  const ways = cutsOf(text, kinds, sumsOf(slots, format));
  if (ways === undefined) return [];
  return ways.length === 0 ? undefined : ways.map((cuts) => cellsOf(cuts, filled));
}

function isGlued(cells: readonly Cell[], filled: readonly Cell[], width: number): boolean {
  if (filled.length === 0 || filled.length >= width) return false;
  if (cells.length >= width && (width < WIDE || filled.length > 1)) return false;
  const [first] = filled;
  const digits = first?.text.replace(/\D/g, '').length ?? 0;
  return filled.some(({ text }) => SEVERAL.test(text)) || (filled.length === 1 && digits >= width);
}

/** The relations between the values of one row, by their places in it. */
function sumsOf(slots: readonly Slot[], format: TableFormat): Sum[] {
  return equationsOf(format).flatMap(({ left, right }) => {
    const [total, ...others] = right.map((slot) => slots.indexOf(slot));
    const parts = left.map((slot) => slots.indexOf(slot));
    return total === undefined || total < 0 || others.length > 0 || parts.includes(-1) ? [] : [{ parts, total }];
  });
}

/** The cells that cuts make of some, which stand one space apart in the text that was cut. */
function cellsOf(cuts: readonly Cut[], filled: readonly Cell[]): Cell[] {
  let at = 0;
  const starts = filled.map(({ text }) => {
    const start = at;
    at += text.length + 1;
    return start;
  });
  return cuts.map(({ from, to }) => {
    const index = starts.findLastIndex((start) => start <= from);
    const { text = '', span = { start: 0, end: 0 } } = filled[index] ?? {};
    const [first, last] = [from - (starts[index] ?? 0), to - (starts[index] ?? 0)];
    const exact = text.length === span.end - span.start;
    return {
      text: text.slice(first, last),
      span: exact ? { start: span.start + first, end: span.start + last } : span,
    };
  });
}
