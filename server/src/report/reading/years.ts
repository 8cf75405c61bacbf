import { memo, PARAGRAPHS } from '../../text/memo.ts';
import type { Span } from '../../text/span.ts';
import type { Paragraph, PeriodPart, Report, StatedPeriod, YearMention, Years } from '../model.ts';
import { narrowText, paragraphsIn, prefaceOf, spanIn } from './prose.ts';

/** What the years are read from. */
type YearSource = Pick<Report, 'text' | 'title' | 'signature' | 'sections' | 'paragraphs' | 'bodyEnd'>;

/** Digits of a year, full-width or Chinese too: `2025`, `２０２５`, `二〇二五`. */
const YEAR_DIGITS = /[2２][0０][\d０-９]{2}|二[〇零○О0oO][〇零○一二三四五六七八九]{2}/;
/**
 * `现公布某局2025年政府信息公开工作年度报告` (now published: a bureau's report of 2025), `编制了2025年度政府信息公开工作报告`
 * (the report of 2025 was compiled); never a document in 《》.
 */
const ANNOUNCED =
  /(?:公布|现将|编制)[^。；《》]{0,30}?(20\d\d)\s*年度?(?:[^。；，、《》]{0,12}?)政府信息公开(?:工作)?(?:年度)?(?:报告|年报)/;
/**
 * `统计期限为`, `统计的期限`, `数据统计时间为`, `统计数据的期限` (the period of statistics is), `所列数据截止日期为` (the figures
 * end with), `报告期为` (the period of report is).
 */
const PERIOD_WORDS =
  /(?:统计|数据)[^。；，,]{0,8}?(?:期限|时限|时间|期间|时期|时段|周期|区间|起止|截止|截至)|报告期|统计年度/;
/** Without one of these there are none of those words, without a year no dates. */
const PERIOD_TOPIC = /统计|数据|报告期/;
const YEAR = /20\d\d/;
/** From … to: `2025年1月1日至2025年12月31日`, `2025年1月1日起，至12月31日止`, `2025年1月—12月`, `2025年1-12月`. */
const RANGE =
  /(20\d\d)\s*年\s*(\d{1,2})\s*(?:月\s*(?:(\d{1,2})\s*[日号])?)?\s*(?:[0零]时)?\s*(?:起始?|开始)?\s*[，,、]?\s*(?:截?止?[至到]|[—–─―~-]{1,3})\s*(?:(20\d\d)\s*年|[同当本]年)?\s*(\d{1,2})\s*月\s*(?:(\d{1,2})\s*[日号])?/d;
/** `截止到2025年12月` (up to December 2025), `统计年度为2025年` (the year of statistics is 2025). */
const ONE_YEAR = /(?:截[止至][到至]?|为|是|:)\s*(20\d\d)\s*年/d;
/**
 * The start of a paragraph or aspect: `2025年，`, `（一）主动公开方面。2025年，我局` ((1) Own accord. In 2025 our bureau),
 * `一是依申请公开。2025年` (first, on request. 2025).
 */
const OPENING =
  /^\s*(?:[（(]?[一二三四五六七八九十]{1,3}[)）、.是]\s*[^。，；：:]{0,24}[。：:]\s*)?(20\d\d)\s*年度?\s*(?:[，,]|(?=我[省市区县州镇乡局办委厅院校中心街站所处公旗们]|本[省市区县州镇乡局办委厅院校中心街站所处公旗机单]|全年|共))/d;
/**
 * `2025年，全局共收到政府信息公开申请15件` (in 2025 the bureau received 15 requests), `2025年，本机关未收取信息处理费` (no
 * processing fee was charged) at the start of a sentence.
 */
const REPORTING =
  /(?:^|[。；;！])\s*(20\d\d)\s*年度?[，,]?[^。；;，,]{0,24}?[，,]?[^。；;，,]{0,12}?(?:收到|受理|收取)[^。；;，,]{0,24}?(?:申请|信息处理费)/dg;
/**
 * Words with which a sentence tells of another year on purpose: carried over, this year, since, so far, half-year,
 * quarter, will.
 */
const ELSEWHERE = /结转|今年|以来|至今|上半年|下半年|季度|将/;
/**
 * What follows a year that is not the body's own: `2025年，国务院办公厅印发` (in 2025 the State Council's office issued),
 * `2025年，全国政务公开` (in 2025 the whole country's).
 */
const OTHERS = /^\s*[，,]?\s*(?:国务院|国家|全国|中央|党|中办|国办|财政部|司法部)/;
/** Names and numbers of documents, whose years say nothing: `《2024年政务公开工作要点》` (work plan of 2024), `〔2021〕`. */
const DOCUMENT = /《[^》]{0,100}》|〔[^〕]{0,10}〕/g;
/** Longest part of a sentence that is looked at. */
const SENTENCE = 300;

/** All that a draft says of its year, and which year most of it speaks for. Linear in the text. */
export function readYears(source: YearSource): Years {
  const front = frontOf(source);
  const inFront = readPeriod(front);
  const period = inFront.stated ? inFront : readPeriod(source.paragraphs);
  const sentences = overviewOf(source).flatMap(sentenceYears);
  const mentions = [
    ...titleMention(source),
    ...period.mentions,
    ...front.flatMap(announcement).slice(0, 1),
    ...signatureMention(source),
    ...sentences,
  ];
  return { ...yearsNamedBy(mentions), mentions, period: period.period, periodStated: period.stated };
}

/** The preface and section one: where period and announcement stand; some drafts put the preface under section one. */
function frontOf(source: YearSource): readonly Paragraph[] {
  const second = source.sections.find(({ format, role }) => role === 'regular' && format.number > 1);
  return paragraphsIn(source, { start: 0, end: second?.span.start ?? source.bodyEnd });
}

/** The paragraphs that tell of the report year: preface, sections one and six. */
function overviewOf(source: YearSource): readonly Paragraph[] {
  const telling = source.sections.filter(({ format }) => format.number === 1 || format.number === 6);
  return [...prefaceOf(source), ...telling.flatMap(({ span }) => paragraphsIn(source, span))];
}

function titleMention({ text, title }: YearSource): YearMention[] {
  if (title?.year === undefined) return [];
  return [{ kind: 'title', year: title.year, span: yearPlace(text, title.span), alone: true }];
}

/** The digits of the first year in a span of a text, full-width or Chinese too; the span where there are none. */
export function yearPlace(text: string, span: Span): Span {
  const match = YEAR_DIGITS.exec(text.slice(span.start, span.end));
  const start = span.start + (match?.index ?? 0);
  return match === null ? span : { start, end: start + match[0].length };
}

/** A report is written in the year after its own. */
function signatureMention({ signature }: YearSource): YearMention[] {
  if (signature === undefined) return [];
  return [{ kind: 'signature', year: signature.year - 1, span: signature.dateSpan, alone: true }];
}

function announcement(paragraph: Paragraph): YearMention[] {
  const year = announcedIn(paragraph.text);
  if (year === undefined) return [];
  return [
    { kind: 'announcement', year: year.value, span: spanIn(paragraph, year.at, year.at + LENGTH_OF_YEAR), alone: true },
  ];
}

/** Digits of a year. */
const LENGTH_OF_YEAR = 4;

/** The year of the report that a paragraph's text announces; its place is an offset in the text. */
const announcedIn = memo((text: string): { readonly value: number; readonly at: number } | undefined => {
  if (!text.includes('公开')) return undefined;
  const match = ANNOUNCED.exec(narrowText(text).replace(DOCUMENT, (name) => ' '.repeat(name.length)));
  const [words = '', year] = match ?? [];
  return match === null || year === undefined
    ? undefined
    : { value: Number(year), at: match.index + words.indexOf(year) };
}, PARAGRAPHS);

/** What some paragraphs say of the statistical period. */
interface PeriodReading {
  readonly stated: boolean;
  readonly period: StatedPeriod | undefined;
  readonly mentions: readonly YearMention[];
}

/** The first period with dates, else with a year, else in any form. */
function readPeriod(paragraphs: readonly Paragraph[]): PeriodReading {
  const readings = paragraphs.flatMap((paragraph) =>
    periodsIn(paragraph.text).map((written) => placedIn(paragraph, written)),
  );
  return (
    readings.find(({ period }) => period !== undefined) ??
    readings.find(({ mentions }) => mentions.length > 0) ?? {
      stated: readings.length > 0,
      period: undefined,
      mentions: [],
    }
  );
}

/** A year, month or day as written in a paragraph's text. */
interface WrittenPart extends Pick<PeriodPart, 'value' | 'due'> {
  readonly from: number;
  readonly to: number;
}

/** A period as written in a paragraph's text: its dates, and the years that they speak for. */
interface WrittenPeriod {
  readonly dates: { readonly text: string; readonly from: number; readonly parts: readonly WrittenPart[] } | undefined;
  readonly years: readonly WrittenPart[];
}

function placedIn(paragraph: Paragraph, { dates, years }: WrittenPeriod): PeriodReading {
  const spanOf = ({ from, to }: Pick<WrittenPart, 'from' | 'to'>): Span => spanIn(paragraph, from, to);
  return {
    stated: true,
    period: dates && {
      text: dates.text,
      span: spanIn(paragraph, dates.from, dates.from + dates.text.length),
      parts: dates.parts.map((part) => ({ value: part.value, due: part.due, span: spanOf(part) })),
    },
    mentions: years.map((part) => ({ kind: 'period', year: part.value, span: spanOf(part), alone: true })),
  };
}

/** The periods in a paragraph's text, a sentence at a time. */
const periodsIn = memo((whole: string): readonly WrittenPeriod[] => {
  if (!whole.includes('月') && !whole.includes('期') && !whole.includes('统计')) return [];
  const text = narrowText(whole);
  if (!PERIOD_TOPIC.test(text) && !YEAR.test(text)) return [];
  const found: WrittenPeriod[] = [];
  for (let from = 0; from < text.length; ) {
    const stop = text.indexOf('。', from);
    const to = stop < 0 ? text.length : stop;
    const period = periodIn(text.slice(from, Math.min(to, from + SENTENCE)), from);
    if (period !== undefined) found.push(period);
    from = to + 1;
  }
  return found;
}, PARAGRAPHS);

/** The period in a sentence that begins at an offset of a paragraph; a whole year's dates alone only say that there is one. */
function periodIn(sentence: string, at: number): WrittenPeriod | undefined {
  const range = RANGE.exec(sentence);
  if (!PERIOD_WORDS.test(sentence)) {
    const whole = range?.[2] === '1' && range[5] === '12';
    return whole ? { dates: undefined, years: [] } : undefined;
  }
  const partAt = (indices: readonly [number, number] | undefined, due: number | undefined): WrittenPart[] => {
    if (indices === undefined) return [];
    const [from, to] = indices;
    return [{ value: Number(sentence.slice(from, to)), due, from: at + from, to: at + to }];
  };
  if (range === null) return { dates: undefined, years: partAt(ONE_YEAR.exec(sentence)?.indices?.[1], undefined) };
  const parts = DUE.flatMap((due, group) => partAt(range.indices?.[group + 1], due));
  const years = parts.filter(({ due }) => due === undefined);
  return {
    dates: { text: range[0].trimEnd(), from: at + range.index, parts },
    // Two different years speak for none.
    years: years.every(({ value }) => value === years[0]?.value) ? years.slice(0, 1) : [],
  };
}

/** What the groups of RANGE must be; undefined stands for the report year. */
const DUE = [undefined, 1, 1, undefined, 12, 31] as const;

/** The years that a paragraph's opening and its sentences on requests and fees tell of. */
export function sentenceYears(paragraph: Paragraph): YearMention[] {
  return yearsToldIn(paragraph.text).map(({ kind, year, at, alone }) => ({
    kind,
    year,
    span: spanIn(paragraph, at, at + LENGTH_OF_YEAR),
    alone,
  }));
}

/** A year that a sentence tells of, by its offset in the paragraph's text. */
interface ToldYear extends Pick<YearMention, 'year' | 'alone'> {
  readonly kind: 'opening' | 'reporting';
  readonly at: number;
}

const yearsToldIn = memo((whole: string): readonly ToldYear[] => {
  if (!whole.includes('年')) return [];
  const text = narrowText(whole);
  if (!YEAR.test(text)) return [];
  const told: ToldYear[] = [];
  const yearAt = (at: number): number => Number(text.slice(at, at + LENGTH_OF_YEAR));
  const opening = OPENING.exec(text);
  const [from] = opening?.indices?.[1] ?? [];
  if (from !== undefined && isOwn(text, from)) {
    told.push({ kind: 'opening', year: yearAt(from), at: from, alone: yearsNamed(text).size === 1 });
  }
  for (const { indices } of text.matchAll(REPORTING)) {
    const [start] = indices?.[1] ?? [];
    if (start === undefined || start === from || !isOwn(text, start)) continue;
    told.push({ kind: 'reporting', year: yearAt(start), at: start, alone: isAlone(text, start) });
  }
  return told;
}, PARAGRAPHS);

/** Whether the sentence that begins with a year tells of the body's own work in that year. */
function isOwn(text: string, at: number): boolean {
  const sentence = sentenceAt(text, at);
  return !ELSEWHERE.test(sentence) && !OTHERS.test(sentence.replace(/^20\d\d\s*年度?/, ''));
}

/** Whether neither the sentence that begins with a year nor the next one names another. */
function isAlone(text: string, at: number): boolean {
  const sentence = sentenceAt(text, at);
  return yearsNamed(sentence + sentenceAt(text, at + sentence.length + 1)).size === 1;
}

function sentenceAt(text: string, at: number): string {
  const stop = text.slice(at, at + SENTENCE).indexOf('。');
  return text.slice(at, at + (stop < 0 ? SENTENCE : stop));
}

/** The years that a text names, those in names and numbers of documents left out. */
function yearsNamed(text: string): ReadonlySet<string> {
  return new Set(text.replace(DOCUMENT, '').match(/20\d\d(?=\s*年)/g) ?? []);
}

/** The kinds of evidence, each with one voice; of equal ones the first counts. */
const VOICES: readonly (readonly YearMention['kind'][])[] = [
  ['title'],
  ['period'],
  ['announcement'],
  ['signature'],
  ['opening', 'reporting'],
];

/** How many kinds of evidence speak for a year. */
export function voicesFor(year: number | undefined, mentions: readonly YearMention[]): number {
  return votes(mentions).filter((vote) => vote === year).length;
}

/** The year that each kind of evidence speaks for: of several sentences the one that most name. */
function votes(mentions: readonly YearMention[]): number[] {
  return VOICES.flatMap((kinds) => {
    const named = mentions.filter(({ kind }) => kinds.includes(kind)).map(({ year }) => year);
    return mostFrequent(named) ?? [];
  });
}

/**
 * The report year and the year of the text. A title that is one year ahead of the text's is the newer of the two, as
 * in last year's report that is being brought up to date; anything else that is as new bears it out.
 */
function yearsNamedBy(mentions: readonly YearMention[]): Pick<Years, 'year' | 'ofText'> {
  const title = mentions.find(({ kind }) => kind === 'title')?.year;
  const others = mentions.filter(({ kind }) => kind !== 'title');
  const text = mostFrequent(votes(others));
  if (title === undefined || text === undefined || title !== text + 1) {
    const year = mostFrequent(votes(mentions));
    return { year, ofText: year };
  }
  const told = others.filter(({ kind, year, alone }) => year === text && kind !== 'signature' && alone);
  const stated = told.some(({ kind }) => kind === 'period' || kind === 'announcement');
  // A single sentence may tell of the year before on purpose.
  const isTold = (stated || told.length > 1) && !votes(others).includes(title);
  return { year: title, ofText: isTold ? text : title };
}

/** The most frequent number; of equally frequent ones the first. */
function mostFrequent(numbers: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return [...counts].reduce<readonly [number, number] | undefined>(
    (most, entry) => (most === undefined || entry[1] > most[1] ? entry : most),
    undefined,
  )?.[0];
}

const NAMES: Readonly<Record<YearMention['kind'], string>> = {
  title: '标题',
  period: '统计期限',
  announcement: '首段',
  signature: '成文日期',
  opening: '正文',
  reporting: '正文',
};

/** What a mention is called in a message: `统计期限` (statistical period). */
export function describeMention({ kind }: YearMention): string {
  return NAMES[kind];
}

/** A year in the digits of another one: Chinese after `二〇二四` (2024), else Arabic. */
export function toYear(year: number, like: string): string {
  const zero = /[〇零○]/.exec(like)?.[0];
  if (zero === undefined) return String(year);
  return String(year).replace(/\d/g, (digit) => `${zero}一二三四五六七八九`[Number(digit)] ?? digit);
}
