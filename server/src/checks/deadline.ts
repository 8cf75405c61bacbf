import { type Deadline, deadlines, lastDeadline, verticalSystems } from '../format/deadlines.ts';
import { presentFormat } from '../format/formats.ts';
import { noticeOf } from '../format/notices.ts';
import { bodyKind } from '../report/facts/body.ts';
import type { Report, Signature } from '../report/model.ts';
import { toYear, yearPlace } from '../report/reading/years.ts';
import { squeeze } from '../text/fold.ts';
import { chineseNumber } from '../text/numeral.ts';
import { type Check, type Finding, finding, type Rule, suggestion } from './check.ts';

const dates = (['department', 'township', 'county', 'city', 'province'] as const)
  .map((rank) => `${deadlines[rank].who}${dayOf(deadlines[rank])}前`)
  .join('，');

const rule: Rule = {
  code: 'deadline',
  severity: 'information',
  title: '成文日期不在公布期限内',
  summary:
    'The date under the report lies behind the day by which a body of its rank must publish, or before the report year ended.',
  why: [
    `年度报告在报告年度的下一年公布：${dates}。落款日期晚于本级期限的，公布时已经逾期；早于报告年度结束的，全年数据不可能齐全，多是年份没有改。`,
    '级别按机关名称判断，名称看不出级别的（开发区、政府办公厅（室）、中央和实行垂直领导的单位等）只看3月31日。只看落款日期，不看网页上的发布时间；各地规定的更早的期限不作判断。',
  ].join('\n\n'),
  basis: `《条例》第四十九条：县级以上人民政府部门每年1月31日前、县级以上地方人民政府每年3月31日前公布上一年度报告；${noticeOf(presentFormat)}二：乡镇人民政府参照部门的期限，县级、地市级、省级政府汇总的报告依次为2月20日、3月10日、3月31日前。`,
  howToFix: '日期早于报告年度结束的，可以把年份改为下一年；逾期的没有修正，日期可能属实。“全部修正”都不改。',
  examples: [
    { wrong: '⟦2026年2月9日⟧', replaces: '2026年1月20日', right: '2026年1月20日', fixable: false },
    {
      report: 'government',
      replaces: '2026年2月12日',
      wrong: '⟦2026年3月12日⟧',
      right: '2026年2月12日',
      fixable: false,
      note: '县级政府的报告应在2月20日前公布。',
    },
    {
      wrong: '⟦2025年1月20日⟧',
      right: '2026年1月20日',
      note: '2025年的数据到12月31日才完整，报告不会在2025年1月作出。',
    },
  ],
};

/** deadline: the date under the report fits its report year and its body's rank. */
export const checkDeadline: Check = { rules: [rule], run };

function* run(report: Report): Iterable<Finding> {
  const { signature, body } = report;
  const year = report.years.ofText;
  if (signature === undefined || year === undefined) return;
  const date = squeeze(signature.date);
  if (signature.year <= year) {
    yield early(signature, date, year, report);
    return;
  }
  const { month, day } = partsOf(date);
  const own = deadlineOf(body ?? signature.body ?? '');
  const due = own ?? lastDeadline;
  const late = signature.year > year + 1 || month > due.month || (month === due.month && day > due.day);
  if (!late) return;
  const whose = own === undefined ? '任何机关最晚' : `${due.who}应当`;
  yield finding(rule, {
    message: `成文日期${date}已过公布期限：${whose}在${year + 1}年${dayOf(due)}前公布${year}年度报告，请核对。`,
    span: signature.dateSpan,
  });
}

/** A date before the report year ended. */
function early({ dateSpan }: Signature, date: string, year: number, report: Report): Finding {
  return finding(rule, {
    message: `成文日期${date}早于报告年度${year}年结束，应在${year + 1}年，请核对。`,
    span: dateSpan,
    fixes: () => {
      const span = yearPlace(report.text, dateSpan);
      const text = toYear(year + 1, report.text.slice(span.start, span.end));
      return [suggestion(`改为${year + 1}年`, [{ span, text }])];
    },
  });
}

/** `云岭省水利厅`: a department of a province; not `云岭省人民政府办公厅` (its government's office). */
const PROVINCIAL = /^[^省市县]{2,8}(?:省|自治区)(?:人民政府)?[^办]{1,20}厅$/;

/** The date of a body's rank; undefined where its name does not tell it. */
function deadlineOf(body: string): Deadline | undefined {
  if (verticalSystems.some((word) => body.includes(word))) return undefined;
  const kind = bodyKind(body);
  if (kind === undefined && PROVINCIAL.test(squeeze(body))) return deadlines.department;
  return kind === undefined || kind === 'office' || kind === 'ministry' ? undefined : deadlines[kind];
}

/** Month and day of a date without white space, as `2026年1月20日` or `二〇二六年一月二十日`; 0 for one that is not there. */
function partsOf(date: string): { readonly month: number; readonly day: number } {
  const [, month = '', day = ''] = /年([^月]{1,3})月(?:([^日]{1,3})日?)?/.exec(date) ?? [];
  return { month: numberOf(month), day: numberOf(day) };
}

function numberOf(text: string): number {
  return chineseNumber(text) ?? (Number(text) || 0);
}

/** `1月31日` */
function dayOf({ month, day }: Deadline): string {
  return `${month}月${day}日`;
}
