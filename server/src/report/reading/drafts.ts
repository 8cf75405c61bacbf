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

/** A draft of a table with the piece that it begins at. It was read as if it stood so many characters further ahead. */
export interface PlacedDraft extends Draft {
  readonly piece: number;
  readonly offset: number;
}

/** A row of the format with what was found for it; `guessed` by its place, its label being no known one. */
export interface FoundRow {
  readonly shape: RowShape;
  readonly row: AnchoredRow;
  readonly guessed: boolean;
  /** The cells that it may have as well as those of the row, where several readings are equally good; none else. */
  readonly ways: readonly (readonly Cell[])[];
  /** Its values stand in several lines: their places there say nothing. */
  readonly joined: boolean;
}

/** The rows of a table by their labels. */
export interface NamedRows {
  /** By index of the row in the format. */
  readonly byIndex: ReadonlyMap<number, AnchoredRow>;
  /** Rows of a label that stands a second time, with values. */
  readonly doubled: ReadonlySet<AnchoredRow>;
  /** Rows under a label that is none of the format's. */
  readonly strangers: readonly AnchoredRow[];
}

/** The lines of a row that hold something; a lone number beside a line of several is a page number. */
function filledLines(row: AnchoredRow): (readonly Cell[])[] {
  const filled = row.valueLines.map(({ cells }) => cells).filter((cells) => cells.some((cell) => cell.text !== ''));
  const several = filled.filter((cells) => cells.length > 1);
  return several.length === 1 && several.length < filled.length && row.kind === 'row' ? several : filled;
}

/**
 * The cells of a row: those of its one line with content, else of all its lines together. In table 4, whose lines
 * of headers come before, the line that holds most numbers.
 */
export function cellsOf(row: AnchoredRow, width: number): readonly Cell[] {
  const cells = cellsOfLines(row, width);
  const first = row.kind === 'values' ? cells.findIndex(({ text }) => isAmount(text)) : 0;
  // A line of header words before the first number is no value.
  return first > 0 && cells.slice(0, first).some(({ text }) => WORDS.test(text)) ? cells.slice(first) : cells;
}

/** Pieces of several column labels: `维持 纠正 结果 审结`. */
const WORDS = /\p{Script=Han}\s+\p{Script=Han}/u;

function cellsOfLines(row: AnchoredRow, width: number): readonly Cell[] {
  const filled = filledLines(row);
  const fitting = filled.find((cells) => cells.length === width);
  if (fitting !== undefined || filled.length < 2) return fitting ?? filled[0] ?? row.valueLines[0]?.cells ?? [];
  if (row.kind !== 'values') return filled.flat();
  const numbers = (cells: readonly Cell[]): number => cells.filter((cell) => isAmount(cell.text)).length;
  return filled.reduce((most, cells) => (numbers(cells) > numbers(most) ? cells : most));
}
