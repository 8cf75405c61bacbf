import { allSections, wordingsOf } from '../../format/formats.ts';
import type { SectionFormat } from '../../format/schema.ts';
import { distance, fold, isSpace, squeeze } from '../../text/fold.ts';
import { memoIn, once } from '../../text/memo.ts';
import { type Numeral, readNumeral } from '../../text/numeral.ts';
import { movedSpan, type Span } from '../../text/span.ts';
import type { Report, Section } from '../model.ts';

/** How a heading's title stands to the official one. */
export type Wording =
  | 'official'
  /** A wording of many published reports: `概述` (overview), `政府信息公开行政复议和行政诉讼情况` (和 for a mark). */
  | 'customary'
  /** Characters of the official title doubled, lost or swapped: `总体情情况`. */
  | 'slip'
  /** Other characters, by mistake or on purpose: `总体请况`, `存在的主要困难及改进情况`. */
  | 'other';

/** A part of a heading; its place is undefined where the draft writes it otherwise, as with HTML entities. */
export interface HeadingPart {
  readonly text: string;
  readonly span: Span | undefined;
}

/** What a section's heading is made of. */
export interface HeadingParts {
  readonly numeral: Numeral | undefined;
  /** Numeral, its mark and the white space behind it; empty where there is no numeral. */
  readonly number: HeadingPart;
  readonly title: HeadingPart;
  readonly wording: Wording;
  /** Text of the section behind the title, as `无` (none) of `六、其他需要报告的事项：无`. */
  readonly tail: HeadingPart | undefined;
  /** Whether nothing sets the tail apart: `六、其他需要报告的事项无`. */
  readonly glued: boolean;
}

/** Marks around a title that are not its words: `**`, white space, a colon at the end. */
const LEAD = /^[\s\u3000*_]+/;
const TRAIL = /[\s\u3000*_:：。]+$/;

/** The parts of a section's heading. Total; the spans are UTF-16 offsets in the draft. */
export function partsOf(report: Report, section: Section): HeadingParts {
  return bySection(report).get(section) ?? readParts(report, section);
}

const bySection = once(
  (report: Report): ReadonlyMap<Section, HeadingParts> =>
    new Map(report.sections.map((section) => [section, readParts(report, section)])),
);

function readParts(report: Report, { format, heading, headingSpan }: Section): HeadingParts {
  const { numeral, number, title, wording, tail, glued } = writtenParts(heading, format);
  const exact = report.text.slice(headingSpan.start, headingSpan.end) === heading;
  const partAt = ({ start, end }: Span): HeadingPart => ({
    text: heading.slice(start, end),
    span: exact ? movedSpan({ start, end }, headingSpan.start) : undefined,
  });
  return { numeral, number: partAt(number), title: partAt(title), wording, tail: tail && partAt(tail), glued };
}

/** The parts of a section's heading by offsets in it. */
const writtenParts = memoIn(partsIn, ({ number, title }: SectionFormat) => `${number} ${title}`);

function partsIn(heading: string, format: SectionFormat) {
  // `、行政机关收到和处理…`: the numeral is lost, its mark is left.
  const lost = heading.startsWith('、') ? 1 : 0;
  const numeral = readNumeral(heading.slice(lost));
  let behind = lost + (numeral?.length ?? 0);
  while (isSpace(heading.charCodeAt(behind))) behind++;
  const from = behind + (LEAD.exec(heading.slice(behind))?.[0].length ?? 0);
  const words = heading.slice(from).replace(TRAIL, '');
  const split = splitTail(words, format);
  const title = { start: from, end: from + (split?.title ?? words.length) };
  return {
    numeral,
    number: { start: 0, end: behind },
    title,
    wording: wordingOf(heading.slice(title.start, title.end), format),
    tail: split === undefined ? undefined : { start: from + split.tail, end: from + words.length },
    glued: split !== undefined && split.title === split.tail,
  };
}

/** Section text behind a title on the heading's line: behind a mark, or words that no title ends with (none, not). */
const TAILS = [/^(.{2,40}?)[\s\u3000:：]+(?=\S)/, /^(.{2,40}?)(?=[（(]?(?:无|没有|未))/];

/** Ends of a known title and start of the text behind it; undefined where the words are no more than a title. */
function splitTail(
  words: string,
  format: SectionFormat,
): { readonly title: number; readonly tail: number } | undefined {
  if (isKnown(fold(words), format)) return undefined;
  for (const pattern of TAILS) {
    const match = pattern.exec(words);
    if (match?.[1] !== undefined && isKnown(fold(match[1]), format))
      return { title: match[1].length, tail: match[0].length };
  }
  return undefined;
}

/** Key of a wording in which small words (of, and, other) do not matter: `存在的问题和改进情况` is `存在问题及改进情况`. */
function looseKey(key: string): string {
  return key
    .replaceAll('的', '')
    .replace(/[和与]/g, '及')
    .replaceAll('其它', '其他');
}

const keysOf = new Map(
  allSections.map(({ number }) => [number, new Set(wordingsOf(number).map((text) => looseKey(fold(text))))]),
);

function isKnown(key: string, { number }: SectionFormat): boolean {
  return keysOf.get(number)?.has(looseKey(key)) === true;
}

/** How a title is worded; white space, width and marks of emphasis do not matter. */
function wordingOf(title: string, format: SectionFormat): Wording {
  if (plain(title) === plain(format.title)) return 'official';
  const key = fold(title);
  if (isKnown(key, format)) return 'customary';
  return isSlip(key, fold(format.title)) ? 'slip' : 'other';
}

function plain(text: string): string {
  return squeeze(text.normalize('NFKC')).replace(/[*_]/g, '');
}

/** Whether a key has no other characters than the official one, of which one is doubled or lost, or two are swapped. */
function isSlip(key: string, official: string): boolean {
  if ([...key].some((char) => !official.includes(char))) return false;
  if (key.length !== official.length) return distance(key, official, 1) <= 1;
  return distance(key, official, 2) <= 2 && [...key].sort().join('') === [...official].sort().join('');
}

/**
 * Whether a heading is rather a sub-heading of another section, taken for a section that has no better one:
 * `（二）依申请公开情况` ((2) On request) of 总体情况 stands for no section of its own.
 */
export function isSubheading({ numeral, wording }: HeadingParts, { format }: Section): boolean {
  return numeral?.style === 'bracketed' && numeral.value !== format.number && wording !== 'official';
}
