import type { TableFormat } from '../format/schema.ts';
import type { Slot } from '../format/shape.ts';
import { evened } from '../format/tableParts.ts';
import { type Language, type Table, valueAt } from '../report/model.ts';
import { readTables } from '../report/reading/read.ts';
import { LineIndex } from '../text/lines.ts';
import { strayNumbers } from '../writing/strays.ts';
import { pipeLines, standardTable } from '../writing/write.ts';

/** What a clipboard holds: text, and HTML where the program that it was copied from gave it. */
export interface Pasted {
  readonly text: string;
  readonly html?: string;
}

/** A copied table, ready to be put into a draft. */
export interface PastedTable {
  /** `standard`: a statutory table, in its official layout; `plain`: any other, as it stands. */
  readonly kind: 'standard' | 'plain';
  readonly title: string;
  readonly text: string;
}

/** A statutory table that was copied. */
export interface CopiedTable {
  readonly format: TableFormat;
  /** How many of its rows were not copied. */
  readonly missing: number;
  readonly valueText: (slot: Slot) => string;
}

/** Cells of a table that is not a statutory one, at most. */
const MOST_CELLS = 5000;

/**
 * A copied table for a draft of a language: the official layout with every value where it is a statutory table, else a
 * pipe table of its cells; undefined where nothing but text was copied.
 */
export function pastedTable(pasted: Pasted, language: Language): PastedTable | undefined {
  const found = copiedTables(pasted);
  if (found.length > 0) {
    const names = found.map(({ format }) => format.name).join('、');
    const text = found.map(({ format, valueText }) => standardTable(format, language, valueText)).join('\n\n');
    return { kind: 'standard', title: `粘贴为标准的${names}`, text };
  }
  const rows = rowsOf(pasted.text);
  if (rows === undefined || language !== 'markdown') return undefined;
  const text = pipeLines(evened(rows)).join('\n');
  return { kind: 'plain', title: '粘贴为 Markdown 表格', text };
}

/** The statutory tables that were copied; none where a number of what was copied would be lost in them. */
export function copiedTables({ text, html }: Pasted): readonly CopiedTable[] {
  const tables = html === undefined ? [] : readTables(html, 'html');
  const found = tables.length > 0 ? tables : readTables(text, 'plaintext');
  if (!holdAll(found, tables.length > 0 ? (html ?? '') : text)) return [];
  return found.map((table) => ({
    format: table.format,
    missing: table.faults.missingRows.length,
    valueText: (slot) => valueAt(table, slot)?.cell?.text ?? '',
  }));
}

/** Whether the tables have a place for everything that was copied: no number is lost on the way. */
function holdAll(tables: readonly Table[], copied: string): boolean {
  const cells = tables.flatMap(({ values }) => values.flatMap((value) => value?.cell ?? []));
  const whole = { start: 0, end: copied.length };
  const draft = { text: copied, lines: new LineIndex(copied) };
  return (
    tables.every(isStandard) &&
    strayNumbers(
      draft,
      tables.flatMap(({ grid }) => grid),
      whole,
      cells,
    ).length === 0
  );
}

function isStandard({ faults }: Table): boolean {
  return faults.extraRows.length + faults.extraColumns.length + faults.doubledRows.length === 0;
}

/** The cells of a table that was copied as tab-separated text, as Word, WPS, Excel and browsers give it. */
function rowsOf(text: string): string[][] | undefined {
  const lines = text.replace(/\s+$/, '').split(/\r\n|\r|\n/);
  const rows = lines.map((line) => line.split('\t').map((cell) => cell.trim()));
  const width = Math.max(...rows.map((row) => row.length));
  const tabbed = lines.every((line) => line.includes('\t'));
  return tabbed && width > 1 && lines.length > 1 && width * lines.length <= MOST_CELLS ? rows : undefined;
}
