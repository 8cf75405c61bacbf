import { formatOf } from '../format/formats.ts';
import { isHeadOfLabel, labelsOf } from '../format/labels.ts';
import { shortLabel } from '../report/facts/balance.ts';
import { firstCellOf, isComplete } from '../report/facts/faults.ts';
import { layouts, standardForm } from '../report/layouts.ts';
import type { Report, Table } from '../report/model.ts';
import { fold } from '../text/fold.ts';
import type { Span } from '../text/span.ts';
import { followedBy } from '../text/words.ts';
import { looseNumbers, replaceTable } from '../writing/write.ts';
import { type Check, type Finding, finding, type Rule, safeFix, suggestion } from './check.ts';
import { exampleDisputes } from './exampleDisputes.ts';

const rule: Rule = {
  code: 'table-layout',
  severity: 'information',
  title: '表格不是标准形式',
  summary:
    'A table, mostly pasted from PDF, Word or a web page, can be read but is not in the standard form of its language.',
  why: [
    '从 PDF、Word 或网页粘贴来的表格，往往成了用空格分列、每格一行的文字，或者缺少表头分隔行、被空行断开、各行格数不一、名称断成两行。数据读得出来，已照常核对；但这样的表不能显示为表格，改一个数就容易错列，其他程序也难以读取。',
    '标准形式：Markdown 稿是带表头分隔行的 Markdown 表格，纯文本稿是制表符分隔的行。行列本身有缺漏的，先按“表格行列不符”补齐。',
  ].join('\n\n'),
  basis: '填报惯例，没有明文规定：条例和统一格式只规定表格的行列，不规定电子稿中表格的写法。',
  howToFix:
    '把整张表换成标准形式，每个数原样放在原来的行列。各行格数都与列数相同、没有推断的，“全部修正”一并转换；有一行是推断而来的，或者前面还连着别的表格行，须由填报人确认。表中有数不属于任何一格的（写在名称的括号里、几格粘连等），转换会丢失，不给修正。',
  examples: [
    {
      report: 'government',
      wrong: exampleDisputes('plaintext').replace(/^[^\t]+/, '⟦$&⟧'),
      right: exampleDisputes('markdown'),
      note: '表格软件粘贴来的制表符分隔的文字，在 Markdown 稿中不显示为表格。',
    },
    {
      report: 'government',
      wrong: [
        '| ⟦第二十条第（一）项⟧ |  |  |  |',
        '| --- | --- | --- | --- |',
        '| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |',
        '| 规章 | 0 | 0 | 0 |',
        '| 行政规范性 |  |  |  |',
        '| 文件 | 3 | 1 | 21 |',
      ].join('\n'),
      right: [
        '| 第二十条第（一）项 |  |  |  |',
        '| --- | --- | --- | --- |',
        '| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |',
        '| 规章 | 0 | 0 | 0 |',
        '| 行政规范性文件 | 3 | 1 | 21 |',
      ].join('\n'),
      note: '复制时“行政规范性文件”的名称断成了两行。',
    },
    {
      report: 'government',
      replaces: exampleDisputes('markdown'),
      wrong: exampleDisputes('plaintext').replace(/^[^\t]+/, '⟦$&（市政府受理2件）⟧'),
      right: `${exampleDisputes('markdown')}\n\n上述行政复议均由市人民政府受理。`,
      fixable: false,
      note: '“2”写在名称里，不属于任何一格，转换会丢失，须由填报人移出。',
    },
  ],
};

/** table-layout: tables that read but are not in a standard form for their language. */
export const checkTableLayouts: Check = { rules: [rule], run };

function* run(report: Report): Iterable<Finding> {
  for (const { id } of formatOf(report.format).tables) {
    const table = report.tables[id];
    // What a table lacks is told first: fixing that brings the standard form too.
    if (table !== undefined && isComplete(table)) yield* layout(table, report);
  }
}

function* layout(table: Table, report: Report): Iterable<Finding> {
  const reason = irregularity(table, report);
  if (reason === undefined) return;
  const { name } = table.format;
  const form = followedBy('标准的', standardForm(report.language));
  const loose = looseNumbers(table, report);
  if (loose.length > 0) {
    yield withLoose(`${name}${reason}`, loose, table, report);
    return;
  }
  const safe = standsApart(table, report) && table.rows.every((row) => row.alignment.kind === 'exact');
  yield finding(rule, {
    message: `${name}${reason}，可转换为${form}，数据不变。`,
    span: firstCellOf(table),
    fixes: () => {
      const edit = replaceTable(table, report);
      return edit === undefined ? [] : [(safe ? safeFix : suggestion)(`将${name}转换为${form}`, [edit])];
    },
  });
}

/** Numbers that a finding names, at most. */
const NAMED = 5;

/** The finding of a table with numbers that reading gave to no cell: where they belong, only the drafter can tell. */
function withLoose(fault: string, loose: readonly Span[], table: Table, { text }: Report): Finding {
  const named = loose.slice(0, NAMED).map(({ start, end }) => `“${text.slice(start, end)}”`);
  const numbers = `${named.join('、')}${loose.length > NAMED ? `等${loose.length}个数` : ''}`;
  return finding(rule, {
    message: `${fault}，其中${numbers}不属于任何一格，转换会丢失，请先填入应在的格或移出表格。`,
    span: firstCellOf(table),
    related: loose.slice(0, NAMED).map((span) => ({ span, message: '不属于任何一格' })),
  });
}

/** What is not standard about a table's form; undefined for one that is. */
function irregularity(table: Table, report: Report): string | undefined {
  const { layout: kind, grid } = table;
  const { of, odd } = layouts[kind];
  if (of === 'elements') return undefined;
  if (odd !== undefined && !odd.unlessIn.includes(report.language)) return odd.looks;
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

/** Whether no other row of pipes runs on into the table: a part of it that was pasted twice is not part of it. */
function standsApart({ span }: Table, { text, lines }: Report): boolean {
  const line = lines.lineAt(span.start);
  return line === 0 || !text.slice(lines.start(line - 1), lines.end(line - 1)).includes('|');
}

function hasDelimiter(table: Table, report: Report): boolean {
  const line = report.lines.lineAt(table.span.start);
  const second = report.text.slice(report.lines.start(line + 1), report.lines.end(line + 1));
  return /^[\s|:-]*-[\s|:-]*$/.test(second);
}
