import { toldBy } from '../../format/evidence.ts';
import { type FormatId, formats, tableOf } from '../../format/formats.ts';
import { isTwin } from '../../format/labels.ts';
import type { TableFormat, TableId } from '../../format/schema.ts';
import { leaves, rowShapes } from '../../format/shape.ts';
import { once } from '../../text/memo.ts';
import { type AnchoredTable, isFilled } from './anchored.ts';

/** What is known of a table's format before its labels are looked at. */
export interface Likely {
  /** The likeliest formats, first of all that of the other tables; where labels allow several, the first of these wins. */
  readonly formats: readonly [FormatId, ...FormatId[]];
  /** The one that a table is said to be of where it is the same in several. */
  readonly named: FormatId;
  /** Those that may be told by what is not in a table: there were no others when the draft was written. */
  readonly open: readonly FormatId[];
}

/** The formats that some tables can be of: by their labels, else by the order of their rows, else any. */
export function formatsTold(found: readonly AnchoredTable[]): readonly FormatId[] {
  const told = toldBy(found.flatMap(({ evidence }) => evidence));
  if (told.length > 0) return told;
  const byRows = formats.filter(({ tables }) => tables.some((table) => isToldByRows(table, found)));
  return (byRows.length > 0 ? byRows : formats).map(({ id }) => id);
}

/**
 * Whether the order of the rows speaks for a format's table. A row of values that other formats have as a group is told
 * by the row right behind it: （六）其他处理 with the total behind it; of a group rows of its own come between.
 */
function isToldByRows(table: TableFormat, found: readonly AnchoredTable[]): boolean {
  const pairs = twinsOf(table);
  if (pairs.length === 0) return false;
  const rows = found.flatMap((anchored) => (anchored.table === table.id ? anchored.rows : []));
  return pairs.some(([id, next]) => {
    const at = rows.findIndex((row) => row.kind !== 'unknown' && row.id === id);
    return at >= 0 && rows[at + 1]?.id === next;
  });
}

/** The rows of a table that are groups in another format, each with the row behind it. */
const twinsOf: (table: TableFormat) => readonly (readonly [id: string, next: string])[] = once((table) => {
  const shapes = rowShapes(table);
  return shapes.flatMap(({ id }, i) => {
    const next = shapes[i + 1]?.id;
    return next !== undefined && isTwin(table.id, id) ? [[id, next] as const] : [];
  });
});

/** The format of one table, which pages may have cut into several. */
export function formatOfTable(id: TableId, parts: readonly AnchoredTable[], likely: Likely): FormatId {
  const format = formatBy(id, parts, likely);
  return tableOf(likely.named, id) === tableOf(format, id) ? likely.named : format;
}

/**
 * The format that a table's labels tell. Where they leave it open between the likeliest one and another, the other one
 * is told by what is not there: the table is whole in it, and has nothing of what the likeliest one has besides.
 */
function formatBy(id: TableId, parts: readonly AnchoredTable[], likely: Likely): FormatId {
  const told = formatsTold(parts);
  const first = likely.formats.find((format) => told.includes(format)) ?? told[0] ?? likely.formats[0];
  const others = told.filter((format) => format !== first && likely.open.includes(format));
  if (others.length === 0) return first;
  const found = labelsFound(parts);
  return (
    others.findLast((format) => found !== undefined && isWhole(tableOf(format, id), tableOf(first, id), found)) ?? first
  );
}

/** Whether all that tells a table from a rival, and every row, is among the labels found, and nothing of the rival alone. */
function isWhole(table: TableFormat, rival: TableFormat, found: ReadonlySet<string>): boolean {
  const own = labelsWanted(table);
  const others = labelsWanted(rival);
  return (
    [...others].some((key) => !own.has(key)) &&
    [...others].every((key) => own.has(key) || !found.has(key)) &&
    [...own].every((key) => found.has(key) || (key.startsWith('column') && others.has(key)))
  );
}

/** Keys of a table's rows and columns. */
const labelsWanted: (table: TableFormat) => ReadonlySet<string> = once(
  (table) =>
    new Set(
      table.blocks.flatMap(({ caption, rows, columns }) => [
        ...leaves(rows).map(({ head }) => `row ${head.id}`),
        ...leaves(columns).map(({ head }) => `column ${caption?.id} ${head.id}`),
      ]),
    ),
);

/** Keys of the rows and columns that were found; undefined where there are others that no format has. */
function labelsFound(tables: readonly AnchoredTable[]): ReadonlySet<string> | undefined {
  const rows = tables.flatMap((table) => table.rows);
  const columns = tables.flatMap((table) => table.columns);
  const strange =
    rows.some((row) => row.kind === 'unknown' && isFilled(row)) || columns.some(({ id }) => id === undefined);
  if (strange) return undefined;
  return new Set([
    ...rows.flatMap(({ kind, id }) => (kind === 'row' ? [`row ${id}`] : [])),
    ...columns.map(({ caption, id }) => `column ${caption} ${id}`),
  ]);
}
