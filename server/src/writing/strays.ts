import type { Cell, Report, Table } from '../report/model.ts';
import { isLoneNumber, isPageNumber } from '../text/pageNumber.ts';
import { placesOf } from '../text/places.ts';
import type { Span } from '../text/span.ts';

/** Where the lines of a text begin and end, and the text. */
type LinedText = Pick<Report, 'text' | 'lines'>;

/**
 * The numbers that stand in a place of a table and would be lost if only some places of it were kept: those that
 * reading gave to no cell, as where cells are glued or torn. Numerals of labels and page numbers are none of them.
 * Linear in the span.
 * @param grid the rows of the table's cells
 * @param span the place: from the table's first line to its last, or a part of it
 * @param kept what of it is written out again, by its text
 */
export function strayNumbers(draft: LinedText, grid: Table['grid'], span: Span, kept: readonly Cell[]): Span[] {
  const whole = kept.filter((cell) => isWhole(cell, draft.text)).map((cell) => cell.span);
  const numbers = placesOf(whole)
    .gaps(span)
    .flatMap((gap) => numbersIn(draft.text, gap, gap.end === span.end));
  if (numbers.length === 0) return numbers;
  const pages = placesOf(pageNumbersIn(draft, grid, span));
  return numbers.filter((number) => !pages.touches(number));
}

/** Numbers that a sentence names, at most. */
const NAMED = 5;

/** Numbers of a draft by name: `“12”、“3”`, `“1”、“2”、“3”、“4”、“5”等8个数` (… 8 numbers in all). */
export function numbersNamed(numbers: readonly Span[], text: string): string {
  const named = numbers.slice(0, NAMED).map(({ start, end }) => `“${text.slice(start, end)}”`);
  return `${named.join('、')}${numbers.length > NAMED ? `等${numbers.length}个数` : ''}`;
}

/** The numbers of a place that are no numerals of labels; what is in markup is none. */
function numbersIn(text: string, { start, end }: Span, isLast: boolean): Span[] {
  if (!hasDigit(text, start, end)) return [];
  const source = text.slice(start, end);
  // What ends at a kept cell does not end a cell of its own.
  const gap = source.replace(MARKUP, ({ length }) => ' '.repeat(length)) + (isLast ? '' : '\0');
  return [...gap.matchAll(NUMBERS)].flatMap(({ index, 0: { length } }) =>
    isNumeral(gap, index, index + length) ? [] : [{ start: start + index, end: start + index + length }],
  );
}

/** Gaps between cells are short, and there are hundreds: a loop costs less than a pattern. */
function hasDigit(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if ((code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19)) return true;
  }
  return false;
}

/** Whether a cell's text has the numbers that stand in its place: one that goes over lines may have glued them. */
function isWhole({ text, span }: Cell, draft: string): boolean {
  if (text.length === span.end - span.start) return true;
  const source = draft
    .slice(span.start, span.end)
    .replace(MARKUP, ' ')
    .replace(/[\\*_]/g, '');
  return String(source.match(NUMBERS)) === String(text.match(NUMBERS));
}

const NUMBERS = /[\d０-９]+/g;

/** Tags, comments and entities of HTML: `<td rowspan="2">`, `<!-- … -->`, `&#12288;`. */
const MARKUP = /<!--[\s\S]{0,2000}?-->|<[a-z/][^<>]{0,1000}>|&#?\w{1,10};/gi;

/** What copying and Markdown leave between the parts of a numeral: spaces, escapes, marks, invisible characters. */
const BETWEEN = '[ \\\\*_\\u00a0\\u00ad\\u2000-\\u200f\\u2060-\\u2064\\u3000\\ufeff]{0,8}';

/** What makes digits the numeral of a label: `1.属于国家秘密`, `(3)不予公开`. */
const BEFORE_WORDS = new RegExp(`${BETWEEN}[.．]${BETWEEN}(?=[\\u4e00-\\u9fff])`, 'y');
/** The same in brackets or with a comma, or alone in a cell where the label was cut off: `| 1. |`. */
const BEFORE_END = new RegExp(
  `${BETWEEN}[、)）]${BETWEEN}(?=[\\u4e00-\\u9fff])|${BETWEEN}[.．、]${BETWEEN}(?=[|\\t\\r\\n]|$)`,
  'y',
);
/** The numbers of a clause: `第20条第（1）项`. */
const CLAUSE_HEAD = new RegExp(`第${BETWEEN}[（(]?$`);
const CLAUSE_TAIL = new RegExp(`[)）]?${BETWEEN}[条款项]`, 'y');
/** As far as the head of a clause may reach. */
const HEAD = 10;

/** Whether digits are the numeral of a label or the number of a clause. */
function isNumeral(text: string, start: number, end: number): boolean {
  const follows = (pattern: RegExp): boolean => {
    pattern.lastIndex = end;
    return pattern.test(text);
  };
  const before = text.slice(Math.max(0, start - HEAD), start);
  if (end - start <= 2 && follows(BEFORE_WORDS) && !/[.,]$/.test(before)) return true;
  if (end - start <= 2 && follows(BEFORE_END) && !/[\p{L}.,+−–—-]$/u.test(before)) return true;
  return end - start <= 3 && CLAUSE_HEAD.test(before) && follows(CLAUSE_TAIL);
}

/** Of a longer line no more is looked at: a page number stands in the middle of a page at most. */
const LONGEST_LINE = 300;
/** Pipes, and white space, around a page number in a table. */
const OUTER_PIPES = /^[\s|]+|[\s|]+$/g;

/**
 * The lines of a span that are page numbers. A bare number is one only where reading left it out between two lines of
 * the table's cells, which it does where a line of cells could not look so.
 */
function pageNumbersIn({ text, lines }: LinedText, grid: Table['grid'], span: Span): Span[] {
  const celled = new Set<number>();
  for (const cell of grid.flat()) if (cell.text !== '') celled.add(lines.lineAt(cell.span.start));
  const found: Span[] = [];
  let bare: Span[] = [];
  let between = false;
  for (let line = lines.lineAt(span.start); line <= lines.lineAt(span.end); line++) {
    const place = { start: lines.start(line), end: lines.end(line) };
    const source = text.slice(place.start, place.end);
    if (celled.has(line)) {
      if (between) found.push(...bare);
      bare = [];
      between = true;
    } else if (isPageNumber(source.slice(0, LONGEST_LINE).replace(OUTER_PIPES, ''))) found.push(place);
    else if (isLoneNumber(source)) bare.push(place);
    else if (/[\p{L}\p{N}]/u.test(source)) between = false;
  }
  return found;
}
