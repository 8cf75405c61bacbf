import { type Damage, gridded, onRows, onTables } from './damage.ts';
import { covered, type DraftCell, type DraftRow, type DraftTable } from './draft.ts';
import type { Shape } from './layouts.ts';
import { below, pick, type Random, some } from './random.ts';

const torn: readonly Shape[] = ['pipe', 'tab', 'word'];
const paged: readonly Shape[] = ['pipe', 'tab', 'word', 'columns', 'spaces'];

const BREAK: DraftRow = { kind: 'break', cells: [] };
const blankOf = (cell: DraftCell): DraftCell => ({ ...covered(cell.kind === 'right' ? 'right' : 'down') });

function labelAt(row: DraftRow): number {
  return row.cells.findLastIndex((cell) => cell.kind === 'label');
}

/** Whether a row's label is long enough to be torn. */
function isTearable(row: DraftRow): boolean {
  const label = row.cells[labelAt(row)];
  return row.kind === 'values' && label !== undefined && label.text.trim().length >= 6;
}

/** Tears a row's label in two lines; its values stay beside the head, or beside the tail. */
function tearRow(row: DraftRow, random: Random, gap: readonly DraftRow[]): DraftRow[] {
  const at = labelAt(row);
  const label = row.cells[at];
  if (label === undefined) return [row];
  const cut = 3 + below(random, label.text.length - 3);
  const head = label.text.slice(0, cut).trimEnd();
  const tail = label.text.slice(cut).trimStart();
  if (tail === '') return [row];
  const low = random() < 0.3;
  const half = (text: string, values: boolean): DraftRow => ({
    kind: 'values',
    cells: row.cells.map((cell, i) => {
      if (i === at) return { ...cell, text };
      return cell.kind === 'value' ? (values ? cell : blankOf(cell)) : text === head ? cell : blankOf(cell);
    }),
  });
  return [half(head, !low), ...gap, half(tail, low)];
}

function tear(name: string, gap: readonly DraftRow[], shapes: readonly Shape[]): Damage {
  return {
    name,
    kind: 'lines',
    shapes,
    apply: onRows((rows, random) => {
      const chosen = new Set(some(random, rows.filter(isTearable), 0.12));
      return rows.flatMap((row) => (chosen.has(row) ? tearRow(row, random, gap) : [row]));
    }),
  };
}

/** Rows under a group label in a column: where its tail or its repetition can stand. */
function rowsUnder(rows: readonly DraftRow[], at: number, x: number): number[] {
  const under: number[] = [];
  for (let y = at + 1; y < rows.length; y++) {
    const cell = rows[y]?.cells[x];
    if (rows[y]?.kind !== 'values' || cell?.kind !== 'down') break;
    under.push(y);
  }
  return under;
}

interface GroupPlace {
  readonly y: number;
  readonly x: number;
  readonly under: readonly number[];
}

function groupsOf(rows: readonly DraftRow[]): GroupPlace[] {
  return rows.flatMap((row, y) =>
    row.cells.flatMap((cell, x) => {
      if (cell.kind !== 'label' || cell.rowspan < 2 || cell.text === '') return [];
      return [{ y, x, under: rowsUnder(rows, y, x) }];
    }),
  );
}

function put(rows: readonly DraftRow[], y: number, x: number, text: string): DraftRow[] {
  return rows.map((row, at) =>
    at === y ? { ...row, cells: row.cells.map((cell, i) => (i === x ? { ...cell, text } : cell)) } : row,
  );
}

/** Group labels whose tail stands on the next page: `三、 本年度办` … `理结果`. */
const tornGroups: Damage = {
  name: 'group labels torn over a page break',
  kind: 'lines',
  shapes: torn,
  apply: onRows((rows, random) => {
    let result = [...rows];
    const breaks = new Set<number>();
    for (const { y, x, under } of groupsOf(rows)) {
      const text = result[y]?.cells[x]?.text ?? '';
      if (under.length === 0 || text.length < 4 || random() < 0.4) continue;
      const cut = 3 + below(random, text.length - 3);
      const next = pick(random, under);
      result = put(put(result, y, x, text.slice(0, cut)), next, x, text.slice(cut));
      breaks.add(next);
    }
    return result.flatMap((row, y) => (breaks.has(y) ? [BREAK, row] : [row]));
  }),
};

const missingGroups: Damage = {
  name: 'group labels missing',
  kind: 'lines',
  shapes: ['pipe', 'tab', 'word', 'html', 'pipe-end', 'columns'],
  apply: onRows((rows, random) =>
    groupsOf(rows).reduce<readonly DraftRow[]>(
      (result, { y, x }) => (random() < 0.5 ? put(result, y, x, '') : result),
      rows,
    ),
  ),
};

const missingSpans: Damage = {
  name: 'labels over several columns missing',
  kind: 'lines',
  shapes: ['pipe', 'tab', 'word', 'html', 'pipe-end', 'columns'],
  apply: onTables((table) => {
    // In table 4 they are all that tells the groups apart, in table 2 there are none.
    if (table.id !== 'applications') return table;
    const rows = table.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) =>
        cell.kind === 'header' && cell.colspan > 1 && cell.rowspan === 1 ? { ...cell, text: '' } : cell,
      ),
    }));
    return { ...table, rows };
  }),
};

const repeatedGroups: Damage = {
  name: 'group labels repeated',
  kind: 'lines',
  shapes: gridded,
  apply: onRows((rows, random) => {
    const all = random() < 0.5;
    let result = rows;
    for (const { y, x, under } of groupsOf(rows)) {
      const text = rows[y]?.cells[x]?.text ?? '';
      for (const next of under) if (all || random() < 0.2) result = put(result, next, x, text);
    }
    return result;
  }),
};

/** The header over a row of values: back to the caption or the table's first line. */
function headerOf(rows: readonly DraftRow[], y: number): readonly DraftRow[] {
  let end = y;
  while (end > 0 && rows[end - 1]?.kind !== 'header') end--;
  let start = end;
  while (start > 0 && rows[start - 1]?.kind === 'header') start--;
  return rows.slice(start, end);
}

function note(text: string): DraftRow {
  return { kind: 'note', cells: [{ kind: 'label', text, colspan: 1, rowspan: 1 }] };
}

function pageBreaks(name: string, withHeader: boolean, shapes: readonly Shape[]): Damage {
  return {
    name,
    kind: 'lines',
    shapes,
    apply: onTables((table: DraftTable, random) => {
      if (table.id === 'litigation') return table;
      const places = table.rows.flatMap((row, y) => (row.kind === 'values' && y > 0 ? [y] : []));
      const chosen = new Set(some(random, places, table.id === 'applications' ? 0.06 : 0.1));
      const page = note(pick(random, ['- 3 -', '—4—', '5', '第 6 页', '- 12 -']));
      const rows = table.rows.flatMap((row, y) => {
        if (!chosen.has(y)) return [row];
        const [first, ...rest] = withHeader ? headerOf(table.rows, y) : [];
        const again = first === undefined ? [] : [{ ...first, again: true }, ...rest];
        return [BREAK, page, BREAK, ...again, row];
      });
      return { ...table, rows };
    }),
  };
}

const emptyRows: Damage = {
  name: 'empty rows between rows',
  kind: 'lines',
  shapes: ['pipe', 'tab', 'html'],
  apply: onRows((rows, random) =>
    rows.flatMap((row) =>
      random() < 0.1 && row.kind === 'values'
        ? [row, { kind: 'values' as const, cells: row.cells.map((cell) => blankOf({ ...cell, kind: 'down' })) }]
        : [row],
    ),
  ),
};

const emptyLines: Damage = {
  name: 'empty lines between rows',
  kind: 'lines',
  shapes: ['pipe', 'tab', 'columns', 'spaces'],
  apply: onRows((rows, random) => rows.flatMap((row, y) => (y > 0 && random() < 0.1 ? [BREAK, row] : [row]))),
};

/** What page breaks and lost borders do to the lines of a table. */
export const tears: readonly Damage[] = [
  tear('labels torn over a page break', [BREAK], torn),
  tear('labels torn over two rows', [], torn),
  tornGroups,
  missingGroups,
  missingSpans,
  repeatedGroups,
  pageBreaks('header repeated after a page number', true, paged),
  pageBreaks('page number between rows', false, paged),
  emptyRows,
  emptyLines,
];
