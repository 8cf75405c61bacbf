import { aspectsNamed } from '../../format/aspects.ts';
import { isSpace } from '../../text/fold.ts';
import { memo, once, PARAGRAPHS } from '../../text/memo.ts';
import { chineseNumber, readNumeral, toChinese } from '../../text/numeral.ts';
import type { Span } from '../../text/span.ts';
import type { Paragraph, Report, Section } from '../model.ts';
import { narrowText, paragraphsIn, spanIn } from '../reading/prose.ts';

/** How the items of one list are numbered: `一、`, `（一）`, `1.`, `（1）`, `一是`. */
export type ItemStyle = 'chinese' | 'bracketed' | 'arabic' | 'bracketed-arabic' | 'spoken';

/** The number of an item and where it stands. */
export interface ItemNumber {
  readonly style: ItemStyle;
  readonly value: number;
  /** The number with its brackets, as written: `（二）`, `( 一)`, `一)`, `2.`, `四是`. */
  readonly text: string;
  /** Place of that in the draft. */
  readonly span: Span;
  /** Place of its digits alone. */
  readonly digits: Span;
}

/** A sub-heading or another numbered item of a section. */
export interface Subsection {
  readonly number: ItemNumber | undefined;
  /** Its words without the number: `主动公开方面`. */
  readonly text: string;
  /** `heading`: a line of its own; `lead`: its text goes on behind it: `（一）主动公开。2025年……` (in 2025 …). */
  readonly kind: 'heading' | 'lead';
  /** Number and words in the draft. */
  readonly span: Span;
  readonly paragraph: Paragraph;
  /** Offset in the paragraph's text at which it begins. */
  readonly at: number;
}

/** Longest sub-heading, in characters. */
const LONGEST = 40;
/** Longest one that has neither number nor Markdown mark: `主动公开政府信息情况`. */
const LONGEST_BARE = 16;
/**
 * What ends the words of a lead: `（一）主动公开。2025年` ((1) Own accord. In 2025), `（二）依申请公开：全年` ((2) On request: in
 * the whole year), `主动公开方面，全年` (as to own accord, in the whole year).
 */
const LEAD_END = /[。：:；;，,!！]/;
/** A lead without a number: `主动公开方面，` (as to own accord,), `监督保障情况：` (supervision:), `平台建设。` (platforms.). */
const BARE_LEAD = /^[^\s，。：:；;,]{2,16}(?:[。：:]|(?:方面|情况)[，,])/;
/** A number in brackets inside a paragraph whose line ends were lost: `……审查。 （三）平台建设。`; not `第（一）项` (item 1). */
const INNER = /[。；;！\s]\s{0,4}(?=[(]\s{0,2}[一二三四五六七八九十]{1,3}\s{0,2}[)])/g;
/** `一是…；二是…` (first …; second …): behind a mark or at the start; not `这一是` (this is), `统一是`, `唯一是`. */
const SPOKEN = /(?:^|[。；;，,：:、\s“])\s{0,4}([一二三四五六七八九十]{1,2})是(?![不否])/g;

/**
 * The sub-headings and numbered items below a section, in the order of the text, of all styles and levels but
 * `一是`; those without a number only where they are Markdown headings or name an aspect of 总体情况.
 */
export function subsectionsOf(report: Report, section: Section): readonly Subsection[] {
  return bySection(report).get(section) ?? [];
}

const bySection = once(
  (report: Report): ReadonlyMap<Section, readonly Subsection[]> =>
    new Map(report.sections.map((section) => [section, readSubsections(report, section)])),
);

function readSubsections(report: Report, section: Section): Subsection[] {
  return paragraphsIn(report, section.span).flatMap((paragraph) => {
    const found = paragraph.heading ? inHeading(paragraph.text) : inText(paragraph.text);
    return found.map(({ number, text, kind, at, end }) => ({
      number: number && numberAt(paragraph, number),
      text,
      kind,
      span: spanIn(paragraph, at, end),
      paragraph,
      at,
    }));
  });
}

/** A number as written in a paragraph's text, by offsets in it. */
interface WrittenNumber extends Pick<ItemNumber, 'style' | 'value'> {
  readonly from: number;
  readonly to: number;
  readonly digitsFrom: number;
  readonly digitsTo: number;
}

/** A sub-heading as written in a paragraph's text, by offsets in it. */
interface WrittenSubsection extends Pick<Subsection, 'text' | 'kind' | 'at'> {
  readonly number: WrittenNumber | undefined;
  readonly end: number;
}

const inHeading = memo((text: string) => writtenIn(text, true), PARAGRAPHS);
const inText = memo((text: string) => writtenIn(text, false), PARAGRAPHS);

function writtenIn(whole: string, heading: boolean): readonly WrittenSubsection[] {
  const text = narrowText(whole);
  const starts = [0];
  if (text.includes('(')) for (const match of text.matchAll(INNER)) starts.push(match.index + match[0].length);
  return starts.flatMap((at, index) => {
    if (index > 0 && at === starts[index - 1]) return [];
    const found = readSubsection(text, at, heading);
    return found === undefined ? [] : [found];
  });
}

/** The items `一是…`, `二是…` of a paragraph. */
export function spokenIn(paragraph: Paragraph): readonly ItemNumber[] {
  if (!paragraph.text.includes('是')) return [];
  return spokenNumbers(paragraph.text).map((number) => numberAt(paragraph, number));
}

const spokenNumbers = memo((text: string): readonly WrittenNumber[] => {
  return [...narrowText(text).matchAll(SPOKEN)].flatMap((match) => {
    const digits = match[1] ?? '';
    const to = match.index + match[0].length;
    const from = to - digits.length - 1;
    const value = chineseNumber(digits);
    return value === undefined ? [] : [{ style: 'spoken', value, from, to, digitsFrom: from, digitsTo: to - 1 }];
  });
}, PARAGRAPHS);

/** The sub-heading that begins at an offset of a paragraph; undefined where none does. */
function readSubsection(text: string, start: number, heading: boolean): WrittenSubsection | undefined {
  let at = start;
  while (isSpace(text.charCodeAt(at))) at++;
  const number = readItemNumber(text, at);
  const from = number === undefined ? at : at + number.length;
  const rest = text.slice(from, from + LONGEST + 1);
  const end = LEAD_END.exec(rest)?.index;
  const whole = text.length - from;
  const closed = end === undefined ? whole <= LONGEST : from + end + 1 >= text.length;
  const kind = at === 0 && (heading || closed) ? 'heading' : 'lead';
  const length = heading ? whole : (end ?? Math.min(whole, LONGEST));
  const words = text.slice(from, from + length).trim();
  if (number === undefined && !(at === 0 && (heading || isBare(text, words, kind)))) return undefined;
  return { number: number?.number, text: words, kind, at, end: from + length };
}

/** Whether words without a number or mark are a sub-heading: they name an aspect. */
function isBare(text: string, words: string, kind: 'heading' | 'lead'): boolean {
  if (words.length > LONGEST_BARE || aspectsNamed(words).length === 0) return false;
  return kind === 'heading' ? !/[。；;，,]$/.test(text) : BARE_LEAD.test(text);
}

/** A number with its mark at an offset; a number that only white space follows is none: `12 月` (December). */
function readItemNumber(
  text: string,
  at: number,
): { readonly number: WrittenNumber; readonly length: number } | undefined {
  const numeral = readNumeral(text.slice(at, at + 12));
  if (numeral === undefined || numeral.style === 'part') return undefined;
  const written = text.slice(at, at + numeral.length);
  const digits = /[一二三四五六七八九十]+|\d+/.exec(written);
  if (digits === null || !/[)、.,:：]$/.test(written)) return undefined;
  // `一，` (one,) and `2:` may be words and figures of a sentence.
  if (numeral.style !== 'bracketed' && !/[、.]$/.test(written)) return undefined;
  const arabic = digits[0].charCodeAt(0) < 0x3a;
  const style: ItemStyle = numeral.style === 'bracketed' ? (arabic ? 'bracketed-arabic' : 'bracketed') : numeral.style;
  const to = at + (numeral.style === 'bracketed' ? written.lastIndexOf(')') + 1 : written.length);
  const digitsFrom = at + digits.index;
  const place = { from: at, to, digitsFrom, digitsTo: digitsFrom + digits[0].length };
  return { number: { style, value: numeral.value, ...place }, length: numeral.length };
}

function numberAt(paragraph: Paragraph, { style, value, from, to, digitsFrom, digitsTo }: WrittenNumber): ItemNumber {
  return {
    style,
    value,
    text: paragraph.text.slice(from, to),
    span: spanIn(paragraph, from, to),
    digits: spanIn(paragraph, digitsFrom, digitsTo),
  };
}

/** An item's number as written, with another value: `（二）` → `（三）`. */
export function withNumber(number: ItemNumber, value: number): string {
  const { text, digits, span } = number;
  const from = digits.start - span.start;
  return text.slice(0, from) + digitsOf(number, value) + text.slice(from + digits.end - digits.start);
}

/** A value in the digits that a number is written in, full-width ones included. */
export function digitsOf({ text, style }: ItemNumber, value: number): string {
  if (style !== 'arabic' && style !== 'bracketed-arabic') return toChinese(value);
  const shift = /[０-９]/.test(text) ? 0xfee0 : 0;
  return String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + shift));
}
