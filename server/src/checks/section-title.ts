import { allSections, wordingsOf } from '../format/formats.ts';
import { noticeNumbers } from '../format/notices.ts';
import type { SectionFormat } from '../format/schema.ts';
import { type HeadingPart, type HeadingParts, isSubheading, partsOf } from '../report/facts/headingParts.ts';
import type { Report, Section } from '../report/model.ts';
import { paragraphsIn } from '../report/reading/prose.ts';
import { fold } from '../text/fold.ts';
import { lineBreak } from '../text/lines.ts';
import { type Check, type Finding, finding, type Rule, safeFix, suggestion } from './check.ts';

const rule: Rule = {
  code: 'section-title',
  severity: 'warning',
  title: '部分标题不规范',
  summary:
    'A section heading is misspelt, worded otherwise than the official one, broken over two lines, or run into its text.',
  why: [
    '统一格式规定了六个部分的标题。标题有错漏字或者另拟名称的，读者和汇总单位难以对应，标在标题文字上。',
    '“概述”“行政机关主动公开政府信息情况”“政府信息公开行政复议和行政诉讼情况”“存在问题及改进情况”之类的写法意思相同，已公布的报告中常见，只作为提示；《条例》第五十条的表述用作标题的，也是如此。',
    '正文紧接在标题后面（“六、其他需要报告的事项无”）、标题被断成两行的，也作为提示。',
  ].join('\n\n'),
  basis: `${noticeNumbers}所附格式的六个标题；内容见《条例》第五十条。`,
  howToFix:
    '改为规定的标题，序号不动；正文接在标题后面的，另起一行，文字不删。错漏字只是规定标题中的字重复、脱落或者颠倒的，“全部修正”改正；其余的可能另有用意，只供选用。',
  examples: [
    { wrong: '## 二、⟦主动公开政府信信息情况⟧', right: '## 二、主动公开政府信息情况', note: '衍字，“全部修正”改正。' },
    { wrong: '## 一、⟦概述⟧', right: '## 一、总体情况', note: '习惯写法，只是提示。' },
    { wrong: '## 五、⟦存在的主要困难及整改情况⟧', right: '## 五、存在的主要问题及改进情况' },
    {
      report: 'trial',
      language: 'plaintext',
      replaces: '六、其他需要报告的事项\n\n无其他需要报告的事项。',
      wrong: '六、⟦其他需要报告的事项⟧无\n\n没有应当补充的内容。',
      right: '六、其他需要报告的事项\n\n无\n\n没有应当补充的内容。',
    },
  ],
};

/** section-title: each section's heading has its official wording. */
export const checkSectionTitles: Check = { rules: [rule], run };

function* run(report: Report): Iterable<Finding> {
  for (const section of report.sections) {
    // A section twice is to be deleted: its wording does not matter.
    if (section.role === 'doubled') continue;
    const parts = partsOf(report, section);
    if (isSubheading(parts, section)) continue;
    const found = broken(section, parts, report) ?? (parts.glued ? glued(parts, section, report) : undefined);
    if (found !== undefined) yield found;
    else if (parts.wording !== 'official') yield reworded(parts, section);
  }
}

function reworded({ title, wording }: HeadingParts, { format, headingSpan }: Section): Finding {
  const official = format.title;
  const span = title.span;
  const messages = {
    customary: `标题“${title.text}”是习惯写法，统一格式为“${official}”。`,
    slip: `标题“${title.text}”有错漏字，应为“${official}”。`,
    other: `标题“${title.text}”与统一格式不符，应为“${official}”。`,
  };
  const kind = wording === 'official' ? 'customary' : wording;
  return finding(rule, {
    message: messages[kind],
    span: span ?? headingSpan,
    ...(kind === 'customary' ? { severity: 'hint' as const } : {}),
    fixes: () => {
      if (span === undefined) return [];
      const [title, edits] = [`标题改为“${official}”`, [{ span, text: official }]];
      return [kind === 'slip' ? safeFix(title, edits) : suggestion(title, edits)];
    },
  });
}

/** Text of the section right behind the title: `六、其他需要报告的事项无` (6. Other matters, then: none). */
function glued({ title, tail }: HeadingParts, { headingSpan }: Section, report: Report): Finding | undefined {
  if (tail === undefined) return undefined;
  return finding(rule, {
    message: `标题“${title.text}”后紧接正文“${tail.text}”，正文应另起一行。`,
    span: title.span ?? headingSpan,
    severity: 'hint',
    fixes: () => (report.language === 'html' ? [] : ownLine(tail, report)),
  });
}

function ownLine({ span }: HeadingPart, report: Report) {
  if (span === undefined) return [];
  const eol = lineBreak(report.text);
  const edits = [{ span: { start: span.start, end: span.start }, text: eol + eol }];
  return [suggestion('正文另起一行', edits)];
}

/** Shortest head of a title that is believed to be broken. */
const SHORTEST_HEAD = 5;

const keys = new Map(allSections.map(({ number }) => [number, wordingsOf(number).map((text) => fold(text))]));

/** A title that copying broke over two lines, in a word: `四、政府信息公开行政复议、行政诉` and `讼情况`. */
function broken(section: Section, { title }: HeadingParts, report: Report): Finding | undefined {
  const rest = restOf(fold(title.text), section.format);
  if (rest.length === 0) return undefined;
  const next = paragraphsIn(report, section.span)[0];
  const place = next?.stretches[0]?.span;
  if (next === undefined || place === undefined || !rest.includes(fold(next.text.slice(0, LONGEST_REST))))
    return undefined;
  return finding(rule, {
    message: `标题“${section.heading}”与下一行的“${next.text}”应为一行。`,
    span: title.span ?? section.headingSpan,
    severity: 'hint',
    fixes: () => {
      const between = { start: section.headingSpan.end, end: place.start };
      return report.language === 'html' ? [] : [suggestion('标题接成一行', [{ span: between, text: '' }])];
    },
  });
}

/** Longest rest of a title with white space and marks in it; a longer paragraph is none. */
const LONGEST_REST = 60;

/** What the wordings of a section that begin with a key have behind it. */
function restOf(key: string, { number }: SectionFormat): readonly string[] {
  const wordings = keys.get(number) ?? [];
  if (key.length < SHORTEST_HEAD || wordings.includes(key)) return [];
  return wordings.filter((wording) => wording.startsWith(key)).map((wording) => wording.slice(key.length));
}
