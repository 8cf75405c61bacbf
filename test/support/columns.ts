import { displayWidth } from '../../server/src/text/width.ts';
import type { DraftCell, DraftTable } from './draft.ts';

/** Display columns of the page that a grid place is wide: the label's parts, and a value's. */
export interface Page {
  readonly group: number;
  readonly label: number;
  readonly value: number;
}

interface Ink {
  readonly x: number;
  readonly text: string;
}

/** Cuts a text into lines of at most that many display columns. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const char of text) {
    // No line begins with a closing mark: it hangs over the edge.
    if (line !== '' && displayWidth(line) + displayWidth(char) > width && !'）”、，。'.includes(char)) {
      lines.push(line.trim());
      line = '';
    }
    line += char;
  }
  if (line !== '') lines.push(line.trim());
  return lines;
}

/**
 * The table as `pdftotext -layout` gives it: every cell's text wrapped into its width, in the middle of its place,
 * the lines between two lines of a neighbour on lines of their own.
 */
export function columnTable(table: DraftTable, page: Page): string {
  const widths = columnWidths(table, page);
  const lefts = widths.map((_, i) => widths.slice(0, i).reduce((a, b) => a + b, 0));
  // Heights and places are counted in half lines: two lines are centred half a line off one.
  const heights = table.rows.map((row) =>
    Math.max(1, ...row.cells.map((cell, x) => (cell.rowspan > 1 ? 1 : linesOf(cell, x, widths).length))),
  );
  const tops = heights.map((_, y) => 2 * heights.slice(0, y).reduce((a, b) => a + b, 0));
  const canvas = new Map<number, Ink[]>();
  table.rows.forEach((row, y) => {
    row.cells.forEach((cell, x) => {
      if (cell.text === '') return;
      const lines = linesOf(cell, x, widths);
      const covered = heights.slice(y, y + cell.rowspan).reduce((a, b) => a + b, 0);
      const first = (tops[y] ?? 0) + covered - lines.length;
      const width = spanWidth(cell, x, widths);
      lines.forEach((text, i) => {
        const at = first + 2 * i;
        const indent = cell.kind === 'label' ? 0 : Math.floor((width - displayWidth(text)) / 2);
        canvas.set(at, [...(canvas.get(at) ?? []), { x: Math.max(0, (lefts[x] ?? 0) + indent), text }]);
      });
    });
  });
  return [...canvas]
    .sort(([a], [b]) => a - b)
    .map(([, inks]) => render(inks))
    .join('\n');
}

/** Columns as wide as the page has them, and wider where a value needs it. */
function columnWidths(table: DraftTable, page: Page): number[] {
  const grid = Math.max(...table.rows.map((row) => row.cells.length));
  const labels = table.id === 'applications' ? [page.group, page.group, page.label] : [page.label + page.group];
  const value = table.id === 'disclosure' ? 2 * page.value + 2 : page.value;
  return Array.from({ length: grid }, (_, i) => {
    const own = table.id === 'litigation' ? value : (labels[i] ?? value);
    const needs = table.rows.map((row) => (row.cells[i]?.kind === 'value' ? displayWidth(row.cells[i].text) + 2 : 0));
    return Math.max(own, ...needs);
  });
}

/** A cell's inner width leaves two columns to its right neighbour. */
function spanWidth(cell: DraftCell, x: number, widths: readonly number[]): number {
  return widths.slice(x, x + cell.colspan).reduce((a, b) => a + b, 0) - 2;
}

function linesOf(cell: DraftCell, x: number, widths: readonly number[]): string[] {
  if (cell.kind === 'value' && cell.text !== '') return [cell.text];
  return cell.text === '' ? [] : wrap(cell.text, Math.max(4, spanWidth(cell, x, widths)));
}

function render(inks: readonly Ink[]): string {
  let line = '';
  for (const { x, text } of [...inks].sort((a, b) => a.x - b.x)) {
    const gap = x - displayWidth(line);
    line += ' '.repeat(line === '' ? Math.max(0, gap) : Math.max(2, gap)) + text;
  }
  return line;
}
