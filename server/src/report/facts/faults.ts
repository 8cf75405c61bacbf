import type { Span } from '../../text/span.ts';
import type { Table } from '../model.ts';

/** Whether a table has every row and column of the official one, each once, and no other. */
export function isComplete({ rows, faults }: Table): boolean {
  const { missingRows, missingColumns, extraRows, extraColumns, doubledRows } = faults;
  const all = [missingRows, missingColumns, extraRows, extraColumns, doubledRows];
  return rows.length > 0 && all.every((list) => list.length === 0);
}

/** Place of a table's first filled cell, in UTF-16 offsets: where findings on the whole table are shown. */
export function firstCellOf(table: Table): Span {
  for (const row of table.grid) for (const { text, span } of row) if (text !== '') return span;
  return table.span;
}
