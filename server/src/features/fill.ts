import { labelsOf } from '../format/labels.ts';
import type { TableId } from '../format/schema.ts';
import { layouts } from '../report/layouts.ts';
import type { Report, Row, Table, Value } from '../report/model.ts';
import { isAmount } from '../text/amount.ts';
import { fold } from '../text/fold.ts';
import { lineBreak } from '../text/lines.ts';
import type { Edit } from '../text/span.ts';
import { followedBy } from '../text/words.ts';
import { replaceTable, standardTable, writeValues } from '../writing/write.ts';
import { tableAround } from './grid.ts';
import { type CopiedTable, copiedTables, type Pasted } from './paste.ts';

/** What a copied block does to a table that stands in the draft. */
export interface Filling {
  readonly title: string;
  readonly edits: readonly Edit[];
  /** What found no place, a sentence each. */
  readonly notes: readonly string[];
}

/** A row of a copied block: the words before its numbers, and what follows them. */
interface CopiedRow {
  readonly label: string;
  readonly cells: readonly string[];
}

/** Rows of a copied block, at most. */
const MOST_ROWS = 200;

/**
 * What was copied, put into the table at an offset: a whole statutory table in the place of the one that is there, or
 * behind it where it is another one; a block, a row or a column of cells into the cells from the offset on, or of the
 * rows that its labels name. Undefined where no table is, or what was copied is one cell or running text.
 */
export function fillFrom(report: Report, offset: number, pasted: Pasted): Filling | undefined {
  const table = tableAround(report, offset);
  if (table === undefined) return undefined;
  const whole = copiedTables(pasted).filter(({ missing }) => missing === 0);
  if (whole.length > 0) return withTables(report, table, whole);
  const block = blockOf(pasted.text);
  return block === undefined ? undefined : withBlock(report, table, offset, block);
}

/** Each copied table in the place of the draft's own, where nothing is lost with that; else behind the table at hand. */
function withTables(report: Report, at: Table, copied: readonly CopiedTable[]): Filling | undefined {
  const edits: Edit[] = [];
  const eol = lineBreak(report.text);
  let behind = '';
  for (const { format, valueText } of copied) {
    const own = report.tables[format.id];
    const written = standardTable(format, report.language, valueText, eol);
    const isFree = own !== undefined && (own === at || isBlank(own));
    const edit = isFree ? replaceTable(own, report, written) : undefined;
    if (own === undefined || edit === undefined) behind += eol + eol + written;
    else edits.push({ ...edit, span: { ...edit.span, end: Math.max(edit.span.end, endOf(own, report)) } });
  }
  const end = endOf(at, report);
  if (behind !== '') edits.push({ span: { start: end, end }, text: behind });
  const names = copied.map(({ format }) => format.name).join('、');
  return { title: `填入${names}`, edits, notes: [] };
}

/** The end of a table's last line: blank cells there are behind the last one with a text. */
function endOf(table: Table, { lines, text }: Report): number {
  const end = Math.max(table.span.end, ...table.values.map((value) => value?.cell?.span.end ?? 0));
  if (layouts[table.layout].of === 'lines') return lines.end(lines.lineAt(end));
  const close = text.indexOf('</table>', end);
  return close < 0 ? end : close + '</table>'.length;
}

function isBlank({ values }: Table): boolean {
  return values.every((value) => value === undefined || value.amount.kind === 'blank');
}

function withBlock(report: Report, table: Table, offset: number, block: readonly CopiedRow[]): Filling | undefined {
  const from = beginning(table, offset);
  if (from === undefined) return undefined;
  const texts = new Map<Value, string>();
  let left = 0;
  block.forEach(({ label, cells }, i) => {
    const named = rowNamed(label, table);
    const row = named ?? table.rows[from.row + i];
    // A row that is copied with its label is copied from its first number on.
    const column = named === undefined ? from.column : Math.max(0, named.values.length - cells.length);
    cells.forEach((text, j) => {
      if (text === '') return;
      const value = row?.values[column + j];
      if (value === undefined) left++;
      else texts.set(value, text);
    });
  });
  const { edits, unwritten } = writeValues(table, report, texts);
  const lost = left + unwritten.length;
  if (edits.length === 0) return undefined;
  const notes = lost === 0 ? [] : [`粘贴的内容有${lost}格在${table.format.name}中没有位置，没有填入。`];
  return { title: followedBy('填入', `${table.format.name}的${texts.size - unwritten.length}格`), edits, notes };
}

/** The row and the column of the cell at an offset, or of the first one behind it. */
function beginning({ rows }: Table, offset: number): { readonly row: number; readonly column: number } | undefined {
  for (const [row, { values }] of rows.entries()) {
    const column = values.findIndex(({ cell }) => cell !== undefined && cell.span.end >= offset);
    if (column >= 0) return { row, column };
  }
  return undefined;
}

/** The row of a table that copied words name, as `（一）予以公开`. */
function rowNamed(label: string, table: Table): Row | undefined {
  if (label === '') return undefined;
  const id: TableId = table.format.id;
  const ids = (labelsOf(fold(label)) ?? []).flatMap((each) =>
    each.table === id && each.kind === 'row' ? each.id : [],
  );
  const rows = table.rows.filter(({ shape }) => ids.includes(shape.id));
  return rows.length === 1 ? rows[0] : undefined;
}

/** The rows of copied cells, without lines and columns that hold words alone; undefined where no several cells are. */
function blockOf(text: string): readonly CopiedRow[] | undefined {
  const lines = text.replace(/\s+$/, '').split(/\r\n|\r|\n/);
  if (lines.length > MOST_ROWS) return undefined;
  const rows = lines.map(cut).map(copiedRow);
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (filled.reduce((sum, { cells }) => sum + cells.length, 0) < 2) return undefined;
  if (filled.some(({ cells }) => cells.some((cell) => cell !== '' && !isAmount(cell)))) return undefined;
  // Lines of words around the numbers are headers; a blank line between them is a row.
  const first = rows.findIndex((row) => filled.includes(row));
  const last = rows.findLastIndex((row) => filled.includes(row));
  return evened(rows.slice(first, last + 1));
}

/** The cells of a copied line: between tabs, or numbers with spaces between, of which a PDF has three and more. */
function cut(line: string): readonly string[] {
  const text = line.trim();
  if (!line.includes('\t') && /^\d+(?:\.\d+)?(?: +\d+(?:\.\d+)?){2,}$/.test(text)) return text.split(/ +/);
  return line.split('\t').map((cell) => cell.trim());
}

function copiedRow(cells: readonly string[]): CopiedRow {
  const number = cells.findIndex(isAmount);
  const words = (number < 0 ? cells : cells.slice(0, number)).findLastIndex((cell) => cell !== '' && !isAmount(cell));
  return { label: words < 0 ? '' : (cells[words] ?? ''), cells: cells.slice(words + 1) };
}

/** Rows of labels that are merged over several columns have blank cells before their numbers, more than others have. */
function evened(rows: readonly CopiedRow[]): readonly CopiedRow[] {
  const labelled = rows.filter(({ label, cells }) => label !== '' && cells.length > 0);
  const width = Math.min(...labelled.map(({ cells }) => cells.length));
  return rows.map(({ label, cells }) => {
    const more = label === '' ? 0 : cells.length - width;
    const blank = cells.slice(0, more).every((cell) => cell === '');
    return { label, cells: more > 0 && blank ? cells.slice(more) : cells };
  });
}
