import { citationOf, decreeNumber, feeRules, numberOfDocument, regulation } from '../format/citations.ts';
import {
  type FormatId,
  firstYear,
  formatOf,
  formatOfYear,
  formats,
  type ReportFormat,
  scopeOf,
} from '../format/formats.ts';
import { formatOfNotice, noticeOf } from '../format/notices.ts';
import type { CitedDocument } from '../format/schema.ts';
import { type Citation, citationsIn, formatsCited } from '../report/facts/citations.ts';
import { type DocumentNumber, documentNumbersIn } from '../report/facts/documents.ts';
import type { Paragraph, Report } from '../report/model.ts';
import { narrowText, spanIn } from '../report/reading/prose.ts';
import { distance, squeeze } from '../text/fold.ts';
import { memo, PARAGRAPHS } from '../text/memo.ts';
import { rewrite } from '../writing/passage.ts';
import {
  type Check,
  exampleYears,
  type Finding,
  type FindingInit,
  finding,
  type Rule,
  safeFix,
  suggestion,
} from './check.ts';

/** A format that the example report is not of, and its own: the wrong notice and the right one. */
const own = formatOfYear(exampleYears.department);
const [former = own] = formats;

const rule: Rule = {
  code: 'citation',
  severity: 'warning',
  title: '引用法规文件有误',
  summary:
    'A cited regulation or notice has a wrong number, name or bracket, or the notice is that of another format than the report year’s.',
  why: `年度报告开头引用的依据只有少数几份，名称和文号都是固定的，写错一处就是公开发布的错误：

| 依据 | 文号 |
| --- | --- |
| 《${regulation.name}》 | ${decreeNumber}（2019年修订，原第${regulation.formerNumber}号） |
${[...formats]
  .reverse()
  .map((format) => `| 《${format.notice.name}》，${scopeOf(format)} | ${noticeOf(format)} |`)
  .join('\n')}
| 《${feeRules.name}》 | ${numberOfDocument(feeRules)} |

检查：文号错误；名称缺字、错字；引用了另一年度格式的通知；发文字号的年份没有用六角括号“〔〕”；只有一处文号中有空格。简称《条例》、只写《……年度报告格式》、书名号内层用〈〉或《》、“新修订”、字间空格，都不作为错误。`,
  basis:
    '文号和名称以国务院及国务院办公厅公布的文本为准。发文字号的年份用六角括号“〔〕”括入，见《党政机关公文格式》（GB/T 9704—2012）7.2.5。',
  howToFix: '改为正确的名称、文号或括号。括号由“全部修正”改正；名称和文号须由填报人逐处确认。',
  examples: [
    { wrong: '国务院令⟦第492号⟧，以下简称', right: '国务院令第711号，以下简称', note: '第492号是2007年公布的原条例。' },
    {
      wrong: '《⟦中华人民共和国信息公开条例⟧》（国务院令第711号，',
      right: '《中华人民共和国政府信息公开条例》（国务院令第711号，',
      note: '名称缺“政府”二字。',
    },
    {
      wrong: `${citationOf(former.notice).replace(former.notice.core, '⟦$&').replace('号）', '号⟧）')}的要求编制`,
      right: `${citationOf(own.notice)}的要求编制`,
      note: `${scopeOf(own)}的报告应引用${own.notice.year}年的通知。`,
    },
    {
      wrong: `（${noticeOf(own).replace(/〔(.*)〕/, '⟦[$1]⟧')}）的要求`,
      right: `（${noticeOf(own)}）的要求`,
    },
  ],
};

/** citation: names, numbers and brackets of the regulation and the notices that a report rests on. */
export const checkCitations: Check = { rules: [rule], run };

function* run(report: Report): Iterable<Finding> {
  for (const paragraph of report.paragraphs) {
    const { text } = paragraph;
    if (!/[号例式]|通知/.test(text) || !citesAnything(text)) continue;
    yield* wrongNames(report, paragraph);
    yield* wrongDecrees(report, paragraph);
    yield* wrongDocuments(report, paragraph);
  }
  yield* loneBlanks(report);
}

/** `〔2021〕 30 号`, `30 号`: a blank behind the year of a document's number. */
const BLANK = /[〕)\]】]\s*第?\s*\d+\s*号$/;

/** The number with blanks inside, where the others of the draft have none: then it is no habit of the drafter's. */
function* loneBlanks(report: Report): Iterable<Finding> {
  const numbers = report.paragraphs.flatMap((paragraph) =>
    documentNumbersIn(paragraph.text).map(({ yearFrom, to }) => {
      const written = paragraph.text.slice(yearFrom, to);
      return { paragraph, yearFrom, to, written, blank: /\s/.test(written) && BLANK.test(written) };
    }),
  );
  const blanks = numbers.filter(({ blank }) => blank);
  const [only] = blanks;
  if (only === undefined || blanks.length > 1 || numbers.length < 2) return;
  const { paragraph, yearFrom, to, written } = only;
  const correction = { from: yearFrom, to, text: squeeze(written) };
  const message = `“${written}”中有空格，其余文号没有，应统一写作“${squeeze(written)}”。`;
  yield correct(report, paragraph, [correction], message, { severity: 'hint' });
}

/** Whether a paragraph's text cites any name or number that is looked at. */
const citesAnything = memo((text: string): boolean => {
  return namesOfRegulation(text).length > 0 || decreesIn(text).length > 0 || citationsIn(text).length > 0;
}, PARAGRAPHS);

/** A part of a paragraph's text and what should stand there. */
interface Correction {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** A finding over the corrections, whose fix makes all of them or none. */
function correct(
  report: Report,
  paragraph: Paragraph,
  corrections: readonly Correction[],
  message: string,
  more: Partial<FindingInit> & { readonly safe?: boolean; readonly fixable?: boolean } = {},
): Finding {
  const { safe = false, fixable = true, ...rest } = more;
  const from = Math.min(...corrections.map((correction) => correction.from));
  const to = Math.max(...corrections.map((correction) => correction.to));
  return finding(rule, {
    message,
    span: spanIn(paragraph, from, to),
    fixes: () => {
      if (!fixable) return [];
      const edits = corrections.map((one) => rewrite(report, paragraph, one.from, one.to, one.text));
      const made = edits.filter((edit) => edit !== undefined);
      if (made.length === 0 || made.length < edits.length) return [];
      const title = `改为“${corrections.map((one) => one.text).join('”“')}”`;
      return [(safe ? safeFix : suggestion)(title, made)];
    },
    ...rest,
  });
}

// ---- The regulation

/** `中华人民共和国信息公开条例` (the Regulation without its 政府), also with white space that copying put inside. */
const REGULATION_NAME = /中华人民共和国[^《》〈〉，。；、：（）()“”]{2,20}?条\s*例/g;
/** Letters by which a name may differ and still mean the same regulation. */
const NEAR_NAME = 3;

function namesOfRegulation(text: string): readonly RegExpExecArray[] {
  return text.includes('中华人民共和国') ? [...text.matchAll(REGULATION_NAME)] : [];
}

function* wrongNames(report: Report, paragraph: Paragraph): Iterable<Finding> {
  for (const match of namesOfRegulation(paragraph.text)) {
    const name = squeeze(match[0]);
    if (name === regulation.name || !name.includes('信息')) continue;
    if (distance(name, regulation.name, NEAR_NAME) > NEAR_NAME) continue;
    const correction = { from: match.index, to: match.index + match[0].length, text: regulation.name };
    yield correct(report, paragraph, [correction], `条例名称有误，应为《${regulation.name}》。`);
  }
}

/** Decree 711 of the State Council: `国务院令第711号`, `国务院令 711 号`, `国令第711号`, `国务院第711号令`. */
const DECREE = /国(务院)?(令)?\s{0,3}(\(?\s{0,3}第?\s{0,3}(\d{1,4})\s{0,3}号)(令)?/g;
/** The regulation's name right before its number, a few words and a bracket between. */
const NAMED_BEFORE = /信息公开条例\s?》?\s?(?:[（(][^（）()]{0,12}[）)]\s?)?[（(，,]?[^《》（）()。；]{0,30}$/;
const NAMED_BEHIND = /^[）)]?(?:公布|发布|修订)?的?\s?《[^《》]{0,20}信息公开条例/;

function decreesIn(text: string): readonly RegExpExecArray[] {
  if (!text.includes('令')) return [];
  return [...narrowText(text).matchAll(DECREE)].filter(([, , before, , , behind]) => (before ?? behind) !== undefined);
}

/** Decrees that are named with the regulation, or that are its former one. */
function* wrongDecrees(report: Report, paragraph: Paragraph): Iterable<Finding> {
  const decrees = decreesIn(paragraph.text);
  const text = narrowText(paragraph.text);
  // `第492号公布，第711号修订` (issued as 492, revised as 711) tells the history rightly.
  const history = decrees.some((match) => Number(match[4]) === regulation.number);
  for (const match of decrees) {
    const [whole, council, before, digits = '', number] = match;
    const from = match.index;
    const to = from + whole.length;
    const isFormer = Number(number) === regulation.formerNumber;
    const isRight = Number(number) === regulation.number;
    const named =
      NAMED_BEFORE.test(text.slice(Math.max(0, from - 60), from)) || NAMED_BEHIND.test(text.slice(to, to + 40));
    if (isRight && council === undefined && before !== undefined && named) {
      const correction = { from, to: from + 2, text: regulation.decree };
      const message = `“${paragraph.text.slice(from, to)}”宜写全称“${decreeNumber}”。`;
      yield correct(report, paragraph, [correction], message, { severity: 'information' });
    }
    if (isRight || history || !(isFormer || named)) continue;
    const start = from + whole.indexOf(digits);
    const correction = { from: start, to: start + digits.length, text: `第${regulation.number}号` };
    const reason = isFormer ? '，第492号是修订前的条例' : '';
    const message = `《${regulation.name}》的文号是${decreeNumber}${reason}。`;
    yield correct(report, paragraph, [correction], message);
  }
}

// ---- Notices and other documents

function* wrongDocuments(report: Report, paragraph: Paragraph): Iterable<Finding> {
  const citations = citationsIn(paragraph.text);
  if (citations.length === 0) return;
  const { ofText } = report.years;
  const year = ofText !== undefined && ofText >= firstYear ? ofText : undefined;
  const wanted = year === undefined ? undefined : formatOfYear(year).id;
  const isCited = citations.some((citation) => wanted !== undefined && formatsCited(citation).includes(wanted));
  for (const citation of citations) {
    const { name, number } = citation;
    const document = documentOf(citation, wanted);
    const corrections: Correction[] = [];
    if (name !== undefined) {
      const instead = name.instead(document === feeRules ? undefined : wanted);
      if (instead !== undefined) corrections.push({ from: name.from, to: name.to, text: instead });
    }
    if (number !== undefined && document !== undefined && !isNumberOf(number, document)) {
      const from = number.issuerEnd - issuerOf(number).length;
      corrections.push({ from, to: number.to, text: numberOfDocument(document) });
    }
    if (corrections.length > 0) {
      const [other] = formatsCited(citation).filter((id) => id !== wanted);
      const isOther = other !== undefined && wanted !== undefined && !formatsCited(citation).includes(wanted);
      const message =
        isOther && year !== undefined ? otherNotice(year, formatOf(other)) : wrong(paragraph, corrections);
      yield correct(report, paragraph, corrections, message, { fixable: !(isOther && isCited) });
    } else if (number !== undefined) {
      yield* wrongBrackets(report, paragraph, number);
    }
  }
}

/** The document that a citation means; undefined where it is none of those known here. */
function documentOf({ name, number }: Citation, wanted: FormatId | undefined): CitedDocument | undefined {
  if (name?.of === 'fees') return feeRules;
  const byNumber = number === undefined ? undefined : noticeMeant(number);
  if (name === undefined && byNumber === undefined) return undefined;
  const byName = name?.of?.length === 1 ? name.of[0] : undefined;
  const id = wanted ?? (byNumber === 'mixed' ? undefined : byNumber) ?? byName;
  return id === undefined ? undefined : formatOf(id).notice;
}

/** The format whose notice a number is of; `mixed` where the year is that of one notice and the number that of another. */
function noticeMeant(number: DocumentNumber): FormatId | 'mixed' | undefined {
  const issuer = issuerOf(number);
  const all = formats.map(({ notice }) => notice).filter((notice) => distance(issuer, notice.issuer, 2) <= 2);
  if (all.length === 0) return undefined;
  const id = formatOfNotice(number.year, number.number);
  if (id !== undefined) return id;
  const isMixed = all.some(({ year }) => year === number.year) && all.some((one) => one.number === number.number);
  return isMixed ? 'mixed' : undefined;
}

/** The issuer's sign: what follows the last `国`, as in `国务院办公厅国办公开办函`. */
function issuerOf({ issuer }: DocumentNumber): string {
  return issuer.slice(Math.max(0, issuer.lastIndexOf('国')));
}

function isNumberOf(number: DocumentNumber, { issuer, year, number: count }: CitedDocument): boolean {
  return number.issuer.endsWith(issuer) && number.year === year && number.number === count;
}

function otherNotice(year: number, other: ReportFormat): string {
  return `${year}年度报告应引用${noticeOf(formatOfYear(year))}；${noticeOf(other)}适用于${scopeOf(other)}的报告。`;
}

function wrong({ text }: Paragraph, corrections: readonly Correction[]): string {
  return `引用有误：${corrections.map((one) => `“${text.slice(one.from, one.to)}”应为“${one.text}”`).join('，')}。`;
}

/** Issuers of certificates (证) and court cases (案, 诉, 初, 终, 行), whose years stand in round brackets. */
const OTHER_NUMBERS = /[证案诉初终行第年月日]$/;

/** A year in other brackets than 〔〕: `云政办发（2023）5号`, `国办公开办函202130号`. */
function* wrongBrackets(report: Report, paragraph: Paragraph, number: DocumentNumber): Iterable<Finding> {
  const { open, close, yearFrom, yearTo, year, issuer } = number;
  if (open === '〔' && close === '〕') return;
  const isNotice = noticeMeant(number) !== undefined;
  const isLost = open === '' && close === '';
  // One bracket of a common kind may belong to what stands around the number.
  const isWhole = (open !== '' && close !== '') || open === '〔' || close === '〕';
  if (!isNotice && (isLost || !isWhole || OTHER_NUMBERS.test(issuer))) return;
  const correction = { from: yearFrom, to: yearTo, text: `〔${year}〕` };
  const old = paragraph.text.slice(yearFrom, yearTo);
  if (isLost) {
    const message = `发文字号的年份缺六角括号，应为“${issuerOf(number)}〔${year}〕${number.number}号”。`;
    yield correct(report, paragraph, [correction], message, { severity: 'information', safe: true });
  } else {
    yield correct(report, paragraph, [correction], `发文字号的年份“${old}”应为“〔${year}〕”。`, { safe: true });
  }
}
