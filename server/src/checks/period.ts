import { periodSentence } from '../format/phrases.ts';
import type { PeriodPart, Report, YearMention } from '../report/model.ts';
import { describeMention, toYear, voicesFor } from '../report/reading/years.ts';
import type { Span } from '../text/span.ts';
import { insertParagraphs } from '../writing/section.ts';
import { alternative, type Check, type Finding, type Fix, finding, type Rule, safeFix, suggestion } from './check.ts';

const periodRule: Rule = {
  code: 'period',
  severity: 'warning',
  title: '统计期限缺失或不符',
  summary: 'The statistical period is missing, or it is not 1 January to 31 December of the report year.',
  why: [
    '报告的全部数据按自然年统计：报告年度1月1日至12月31日。期限写成上一年，多是沿用底稿；写到11月、次年1月，说明数据没有按年度截取。没有写统计期限的，读者无从判断数据的起止。',
    '只看写明“统计期限”“统计时限”“数据统计时间”“截止日期”等字样的句子。第二个年份可以省略，“1月—12月”“截止到2025年12月”“2025年度”都可以；写在首部之外的也算。期限与标题年份不同的，看其余内容与哪一处一致；标题恰好晚一年而没有别的依据的，由“标题年份不符”提示。',
  ].join('\n\n'),
  basis:
    '《中华人民共和国政府信息公开条例》第四十九条规定报告的是“上一年度”的工作，即报告年度1月1日至12月31日；在首部写明统计期限为填报惯例。',
  howToFix:
    '改正期限中不符的年、月、日；缺少的，在第一部分之前补一段。其他内容都指同一年、只是期限的年份不同的，“全部修正”一并改正；其余须由填报人核对。',
  examples: [
    {
      wrong: '统计期限为⟦2024年1月1日至2024年12月31日⟧',
      right: '统计期限为2025年1月1日至2025年12月31日',
    },
    {
      report: 'government',
      wrong: '统计期限为⟦2025年1月1日至11月30日⟧',
      right: '统计期限为2025年1月1日至12月31日',
    },
    {
      report: 'government',
      replaces: '\n\n报告所列数据的统计期限为2025年1月1日至12月31日。\n\n## 一、总体情况',
      wrong: '\n\n## ⟦一、总体情况⟧',
      right: '\n\n本报告所列数据的统计期限为2025年1月1日至2025年12月31日。\n\n## 一、总体情况',
      note: '没有写统计期限。',
    },
  ],
};

/** period: the statistical period is there and is the whole report year. */
export const checkPeriod: Check = { rules: [periodRule], run };

function* run(report: Report): Iterable<Finding> {
  const { period, periodStated, mentions } = report.years;
  if (!periodStated) {
    yield missing(report);
    return;
  }
  const { ofText: year } = report.years;
  if (year === undefined) return;
  const stated = mentions.find(({ kind }) => kind === 'period');
  const parts: readonly PeriodPart[] =
    period?.parts ?? (stated === undefined ? [] : [{ value: stated.year, due: undefined, span: stated.span }]);
  const span = period?.span ?? stated?.span;
  const wrong = parts.filter(({ value, due }) => value !== (due ?? year));
  if (span !== undefined && wrong.length > 0) yield differing(report, year, span, wrong, parts);
}

function missing(report: Report): Finding {
  const { year } = report;
  const first = report.sections[0];
  const wanted = year === undefined ? '应写明数据的起止日期。' : `应写明“${periodSentence(year)}”`;
  return finding(periodRule, {
    message: `缺少数据统计期限，${wanted}`,
    span: first?.headingSpan ?? report.title?.span ?? { start: 0, end: report.lines.end(0) },
    fixes: () => {
      if (year === undefined) return [];
      const edit = insertParagraphs(report, first?.span.start ?? report.bodyEnd, [periodSentence(year)]);
      return [suggestion('补上统计期限', [edit])];
    },
  });
}

function differing(
  report: Report,
  year: number,
  span: Span,
  wrong: readonly PeriodPart[],
  parts: readonly PeriodPart[],
): Finding {
  const text = report.text.slice(span.start, span.end).replace(/\s+/g, '');
  const others = report.years.mentions.filter((mention) => mention.year === year && mention.kind !== 'period');
  return finding(periodRule, {
    message: messageOf(report, year, text, wrong, others),
    span,
    related: others
      .filter((mention, index) => others.findIndex(({ kind }) => kind === mention.kind) === index)
      .map((mention) => ({ span: mention.span, message: `${describeMention(mention)}：${year}年` })),
    fixes: () => fixesOf(report, year, wrong, parts),
  });
}

function messageOf(
  report: Report,
  year: number,
  text: string,
  wrong: readonly PeriodPart[],
  others: readonly YearMention[],
): string {
  const due = `${year}年1月1日至${year}年12月31日`;
  const foreign = wrong.find((part) => part.due === undefined)?.value;
  const named = [...new Set(others.map(describeMention))].join('、');
  if (foreign === undefined || named === '') return `统计期限“${text}”不是完整年度，应为“${due}”。`;
  const { mentions } = report.years;
  if (voicesFor(foreign, mentions) >= voicesFor(year, mentions)) {
    return `统计期限写的是${foreign}年，${named}是${year}年的，两者不一致，请核对，应为同一年。`;
  }
  return `统计期限“${text}”不是报告年度，${named}是${year}年的，应为“${due}”。`;
}

/**
 * The period in the report year; where nothing but the title speaks for that year, the title in the period's too, and
 * neither is preferred. Safe where only years differ and two other kinds of evidence, and none against them, speak for
 * the report year.
 */
function fixesOf(
  report: Report,
  year: number,
  wrong: readonly PeriodPart[],
  parts: readonly PeriodPart[],
): readonly Fix[] {
  const others = report.years.mentions.filter(({ kind }) => kind !== 'period');
  const [title] = others;
  const named = wrong.find(({ due }) => due === undefined)?.value;
  const open = named !== undefined && title?.kind === 'title' && others.length === 1 ? { named, title } : undefined;
  const agreed = others.every((mention) => mention.year === year) && voicesFor(year, others) > 1;
  const forward = parts.length > 1 ? `统计期限改为${year}年1月1日至12月31日` : `统计期限改为${year}年`;
  const edits = wrong.map((part) => ({ span: part.span, text: String(part.due ?? year) }));
  if (open !== undefined) {
    const { start, end } = open.title.span;
    const back = { span: open.title.span, text: toYear(open.named, report.text.slice(start, end)) };
    return [alternative(forward, edits), alternative(`标题改为${open.named}年`, [back])];
  }
  return [agreed && wrong.every(({ due }) => due === undefined) ? safeFix(forward, edits) : suggestion(forward, edits)];
}
