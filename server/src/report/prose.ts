import { isSpace, trimSpan } from '../text/fold.ts';
import { once } from '../text/memo.ts';
import { readNumeral } from '../text/numeral.ts';
import type { Span } from '../text/span.ts';
import type { Break, Paragraph, Report, Stretch } from './model.ts';
import { placeOf, type Source, type TextLine } from './source.ts';

/** Marks of Markdown before a line of text: heading, quotation, list item. */
const LEADING = /^(?:\s+|>|#{1,6}(?=\s)|[-*+](?=\s))+/;
/** A Markdown heading below the sections' own. */
const HEADING = /^\s*#{1,6}\s/;
/** Marks inside a line that are not part of its text: bold, HTML tags. */
const INLINE = /\*\*|__|<\/?[a-z][^<>]{0,200}>/gi;
/** What makes a line more than marks. */
const INK = /[\p{L}\p{N}（(×＿_…]/u;
/** A page number that copying left between two lines: `3`, `- 3 -`, `—3—`, `第 3 页 共 8 页`. */
const PAGE_NUMBER = /^(?:[-—–－\s]*\d{1,3}[-—–－\s]*|第\s*\d{1,3}\s*页(?:\s*[，,/]?\s*共\s*\d{1,3}\s*页)?)$/;
/** What ends a sentence, also behind a closing quote or bracket. */
const CLOSED = /[。！？；：!?;:…][”’"'）)】》]*$/;
/** How a new paragraph begins, whatever the line before it ends with. */
const BEGINNING =
  /^(?:[（(【]?[一二三四五六七八九十]{1,3}[）)】、．.是]|\d{1,2}[.、．）)](?!\d)|第[一二三四五六]|20\d\d\s*年|首先|其次|最后|附件)/;
/** Characters of a line that is long enough to have been broken: shorter ones are titles and addresses. */
const SHORTEST_BROKEN = 20;

/** A line of text with the marks around it taken off. */
interface Line {
  readonly line: TextLine;
  readonly from: number;
  readonly to: number;
  /** White space before it that sets a new paragraph apart: two full-width spaces or more than three others. */
  readonly indented: boolean;
  readonly marked: boolean;
}

/**
 * The running text of a draft: all lines but headings, tables, title and signature, lines that copying broke joined.
 * @param taken spans that are no running text, in any order
 * @param end offset where the running text ends
 */
export function readParagraphs(source: Source, taken: readonly Span[], end: number): Paragraph[] {
  const sorted = [...taken].sort((a, b) => a.start - b.start);
  const paragraphs: Paragraph[] = [];
  let open: Line[] = [];
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
    for (let i = next; (sorted[i]?.start ?? end) < piece.span.end; i++) {
      const cut = sorted[i] as Span;
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
    if (line === undefined) return;
    const before = open[open.length - 1];
    if (before !== undefined && !goesOn(before, line, open.length > 1)) close();
    open.push(line);
  }
}

/** A part of a piece as a line of text; undefined where nothing is to be read there. */
function lineOf(piece: TextLine, from: number, to: number): Line | undefined {
  const outer = trimSpan(piece.text, from, to);
  if (outer.start === outer.end) return undefined;
  const lead = LEADING.exec(piece.text.slice(outer.start, outer.end))?.[0].length ?? 0;
  const text = piece.text.slice(outer.start + lead, outer.end);
  if (!INK.test(text) || PAGE_NUMBER.test(text) || isRowOfCells(text)) return undefined;
  const indent = piece.text.slice(from, outer.start);
  const indented = indent.includes('\u3000\u3000') || indent.length > 3;
  return { line: piece, from: outer.start + lead, to: outer.end, indented, marked: lead > 0 };
}

/** Whether tabs or pipes set several texts of a line apart: a row of some table, not a sentence. */
function isRowOfCells(text: string): boolean {
  return /[\t|].*[^\s|]/.test(text) && !text.includes('。');
}

/** Whether a line goes on with the sentence that the line before it began. */
function goesOn(before: Line, after: Line, joined: boolean): boolean {
  const text = before.line.text.slice(before.from, before.to);
  const rest = after.line.text.slice(after.from, after.to);
  if (CLOSED.test(text) || after.indented || after.marked || BEGINNING.test(rest)) return false;
  if (text.length < SHORTEST_BROKEN && !joined) return false;
  // A sub-heading on a line of its own is no half sentence.
  return readNumeral(text) === undefined || /[，。；：]/.test(text);
}

/** Joins lines to a paragraph; inline marks are left out of its text. */
function paragraphOf(lines: readonly Line[]): Paragraph {
  let text = '';
  const stretches: Stretch[] = [];
  const breaks: Break[] = [];
  for (const { line, from, to } of lines) {
    const last = stretches[stretches.length - 1];
    if (last !== undefined) {
      breaks.push({ at: text.length, span: { start: last.span.end, end: placeOf(line, from, to).start } });
    }
    let at = from;
    const add = (until: number): void => {
      if (until <= at) return;
      stretches.push({ at: text.length, length: until - at, span: placeOf(line, at, until) });
      text += line.text.slice(at, until);
    };
    for (const mark of line.text.slice(from, to).matchAll(INLINE)) {
      add(from + mark.index);
      at = from + mark.index + mark[0].length;
    }
    add(to);
  }
  const first = lines[0];
  return { text, heading: first !== undefined && HEADING.test(first.line.text), stretches, breaks };
}

/** The paragraphs that begin inside a span of the draft, as that of a section. */
export function paragraphsIn({ paragraphs }: Report, span: Span): readonly Paragraph[] {
  return paragraphs.filter((paragraph) => {
    const start = paragraph.stretches[0]?.span.start ?? -1;
    return start >= span.start && start < span.end;
  });
}

/** The paragraphs before the first section: legal basis, period, contents. */
export function prefaceOf(report: Report): readonly Paragraph[] {
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
  const stretch = stretches.findLast((candidate) => candidate.at <= at) ?? stretches[0];
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
export const narrowText = once(({ text }: Paragraph): string =>
  text.replace(FULL_WIDTH, (char) =>
    isSpace(char.charCodeAt(0)) ? ' ' : String.fromCharCode(char.charCodeAt(0) - 0xfee0),
  ),
);
