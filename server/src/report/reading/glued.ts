import { allSections, wordingsOf } from '../../format/formats.ts';
import { labelEnds, longestLabelAt } from '../../format/labels.ts';
import { fold } from '../../text/fold.ts';
import { memo, PARAGRAPHS } from '../../text/memo.ts';
import { chineseNumber } from '../../text/numeral.ts';

/*
 * Lines in which cells stand without anything between them, as a page that lost its markup: they are set apart into a
 * line a cell, so that all that follows reads them as any other table. `规章000行政规范性文件25032` is four lines.
 */

/** A part of a line. */
interface Piece extends Stretch {
  readonly kind: 'label' | 'values' | 'other';
}

/** A text's characters that count in labels, and where each stands. */
interface Folded {
  readonly key: string;
  readonly at: readonly number[];
}

/** Fewest labels and digits of a table on a line that holds other text too. */
const FEWEST_LABELS = 6;
const FEWEST_DIGITS = 6;
/** Longest line that may be one row, its label and values. */
const LONGEST_ROW = 80;
/** Longest text between two cells that is no label of the format: a label with a slip of the pen. */
const LONGEST_STRANGER = 14;
/** What no cell has inside. */
const PROSE = /[，。；：]/;
/** In prose a unit stands behind most numbers: `予以公开92件、部分公开3件和……`. */
const MOST_UNITS = 0.3;
/** Brackets and quotes that belong to the label before them, and to that behind them. */
const CLOSING = /^[）)”"』】]+/;
const OPENING = /[（("“『【]+$/;
/** `0000000`, ` 7545.25 `, `0-18538`, `6251000元` */
const VALUES = /^\s*[+\-−]?\d[\d\s.+\-−]*(?:万?元)?\s*/;

/** A stretch of a text. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The parts, in order and without gaps, into which a line of glued cells falls; none for any other line. */
export function gluedParts(text: string): readonly Stretch[] {
  if (text.length < 3 || !/\S\d/.test(text) || (text.length > LONGEST_ROW && digitsIn(text) < FEWEST_DIGITS))
    return NONE;
  const mayBeRow = !/\s\d/.test(text) && ENDS_IN_VALUE.test(text);
  return mayBeRow || digitsBehindLabels(text) >= FEWEST_DIGITS ? partsOf(text) : NONE;
}

/** The last character of `VALUES`. */
const ENDS_IN_VALUE = /[\d\s.+\-−元]$/;
/** What `VALUES` begins with right behind what may be a label's last character: `规章000`, `（六）总计 12`; radicals stand for such too. */
const BEHIND_LABEL = new RegExp(
  `[${labelEnds}\\u2e80-\\u2fdf\\uf900-\\ufaff\\uff10-\\uff5a][）)”"』】]*\\s*[+\\-−]?\\d[\\d\\s.+\\-−]*`,
  'g',
);

/** Digits of a text that may be the values of a label, told by the characters before them: labels are looked for only where there are. */
function digitsBehindLabels(text: string): number {
  let count = 0;
  for (const [values] of text.matchAll(BEHIND_LABEL)) count += digitsIn(values);
  return count;
}

const NONE: readonly Stretch[] = [];

const partsOf = memo((text: string): readonly Stretch[] => {
  const stretches = stretchesOf(piecesOf(text), text);
  if (stretches.length === 0) return NONE;
  const cuts = new Set([0, text.length]);
  for (const { from, to } of [...stretches.flat(), ...headingsIn(text)]) cuts.add(from).add(to);
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(1).map((to, i) => ({ from: places[i] ?? 0, to }));
}, PARAGRAPHS);

/** Labels, runs of values and what stands between them, in order, without gaps. */
function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  const { key, at } = foldWithPlaces(text);
  let end = 0;
  const other = (to: number): void => {
    const values = VALUES.exec(text.slice(end, to))?.[0].length ?? 0;
    if (values > 0) pieces.push({ kind: 'values', from: end, to: end + values });
    if (end + values < to) pieces.push({ kind: 'other', from: end + values, to });
  };
  for (let i = 0; i < key.length; ) {
    const label = longestLabelAt(key, i);
    if (label === undefined) {
      i++;
      continue;
    }
    const first = at[i] ?? 0;
    const from = Math.max(end, first - (OPENING.exec(text.slice(end, first))?.[0].length ?? 0));
    if (from > end) other(from);
    const last = (at[i + label.length - 1] ?? 0) + 1;
    end = last + (CLOSING.exec(text.slice(last))?.[0].length ?? 0);
    pieces.push({ kind: 'label', from, to: end });
    i += label.length;
  }
  if (end < text.length) other(text.length);
  return pieces;
}

/** The same key as `fold` gives, with a place for each character. */
function foldWithPlaces(text: string): Folded {
  let key = '';
  const at: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    // Most characters are keys of themselves.
    if (code >= 0x4e00 && code <= 0x9fff) {
      key += text[i];
      at.push(i);
      continue;
    }
    for (const char of fold(text.charAt(i))) {
      key += char;
      at.push(i);
    }
  }
  return { key, at };
}

/** Runs of pieces that are a table: labels and values with next to nothing between them. */
function stretchesOf(pieces: readonly Piece[], text: string): (readonly Piece[])[] {
  const stretches: Piece[][] = [];
  let open: Piece[] = [];
  const close = (): void => {
    while (open.at(-1)?.kind === 'other') open.pop();
    if (isTable(open, text)) stretches.push(open);
    open = [];
  };
  for (const piece of pieces) {
    if (piece.kind === 'label' || (open.length > 0 && isInside(piece, text))) open.push(piece);
    else close();
  }
  close();
  return stretches;
}

function digitsIn(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x30 && code <= 0x39) count++;
  }
  return count;
}

/** Whether a piece may stand between the labels of a table. */
function isInside({ kind, from, to }: Piece, text: string): boolean {
  return kind === 'values' || (to - from <= LONGEST_STRANGER && !PROSE.test(text.slice(from, to)));
}

/** A line of nothing but labels and the values behind them, or as many of both as prose never has. */
function isTable(pieces: readonly Piece[], text: string): boolean {
  const labels = pieces.filter(({ kind }) => kind === 'label').length;
  const values = pieces.filter(({ kind }) => kind === 'values');
  if (labels === 0 || values.length === 0) return false;
  const [first] = pieces;
  const last = pieces.at(-1);
  const whole = first?.from === 0 && last?.to === text.length && last.kind === 'values';
  if (whole && pieces.every(({ kind }) => kind !== 'other')) return !/\s\d/.test(text);
  const digits = values.reduce((sum, { from, to }) => sum + digitsIn(text.slice(from, to)), 0);
  const units = pieces.filter(({ kind }, i) => kind === 'other' && pieces[i - 1]?.kind === 'values').length;
  return labels >= FEWEST_LABELS && digits >= FEWEST_DIGITS && units <= MOST_UNITS * values.length;
}

const wordings = [...new Set(allSections.flatMap(({ number }) => wordingsOf(number)))]
  .sort((a, b) => b.length - a.length)
  .join('|');
/** `……更新及时。二、主动公开政府信息情况第二十条……` */
const HEADING = new RegExp(`([一二三四五六])、(${wordings})`, 'g');

/** The section headings that run into other text, with their own numerals. */
function headingsIn(text: string): Stretch[] {
  return [...text.matchAll(HEADING)].flatMap((match) => {
    const [whole, numeral = '', words = ''] = match;
    const number = chineseNumber(numeral);
    const own = allSections.some((section) => section.number === number && wordingsOf(number).includes(words));
    return own ? [{ from: match.index, to: match.index + whole.length }] : [];
  });
}
