import type { DraftCell, DraftRow, DraftTable } from '../draft.ts';
import type { Shape } from '../layouts.ts';
import type { Random } from '../random.ts';
import { shownOf, type Wreck } from '../wreck.ts';

/** A row whose values stand in one cell that covers theirs. */
function merge(between: string, share: number): (table: DraftTable, random: Random) => DraftTable {
  return (table, random) => ({
    ...table,
    rows: table.rows.map((row) => (row.kind === 'values' && random() < share ? mergedRow(row, between) : row)),
  });
}

function mergedRow(row: DraftRow, between: string): DraftRow {
  const { values } = shownOf(row);
  const [first] = values;
  const text = values.map((value) => value.text).join(between);
  if (first === undefined || values.length < 2 || (values.length < 4 && isNumber(text))) return row;
  const merged: DraftCell = {
    kind: 'value',
    text,
    colspan: values.reduce((sum, { colspan }) => sum + colspan, 0),
    rowspan: 1,
  };
  return {
    ...row,
    cells: row.cells.flatMap((cell) => (cell === first ? [merged] : cell.kind === 'value' ? [] : [cell])),
  };
}

/** Digits run together that are a number by themselves: in a row of few values another table, and no wreck. */
function isNumber(text: string): boolean {
  return /^[1-9]\d*(?:\.\d+)?$/.test(text);
}

/** A table without anything between its cells; a row a line, or all on one. */
function glued(between: string): (table: DraftTable) => string {
  return (table) =>
    table.rows
      .map((row) => row.cells.map(({ text }) => text).join(''))
      .filter((line) => line !== '')
      .join(between);
}

/** A document without line ends, as converters of web pages leave it. */
function oneLine(text: string): string {
  const [title = '', ...rest] = text.split('\n').filter((line) => line !== '');
  return `${title}\n${rest.join('')}\n`;
}

/** Cells a line each, behind each a line with nothing but the bar that closes it. */
function barred(table: DraftTable): string {
  return table.rows
    .flatMap((row) => (row.kind === 'break' ? [''] : row.cells.filter(isOwn).map(({ text }) => `${text}\n|`)))
    .join('\n');
}

function isOwn({ kind }: DraftCell): boolean {
  return kind !== 'right' && kind !== 'down';
}

const several: readonly Shape[] = ['pipe', 'tab', 'html'];

/** What runs cells together. */
export const glues: readonly Wreck[] = [
  { name: 'values in one merged cell', shapes: several, blanksLost: true, rows: merge(' ', 1) },
  { name: 'values of some rows in one merged cell', shapes: several, blanksLost: true, rows: merge(' ', 0.3) },
  { name: 'digits of some rows run together in a cell', shapes: several, blanksLost: true, rows: merge('', 0.3) },
  { name: 'digits of every row run together', shapes: ['lines'], blanksLost: true, table: glued('\n') },
  {
    name: 'a page on one line',
    shapes: ['lines'],
    blanksLost: true,
    table: glued(''),
    document: oneLine,
  },
  { name: 'a bar on a line of its own behind each cell', shapes: ['pipe-end'], table: barred },
];
