import { trimSpan } from '../../text/fold.ts';
import { displayWidth } from '../../text/width.ts';
import type { Cell } from '../model.ts';
import { withoutBlanks } from './marks.ts';
import { isExact, placeOf, type TextLine } from './pieces.ts';

/** Cells of one row; where row ends are lost, of the whole region. */
export type CellRow = readonly Cell[];

/** One way to read a region as rows of cells. Most layouts have one, lost row ends have several. */
export type Reading = readonly CellRow[];

/** A pipe inside a cell is escaped: `\|`. */
const ESCAPED_PIPE = /\\\|/g;

/** A cell's text without what stands in place of inline marks, and without escapes. */
function textOfCell(raw: string): string {
  return withoutBlanks(raw.includes('\\') ? raw.replace(ESCAPED_PIPE, '|') : raw);
}

/** A cell of a line, its white space trimmed; a blank one keeps the whole gap as its place. */
export function cellOf(line: TextLine, from: number, to: number): Cell {
  const { start, end } = trimSpan(line.text, from, to);
  if (start === end) return { text: '', span: placeOf(line, from, to) };
  const cell = { text: textOfCell(line.text.slice(start, end)), span: placeOf(line, start, end) };
  return line.glued === undefined ? cell : { ...cell, glued: line.glued };
}

/** Cells between cuts; a cut is the offset of a one-character separator. */
export function splitCells(line: TextLine, cuts: readonly number[], from = 0, to = line.text.length): Cell[] {
  const cells: Cell[] = [];
  let start = from;
  for (const at of cuts) {
    cells.push(cellOf(line, start, at));
    start = at + 1;
  }
  cells.push(cellOf(line, start, to));
  return cells;
}

/** The parts of a cell that spaces set apart, each with its own place. */
export function splitAtSpaces(cell: Cell): Cell[] {
  const cells: Cell[] = [];
  const whole = cell.text;
  const exact = isExact(cell);
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
