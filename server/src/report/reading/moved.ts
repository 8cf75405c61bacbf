import { movedSpan, type Span } from '../../text/span.ts';
import { type Cell, type Table, type Value, valuesBySlot } from '../model.ts';
import type { Draft } from './drafts.ts';

/*
 * What was read of a table as if it began the draft, moved to where it stands. Cells that were one and the same are so
 * again.
 */

/** A draft of a table that stands so many characters further on. */
export function movedDraft({ anchored, reading, layout }: Draft, by: number): Draft {
  if (by === 0) return { anchored, reading, layout };
  const { cell, cells, span } = mover(by);
  const rows = anchored.rows.map((row) => ({
    ...row,
    label: span(row.label),
    valueLines: row.valueLines.map((line) => ({ ...line, cells: cells(line.cells) })),
  }));
  const columns = anchored.columns.map((column) => ({ ...column, cell: cell(column.cell) }));
  return { anchored: { ...anchored, rows, columns }, reading: reading.map(cells), layout };
}

/** A table that stands so many characters further on. */
export function movedTable(table: Table, by: number): Table {
  if (by === 0) return table;
  const { cell, cells, span } = mover(by);
  const valueAt = (value: Value): Value => (value.cell === undefined ? value : { ...value, cell: cell(value.cell) });
  const rows = table.rows.map((row) => ({
    ...row,
    label: span(row.label),
    values: row.values.map(valueAt),
    cells: cells(row.cells),
  }));
  const { faults } = table;
  const rowsAt = <T extends { readonly span: Span; readonly cells: readonly Cell[] }>(
    all: readonly T[],
  ): readonly T[] => all.map((row) => ({ ...row, span: span(row.span), cells: cells(row.cells) }));
  return {
    ...table,
    span: span(table.span),
    rows,
    values: valuesBySlot(rows),
    faults: {
      ...faults,
      extraRows: rowsAt(faults.extraRows),
      extraColumns: cells(faults.extraColumns),
      doubledRows: rowsAt(faults.doubledRows),
    },
    grid: table.grid.map(cells),
  };
}

function mover(by: number) {
  const known = new Map<Cell, Cell>();
  const span = (own: Span): Span => movedSpan(own, by);
  const cell = (own: Cell): Cell => {
    const before = known.get(own);
    if (before !== undefined) return before;
    const moved = { ...own, span: span(own.span) };
    known.set(own, moved);
    return moved;
  };
  return { span, cell, cells: (all: readonly Cell[]): readonly Cell[] => all.map(cell) };
}
