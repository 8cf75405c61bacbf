import { formats } from './formats.ts';
import { type GridCell, gridOf } from './grid.ts';
import type { TableFormat } from './schema.ts';

/** A table's rows, those of its headers apart where they stand at its top only. */
export interface TableParts {
  readonly width: number;
  readonly head: readonly (readonly GridCell[])[];
  /** The other rows, by the block of rows that they belong to. */
  readonly bodies: readonly (readonly (readonly GridCell[])[])[];
}

/**
 * The official layout of a table for a form that repeats headers on each page. Table 2 has headers of their own over
 * each of its blocks: they stay with them.
 */
export function tableParts(format: TableFormat): TableParts {
  const { width, rows } = gridOf(format);
  const bodies: (readonly GridCell[])[][] = [];
  let before = false;
  for (const row of rows) {
    const header = isHeader(row);
    if (bodies.length === 0 || (header && !before)) bodies.push([]);
    bodies[bodies.length - 1]?.push(row);
    before = header;
  }
  const [only, ...others] = bodies;
  if (only === undefined || others.length > 0) return { width, head: [], bodies };
  return { width, head: only.filter(isHeader), bodies: [only.filter((row) => !isHeader(row))] };
}

function isHeader(row: readonly GridCell[]): boolean {
  return row.every(({ kind }) => kind === 'caption' || kind === 'header');
}

/** The name of a table, for who does not see it: `表三 收到和处理政府信息公开申请情况`. */
export function captionOf(table: TableFormat): string {
  const format = formats.find(({ tables }) => tables.includes(table));
  const title = format?.sections.find(({ number }) => number === table.section)?.title ?? '';
  return `${table.name} ${title}`;
}

/** The captions of all statutory tables, as they are written. */
export const captions: ReadonlySet<string> = new Set(formats.flatMap(({ tables }) => tables.map(captionOf)));

/** Rows of cells, the shorter ones filled up with blank cells. */
export function evened(rows: readonly (readonly string[])[]): string[][] {
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  return rows.map((row) => [...row, ...new Array<string>(width - row.length).fill('')]);
}

/** Shares of the three label columns of table 3 in its width; its other columns, and those of other tables, are alike. */
export const labelShares = [0.08, 0.12, 0.27] as const;

/** The shares of a table's columns in its width. */
export function columnShares({ id }: TableFormat, width: number): number[] {
  const labels = id === 'applications' ? labelShares : [];
  const left = 1 - labels.reduce((sum, share) => sum + share, 0);
  return Array.from({ length: width }, (_, i) => labels[i] ?? left / (width - labels.length));
}
