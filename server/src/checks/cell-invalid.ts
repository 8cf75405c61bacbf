import { cellName } from '../report/facts/balance.ts';
import { tablesOfOneFormat } from '../report/facts/template.ts';
import type { Report, Table, Value } from '../report/model.ts';
import { inTenThousands, mayBeSeveral, type Repair } from '../text/amount.ts';
import { squeeze } from '../text/fold.ts';
import { writeValue } from '../writing/write.ts';
import { type Check, type Finding, type Fix, finding, type Rule, safeFix, suggestion } from './check.ts';

const rule: Rule = {
  code: 'cell-invalid',
  severity: 'error',
  title: '单元格不是数字',
  summary:
    'A value cell holds something other than a plain number (words, full-width digits, separators, a unit), a negative count, or a fraction of a count.',
  why: [
    '表中各格只填半角阿拉伯数字：件数、项数是不小于0的整数，“本年增/减”可以是负数，金额可以是小数。查：文字、汉字数字、全角数字、千分位分隔符、数字中间的空格和不可见字符、形似数字的字母（把1写成l）、数字后的标点、负的件数、不是整数的件数、与本列不符的单位。',
    '这样的格在汇总时取不出数，或者取成另一个数，勾稽关系也无法核对。只是多写了单位（`124件`）或用文字表示增减（`减4`）的，意思清楚，降为“信息”。用“/”“—”表示不适用的不算错；没有填的由“单元格未填”提示。',
  ].join('\n\n'),
  basis:
    '统一格式的表头：各列为件数、项数或以万元计的金额，“本年增/减”为增减数。半角数字、不写单位、不用分隔符为填报惯例，没有明文规定。',
  howToFix:
    '数值清楚的改为半角阿拉伯数字。全角数字、千分位分隔符、不可见字符、多写的单位和标点去掉后数值不变，“全部修正”一并改；字母、空格、汉字数字和文字写的增减要填报人确认；文字、负数、小数、单位不符的没有修正，请查清后填写。',
  examples: [
    { report: 'government', wrong: '| 行政许可 | ⟦5,310⟧ |  |  |', right: '| 行政许可 | 5310 |  |  |' },
    {
      report: 'government',
      wrong: '| 行政强制 | ⟦7l⟧ |  |  |',
      right: '| 行政强制 | 71 |  |  |',
      note: '末位是字母 l，不是数字1，汇总时取不出数。',
    },
    {
      report: 'government',
      wrong: '| 行政处罚 | ⟦见附件⟧ |  |  |',
      right: '| 行政处罚 | 964 |  |  |',
      fixable: false,
    },
  ],
};

/** cell-invalid: what stands in a value cell and is no plain number of its column's kind. */
export const checkCells: Check = { rules: [rule], run };

function* run(report: Report): Iterable<Finding> {
  for (const table of tablesOfOneFormat(report)) {
    for (const row of table.rows) {
      for (const value of row.values) {
        if (isPlainCount(value)) continue;
        const found = invalid(value, table);
        if (found !== undefined) yield found;
      }
    }
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

/** Whether there is nothing to say of a cell, as of nearly all: told without making a message. */
function isPlainCount({ amount, cell }: Value): boolean {
  if (cell === undefined || amount.kind === 'blank' || amount.kind === 'none') return true;
  return amount.kind === 'number' && amount.repairs.length === 0 && amount.value >= 0 && Number.isInteger(amount.value);
}

function invalid(value: Value, table: Table): Finding | undefined {
  const { amount, cell, slot } = value;
  if (cell === undefined || amount.kind === 'blank' || amount.kind === 'none' || amount.kind === 'open')
    return undefined;
  const name = `${table.format.name}${cellName(slot, table)}`;
  const report = (message: string, severity: Finding['severity'], fixes: () => readonly Fix[] = () => []): Finding =>
    finding(rule, { severity, message, span: cell.span, fixes });
  if (amount.kind === 'text') {
    return report(`${name}应填数字，实为“${cell.text}”。`, 'error');
  }
  if (mayBeSeveral(cell.text)) {
    return report(`${name}填“${cell.text}”，一格中像是有几个数，请分填各格。`, 'error');
  }
  const wrongUnit = amount.unit !== '' && (inTenThousands(amount.unit) !== undefined) !== (slot.kind === 'money');
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
  // A count beyond what is computed exactly would come back as another.
  const exact = slot.kind === 'money' || Number.isSafeInteger(amount.value);
  return report(
    `${name}填“${visible(cell.text)}”，${REPAIRS[first]}，应为${plain}。`,
    repairs.every((repair) => CUSTOMARY.has(repair)) ? 'information' : 'error',
    () => {
      const edit = exact ? writeValue(value, table, plain) : undefined;
      const safe = repairs.every((repair) => CERTAIN.has(repair));
      return edit === undefined ? [] : [(safe ? safeFix : suggestion)(`改为${plain}`, [edit])];
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
