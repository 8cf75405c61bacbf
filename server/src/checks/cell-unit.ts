import { labelOf } from '../format/shape.ts';
import { cellName, numberOf } from '../report/facts/balance.ts';
import { isLocalBody } from '../report/facts/body.ts';
import { templateFaultOf } from '../report/facts/template.ts';
import type { Report, Table, Value } from '../report/model.ts';
import { inTenThousands } from '../text/amount.ts';
import { squeeze } from '../text/fold.ts';
import { writeValue } from '../writing/write.ts';
import {
  alternative,
  type Check,
  exampleTable,
  type Finding,
  type Fix,
  finding,
  type Rule,
  suggestion,
} from './check.ts';

/** The label of the row of fees. */
const feeLabel = labelOf(exampleTable('disclosure'), 'fee');

const rule: Rule = {
  code: 'cell-unit',
  severity: 'warning',
  title: '金额单位有误或不明',
  summary:
    'An amount of money is in another unit than its column’s, 10,000 yuan, or so large or small that its unit is in doubt.',
  why: [
    '“本年收费金额”一栏表头印明以万元为单位，写成元、亿元的，汇总时会差一万倍。试行格式的“采购总金额”没有印单位，由填报人写明；没有写而数很大的，或者所写的单位与采购项目数量明显不相称的（20个项目合计33633789.63万元，即3363亿元），多半是把元当成了万元，或把万元写成了元。',
    '只写万元、万的，以及没有写单位而数额通常的，按万元读取，不提示。',
  ].join('\n\n'),
  basis: '现行格式表二表头“本年收费金额（单位：万元）”；“采购总金额”的单位没有明文规定，以万元计为填报惯例。',
  howToFix:
    '收费金额换算为万元；采购总金额改写单位，数不变，没有写单位的，可选读作元或读作万元。金额要填报人认定，“全部修正”不改。',
  examples: [
    {
      wrong: `| ${feeLabel} | ⟦123600元⟧ |  |  |`,
      right: `| ${feeLabel} | 12.36 |  |  |`,
      note: '表头已印“单位：万元”，应换算后只填数。',
    },
    {
      report: 'trial',
      replaces: '| 政府集中采购 | 4 | 86.2万元 |  |',
      wrong: '| 政府集中采购 | 4 | ⟦862000⟧ |  |',
      right: '| 政府集中采购 | 4 | 862000元 |  |',
      note: '没有写单位；按万元读，4个项目合计86.2亿元。',
    },
    {
      report: 'trial',
      replaces: '| 政府集中采购 | 4 | 86.2万元 |  |',
      wrong: '| 政府集中采购 | 4 | ⟦862000.00万⟧ |  |',
      right: '| 政府集中采购 | 4 | 862000.00元 |  |',
    },
    {
      report: 'trial',
      wrong: '| 政府集中采购 | 4 | ⟦86.2元⟧ |  |',
      right: '| 政府集中采购 | 4 | 86.2万元 |  |',
    },
  ],
};

/** cell-unit: amounts of money whose unit is not that of their column, or that can hardly be in it. */
export const checkUnits: Check = { rules: [rule], run };

/** 万元 for one item bought, over which an amount without a unit is hardly in 万元: a hundred million 元. */
const LARGE_ITEM = 10_000;
/** The same where the drafter wrote 万元: a thousand million 元. */
const HUGE_ITEM = 100_000;
/** 万元 under which no amount is doubted; the same where the number of items is not known. */
const LARGE_SUM = 100_000;
const HUGE_SUM = 1_000_000;
/** 元 for one item bought under which an amount is hardly in 元. */
const SMALL_ITEM = 100;
/** 万元 of fees that a county, a town or a department hardly takes in; and that nobody does. */
const LARGE_FEES = 1_000_000;
const HUGE_FEES = 10_000_000;

function* run(report: Report): Iterable<Finding> {
  const table = report.tables.disclosure;
  // In a mixture of formats the cells are not all under their own labels.
  if (table === undefined || templateFaultOf(table, report)?.kind === 'mixed') return;
  for (const row of table.rows) {
    for (const value of row.values) {
      if (value.slot.kind !== 'money' || value.amount.kind !== 'number' || value.amount.value <= 0) continue;
      const found = value.slot.row === 'fee' ? fees(value, table, report) : procurement(value, row.values[0], table);
      if (found !== undefined) yield found;
    }
  }
}

/** Fees, in a column whose header prints 万元. */
function fees(value: Value, table: Table, { body }: Report): Finding | undefined {
  const { unit, amount } = partsOf(value);
  const name = `${table.format.name}${cellName(value.slot, table)}`;
  const plain = decimal(amount);
  if (unit !== '' && !isTenThousands(unit)) {
    if (inTenThousands(unit) === undefined) return undefined;
    return unitFinding(value, `${name}填“${value.cell?.text}”，表头单位为万元，应为${plain}。`, () => [
      change(value, table, plain, `换算为万元：${plain}`, true),
    ]);
  }
  const limit = isLocalBody(body ?? '') ? LARGE_FEES : HUGE_FEES;
  if (amount < limit) return undefined;
  const converted = decimal(amount, -4);
  return unitFinding(
    value,
    `${name}填${value.cell?.text}，以万元计为${hundredMillions(amount)}亿元，疑以元为单位，应为${converted}，请核对。`,
    () => [change(value, table, converted, `读作元，换算为万元：${converted}`, true)],
  );
}

/** What was bought, in a column of the trial format that prints no unit. */
function procurement(value: Value, itemCell: Value | undefined, table: Table): Finding | undefined {
  const { unit, amount, digits } = partsOf(value);
  const name = `${table.format.name}${cellName(value.slot, table)}`;
  const text = value.cell?.text ?? '';
  const items = numberOf(itemCell);
  const each = amount / Math.max(1, items);
  const count = items > 0 ? `${items}个项目合计` : '合计';
  const inYuan = (preferred: boolean): Fix | undefined =>
    change(value, table, `${digits}元`, `读作元：${digits}元（${decimal(amount, -4)}万元）`, preferred);
  if (unit === '' || isTenThousands(unit)) {
    const written = unit !== '';
    const doubted = amount >= (items === 0 ? HUGE_SUM : LARGE_SUM);
    if (!doubted || each < (written ? HUGE_ITEM : LARGE_ITEM)) return undefined;
    const implied = `${count}${hundredMillions(amount)}亿元`;
    return unitFinding(
      value,
      written
        ? `${name}填“${text}”，${implied}，单位疑应为元，请核对。`
        : `${name}填${text}，未写单位；以万元计，${implied}，疑以元为单位，请写明单位。`,
      () => [
        inYuan(true),
        ...(each >= HUGE_ITEM ? [] : [change(value, table, `${digits}万元`, `读作万元：${digits}万元`, false)]),
      ],
    );
  }
  if (unit !== '元' || each * 10_000 >= SMALL_ITEM) return undefined;
  return unitFinding(value, `${name}填“${text}”，${count}仅${digits}元，单位疑应为万元，请核对。`, () => [
    change(value, table, `${digits}万元`, `单位改为万元：${digits}万元`, true),
  ]);
}

function isTenThousands(unit: string): boolean {
  return inTenThousands(unit) === 1;
}

/** An amount in 万元, its unit as written and its digits without separators. */
function partsOf({ amount, cell }: Value): { unit: string; amount: number; digits: string } {
  const unit = amount.kind === 'number' ? amount.unit : '';
  const digits = /[\d.]+/.exec(squeeze(cell?.text ?? '').replace(/[,，、'’]/g, ''))?.[0] ?? '';
  return { unit, amount: amount.kind === 'number' ? amount.value : 0, digits };
}

/** A number times a power of ten in plain digits, without the noise of binary fractions: 12.36, 3363.378963. */
function decimal(value: number, exponent = 0): string {
  return String(Number(Number(`${value}e${exponent}`).toFixed(6)));
}

/** 万元 in 亿元 with at most two decimals. */
function hundredMillions(amount: number): string {
  return String(Math.round(amount / 100) / 100);
}

function unitFinding(value: Value, message: string, fixes: () => readonly (Fix | undefined)[]): Finding | undefined {
  if (value.cell === undefined) return undefined;
  return finding(rule, {
    message,
    span: value.cell.span,
    fixes: () => fixes().filter((fix) => fix !== undefined),
  });
}

function change(value: Value, table: Table, text: string, title: string, preferred: boolean): Fix | undefined {
  const edit = writeValue(value, table, text);
  return edit === undefined ? undefined : (preferred ? suggestion : alternative)(title, [edit]);
}
