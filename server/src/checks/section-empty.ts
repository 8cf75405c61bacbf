import { feeRules, numberOfDocument } from '../format/citations.ts';
import { formats, presentFormat } from '../format/formats.ts';
import { noticeOf } from '../format/notices.ts';
import { noFees, nothingElse } from '../format/sections.ts';
import { partsOf } from '../report/facts/headingParts.ts';
import type { Part, Report, Section } from '../report/model.ts';
import { flattened } from '../report/reading/parts.ts';
import { paragraphsIn, spanIn } from '../report/reading/prose.ts';
import { lineBreak } from '../text/lines.ts';
import { readNumeral } from '../text/numeral.ts';
import type { Edit, Span } from '../text/span.ts';
import { content, insertion } from '../writing/section.ts';
import { type Check, type Finding, type Fix, finding, type Rule, suggestion } from './check.ts';

/** The first report year whose format wants the 信息处理费 stated. */
const feesSince = formats.find(({ sections }) => sections.some(({ statesFees }) => statesFees === true))?.firstYear;

const rule: Rule = {
  code: 'section-empty',
  severity: 'warning',
  title: '部分没有内容',
  summary:
    'A section of prose has nothing, or hardly anything, under its heading; or section six, from 2021 on, says nothing of processing fees.',
  why: [
    '总体情况、存在的主要问题及改进情况、其他需要报告的事项三个部分以文字说明。标题下没有文字、图片或者表格的，标在标题上；有表格的三个部分没有表格的，由 `table-missing` 提示。',
    '第五部分应当既写问题又写改进情况，只写“无”或者不足10个字的，作为信息提示。',
    `自2021年起实行信息处理费制度，第六部分通常写明收取情况；${feesSince}年度及以后的报告全文都没有提到信息处理费的，作为提示。`,
  ].join('\n\n'),
  basis: `《条例》第五十条：年度报告应当包括存在的主要问题及改进情况、其他需要报告的事项；${noticeOf(presentFormat)}所附格式第一部分为总体情况。信息处理费见${numberOfDocument(feeRules)}（自2021年1月1日起施行），在第六部分写明收取情况是填报惯例。`,
  howToFix: `标题下没有内容的，填入提示填写的文字（${feesSince}年度以前的第六部分填“${nothingElse}”）。没有提到信息处理费的，可以补上“${noFees}”，有收取的应当改写。第五部分过短的没有自动修正。所补文字是否属实要由填报人判断，“全部修正”都不补。`,
  examples: [
    {
      report: 'trial',
      replaces: '## 六、其他需要报告的事项\n\n无其他需要报告的事项。',
      wrong: '## ⟦六、其他需要报告的事项⟧',
      right: '## 六、其他需要报告的事项\n\n无其他需要报告的事项。',
    },
    {
      replaces: '2025年，本机关未收取信息处理费。没有其他需要报告的事项。',
      wrong: '⟦无。⟧',
      right: '本年度未收取信息处理费。无其他需要报告的事项。',
      note: '没有提到信息处理费，只是提示。',
    },
    {
      report: 'trial',
      replaces: '存在的问题是公开的形式较为单一。\n\n已安排专人制作图解和短视频，并在家长会上介绍查询方法。',
      wrong: '⟦无。⟧',
      right: '存在的问题是公开的形式较为单一。\n\n已安排专人制作图解和短视频，并在家长会上介绍查询方法。',
      fixable: false,
      note: '没有问题和改进情况。',
    },
  ],
};

/** section-empty: something is said under the headings of the sections of prose. */
export const checkEmptySections: Check = { rules: [rule], run };

/** A piece of a section's text and its place; undefined where an edit cannot tell it. */
interface SectionText {
  readonly text: string;
  readonly span: Span | undefined;
}

function* run(report: Report): Iterable<Finding> {
  for (const section of report.sections) {
    // One that is out of place or doubled is to be moved or deleted first.
    if (section.role !== 'regular' || section.format.table !== undefined) continue;
    const pieces = piecesOf(section, report);
    const { number } = section.format;
    if (pieces.length === 0) {
      if (!holdsMore(section, report)) yield empty(section, report);
    } else if (number === 5 && inkOf(pieces) < SHORTEST_PROBLEMS && !holdsImage(section, report)) {
      yield short(section, pieces);
    } else if (number === 6 && lacksFees(report, section, pieces)) yield feesMissing(section, pieces, report);
  }
}

/** What is said in a section: behind its title and in the paragraphs under it. */
function piecesOf(section: Section, report: Report): readonly SectionText[] {
  const { tail } = partsOf(report, section);
  const paragraphs = paragraphsIn(report, section.span).map((paragraph) => {
    // Behind a title on its line a colon may stand first: `：无。` (: none.)
    const from = /^[\s:：]*/.exec(paragraph.text)?.[0].length ?? 0;
    return { text: paragraph.text.slice(from), span: spanIn(paragraph, from, paragraph.text.length) };
  });
  return tail === undefined ? paragraphs : [tail, ...paragraphs];
}

/** Whether anything that is no paragraph stands under a heading: rows of cells, a line, an image. */
function holdsMore(section: Section, report: Report): boolean {
  if (holdsImage(section, report)) return true;
  return flattened(report.parts).some(
    (part) => isMore(part) && part.span.end > section.headingSpan.end && part.span.start < section.span.end,
  );
}

/** A number alone is a page's. */
function isMore(part: Part): boolean {
  return part.kind === 'table' || part.kind === 'rows' || (part.kind === 'line' && /\p{L}/u.test(part.text));
}

function holdsImage(section: Section, report: Report): boolean {
  const text = textUnder(section, report);
  return text.includes('![') || /<img\b/i.test(text);
}

function textUnder({ headingSpan, span }: Section, { text }: Report): string {
  return text.slice(headingSpan.end, span.end);
}

function empty(section: Section, report: Report): Finding {
  return finding(rule, {
    message: `“${section.heading}”下没有内容，${section.format.number === 6 ? '没有其他事项的也应写明' : '应当填写'}。`,
    span: section.headingSpan,
    fixes: () => {
      const text = content(report, section.format);
      const edit = insertionUnder(section, report, text);
      return edit === undefined ? [] : [suggestion(`填入“${text}”`, [edit])];
    },
  });
}

/** Inserts a paragraph at the end of a section; undefined in HTML where the section does not end at a line. */
function insertionUnder(section: Section, report: Report, text: string): Edit | undefined {
  const under = textUnder(section, report);
  if (report.language === 'html' && !/[\r\n]/.test(under)) return undefined;
  const eol = lineBreak(report.text);
  // Set apart by an empty line where the section itself is.
  const spacious = /(?:\r\n|\r|\n)[^\S\r\n]*(?:\r\n|\r|\n)/.test(under);
  return insertion(report, section.span.end, text, eol, spacious ? eol + eol : eol);
}

/** Fewest characters that tell problems and improvements; `无。` and `暂无问题。` (no problem for now) have fewer. */
const SHORTEST_PROBLEMS = 10;

/** Letters and digits of the pieces, counted up to what is enough. */
function inkOf(pieces: readonly SectionText[]): number {
  let ink = 0;
  for (const { text } of pieces) {
    if (ink >= SHORTEST_PROBLEMS) break;
    ink += text.slice(0, 10 * SHORTEST_PROBLEMS).replace(/[^\p{L}\p{N}]/gu, '').length;
  }
  return ink;
}

function short(section: Section, pieces: readonly SectionText[]): Finding {
  const text = pieces.map((piece) => piece.text).join('');
  return finding(rule, {
    message: `“${section.format.title}”部分只有“${text}”，应写明存在的主要问题和改进情况。`,
    span: pieces[0]?.span ?? section.headingSpan,
    severity: 'information',
  });
}

/** Whether a report of a year whose format asks for them does not speak of fees, in section six or elsewhere. */
function lacksFees(
  { years: { ofText: year }, paragraphs }: Report,
  { format }: Section,
  pieces: readonly SectionText[],
): boolean {
  if (year === undefined || format.statesFees !== true) return false;
  // `未收取费用` (no fee charged), `收费0元` (fees of 0 yuan), `发出收费通知0件` (0 fee notices)
  if (pieces.some(({ text }) => /处理费|收取|收费|费用/.test(text))) return false;
  return !paragraphs.some(({ text }) => text.includes('信息处理费'));
}

function feesMissing(section: Section, pieces: readonly SectionText[], report: Report): Finding {
  return finding(rule, {
    message: `“${section.format.title}”部分没有写明信息处理费的收取情况；没有收取的，写“${noFees}”`,
    span: pieces[0]?.span ?? section.headingSpan,
    severity: 'hint',
    fixes: () => withoutFees(section, pieces, report),
  });
}

/** Says that nothing was charged: instead of a bare 无, before a single sentence, else in a paragraph at the end. */
function withoutFees(section: Section, pieces: readonly SectionText[], report: Report): readonly Fix[] {
  const [only] = pieces;
  const fix = (edit: Edit): readonly Fix[] => [suggestion(`补上“${noFees}”`, [edit])];
  if (only?.span !== undefined && pieces.length === 1) {
    const { text, span } = only;
    if (NOTHING.test(text)) return fix({ span, text: noFees + nothingElse });
    if (readNumeral(text) === undefined) return fix({ span: { start: span.start, end: span.start }, text: noFees });
  }
  const text = report.language === 'html' ? `<p>${noFees}</p>` : noFees;
  const edit = insertionUnder(section, report, text);
  return edit === undefined ? [] : fix(edit);
}

/** A text that only says none: `无`, `无。`, `（无）`, `暂无。` (none for now), `没有。` */
const NOTHING = /^[（(]?(?:暂?无|没有)[)）]?[。.]?$/;
