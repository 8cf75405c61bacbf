import { type BlankTotal, balancesOf, blankTotalsOf, cellName, numberOf } from '../report/facts/balance.ts';
import { rowsRunTogether } from '../report/facts/runTogether.ts';
import { tablesOfOneFormat } from '../report/facts/template.ts';
import { type LineOfTotals, linesLeftOut } from '../report/facts/totalLines.ts';
import type { Report, Row, Table, Value } from '../report/model.ts';
import type { Edit } from '../text/span.ts';
import { writeValues } from '../writing/write.ts';
import { type Check, type Finding, finding, type Rule, safeFix, suggestion } from './check.ts';

const blankRule: Rule = {
  code: 'cell-blank',
  severity: 'warning',
  title: '单元格未填',
  summary: 'Value cells of a table are blank; where there is nothing to report a 0 belongs there.',
  why: [
    '没有数据的格应填0。空白格分不清是没有、漏填还是不适用。一张表只提示一处，写明空白格的个数；整张表没有一个数的，提示“尚未填写”。',
    '勾稽关系核对时空白按0计。合并单元格拆开后多出的空格不算；“/”“—”视为不适用，不算空白。总计空白而各分项有数的，由“总计未填”提示。',
  ].join('\n\n'),
  basis: '填报惯例：没有明文规定要填0，已公布的报告填0和留空的都有；督查核验数据时空白格常计为漏填，以填0为宜。',
  howToFix:
    '在该表所有空白格填0。勾稽关系能证明每个空白格只能是0的，“全部修正”一并填写；证明不了的和整表未填的，须由填报人确认确实没有数据。',
  examples: [
    {
      report: 'government',
      wrong: '|  |  | ⟦2.重复申请⟧ | 0 |  |  |  |  |  | 0 |',
      right: '|  |  | 2.重复申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |',
    },
    {
      report: 'government',
      wrong: '| 1 |⟦ ⟧| 1 |  | 2 | 1 |  |  |  | 1 |  |  |  | 1 | 1 |',
      right: '| 1 | 0 | 1 | 0 | 2 | 1 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 1 | 1 |',
      note: '表四有8个空白格，只在第一格提示。',
    },
  ],
};

const totalRule: Rule = {
  code: 'total-blank',
  severity: 'warning',
  title: '总计未填',
  summary: 'A total is blank although the cells that it adds up hold numbers.',
  why: [
    '“总计”列、“（七）总计”行和表四的三个总计应是各分项之和。分项有数而总计空白，是最后一步漏填；按空白填0就与分项矛盾，所以单独提示，并算出应填的数。',
    '因总计空白而算不平的勾稽关系不再另报为不平衡。整列、整行总计都空着的，只提示一处，列出各格应填的数。',
  ].join('\n\n'),
  basis: '“总计”的含义：各类申请人之和、各项办理结果之和、四项结果之和；表三表头所印的勾稽关系也以总计为一项。',
  howToFix: '填入各分项之和。各分项是否正确要由填报人核对，“全部修正”不填。',
  examples: [
    {
      report: 'government',
      wrong: '| 三、本年度办理结果 | （一）予以公开 |  | 6 | 2 | 0 | 0 | 0 | 0 |⟦ ⟧|',
      right: '| 三、本年度办理结果 | （一）予以公开 |  | 6 | 2 | 0 | 0 | 0 | 0 | 8 |',
    },
    {
      report: 'government',
      wrong: '| 1 | 0 | 1 | 0 |⟦ ⟧| 1 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 1 | 1 |',
      right: '| 1 | 0 | 1 | 0 | 2 | 1 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 1 | 1 |',
      note: '行政复议的总计未填，应为1＋0＋1＋0＝2。',
    },
  ],
};

/** cell-blank, total-blank: value cells without anything in them. */
export const checkBlankCells: Check = { rules: [blankRule, totalRule], run };

function* run(report: Report): Iterable<Finding> {
  for (const table of tablesOfOneFormat(report)) {
    const lines = linesLeftOut(table).filter(({ left }) => left === 'blank');
    const told = new Set(lines.flatMap(({ totals }) => totals.map(({ value }) => value)));
    yield* lines.map((line) => lineBlank(line, table, report));
    const totals = blankTotalsOf(table).filter(({ value }) => !told.has(value));
    yield* totals.map((total) => totalBlank(total, table, report));
    yield* blanks(table, report, new Set([...told, ...totals.map(({ value }) => value)]));
  }
}

/** One finding for a whole column or row of totals: the last step of filling in was forgotten. */
function lineBlank({ name, whole, totals, balances }: LineOfTotals, table: Table, report: Report): Finding {
  const placed = totals.map(({ value, expected }) => ({
    value,
    expected,
    span: value.cell?.span ?? rowOf(table, value)?.label ?? table.span,
  }));
  return finding(totalRule, {
    message: `${table.format.name}${name}${whole ? `${totals.length}格都` : `有${totals.length}格`}未填，应为各分项之和，请补填。`,
    span: placed[0]?.span ?? table.span,
    related: placed.map(({ value, expected, span }) => ({
      span,
      message: `${cellName(value.slot, table)}应为${expected}`,
    })),
    relations: balances.map((balance) => balance.equation.id),
    fixes: () => {
      const texts = new Map(totals.map(({ value, expected }) => [value, String(expected)]));
      const edits = totals.some(({ expected }) => expected < 0) ? undefined : fill(table, report, texts);
      return edits === undefined ? [] : [suggestion(`按各分项之和填入${totals.length}格`, edits)];
    },
  });
}

function totalBlank(total: BlankTotal, table: Table, report: Report): Finding {
  const { value, expected, balances } = total;
  const row = rowOf(table, value);
  const name = `${table.format.name}${cellName(value.slot, table)}`;
  return finding(totalRule, {
    message: `${name}未填，应为${expected}。`,
    span: value.cell?.span ?? row?.label ?? table.span,
    relations: balances.map((balance) => balance.equation.id),
    suspect: { table: table.format.id, row: value.slot.row, column: value.slot.column, value: null, expected },
    fixes: () => {
      const edits = expected < 0 ? undefined : fill(table, report, new Map([[value, String(expected)]]));
      return edits === undefined ? [] : [suggestion(`填入${expected}`, edits)];
    },
  });
}

function rowOf(table: Table, value: Value): Row | undefined {
  return table.rows.find((row) => row.values.includes(value));
}

/** The edits that write texts into blank values; undefined where one of them has no place in the draft. */
function fill(table: Table, report: Report, texts: ReadonlyMap<Value, string>): readonly Edit[] | undefined {
  const { edits, unwritten } = writeValues(table, report, texts);
  return unwritten.length === 0 ? edits : undefined;
}

/** One finding a table for the blank cells that want a 0. */
function* blanks(table: Table, report: Report, totals: ReadonlySet<Value>): Iterable<Finding> {
  // Of a row that was laid with thought the missing cells are another finding's.
  const blank: Value[] = [];
  const together = rowsRunTogether(table);
  for (const row of table.rows) {
    // Beside numbers that ran together blank cells are no 0.
    if (row.alignment.kind === 'tied' || together.includes(row)) continue;
    for (const value of row.values) {
      if (value.amount.kind !== 'blank' || totals.has(value)) continue;
      if (row.alignment.kind === 'exact' || value.cell !== undefined) blank.push(value);
    }
  }
  const first = blank[0];
  if (first === undefined) return;
  const { name } = table.format;
  const empty = !table.values.some((value) => value?.amount.kind === 'number');
  const message = empty
    ? `${name}尚未填写，没有数据的应填0。`
    : `${name}有${blank.length}个单元格未填（${cellName(first.slot, table)}${blank.length > 1 ? '等' : ''}），没有数据的应填0。`;
  const label = rowOf(table, first);
  yield finding(blankRule, {
    message,
    span:
      (first.slot.row === 'review' || table.format.id === 'litigation' ? undefined : label?.label) ??
      first.cell?.span ??
      table.span,
    fixes: () => {
      const edits = fill(table, report, new Map(blank.map((value) => [value, '0'])));
      if (edits === undefined) return [];
      const title = blank.length === 1 ? '填入0' : `将${blank.length}个空白单元格填为0`;
      return [(!empty && provablyZero(table, blank) ? safeFix : suggestion)(title, edits)];
    },
  });
}

/**
 * Whether the relations that hold leave nothing but 0 for every blank cell: numbers are not below zero, so the
 * blank parts of a total that is already reached are 0, and so is a blank total of parts that are all 0.
 */
function provablyZero(table: Table, blank: readonly Value[]): boolean {
  const open = new Set(blank.map((value) => value.slot));
  const balances = balancesOf(table).filter(
    (balance) => balance.reason !== 'row-missing' && balance.reason !== 'row-unclear' && balance.left === balance.right,
  );
  let before = -1;
  while (open.size !== before) {
    before = open.size;
    for (const { equation } of balances) {
      const left = equation.left.filter((slot) => open.has(slot));
      const right = equation.right.filter((slot) => open.has(slot));
      // With one side known and equal to what the other side holds, the blanks of the other side are 0.
      if (right.length === 0) for (const slot of left) open.delete(slot);
      else if (left.length === 0) for (const slot of right) open.delete(slot);
    }
  }
  return open.size === 0 && blank.every((value) => numberOf(value) === 0);
}
