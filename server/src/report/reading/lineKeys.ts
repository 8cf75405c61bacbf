import type { TextLine } from './pieces.ts';

/*
 * Lines as a text by which they are known again, wherever they stand. Comments in them are not in it: what lines hold is
 * read without them.
 */

/** Behind the number of characters from the end of the line before: this one is a part of a line. */
const GLUED = '+';
/** No line has one inside. */
const MARK = '\r';

/**
 * Lines that follow each other, as one text. A line that does not begin right behind the line break of the one before, or is
 * a part of one, tells so: `0+\r25032`.
 */
export function keyOfLines(lines: readonly TextLine[]): string {
  let key = '';
  let end = (lines[0]?.span.start ?? 0) - 1;
  for (const { text, span, glued } of lines) {
    const gap = span.start - end;
    if (gap !== 1 || glued) key += `${gap}${glued ? GLUED : ''}${MARK}`;
    key += text;
    key += '\n';
    end = span.end;
  }
  return key;
}

/** The lines of a key, as if the first began the draft. */
export function linesOfKey(key: string): TextLine[] {
  const lines: TextLine[] = [];
  let end = -1;
  for (let at = 0; at < key.length; ) {
    const stop = key.indexOf('\n', at);
    const mark = key.slice(at, stop).indexOf(MARK);
    const head = key.slice(at, at + Math.max(mark, 0));
    const text = key.slice(at + mark + 1, stop);
    const start = end + (mark < 0 ? 1 : Number.parseInt(head, 10));
    end = start + text.length;
    const line = { kind: 'line', text, span: { start, end } } as const;
    lines.push(head.endsWith(GLUED) ? { ...line, glued: true } : line);
    at = stop + 1;
  }
  return lines;
}
