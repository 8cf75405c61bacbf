import type { SlotKey } from '../../../server/src/format/shape.ts';
import { slotKey } from '../../../server/src/format/shape.ts';
import { covered, type DraftCell, type DraftRow, type DraftTable } from '../draft.ts';
import type { Shape } from '../layouts.ts';
import { below, pick, type Random } from '../random.ts';
import { isLabelled, noteRow, shownOf, type Wreck } from '../wreck.ts';

/** Layouts that write a row as a line, or its cells as lines. */
const everyLine: readonly Shape[] = ['pipe', 'pipe-end', 'tab', 'word', 'lines', 'columns', 'spaces'];
const wholeRows: readonly Shape[] = ['pipe', 'tab', 'columns', 'spaces'];

/** A label in one to three pieces, as narrow columns break it. */
function piecesOf(text: string, random: Random): string[] {
  const count = text.length < 6 ? 1 : 1 + below(random, 3);
  const size = Math.ceil(text.length / count);
  return Array.from({ length: count }, (_, i) => text.slice(i * size, (i + 1) * size)).filter((piece) => piece !== '');
}

/** The lines of a row's labels, without its values. */
function labelRows(row: DraftRow, random: Random): DraftRow[] {
  return shownOf(row).labels.flatMap((label) => piecesOf(label, random).map(noteRow));
}

/** A row's values without its labels; a converter begins a table of its own there. On a page they keep their places. */
function valueRow(row: DraftRow, shape: Shape): DraftRow {
  if (shape !== 'columns') return { kind: 'values', again: true, cells: shownOf(row).values };
  return { kind: 'values', cells: row.cells.map((cell) => (cell.kind === 'value' ? cell : covered('down'))) };
}

/** Runs of labelled rows of one to five, about that share of all. */
function runsOf(rows: readonly DraftRow[], share: number, random: Random): Set<number>[] {
  const runs: Set<number>[] = [];
  for (let y = 0; y < rows.length; y++) {
    if (random() > share / 3) continue;
    const run = new Set<number>();
    for (let left = 1 + below(random, 5); left > 0 && isLabelledAt(rows, y); left--, y++) run.add(y);
    if (run.size > 0) runs.push(run);
  }
  return runs;
}

function isLabelledAt(rows: readonly DraftRow[], y: number): boolean {
  const row = rows[y];
  return row !== undefined && isLabelled(row);
}

/** Rows whose labels stand together over, under or amid their values. */
function tear(table: DraftTable, random: Random, shape: Shape): DraftTable {
  const runs = runsOf(table.rows, 0.6, random);
  const rows = table.rows.flatMap((row, y): readonly DraftRow[] => {
    const run = runs.find((candidate) => candidate.has(y));
    if (run === undefined) return [row];
    if (run.has(y - 1)) return [];
    const own = [...run].flatMap((at) => table.rows[at] ?? []);
    const before = pick(random, [0, own.length, below(random, own.length + 1)]);
    return [
      ...own.slice(0, before).flatMap((each) => labelRows(each, random)),
      ...own.map((each) => valueRow(each, shape)),
      ...own.slice(before).flatMap((each) => labelRows(each, random)),
    ];
  });
  return { ...table, rows };
}

/** Labels that stand up to four lines away from their values, past rows that are whole. */
function adrift(table: DraftTable, random: Random, shape: Shape): DraftTable {
  const placed = table.rows.flatMap((row, y) => {
    if (!isLabelled(row) || random() > 0.25) return [{ at: y, row }];
    const away = below(random, 9) - 4 + (random() < 0.5 ? -0.5 : 0.5);
    const first = table.rows.findIndex(isLabelled);
    const at = Math.max(first - 0.5, y + away);
    return [
      { at: y, row: valueRow(row, shape) },
      ...labelRows(row, random).map((note, i) => ({ at: at + i / 100, row: note })),
    ];
  });
  return { ...table, rows: placed.sort((a, b) => a.at - b.at).map(({ row }) => row) };
}

/** Rows whose values are broken over two lines. */
function split(table: DraftTable, random: Random, shape: Shape): DraftTable {
  const rows = table.rows.flatMap((row) => {
    const { values } = shownOf(row);
    if (!isLabelled(row) || values.length < 3 || random() > 0.2) return [row];
    const cut = 1 + below(random, values.length - 1);
    const tail = new Set(values.slice(cut));
    if (shape === 'columns') {
      const keep = (kept: (cell: DraftCell) => boolean): DraftRow => ({
        kind: 'values',
        cells: row.cells.map((cell) => (kept(cell) ? cell : covered('down'))),
      });
      return [keep((cell) => !tail.has(cell)), keep((cell) => tail.has(cell))];
    }
    return [
      { ...row, cells: row.cells.filter((cell) => !tail.has(cell)) },
      { kind: 'values' as const, cells: values.slice(cut) },
    ];
  });
  return { ...table, rows };
}

/** The values with those of some cells gone. */
function without(table: DraftTable, lost: readonly DraftRow['cells'][number][]): ReadonlyMap<SlotKey, number | null> {
  const values = new Map(table.values);
  for (const { slot } of lost) if (slot !== undefined) values.set(slotKey(slot), null);
  return values;
}

/** Rows that lost the cells at their ends. */
function ends(table: DraftTable, random: Random): DraftTable {
  const lost: DraftRow['cells'][number][] = [];
  const rows = table.rows.map((row) => {
    const { values } = shownOf(row);
    if (!isLabelled(row) || values.length < 3 || random() > 0.15) return row;
    const gone = values.slice(-1 - below(random, 2));
    lost.push(...gone);
    return { ...row, cells: row.cells.filter((cell) => !gone.includes(cell)) };
  });
  return { ...table, rows, values: without(table, lost) };
}

/** A page lost in the middle of a table, and a page number where it was. */
function cut(table: DraftTable, random: Random): DraftTable {
  const places = table.rows.flatMap((row, y) => (isLabelled(row) ? [y] : []));
  if (table.id !== 'applications' || places.length < 8) return table;
  const from = 1 + below(random, places.length - 6);
  const gone = new Set(places.slice(from, from + 1 + below(random, 5)));
  const rows = table.rows.flatMap((row, y) => {
    if (!gone.has(y)) return [row];
    return gone.has(y - 1) ? [] : [noteRow(`- ${2 + below(random, 8)} -`)];
  });
  const lost = [...gone].flatMap((y) => table.rows[y]?.cells ?? []);
  return { ...table, rows, values: without(table, lost) };
}

/** What tears a table's lines apart. */
export const rips: readonly Wreck[] = [
  { name: 'labels of rows apart from their values', shapes: everyLine, rows: tear },
  { name: 'labels adrift', shapes: wholeRows, rows: adrift },
  { name: 'values broken over two lines', shapes: wholeRows, rows: split },
  { name: 'ends of rows lost', shapes: everyLine, rows: ends },
  { name: 'a page lost', shapes: everyLine, rows: cut },
];
