import { slotKey } from '../../server/src/format/shape.ts';
import { type Damage, gridded, onRows, onTables } from './damage.ts';
import { covered, type DraftCell, type DraftRow } from './draft.ts';
import { below, type Random, some } from './random.ts';

const EMPTY: DraftCell = covered('down');

/** Whether a cell shows nothing. */
function isEmpty(cell: DraftCell | undefined): boolean {
  return cell !== undefined && cell.text.replace(/[\s\u200b]|&nbsp;|&#12288;/g, '') === '';
}

/** Whether a row's first and last value are written, or none: then its blank edges cannot be taken for values. */
function isAnchored(row: DraftRow): boolean {
  const values = row.cells.filter((cell) => cell.kind === 'value');
  return values.every(isEmpty) || (!isEmpty(values[0]) && !isEmpty(values[values.length - 1]));
}

/**
 * Whether a row's last value is written, or none. Between slid rows the grid no longer tells a row that begins with a
 * blank from one that was cut.
 */
function hasEnd(row: DraftRow): boolean {
  const values = row.cells.filter((cell) => cell.kind === 'value');
  return values.every(isEmpty) || !isEmpty(values[values.length - 1]);
}

function labelled(row: DraftRow): boolean {
  return row.kind === 'values' && row.cells.some((cell) => cell.kind === 'label');
}

function shift(
  name: string,
  test: (row: DraftRow) => boolean,
  change: (cells: readonly DraftCell[]) => readonly DraftCell[],
  suits: (rows: readonly DraftRow[]) => boolean = () => true,
): Damage {
  return {
    name,
    kind: 'cells',
    shapes: gridded,
    apply: onRows((rows, random) => {
      if (!suits(rows)) return rows;
      const chosen = new Set(
        some(
          random,
          rows.filter((row) => labelled(row) && test(row)),
          0.2,
        ),
      );
      return rows.map((row) => (chosen.has(row) ? { ...row, cells: change(row.cells) } : row));
    }),
  };
}

function slide(cells: readonly DraftCell[]): readonly DraftCell[] {
  const moved = cells.filter((cell) => cell.kind === 'right');
  return [...cells.filter((cell) => cell.kind !== 'right'), ...moved.map(() => EMPTY)];
}

/** 商业企业 in two cells: `商业` and `企业`. */
function splitHeader(cells: readonly DraftCell[], random: Random): readonly DraftCell[] {
  const columns = cells.filter((cell) => cell.kind === 'header' && cell.colspan === 1 && cell.text.length === 4);
  const split = columns[below(random, columns.length)];
  return cells.flatMap((cell) =>
    cell === split
      ? [
          { ...cell, text: cell.text.slice(0, 2) },
          { ...cell, text: cell.text.slice(2) },
        ]
      : [cell],
  );
}

/** What lost and added cells do to rows. */
export const shifts: readonly Damage[] = [
  shift(
    'leading blank cell lost',
    (row) => isEmpty(row.cells[0]) && row.cells[0]?.kind === 'down' && isAnchored(row),
    (cells) => cells.slice(1),
  ),
  shift('leading blank cell added', isAnchored, (cells) => [EMPTY, ...cells]),
  shift(
    'trailing blank cell lost',
    (row) => isEmpty(row.cells[row.cells.length - 1]),
    (cells) => cells.slice(0, -1),
  ),
  shift(
    'trailing blank cell added',
    () => true,
    (cells) => [...cells, EMPTY],
  ),
  shift('covered places slid behind the values', isAnchored, slide, (rows) =>
    rows.every((row) => !labelled(row) || hasEnd(row)),
  ),
  {
    name: 'column label in two cells',
    kind: 'cells',
    shapes: ['pipe', 'tab', 'word', 'pipe-end'],
    apply: onTables((table, random) =>
      table.id !== 'applications'
        ? table
        : {
            ...table,
            rows: table.rows.map((row) =>
              row.kind === 'header' && row.cells.some((cell) => cell.text === '商业企业')
                ? { ...row, cells: splitHeader(row.cells, random) }
                : row,
            ),
          },
    ),
  },
  {
    name: 'numerals in cells of their own',
    kind: 'cells',
    shapes: ['pipe', 'tab', 'word', 'pipe-end', 'html', 'lines'],
    apply: onRows((rows) =>
      rows.map((row) => {
        const [label, place, ...rest] = row.cells;
        const match = label?.kind === 'label' ? /^([一二]、)(.+)$/.exec(label.text) : null;
        if (label === undefined || place?.kind !== 'right' || match === null) return row;
        const numeral: DraftCell = { ...label, text: match[1] ?? '', colspan: 1 };
        const words: DraftCell = { ...label, text: match[2] ?? '', colspan: label.colspan - 1 };
        return { ...row, cells: [numeral, words, ...rest] };
      }),
    ),
  },
  {
    name: 'table 4 cut short',
    kind: 'cells',
    shapes: gridded,
    apply: onTables((table, random) => {
      const last = table.rows[table.rows.length - 1];
      const group = last?.cells.filter((cell) => cell.slot?.row === 'afterReview') ?? [];
      // Only zeros may be lost: what is left must still balance where it stands.
      const idle = group.every((cell) => cell.slot !== undefined && (table.values.get(slotKey(cell.slot)) ?? 0) === 0);
      if (table.id !== 'litigation' || last === undefined || group.length === 0 || !idle) return table;
      const lost = 1 + below(random, 4);
      const values = new Map(table.values);
      for (const { slot } of last.cells.slice(-lost)) if (slot !== undefined) values.set(slotKey(slot), null);
      const short = { ...last, cells: last.cells.slice(0, -lost) };
      return { ...table, values, rows: [...table.rows.slice(0, -1), short] };
    }),
  },
];
