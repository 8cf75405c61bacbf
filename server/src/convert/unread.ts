import type { Report } from '../report/model.ts';
import type { Source, TablePiece, TextLine } from '../report/source.ts';
import { trimText } from '../text/fold.ts';
import type { Span } from '../text/span.ts';
import { linesOf } from './inlines.ts';

/** A part of the draft that the reader put nowhere: a line of text, or rows of a table that is no statutory one. */
export type UnreadPart =
  | { readonly kind: 'line'; readonly text: string; readonly at: number; readonly end: number }
  | { readonly kind: 'rows'; readonly rows: readonly (readonly string[])[]; readonly at: number };

/** What the reader left unread. */
export interface Unread {
  readonly parts: readonly UnreadPart[];
  /** Page numbers that copying left; a bare number may be a cell of a table and is kept. */
  readonly pageNumbers: readonly string[];
}

/** What makes a line more than marks: a letter, a digit, a sign that stands for one. */
const INK = /[\p{L}\p{N}×＿…_○●□√]/u;
/** `- 3 -`, `—3—`, `第 3 页 共 8 页`. */
const PAGE_NUMBER = /^(?:[-—–－]+\s*\d{1,3}\s*[-—–－]+|第\s*\d{1,3}\s*页(?:\s*[，,/]?\s*共\s*\d{1,3}\s*页)?)$/;
/** Marks of Markdown around a line: `## `, `> `, `- `, `**`. */
const LEADING = /^(?:\s+|>|#{1,6}(?=\s)|[-*+](?=\s)|\*\*)+/;
const TRAILING = /(?:\s+|\*\*|\s#+)+$/;
const FENCE = /^\s*(?:`{3,}|~{3,})\s*[\w-]*\s*$/;
/** Tabs or pipes between texts: a row of cells. */
const ROW = /[\t|].*[^\s|]/;

/** All that the draft holds besides title, headings, paragraphs and the cells of statutory tables. */
export function unreadIn(report: Report, source: Source): Unread {
  const covered = coveredIn(report, source);
  const parts: UnreadPart[] = [];
  const pageNumbers: string[] = [];
  const keep = (raw: string, at: number, end: number, line: number): void => {
    const text = trimText(source.language === 'html' ? raw : raw.replace(LEADING, '').replace(TRAILING, ''));
    if (!INK.test(text) || FENCE.test(raw)) return;
    if (PAGE_NUMBER.test(text)) pageNumbers.push(text);
    else if (ROW.test(text) && source.language !== 'html') addRow(parts, cellsOf(raw), at, line);
    else parts.push({ kind: 'line', text, at, end });
  };
  let line = 0;
  for (const piece of source.pieces) {
    const until = source.lines.lineAt(piece.span.start);
    if (source.language !== 'html') {
      for (; line < until; line++) hiddenLine(line);
      line = source.lines.lineAt(Math.max(piece.span.start, piece.span.end - 1)) + 1;
    }
    if (piece.kind === 'table') {
      if (!covered.touches(piece.span)) parts.push(rowsOf(piece));
    } else if (isExact(piece)) {
      for (const { start, end } of covered.gaps(piece.span)) keep(source.text.slice(start, end), start, end, until);
    } else {
      for (const text of restOf(piece, report, covered)) keep(text, piece.span.start, piece.span.end, until);
    }
  }
  if (source.language !== 'html') for (; line < source.lines.count; line++) hiddenLine(line);
  return { parts, pageNumbers };

  /** A line of a code block. */
  function hiddenLine(hidden: number): void {
    const [start, end] = [source.lines.start(hidden), source.lines.end(hidden)];
    keep(source.text.slice(start, end), start, end, hidden);
  }
}

/** Whether a piece's text is the draft's, character for character. */
function isExact({ text, span }: TextLine): boolean {
  return text.length === span.end - span.start;
}

/** In HTML: what a line holds besides the title or heading that is read from it. */
function restOf(piece: TextLine, { title, sections }: Report, covered: Covered): string[] {
  const heads = [
    ...(title === undefined ? [] : [{ text: title.text, span: title.span }]),
    ...sections.map(({ heading, headingSpan }) => ({ text: heading, span: headingSpan })),
  ].filter(({ span }) => span.start < piece.span.end && span.end > piece.span.start);
  if (heads.length === 0) return covered.touches(piece.span) ? [] : [piece.text];
  return heads.reduce<string[]>(
    (rest, { text }) => rest.flatMap((part) => (text.includes(part) ? [] : part.split(text))),
    [piece.text],
  );
}

function rowsOf({ rows, span }: TablePiece): UnreadPart {
  return { kind: 'rows', rows: rows.map((row) => row.map(({ text }) => text)), at: span.start };
}

/** The line at which the rows of a part end, by the part: rows of following lines are one table. */
const lastLines = new WeakMap<UnreadPart, number>();

function addRow(parts: UnreadPart[], row: readonly string[], at: number, line: number): void {
  const last = parts[parts.length - 1];
  const follows = last?.kind === 'rows' && line - (lastLines.get(last) ?? line) <= 2;
  const part: UnreadPart = follows ? { ...last, rows: [...last.rows, row] } : { kind: 'rows', rows: [row], at };
  lastLines.set(part, line);
  if (follows) parts[parts.length - 1] = part;
  else parts.push(part);
}

/** The cells of a row between pipes or tabs. */
function cellsOf(raw: string): string[] {
  if (!raw.includes('|')) return raw.trim().split('\t').map(trimText);
  const inner = raw.trim().replace(/^\|/, '').replace(/(?<!\\)\|$/, '');
  return inner.split(/(?<!\\)\|/).map((cell) => trimText(cell).replaceAll('\\|', '|'));
}

interface Covered {
  readonly touches: (span: Span) => boolean;
  /** What of a span is not covered. */
  readonly gaps: (span: Span) => Span[];
}

/** The places that blocks are made of. */
function coveredIn(report: Report, source: Source): Covered {
  const { title, sections, paragraphs, tables } = report;
  const cells = Object.values(tables).flatMap((table) => table.grid.flat().map(({ span }) => span));
  const spans = [
    ...(title === undefined ? [] : [title.span]),
    ...sections.map(({ headingSpan }) => headingSpan),
    ...paragraphs.flatMap((paragraph) => linesOf(paragraph, source)),
    ...cells,
  ];
  const joined = join(spans);
  /** Index of the first span that does not end before an offset. */
  const firstFrom = (offset: number): number => {
    let low = 0;
    let high = joined.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((joined[middle]?.end ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    touches: ({ start, end }) => (joined[firstFrom(start)]?.start ?? end) < end,
    gaps: ({ start, end }) => {
      const gaps: Span[] = [];
      let at = start;
      for (let i = firstFrom(start); i < joined.length; i++) {
        const span = joined[i];
        if (span === undefined || span.start >= end) break;
        if (span.start > at) gaps.push({ start: at, end: span.start });
        at = Math.max(at, span.end);
      }
      return at < end ? [...gaps, { start: at, end }] : gaps;
    },
  };
}

/** Spans in order, those that overlap or touch as one; empty ones left out. */
function join(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    if (span.start === span.end) continue;
    const last = joined[joined.length - 1];
    if (last !== undefined && span.start <= last.end) {
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    } else joined.push(span);
  }
  return joined;
}
