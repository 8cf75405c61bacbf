import { formatOf } from '../format/formats.ts';
import { shortLabel } from '../report/facts/balance.ts';
import type { Report, Row, Table } from '../report/model.ts';
import type { Edit } from '../text/span.ts';
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

/** Rows of one fault from which on it is the table's. */
const TOGETHER = 3;

function* run(report: Report): Iterable<Finding> {
  for (const { id } of formatOf(report.format).tables) {
    const table = report.tables[id];
    if (table === undefined) continue;
    for (const rows of alike(table)) {
      if (rows.length < TOGETHER) yield* rows.map((row) => misaligned(row, table, report));
      else yield allMisaligned(rows, table, report);
    }
  }
}

/** The rows that are not exact, those with one fault together: fewer or more cells than as many columns, read or not. */
function alike({ rows }: Table): readonly (readonly [Row, ...Row[]])[] {
  const groups = new Map<string, [Row, ...Row[]]>();
  for (const row of rows) {
    if (row.alignment.kind === 'exact') continue;
    const key = `${row.alignment.kind} ${row.alignment.cells < row.shape.slots.length} ${row.shape.slots.length}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups.values()];
}

function misaligned(row: Row, table: Table, report: Report): Finding {
  const width = row.shape.slots.length;
  const [name, cells] = [`${table.format.name}${nameOf(row)}`, cellsOf(row)];
  const message = isTied(row)
    ? `${name}应有${width}格，实有${cells}格，无法判定各数所在的列，本行未参与核对，请逐格核对。`
    : `${name}应有${width}格，实有${cells}格，${basisOf(table)}读作：${readAs(row)}，请核对。`;
  return finding(rule, {
    message,
    span: row.label,
    fixes: () => {
      const edit = writtenOut(row, table, report);
      return edit === undefined ? [] : [suggestion(`按此写齐${width}格`, [edit])];
    },
  });
}

/** One finding for a table whose rows were shifted or lost cells alike: one copy did that to all of them. */
function allMisaligned(rows: readonly [Row, ...Row[]], table: Table, report: Report): Finding {
  const [first] = rows;
  const width = first.shape.slots.length;
  const counts = [...new Set(rows.map(cellsOf))].sort((a, b) => a - b);
  const fault = `${table.format.name}有${rows.length}行应有${width}格，实有${counts.join('、')}格`;
  const message = isTied(first)
    ? `${fault}（${nameOf(first)}等），无法判定各数所在的列，这些行未参与核对，请逐格核对。`
    : `${fault}，${basisOf(table)}读作标准的各列，如${nameOf(first)}：${readAs(first)}，请核对。`;
  return finding(rule, {
    message,
    span: first.label,
    related: rows.slice(1).map((row) => ({
      span: row.label,
      message: isTied(row) ? `${nameOf(row)}也是` : `${nameOf(row)}读作：${readAs(row)}`,
    })),
    fixes: () => {
      const edits = rows.map((row) => writtenOut(row, table, report));
      const all = edits.filter((edit) => edit !== undefined);
      return all.length < edits.length ? [] : [suggestion(`按此写齐${rows.length}行`, all)];
    },
  });
}

function nameOf({ shape }: Row): string {
  return shape.head === undefined ? '数据行' : `“${shortLabel(shape.head.label)}”行`;
}

/** Why a row was read as it was: table 2 has no relations. */
function basisOf({ format }: Table): string {
  return format.relations.length > 0 ? '按相邻各行和勾稽关系' : '按相邻各行的格数';
}

function cellsOf({ alignment, shape }: Row): number {
  return alignment.kind === 'exact' ? shape.slots.length : alignment.cells;
}

function isTied({ alignment }: Row): boolean {
  return alignment.kind === 'tied';
}

/** What the cells of a row were taken for. */
function readAs({ values }: Row): string {
  const filled = values.filter(({ amount }) => amount.kind !== 'blank' && amount.kind !== 'open');
  return filled.map((value) => `${value.slot.columnLabel}${value.cell?.text ?? ''}`).join('、');
}

/** The edit that writes a row out as it was read; undefined where it was not. */
function writtenOut(row: Row, table: Table, report: Report): Edit | undefined {
  if (isTied(row)) return undefined;
  const texts = row.values.map((value) => value.cell?.text ?? '');
  return rewriteRow(row, table, texts, report);
}
