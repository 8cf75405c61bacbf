import { hasTwin, type Label, mostValues } from '../../format/labels.ts';
import type { TableId } from '../../format/schema.ts';
import type { Cell } from '../model.ts';
import { type AnchoredRow, type AnchoredTable, isFilled, numbersIn, type ValueLine } from './anchored.ts';

/*
 * A table while the stream of cells (`anchors.ts`) is being read: what may be added to it, and what it knows.
 */

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** A row whose cells are still coming. */
export interface OpenRow extends Mutable<AnchoredRow> {
  readonly valueLines: (ValueLine & { readonly cells: Cell[] })[];
}

/** A table whose rows are still coming. */
export interface OpenTable extends Mutable<AnchoredTable> {
  readonly rows: OpenRow[];
  readonly columns: AnchoredTable['columns'][number][];
  readonly evidence: AnchoredTable['evidence'][number][];
  /** The first row of each id, in the order they came; and the row that came last. */
  readonly byId: Map<string, OpenRow>;
  lastRow: OpenRow | undefined;
  /** Id of the caption that came last. */
  caption: string | undefined;
}

/** A cell with its place in the stream. */
export interface Arrival {
  readonly cell: Cell;
  /** Number of cells before it. */
  readonly serial: number;
  readonly line: number;
  /** Number of cells of its line, and of those before it there. */
  readonly lineCells: number;
  readonly before: number;
  /** Whether one of those before it is not blank. */
  readonly behindInk: boolean;
  /** The cells of its line. */
  readonly lineOf: readonly Cell[];
}

/** A table of which nothing has come but the line that it begins in. */
export function newTable(id: TableId, line: number): OpenTable {
  const counts = { labels: 0, firstLine: line, lastLine: line };
  return {
    table: id,
    rows: [],
    columns: [],
    evidence: [],
    ...counts,
    byId: new Map(),
    lastRow: undefined,
    caption: undefined,
  };
}

/** Whether a label is the first row of a table of which more has been read: the table stands there once more. */
export function beginsAnew(label: Label, { byId, lastRow }: OpenTable): boolean {
  return label.kind === 'row' && byId.size > 3 && label.id === byId.keys().next().value && lastRow?.id !== label.id;
}

/**
 * Opens a row.
 * @param cell its label
 * @param arrival the cell that the stream is at: in its line the row's values are looked for
 */
export function openRow(
  { kind, id, wording }: Pick<AnchoredRow, 'kind' | 'id' | 'wording'>,
  { text, span }: Cell,
  { before, line, lineCells }: Arrival,
  table: OpenTable,
): OpenRow {
  const lead = before + 1;
  const row: OpenRow = {
    kind,
    id,
    wording,
    text,
    label: span,
    line,
    lastLabelLine: line,
    valueLines: [],
    lead,
    lineCells,
  };
  // Header cells keep coming: only what follows the last of them are values.
  const last = table.rows[table.rows.length - 1];
  if (kind === 'values' && last?.kind === 'values' && numbersIn(last) === 0) table.rows.pop();
  table.rows.push(row);
  if (kind === 'row') note(row, table);
  return row;
}

/** Gives a row that its values opened the label that has become whole. */
export function nameRow(row: OpenRow, { id, wording }: Label, table: OpenTable): void {
  row.kind = 'row';
  row.id = id;
  row.wording = wording;
  table.labels++;
  note(row, table);
}

function note(row: OpenRow, table: OpenTable): void {
  if (!table.byId.has(row.id)) table.byId.set(row.id, row);
  table.lastRow = row;
}

/**
 * The row that a label names again, as its values have not come; undefined where it names a new one.
 * @param open the row that values belong to
 */
export function rowNamedAgain(label: Label, table: OpenTable, open: OpenRow | undefined): OpenRow | undefined {
  // （六）其他处理 over its own rows is their group.
  if (hasTwin(label) && open?.id.startsWith(`${label.id}.`)) return open;
  const before = table.byId.get(label.id);
  return before !== undefined && !isFilled(before) && before === table.lastRow ? before : undefined;
}

/** Puts a value, or a blank cell, into a row. */
export function putInto(row: OpenRow, { cell, line, before, lineCells }: Arrival, table: OpenTable): void {
  const last = row.valueLines[row.valueLines.length - 1];
  if (last?.line === line) last.cells.push(cell);
  else row.valueLines.push({ cells: [cell], line, lead: before, lineCells, caption: table.caption });
  if (cell.text !== '') table.lastLine = line;
}

/** Whether a row has as many cells as any row of its table can have. */
export function isFull({ valueLines }: OpenRow, { table }: OpenTable): boolean {
  return valueLines.reduce((sum, { cells }) => sum + cells.length, 0) >= mostValues(table);
}
