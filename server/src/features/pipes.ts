import type { Report } from '../report/model.ts';
import { trimSpan } from '../text/fold.ts';
import type { LineIndex } from '../text/lines.ts';
import { once } from '../text/memo.ts';
import { pipesIn } from '../text/pipes.ts';
import { type Edit, meets, type Span } from '../text/span.ts';
import { displayWidth } from '../text/width.ts';
import { verbatimIn } from './verbatim.ts';

/** What of a text says where its pipe tables are. */
type PipeText = Pick<Report, 'text' | 'lines' | 'parts'>;

/** A cell between two pipes: the gap with the text in it, and the text alone. */
interface PipeCell {
  readonly gap: Span;
  readonly ink: Span;
  readonly width: number;
  /** Pipes that are missing before and behind it: GFM lets a row leave out the outer ones. */
  readonly before: string;
  readonly behind: string;
}

type ColumnAlignment = 'none' | 'left' | 'right' | 'centre';

/** A GFM table: whole lines, the second of which is the delimiter row. */
interface PipeTable {
  readonly span: Span;
  readonly rows: readonly (readonly PipeCell[])[];
  readonly alignments: readonly ColumnAlignment[];
}

/** Narrowest column: a delimiter row needs three hyphens. */
const NARROWEST = 3;
/** Columns of a line that an editor shows whole. */
const WIDEST_LINE = 120;
/** Width of the longest figure that a column is as wide as. */
const FIGURE = 12;
const DELIMITER = /^:?-+:?$/;

/**
 * Edits that align the pipe tables of a Markdown draft: each column as wide as its widest cell in a fixed-width font,
 * Chinese characters counted as two columns; in a table whose lines would be too wide, as its widest figure, and long
 * labels stand out. Only the white space around the cells' texts and the hyphens of the
 * delimiter row change; outer pipes that are left out are written. Doing it again changes nothing.
 * @param within only tables that this span touches; all where it is undefined
 */
export function alignTables(draft: PipeText, within: Span | undefined): Edit[] {
  return pipeTablesOf(draft)
    .filter(({ span }) => within === undefined || meets(within, span))
    .flatMap((table) => alignTable(table, draft.text));
}

/** The GFM tables of a draft outside comments and blocks of code, in the order of the text. */
const pipeTablesOf: (draft: PipeText) => readonly PipeTable[] = once(({ text, lines, parts }): PipeTable[] => {
  const tables: PipeTable[] = [];
  const verbatim = verbatimIn(parts);
  const isOpen = (line: number): boolean =>
    verbatim.gaps({ start: lines.start(line), end: lines.end(line) }).length > 0;
  for (let line = 1; line < lines.count; line++) {
    if (!isDelimiterLine(text, lines, line) || !isOpen(line) || !isOpen(line - 1)) continue;
    const header = cellsOf(text, lines, line - 1);
    const delimiter = cellsOf(text, lines, line);
    if (header.length === 0 || header.length !== delimiter.length) continue;
    const rows = [header, delimiter];
    let last = line;
    while (
      last + 1 < lines.count &&
      isOpen(last + 1) &&
      text.slice(lines.start(last + 1), lines.end(last + 1)).includes('|')
    ) {
      last++;
      rows.push(cellsOf(text, lines, last));
    }
    const alignments = delimiter.map(({ ink }) => alignmentOf(text.slice(ink.start, ink.end)));
    tables.push({ span: { start: lines.start(line - 1), end: lines.end(last) }, rows, alignments });
    line = last;
  }
  return tables;
});

function isDelimiterLine(text: string, lines: LineIndex, line: number): boolean {
  const source = text.slice(lines.start(line), lines.end(line));
  return source.includes('-') && source.includes('|') && /^[\s|:-]+$/.test(source);
}

/** The cells of a line of a pipe table; a pipe at either end is the table's edge. */
function cellsOf(text: string, lines: LineIndex, line: number): PipeCell[] {
  const whole = trimSpan(text, lines.start(line), lines.end(line));
  const cuts = pipesIn(text, whole.start, whole.end);
  if (cuts.length === 0) return [];
  const open = { left: cuts[0] !== whole.start, right: cuts[cuts.length - 1] !== whole.end - 1 };
  const edges = [...(open.left ? [whole.start - 1] : []), ...cuts, ...(open.right ? [whole.end] : [])];
  return edges.slice(1).map((end, i) => {
    const start = (edges[i] ?? 0) + 1;
    const ink = trimSpan(text, start, end);
    return {
      gap: { start, end },
      ink,
      width: displayWidth(text.slice(ink.start, ink.end)),
      before: open.left && i === 0 ? '|' : '',
      behind: open.right && i === edges.length - 2 ? '|' : '',
    };
  });
}

function alignmentOf(delimiter: string): ColumnAlignment {
  if (!DELIMITER.test(delimiter)) return 'none';
  const left = delimiter.startsWith(':');
  const right = delimiter.endsWith(':');
  return left && right ? 'centre' : right ? 'right' : left ? 'left' : 'none';
}

function alignTable({ rows, alignments }: PipeTable, text: string): Edit[] {
  const widths = widthsOf(rows, alignments.length);
  return rows.flatMap((row, i) =>
    row.flatMap((cell, column) => {
      const width = widths[column];
      // Cells beyond the header's columns are not shown; they stay as they are.
      if (width === undefined) return [];
      const alignment = alignments[column] ?? 'none';
      return i === 1
        ? replacement(text, cell.gap, `${cell.before} ${hyphens(alignment, width)} ${cell.behind}`)
        : padded(text, cell, width, alignment);
    }),
  );
}

/** The width of each column: that of its widest text, or where that makes lines too wide, of its widest figure. */
function widthsOf(rows: readonly (readonly PipeCell[])[], columns: number): readonly number[] {
  const widest = (counts: (cell: PipeCell) => boolean): readonly number[] =>
    Array.from({ length: columns }, (_, column) => {
      const own = rows.flatMap((row, i) => (i === 1 ? [] : (row[column] ?? []))).filter(counts);
      return Math.max(NARROWEST, ...own.map(({ width }) => width));
    });
  const whole = widest(() => true);
  const line = whole.reduce((sum, width) => sum + width + 3, 1);
  // A Chinese character is wider than its length.
  return line <= WIDEST_LINE ? whole : widest(({ ink, width }) => width === ink.end - ink.start && width <= FIGURE);
}

function hyphens(alignment: ColumnAlignment, width: number): string {
  const left = alignment === 'left' || alignment === 'centre' ? ':' : '';
  const right = alignment === 'right' || alignment === 'centre' ? ':' : '';
  return left + '-'.repeat(width - left.length - right.length) + right;
}

/** The edits of the gaps before and behind a cell's text; a blank cell has one gap. */
function padded(text: string, cell: PipeCell, width: number, alignment: ColumnAlignment): Edit[] {
  const { gap, ink, before, behind } = cell;
  const room = Math.max(0, width - cell.width);
  const lead = alignment === 'right' ? room : alignment === 'centre' ? Math.floor(room / 2) : 0;
  if (ink.start === ink.end) return replacement(text, gap, before + ' '.repeat(width + 2) + behind);
  return [
    ...replacement(text, { start: gap.start, end: ink.start }, before + ' '.repeat(1 + lead)),
    ...replacement(text, { start: ink.end, end: gap.end }, ' '.repeat(1 + room - lead) + behind),
  ];
}

function replacement(text: string, span: Span, by: string): Edit[] {
  return text.slice(span.start, span.end) === by ? [] : [{ span, text: by }];
}
