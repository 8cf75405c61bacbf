import { feeRules, numberOfDocument } from '../format/citations.ts';
import { labelOf } from '../format/shape.ts';
import { cellName, numberOf, shortLabel } from '../report/facts/balance.ts';
import { isLocalBody } from '../report/facts/body.ts';
import { feesTaken } from '../report/facts/fees.ts';
import { templateFaultOf } from '../report/facts/template.ts';
import type { Report, Row, Table, Value } from '../report/model.ts';
import { type Check, exampleTable, type Finding, finding, type Related, type Rule } from './check.ts';

/** The label of the row of fees. */
const feeLabel = labelOf(exampleTable('disclosure'), 'fee');

const rule: Rule = {
  code: 'disclosure-implausible',
  severity: 'hint',
  title: '表二数据存疑',
  summary:
    'Figures of table 2 can hardly be true together, as fewer documents in force than made less repealed, or not of this body, as rules made by a county.',
  why: [
    `表二没有印勾稽关系，但有些数放在一起不合情理：现行有效件数少于本年制发减去废止；新公开的多于对外公开总数，或本年有新制作而对外公开总数为0；上一年项目数量加本年增减小于0；采购有项目而无金额，或有金额而无项目；第六部分说收取了信息处理费，而${feeLabel}少于这个数（信息处理费属于${feeLabel}）。`,
    '规章只有国务院部门、省级和设区的市（自治州）人民政府可以制定，县级政府、乡镇街道和市县部门的“规章”一行应为0，填了数的多半是把规范性文件或者上级的规章填了进来。按机关名称判断，名称看不出级别的和政府办公厅（室）不提示。',
    '这些数不是一定错（文件可以在年内自行失效，货款可以跨年支付），请核对后决定。',
  ].join('\n\n'),
  basis: `规章：《立法法》关于部门规章和地方政府规章制定权的规定。其余由各栏含义推知，没有明文规定的勾稽关系；信息处理费见${numberOfDocument(feeRules)}。`,
  howToFix: '没有修正：哪个数不对，只有填报人知道。',
  examples: [
    {
      wrong: '| 规章 | ⟦2⟧ | 0 | 5 |',
      right: '| 规章 | 0 | 0 | 0 |',
      fixable: false,
      note: '市水务局没有规章制定权。',
    },
    {
      report: 'trial',
      wrong: '| 行政许可 | 9 | ⟦-12⟧ | 120 |',
      right: '| 行政许可 | 9 | -1 | 120 |',
      fixable: false,
    },
    {
      report: 'government',
      wrong: '| 行政规范性文件 | 30 | 1 | ⟦21⟧ |',
      right: '| 行政规范性文件 | 3 | 1 | 21 |',
      fixable: false,
    },
    {
      report: 'trial',
      replaces: '| 政府集中采购 | 4 | 86.2万元 |  |',
      wrong: '| 政府集中采购 | 4 | ⟦0⟧ |  |',
      right: '| 政府集中采购 | 4 | 86.2万元 |  |',
      fixable: false,
    },
  ],
};

/** disclosure-implausible: figures of table 2 that can hardly be true together, one finding for each cause. */
export const checkPlausibility: Check = { rules: [rule], run };

function* run(report: Report): Iterable<Finding> {
  const table = report.tables.disclosure;
  // In a mixture of formats the cells are not all under their own labels.
  if (table === undefined || templateFaultOf(table, report)?.kind === 'mixed') return;
  for (const row of table.rows) {
    const figures = figuresOf(row);
    const found =
      row.shape.id === 'regulation' && isForeignRegulation(row, report)
        ? regulations(row, report)
        : (documents(row, figures) ??
          items(row, figures) ??
          purchases(figures, table) ??
          (row.shape.id === 'fee' ? informationFees(figures.get('amount'), table, report) : undefined));
    if (found !== undefined) yield found;
  }
}

/** The values of a row that hold numbers, by their columns. */
function figuresOf({ values }: Row): ReadonlyMap<string, Value> {
  return new Map(
    values.flatMap((value) => (value.amount.kind === 'number' ? [[value.slot.column, value] as const] : [])),
  );
}

/** Whether a body without the power to make rules gives a number of them. The judicial bureau keeps those of its city. */
function isForeignRegulation(row: Row, { body }: Report): boolean {
  return row.values.some((value) => numberOf(value) > 0) && isLocalBody(body ?? '') && !/司法局$/.test(body ?? '');
}

function regulations(row: Row, { body }: Report): Finding | undefined {
  const filled = row.values.filter((value) => numberOf(value) > 0);
  const [first, ...others] = filled;
  const figures = filled.map(({ slot, cell }) => `${slot.columnLabel}${cell?.text ?? ''}`).join('、');
  return implausible(
    first,
    `${body}没有规章制定权，“规章”一行却填${figures}，请核对是否为规范性文件或上级的规章；没有的填0。`,
    others.map((value) => relatedTo(value)),
  );
}

/** Documents made, published, repealed and in force: what can be said depends on which of them the format counts. */
function documents(row: Row, figures: ReadonlyMap<string, Value>): Finding | undefined {
  const [made, published, repealed, stock] = ['made', 'published', 'repealed', 'inForce'].map((id) => figures.get(id));
  if (stock === undefined || row.shape.block.id !== 'article20.1') return undefined;
  const name = shortLabel(row.shape.head?.label ?? '');
  const total = numberOf(stock);
  if (made !== undefined && repealed !== undefined) {
    if (total >= numberOf(made) - numberOf(repealed)) return undefined;
    return implausible(
      stock,
      `${name}本年制发${numberOf(made)}件、废止${numberOf(repealed)}件，现行有效却只有${total}件，应不少于${numberOf(made) - numberOf(repealed)}件，请核对。`,
      [relatedTo(made), relatedTo(repealed)],
    );
  }
  if (published !== undefined && numberOf(published) > total) {
    return implausible(published, `${name}本年新公开${numberOf(published)}件，多于对外公开总数量${total}件，请核对。`, [
      relatedTo(stock),
    ]);
  }
  if (made === undefined || published === undefined || numberOf(made) === 0 || total > 0) return undefined;
  return implausible(stock, `${name}本年新制作${numberOf(made)}件，新公开和对外公开总数量都为0，请核对是否漏填。`, [
    relatedTo(made),
    relatedTo(published),
  ]);
}

/** Items on the list: what is left of last year's cannot be below zero. */
function items(row: Row, figures: ReadonlyMap<string, Value>): Finding | undefined {
  const lastYear = figures.get('lastYear');
  const change = figures.get('change');
  const left = numberOf(lastYear) + numberOf(change);
  if (lastYear === undefined || left >= 0) return undefined;
  const name = shortLabel(row.shape.head?.label ?? '');
  return implausible(
    change,
    `${name}上一年项目数量${numberOf(lastYear)}，本年增/减${change?.cell?.text ?? ''}，增减后为${left}，不应小于0，请核对。`,
    [relatedTo(lastYear)],
  );
}

/** Purchases: items without an amount, or the reverse. */
function purchases(figures: ReadonlyMap<string, Value>, table: Table): Finding | undefined {
  const count = figures.get('items');
  const amount = figures.get('amount');
  if (count === undefined || amount === undefined || numberOf(count) > 0 === numberOf(amount) > 0) return undefined;
  const [zero, other] = numberOf(count) > 0 ? [amount, count] : [count, amount];
  return implausible(
    zero,
    `${table.format.name}${cellName(zero.slot, table)}为0，而${other.slot.columnLabel}为${other.cell?.text ?? ''}，请核对。`,
    [relatedTo(other)],
  );
}

/** Fees for processing information that section six tells of, against the fees of table 2, which contain them. */
function informationFees(value: Value | undefined, table: Table, report: Report): Finding | undefined {
  if (value === undefined) return undefined;
  const taken = feesTaken(report);
  if (taken === undefined) return undefined;
  const amount = numberOf(value);
  const decimals = /\.(\d+)/.exec(value.cell?.text ?? '')?.[1]?.length ?? 0;
  // An amount that was rounded may be less by half of its last digit; 0 is none at all.
  const rounding = amount === 0 ? 0 : 5_000 / 10 ** decimals;
  if (amount * 10_000 + rounding + 1e-6 >= taken.yuan) return undefined;
  return implausible(
    value,
    `第六部分说收取信息处理费${taken.text}，${table.format.name}${cellName(value.slot, table)}为${value.cell?.text ?? ''}万元，应不少于${Number((taken.yuan / 10_000).toFixed(6))}万元（信息处理费属于${value.slot.rowLabel}），请核对。`,
    [{ span: taken.span, message: `收取信息处理费${taken.text}` }],
  );
}

function implausible(value: Value | undefined, message: string, related: readonly Related[]): Finding | undefined {
  return value?.cell === undefined ? undefined : finding(rule, { message, span: value.cell.span, related });
}

/** Another cell of the same cause, with its column and number. */
function relatedTo({ slot, cell }: Value): Related {
  const span = cell?.span ?? { start: 0, end: 0 };
  return { span, message: `${shortLabel(slot.rowLabel)}${slot.columnLabel}${cell?.text ?? ''}` };
}
