import { isAmount } from '../../text/amount.ts';
import { isBlank, isGap, isSpace, trimSpan } from '../../text/fold.ts';
import { displayWidth } from '../../text/width.ts';
import type { Cell } from '../model.ts';
import { withoutBlanks } from './marks.ts';
import type { Region } from './regions.ts';
import { placeOf, type TextLine } from './source.ts';

/** Cells of one row; where row ends are lost, of the whole region. */
export type CellRow = readonly Cell[];

/** One way to read a region as rows of cells. Most layouts have one, lost row ends have several. */
export type Reading = readonly CellRow[];

/** The readings of a region, the likeliest first. */
export function readingsOf(region: Region): Reading[] {
  switch (region.layout) {
    case 'pipe':
      return [pipeRows(withoutPageNumbers(region.lines, '|'))];
    case 'pipe-end':
      return pipeEndRows(region.lines);
    case 'tab':
      return [withoutPageNumbers(region.lines).map((line) => splitCells(line, tabCuts(line.text)))];
    case 'word':
      return [wordRows(withoutPageNumbers(region.lines, '\t'))];
    case 'columns':
      return [withoutPageNumbers(region.lines).map(columnCells)];
    case 'lines':
      return lineRows(region.lines);
  }
}

/** `- 3 -`, `第 3 页`, `— 12 —`; a bare number only between empty lines. */
const PAGE_NUMBER = /^\s*(?:[-—–·]+\s*\d{1,3}\s*[-—–·]+|第\s*\d{1,3}\s*页.*)\s*$/;

/**
 * The lines without page numbers, which page breaks leave between rows.
 * @param mark what every line of cells has, where a bare number without it is no cell
 */
function withoutPageNumbers(lines: readonly TextLine[], mark?: string): TextLine[] {
  const isEmpty = (line: TextLine | undefined): boolean => line === undefined || isBlank(line.text);
  return lines.filter(({ text }, i) => {
    if (text.length > 20) return true;
    const alone = mark === undefined ? isEmpty(lines[i - 1]) && isEmpty(lines[i + 1]) : !text.includes(mark);
    return !(alone && /^\s*\d{1,3}\s*$/.test(text)) && !PAGE_NUMBER.test(text);
  });
}

/** A pipe inside a cell is escaped: `\|`. */
const ESCAPED_PIPE = /\\\|/g;

/** A cell's text without what stands in place of inline marks, and without escapes. */
function textOfCell(raw: string): string {
  return withoutBlanks(raw.includes('\\') ? raw.replace(ESCAPED_PIPE, '|') : raw);
}

/** A cell of a line, its white space trimmed; a blank one keeps the whole gap as its place. */
function cellOf(line: TextLine, from: number, to: number): Cell {
  const { start, end } = trimSpan(line.text, from, to);
  if (start === end) return { text: '', span: placeOf(line, from, to) };
  return { text: textOfCell(line.text.slice(start, end)), span: placeOf(line, start, end) };
}

/** Cells between cuts; a cut is the offset of a one-character separator. */
function splitCells(line: TextLine, cuts: readonly number[], from = 0, to = line.text.length): Cell[] {
  const cells: Cell[] = [];
  let start = from;
  for (const at of cuts) {
    cells.push(cellOf(line, start, at));
    start = at + 1;
  }
  cells.push(cellOf(line, start, to));
  return cells;
}

function tabCuts(text: string): number[] {
  const cuts: number[] = [];
  for (let at = text.indexOf('\t'); at >= 0; at = text.indexOf('\t', at + 1)) cuts.push(at);
  return cuts;
}

/** Pipes that separate cells: GFM counts every pipe that is not escaped, inside code spans too. */
function pipeCuts(text: string): number[] {
  const cuts: number[] = [];
  for (let at = text.indexOf('|'); at >= 0; at = text.indexOf('|', at + 1)) {
    if (text[at - 1] !== '\\') cuts.push(at);
  }
  return cuts;
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
  const cuts = pipeCuts(line.text);
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
    const cuts = pipeCuts(line.text).filter((cut) => !open || cut !== at);
    row.push(...splitCells(line, cuts, 0, open ? at : undefined));
    if (!open) rows.push([]);
  }
  const byLines = rows.length > 4 ? [rows, [rows.flat()]] : [[rows.flat()], rows];
  return [...byLines, [cellsBetweenPipes(filled)]];
}

/** The cells of lines that are one text cut by pipes: a line break inside a cell is a space. */
function cellsBetweenPipes(lines: readonly TextLine[]): Cell[] {
  const cells: Cell[] = [];
  let open: Cell | undefined;
  for (const line of lines) {
    const cuts = pipeCuts(line.text);
    splitCells(line, cuts).forEach((cell, i) => {
      if (cell.text !== '') {
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
  readings.push(groups, [lines.map(single)]);
  // Every cell followed by an empty line: of a run of empty lines all but one are blank cells.
  const spaced: Cell[] = [];
  let gap = 0;
  for (const line of lines) {
    gap = isBlank(line.text) ? gap + 1 : 0;
    if (gap === 0 || gap % 2 === 0) spaced.push(single(line));
  }
  readings.push([spaced]);
  return readings;
}

/** Cells in columns of spaces; numbers behind single spaces are cells of their own. */
function columnCells(line: TextLine): CellRow {
  const { text } = line;
  const parts: { from: number; to: number }[] = [];
  let from = -1;
  let gap = 0;
  for (let i = 0; i <= text.length; i++) {
    const space = i === text.length || isGap(text.charCodeAt(i));
    if (!space) {
      if (from < 0) from = i;
      gap = 0;
      continue;
    }
    gap += i < text.length && text.charCodeAt(i) === 0x3000 ? 2 : 1;
    const wide = gap >= 2 || i === text.length || text.charCodeAt(i) === 0x09;
    if (from >= 0 && (wide || (i + 1 < text.length && isGap(text.charCodeAt(i + 1))))) {
      parts.push({ from, to: i });
      from = -1;
    }
  }
  const pieces = parts.flatMap((piece) => peel(text, piece));
  let width = 0;
  let measured = 0;
  return pieces.map((piece) => {
    width += displayWidth(text.slice(measured, piece.from));
    const own = displayWidth(text.slice(piece.from, piece.to));
    const extent = { display: width + own / 2, characters: (piece.from + piece.to) / 2 };
    width += own;
    measured = piece.to;
    return { ...cellOf(line, piece.from, piece.to), extent };
  });
}

/** Takes the numbers at the end of a piece off as cells: `一、本年新收…数量 92 3 1 0 1 0 97`. */
function peel(text: string, piece: { from: number; to: number }): { from: number; to: number }[] {
  const peeled: { from: number; to: number }[] = [];
  let to = piece.to;
  for (;;) {
    let at = to - 1;
    while (at >= piece.from && !isGap(text.charCodeAt(at))) at--;
    const last = text.slice(at + 1, to);
    // `1.申请人 无`: behind a single space the word is part of a label.
    if (!isAmount(last) || /^[无零〇]/.test(last)) break;
    peeled.unshift({ from: at + 1, to });
    if (at < piece.from) return peeled;
    to = at;
    while (to > piece.from && isSpace(text.charCodeAt(to - 1))) to--;
  }
  return [{ from: piece.from, to }, ...peeled];
}

/** The parts of a cell that spaces set apart, each with its own place. */
export function splitAtSpaces(cell: Cell): Cell[] {
  const cells: Cell[] = [];
  const whole = cell.text;
  const exact = whole.length === cell.span.end - cell.span.start;
  const extent = cell.extent ?? { display: 0, characters: 0 };
  const start = { display: extent.display - displayWidth(whole) / 2, characters: extent.characters - whole.length / 2 };
  for (const match of whole.matchAll(/\S+/g)) {
    const [text] = match;
    const from = cell.span.start + match.index;
    cells.push({
      text,
      span: exact ? { start: from, end: from + text.length } : cell.span,
      extent: {
        display: start.display + displayWidth(whole.slice(0, match.index)) + displayWidth(text) / 2,
        characters: start.characters + match.index + text.length / 2,
      },
    });
  }
  return cells;
}
