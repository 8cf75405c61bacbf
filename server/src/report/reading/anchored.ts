import type { Evidence } from '../../format/evidence.ts';
import type { TableId } from '../../format/schema.ts';
import { isAmount } from '../../text/amount.ts';
import type { Span } from '../../text/span.ts';
import type { Cell, Row } from '../model.ts';

/** Cells of values that stand together in a line of the grid. */
export interface ValueLine {
  readonly cells: readonly Cell[];
  readonly line: number;
  /** Cells before them in their line, and how many it has in all. */
  readonly lead: number;
  readonly lineCells: number;
  /** The caption that came last before them. */
  readonly caption: string | undefined;
}

/** A label of rows with the cells that follow it. */
export interface AnchoredRow {
  /** `unknown`: text where a row label stands that is none; `values`: the line of values without a label. */
  readonly kind: 'row' | 'group' | 'values' | 'unknown';
  readonly id: string;
  readonly wording: Row['wording'];
  readonly text: string;
  readonly label: Span;
  /** Lines of the grid on which the label begins and ends. */
  readonly line: number;
  readonly lastLabelLine: number;
  /** Cells behind the label, for each line of the draft that holds some. */
  readonly valueLines: readonly ValueLine[];
  /** Cells before the first value on the label's line, the label's own included. */
  readonly lead: number;
  /** Number of cells of the label's line. */
  readonly lineCells: number;
}

/** A column label that was found in a header. */
export interface AnchoredColumn {
  /** Undefined for a header that no official column has. */
  readonly id: string | undefined;
  readonly caption: string | undefined;
  readonly cell: Cell;
  readonly line: number;
}

/** What the labels of one table gathered; not yet laid on columns. */
export interface AnchoredTable {
  readonly table: TableId;
  readonly rows: readonly AnchoredRow[];
  readonly columns: readonly AnchoredColumn[];
  readonly evidence: Evidence;
  /** Labels found; a table needs some to be one. */
  readonly labels: number;
  /** First and last line of the grid. */
  readonly firstLine: number;
  readonly lastLine: number;
}

/** Whether a row has any cell that is not blank. */
export function isFilled({ valueLines }: Pick<AnchoredRow, 'valueLines'>): boolean {
  return valueLines.some(({ cells }) => cells.some((cell) => cell.text !== ''));
}

/** How many numbers a row has; words before them may be pieces of a header. */
export function numbersIn({ valueLines }: Pick<AnchoredRow, 'valueLines'>): number {
  return valueLines.reduce((sum, { cells }) => sum + cells.filter((cell) => isAmount(cell.text)).length, 0);
}
