import type { SlotKey } from '../../server/src/format/shape.ts';
import { slotKey } from '../../server/src/format/shape.ts';
import type { Draft, DraftCell, DraftRow, DraftTable } from './draft.ts';
import type { Shape } from './layouts.ts';
import type { Random } from './random.ts';

/**
 * What tools and people do to a report. The damaged text still determines its values; where a damage changes what
 * must be read (`/` for 0 is null), the damaged draft's own values say so.
 */
export interface Damage {
  readonly name: string;
  /** What it does to the order of cells: two damages that move cells of one row may leave it undetermined. */
  readonly kind: 'wording' | 'value' | 'cells' | 'lines' | 'heading';
  readonly shapes: readonly Shape[];
  readonly apply: (draft: Draft, random: Random) => Draft;
}

/** All layouts. */
export const everywhere: readonly Shape[] = ['pipe', 'pipe-end', 'html', 'tab', 'word', 'lines', 'columns', 'spaces'];
/** Those whose cells have borders, so that spaces inside a cell mean nothing. */
export const bordered: readonly Shape[] = ['pipe', 'pipe-end', 'html', 'tab', 'word', 'lines'];
/** Those that write a row of the grid as a line. */
export const gridded: readonly Shape[] = ['pipe', 'tab'];

/** Changes each table of a draft. */
export function onTables(change: (table: DraftTable, random: Random) => DraftTable): Damage['apply'] {
  return (draft, random) => ({ ...draft, tables: draft.tables.map((table) => change(table, random)) });
}

/** Changes the rows of each table. */
export function onRows(change: (rows: readonly DraftRow[], random: Random, table: DraftTable) => readonly DraftRow[]) {
  return onTables((table, random) => ({ ...table, rows: change(table.rows, random, table) }));
}

/** Changes the text of labels; undefined leaves one as it is. */
export function onLabels(change: (cell: DraftCell, random: Random, table: DraftTable) => string | undefined) {
  return onRows((rows, random, table) =>
    rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => {
        const labelled = cell.text !== '' && ['caption', 'header', 'label'].includes(cell.kind) && row.kind !== 'note';
        const text = labelled ? change(cell, random, table) : undefined;
        return text === undefined ? cell : { ...cell, text };
      }),
    })),
  );
}

/** What a value is written as, and what must be read then, where that is not the value. */
export interface Rewritten {
  readonly text: string;
  readonly value?: number | null;
}

/** Changes the text of values that are not blank; undefined leaves one as it is. */
export function onValues(
  change: (value: number, cell: DraftCell, random: Random, table: DraftTable) => Rewritten | undefined,
) {
  return onTables((table, random) => {
    const values = new Map<SlotKey, number | null>(table.values);
    const rows = table.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => {
        const value = cell.slot === undefined ? null : (values.get(slotKey(cell.slot)) ?? null);
        // A value that another damage has rewritten stays as that one left it.
        if (cell.slot === undefined || value === null || cell.text !== String(value)) return cell;
        const written = change(value, cell, random, table);
        if (written === undefined) return cell;
        if (written.value !== undefined) values.set(slotKey(cell.slot), written.value);
        return { ...cell, text: written.text };
      }),
    }));
    return { ...table, rows, values };
  });
}

/** Writes invisible text into blank values. */
export function onBlanks(text: (random: Random) => string) {
  return onRows((rows, random) =>
    rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) =>
        cell.kind === 'value' && cell.text === '' ? { ...cell, text: text(random) } : cell,
      ),
    })),
  );
}
