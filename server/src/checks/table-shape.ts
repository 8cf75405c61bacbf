import { noticeNumbers } from '../format/notices.ts';
import { labelOf, type RowShape, rowShapes } from '../format/shape.ts';
import { shortLabel } from '../report/facts/balance.ts';
import { firstCellOf } from '../report/facts/faults.ts';
import { tablesOfOneFormat, templateFaultOf } from '../report/facts/template.ts';
import type { Report, Table } from '../report/model.ts';
import { lazily } from '../text/memo.ts';
import type { Span } from '../text/span.ts';
import { replaceTable } from '../writing/write.ts';
import { type Check, exampleTable, type Finding, type Fix, finding, type Rule, suggestion } from './check.ts';

const lastRow = `| ${labelOf(exampleTable('disclosure'), 'fee')} | 1203.5 |  |  |`;
const nextHeading = '## 三、收到和处理政府信息公开申请情况';

const rule: Rule = {
  code: 'table-shape',
  severity: 'error',
  title: '表格行列不符',
  summary: 'A statutory table lacks rows or columns, has ones that the official table has not, or has a row twice.',
  why: [
    '表二、表三、表四的行和列全国统一，逐级汇总时按行列取数，不得增删。查缺行、缺列、多出的行、多出的列和重复的行；缺行标在它的上一行，其余标在多出或重复之处。',
    '名称的个别字词写法不同、错字和附注不算行列不符，仍按该行读取。表中的一行被删去，勾稽关系中用到这一行的就无法核对。',
  ].join('\n\n'),
  basis: `${noticeNumbers}所附格式的表格；统一格式由全国政府信息公开工作主管部门公布（《条例》第五十条）。`,
  howToFix:
    '按标准格式重写整张表，已填的数原样放回各自的位置，缺的行列留空待填；多出和重复的行、多出的列中的数移到表后的括号中，由填报人决定去留。表中有数不属于任何一格的，重写会丢失，不给修正。“全部修正”不改。',
  examples: [
    {
      report: 'government',
      wrong: '| ⟦行政处罚⟧ | 964 |  |  |',
      right: '| 行政处罚 | 964 |  |  |\n| 行政强制 | 71 |  |  |',
      fixable: false,
      note: '“行政强制”一行被删去。没有数据也应保留并填0；修正补出空白行，数由填报人填写。',
    },
    {
      report: 'government',
      replaces: `${lastRow}\n\n${nextHeading}`,
      wrong: `${lastRow}\n| ⟦其他主动公开文件⟧ | 45 |  |  |\n\n${nextHeading}`,
      right: `${lastRow}\n\n（标准表外的内容：其他主动公开文件 45）\n\n${nextHeading}`,
      note: '表后自行加了一行。',
    },
  ],
};

/** table-shape: rows and columns of the statutory tables that are missing, unknown or there twice. */
export const checkTableShapes: Check = { rules: [rule], run };

function* run(report: Report): Iterable<Finding> {
  for (const table of tablesOfOneFormat(report)) {
    // A table of another format lacks rows and has others for that one reason, and is written anew for it.
    if (templateFaultOf(table, report) === undefined) yield* faultsOf(table, report);
  }
}

function* faultsOf(table: Table, report: Report): Iterable<Finding> {
  const { missingRows, missingColumns, extraRows, extraColumns, doubledRows } = table.faults;
  const { name } = table.format;
  // However many faults a table has, one writing of it mends them all.
  const fixes = lazily((): readonly Fix[] => {
    const edit = replaceTable(table, report);
    const title = `按标准格式重排${name}，已填数据不变`;
    return edit === undefined ? [] : [suggestion(title, [edit])];
  });
  const fault = (message: string, span: Span): Finding => finding(rule, { message, span, fixes });
  const lost = table.rows.length === 0 ? undefined : missingRows[0];
  if (lost !== undefined) {
    const names = missingRows.map((row) => `“${shortLabel(row.head?.label ?? '')}”`);
    const shown = names.length > 4 ? `${names.slice(0, 4).join('')}等` : names.join('');
    yield fault(`${name}缺少${shown}${names.length}行，应按标准格式补齐。`, neighbour(table, lost));
  }
  if (table.rows.length === 0) yield fault(`${name}没有数据行，应按标准格式补齐。`, firstCellOf(table));
  for (const row of extraRows) yield fault(`${name}没有“${row.text}”这一行，应按标准格式删去或并入其他行。`, row.span);
  for (const row of doubledRows) yield fault(`${name}“${shortLabel(row.shape.head?.label ?? '')}”一行重复。`, row.span);
  if (missingColumns.length > 0) {
    yield fault(
      `${name}缺少${missingColumns.map((column) => `“${column}”`).join('')}列，应按标准格式补齐。`,
      firstCellOf(table),
    );
  }
  for (const cell of extraColumns) yield fault(`${name}没有“${cell.text}”这一列，应按标准格式删去。`, cell.span);
}

/** The label of the row before a missing one, or of the first row. */
function neighbour(table: Table, missing: RowShape): Span {
  const order = rowShapes(table.format);
  const before = table.rows.findLast((row) => order.indexOf(row.shape) < order.indexOf(missing));
  return (before ?? table.rows[0])?.label ?? firstCellOf(table);
}
