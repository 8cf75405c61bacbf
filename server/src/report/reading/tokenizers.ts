import { isAmount } from '../../text/amount.ts';
import { isBlank, trimText } from '../../text/fold.ts';
import { isLoneNumber, isPageNumber } from '../../text/pageNumber.ts';
import { pipesIn } from '../../text/pipes.ts';
import type { LineLayout } from '../layouts.ts';
import type { Cell } from '../model.ts';
import { type CellRow, cellOf, type Reading, splitCells } from './cells.ts';
import { columnCells, labelledCells } from './columnCells.ts';
import type { Look } from './looks.ts';
import { withoutBlanks } from './marks.ts';
import type { TextLine } from './pieces.ts';

/** How many lines of a region look how; blank ones are not counted. */
interface Tally {
  readonly all: number;
  readonly withPipes: number;
  /** With one pipe, at the end. */
  readonly withPipeEnd: number;
  /** With tabs between or behind cells. */
  readonly withTabs: number;
  /** With a tab at the start and no other. */
  readonly behindTab: number;
  /** With cells in columns of spaces, labels and all. */
  readonly spaced: number;
  /** The same without any tab: they would speak against tabs. */
  readonly spacedOnly: number;
}

/** How a layout is told and cut into cells. */
interface Tokenizer {
  /** Whether a region has it, if none of those before has. */
  readonly suits: (tally: Tally) => boolean;
  /** The readings of a region's lines, the likeliest first. */
  readonly read: (lines: readonly TextLine[]) => readonly Reading[];
}

/** The layouts of lines, in the order in which they are tried. */
const tokenizers: Readonly<Record<LineLayout, Tokenizer>> = {
  'pipe-end': {
    suits: (tally) => isOfPipes(tally) && tally.withPipeEnd * 2 > tally.withPipes,
    read: pipeEndRows,
  },
  pipe: {
    suits: isOfPipes,
    read: (lines) => [pipeRows(withoutPageNumbers(lines, '|'))],
  },
  word: {
    suits: (tally) => isOfTabs(tally) && tally.withTabs < tally.behindTab,
    read: (lines) => [wordRows(withoutPageNumbers(lines, '\t'))],
  },
  tab: {
    suits: isOfTabs,
    read: (lines) => [withoutPageNumbers(lines).map((line) => splitCells(line, tabsIn(line.text)))],
  },
  // A line of one cell has no columns; a page of columns has many lines with one cell only.
  columns: {
    suits: ({ spaced }) => spaced > 1,
    read: (lines) => [withoutPageNumbers(lines).map(columnCells)],
  },
  lines: { suits: () => true, read: lineRows },
};

/** The last cell of a row may have no pipe: of rows of a label and a value it is every second one. */
function isOfPipes({ all, withPipes, withPipeEnd }: Tally): boolean {
  return withPipes * 2 >= all || withPipeEnd * 3 >= all;
}

/** Rows that copying cut to their labels have no tab left: a few others tell, unless columns of spaces speak against it. */
function isOfTabs({ all, withTabs, behindTab, spacedOnly }: Tally): boolean {
  return (withTabs + behindTab) * 2 >= all || (withTabs > 1 && spacedOnly === 0);
}

/**
 * The layouts that a region may have, the likeliest first. Where cells are set apart by signs there is but one; where
 * few lines have some, that may be what is left of them, and how well the rows come out tells.
 */
export function layoutsOf(looks: readonly Look[]): readonly [LineLayout, ...LineLayout[]] {
  const tally = tallyOf(looks.filter(({ kind }) => kind !== 'blank'));
  const first = order.find((layout) => tokenizers[layout].suits(tally)) ?? 'lines';
  if (first !== 'columns' && first !== 'lines') return [first];
  const others: LineLayout[] = tally.withPipes > 0 ? ['pipe-end', 'pipe'] : [];
  return [first, ...others, ...(tally.withTabs + tally.behindTab > 0 ? (['tab', 'word'] as const) : [])];
}

const order = Object.keys(tokenizers).filter((key): key is LineLayout => key in tokenizers);

function tallyOf(looks: readonly Look[]): Tally {
  const count = (test: (look: Look) => boolean): number => looks.filter(test).length;
  return {
    all: looks.length,
    withPipes: count(({ pipes }) => pipes > 0),
    withPipeEnd: count(({ pipeEnd }) => pipeEnd),
    withTabs: count(({ tabs }) => tabs > 0),
    behindTab: count(({ tabs, leadingTab }) => tabs === 0 && leadingTab),
    spaced: count(({ columns, kind }) => columns && kind !== 'label'),
    spacedOnly: count(({ columns, tabs, leadingTab }) => columns && tabs === 0 && !leadingTab),
  };
}

/** The readings of lines in a layout, the likeliest first: most have one, those whose row ends are lost several. */
export function readingsOf(lines: readonly TextLine[], layout: LineLayout): readonly Reading[] {
  return tokenizers[layout].read(lines);
}

/** Longest line that is looked at as a page number. */
const LONGEST_PAGE_NUMBER = 20;

function tabsIn(text: string): number[] {
  const cuts: number[] = [];
  for (let at = text.indexOf('\t'); at >= 0; at = text.indexOf('\t', at + 1)) cuts.push(at);
  return cuts;
}

/**
 * The lines without page numbers, which page breaks leave between rows.
 * @param mark what every line of cells has, where a bare number without it is no cell
 */
function withoutPageNumbers(lines: readonly TextLine[], mark?: string): TextLine[] {
  const isEmpty = (line: TextLine | undefined): boolean => line === undefined || isBlank(line.text);
  // Where lines need no pipe at their ends, a number alone may be the rest of a row.
  const piped = lines.filter(({ text }) => mark === '|' && text.includes('|'));
  const closed = piped.filter(({ text }) => /^\s*\|.*\|\s*$/.test(text)).length * 2 >= piped.length;
  return lines.filter((line, i) => {
    const text = trimText(withoutBlanks(line.text));
    if (text.length > LONGEST_PAGE_NUMBER) return true;
    const next = lines[i + 1];
    // Over a delimiter row it is a header of one cell.
    if (mark === '|' && next !== undefined && isDelimiterRow(splitCells(next, pipesIn(next.text)))) return true;
    const alone = closed && mark !== undefined ? !line.text.includes(mark) : isEmpty(lines[i - 1]) && isEmpty(next);
    return !isPageNumber(text) && !(alone && isLoneNumber(text));
  });
}

function isDelimiterRow(cells: CellRow): boolean {
  return (
    cells.length > 0 && cells.every((cell) => /^:?-+:?$/.test(cell.text)) && cells.some((cell) => cell.text.length > 1)
  );
}

/**
 * A line's cells between its pipes; a pipe at either end is the table's edge only where most lines have one there.
 * What stands in place of a mark is ink here: `&nbsp; | 10` begins with a blank cell.
 */
function pipeRow(line: TextLine, edges: { readonly left: boolean; readonly right: boolean }): Cell[] {
  const cuts = pipesIn(line.text);
  const labelled = cuts.length === 0 ? labelledCells(line) : undefined;
  if (labelled !== undefined) return [...labelled];
  const first = cuts[0] ?? 0;
  const last = cuts[cuts.length - 1] ?? 0;
  const leading = edges.left && cuts.length > 0 && line.text.slice(0, first).trim() === '';
  const trailing =
    edges.right && line.text.slice(last + 1).trim() === '' && (cuts.length > 1 || (cuts.length === 1 && !leading));
  const inner = cuts.slice(leading ? 1 : 0, trailing ? -1 : undefined);
  return splitCells(line, inner, leading ? first + 1 : 0, trailing ? last : line.text.length);
}

function pipeRows(lines: readonly TextLine[]): CellRow[] {
  const filled = lines.filter((line) => !isBlank(line.text));
  const most = (test: (text: string) => boolean): boolean =>
    filled.filter((line) => test(line.text.trim())).length * 2 >= filled.length;
  // With a delimiter row it is a GFM table, in which a pipe at an end is always the edge.
  const gfm = filled.some((line) => isDelimiterRow(pipeRow(line, { left: true, right: true })));
  const edges = {
    left: gfm || most((text) => text.startsWith('|')),
    right: gfm || most((text) => /(?:^|[^\\])\|$/.test(text)),
  };
  const rows = lines.map((line) => (isBlank(line.text) ? [] : pipeRow(line, edges)));
  return rows.filter((row) => !isDelimiterRow(row));
}

/**
 * Web copies: every cell is closed by a pipe, on its line (`0 |`) or on the next, a blank one is a pipe alone. A line
 * without its pipe may end a row; where every cell has one, row ends are lost.
 */
function pipeEndRows(lines: readonly TextLine[]): Reading[] {
  const filled = lines.filter((line) => !isBlank(line.text));
  const rows: Cell[][] = [[]];
  for (const line of filled) {
    const row = rows[rows.length - 1] as Cell[];
    const at = line.text.trimEnd().length - 1;
    const open = line.text[at] === '|';
    const cuts = pipesIn(line.text).filter((cut) => !open || cut !== at);
    row.push(...splitCells(line, cuts, 0, open ? at : undefined));
    if (!open) rows.push([]);
  }
  const byLines = rows.length > 4 ? [rows, [rows.flat()]] : [[rows.flat()], rows];
  const blankEnds = filled.length === lines.length || rows.length <= 4 ? [] : [rowsWithBlankEnds(lines)];
  return [...byLines, [cellsBetweenPipes(filled)], ...blankEnds];
}

/** Rows whose last cell has no pipe: where it is blank, nothing is left of it but an empty line. */
function rowsWithBlankEnds(lines: readonly TextLine[]): CellRow[] {
  const rows: Cell[][] = [[]];
  for (const line of lines) {
    const row = rows[rows.length - 1] as Cell[];
    const at = line.text.trimEnd().length - 1;
    const open = line.text[at] === '|';
    if (isBlank(line.text) && row.length === 0) continue;
    const cuts = pipesIn(line.text).filter((cut) => !open || cut !== at);
    row.push(...splitCells(line, cuts, 0, open ? at : undefined));
    if (!open) rows.push([]);
  }
  return rows;
}

/** The cells of lines that are one text cut by pipes: a line break inside a cell is a space. */
function cellsBetweenPipes(lines: readonly TextLine[]): Cell[] {
  const cells: Cell[] = [];
  let open: Cell | undefined;
  for (const line of lines) {
    const cuts = pipesIn(line.text);
    splitCells(line, cuts).forEach((cell, i) => {
      if (cell.text !== '') {
        // A value is never a line of a label: the label lost its pipe.
        if (open !== undefined && isAmount(cell.text)) {
          cells.push(open);
          open = undefined;
        }
        open =
          open === undefined
            ? cell
            : { text: open.text + cell.text, span: { start: open.span.start, end: cell.span.end } };
      }
      if (i === cuts.length) return;
      cells.push(open ?? cell);
      open = undefined;
    });
  }
  return open === undefined ? cells : [...cells, open];
}

/** Word's text: a cell a line behind a tab, a line with a tab alone is a blank cell, an empty line ends the row. */
function wordRows(lines: readonly TextLine[]): CellRow[] {
  const rows: Cell[][] = [[]];
  for (const line of lines) {
    const tab = line.text.indexOf('\t');
    if (tab < 0 && isBlank(line.text)) {
      rows.push([]);
      continue;
    }
    (rows[rows.length - 1] as Cell[]).push(cellOf(line, tab < 0 ? 0 : tab + 1, line.text.length));
  }
  return rows;
}

/**
 * One cell a line without a sign of rows. What an empty line means differs from copy to copy: nothing, a row's
 * end, or a blank cell; the reading that fills most rows exactly is taken later.
 */
function lineRows(lines: readonly TextLine[]): Reading[] {
  const filled = lines.filter((line) => !isBlank(line.text));
  const single = (line: TextLine): Cell => cellOf(line, 0, line.text.length);
  const readings: Reading[] = [[filled.map(single)]];
  if (filled.length === lines.length) return readings;
  const groups: Cell[][] = [[]];
  for (const line of lines) {
    if (line.text === '') groups.push([]);
    else (groups[groups.length - 1] as Cell[]).push(single(line));
  }
  readings.push(groups);
  // With one between every two cells empty lines set them apart.
  const dense = lines.some((line, i) => i > 0 && !isBlank(line.text) && !isBlank(lines[i - 1]?.text ?? ''));
  if (dense) readings.push([lines.map(single)]);
  // Every cell followed by an empty line: of a run of empty lines all but one are blank cells.
  const spaced: Cell[] = [];
  let gap = 0;
  for (const line of lines) {
    gap = isBlank(line.text) ? gap + 1 : 0;
    if (gap === 0 || gap % 2 === 0) spaced.push(single(line));
  }
  readings.push([spaced]);
  const columnwise = columnwiseRows(lines);
  return columnwise === undefined ? readings : [...readings, columnwise];
}

/** Cells of a row of table 3, and of one of table 2: so many columns stand behind each other where pages are read so. */
const COLUMNS = [7, 3];

/**
 * A page that was read column by column: of some rows first all values of one column, an empty line, then those of the
 * next. Blocks of one height are turned round; every other line is a row of one cell. Undefined without such blocks.
 */
function columnwiseRows(lines: readonly TextLine[]): CellRow[] | undefined {
  const blocks = blocksOf(lines);
  const rows: CellRow[] = [];
  let turned = false;
  for (let i = 0; i < blocks.length; ) {
    const block = blocks[i] ?? [];
    let alike = isColumn(block) ? 1 : 0;
    while (isColumn(block) && isColumn(blocks[i + alike]) && blocks[i + alike]?.length === block.length) alike++;
    const width = COLUMNS.find((columns) => alike % columns === 0 && alike > 0);
    if (width === undefined) {
      rows.push(...block.map((cell) => [cell]));
      i++;
      continue;
    }
    const columns = blocks.slice(i, i + width);
    rows.push(...block.map((_, y) => columns.flatMap((column) => column[y] ?? [])));
    turned = true;
    i += width;
  }
  return turned ? rows : undefined;
}

/** Lines between empty ones, a cell each. */
function blocksOf(lines: readonly TextLine[]): Cell[][] {
  const blocks: Cell[][] = [[]];
  // A number alone is a cell here.
  for (const line of lines.filter(({ text }) => !isPageNumber(withoutBlanks(text)))) {
    if (isBlank(line.text)) blocks.push([]);
    else blocks.at(-1)?.push(cellOf(line, 0, line.text.length));
  }
  return blocks.filter((block) => block.length > 0);
}

function isColumn(block: readonly Cell[] | undefined): boolean {
  return block?.every(({ text }) => isAmount(text)) === true;
}
