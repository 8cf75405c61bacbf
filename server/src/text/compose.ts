import type { Edit, Span } from './span.ts';

/** How a text came of an original one: what was kept, by its place there, and what is new; in order, none empty. */
export type Pieces = readonly (Span | string)[];

/** A text of that length as it is: the whole of it is kept. */
export function untouched(length: number): Pieces {
  return length === 0 ? [] : [{ start: 0, end: length }];
}

/**
 * The pieces after further edits, which were made for the text that the pieces are: `compose` of two rounds of edits.
 * @param edits in any order, none overlapping
 */
export function edited(pieces: Pieces, edits: readonly Edit[]): Pieces {
  const result: (Span | string)[] = [];
  const read = readerOf(pieces);
  const keep = (piece: Span | string): void => {
    result.push(piece);
  };
  const drop = (): void => {};
  let at = 0;
  for (const edit of inOrder(edits)) {
    read(edit.span.start - at, keep);
    read(edit.span.end - edit.span.start, drop);
    if (edit.text !== '') keep(edit.text);
    at = edit.span.end;
  }
  read(Number.POSITIVE_INFINITY, keep);
  return result;
}

/** The edits that make the text of the pieces from the original one: in order, never touching, each as small as it can be. */
export function editsOf(pieces: Pieces, original: string): Edit[] {
  const edits: Edit[] = [];
  let at = 0;
  let text = '';
  const close = (end: number): void => {
    const edit = trimmed({ span: { start: at, end }, text }, original);
    if (edit !== undefined) edits.push(edit);
    text = '';
  };
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      text += piece;
      continue;
    }
    close(piece.start);
    at = piece.end;
  }
  close(original.length);
  return edits;
}

/**
 * The same change without the characters that an edit replaces by themselves at its start and end; undefined where
 * nothing is left. A line break of two characters stays whole, and so does a character of two units: editors know no
 * place inside them.
 */
export function trimmed({ span, text }: Edit, original: string): Edit | undefined {
  const before = original.slice(span.start, span.end);
  if (before === text) return undefined;
  const most = Math.min(before.length, text.length);
  let head = 0;
  while (head < most && before.charCodeAt(head) === text.charCodeAt(head)) head++;
  if (head > 0 && isInside(original, span.start + head)) head--;
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail) === text.at(-1 - tail)) tail++;
  if (tail > 0 && isInside(original, span.end - tail)) tail--;
  return {
    span: { start: span.start + head, end: span.end - tail },
    text: text.slice(head, text.length - tail),
  };
}

/** The offset in the original of an offset in the text of the pieces; what is new stands where it was put. */
export function originalOffset(pieces: Pieces, offset: number): number {
  let at = 0;
  let original = 0;
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      at += piece.length;
      if (offset < at) return original;
      continue;
    }
    const length = piece.end - piece.start;
    if (offset < at + length) return piece.start + Math.max(offset - at, 0);
    at += length;
    original = piece.end;
  }
  return original;
}

/** Hands out the next so many characters of the pieces, as pieces. */
function readerOf(pieces: Pieces): (length: number, take: (piece: Span | string) => void) => void {
  let index = 0;
  /** Characters of the piece at `index` that were handed out. */
  let taken = 0;
  return (length, take) => {
    let left = length;
    for (let piece = pieces[index]; piece !== undefined && left > 0; piece = pieces[index]) {
      const whole = typeof piece === 'string' ? piece.length : piece.end - piece.start;
      const end = Math.min(whole, taken + left);
      left -= end - taken;
      take(part(piece, taken, end));
      taken = end;
      if (taken === whole) {
        index++;
        taken = 0;
      }
    }
  };
}

function part(piece: Span | string, from: number, to: number): Span | string {
  return typeof piece === 'string' ? piece.slice(from, to) : { start: piece.start + from, end: piece.start + to };
}

function inOrder(edits: readonly Edit[]): Edit[] {
  return [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** Whether an offset is inside a CRLF or a surrogate pair. */
function isInside(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  return (before === 0x0d && after === 0x0a) || (before >> 10 === 0x36 && after >> 10 === 0x37);
}
