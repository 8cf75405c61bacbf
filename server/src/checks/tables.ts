import { formatOf, formatOfYear, tableOf } from '../format/formats.ts';
import { isHeadOfLabel, labelsOf } from '../format/labels.ts';
import type { TableId } from '../format/schema.ts';
import { type RowShape, rowShapes } from '../format/shape.ts';
import { content, insertion } from '../render/section.ts';
import { lineBreak, replaceTable, rewriteRow } from '../render/write.ts';
import { shortLabel } from '../report/balance.ts';
import type { Report, Row, Section, Table } from '../report/model.ts';
import { fold } from '../text/fold.ts';
import type { Span } from '../text/span.ts';
import { type Check, type Finding, type Fix, finding, type Rule } from './check.ts';

const tableMissingRule: Rule = {
  code: 'table-missing',
  severity: 'error',
  title: '缺少表格',
  summary: '',
  why: '',
  basis: '',
  mend: '',
  examples: [],
};

const tableShapeRule: Rule = {
  code: 'table-shape',
  severity: 'error',
  title: '表格行列不符',
  summary: '',
  why: '',
  basis: '',
  mend: '',
  examples: [],
};

const tableLayoutRule: Rule = {
  code: 'table-layout',
  severity: 'information',
  title: '表格不是标准形式',
  summary: '',
  why: '',
  basis: '',
  mend: '',
  examples: [],
};

const tableMisalignedRule: Rule = {
  code: 'table-misaligned',
  severity: 'warning',
  title: '一行的格数不对',
  summary: '',
  why: '',
  basis: '',
  mend: '',
  examples: [],
};

/** table-missing, table-shape, table-layout, table-misaligned: the statutory tables, whole and in their form. */
export const checkTables: Check = {
  rules: [tableMissingRule, tableShapeRule, tableLayoutRule, tableMisalignedRule],
  run,
};

function* run(report: Report): Iterable<Finding> {
  for (const section of report.sections) {
    const id = section.format.table;
    if (id !== undefined && section.role !== 'doubled' && report.tables[id] === undefined)
      yield missing(section, id, report);
  }
  for (const { id } of formatOf(report.format).tables) {
    const table = report.tables[id];
    if (table === undefined) continue;
    const shape = [...shapeFaults(table, report)];
    yield* shape;
    for (const row of table.rows) if (row.alignment.kind !== 'exact') yield misaligned(row, table, report);
    if (shape.length === 0) yield* layout(table, report);
  }
}

function missing(section: Section, id: TableId, report: Report): Finding {
  const { name } = tableOf(formatOfYear(report.year).id, id);
  return finding(tableMissingRule, {
    message: `“${section.heading}”下没有找到${name}的数据，应填报标准表格。`,
    span: section.headingSpan,
    fixes: () => {
      const eol = lineBreak(report.text);
      const edit = insertion(report, section.span.end, content(report, section.format), eol, eol + eol);
      return [{ title: `插入空白${name}`, edits: [edit], preferred: true, safe: false }];
    },
  });
}

function* shapeFaults(table: Table, report: Report): Iterable<Finding> {
  const { missingRows, missingColumns, extraRows, extraColumns, doubledRows } = table.faults;
  const { name } = table.format;
  const fixes = (): readonly Fix[] => [rebuild(table, report, `按标准格式重排${name}，已填数据不变`, false)];
  const fault = (message: string, span: Span): Finding => finding(tableShapeRule, { message, span, fixes });
  const lost = table.rows.length === 0 ? undefined : missingRows[0];
  if (lost !== undefined) {
    const names = missingRows.map((row) => `“${shortLabel(row.head?.label ?? '')}”`);
    const shown = names.length > 4 ? `${names.slice(0, 4).join('')}等` : names.join('');
    yield fault(`${name}缺少${shown}${names.length}行，应按标准格式补齐。`, neighbour(table, lost));
  }
  if (table.rows.length === 0) yield fault(`${name}没有数据行，应按标准格式补齐。`, firstCell(table));
  for (const row of extraRows) yield fault(`${name}没有“${row.text}”这一行，应按标准格式删去或并入其他行。`, row.span);
  for (const row of doubledRows) yield fault(`${name}“${shortLabel(row.shape.head?.label ?? '')}”一行重复。`, row.span);
  if (missingColumns.length > 0) {
    yield fault(
      `${name}缺少${missingColumns.map((column) => `“${column}”`).join('')}列，应按标准格式补齐。`,
      firstCell(table),
    );
  }
  for (const cell of extraColumns) yield fault(`${name}没有“${cell.text}”这一列，应按标准格式删去。`, cell.span);
}

/** The label of the row before a missing one, or of the first row. */
function neighbour(table: Table, missing: RowShape): Span {
  const order = rowShapes(table.format);
  const before = table.rows.findLast((row) => order.indexOf(row.shape) < order.indexOf(missing));
  return (before ?? table.rows[0])?.label ?? firstCell(table);
}

function firstCell(table: Table): Span {
  for (const row of table.grid) for (const { text, span } of row) if (text !== '') return span;
  return table.span;
}

/** The fix that writes a table anew; what has no place in the standard table follows it. */
function rebuild(table: Table, report: Report, title: string, safe: boolean): Fix {
  return { title, edits: [replaceTable(table, report)], preferred: true, safe };
}

function misaligned(row: Row, table: Table, report: Report): Finding {
  const width = row.shape.slots.length;
  const name =
    row.shape.head === undefined ? `${table.format.name}数据行` : `“${shortLabel(row.shape.head.label)}”一行`;
  const cells = row.alignment.kind === 'exact' ? width : row.alignment.cells;
  const filled = row.values.filter((value) => value.amount.kind !== 'blank');
  const read = filled.map((value) => `${value.slot.columnLabel}${value.cell?.text ?? ''}`).join('、');
  const tied = row.alignment.kind === 'tied';
  const message = tied
    ? `${name}应有${width}格，实有${cells}格，无法判定各数所在的列，本行未参与核对，请逐格核对。`
    : `${name}应有${width}格，实有${cells}格，已按相邻各行和勾稽关系读作：${read}；请核对。`;
  const texts = row.values.map((value) => value.cell?.text ?? '');
  return finding(tableMisalignedRule, {
    message,
    span: row.label,
    fixes: () => {
      const edit = tied ? undefined : rewriteRow(row, table, texts, lineBreak(report.text));
      return edit === undefined ? [] : [{ title: `按此写齐${width}格`, edits: [edit], preferred: true, safe: false }];
    },
  });
}

/** A table that reads but is not in a standard form for its language. */
function* layout(table: Table, report: Report): Iterable<Finding> {
  const reason = irregularity(table, report);
  if (reason === undefined) return;
  const { name } = table.format;
  const form = { markdown: '标准的 Markdown 表格', plaintext: '标准的制表符分隔表格', html: '标准的 HTML 表格' }[
    report.language
  ];
  const certain = table.rows.every((row) => row.alignment.kind === 'exact');
  yield finding(tableLayoutRule, {
    message: `${name}${reason}，可转换为${form}，数据不变。`,
    span: firstCell(table),
    fixes: () => [rebuild(table, report, `将${name}转换为${form}`, certain)],
  });
}

/** What is not standard about a table's form; undefined for one that is. */
function irregularity(table: Table, report: Report): string | undefined {
  const { layout: kind, grid } = table;
  if (kind === 'html') return undefined;
  if (kind !== 'pipe' && !(kind === 'tab' && report.language === 'plaintext')) {
    return {
      tab: '为制表符分隔的文本',
      word: '每格一行',
      lines: '每格一行',
      'pipe-end': '每格一行',
      columns: '用空格分列',
    }[kind];
  }
  if (kind === 'pipe' && report.language === 'markdown' && !hasDelimiter(table, report))
    return '缺少表头分隔行，不能显示为表格';
  if (grid.some((row) => row.length === 0)) return '被空行断开';
  // A row that was laid with thought has its own finding.
  const laid = new Set(table.rows.filter((row) => row.alignment.kind !== 'exact').flatMap((row) => row.cells));
  const widths = new Set(grid.filter((row) => !row.some((cell) => laid.has(cell))).map((row) => row.length));
  if (widths.size > 1) return '各行格数不一';
  const broken = table.rows.find(
    (row) => row.shape.head !== undefined && isBroken(report.text.slice(row.label.start, row.label.end)),
  );
  return broken === undefined ? undefined : `“${shortLabel(broken.shape.head?.label ?? '')}”一行的名称被断开`;
}

/** Whether a label's first cell holds only the head of it. */
function isBroken(label: string): boolean {
  const key = fold(label);
  return labelsOf(key) === undefined && !/[（(]/.test(label.slice(1)) && key.length > 2 && isHeadOfLabel(key);
}

function hasDelimiter(table: Table, report: Report): boolean {
  const line = report.lines.lineAt(table.span.start);
  const second = report.text.slice(report.lines.start(line + 1), report.lines.end(line + 1));
  return /^[\s|:-]*-[\s|:-]*$/.test(second);
}
