import { tableOf } from '../../server/src/format/formats.ts';
import { slotKey } from '../../server/src/format/shape.ts';
import { standardTable } from '../../server/src/writing/write.ts';
import { readText } from './conformance.ts';
import { rightReport } from './rightReports.ts';

/** Figures of a table and what is expected of them: a file of `conformance/figures`. */
export interface Figures {
  readonly about: string;
  readonly format: '2019' | '2021';
  readonly table: 'applications' | 'litigation';
  /** By `row/column`: what is not named holds 0, `null` is a blank cell. */
  readonly cells: Readonly<Record<string, number | null>>;
  /** Ids of the relations that fail, sorted. */
  readonly fails: readonly string[];
  /** The one cell that explains them all, where there is one. */
  readonly suspect?: { readonly cell: string; readonly expected: number };
}

/** A relation: the cells on the left add up to those on the right; it cannot fail while its total is blank. */
interface Relation {
  readonly id: string;
  readonly left: readonly string[];
  readonly right: readonly string[];
  readonly total: string;
}

/** A file of figures. */
export function readFigures(path: string): Figures {
  return JSON.parse(readText(path));
}

/** The relations that fail, sorted, by nothing but the data: what another program would compute. */
export function failing({ format, table, cells }: Figures): readonly string[] {
  const relations: Readonly<Record<string, readonly Relation[]>> = JSON.parse(readText('relations.json'));
  const sum = (names: readonly string[]): number => names.reduce((all, name) => all + (cells[name] ?? 0), 0);
  return (relations[format] ?? [])
    .filter(({ id }) => id.startsWith(`${table}.`))
    .filter(({ left, right, total }) => cells[total] !== null && sum(left) !== sum(right))
    .map(({ id }) => id)
    .sort();
}

/** A report whose table holds the figures; the rest of it is a right report of the format. */
export function reportWith({ format, table, cells }: Figures): string {
  const text = rightReport(format === '2021' ? 'department' : 'trial', 'markdown');
  const data = tableOf(format, table);
  const written = standardTable(data, 'markdown', (slot) => {
    const value = cells[slotKey(slot)];
    return value === null ? '' : String(value ?? 0);
  });
  const headings = [...text.matchAll(/^## .*$/gm)];
  const from = headings[data.section - 1];
  const to = headings[data.section];
  if (from === undefined || to === undefined) throw new Error(`no section ${data.section}`);
  return `${text.slice(0, from.index)}${from[0]}\n\n${written}\n\n${text.slice(to.index)}`;
}
