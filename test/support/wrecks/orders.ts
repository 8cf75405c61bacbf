import { covered, type DraftRow, type DraftTable } from '../draft.ts';
import type { Shape } from '../layouts.ts';
import { below, pick, type Random } from '../random.ts';
import { isLabelled, noteRow, type Shown, shownOf, type Wreck } from '../wreck.ts';

/** All labels first, then all lines of values. */
function labelsFirst(table: DraftTable, _random: Random, shape: Shape): DraftTable {
  if (!table.rows.some(isLabelled)) return table;
  const headers = table.rows.filter((row) => row.kind !== 'values');
  const values = table.rows.filter((row) => row.kind === 'values');
  const labels = values.flatMap((row) => shownOf(row).labels.map(noteRow));
  return { ...table, rows: [...headers, ...labels, ...valueRows(values, shape)] };
}

function valueRows(rows: readonly DraftRow[], shape: Shape): DraftRow[] {
  return rows.map((row, i) => ({
    kind: 'values',
    again: i === 0,
    cells:
      shape === 'columns'
        ? row.cells.map((cell) => (cell.kind === 'value' ? cell : covered('down')))
        : shownOf(row).values,
  }));
}

/** A block of rows as a reader of pages gives it that goes down each column before it takes the next. */
function columnsOf(block: readonly Shown[]): string {
  const width = Math.max(...block.map(({ values }) => values.length));
  return Array.from({ length: width }, (_, x) => block.map(({ values }) => values[x]?.text ?? '').join('\n')).join(
    '\n\n',
  );
}

/** A page read column by column in blocks of some rows; labels stand before their block, behind it, or later. */
function columnwise(table: DraftTable, random: Random): string {
  const parts: string[] = [];
  let late: string[] = [];
  const flush = (): void => {
    if (late.length > 0) parts.push(late.join('\n'));
    late = [];
  };
  for (let y = 0; y < table.rows.length; ) {
    const row = table.rows[y];
    if (row === undefined || !isLabelled(row)) {
      flush();
      parts.push(row?.cells.flatMap(({ text }) => (text === '' ? [] : [text])).join('\n\n') ?? '');
      y++;
      continue;
    }
    const width = shownOf(row).values.length;
    const block: Shown[] = [];
    for (let left = pick(random, [1, 1, 1, 2, 5, 9]); left > 0; left--, y++) {
      const next = table.rows[y];
      if (next === undefined || !isLabelled(next) || shownOf(next).values.length !== width) break;
      block.push(shownOf(next));
    }
    const labels = block.flatMap((shown) => shown.labels);
    const place = below(random, 3);
    if (place === 0) parts.push(labels.join('\n'));
    parts.push(columnsOf(block));
    flush();
    if (place > 0) late = labels;
    if (place === 1) flush();
    if (random() < 0.1) parts.push(`-${2 + below(random, 7)}-`);
  }
  flush();
  return parts.join('\n\n');
}

/** What reads a page in another order than its rows'. */
export const orders: readonly Wreck[] = [
  { name: 'all labels before all values', shapes: ['pipe', 'tab', 'spaces', 'columns'], rows: labelsFirst },
  { name: 'page read column by column', shapes: ['lines'], blanksLost: true, table: columnwise },
];
