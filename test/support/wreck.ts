import type { FormatId } from '../../server/src/format/formats.ts';
import type { TableId } from '../../server/src/format/schema.ts';
import type { Language } from '../../server/src/report/model.ts';
import { plain, writeLines } from './document.ts';
import { type DraftCell, type DraftRow, type DraftTable, draftOf, expectedRows } from './draft.ts';
import type { GoldRows } from './gold.ts';
import { fitting } from './judge.ts';
import type { Layout, Shape } from './layouts.ts';
import type { Random } from './random.ts';
import type { BalancedReport } from './report.ts';

/**
 * What becomes of a table that went through a program which did not know that it was one. Unlike a damage it may leave
 * cells undetermined: each cell must be read as it is or left open, and never be called certain and be wrong.
 */
export interface Wreck {
  readonly name: string;
  /** Layouts that it befalls; of one that it writes by itself only the language counts. */
  readonly shapes: readonly Shape[];
  /** Whether blank cells leave no trace: then 0 is written for them. */
  readonly blanksLost?: boolean;
  /** What it does to a table's rows. */
  readonly rows?: (table: DraftTable, random: Random, shape: Shape) => DraftTable;
  /** How it writes a table, where it does not leave that to the layout. */
  readonly table?: (table: DraftTable, random: Random) => string;
  /** What it does to a table's text. */
  readonly text?: (text: string, random: Random) => string;
  /** What it does to the whole document. */
  readonly document?: (text: string) => string;
}

/** A report with wrecked tables, and what each of their cells is where it can be read. */
export interface Wrecked {
  readonly text: string;
  readonly language: Language;
  readonly format: FormatId;
  readonly tables: Readonly<Record<TableId, GoldRows | null>>;
}

/** Writes a report in a layout and wrecks its tables. */
export function wreck(report: BalancedReport, layout: Layout, kind: Wreck, random: Random): Wrecked {
  const draft = draftOf(fitting(report, kind.blanksLost === true ? { ...layout, blanks: false } : layout));
  const torn = { ...draft, tables: draft.tables.map((table) => kind.rows?.(table, random, layout.shape) ?? table) };
  const write = (table: DraftTable): string => {
    const text = kind.table?.(table, random) ?? layout.table?.(table) ?? '';
    return kind.text?.(text, random) ?? text;
  };
  const { text } = writeLines(torn, plain, write);
  const tables: Record<TableId, GoldRows | null> = { disclosure: null, applications: null, litigation: null };
  for (const table of torn.tables) tables[table.id] = expectedRows(table);
  return {
    text: kind.document?.(text) ?? text,
    language: layout.language,
    format: report.format,
    tables,
  };
}

/** A row as what it shows: the texts of its labels, and its cells of values. */
export interface Shown {
  readonly labels: readonly string[];
  readonly values: readonly DraftCell[];
}

/** What a row shows. */
export function shownOf(row: DraftRow): Shown {
  return {
    labels: row.cells.filter(({ kind, text }) => kind !== 'value' && text !== '').map(({ text }) => text),
    values: row.cells.filter(({ kind }) => kind === 'value'),
  };
}

/** A line of text between the rows of a table. */
export function noteRow(text: string): DraftRow {
  return { kind: 'note', cells: [{ kind: 'label', text, colspan: 1, rowspan: 1 }] };
}

/** Whether a row has values and a label of its own: all but that of table 4. */
export function isLabelled(row: DraftRow): boolean {
  return row.kind === 'values' && row.cells.some(({ kind }) => kind === 'label');
}
