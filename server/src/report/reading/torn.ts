import { readAmount } from '../../text/amount.ts';
import type { AnchoredRow, ValueLine } from './anchored.ts';

/*
 * Whether values of a table stand apart from their labels, as converters of pages leave them.
 */

/** A label with the lines of values behind it. */
export interface Labelled {
  readonly row: AnchoredRow;
  /** Of the row in the format; undefined for another label. */
  readonly index: number | undefined;
  readonly lines: readonly ValueLine[];
  /** Row ends are lost, and there are more values behind the label than its row has. */
  readonly overfull: boolean;
}

/**
 * A label with the lines of values behind it. Where row ends are lost, cells that are too many for its row stand by
 * themselves: which of them it has is still to be seen.
 * @param width of the row
 * @param endless whether all of the reading is one line
 */
export function labelledOf(row: AnchoredRow, index: number | undefined, width: number, endless: boolean): Labelled {
  const filled = row.valueLines.reduce((sum, { cells }) => sum + cells.filter(({ text }) => text !== '').length, 0);
  const all = row.valueLines.reduce((sum, { cells }) => sum + cells.length, 0);
  // Blank cells behind a row's own may be the places of merged ones, but not as many as it has.
  if (endless ? filled <= width && all < 2 * width : width === 0 || filled < 2 * width || row.valueLines.length > 1)
    return { row, index, lines: row.valueLines, overfull: false };
  const lines = row.valueLines.flatMap((line) =>
    line.cells.map((cell, i) => ({ ...line, cells: [cell], lead: line.lead + i })),
  );
  return { row, index, lines, overfull: true };
}

/** Whether some label and its values are torn apart. */
export function isTornApart(stream: readonly Labelled[]): boolean {
  return isTorn(stream) || isUneven(stream) || isAside(stream);
}

/** Whether some line of values is left over once every label has taken one. */
function isTorn(stream: readonly Labelled[]): boolean {
  return stream.some(({ index, lines }) => {
    const filled = lines.filter(holdsNumber);
    return filled.length > (index === undefined ? 0 : 1);
  });
}

/** Whether, where row ends are lost, one row has no cell at all and another has more than it should. */
function isUneven(stream: readonly Labelled[]): boolean {
  return (
    stream.some(({ overfull }) => overfull) &&
    stream.some(({ index, row }) => index !== undefined && row.valueLines.length === 0)
  );
}

/** Whether a line of values stands below a label, beside none, and the row before or behind has no value. */
function isAside(stream: readonly Labelled[]): boolean {
  const isEmpty = (at: number): boolean =>
    stream[at]?.index !== undefined && stream[at]?.lines.some(isFilledLine) === false;
  return stream.some(({ row, index, lines }, i) => {
    const [first] = lines.filter(holdsNumber);
    return (
      index !== undefined && first !== undefined && first.line > row.lastLabelLine && (isEmpty(i - 1) || isEmpty(i + 1))
    );
  });
}

/** Whether a line of values has a number. */
export function holdsNumber({ cells }: ValueLine): boolean {
  return cells.some(({ text }) => readAmount(text).kind === 'number');
}

/** Whether it has anything. */
export function isFilledLine({ cells }: ValueLine): boolean {
  return cells.some(({ text }) => text !== '');
}
