import { type FormatId, tableOf } from '../../server/src/format/formats.ts';
import { gridOf } from '../../server/src/format/grid.ts';
import type { TableFormat, TableId } from '../../server/src/format/schema.ts';
import { rowShapes, type Slot, type SlotKey, slotKey } from '../../server/src/format/shape.ts';
import type { BalancedReport } from './report.ts';
import type { Rows } from './values.ts';

/**
 * A cell of a table's official grid. `right` and `down` are places that a merged cell covers: by its colspan, or by
 * its rowspan.
 */
export interface DraftCell {
  readonly kind: 'caption' | 'header' | 'label' | 'value' | 'right' | 'down';
  readonly text: string;
  readonly colspan: number;
  readonly rowspan: number;
  readonly slot?: Slot;
}

/** A line of a table; `break` is an empty line that a page break left, `note` a line of text as a page number. */
export interface DraftRow {
  readonly kind: 'caption' | 'header' | 'values' | 'break' | 'note';
  /** Whether a table begins anew here, on a new page. */
  readonly again?: boolean;
  readonly cells: readonly DraftCell[];
}

/** A table on its way to a layout, with what must be read from it in the end. */
export interface DraftTable {
  readonly id: TableId;
  readonly format: TableFormat;
  readonly rows: readonly DraftRow[];
  readonly values: ReadonlyMap<SlotKey, number | null>;
}

/** A report on its way to a layout. */
export interface Draft {
  readonly report: BalancedReport;
  readonly headings: readonly string[];
  readonly tables: readonly DraftTable[];
}

/** A covered place. */
export function covered(kind: 'right' | 'down'): DraftCell {
  return { kind, text: '', colspan: 1, rowspan: 1 };
}

function valuesOf(format: TableFormat, rows: Rows): Map<SlotKey, number | null> {
  const values = new Map<SlotKey, number | null>();
  const seen = new Map<string, number>();
  for (const slot of rowShapes(format).flatMap((shape) => shape.slots)) {
    const at = seen.get(slot.row) ?? 0;
    seen.set(slot.row, at + 1);
    values.set(slotKey(slot), rows[slot.row]?.[at] ?? null);
  }
  return values;
}

/** The official table with the values written in. */
export function tableDraft(format: FormatId, id: TableId, rows: Rows): DraftTable {
  const table = tableOf(format, id);
  const values = valuesOf(table, rows);
  const grid = gridOf(table);
  const matrix: DraftCell[][] = grid.rows.map(() => []);
  grid.rows.forEach((row, y) => {
    let x = 0;
    for (const cell of row) {
      while (matrix[y]?.[x] !== undefined) x++;
      for (let dy = 0; dy < cell.rowspan; dy++) {
        for (let dx = 0; dx < cell.colspan; dx++) {
          const line = matrix[y + dy];
          if (line !== undefined) line[x + dx] = covered(dx > 0 ? 'right' : 'down');
        }
      }
      const value = cell.slot === undefined ? null : (values.get(slotKey(cell.slot)) ?? null);
      const text = cell.slot === undefined ? cell.text : value === null ? '' : String(value);
      const line = matrix[y];
      if (line !== undefined) line[x] = { ...cell, text };
    }
  });
  return {
    id,
    format: table,
    values,
    rows: matrix.map((cells) => ({ kind: kindOf(cells), cells })),
  };
}

function kindOf(cells: readonly DraftCell[]): DraftRow['kind'] {
  if (cells.some((cell) => cell.kind === 'caption')) return 'caption';
  return cells.some((cell) => cell.kind === 'value') ? 'values' : 'header';
}

/** A report ready to be damaged and written. */
export function draftOf(report: BalancedReport): Draft {
  const ids: readonly TableId[] = ['disclosure', 'applications', 'litigation'];
  return {
    report,
    headings: report.sections.map((section) => section.heading),
    tables: ids.flatMap((id) => {
      const rows = report.tables[id];
      return rows === null ? [] : [tableDraft(report.format, id, rows)];
    }),
  };
}

/** The values that must be read, by row id. */
export function expectedRows(table: DraftTable): Record<string, (number | null)[]> {
  const rows: Record<string, (number | null)[]> = {};
  for (const slot of rowShapes(table.format).flatMap((shape) => shape.slots)) {
    const values = rows[slot.row] ?? [];
    rows[slot.row] = values;
    values.push(table.values.get(slotKey(slot)) ?? null);
  }
  return rows;
}
