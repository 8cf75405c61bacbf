import { feeRules, numberOfDocument } from '../format/citations.ts';
import { formats } from '../format/formats.ts';
import { noticeOf } from '../format/notices.ts';
import { labelOf } from '../format/shape.ts';
import { balancesOf, cellName, numberOf, shortLabel } from '../report/facts/balance.ts';
import { feesTaken } from '../report/facts/fees.ts';
import { textsOf } from '../report/facts/sectionTexts.ts';
import { templateFaultOf } from '../report/facts/template.ts';
import type { Report, Section, Table, Value } from '../report/model.ts';
import { type Check, exampleTable, type Finding, finding, type Rule } from './check.ts';

/** From this share of all results, and this number, on 其他处理 is many. */
const SHARE = 1 / 3;
const FEWEST = 5;

/** A row below 其他处理 of the table that examples stand in, with so many requests of natural persons. */
function row(id: string, count: number): string {
  return `|  |  | ${labelOf(exampleTable('applications'), id)} | ${count} | 0 | 0 | 0 | 0 | 0 | ${count} |`;
}

/** 逾期未按收费通知要求缴纳费用 */
const unpaid = shortLabel(labelOf(exampleTable('applications'), 'other.2')).replace(/^申请人|、.*$/g, '');
const [first] = formats;

const rule: Rule = {
  code: 'applications-implausible',
  severity: 'hint',
  title: '表三数据存疑',
  summary:
    'Figures of table 3 that can hardly be true together with the text, or that supervisors ask about: many requests under other, lapsed ones without a word on fees, fees without requests.',
  why: [
    '表三平衡，数也可能有疑问：',
    `- “其他”一类的处理结果（${labelOf(exampleTable('applications', 'trial'), 'other')}一行，或其中的“3.其他”）不少于${FEWEST}件，并且占办理结果总计的三分之一以上。这一类只为极少数特殊情形设置，主管部门会重点核查数量多的单位；`,
    `- 有因逾期未缴纳费用不再处理的申请，第六部分却没有写到发出收费通知或者未缴费的情况；`,
    '- 第六部分说收取了信息处理费，而本年新收和上年结转的申请都是0件。',
    '这些数不是一定错，请核对归类和文字后决定。',
  ].join('\n\n'),
  basis: `“其他处理”：${first === undefined ? '' : noticeOf(first)}一（三）。收费：${numberOfDocument(feeRules)}和格式第六部分。其余由各栏含义推知。`,
  howToFix: '没有修正：怎样归类、是否收费，只有填报人知道。',
  examples: [
    {
      replaces: `${row('other.2', 0)}\n${row('other.3', 1)}`,
      wrong: `${row('other.2', 1).replace(/1 \|$/, '⟦1⟧ |')}\n${row('other.3', 0)}`,
      right: `${row('other.2', 0)}\n${row('other.3', 1)}`,
      fixable: false,
      note: '第六部分只写“未收取信息处理费”，没有写到收费通知。',
    },
  ],
};

/** applications-implausible: figures of table 3 that are to be asked about, one finding for each cause. */
export const checkApplications: Check = { rules: [rule], run };

function* run(report: Report): Iterable<Finding> {
  const table = report.tables.applications;
  if (table === undefined || templateFaultOf(table, report) !== undefined) return;
  const six = report.sections.find(({ format, role }) => format.number === 6 && role === 'regular');
  const found = [
    manyOthers(table),
    six === undefined ? undefined : unpaidFees(table, six, report),
    feesForNothing(table, report),
  ];
  for (const one of found) if (one !== undefined) yield one;
}

/** The value in the column of totals of a row that holds a number. */
function totalOf(table: Table, row: string): Value | undefined {
  const value = table.values.find((one) => one?.slot.row === row && one.slot.column === 'total');
  return value?.amount.kind === 'number' ? value : undefined;
}

/** Whether a relation that a cell is in fails: then the number is not to be trusted, and that is said already. */
function isDisputed({ slot }: Value, table: Table): boolean {
  return balancesOf(table).some(
    ({ state, equation }) => state === 'fails' && [...equation.left, ...equation.right].includes(slot),
  );
}

/** Many results that fit nowhere else. */
function manyOthers(table: Table): Finding | undefined {
  const others = totalOf(table, 'other') ?? totalOf(table, 'other.3');
  const all = totalOf(table, 'total');
  const [count, results] = [numberOf(others), numberOf(all)];
  if (others?.cell === undefined || all?.cell === undefined) return undefined;
  if (count < FEWEST || count < SHARE * results || isDisputed(others, table) || isDisputed(all, table))
    return undefined;
  const share = Math.round((100 * count) / results);
  return finding(rule, {
    message: `表三“${shortLabel(others.slot.rowLabel)}”${count}件，占办理结果总计${results}件的${share}%，比例偏高，请核对能否归入其他各项。`,
    span: others.cell.span,
    related: [{ span: all.cell.span, message: `办理结果总计${results}件` }],
  });
}

/** `收费通知2件` (2 fee notices), `逾期未缴费` (not paid in time), `应收取……元` (to be charged): what explains lapsed requests. */
const NOTICES = /通知|逾期|未缴|缴纳|缴费|不再处理/;

/** Requests that lapsed for unpaid fees while section six tells of no notice. */
function unpaidFees(table: Table, six: Section, report: Report): Finding | undefined {
  const lapsed = totalOf(table, 'other.2');
  if (lapsed?.cell === undefined || numberOf(lapsed) === 0 || isDisputed(lapsed, table)) return undefined;
  const texts = textsOf(six, report);
  if (texts.length === 0 || texts.some(({ text }) => NOTICES.test(text.replace(/《[^》]*》/g, '')))) return undefined;
  return finding(rule, {
    message: `表三有${numberOf(lapsed)}件申请因${unpaid}而不再处理，“${six.format.title}”部分没有写到收费通知，请核对并补充。`,
    span: lapsed.cell.span,
    related: [{ span: texts[0]?.span ?? six.headingSpan, message: '这里没有写到收费通知' }],
  });
}

/** Fees that were charged while there was no request to charge them for. */
function feesForNothing(table: Table, report: Report): Finding | undefined {
  const received = totalOf(table, 'new');
  const carriedIn = totalOf(table, 'carriedIn');
  if (received?.cell === undefined || numberOf(received) + numberOf(carriedIn) > 0) return undefined;
  if (isDisputed(received, table)) return undefined;
  const taken = feesTaken(report);
  if (taken === undefined) return undefined;
  return finding(rule, {
    message: `第六部分说收取信息处理费${taken.text}，表三${cellName(received.slot, table)}却为0，请核对。`,
    span: received.cell.span,
    related: [{ span: taken.span, message: `收取信息处理费${taken.text}` }],
  });
}
