import type { Report } from '../report/model.ts';
import { isPageNumber } from '../report/reading/prose.ts';
import type { Source, TablePiece, TextLine } from '../report/reading/source.ts';
import { trimText } from '../text/fold.ts';
import { type Places, placesOf } from './places.ts';

/** A part of the draft that the reader put nowhere: a line of text, or rows of a table that is no statutory one. */
export type UnreadPart =
  | { readonly kind: 'line'; readonly text: string; readonly at: number; readonly end: number }
  | { readonly kind: 'rows'; readonly rows: readonly (readonly string[])[]; readonly at: number };

/** What the reader left unread. */
export interface Unread {
  readonly parts: readonly UnreadPart[];
  /** Page numbers that copying left; a bare number that breaks no paragraph may be a cell of a table and is kept. */
  readonly pageNumbers: readonly string[];
}

/** What makes a line more than marks: a letter, a digit, a sign that stands for one. */
const INK = /[\p{L}\p{N}×＿…_○●□√]/u;
/** `- 3 -`, `—3—`, `第 3 页 共 8 页`. */
const PAGE_NUMBER = /^(?:[-—–－]+\s*\d{1,3}\s*[-—–－]+|第\s*\d{1,3}\s*页(?:\s*[，,/]?\s*共\s*\d{1,3}\s*页)?)$/;
/** Marks of Markdown before a line: `## `, `> `, `- `. */
const LEADING = /^(?:\s+|>|#{1,6}(?=\s)|[-*+](?=\s))+/;
const FENCE = /^(?:`{3,}|~{3,})\s*[\w-]*$/;

/** All that the draft holds besides title, headings, paragraphs and the cells of statutory tables. */
export function unreadIn(report: Report, source: Source): Unread {
  const covered = coveredIn(report);
  const inside = placesOf(report.paragraphs.flatMap(({ breaks }) => breaks.map(({ span }) => span)));
  const parts: UnreadPart[] = [];
  const pageNumbers: string[] = [];
  /** The rows that the last line went on with. */
  let open: { readonly rows: (readonly string[])[]; readonly line: number } | undefined;
  const keep = (raw: string, at: number, end: number, line: number): void => {
    const whole = trimText(raw);
    const text = source.language === 'html' ? whole : trimText(whole.replace(LEADING, ''));
    if (!INK.test(text) || FENCE.test(whole)) return;
    if (PAGE_NUMBER.test(whole) || (isPageNumber(whole) && inside.touches({ start: at, end }))) pageNumbers.push(whole);
    else if (source.language !== 'html' && isRow(text)) {
      const rows = open !== undefined && line - open.line <= 2 ? open.rows : [];
      if (rows.length === 0) parts.push({ kind: 'rows', rows, at });
      rows.push(cellsOf(whole));
      open = { rows, line };
    } else {
      parts.push({ kind: 'line', text, at, end });
      open = undefined;
    }
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
function restOf(piece: TextLine, { title, sections }: Report, covered: Places): string[] {
  const heads = [
    ...(title === undefined ? [] : [{ text: title.text, span: title.span }]),
    ...sections.map(({ heading, headingSpan }) => ({ text: heading, span: headingSpan })),
  ].filter(({ span }) => span.start < piece.span.end && span.end > piece.span.start);
  const shown = piece.shown ?? piece.text;
  if (heads.length === 0) return covered.touches(piece.span) ? [] : [shown];
  return heads.reduce<string[]>(
    (rest, { text }) => rest.flatMap((part) => (text.includes(part) ? [] : part.split(text))),
    [shown],
  );
}

function rowsOf({ rows, span }: TablePiece): UnreadPart {
  return { kind: 'rows', rows: rows.map((row) => row.map(({ text }) => text)), at: span.start };
}

/** Whether tabs or pipes set several texts of a line apart. */
function isRow(text: string): boolean {
  const first = text.search(/[\t|]/);
  return first >= 0 && /[^\s|]/.test(text.slice(first));
}

/** The cells of a row between pipes or tabs. */
function cellsOf(raw: string): string[] {
  if (!raw.includes('|')) return raw.split('\t').map(trimText);
  const inner = raw
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return inner.split(/(?<!\\)\|/).map((cell) => trimText(cell).replaceAll('\\|', '|'));
}

/** The places that blocks are made of. */
function coveredIn(report: Report): Places {
  const { title, sections, paragraphs, tables } = report;
  const cells = Object.values(tables).flatMap((table) => table.grid.flat().map(({ span }) => span));
  return placesOf([
    ...(title === undefined ? [] : [title.span]),
    ...sections.map(({ headingSpan }) => headingSpan),
    ...paragraphs.flatMap(({ lines }) => lines),
    ...cells,
  ]);
}
