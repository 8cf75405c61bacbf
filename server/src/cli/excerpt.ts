import { displayWidth } from '../text/width.ts';

/** A line of a draft as it is printed, and the columns of the marked place in it. */
export interface Excerpt {
  readonly text: string;
  /** Columns before the mark. */
  readonly indent: number;
  /** Columns of the mark, at least one. */
  readonly width: number;
}

const TAB = 4;

/** Control characters would be obeyed by the terminal; the bidirectional ones would shuffle the line. */
const UNPRINTABLE = /(?!\t)[\p{Cc}\u2028-\u202e\u2066-\u2069]/gu;

/** A text that a terminal prints as it is: control characters other than tabs become `·`. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, '·');
}

/**
 * A line with a place in it, tabs expanded, cut on both sides to the columns there are with the place in view.
 * @param line the line without its line break
 * @param start UTF-16 offset of the place in the line
 * @param end its end; a place that goes on in the next line ends with this one
 * @param columns at least 20
 */
export function excerpt(line: string, start: number, end: number, columns: number): Excerpt {
  const before = expandTabs(printable(line.slice(0, start)).trimStart(), 0);
  const marked = expandTabs(printable(line.slice(start, end)), displayWidth(before));
  const after = expandTabs(printable(line.slice(end)).trimEnd(), displayWidth(before + marked));
  const room = Math.max(columns, 20);
  if (displayWidth(before + marked + after) <= room) {
    return { text: before + marked + after, indent: displayWidth(before), width: Math.max(displayWidth(marked), 1) };
  }

  // A third of what is left goes to what stands before the place, and more where less stands behind it.
  const shown = keepStart(marked, room - 2);
  const left = room - 2 - displayWidth(shown);
  const head = keepEnd(before, Math.max(Math.floor(left / 3), left - displayWidth(after)));
  const tail = shown === marked ? keepStart(after, left - displayWidth(head)) : '';
  const prefix = head === before ? head : `…${head}`;
  const suffix = shown === marked && tail === after ? '' : '…';
  return {
    text: prefix + shown + tail + suffix,
    indent: displayWidth(prefix),
    width: Math.max(displayWidth(shown), 1),
  };
}

function expandTabs(text: string, column: number): string {
  let result = '';
  for (const [index, part] of text.split('\t').entries()) {
    if (index > 0) result += ' '.repeat(TAB - ((column + displayWidth(result)) % TAB));
    result += part;
  }
  return result;
}

function keepStart(text: string, columns: number): string {
  let width = 0;
  let kept = '';
  for (const char of text) {
    width += displayWidth(char);
    if (width > columns) break;
    kept += char;
  }
  return kept;
}

function keepEnd(text: string, columns: number): string {
  let width = 0;
  let kept = '';
  for (const char of [...text].reverse()) {
    width += displayWidth(char);
    if (width > columns) break;
    kept = char + kept;
  }
  return kept;
}
