import { LAST_MONTH } from '../format/phrases.ts';
import type { Paragraph, Report, Signature, YearMention } from '../report/model.ts';
import { narrowText, paragraphsIn, spanIn } from '../report/reading/prose.ts';
import { sentenceYears, toYear, voicesFor, yearPlace } from '../report/reading/years.ts';
import { chineseNumber } from '../text/numeral.ts';
import type { Span } from '../text/span.ts';
import { type Check, type Finding, finding, type Rule, suggestion } from './check.ts';

const staleYearRule: Rule = {
  code: 'stale-year',
  severity: 'hint',
  title: '年份疑未更新',
  summary:
    'Another year stands where the report year, or for plans the next one, must stand; or the date under the report is too early or too late for its year.',
  why: [
    '沿用上年底稿时，段首的“2024年，……”最容易漏改；第五部分的计划写的应是下一年，成文日期应在报告年度的下一年，并且不晚于3月31日。',
    '只看把握较大的几处：首段“现公布……年度报告”、总体情况和问题部分各段开头的上一年、收到申请和收取信息处理费的句子、“20××年将进一步……”一类计划、落款的日期。同一段或相邻句子同时写到报告年度的，视为两年比较；“较2024年”“2024年以来”“上年结转”、文件名称和文号、会议和规划的年份都不提示。',
  ].join('\n\n'),
  basis:
    '《中华人民共和国政府信息公开条例》第四十九条：部门每年1月31日前、县级以上地方政府每年3月31日前公布上一年度的报告。正文年份的写法为公文惯例。',
  howToFix:
    '把年份改为报告年度，计划和成文日期改为下一年。是否沿用旧文要看上下文，改了年份，数据和事例也要核对，所以“全部修正”不改；晚于3月31日的日期可能属实，不给修正。',
  examples: [
    {
      wrong: '⟦2024⟧年，通过门户网站发布信息326条',
      right: '2025年，通过门户网站发布信息326条',
      note: '上年的段首没有改。',
    },
    {
      wrong: '⟦2024⟧年，本机关未收取信息处理费。',
      right: '2025年，本机关未收取信息处理费。',
    },
    {
      report: 'trial',
      replaces: '\n\n已安排专人制作图解和短视频，并在家长会上介绍查询方法。',
      wrong: '\n\n下一步，⟦2020⟧年将增加图解和短视频。',
      right: '\n\n下一步，2021年将增加图解和短视频。',
      note: '2020年度报告的计划应从2021年起。',
    },
    {
      wrong: '⟦2025年1月20日⟧',
      right: '2026年1月20日',
      note: '2025年的数据到12月31日才完整，报告不会在2025年1月作出。',
    },
  ],
};

/** stale-year: last year's sentences, this year's plans, dates before the report could be written. */
export const checkStaleYear: Check = { rules: [staleYearRule], run };

/**
 * `下一步，2025年将` (next, in 2025 we shall), `2025年，我局将进一步` (in 2025 our bureau shall further): plans, not the 将 that
 * only moves an object.
 */
const PLAN =
  /(?:^|[。；;！：:])\s*(下一步|下一阶段|下一年度?|接下来|今后|新的一年)?[，,]?\s*(20\d\d)\s*年度?[，,]?[^。；;，,\d]{0,12}?将(进一步|继续|着力|持续|坚持|不断|切实|深入|认真|围绕|紧紧围绕|加大|加强|聚焦|努力|大力|采取)?/dg;
/** How many years back a plan may be left over. */
const OLDEST = 3;

function* run(report: Report): Iterable<Finding> {
  const { years, signature } = report;
  const year = years.ofText;
  if (year === undefined) return;
  const problems = report.sections.filter(({ format }) => format.number === 5);
  const ofProblems = problems.flatMap(({ span }) => paragraphsIn(report, span));
  for (const mention of years.mentions) if (isStale(mention, report, year)) yield stale(mention, year, report);
  for (const paragraph of ofProblems) {
    for (const mention of sentenceYears(paragraph)) {
      if (mention.kind === 'opening' && isStale(mention, report, year)) yield stale(mention, year, report);
    }
    yield* plansIn(paragraph, year);
  }
  if (signature !== undefined) yield* dated(signature, year, report);
}

/** Whether a sentence tells of another year than the report's, and the period is not the place to ask which is right. */
function isStale({ kind, year: named, alone }: YearMention, { years }: Report, year: number): boolean {
  if (named === year || !alone || kind === 'title' || kind === 'period' || kind === 'signature') return false;
  if (kind === 'opening' && named !== year - 1) return false;
  const period = years.mentions.find((mention) => mention.kind === 'period')?.year;
  return period !== named || voicesFor(named, years.mentions) < voicesFor(year, years.mentions);
}

function stale({ year: named, span }: YearMention, year: number, report: Report): Finding {
  return finding(staleYearRule, {
    message: `这里写的是${named}年，报告年度是${year}年，疑为旧稿未改，请核对年份和所述情况。`,
    span,
    fixes: () => changed(report, span, year),
  });
}

function changed({ text }: Report, span: Span, year: number) {
  const edits = [{ span, text: toYear(year, text.slice(span.start, span.end)) }];
  return [suggestion(`改为${year}年`, edits)];
}

function* plansIn(paragraph: Paragraph, year: number): Iterable<Finding> {
  const text = narrowText(paragraph.text);
  if (!text.includes('将')) return;
  for (const match of text.matchAll(PLAN)) {
    const [start, end] = match.indices?.[2] ?? [];
    const named = Number(match[2]);
    if (start === undefined || end === undefined || (match[1] === undefined && match[3] === undefined)) continue;
    if (named > year || named < year - OLDEST) continue;
    const span = spanIn(paragraph, start, end);
    yield finding(staleYearRule, {
      message: `${year}年度报告的下一步计划写的是${named}年，应为${year + 1}年。`,
      span,
      fixes: () => [suggestion(`改为${year + 1}年`, [{ span, text: String(year + 1) }])],
    });
  }
}

/** A date under the report that lies before the end of the report year, or behind the last day for any report. */
function* dated(signature: Signature, year: number, report: Report): Iterable<Finding> {
  const span = signature.dateSpan;
  const date = signature.date.replace(/\s+/g, '');
  if (signature.year <= year) {
    const digits = yearPlace(report.text, span);
    yield finding(staleYearRule, {
      message: `成文日期${date}早于报告年度${year}年结束，应在${year + 1}年，请核对。`,
      span,
      fixes: () => changed(report, digits, year + 1),
    });
  } else if (signature.year > year + 1 || monthOf(date) > LAST_MONTH) {
    yield finding(staleYearRule, {
      message: `成文日期${date}晚于${year + 1}年3月31日，已过${year}年度报告的公布期限，请核对。`,
      span,
    });
  }
}

function monthOf(date: string): number {
  const month = /年([^月]{1,3})月/.exec(date)?.[1] ?? '';
  return chineseNumber(month) ?? (Number(month.normalize('NFKC')) || 0);
}
