import { formatOf, formatOfYear, tableOf } from '../format/formats.ts';
import type { TableId } from '../format/schema.ts';
import { shortLabel } from '../report/facts/balance.ts';
import { firstCellOf } from '../report/facts/faults.ts';
import { rowsRunTogether } from '../report/facts/runTogether.ts';
import { standsUnread } from '../report/facts/unread.ts';
import type { Report, Row, Section, Table } from '../report/model.ts';
import { mayBeSeveral } from '../text/amount.ts';
import { lineBreak } from '../text/lines.ts';
import { insertion } from '../writing/section.ts';
import { replaceTable, standardTable } from '../writing/write.ts';
import { type Check, type Finding, type Fix, finding, type Rule, suggestion } from './check.ts';
import { exampleDisputes } from './exampleDisputes.ts';

const disputes = exampleDisputes('markdown');

const rule: Rule = {
  code: 'table-unread',
  severity: 'warning',
  title: '表格的数读不准',
  summary: 'A table is there, but some or all of its values cannot be read with certainty.',
  why: [
    '表格经转换程序或网页复制，各格粘连、行名与数分离、次序错乱，有的数属于哪一格就无法确定。能够确定的照常核对；不能确定的不猜：不参与勾稽关系核对，也不与正文比对，并在此逐行列明。',
    '一张表的数全都无法确定的是错误，部分行无法确定的是警告。表格还在，就不再提示缺少表格。',
  ].join('\n\n'),
  basis:
    '《条例》第五十条要求年度报告包括各项数据；数属于哪一格看不出来的，公众和上级也无从读起。填报惯例，没有更细的规定。',
  howToFix:
    '把整张表还原为标准表格：能确定的数各归其位，不能确定的格留空待填，原有的数一个不丢，没有位置的列在表后；整张表都读不出的，在它上方插入空白表格，原有内容不动。请对照原件填写后删去残表。“全部修正”不改。',
  examples: [
    {
      report: 'government',
      wrong: '| ⟦行政规范性文件⟧ | 31 21 |',
      right: '| 行政规范性文件 | 3 | 1 | 21 |',
      fixable: false,
      note: '三格粘连：可以是3、1、21，也可以是31、2、1。',
    },
    {
      report: 'government',
      replaces: `## 四、政府信息公开行政复议、行政诉讼情况\n\n${disputes}`,
      wrong: '## ⟦四、政府信息公开行政复议、行政诉讼情况⟧\n\n1\n\n0 0 2\n\n13',
      right: `## 四、政府信息公开行政复议、行政诉讼情况\n\n${disputes}`,
      fixable: false,
      note: '只剩几个数，看不出是哪一格的。',
    },
  ],
};

/** table-unread: values that stand in a table and cannot be told apart, or a table of which none can. */
export const checkUnreadTables: Check = { rules: [rule], run };

function* run(report: Report): Iterable<Finding> {
  for (const { id } of formatOf(report.format).tables) {
    const table = report.tables[id];
    if (table === undefined) continue;
    yield* unread(table, report);
    yield* together(table);
  }
  for (const section of report.sections) {
    const id = section.format.table;
    if (id === undefined || section.role === 'doubled' || report.tables[id] !== undefined) continue;
    if (standsUnread(report, id, section.span)) yield ruined(section, id, report);
  }
}

/** The finding of a table with open values. */
function* unread(table: Table, report: Report): Iterable<Finding> {
  const [first, ...others] = table.rows.filter(isOpen);
  if (first === undefined) return;
  const { name } = table.format;
  const whole = table.values.every((value) => value === undefined || value.amount.kind === 'open');
  const reason = `${nameOf(first)}${reasonOf(first)}`;
  yield finding(rule, {
    severity: whole ? 'error' : 'warning',
    message: whole
      ? `${name}的数与行列对不上（${reason}），整张表未能读出，未参与核对；请对照原件填写。`
      : others.length === 0
        ? `${name}${reason}，有的数属于哪一列无法确定，未参与核对；请对照原件填写。`
        : `${name}有${others.length + 1}行，有的数属于哪一格无法确定（${reason}，等），未参与核对；请对照原件填写。`,
    span: whole ? firstCellOf(table) : first.label,
    related: whole ? [] : others.map((row) => ({ span: row.label, message: `${nameOf(row)}${reasonOf(row)}` })),
    fixes: () => {
      const edit = whole ? undefined : replaceTable(table, report);
      return edit === undefined
        ? [blankAbove(table.span.start, table.format.id, report)]
        : [suggestion(`还原为标准的${name}，无法确定的格留空`, [edit])];
    },
  });
}

/** The finding of rows in whose first cell all numbers ran together. */
function* together(table: Table): Iterable<Finding> {
  const [first, ...others] = rowsRunTogether(table);
  if (first === undefined) return;
  const told = (row: Row): string => `${nameOf(row)}的“${row.values[0]?.cell?.text ?? ''}”`;
  const count = others.length === 0 ? '' : `等${others.length + 1}行的数`;
  yield finding(rule, {
    message: `${table.format.name}${told(first)}${count}独占一行，疑为${first.values.length}格的数粘连；请对照原件填写。`,
    span: first.label,
    related: others.map((row) => ({ span: row.label, message: told(row) })),
  });
}

/** The finding of a table of which there are but traces. */
function ruined(section: Section, id: TableId, report: Report): Finding {
  const { name } = tableOf(formatOfYear(report.year).id, id);
  return finding(rule, {
    severity: 'error',
    message: `${name}未能读出：“${section.heading}”下有它的内容，但不成表格，未参与核对；请对照原件整理为标准表格。`,
    span: section.headingSpan,
    fixes: () => [blankAbove(behind(section, report), id, report)],
  });
}

/** Offset of the line behind a section's heading. */
function behind({ headingSpan }: Section, { lines, text }: Report): number {
  const line = lines.lineAt(headingSpan.end) + 1;
  return line < lines.count ? lines.start(line) : text.length;
}

function isOpen({ values }: Row): boolean {
  return values.some(({ amount }) => amount.kind === 'open');
}

function nameOf({ shape: { head } }: Row): string {
  return head === undefined ? '数据行' : `“${shortLabel(head.label)}”行`;
}

/** Why values of a row are open, to follow its name. */
function reasonOf({ cells, shape: { slots } }: Row): string {
  const [cell, ...others] = cells.filter(({ text }) => text !== '');
  if (cell === undefined) return '旁没有数';
  if (others.length === 0 && slots.length > 1 && mayBeSeveral(cell.text)) return `的数粘连为“${cell.text}”`;
  return cells.length === slots.length ? '的数与行名分离' : `应有${slots.length}格，实有${cells.length}格`;
}

/** Puts a blank standard table over a place; nothing of what stands there changes. */
function blankAbove(offset: number, id: TableId, report: Report): Fix {
  const { lines } = report;
  const eol = lineBreak(report.text);
  const format = tableOf(formatOfYear(report.year).id, id);
  const blank = standardTable(format, report.language, () => '', eol);
  return suggestion(`在上方插入空白${format.name}`, [
    insertion(report, lines.start(lines.lineAt(offset)), blank, eol, eol + eol),
  ]);
}
