import type { RowShape } from '../../format/shape.ts';
import { isAmount } from '../../text/amount.ts';
import type { Cell, Layout } from '../model.ts';
import type { AnchoredRow, AnchoredTable } from './anchored.ts';
import type { Reading } from './cells.ts';

/** An anchored table with the cells that it was read from. */
export interface Draft {
  readonly anchored: AnchoredTable;
  readonly reading: Reading;
  readonly layout: Layout;
}

/** A row of the format with what was found for it; `guessed` by its place, its label being no known one. */
export interface FoundRow {
  readonly shape: RowShape;
  readonly row: AnchoredRow;
  readonly guessed: boolean;
}

/** The lines of a row that hold something; a lone number beside a line of several is a page number. */
function filledLines(row: AnchoredRow): (readonly Cell[])[] {
  const filled = row.valueLines.filter((cells) => cells.some((cell) => cell.text !== ''));
  const several = filled.filter((cells) => cells.length > 1);
  return several.length === 1 && several.length < filled.length && row.kind === 'row' ? several : filled;
}

/**
 * The cells of a row: those of its one line with content, else of all its lines together. In table 4, whose lines
 * of headers come before, the line that holds most numbers.
 */
export function cellsOf(row: AnchoredRow, width: number): readonly Cell[] {
  const filled = filledLines(row);
  const fitting = filled.find((cells) => cells.length === width);
  if (fitting !== undefined || filled.length < 2) return fitting ?? filled[0] ?? row.valueLines[0] ?? [];
  if (row.kind !== 'values') return filled.flat();
  const numbers = (cells: readonly Cell[]): number => cells.filter((cell) => isAmount(cell.text)).length;
  return filled.reduce((most, cells) => (numbers(cells) > numbers(most) ? cells : most));
}

/**
 * In columns of spaces a line of values stands where its row's middle is, which may be above or below its label:
 * of two neighbours one of which has two lines of values and the other none, each gets one.
 */
export function shareLines(found: readonly FoundRow[]): FoundRow[] {
  const lines = found.map(({ row }) => filledLines(row));
  lines.forEach((ours, i) => {
    const theirs = lines[i + 1];
    if (theirs === undefined) return;
    if (ours.length === 0 && theirs.length === 2) ours.push(...theirs.splice(0, 1));
    else if (ours.length === 2 && theirs.length === 0) theirs.push(...ours.splice(1, 1));
  });
  return found.map((each, i) => ({ ...each, row: { ...each.row, valueLines: lines[i] ?? [] } }));
}
