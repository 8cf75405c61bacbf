import { isBlank } from '../../text/fold.ts';
import { LineIndex } from '../../text/lines.ts';
import type { Span } from '../../text/span.ts';
import type { Language, SuppressionComment } from '../model.ts';
import { withoutComments } from './comments.ts';
import { gluedParts } from './glued.ts';
import { htmlPieces, htmlTablesIn } from './html.ts';
import { blankBold, blankMarks } from './marks.ts';
import { isExact, type Piece, part, type TextLine } from './pieces.ts';

/** A draft cut into the pieces that are read, in order; code blocks and comments are left out. */
export interface Source {
  /** The draft with its comments blanked out. */
  readonly text: string;
  readonly lines: LineIndex;
  readonly language: Language;
  readonly pieces: readonly Piece[];
  /** All comments, in order, and those to this program. */
  readonly comments: readonly Span[];
  readonly suppressions: readonly SuppressionComment[];
  /** Closed blocks of code, whole lines. */
  readonly code: readonly Span[];
}

/** Whether a text is an HTML page, whatever its name says. */
function isHtmlPage(text: string): boolean {
  return /^\ufeff?\s*(?:<!doctype html|<html[\s>])/i.test(text.slice(0, 500));
}

/** Cuts a draft into pieces. */
export function cut(draft: string, language: Language): Source {
  const lines = new LineIndex(draft);
  const html = language === 'html' || isHtmlPage(draft);
  const hidden = html ? [] : fencedLines(draft, lines);
  const { text, spans, suppressions } = withoutComments(draft, (offset) => hidden[lines.lineAt(offset)] === true);
  const pieces = html ? htmlPieces(text).map(unmarked) : textPieces(text, lines, hidden, spans);
  return {
    text,
    lines,
    language: html ? 'html' : language,
    pieces: pieces.flatMap((piece): readonly Piece[] => (piece.kind === 'line' ? setApart(piece) : [piece])),
    comments: spans,
    suppressions,
    code: blocksOf(hidden, lines),
  };
}

/** The lines of a line in which cells stand without anything between them; of any other line itself. */
function setApart(line: TextLine): readonly TextLine[] {
  if (!isExact(line)) return [line];
  const parts = gluedParts(line.text).map(({ from, to }) => ({
    ...line,
    ...part(line, from, to),
    glued: true as const,
  }));
  return parts.length === 0 ? [line] : parts.filter(({ text }) => !isBlank(text));
}

/** A piece of an HTML page; in its text bold of Markdown is blanked, which a text copied from a chat has. */
function unmarked(piece: Piece): Piece {
  return piece.kind === 'line' ? { ...piece, text: blankBold(piece.text), shown: piece.text } : piece;
}

/** The lines and HTML tables of a Markdown or plain text. A line that holds only comments is none: a table goes on. */
function textPieces(text: string, lines: LineIndex, hidden: readonly boolean[], comments: readonly Span[]): Piece[] {
  const plain = blankMarks(text);
  const tables = htmlTablesIn(text).filter((table) => !hidden[lines.lineAt(table.span.start)]);
  const pieces: Piece[] = [];
  let next = 0;
  let comment = 0;
  for (let line = 0; line < lines.count; line++) {
    const table = tables[next];
    if (table !== undefined && lines.end(line) >= table.span.start) {
      pieces.push(table);
      line = lines.lineAt(Math.max(table.span.start, table.span.end - 1));
      next++;
      continue;
    }
    if (hidden[line]) continue;
    const span = { start: lines.start(line), end: lines.end(line) };
    const content = plain.slice(span.start, span.end);
    while ((comments[comment]?.end ?? span.start + 1) <= span.start) comment++;
    const inside: Span[] = [];
    for (let i = comment; (comments[i]?.start ?? span.end) < span.end; i++) inside.push(comments[i] as Span);
    if (inside.length === 0) pieces.push({ kind: 'line', text: content, span });
    else if (!isBlank(content)) pieces.push({ kind: 'line', text: content, span, comments: inside });
  }
  return pieces;
}

/** Marks the lines of closed fenced code blocks; a fence that is never closed marks nothing: it is damage. */
function fencedLines(text: string, lines: LineIndex): boolean[] {
  const hidden: boolean[] = [];
  if (!text.includes('```') && !text.includes('~~~')) return hidden;
  let open: { line: number; mark: string } | undefined;
  for (let line = 0; line < lines.count; line++) {
    const match = /^ {0,3}(`{3,}|~{3,})/.exec(text.slice(lines.start(line), lines.end(line)));
    const mark = match?.[1];
    if (mark === undefined) continue;
    if (open === undefined) open = { line, mark };
    else if (mark[0] === open.mark[0] && mark.length >= open.mark.length) {
      for (let inside = open.line; inside <= line; inside++) hidden[inside] = true;
      open = undefined;
    }
  }
  return hidden;
}

/** Runs of hidden lines, without the last one's line break. */
function blocksOf(hidden: readonly boolean[], lines: LineIndex): Span[] {
  const blocks: { start: number; end: number }[] = [];
  for (let line = 0; line < hidden.length; line++) {
    if (hidden[line] !== true) continue;
    const last = blocks[blocks.length - 1];
    if (last !== undefined && hidden[line - 1] === true) last.end = lines.end(line);
    else blocks.push({ start: lines.start(line), end: lines.end(line) });
  }
  return blocks;
}
