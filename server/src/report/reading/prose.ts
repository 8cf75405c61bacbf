import { cutWords } from '../../format/cutWords.ts';
import { REWRITE_MARK } from '../../format/phrases.ts';
import { isSpace, trimSpan, trimText } from '../../text/fold.ts';
import { memo, PARAGRAPHS } from '../../text/memo.ts';
import { readNumeral } from '../../text/numeral.ts';
import { mayBePageNumber } from '../../text/pageNumber.ts';
import { countWhile } from '../../text/search.ts';
import type { Span } from '../../text/span.ts';
import { displayWidth } from '../../text/width.ts';
import type { Break, Paragraph, Report, Stretch } from '../model.ts';
import { standApart } from './letters.ts';
import { blanksIn, withoutBlanks } from './marks.ts';
import { placeOf, type TextLine } from './pieces.ts';
import type { Source } from './source.ts';

/** Marks of Markdown before a line of text: heading, quotation, list item. */
export const LEADING = /^(?:\s+|>|#{1,6}(?=\s)|[-*+](?=\s))+/;
/** An item of a list: `- 一是强化培训` (first, more training). */
const ITEM = /^[\s>]*[-*+]\s/;
/** A Markdown heading below the sections' own. */
const HEADING = /^\s*#{1,6}\s/;
/** What makes a line more than marks. */
const INK = /[\p{L}\p{N}（(×＿_…]/u;
/** What ends a sentence, also behind a closing quote or bracket; the mark `【待改写】` (to be rewritten) ends a paragraph. */
const CLOSED = new RegExp(`(?:[。！？；：!?;:…][”’"'）)】》]*|${REWRITE_MARK})$`);
/** How a new paragraph begins, whatever the line before it ends with: a numeral, a year, first, next, last, annex. */
const BEGINNING =
  /^(?:[（(【]?[一二三四五六七八九十]{1,3}[）)】、．.是]|\d{1,2}[.、．）)](?!\d)|第[一二三四五六]|20\d\d\s*年|首先|其次|最后|附件)/;
/**
 * Lines of an address, a source, a note or a caption, which stand alone: `邮编：999999` (postcode), `（单位：件）` (unit),
 * `图1 …` (figure 1).
 */
const LABELLED =
  /^[（(]?(?:(?:(?:联系|办公|通讯|通信|单位)?地址|邮编|邮政编码|(?:联系|咨询|监督|办公)?电话|传真|(?:电子)?邮箱|网址|联系人|联系方式|联系单位|(?:办公|发布)?时间|来源|发布|日期|注|备注|单位|说明)[：:\s]|[图表附]\s*[\d一二三四五六七八九])/;
/** The name of a body on a line of its own. */
const BODY = /^[\u4e00-\u9fff]+(?:人民政府|委员会|管委会|街道办事处|办公室|办公厅|[局厅])$/;
const LONGEST_NAME = 24;
/** Characters of the longest title over a paragraph. */
const LONGEST_TITLE = 40;
/** Columns by which lines of one width may differ: the first one's indentation, a Latin word that did not fit. */
const SLACK = 8;
/** Characters of a line that is long enough to have been broken: shorter ones are titles and addresses. */
const SHORTEST_BROKEN = 20;

/** Characters on either side of a line's words in which its marks are looked for: the address of a link. */
const REACH = 1000;

/** A line of text with the marks around it taken off. */
interface ProseLine {
  readonly line: TextLine;
  readonly from: number;
  readonly to: number;
  readonly indented: boolean;
  readonly marked: boolean;
  /** Whether nothing stands in place of an inline mark in the piece. */
  readonly bare: boolean;
  /** Whether nothing else was read in its line. */
  readonly whole: boolean;
}

/**
 * The running text of a draft: all lines but headings, tables, title and signature, lines that copying broke joined.
 * @param taken spans that are no running text, in any order
 * @param end offset where the running text ends
 */
export function readParagraphs(source: Source, taken: readonly Span[], end: number): Paragraph[] {
  const sorted = [...taken].sort((a, b) => a.start - b.start);
  const paragraphs: Paragraph[] = [];
  let open: ProseLine[] = [];
  let next = 0;
  const close = (): void => {
    if (open.length > 0) paragraphs.push(paragraphOf(open));
    open = [];
  };
  for (const piece of source.pieces) {
    if (piece.span.start >= end) break;
    if (piece.kind === 'table') {
      close();
      continue;
    }
    let from = 0;
    const length = piece.text.length;
    while ((sorted[next]?.end ?? end) <= piece.span.start) next++;
    for (let i = next; i < sorted.length; i++) {
      const cut = sorted[i] as Span;
      if (cut.start >= piece.span.end) break;
      if (cut.start > piece.span.start + from) add(piece, from, Math.min(cut.start - piece.span.start, length));
      from = Math.max(from, cut.end - piece.span.start);
      close();
    }
    if (from < length) add(piece, from, length);
  }
  close();
  return paragraphs;

  function add(piece: TextLine, from: number, to: number): void {
    const line = lineOf(piece, from, to);
    if (typeof line === 'string') {
      // What stands on either side of a row of some table is no one sentence.
      if (line === 'cells') close();
      return;
    }
    const before = open[open.length - 1];
    const apart = before !== undefined && open.length === 1 && standApart(wordsOf(before), wordsOf(line));
    if (before !== undefined && (apart || !goesOn(before, line, open.length > 1))) close();
    open.push(line);
  }
}

/** The words of a line without its marks. */
function wordsOf({ line, from, to }: ProseLine): string {
  return withoutBlanks(line.text.slice(from, to));
}

/** A part of a piece as a line of text; else whether cells stand there. */
function lineOf(piece: TextLine, from: number, to: number): ProseLine | 'cells' | 'nothing' {
  const found = wordsIn(piece.text.slice(from, to));
  if (typeof found === 'string') return found;
  const whole = from === 0 && to === piece.text.length;
  return {
    line: piece,
    from: from + found.from,
    to: from + found.to,
    indented: isIndent(piece.comments === undefined ? found.indent : indentOf(piece, from, from + found.outer)),
    marked: found.marked,
    bare: whole && found.bare,
    whole,
  };
}

/** The words of a part of a line, by offsets in it. */
interface Words extends Pick<ProseLine, 'from' | 'to' | 'marked' | 'bare'> {
  /** White space before them and their marks. */
  readonly indent: string;
  readonly outer: number;
}

const wordsIn = memo((part: string): Words | 'cells' | 'nothing' => {
  const outer = trimSpan(part, 0, part.length);
  if (outer.start === outer.end) return 'nothing';
  const lead = LEADING.exec(part.slice(outer.start, outer.end))?.[0].length ?? 0;
  const { start } = trimSpan(part, outer.start + lead, outer.end);
  const text = part.slice(start, outer.end);
  if (!INK.test(text) || mayBePageNumber(withoutBlanks(text)) || isRowOfCells(text))
    return isRowOfCells(part.slice(outer.start, outer.end)) ? 'cells' : 'nothing';
  return {
    from: start,
    to: outer.end,
    indent: withoutBlanks(part.slice(0, outer.start)),
    outer: outer.start,
    marked: lead > 0,
    bare: blanksIn(part).length === 0,
  };
}, PARAGRAPHS);

/** White space that sets a new paragraph apart: two full-width spaces or more than three others. */
function isIndent(indent: string): boolean {
  return indent.includes('\u3000\u3000') || indent.length > 3;
}

/** White space at the start of a part of a line, comments not counted. */
function indentOf({ text, span, comments = [] }: TextLine, from: number, to: number): string {
  let indent = '';
  let at = from;
  for (const { start, end } of comments) {
    if (start - span.start >= to) break;
    indent += text.slice(at, Math.max(at, start - span.start));
    at = Math.max(at, end - span.start);
  }
  return withoutBlanks(indent + text.slice(at, Math.max(at, to)));
}

/** Whether tabs or pipes set several texts of a line apart: a row of some table, not a sentence. */
function isRowOfCells(text: string): boolean {
  const first = text.search(/[\t|]/);
  return first >= 0 && /[^\s|]/.test(text.slice(first)) && !text.includes('。');
}

/** Whether a line goes on with the sentence that the line before it began. */
function goesOn(before: ProseLine, after: ProseLine, joined: boolean): boolean {
  const text = withoutBlanks(before.line.text.slice(before.from, before.to));
  const rest = withoutBlanks(after.line.text.slice(after.from, after.to));
  if (CLOSED.test(text) || after.indented || after.marked || BEGINNING.test(rest) || LABELLED.test(rest)) return false;
  if (HEADING.test(before.line.text) || isName(rest)) return false;
  if (!joined && LABELLED.test(text)) return false;
  if (isCutInWord(text, rest)) return true;
  if (!joined && ((text.length < SHORTEST_BROKEN && !isClause(text, rest)) || isTitleOver(text, rest))) return false;
  // A sub-heading on a line of its own is no half sentence.
  return readNumeral(text) === undefined || /[，。；：]/.test(text);
}

/** Whether a line ends inside a word, which the next one ends: `本年度发出收` and `费通知0件` (fee notices sent this year: 0). */
function isCutInWord(text: string, rest: string): boolean {
  return cutWords.has(text.slice(-1) + rest.slice(0, 1));
}

/** Whether a short line is the begin of a sentence and no title: `2025年，本机` (in 2025 this …) before `关未收取信息处理费`. */
function isClause(text: string, rest: string): boolean {
  return /，[^，。；：:\s]*[\u4e00-\u9fff]$/.test(text) && /^[\u4e00-\u9fff]/.test(rest);
}

/** Whether a line is the name of a body alone, as it stands under a report: `云川市水务局` (a city's water bureau). */
function isName(text: string): boolean {
  return text.length <= LONGEST_NAME && BODY.test(text);
}

/**
 * Whether a line without any mark is a title over its paragraph and no part of it: the next line is longer, so its
 * first words would have had room on this one.
 */
function isTitleOver(text: string, rest: string): boolean {
  if (/[，。；：、,]/.test(text) || text.length > LONGEST_TITLE) return false;
  return displayWidth(text) + SLACK < displayWidth(rest.slice(0, 2 * LONGEST_TITLE));
}

/** Joins lines to a paragraph; inline marks are left out of its text. */
function paragraphOf(lines: readonly ProseLine[]): Paragraph {
  let text = '';
  const stretches: Stretch[] = [];
  const breaks: Break[] = [];
  const whole = lines.map(withMarks);
  lines.forEach(({ line, from, to, bare }, index) => {
    const before = whole[index - 1];
    const after = whole[index];
    if (before !== undefined && after !== undefined) {
      breaks.push({ at: text.length, span: { start: before.end, end: after.start } });
    }
    let at = from;
    const add = (until: number): void => {
      if (until <= at) return;
      stretches.push({ at: text.length, length: until - at, span: placeOf(line, at, until) });
      text += line.text.slice(at, until);
    };
    for (const mark of bare && line.comments === undefined ? [] : marksIn(line, from, to)) {
      add(Math.min(mark.start, to));
      at = Math.max(at, mark.end);
    }
    add(to);
  });
  const first = lines[0];
  const heading = first !== undefined && HEADING.test(first.line.text);
  const item = first?.marked === true && ITEM.test(first.line.text);
  const shown = first?.line.shown === undefined ? undefined : lines.map(shownText);
  return { text, heading, item, stretches, breaks, lines: whole, shown };
}

/** A line of an HTML page: what its element shows, unless a heading stands in it too. */
function shownText({ line, from, to, whole }: ProseLine): string {
  return whole ? trimText(line.shown ?? line.text) : withoutBlanks(line.text.slice(from, to));
}

/** The place of a line's words with the inline marks on either side of them: `**一是强化培训。**`. */
function withMarks({ line, from, to, bare }: ProseLine): Span {
  if (bare) return placeOf(line, from, to);
  const before = /[\u2063\u2064][\s\u2063\u2064]*$/.exec(line.text.slice(Math.max(0, from - REACH), from));
  const behind = /^[\s\u2063\u2064]*[\u2063\u2064]/.exec(line.text.slice(to, to + REACH));
  return placeOf(line, from - (before?.[0].length ?? 0), to + (behind?.[0].length ?? 0));
}

/** The inline marks and comments in a part of a line, in order, as offsets in the line. */
function marksIn({ text, span, comments }: TextLine, from: number, to: number): Span[] {
  const marks = blanksIn(text.slice(from, to)).map(({ start, end }) => ({ start: from + start, end: from + end }));
  if (comments === undefined) return marks;
  const blanks = comments.map(({ start, end }) => ({ start: start - span.start, end: end - span.start }));
  return [...marks, ...blanks].sort((a, b) => a.start - b.start);
}

/** The paragraphs that begin inside a span of the draft, as that of a section. */
export function paragraphsIn({ paragraphs }: Pick<Report, 'paragraphs'>, span: Span): readonly Paragraph[] {
  return paragraphs.slice(beginningBefore(paragraphs, span.start), beginningBefore(paragraphs, span.end));
}

/** Number of the paragraphs, in order, that begin before an offset. */
function beginningBefore(paragraphs: readonly Paragraph[], offset: number): number {
  return countWhile(paragraphs, ({ stretches }) => (stretches[0]?.span.start ?? 0) < offset);
}

/** The paragraphs before the first section: legal basis, period, contents. */
export function prefaceOf(report: Pick<Report, 'paragraphs' | 'sections' | 'bodyEnd'>): readonly Paragraph[] {
  return paragraphsIn(report, { start: 0, end: report.sections[0]?.span.start ?? report.bodyEnd });
}

/** The place in the draft of a part of a paragraph's text; from the first character to the last. */
export function spanIn(paragraph: Paragraph, from: number, to: number): Span {
  return {
    start: offsetIn(paragraph, from),
    end: to > from ? offsetIn(paragraph, to - 1, 1) : offsetIn(paragraph, to),
  };
}

/** The offset in the draft of an offset in a paragraph's text, plus `more` within the same stretch. */
function offsetIn({ stretches, text }: Paragraph, at: number, more = 0): number {
  const stretch = stretches[Math.max(0, countWhile(stretches, (each) => each.at <= at) - 1)];
  if (stretch === undefined) return 0;
  const exact = stretch.span.end - stretch.span.start === stretch.length;
  // In HTML entities make text and source differ: then the whole stretch is the place.
  if (!exact) return more > 0 || at >= text.length ? stretch.span.end : stretch.span.start;
  return Math.min(stretch.span.start + (at - stretch.at) + more, stretch.span.end);
}

const FULL_WIDTH = /[\uff01-\uff5e\u3000]/g;

/**
 * A paragraph's text in narrow form, character for character: the same offsets, full-width letters, digits and signs
 * replaced by common ones. Chinese marks that have no narrow twin stay.
 */
export const narrowText: (text: string) => string = memo(
  (text) =>
    text.replace(FULL_WIDTH, (char) =>
      isSpace(char.charCodeAt(0)) ? ' ' : String.fromCharCode(char.charCodeAt(0) - 0xfee0),
    ),
  PARAGRAPHS,
);
