import { formatOf } from '../format/formats.ts';
import { lineBreak, rewriteRow, writeValue } from '../render/write.ts';
import { type BlankTotal, balancesOf, blankTotalsOf, cellName, numberOf } from '../report/balance.ts';
import type { Report, Row, Table, Value } from '../report/model.ts';
import type { Repair } from '../text/amount.ts';
import { squeeze } from '../text/fold.ts';
import type { Edit } from '../text/span.ts';
import { type Check, type Finding, type Fix, finding, type Rule } from './check.ts';

const cellInvalidRule: Rule = {
  code: 'cell-invalid',
  severity: 'error',
  title: '单元格不是数字',
  summary: '',
  why: '',
  basis: '',
  mend: '',
  examples: [],
};

const cellBlankRule: Rule = {
  code: 'cell-blank',
  severity: 'warning',
  title: '单元格未填',
  summary: '',
  why: '',
  basis: '',
  mend: '',
  examples: [],
};

const totalBlankRule: Rule = {
  code: 'total-blank',
  severity: 'warning',
  title: '总计未填',
  summary: '',
  why: '',
  basis: '',
  mend: '',
  examples: [],
};

/** cell-invalid, cell-blank, total-blank: what stands in the value cells. */
export const checkCells: Check = { rules: [cellInvalidRule, cellBlankRule, totalBlankRule], run };

function* run(report: Report): Iterable<Finding> {
  for (const { id } of formatOf(report.format).tables) {
    const table = report.tables[id];
    if (table === undefined) continue;
    for (const row of table.rows) {
      for (const value of row.values) {
        if (isPlainCount(value)) continue;
        const found = invalid(value, table);
        if (found !== undefined) yield found;
      }
    }
    const totals = blankTotalsOf(table);
    yield* totals.map((total) => totalBlank(total, table, report));
    yield* blanks(table, report, new Set(totals.map(({ value }) => value)));
  }
}

const REPAIRS: Readonly<Record<Repair, string>> = {
  'full-width': '数字应为半角',
  separator: '数字不用千分位分隔符',
  space: '数字中间有空格',
  invisible: '数字中夹有不可见字符',
  letter: '数字中夹有字母',
  word: '应填阿拉伯数字',
  sign: '增减应以正负数表示',
  unit: '单元格只填数字，不写单位',
  mark: '数字后有多余标点',
};
/** Repairs that leave the number beyond doubt. */
const CERTAIN: ReadonlySet<Repair> = new Set(['full-width', 'separator', 'invisible', 'unit', 'mark']);
/** A unit that fits and a signed word are customary; everything else is a fault. */
const CUSTOMARY: ReadonlySet<Repair> = new Set(['unit', 'sign']);
const MONEY_UNIT = /[元万亿]$/;

/** Whether there is nothing to say of a cell, as of nearly all: told without making a message. */
function isPlainCount({ amount, cell }: Value): boolean {
  if (cell === undefined || amount.kind === 'blank' || amount.kind === 'none') return true;
  return amount.kind === 'number' && amount.repairs.length === 0 && amount.value >= 0 && Number.isInteger(amount.value);
}

function invalid(value: Value, table: Table): Finding | undefined {
  const { amount, cell, slot } = value;
  if (cell === undefined || amount.kind === 'blank' || amount.kind === 'none') return undefined;
  const name = cellName(slot, table);
  const report = (message: string, severity: Finding['severity'], fixes: () => readonly Fix[] = () => []): Finding =>
    finding(cellInvalidRule, { severity, message, span: cell.span, fixes });
  if (amount.kind === 'text') {
    return report(`${name}应填数字，实为“${cell.text}”。`, 'error');
  }
  const wrongUnit = amount.unit !== '' && MONEY_UNIT.test(amount.unit) !== (slot.kind === 'money');
  if (wrongUnit) {
    return report(`${name}填“${cell.text}”，单位“${amount.unit}”与本列不符，请核对。`, 'error');
  }
  if (amount.value < 0 && slot.kind !== 'change') {
    return report(`${name}填${cell.text}，不应为负数，请核对。`, 'error');
  }
  if (slot.kind !== 'money' && !Number.isInteger(amount.value)) {
    return report(`${name}填${cell.text}，件数应为整数，请核对。`, 'error');
  }
  // Money has no printed unit in the trial format, so drafters write one; which one is another check's matter.
  const repairs = amount.repairs.filter((repair) => repair !== 'unit' || slot.kind !== 'money');
  const first = repairs[0];
  if (first === undefined) return undefined;
  const plain = slot.kind === 'money' ? plainMoney(cell.text) : String(amount.value);
  return report(
    `${name}填“${visible(cell.text)}”，${REPAIRS[first]}，应为${plain}。`,
    repairs.every((repair) => CUSTOMARY.has(repair)) ? 'information' : 'error',
    () => {
      const edit = writeValue(value, table, plain);
      const safe = repairs.every((repair) => CERTAIN.has(repair));
      return edit === undefined ? [] : [{ title: `改为${plain}`, edits: [edit], preferred: true, safe }];
    },
  );
}

/** An amount of money with its unit, in plain digits. */
function plainMoney(text: string): string {
  return squeeze(text)
    .replace(/[,，、'’](?=\d{3})/g, '')
    .replace(/[。；;]$/, '');
}

/** A text with its invisible characters shown as `·`. */
function visible(text: string): string {
  return text.replace(/[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]/g, '·');
}

function totalBlank(total: BlankTotal, table: Table, report: Report): Finding {
  const { value, expected, balances } = total;
  const row = rowOf(table, value);
  const name = cellName(value.slot, table);
  return finding(totalBlankRule, {
    message: `${name}未填，应为${expected}。`,
    span: value.cell?.span ?? row?.label ?? table.span,
    relations: balances.map((balance) => balance.equation.id),
    suspect: { table: table.format.id, row: value.slot.row, column: value.slot.column, value: null, expected },
    fixes: () => {
      const edits = expected < 0 ? undefined : fill(table, report, new Map([[value, String(expected)]]));
      return edits === undefined ? [] : [{ title: `填入${expected}`, edits, preferred: true, safe: false }];
    },
  });
}

function rowOf(table: Table, value: Value): Row | undefined {
  return table.rows.find((row) => row.values.includes(value));
}

/** The edits that write texts into blank values; a row that lacks cells is written out whole. */
function fill(table: Table, report: Report, texts: ReadonlyMap<Value, string>): Edit[] | undefined {
  const edits: Edit[] = [];
  for (const row of table.rows) {
    const own = row.values.filter((value) => texts.has(value));
    if (own.length === 0) continue;
    if (own.every((value) => value.cell !== undefined)) {
      for (const value of own)
        edits.push(...[writeValue(value, table, texts.get(value) ?? '')].filter((edit) => edit !== undefined));
      continue;
    }
    const whole = row.values.map((value) => texts.get(value) ?? value.cell?.text ?? '');
    const edit = rewriteRow(row, table, whole, lineBreak(report.text));
    if (edit === undefined) return undefined;
    edits.push(edit);
  }
  return edits;
}

/** One finding a table for the blank cells that want a 0. */
function* blanks(table: Table, report: Report, totals: ReadonlySet<Value>): Iterable<Finding> {
  // Of a row that was laid with thought the missing cells are another finding's.
  const blank: Value[] = [];
  for (const row of table.rows) {
    if (row.alignment.kind === 'tied') continue;
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
  yield finding(cellBlankRule, {
    message,
    span:
      (first.slot.row === 'review' || table.format.id === 'litigation' ? undefined : label?.label) ??
      first.cell?.span ??
      table.span,
    fixes: () => {
      const edits = fill(table, report, new Map(blank.map((value) => [value, '0'])));
      if (edits === undefined) return [];
      const title = blank.length === 1 ? '填入0' : `将${blank.length}个空白单元格填为0`;
      return [{ title, edits, preferred: true, safe: !empty && provablyZero(table, blank) }];
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
