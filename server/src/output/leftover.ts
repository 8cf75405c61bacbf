import { formats } from '../format/formats.ts';
import type { Head } from '../format/schema.ts';
import type { Cell, Table } from '../report/model.ts';
import { fold } from '../text/fold.ts';
import { type Places, placesOf } from '../text/places.ts';
import type { Span } from '../text/span.ts';
import { rowsWithoutPlace } from '../writing/write.ts';

/**
 * What a table of the draft holds and the official one has no place for: rows that are no official ones, and single
 * cells, each with the label before it.
 */
export function contentWithoutPlace(table: Table): string[] {
  const placed = new Set(table.values.flatMap((value) => (value?.cell === undefined ? [] : [keyOf(value.cell.span)])));
  const { extraRows, doubledRows } = table.faults;
  const told = placesOf(
    [...extraRows, ...doubledRows].flatMap(({ span, cells }) => [span, ...cells.map((cell) => cell.span)]),
  );
  const labels = placesOf(table.rows.map(({ label }) => label));
  const left: { readonly label: string; readonly cells: string[] }[] = [];
  let label = '';
  for (const cell of table.grid.flat()) {
    if (cell.text === '' || placed.has(keyOf(cell.span)) || told.touches(cell.span)) continue;
    if (isLabel(cell, labels)) {
      label = cell.text;
      continue;
    }
    const last = left[left.length - 1];
    if (last !== undefined && last.label === label) last.cells.push(cell.text);
    else left.push({ label, cells: [cell.text] });
  }
  return [
    ...rowsWithoutPlace(table),
    ...left.map((row) => [row.label, ...row.cells].filter((text) => text !== '').join(' ')),
  ];
}

function keyOf({ start, end }: Span): string {
  return `${start}-${end}`;
}

/** Whether a cell holds a label or a part of one: the official layout writes it. */
function isLabel({ text, span }: Cell, labels: Places): boolean {
  const key = fold(text);
  if (key === '') return /^[^\p{L}\p{N}]*$/u.test(text) && !/[/×—]/.test(text);
  if (/\p{Script=Han}/u.test(key) && LABELS.includes(key)) return true;
  return /^\d[.、．]$/.test(text) || labels.touches(span);
}

/** Every wording of every label, one behind the other. */
const LABELS = formats
  .flatMap(({ tables }) => tables)
  .flatMap(({ blocks, ruins = [] }) => [
    ...ruins.flatMap(wordingsOf),
    ...blocks.flatMap(({ caption, corner, rows, columns }) =>
      [...(caption ? [caption] : []), ...(corner ? [corner] : []), ...rows, ...columns].flatMap(wordingsOf),
    ),
  ])
  .map(fold)
  .join('\n');

function wordingsOf({ label, aliases = [], misspellings = [], children = [] }: Head): string[] {
  return [label, ...aliases, ...misspellings, ...children.flatMap(wordingsOf)];
}
