import { type GridCell, gridOf } from '../format/layout.ts';
import type { TableFormat } from '../format/schema.ts';

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
