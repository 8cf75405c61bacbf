import { allSections } from '../../format/formats.ts';
import { isHeadOfLabel, labelsOf } from '../../format/labels.ts';
import type { SectionFormat } from '../../format/schema.ts';
import { distance, fold, isSpace } from '../../text/fold.ts';
import { memo, PARAGRAPHS } from '../../text/memo.ts';
import { chineseNumber, type Numeral, readNumeral } from '../../text/numeral.ts';
import { movedSpan, type Span } from '../../text/span.ts';
import { isSetAsHeading, offsetWithBlanks, withoutBlanks } from './marks.ts';
import { isExact, part, type TextLine, type TextPart, trimmed } from './pieces.ts';

/** A line that reads like a section heading. */
export interface Heading {
  /** Index of its piece. */
  readonly piece: number;
  readonly section: SectionFormat;
  readonly text: string;
  readonly span: Span;
  readonly numeral: Numeral | undefined;
  /** How sure it is that the line is a heading: its numeral, mark and wording. */
  readonly weight: number;
  /** Other words than any that are known; only its place makes it a heading. */
  readonly reworded: boolean;
}

interface HeadingWording {
  readonly section: SectionFormat;
  readonly key: string;
  readonly chars: ReadonlySet<string>;
  readonly official: boolean;
}

const wordings: readonly HeadingWording[] = allSections.flatMap((section) => [
  title(section, section.title, true),
  ...section.aliases.map((alias) => title(section, alias, false)),
]);

/** Each wording of a section once, whatever formats have it; official if one of them prints it. */
const titles = wordings.filter((wording) => {
  const same = wordings.filter(({ section, key }) => section.number === wording.section.number && key === wording.key);
  return wording === (same.find(({ official }) => official) ?? same[0]);
});

function title(section: SectionFormat, wording: string, official: boolean): HeadingWording {
  const key = fold(wording);
  return { section, key, chars: new Set(key), official };
}

const byKey = new Map(titles.map((title) => [title.key, title]));
const longest = Math.max(...titles.map((title) => title.key.length));
/** Longest heading line with its marks: spaces inside the words, bold marks, a link in a table of contents. */
const LONGEST_LINE = 160;

/** First character of a line that begins with marks or a numeral. */
const MAY_BEGIN_NUMERAL = /^[\s\u2063\u2064]*[#*<>|_第一二三四五六1-6１-６]/;
/** What a heading can begin with: marks, a numeral, or the first character of a title's wording. */
const BEGINNINGS = new Set(
  [
    ...'#*<>|_-+[（(、第一二三四五六七八九十123456789１２３４５６７８９',
    ...titles.map((title) => title.key.charAt(0)),
  ].map((char) => char.charCodeAt(0)),
);

/** Whether tabs or pipes set several texts of a line apart, as far as a heading is long. */
function hasSeveralCells(text: string): boolean {
  let ink = false;
  let cut = false;
  let seen = 0;
  for (let i = 0; i < text.length && seen < LONGEST_LINE; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x09 || code === 0x7c) cut = ink;
    else if (!isSpace(code)) {
      if (cut) return true;
      ink = true;
      seen++;
    }
  }
  return false;
}

/** Whether a line can be a heading, told by its first character: most lines of a draft cannot. */
function mayBeHeading(text: string): boolean {
  let at = 0;
  while (at < text.length && isSpace(text.charCodeAt(at))) at++;
  const code = text.charCodeAt(at);
  if (!BEGINNINGS.has(code) || hasSeveralCells(text)) return false;
  if (code < 0x31 || code > 0x39) return true;
  // A digit: of a numeral with its mark, not of a number or a year.
  const next = text.charCodeAt(text.charCodeAt(at + 1) >= 0x30 && text.charCodeAt(at + 1) <= 0x39 ? at + 2 : at + 1);
  return isSpace(next) || ',.):、．，：）'.includes(String.fromCharCode(next));
}

/** What stands around a heading, inline marks blanked out: `## `, `> `, `- `, `| … |`. */
const LEADING_MARKS = /^(?:#{1,6}(?=[^#])|>|[-*+](?=\s)|\||[\s\u2063\u2064])+/;
const TRAILING_MARKS = /(?:\||#+|[\s\u2063\u2064])+$/;
/** Dots and page number behind an entry of a table of contents. */
const CONTENTS_TAIL = /[.…·．‥⋯\-_—\s]{2,}\d{0,3}$/;

/** The text of a line without Markdown and HTML marks, and its place; for a plain line the trimmed line. */
export function withoutMarks(line: TextPart): { readonly text: string; readonly span: Span; readonly marked: boolean } {
  const outer = trimmed(line);
  const marked = isSetAsHeading(line.text);
  const first = outer.text.charCodeAt(0);
  const last = outer.text.charCodeAt(outer.text.length - 1);
  // A Chinese character at both ends: there is no mark to take off.
  if (first > 0x2fff && last > 0x2fff) return { ...outer, marked };
  const lead = LEADING_MARKS.exec(outer.text)?.[0].length ?? 0;
  const tail = lead === outer.text.length ? 0 : (TRAILING_MARKS.exec(outer.text)?.[0].length ?? 0);
  if (lead === 0 && tail === 0) return { ...outer, marked };
  const base = line.text.indexOf(outer.text);
  const inner = part(line, base + lead, base + outer.text.length - tail);
  return { ...inner, marked };
}

/** The title that a key stands for: its wording, or one at most a slip of the pen away. */
function titleOf(
  key: string,
  certain: boolean,
): { readonly title: HeadingWording; readonly exact: boolean } | undefined {
  const exact = byKey.get(key);
  if (exact !== undefined) return { title: exact, exact: true };
  if (!certain || key.length < 4) return undefined;
  let limit = key.length < 6 ? 1 : key.length < 14 ? 2 : 3;
  let best: HeadingWording | undefined;
  for (const title of titles) {
    if (Math.abs(key.length - title.key.length) > limit || strangers(key, title.chars, limit) > limit) continue;
    const steps = distance(key, title.key, limit);
    if (steps > limit) continue;
    if (best === undefined || steps < limit) best = title;
    limit = steps;
  }
  return best === undefined ? undefined : { title: best, exact: false };
}

/** Characters of a key that a title does not have, counted until there are too many: a cheap bound of the distance. */
function strangers(key: string, chars: ReadonlySet<string>, limit: number): number {
  let count = 0;
  for (let i = 0; i < key.length && count <= limit; i++) if (!chars.has(key.charAt(i))) count++;
  return count;
}

/** `表二：主动公开政府信息情况`, `## 表3 …`: not `表三显示`. */
const CAPTION = /^[\s#*_>|[（(【]*表\s*([二三四2-4２-４])(?![\u4e00-\u9fff\d])/;

/** The section whose table a line is the caption of. Its words are a section's; it is no heading. */
export function readCaption(line: TextPart): SectionFormat | undefined {
  if (line.text.indexOf('表') < 0) return undefined;
  const text = withoutBlanks(line.text);
  if (text.length > LONGEST_LINE) return undefined;
  const number = CAPTION.exec(text)?.[1];
  if (number === undefined || /[。；]/.test(text)) return undefined;
  const section = 2 + Math.floor('二2２三3３四4４'.indexOf(number) / 3);
  return allSections.find((each) => each.number === section);
}

/** Reads a line as a section heading; undefined where it is none. `next` is the line after it, for a broken one. */
export function readHeading(line: TextLine, piece: number, next: TextLine | undefined): Heading | undefined {
  if (line.text.length <= LONGEST_LINE || withoutBlanks(line.text).length <= LONGEST_LINE) {
    const known = headingAlone(line.text);
    if (known === 'open' || (known !== undefined && !isExact(line))) return readShort(line, piece, next);
    return known && { ...known, piece, span: movedSpan(known.span, line.span.start) };
  }
  if (readCaption(line) !== undefined) return undefined;
  if (!mayBeHeading(line.text) || !MAY_BEGIN_NUMERAL.test(line.text)) return undefined;
  return readRunIn(part(line, 0, LONGEST_LINE), piece);
}

/** A short line as a heading, as if it began the draft; `open` where the line after it tells. */
const headingAlone = memo((text: string): Heading | 'open' | undefined => {
  if (!mayBeHeading(text)) return undefined;
  const line: TextLine = { kind: 'line', text, span: { start: 0, end: text.length } };
  if (readCaption(line) !== undefined) return undefined;
  const { key } = wordsOf(line);
  const isHead = key.length >= SHORTEST_HEAD && !byKey.has(key) && titles.some((title) => title.key.startsWith(key));
  return isHead ? 'open' : readShort(line, 0, undefined);
});

/** A line without its marks, its numeral, and the key of its words. */
function wordsOf(line: TextLine) {
  const bare = withoutMarks(line);
  // `、行政机关收到和处理…` (, Requests received and handled …): the numeral is lost, its mark is left.
  const text = withoutBlanks(bare.text);
  const lost = text.startsWith('、') ? 1 : 0;
  const numeral = readNumeral(text.slice(lost));
  const rest = text.slice(lost + (numeral?.length ?? 0));
  return { text, span: bare.span, marked: bare.marked, numeral, key: fold(rest.replace(CONTENTS_TAIL, '')) };
}

function readShort(line: TextLine, piece: number, next: TextLine | undefined): Heading | undefined {
  const { text, span, marked, numeral, key } = wordsOf(line);
  if (key.length < 2) return undefined;
  if (key.length > longest + 3) return readRunIn(line, piece);
  // A sentence is no heading, whatever it begins with; one may stand behind it: `六、其他需要报告的事项：无。` (6. …: none.)
  if (/[。；;，]\s*$/.test(text))
    return /[^\s、.．]{4}[:：\s]+[^\s。；;，]|[\u4e00-\u9fff]20\d\d/.test(text) ? readRunIn(line, piece) : undefined;
  const certain = numeral === undefined ? marked : numeral.style !== 'bracketed';
  const found = titleOf(key, certain) ?? broken(key, numeral, next);
  if (found !== undefined) {
    const weight = weigh(found.title, found.exact, numeral, marked);
    return {
      piece,
      section: found.title.section,
      text,
      span,
      numeral,
      weight,
      reworded: false,
    };
  }
  const section = reworded(key, numeral);
  if (section === undefined) return readRunIn(line, piece);
  return { piece, section, text, span, numeral, weight: REWORDED, reworded: true };
}

/** Weight of a heading that only its numeral and some of its words tell. */
const REWORDED = 1;

/** The section that a heading in other words stands for: its numeral and most of its characters tell: `五、问题和改进`. */
function reworded(key: string, numeral: Numeral | undefined): SectionFormat | undefined {
  if (numeral === undefined || (numeral.style !== 'chinese' && numeral.style !== 'part') || key.length < 3)
    return undefined;
  if (labelsOf(key) !== undefined || isHeadOfLabel(key)) return undefined;
  const meant = titles.find(({ section, official, chars }) => {
    if (section.number !== numeral.value || !official) return false;
    const known = key.length - strangers(key, chars, key.length);
    return known >= 3 && known * 5 >= key.length * 3;
  });
  return meant?.section;
}

/** Shortest head of a heading that is believed to be broken. */
const SHORTEST_HEAD = 5;

/** A heading that copying broke over two lines, in a word: `四、政府信息公开行政复议、行政诉` and `讼情况`. */
function broken(key: string, numeral: Numeral | undefined, next: TextLine | undefined): ReturnType<typeof titleOf> {
  if (
    numeral === undefined ||
    next === undefined ||
    key.length < SHORTEST_HEAD ||
    withoutBlanks(next.text).length > LONGEST_LINE
  )
    return undefined;
  const whole = byKey.get(key + fold(next.text));
  return whole === undefined ? undefined : { title: whole, exact: true };
}

/**
 * A heading with its text on its line: `一、总体情况 2020年，我办……` (In 2020 our office …), `六、其他需要报告的事项：无`,
 * `六、其他需要报告的事项2025年，……`.
 */
function readRunIn(line: TextPart, piece: number): Heading | undefined {
  const bare = withoutMarks(line);
  const text = withoutBlanks(bare.text);
  const numeral = readNumeral(text);
  if (numeral === undefined || numeral.style === 'bracketed') return undefined;
  let end = numeral.length;
  while (isSpace(text.charCodeAt(end))) end++;
  const words = runInWords(bare.text, offsetWithBlanks(bare.text, end));
  const title = byKey.get(fold(words));
  if (title === undefined || title.section.number !== numeral.value) return undefined;
  const from = line.text.indexOf(bare.text);
  const head = part(line, from, from + offsetWithBlanks(bare.text, end) + words.length);
  return {
    piece,
    section: title.section,
    text: withoutBlanks(head.text),
    span: head.span,
    numeral,
    weight: weigh(title, true, numeral, false),
    reworded: false,
  };
}

/** `其他需要报告的事项2025年，`: words that a sentence of a year follows at once. */
const RUN_ON = /^[\u4e00-\u9fff、]{4,60}?(?=20\d\d\s?年)/;

/** What may be a heading's words, from an offset to what sets its text apart: a year, a space, a colon, the end of bold type. */
function runInWords(text: string, from: number): string {
  const runOn = RUN_ON.exec(text.slice(from))?.[0];
  if (runOn !== undefined && byKey.has(fold(runOn))) return runOn;
  const match = /^[^\s\u3000:：。*]{4,60}?(?=[\s\u3000:：。*])/.exec(text.slice(from))?.[0] ?? '';
  const inMarks = /^[^\s\u3000:：。*\u2063\u2064]{4,40}(?=[\u2063\u2064])/.exec(match)?.[0];
  return inMarks !== undefined && byKey.has(fold(inMarks)) ? inMarks : match.replace(/[\u2063\u2064]+$/, '');
}

/** A heading inside a paragraph: `……邮编：100000）。 一、总体情况 （一）主动公开……`. */
const INLINE =
  /[。；;！）)\s\u2063\u2064][\s\u2063\u2064]{0,8}(([一二三四五六])、([\u4e00-\u9fff、]{4,26}))(?=[\s（(\u2063\u2064]|20\d\d\s?年)/g;
/** The cheapest part of that. */
const MAY_BE_INLINE = /[一二三四五六]、/;
/** Fewest characters behind a heading inside a paragraph: in a list of the sections the next one comes at once. */
const BEHIND_INLINE = 20;

/** The headings inside a long paragraph, whose line ends were lost; only with their official numeral and a known title. */
export function readInline(line: TextLine, piece: number): readonly Heading[] {
  if (!isExact(line) || line.text.length <= LONGEST_LINE) return NONE;
  if (!MAY_BE_INLINE.test(line.text)) return NONE;
  const found = inlineIn(line.text);
  if (found.length === 0) return NONE;
  return found.map((heading) => ({ ...heading, piece, span: movedSpan(heading.span, line.span.start) }));
}

const NONE: readonly Heading[] = [];

/** The headings inside a paragraph, as if it began the draft. */
const inlineIn = memo((text: string): readonly Heading[] => {
  const found = [...text.matchAll(INLINE)].flatMap((match) => {
    const [whole, words = '', digit = '', rest = ''] = match;
    const numeral = readNumeral(words);
    const title = byKey.get(fold(rest));
    if (numeral === undefined || title === undefined || title.section.number !== chineseNumber(digit)) return [];
    const from = match.index + whole.length - words.length;
    return [{ title, numeral, from, to: from + words.length }];
  });
  return found.flatMap(({ title, numeral, from, to }, i) => {
    const end = found[i + 1]?.from ?? text.length;
    if (end - to < BEHIND_INLINE) return [];
    return [
      {
        piece: 0,
        section: title.section,
        text: withoutBlanks(text.slice(from, to)),
        span: { start: from, end: to },
        numeral,
        weight: INLINE_WEIGHT,
        reworded: true,
      },
    ];
  });
}, PARAGRAPHS);

/** Weight of a heading inside a paragraph: believed where the section has no heading of its own. */
const INLINE_WEIGHT = 2;

function weigh(title: HeadingWording, exact: boolean, numeral: Numeral | undefined, marked: boolean): number {
  const wording = title.official ? 4 : exact ? 3 : 2;
  const style = { chinese: 4, part: 3, arabic: 2, bracketed: -2 };
  const number = numeral === undefined ? 0 : style[numeral.style] + (numeral.value === title.section.number ? 3 : 0);
  return wording + number + (marked ? 2 : 0);
}

/** Fewest entries of a table of contents. */
const SHORTEST_CONTENTS = 3;

/**
 * The entries of tables of contents: runs of headings in rising order with nothing between them, most of which
 * stand again further down. The last of a run may have text behind it.
 * @param empty for each heading whether nothing stands before the next one
 */
export function contentsEntries(headings: readonly Heading[], empty: readonly boolean[]): Set<Heading> {
  const listed = new Set<Heading>();
  /** By section the index of its last heading. */
  const last = new Map(headings.map((heading, index) => [heading.section.number, index]));
  let start = 0;
  for (let i = 0; i < headings.length; i++) {
    const next = headings[i + 1];
    const goesOn = empty[i] === true && next !== undefined && next.section.number > (headings[i]?.section.number ?? 0);
    if (goesOn) continue;
    const run = headings.slice(start, i + 1);
    start = i + 1;
    if (run.length < SHORTEST_CONTENTS) continue;
    const again = run.filter((heading) => (last.get(heading.section.number) ?? 0) >= start);
    if (again.length * 2 > run.length) {
      for (const heading of run) listed.add(heading);
    }
  }
  return listed;
}

/** What is known of a heading candidate once the tables are read. */
export interface Candidate extends Heading {
  /** Entry of a table of contents. */
  readonly listed: boolean;
  /** Whether text stands before the next candidate. */
  readonly hasText: boolean;
  /** Whether the section's own table stands before the next candidate. */
  readonly holdsTable: boolean;
}

/** The headings of the body, and those that are doubled or out of place; entries of a contents list are dropped. */
export interface Chain {
  readonly regular: readonly Candidate[];
  readonly doubled: readonly Candidate[];
  readonly displaced: readonly Candidate[];
}

/** What stands under a heading weighs as much as a sure one by its words, the right table as much as the surest. */
const TEXT_BELOW = 6;
const TABLE_BELOW = 12;
/** Weights that words and numeral give: from one on without a numeral, and from one on in whatever style. */
const LIKELY = 6;
const SURE = 9;

/**
 * Of all chains of candidates with rising section numbers the one that holds most: sure headings with text or
 * the right table under them. A weighted longest increasing subsequence; of the few numbers that sections have the
 * best chain to each is kept, so the cost is linear in the candidates.
 */
export function chooseChain(candidates: readonly Candidate[]): Chain {
  const score = (candidate: Candidate): number =>
    candidate.weight + (candidate.holdsTable ? TABLE_BELOW : 0) + (candidate.hasText ? TEXT_BELOW : 0);
  /** Best chain that ends with a section of at most the index's number. */
  const best: { sum: number; chain: readonly Candidate[] }[] = Array.from({ length: 7 }, () => ({ sum: 0, chain: [] }));
  for (const candidate of candidates) {
    if (candidate.listed) continue;
    const number = candidate.section.number;
    const before = best[number - 1] ?? { sum: 0, chain: [] };
    const sum = before.sum + score(candidate);
    for (let n = number; n <= 6; n++) {
      if (sum > (best[n]?.sum ?? 0)) best[n] = { sum, chain: [...before.chain, candidate] };
    }
  }
  const regular = best[6]?.chain ?? [];
  const chosen = new Set(regular);
  const numbers = new Set(regular.map((candidate) => candidate.section.number));
  const left = candidates.filter(
    (candidate) => !chosen.has(candidate) && !candidate.listed && isHeadingOutsideChain(candidate, regular),
  );
  const displaced: Candidate[] = [];
  const doubled: Candidate[] = [];
  for (const candidate of left) {
    if (numbers.has(candidate.section.number)) doubled.push(candidate);
    else {
      displaced.push(candidate);
      numbers.add(candidate.section.number);
    }
  }
  return { regular, doubled, displaced };
}

/** A sub-heading of section one with the number of a section: `三、主动公开工作情况` (information published), no table under it. */
function isPromoted({ section, holdsTable, piece }: Candidate, [first, second]: readonly Candidate[]): boolean {
  if (section.table === undefined || holdsTable || first?.section.number !== 1 || second === undefined) return false;
  return piece > first.piece && piece < second.piece;
}

/** A sub-heading, a name in a list and an entry of a contents list are no headings; a sure one with text is. */
function isHeadingOutsideChain(candidate: Candidate, regular: readonly Candidate[]): boolean {
  const style = candidate.numeral?.style;
  if (candidate.reworded || style === 'bracketed' || (style === undefined && candidate.weight < LIKELY)) return false;
  if (isPromoted(candidate, regular)) return false;
  if (!candidate.hasText && !candidate.holdsTable) {
    // Nothing under it: a contents entry before the body, an empty section after its start.
    const first = regular[0];
    return first !== undefined && candidate.piece > first.piece;
  }
  return style === 'chinese' || style === 'part' || candidate.weight >= SURE || candidate.holdsTable;
}
