import { isBlank } from '../../text/fold.ts';
import { LineIndex } from '../../text/lines.ts';
import type { Span } from '../../text/span.ts';
import type { Language, SuppressionComment } from '../model.ts';
import { withoutComments } from './comments.ts';
import { fragmentsIn } from './fragments.ts';
import { gluedParts } from './glued.ts';
import { htmlPieces } from './html.ts';
import { blankBold, blankMarks } from './marks.ts';
import { isPage } from './pageKind.ts';
import { UNSHOWN } from './pageText.ts';
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

/** Cuts a draft into pieces. */
export function cut(draft: string, language: Language): Source {
  const lines = new LineIndex(draft);
  const html = language === 'html' || isPage(draft);
  const hidden = html ? [] : fencedLines(draft, lines);
  const { text, spans, suppressions } = withoutComments(draft, (offset) => hidden[lines.lineAt(offset)] === true);
  const shown = withoutSpaceFor(spans, text);
  const pieces = html ? htmlPieces(shown).map(unmarked) : textPieces({ text, shown, lines, hidden, comments: spans });
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
  const stretches = gluedParts(line.text);
  if (stretches.length === 0) return [line];
  const parts = stretches.map(({ from, to }) => ({
    ...line,
    ...part(line, from, to),
    glued: true as const,
  }));
  return parts.filter(({ text }) => !isBlank(text));
}

/** A text in which comments take no room between words, as in a browser; its offsets are the same. */
function withoutSpaceFor(comments: readonly Span[], text: string): string {
  if (comments.length === 0) return text;
  const parts = comments.map(
    ({ start, end }, i) => text.slice(comments[i - 1]?.end ?? 0, start) + UNSHOWN.repeat(end - start),
  );
  return parts.join('') + text.slice(comments[comments.length - 1]?.end ?? 0);
}

/** A piece of an HTML page; in its text bold of Markdown is blanked, which a text copied from a chat has. */
function unmarked(piece: Piece): Piece {
  return piece.kind === 'line' ? { ...piece, text: blankBold(piece.text), shown: piece.text } : piece;
}

interface LinedText {
  /** Comments are blank in it; in `shown` they take no room. */
  readonly text: string;
  readonly shown: string;
  readonly lines: LineIndex;
  readonly hidden: readonly boolean[];
  readonly comments: readonly Span[];
}

/** The lines and HTML tables of a Markdown or plain text. A line that holds only comments is none: a table goes on. */
function textPieces({ text, shown, lines, hidden, comments }: LinedText): Piece[] {
  const plain = blankMarks(text);
  const fragments = fragmentsIn(shown).filter(({ span }) => !hidden[lines.lineAt(span.start)]);
  const pieces: Piece[] = [];
  let next = 0;
  let comment = 0;
  for (let line = 0; line < lines.count; line++) {
    if (hidden[line]) continue;
    let start = lines.start(line);
    // Text may stand on the lines of a table, before it and behind it.
    for (let fragment = fragments[next]; fragment !== undefined && fragment.span.start <= lines.end(line); ) {
      if (!isBlank(plain.slice(start, fragment.span.start))) addLine(start, fragment.span.start);
      for (const piece of fragment.pieces) pieces.push(unmarked(piece));
      start = fragment.span.end;
      line = lines.lineAt(Math.max(fragment.span.start, start - 1));
      fragment = fragments[++next];
    }
    const end = lines.end(line);
    if (start === lines.start(line) || !isBlank(plain.slice(start, end))) addLine(start, end);
  }
  return pieces;

  function addLine(start: number, end: number): void {
    const content = plain.slice(start, end);
    while ((comments[comment]?.end ?? start + 1) <= start) comment++;
    const inside: Span[] = [];
    for (let i = comment; (comments[i]?.start ?? end) < end; i++) inside.push(comments[i] as Span);
    const span = { start, end };
    if (inside.length === 0) pieces.push({ kind: 'line', text: content, span });
    else if (!isBlank(content)) pieces.push({ kind: 'line', text: content, span, comments: inside });
  }
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
