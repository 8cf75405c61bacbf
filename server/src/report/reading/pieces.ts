import { trimSpan } from '../../text/fold.ts';
import { movedSpan, type Span } from '../../text/span.ts';
import type { Cell } from '../model.ts';

/** A line of text; in HTML a paragraph, heading or list item with its entities resolved. */
export interface TextLine {
  readonly kind: 'line';
  /** Its text with inline marks blanked out (`marks.ts`), character for character as in the draft; not so in HTML. */
  readonly text: string;
  readonly span: Span;
  /** In HTML its text as a browser shows it. */
  readonly shown?: string;
  /** Comments in it, which are blank in `text`; none unless given. */
  readonly comments?: readonly Span[];
  /** It is a part of a line on which cells run together. */
  readonly glued?: true;
}

/** An HTML table, as rows of cells. */
export interface TablePiece {
  readonly kind: 'table';
  readonly span: Span;
  readonly rows: readonly (readonly Cell[])[];
}

export type Piece = TextLine | TablePiece;

/** A piece of text and where it stands. */
export interface TextPart {
  readonly text: string;
  readonly span: Span;
}

/** A text without outer white space, and where it stands. */
export function trimmed(line: TextPart): TextPart {
  const { start, end } = trimSpan(line.text, 0, line.text.length);
  return part(line, start, end);
}

/** Part of a line. In HTML, where text and source differ in length, the place is the whole line's. */
export function part(line: TextPart, from: number, to: number): TextPart {
  return { text: line.text.slice(from, to), span: placeOf(line, from, to) };
}

/**
 * Whether a text is the draft's, character for character. Its length tells: what HTML resolves (entities, tags, runs of
 * white space) is always longer in the draft.
 */
export function isExact({ text, span }: TextPart): boolean {
  return text.length === span.end - span.start;
}

/** The place of a part of a line. */
export function placeOf(line: TextPart, from: number, to: number): Span {
  return isExact(line) ? { start: line.span.start + from, end: line.span.start + to } : line.span;
}

/** A piece of a part of the draft that begins at an offset, as one of the draft. */
export function placedAt(piece: Piece, offset: number): Piece {
  const span = movedSpan(piece.span, offset);
  if (piece.kind === 'line') return { ...piece, span };
  const rows = piece.rows.map((row) => row.map((cell) => ({ ...cell, span: movedSpan(cell.span, offset) })));
  return { ...piece, span, rows };
}
