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

/** Cells of a table that is not a statutory one, at most. */
const MOST_CELLS = 5000;

/**
 * A copied table for a draft of a language: the official layout with every value where it is a statutory table, else a
 * pipe table of its cells; undefined where nothing but text was copied.
 */
export function pastedTable({ text, html }: Pasted, language: Language): PastedTable | undefined {
  const tables = html === undefined ? [] : readTables(html, 'html');
  const found = tables.length > 0 ? tables : readTables(text, 'plaintext');
  if (found.length > 0 && holdAll(found, tables.length > 0 ? (html ?? '') : text)) {
    const names = found.map(({ format }) => format.name).join('、');
    return {
      kind: 'standard',
      title: `粘贴为标准的${names}`,
      text: found.map((table) => write(table, language)).join('\n\n'),
    };
  }
  const rows = rowsOf(text);
  if (rows === undefined || language !== 'markdown') return undefined;
  return { kind: 'plain', title: '粘贴为 Markdown 表格', text: pipeLines(evened(rows)).join('\n') };
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

function write(table: Table, language: Language): string {
  return standardTable(table.format, language, (slot) => valueAt(table, slot)?.cell?.text ?? '');
}

/** The cells of a table that was copied as tab-separated text, as Word, WPS, Excel and browsers give it. */
function rowsOf(text: string): string[][] | undefined {
  const lines = text.replace(/\s+$/, '').split(/\r\n|\r|\n/);
  const rows = lines.map((line) => line.split('\t').map((cell) => cell.trim()));
  const width = Math.max(...rows.map((row) => row.length));
  const tabbed = lines.every((line) => line.includes('\t'));
  return tabbed && width > 1 && lines.length > 1 && width * lines.length <= MOST_CELLS ? rows : undefined;
}
