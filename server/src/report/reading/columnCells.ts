import { labelsOf } from '../../format/labels.ts';
import { isAmount } from '../../text/amount.ts';
import { fold, isGap, isSpace, trimSpan } from '../../text/fold.ts';
import type { Span } from '../../text/span.ts';
import { displayWidth } from '../../text/width.ts';
import { type CellRow, cellOf } from './cells.ts';
import type { TextLine } from './pieces.ts';

/** The cells of a line in columns of spaces; numbers behind single spaces are cells of their own. */
export function columnCells(line: TextLine): CellRow {
  const { text } = line;
  let width = 0;
  let measured = 0;
  return apart(text)
    .flatMap((place) => peel(text, place))
    .map(({ start, end }) => {
      width += displayWidth(text.slice(measured, start));
      const own = displayWidth(text.slice(start, end));
      const extent = { display: width + own / 2, characters: (start + end) / 2 };
      width += own;
      measured = end;
      return { ...cellOf(line, start, end), extent };
    });
}

/** A label with numbers behind single spaces as cells, `行政许可 97` (licences 97); undefined for any other line. */
export function labelledCells(line: TextLine): CellRow | undefined {
  if (!/\s[\d./—-]+\s*$/.test(line.text)) return undefined;
  const places = peel(line.text, trimSpan(line.text, 0, line.text.length));
  const [label] = places;
  if (places.length < 2 || label === undefined) return undefined;
  if (labelsOf(fold(line.text.slice(label.start, label.end))) === undefined) return undefined;
  return places.map(({ start, end }) => cellOf(line, start, end));
}

/** What two spaces, a full-width one or a tab set apart in a line. */
function apart(text: string): Span[] {
  const places: Span[] = [];
  let start = -1;
  let gap = 0;
  for (let i = 0; i <= text.length; i++) {
    const space = i === text.length || isGap(text.charCodeAt(i));
    if (!space) {
      if (start < 0) start = i;
      gap = 0;
      continue;
    }
    gap += i < text.length && text.charCodeAt(i) === 0x3000 ? 2 : 1;
    const wide = gap >= 2 || i === text.length || text.charCodeAt(i) === 0x09;
    if (start >= 0 && (wide || (i + 1 < text.length && isGap(text.charCodeAt(i + 1))))) {
      places.push({ start, end: i });
      start = -1;
    }
  }
  return places;
}

/** Takes the numbers at the end of a place off as cells: `一、本年新收…数量 92 3 1 0 1 0 97`. */
function peel(text: string, { start, end }: Span): Span[] {
  const peeled: Span[] = [];
  let to = end;
  for (;;) {
    let at = to - 1;
    while (at >= start && !isGap(text.charCodeAt(at))) at--;
    const last = text.slice(at + 1, to);
    // `1.申请人 无`: behind a single space the word is part of a label.
    if (!isAmount(last) || /^[无零〇]/.test(last)) break;
    peeled.unshift({ start: at + 1, end: to });
    if (at < start) return peeled;
    to = at;
    while (to > start && isSpace(text.charCodeAt(to - 1))) to--;
  }
  return [{ start, end: to }, ...peeled];
}
