import type { Paragraph, Report, YearMention } from '../report/model.ts';
import { narrowText, paragraphsIn, spanIn } from '../report/reading/prose.ts';
import { sentenceYears, toYear, voicesFor } from '../report/reading/years.ts';
import type { Span } from '../text/span.ts';
import { type Check, type Finding, finding, type Rule, suggestion } from './check.ts';

const staleYearRule: Rule = {
  code: 'stale-year',
  severity: 'hint',
  title: '年份疑未更新',
  summary: 'Another year stands where the report year, or for plans the next one, must stand.',
  why: [
    '沿用上年底稿时，段首的“2024年，……”最容易漏改；第五部分的计划写的应是下一年。成文日期由 `deadline` 提示。',
    '只看把握较大的几处：首段“现公布……年度报告”、总体情况和问题部分各段开头的上一年、总体情况各段开头写成下一年而说的是已做的事、收到申请和收取信息处理费的句子、“20××年将进一步……”一类计划。同一段或相邻句子同时写到报告年度的，视为两年比较；“较2024年”“2024年以来”“上年结转”、文件名称和文号、会议和规划的年份都不提示。',
  ].join('\n\n'),
  basis: '《中华人民共和国政府信息公开条例》第四十九条：报告的是上一年度的政府信息公开工作。正文年份的写法为公文惯例。',
  howToFix:
    '把年份改为报告年度，计划改为下一年。是否沿用旧文要看上下文，改了年份，数据和事例也要核对，所以“全部修正”不改。',
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
  ],
};

/** stale-year: last year's sentences, this year's plans. */
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
  const { years } = report;
  const year = years.ofText;
  if (year === undefined) return;
  const problems = report.sections.filter(({ format }) => format.number === 5);
  const ofProblems = problems.flatMap(({ span }) => paragraphsIn(report, span));
  for (const mention of years.mentions) if (isStale(mention, report, year)) yield stale(mention, year, report);
  const overview = report.sections.filter(({ format, role }) => role === 'regular' && format.number === 1);
  for (const paragraph of overview.flatMap(({ span }) => paragraphsIn(report, span))) {
    for (const mention of sentenceYears(paragraph)) {
      const early = mention.kind === 'opening' && mention.year === year + 1 && mention.alone;
      if (early && tellsOfDone(paragraph)) yield stale(mention, year, report);
    }
  }
  for (const paragraph of ofProblems) {
    for (const mention of sentenceYears(paragraph)) {
      if (mention.kind === 'opening' && isStale(mention, report, year)) yield stale(mention, year, report);
    }
    yield* plansIn(paragraph, year);
  }
}

/** `通过门户网站发布信息326条`, `收到申请15件`: what was done, counted. */
const DONE =
  /(?:发布|公开|收到|受理|办结|办理|制发|解读|召开|举办|组织|开展|回应)[^。；，,]{0,24}?\d+\s?(?:余|多)?[件条次期场篇份个]/;
/** Words of a plan (is to, next, expected, strive, further) and of a day after the report year. */
const PLANNED =
  /拟|计划|下一步|预计|力争|争取|目标|进一步|继续|打算|准备|(?<![主重需])要|将|月\s?\d{1,2}\s?日|月底|年初|截[至止]/;

/** Whether the first sentence of a paragraph that begins with a year counts what was done, and plans nothing. */
function tellsOfDone({ text }: Paragraph): boolean {
  const first = narrowText(text).split('。', 1)[0] ?? '';
  return DONE.test(first) && !PLANNED.test(first);
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
    message: `这里写的是${named}年，与${witnesses(report, year)}的${year}年不一致，请核对。`,
    span,
    // A later year is no old draft: it may be the others that are wrong.
    fixes: () => changed(report, span, year).map((fix) => ({ ...fix, preferred: fix.preferred && named < year })),
  });
}

/** What else names the report year: `标题、统计期限` (title, period). */
function witnesses({ years }: Report, year: number): string {
  const of = (kind: YearMention['kind']): boolean =>
    years.mentions.some((mention) => mention.kind === kind && mention.year === year);
  const names = [...(of('title') ? ['标题'] : []), ...(of('period') ? ['统计期限'] : [])];
  return names.length === 0 ? '报告年度' : names.join('、');
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
