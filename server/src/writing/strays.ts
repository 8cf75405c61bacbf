import type { Cell, Report, Table } from '../report/model.ts';
import { isLoneNumber, isPageNumber } from '../text/pageNumber.ts';
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
  const hidden = [...whole, ...pageNumbersIn(draft, grid, span)].sort((a, b) => a.start - b.start);
  const text = withoutNumerals(blanked(draft.text, span, hidden));
  return [...text.matchAll(NUMBERS)].map(({ index, 0: { length } }) => ({
    start: span.start + index,
    end: span.start + index + length,
  }));
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

/** The text of a span, each place in it (in order, they may overlap) and all markup replaced by as many blanks. */
function blanked(text: string, { start, end }: Span, places: readonly Span[]): string {
  let result = '';
  let at = start;
  for (const place of places) {
    const from = Math.min(Math.max(place.start, at), end);
    const to = Math.min(Math.max(place.end, from), end);
    result += text.slice(at, from) + ' '.repeat(to - from);
    at = Math.max(at, to);
  }
  return (result + text.slice(at, end)).replace(MARKUP, ({ length }) => ' '.repeat(length));
}

/** Tags, comments and entities of HTML: `<td rowspan="2">`, `<!-- … -->`, `&#12288;`. */
const MARKUP = /<!--[\s\S]{0,2000}?-->|<[a-z/][^<>]{0,1000}>|&#?\w{1,10};/gi;

/** What copying and Markdown leave between the parts of a numeral: spaces, escapes, marks, invisible characters. */
const BETWEEN = '[ \\\\*_\\u00a0\\u00ad\\u2000-\\u200f\\u2060-\\u2064\\u3000\\ufeff]{0,8}';

/**
 * The numeral of a label, `1.属于国家秘密`, `(3)不予公开`, or alone in a cell where the label was cut off, `| 1. |`;
 * the numbers of a clause, `第20条第（1）项`.
 */
const NUMERAL = new RegExp(
  [
    `(?<![\\d０-９.,])[\\d０-９]{1,2}${BETWEEN}[.．]${BETWEEN}(?=[\\u4e00-\\u9fff])`,
    `(?<![\\p{L}\\d０-９.,+−–—-])[\\d０-９]{1,2}${BETWEEN}(?:[、)）]${BETWEEN}(?=[\\u4e00-\\u9fff])|[.．、]${BETWEEN}(?=[|\\t\\r\\n]|$))`,
    `第${BETWEEN}[（(]?[\\d０-９]{1,3}[)）]?${BETWEEN}[条款项]`,
  ].join('|'),
  'gu',
);

function withoutNumerals(text: string): string {
  return text.replace(NUMERAL, ({ length }) => ' '.repeat(length));
}

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
    } else if (source.length <= 60 && isPageNumber(source.replace(OUTER_PIPES, ''))) found.push(place);
    else if (isLoneNumber(source)) bare.push(place);
    else if (/[\p{L}\p{N}]/u.test(source)) between = false;
  }
  return found;
}
