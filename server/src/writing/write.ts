import { gridOf, matrixOf } from '../format/grid.ts';
import type { TableFormat } from '../format/schema.ts';
import type { Slot } from '../format/shape.ts';
import { shortLabel } from '../report/facts/balance.ts';
import { layouts } from '../report/layouts.ts';
import { type Cell, type Language, type Report, type Row, type Table, type Value, valueAt } from '../report/model.ts';
import { wholeLines } from '../report/reading/tables.ts';
import { mayBeSeveral } from '../text/amount.ts';
import { escapeHtml } from '../text/escapeHtml.ts';
import { lineBreak } from '../text/lines.ts';
import type { Edit, Span } from '../text/span.ts';
import { strayNumbers } from './strays.ts';

/**
 * A table in the standard form of a language: pipe table in Markdown, HTML with merged cells in HTML, tab-separated
 * rows in plain text. The official layout; merged cells' texts stand at their upper left places.
 * @param valueText text of each value cell; empty for a blank table
 */
export function standardTable(
  table: TableFormat,
  language: Language,
  valueText: (slot: Slot) => string,
  eol = '\n',
): string {
  if (language === 'html') return htmlTable(table, valueText, eol);
  const matrix = matrixOf(table, valueText);
  return (language === 'markdown' ? pipeLines(matrix) : matrix.map((row) => row.join('\t'))).join(eol);
}

/** The lines of a pipe table; the first row is its header, every row has as many texts as that. */
export function pipeLines(matrix: readonly (readonly string[])[]): string[] {
  const [header = '', ...rest] = matrix.map(pipeLine);
  return [header, `|${' --- |'.repeat(matrix[0]?.length ?? 0)}`, ...rest];
}

/** A row of a pipe table. */
export function pipeLine(row: readonly string[]): string {
  return `| ${row.map((text) => text.replaceAll('|', '\\|')).join(' | ')} |`;
}

function htmlTable(table: TableFormat, valueText: (slot: Slot) => string, eol: string): string {
  const rows = gridOf(table).rows.map((row) => {
    const cells = row.map((cell) => {
      const tag = cell.kind === 'value' ? 'td' : 'th';
      const spans =
        (cell.colspan > 1 ? ` colspan="${cell.colspan}"` : '') + (cell.rowspan > 1 ? ` rowspan="${cell.rowspan}"` : '');
      return `<${tag}${spans}>${escapeHtml(cell.slot === undefined ? cell.text : valueText(cell.slot))}</${tag}>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  return ['<table>', ...rows, '</table>'].join(eol);
}

/**
 * A table that was read, written in the standard form with every value as the drafter wrote it.
 * @param open what stands in the place of a value of which it is open what it is
 */
export function rewriteTable(table: Table, report: Report, format: TableFormat = table.format, open = ''): string {
  const textOf = (slot: Slot): string => {
    const value = valueAt(table, slot);
    return value?.amount.kind === 'open' ? open : (value?.cell?.text ?? '');
  };
  return standardTable(format, report.language, textOf, lineBreak(report.text));
}

/** What of a table the official one has no place for: rows and cells, each with its label. */
export function rowsWithoutPlace(table: Table): string[] {
  return [...unplacedCells(table), ...unplacedRows(table)].map(({ text }) => text);
}

/** Something of a table without a place in the official one: as it is written behind the table, and where it stands. */
interface Unplaced {
  readonly text: string;
  readonly cells: readonly Cell[];
}

function unplacedRows({ faults }: Table): Unplaced[] {
  const rows = [
    ...faults.extraRows.map(({ text, span, cells }) => [{ text, span }, ...cells]),
    ...faults.doubledRows.map(({ shape, span, cells }) => [{ text: shape.head?.label ?? '', span }, ...cells]),
  ];
  return rows.map((cells) => ({
    text: cells
      .map(({ text }) => text)
      .filter((text) => text !== '')
      .join(' '),
    cells,
  }));
}

/** Filled cells of the rows that no column takes, as those of a column of another format. */
function unplacedCells(table: Table): Unplaced[] {
  // Where it is open which row a line belongs to, it is told once.
  const placed = new Set(table.values.map((value) => value?.cell));
  return table.rows.flatMap(({ shape, cells }) => {
    const left = cells.filter((cell) => cell.text !== '' && !placed.has(cell));
    if (left.length === 0) return [];
    for (const cell of left) placed.add(cell);
    const label = shortLabel(shape.head?.label ?? table.format.name);
    return [{ text: `${label}：${left.map(({ text }) => text).join('、')}`, cells: left }];
  });
}

/** The remark behind a standard table on what it has no place for: `（标准表外的内容：…）`. */
export function remarkOn(left: readonly string[]): string {
  return `（标准表外的内容：${left.join('；')}）`;
}

/**
 * The numbers in a table's place that are in none of its cells: writing the table anew would lose them. Empty for a
 * table that may be rewritten.
 */
export function looseNumbers(table: Table, draft: Pick<Report, 'text' | 'lines'>): readonly Span[] {
  const kept = unplacedRows(table).flatMap(({ cells }) => cells);
  for (const { cells, values } of table.rows) {
    for (const cell of cells) if (cell.text !== '') kept.push(cell);
    for (const { cell } of values)
      if (cell !== undefined && (cell.text === '' || !cells.includes(cell))) kept.push(cell);
  }
  return strayNumbers(draft, table.grid, wholeLines(table, draft), kept);
}

/** A line break that an empty line or the end follows, or the end itself. */
const SET_APART = /^(?:$|(?:\r\n|\r(?!\n)|\n)[^\S\r\n]*(?:[\r\n]|$))/;

/**
 * The edit that puts a table in the place of one that was read; undefined where numbers would be lost with it, which
 * stand in its place and in none of its cells.
 * @param written the new table in the report's language; unless given the standard one, every value as it stands
 * @param left what the old table holds and the new one has no place for: it follows in brackets, so that nothing is lost
 */
export function replaceTable(
  table: Table,
  report: Report,
  written: string = rewriteTable(table, report),
  left: readonly string[] = rowsWithoutPlace(table),
): Edit | undefined {
  if (looseNumbers(table, report).length > 0) return undefined;
  const span = wholeLines(table, report);
  if (left.length === 0) return { span, text: written };
  const eol = lineBreak(report.text);
  const remark = remarkOn(left);
  const paragraph = report.language === 'html' ? `<p>${escapeHtml(remark)}</p>` : remark;
  const setApart = SET_APART.test(report.text.slice(span.end, span.end + 200));
  return { span, text: written + eol + eol + paragraph + (setApart ? '' : eol) };
}

/** The edit that puts a text into a value's cell; undefined where the draft has no place for it, or several numbers there. */
export function writeValue(value: Value, table: Table, text: string): Edit | undefined {
  const { cell } = value;
  if (cell === undefined || mayBeSeveral(cell.text)) return undefined;
  return { span: cell.span, text: cell.text === '' ? padded(text, table) : text };
}

/**
 * The edits that put texts into values; a row that lacks cells is written out whole where its layout allows it.
 * @returns with them the values that nothing could be written into
 */
export function writeValues(
  table: Table,
  report: Report,
  texts: ReadonlyMap<Value, string>,
): { readonly edits: readonly Edit[]; readonly unwritten: readonly Value[] } {
  const edits: Edit[] = [];
  const unwritten: Value[] = [];
  for (const row of table.rows) {
    const own = row.values.filter((value) => texts.has(value));
    const lacks = own.some(({ cell }) => cell === undefined);
    const all = row.values.map((value) => texts.get(value) ?? value.cell?.text ?? '');
    const whole = lacks ? rewriteRow(row, table, all, report) : undefined;
    if (whole !== undefined) edits.push(whole);
    else {
      for (const value of own) {
        const edit = writeValue(value, table, texts.get(value) ?? '');
        if (edit === undefined) unwritten.push(value);
        else edits.push(edit);
      }
    }
  }
  return { edits, unwritten };
}

/** A text that takes the whole gap of a blank cell. */
function padded(text: string, { layout }: Table): string {
  const { padding } = layouts[layout];
  return padding + text + padding;
}

/** How many of a row's first cells, blank ones, are of the columns of labels: its own label is shorter than others. */
function labelCellsOf(row: Row, { grid, rows }: Table): number {
  const placeOf = (cell: Cell | undefined): number =>
    cell === undefined ? 0 : (grid.find((line) => line.includes(cell))?.indexOf(cell) ?? 0);
  const exact = rows.find(({ alignment, values: [first] }) => alignment.kind === 'exact' && first?.cell !== undefined);
  if (exact === undefined || row.alignment.kind === 'exact') return 0;
  const filled = row.cells.findIndex(({ text }) => text !== '');
  return Math.max(0, Math.min(placeOf(exact.values[0]?.cell) - placeOf(row.cells[0]), filled, row.cells.length - 1));
}

/**
 * The edit that writes a row's values out, a cell for each column, in the table's own layout. Undefined for layouts
 * whose rows cannot be rewritten in place, and where numbers would be lost that are none of its values.
 */
export function rewriteRow(row: Row, table: Table, texts: readonly string[], report: Report): Edit | undefined {
  const { separator, padding } = layouts[table.layout];
  const cells = row.cells.slice(labelCellsOf(row, table));
  const first = cells[0];
  const last = cells[cells.length - 1];
  if (separator === undefined || first === undefined || last === undefined) return undefined;
  // Several numbers in one cell are no value that can be written out.
  if (row.cells.some(({ text }) => mayBeSeveral(text))) return undefined;
  const span = { start: first.span.start, end: last.span.end };
  const own = row.values.flatMap(({ cell }) => cell ?? []);
  // Words that run into the row are the next one's.
  if (row.cells.some((cell) => cell.text !== '' && !own.includes(cell))) return undefined;
  if (strayNumbers(report, table.grid, span, own).length > 0) return undefined;
  const start = first.text === '' ? padding : '';
  const end = last.text === '' ? padding : '';
  return { span, text: start + texts.join(separator.replace('\n', lineBreak(report.text))) + end };
}
