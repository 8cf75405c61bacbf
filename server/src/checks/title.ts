import { letterTitle } from '../format/leftovers.ts';
import { officialTitle } from '../format/phrases.ts';
import type { Report, Title, YearMention } from '../report/model.ts';
import { prefaceOf, spanIn } from '../report/reading/prose.ts';
import { yearIn } from '../report/reading/title.ts';
import { describeMention, toYear, yearPlace } from '../report/reading/years.ts';
import { squeeze, trimSpan } from '../text/fold.ts';
import type { Edit, Span } from '../text/span.ts';
import { insertParagraphs } from '../writing/section.ts';
import { type Check, type Finding, finding, type Rule, safeFix, suggestion } from './check.ts';

const titleMissingRule: Rule = {
  code: 'title-missing',
  severity: 'warning',
  title: '缺少标题',
  summary: 'The report has no title that names the body, the year and the kind of report, or one in other words.',
  why: [
    '年度报告要单独公布、逐年归档，标题是辨认“哪个机关、哪一年”的依据。标题用“机关名称+年份+政府信息公开工作年度报告”，机关名称用全称或者规范简称。',
    '从网站复制正文时，标题常因在另一个栏位而丢失。“2025年某机关政府信息公开工作年度报告”“政府信息公开工作2025年度报告”“政府信息公开年报”等已公布报告的写法都算标题，标题分两三行的也算，不提示。',
  ].join('\n\n'),
  basis:
    '公文惯例：公文标题由发文机关名称、事由和文种组成；《中华人民共和国政府信息公开条例》第四十九条要求按年度公布报告，未规定标题的写法。',
  howToFix:
    '在文首写上标题。机关名称、年份取自落款、统计期限和正文；取不到的留“（请填写机关名称）”一类占位。没有占位的，“全部修正”一并写上。',
  examples: [
    {
      wrong: '⟦本报告根据《中华人民共和国政府信息公开条例》⟧（国务院令第711号，以下简称《条例》）',
      replaces:
        '# 云川市水务局2025年政府信息公开工作年度报告\n\n本报告根据《中华人民共和国政府信息公开条例》（国务院令第711号，以下简称《条例》）',
      right:
        '# 云川市水务局2025年政府信息公开工作年度报告\n\n本报告根据《中华人民共和国政府信息公开条例》（国务院令第711号，以下简称《条例》）',
      note: '机关名称取自落款，年份取自统计期限。',
    },
  ],
};

const titleYearRule: Rule = {
  code: 'title-year',
  severity: 'warning',
  title: '标题年份不符',
  summary: 'The title names no year, or another one than the period, the sentences and the date speak for.',
  why: [
    '标题的年份是数据所属的年份，不是编写、公布的年份：2026年1月公布的报告，标题写2025年。沿用上年底稿，或者误写成公布年份，标题就与正文不符，读者会把整份数据记到另一年。',
    '判断依据是标题、统计期限、首段“现公布……年度报告”、总体情况各段的年份和成文日期的上一年，各算一票。多数与标题不同时提示标题；只有成文日期不符的，提示成文日期。“2025年度政府信息公开工作年度报告”多写一个“度”字很常见，不提示。',
    '标题恰好比其余各处晚一年的，多是在上年底稿上先改了标题：其余各处没有一处与标题一致时，只在标题上提示一次，正文仍按原来的年份核对；有一处与标题一致的，以标题为准，其余各处逐一提示。',
  ].join('\n\n'),
  basis:
    '《中华人民共和国政府信息公开条例》第四十九条：每年公布的是“上一年度”政府信息公开工作年度报告；标题写数据年份为填报惯例。',
  howToFix:
    '把标题中的年份改为多数内容所指的年份。标题比其余各处晚一年的，两种修正都列出，由填报人选：标题改回，或者把统计期限、首段、正文、成文日期改为标题的年度（数据也要更新）。标题影响全文的判断，“全部修正”不改。',
  examples: [
    {
      wrong: '# 云川市水务局⟦2026⟧年政府信息公开工作年度报告',
      right: '# 云川市水务局2025年政府信息公开工作年度报告',
      note: '标题晚一年：是把公布的年份写进了标题，还是上年底稿的正文没有改，要由填报人判断，两种修正都列出。',
    },
    {
      report: 'trial',
      language: 'plaintext',
      wrong: '青澜县教育局⟦2019⟧年政府信息公开工作年度报告',
      right: '青澜县教育局2020年政府信息公开工作年度报告',
      note: '沿用上年底稿，没有改标题。',
    },
    {
      report: 'government',
      wrong: '# ⟦青澜县人民政府政府信息公开工作年度报告⟧',
      right: '# 青澜县人民政府2025年政府信息公开工作年度报告',
      note: '没有写年份。',
    },
  ],
};

/** title-missing, title-year: a title, with the year of the figures. */
export const checkTitle: Check = { rules: [titleMissingRule, titleYearRule], run };

function* run(report: Report): Iterable<Finding> {
  if (report.title === undefined) {
    if (!hasLetterTitle(report)) yield missing(report);
    return;
  }
  if (report.title.year === undefined) yield* withoutYear(report, report.title);
  const written = report.years.mentions.find(({ kind }) => kind === 'title');
  const { ofText } = report.years;
  if (written !== undefined && ofText !== undefined && written.year === report.year && ofText !== written.year) {
    yield ahead(report, written, ofText);
  }
  if (written !== undefined && report.year !== undefined && written.year !== report.year) {
    yield differing(report, written, report.year);
  }
}

/** A title in other words: `某局2025年政务公开工作年度报告` (on open affairs), `2025年信息公开工作总结` (summary). */
const REWORDED = /^[^。，；：,;:]{0,50}公开[^。，；：,;:]{0,14}(?:报告|年报|总结)(?:[(（][^()（）]{0,20}[)）])?$/;
/** Lines at the top among which it is looked for. */
const FRONT = 12;

function missing(report: Report): Finding {
  const { body, year, text } = report;
  const title = officialTitle(body, year);
  const line = rewordedTitle(report);
  if (line !== undefined) {
    return finding(titleMissingRule, {
      message: `标题“${text.slice(line.start, line.end).trim()}”不是年度报告的规范标题，应为“${title}”。`,
      span: line,
      // A title with places to fill in would take out what the drafter has written.
      fixes: () =>
        body === undefined || year === undefined
          ? []
          : [suggestion(`标题改为“${title}”`, [{ span: line, text: title }])],
    });
  }
  return finding(titleMissingRule, {
    message: `缺少标题，应在文首写明“${title}”。`,
    span: firstWords(report),
    fixes: () => {
      const written = report.language === 'markdown' ? `# ${title}` : title;
      const edit = insertParagraphs(report, topOf(report), [written]);
      const safe = body !== undefined && year !== undefined;
      return [(safe ? safeFix : suggestion)(`在文首写上“${title}”`, [edit])];
    },
  });
}

/** Whether the title is that of the letter which the report was handed in with: that is a finding of its own. */
function hasLetterTitle(report: Report): boolean {
  return prefaceOf(report)
    .slice(0, FRONT)
    .some(({ text }) => text.length <= 80 && letterTitle.test(squeeze(text)));
}

/** The paragraph at the top that is a title in other words. */
function rewordedTitle(report: Report): Span | undefined {
  for (const paragraph of prefaceOf(report).slice(0, FRONT)) {
    const { text } = paragraph;
    if (text.length <= 80 && REWORDED.test(squeeze(text))) return spanIn(paragraph, 0, text.length);
  }
  return undefined;
}

/** A block of settings at the top of a Markdown draft: `---`, lines, `---`. */
const SETTINGS =
  /^\ufeff?---[^\S\r\n]*(?:\r\n|\r|\n)(?:(?!---)[^\r\n]*(?:\r\n|\r|\n)){0,60}---[^\S\r\n]*(?:\r\n|\r|\n)/;

/** Where a title belongs: before the first text, behind settings. */
function topOf({ text, lines }: Report): number {
  const after = SETTINGS.exec(text)?.[0].length ?? 0;
  const { start } = trimSpan(text, after, text.length);
  return Math.max(after, lines.start(lines.lineAt(start)));
}

/** The first words of the draft, up to the first mark. */
function firstWords(report: Report): Span {
  const { text, lines } = report;
  const top = topOf(report);
  const line = trimSpan(text, top, lines.end(lines.lineAt(top)));
  const length = text.slice(line.start, line.end).search(/[，。；：（(]/);
  return length > 0 ? { start: line.start, end: line.start + length } : line;
}

/** A title without a year; a line below it may still hold one. */
function* withoutYear({ text, lines, year }: Report, { span }: Title): Iterable<Finding> {
  if (year === undefined) return;
  const line = lines.lineAt(span.end);
  if (yearIn(squeeze(text.slice(span.end, Math.min(lines.end(line + NEAR), span.end + FAR)))) !== undefined) return;
  const at = text.slice(span.start, span.end).search(/(?:政府|政务)?信息公开/);
  const place = { start: span.start + at, end: span.start + at };
  const edits = [{ span: place, text: `${year}年` }];
  yield finding(titleYearRule, {
    message: `标题没有写明年份，应写明“${year}年”。`,
    span,
    fixes: () => (at < 0 ? [] : [suggestion(`标题写明${year}年`, edits)]),
  });
}

/** Lines, and characters at most, below a title in which its year may stand. */
const NEAR = 3;
const FAR = 60;

/** A title with the year after that of everything else: which of the two is right, only the drafter knows. */
function ahead(report: Report, written: YearMention, year: number): Finding {
  const others = report.years.mentions.filter((mention) => mention.kind !== 'title' && mention.year === year);
  const named = [...new Set(others.map(describeMention))].join('、');
  const all = named.includes('、') ? '都' : '';
  const next = written.year;
  return finding(titleYearRule, {
    message: `标题是${next}年的，而${named}${all}是${year}年的：沿用上年底稿的，应把${named}改为${next}年度并更新数据；标题写错的，应改为${year}年。`,
    span: written.span,
    related: others.map((mention) => ({ span: mention.span, message: `${describeMention(mention)}：${year}年` })),
    fixes: () => [
      { title: `标题改为${year}年`, edits: [yearWritten(report, written.span, year)], preferred: false, safe: false },
      { title: `${named}改为${next}年度`, edits: movedTo(report, others, next), preferred: false, safe: false },
    ],
  });
}

/** The edits that write a year into the places that speak for the one before: into dates under the report the next. */
function movedTo(report: Report, mentions: readonly YearMention[], year: number): Edit[] {
  const { period } = report.years;
  const dates = period?.parts.filter((part) => part.due === undefined && part.value === year - 1) ?? [];
  const edits = [
    ...dates.map(({ span }) => yearWritten(report, span, year)),
    ...mentions.map(({ kind, span }) => yearWritten(report, span, kind === 'signature' ? year + 1 : year)),
  ];
  return edits.filter(({ span }, i) => edits.findIndex((edit) => edit.span.start === span.start) === i);
}

/** The edit that writes a year in the place of the first one in a span, in its digits. */
function yearWritten({ text }: Report, span: Span, year: number): Edit {
  const place = yearPlace(text, span);
  return { span: place, text: toYear(year, text.slice(place.start, place.end)) };
}

function differing({ years, text }: Report, written: YearMention, year: number): Finding {
  const others = years.mentions.filter((mention) => mention.year === year);
  const named = [...new Set(others.map(describeMention))].join('、');
  const digits = text.slice(written.span.start, written.span.end);
  return finding(titleYearRule, {
    message: `标题写的是${written.year}年，而${named}都是${year}年的，标题应改为${year}年。`,
    span: written.span,
    related: others.map((mention) => ({ span: mention.span, message: `${describeMention(mention)}：${year}年` })),
    fixes: () => [suggestion(`标题改为${year}年`, [{ span: written.span, text: toYear(year, digits) }])],
  });
}
