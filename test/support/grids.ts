import { displayWidth } from '../../server/src/text/width.ts';
import type { DraftCell, DraftRow, DraftTable } from './draft.ts';

/** Lines of cells; a string is a line that is none: an empty one or a page number. */
export type TextRow = readonly string[] | string;

function textRow(row: DraftRow, cells: readonly DraftCell[]): TextRow {
  return row.kind === 'break' ? '' : row.kind === 'note' ? (cells[0]?.text ?? '') : cells.map((cell) => cell.text);
}

/** The table as a full grid, covered places empty. */
export function fullRows(table: DraftTable): TextRow[] {
  return table.rows.map((row) => textRow(row, row.cells));
}

/** The table as Word and web copies have it: a merged cell is one cell in its first line, and empty in the lines below. */
export function mergedRows(table: DraftTable): TextRow[] {
  return table.rows.map((row) =>
    textRow(
      row,
      row.cells.filter((cell) => cell.kind !== 'right'),
    ),
  );
}

/** Only the cells that the table has, as the text of an HTML table's cells is. */
export function ownRows(table: DraftTable): TextRow[] {
  return table.rows.map((row) =>
    textRow(
      row,
      row.cells.filter((cell) => cell.kind !== 'right' && cell.kind !== 'down'),
    ),
  );
}

/** How a pipe table is written. */
export interface PipeStyle {
  readonly outer: boolean;
  readonly aligned: boolean;
  readonly padding: string;
  /** Whether the delimiter row centres the columns. */
  readonly centred: boolean;
}

/** A GFM pipe table; where a page break cuts it, the next part is a table of its own. */
export function pipeTable(table: DraftTable, style: PipeStyle): string {
  const rows = fullRows(table);
  const grids = rows.filter((row): row is readonly string[] => typeof row !== 'string');
  const width = Math.max(...grids.map((row) => row.length));
  const widths = Array.from({ length: width }, (_, i) =>
    style.aligned ? Math.max(3, ...grids.map((row) => displayWidth(row[i] ?? ''))) : 0,
  );
  const pad = (text: string, i: number): string =>
    text + ' '.repeat(Math.max(0, (widths[i] ?? 0) - displayWidth(text)));
  const line = (cells: readonly string[]): string => {
    const inner = cells.map(pad).join(`${style.padding}|${style.padding}`);
    // A row whose first or last cell is blank needs the pipe at that edge: GFM takes the other one for it.
    const left = style.outer || (cells[0] ?? '').trim() === '' ? `|${style.padding}` : '';
    const right = style.outer || (cells[cells.length - 1] ?? '').trim() === '' ? `${style.padding}|` : '';
    return left + inner + right;
  };
  const delimiter = line(
    Array.from({ length: width }, (_, i) => {
      const dashes = '-'.repeat(Math.max(3, widths[i] ?? 0));
      return style.centred ? `:${dashes.slice(2)}:` : dashes;
    }),
  );
  const lines: string[] = [];
  let begins = true;
  rows.forEach((row, i) => {
    if (typeof row === 'string') {
      lines.push(row);
      return;
    }
    if (table.rows[i]?.again === true) begins = true;
    lines.push(line(row));
    if (begins) lines.push(delimiter);
    begins = false;
  });
  return lines.join('\n');
}

/** A cell a line, each closed by a pipe; `open`: but for the last one of a row. */
export function pipeEndTable(table: DraftTable, open: boolean): string {
  return ownRows(table)
    .map((row) =>
      typeof row === 'string'
        ? row
        : row.map((text, i) => (open && i === row.length - 1 ? text : `${text} |`)).join('\n'),
    )
    .join('\n');
}

/** A cell a line, under each a line of a pipe alone, as where a page sets borders as text. */
export function pipeLineTable(table: DraftTable): string {
  return ownRows(table)
    .map((row) => (typeof row === 'string' ? row : row.map((text) => (text === '' ? '|' : `${text}\n|`)).join('\n')))
    .join('\n');
}

/** A row a line, cells behind tabs. */
export function tabTable(rows: readonly TextRow[], trailing: 'kept' | 'cut'): string {
  return rows
    .map((row) =>
      typeof row === 'string' ? row : trailing === 'cut' ? row.join('\t').replace(/\t+$/, '') : row.join('\t'),
    )
    .join('\n');
}

/** Word's text: a cell a line behind a tab, a line with a tab alone for a blank cell, an empty line between rows. */
export function wordTable(table: DraftTable): string {
  return mergedRows(table)
    .map((row) => (typeof row === 'string' ? row : row.map((text) => `\t${text}`).join('\n')))
    .join('\n\n');
}

/** A cell a line without tabs; `between` cells and `after` rows. */
export function lineTable(table: DraftTable, between: string, after: string): string {
  return ownRows(table)
    .map((row) => (typeof row === 'string' ? row : row.join(between)))
    .join(after);
}

/** A row a line, cells behind single spaces. */
export function spaceTable(table: DraftTable): string {
  return ownRows(table)
    .map((row) => (typeof row === 'string' ? row : row.filter((text) => text !== '').join(' ')))
    .join('\n');
}
