import { formatOf } from '../format/formats.ts';
import { shortLabel } from '../report/facts/balance.ts';
import type { Report, Row, Table } from '../report/model.ts';
import { rewriteRow } from '../writing/write.ts';
import { type Check, type Finding, finding, type Rule, suggestion } from './check.ts';

const rule: Rule = {
  code: 'table-misaligned',
  severity: 'warning',
  title: '一行的格数不对',
  summary: 'A row has fewer or more cells than columns; the finding says how it was read.',
  why: [
    '一行的格数少于或多于应有的列数，各数属于哪一列就要推断：合并、删去了空白格，或者多出一格，后面的数就会错到别的列。',
    '推断依据相邻各行的位置和勾稽关系。只有一种读法最合理的，按它读，并在提示中逐列写明，请对照原表核对；几种读法一样合理的，不猜，本行不参与勾稽关系核对。',
  ].join('\n\n'),
  basis:
    '统一格式中表三每行7列、表四一行15列，表二各行列数以表头为准；格数应与列数相同是表格的形式要求，条例没有另行规定。',
  howToFix:
    '按提示中的读法把这一行写齐，原有各数不变，没有数的格留空待填；无法判定的、多出的格里有数的、用空格分列的和 HTML 的表没有修正。读法要由填报人认可，“全部修正”不改。',
  examples: [
    {
      report: 'government',
      wrong: '|  |  | ⟦6.属于四类过程性信息⟧ | 1 | 0 |  | 0 | 0 | 0 | 0 | 1 |',
      right: '|  |  | 6.属于四类过程性信息 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |',
      note: '应有7格，中间多出1个空格；去掉空格读作“自然人1”至“总计1”。',
    },
    {
      report: 'government',
      wrong: '|  |  | ⟦6.属于四类过程性信息⟧ | 1 | 1 |',
      right: '|  |  | 6.属于四类过程性信息 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |',
      fixable: false,
      note: '只剩2格，按勾稽关系读作“自然人1、总计1”；修正补出其余5格，是否为0由填报人填写。',
    },
  ],
};

/** table-misaligned: rows that were laid on their columns with thought, or could not be. */
export const checkMisalignedRows: Check = { rules: [rule], run };

function* run(report: Report): Iterable<Finding> {
  for (const { id } of formatOf(report.format).tables) {
    const table = report.tables[id];
    if (table === undefined) continue;
    for (const row of table.rows) if (row.alignment.kind !== 'exact') yield misaligned(row, table, report);
  }
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
  return finding(rule, {
    message,
    span: row.label,
    fixes: () => {
      const edit = tied ? undefined : rewriteRow(row, table, texts, report);
      return edit === undefined ? [] : [suggestion(`按此写齐${width}格`, [edit])];
    },
  });
}
