import type { FormatId } from '../format/formats.ts';
import type { TableId } from '../format/schema.ts';
import type { HowRead, Report } from '../report/model.ts';
import type { Range } from '../text/lines.ts';

/** Rows of values by row id, in the format's order. */
export type Rows<T> = Record<string, (T | null)[]>;

/** A report as data: the `extract` part of the contract. */
export interface Extract {
  readonly title: string | null;
  readonly body: string | null;
  readonly year: number | null;
  /**
   * The id of the format that the tables are of, not of the one that the year asks for. Where they are of several, that of
   * the year if it is among them: each table's rows and columns are those of its own format, whatever stands here.
   */
  readonly format: FormatId;
  readonly sections: readonly { readonly number: number; readonly heading: string; readonly line: number }[];
  readonly tables: Record<TableId, Rows<number> | null>;
}

function rowsOf<T>(report: Report, id: TableId, pick: (value: PickedValue) => T | null): Rows<T> | null {
  const table = report.tables[id];
  if (table === undefined) return null;
  const rows: Rows<T> = {};
  for (const row of table.rows) {
    for (const value of row.values) {
      const values = rows[value.slot.row] ?? [];
      rows[value.slot.row] = values;
      values.push(pick(value));
    }
  }
  return rows;
}

type PickedValue = NonNullable<Report['tables'][TableId]>['rows'][number]['values'][number];

function tables<T>(report: Report, pick: (value: PickedValue) => T | null): Record<TableId, Rows<T> | null> {
  return {
    disclosure: rowsOf(report, 'disclosure', pick),
    applications: rowsOf(report, 'applications', pick),
    litigation: rowsOf(report, 'litigation', pick),
  };
}

/** The report as data: sections by number with lines from 1, tables as numbers (money in 万元), null where blank. */
export function extract(report: Report): Extract {
  return {
    title: report.title?.text ?? null,
    body: report.body ?? null,
    year: report.year ?? null,
    format: report.format,
    sections: report.sections.map((section) => ({
      number: section.format.number,
      heading: section.heading,
      line: section.line + 1,
    })),
    tables: tables(report, ({ amount }) => (amount.kind === 'number' ? amount.value : null)),
  };
}

/**
 * How the values were read that are not simply in their places, in the shape of the tables: null for all others. Tables
 * and rows that are certain in full are left out. An `open` value is null in the tables, though it stands in the draft.
 */
export function uncertain(report: Report): Partial<Record<TableId, Rows<Exclude<HowRead, 'exact'>>>> {
  const found = tables(report, ({ read }) => (read === 'exact' ? null : read));
  const left: Partial<Record<TableId, Rows<Exclude<HowRead, 'exact'>>>> = {};
  for (const table of Object.values(report.tables)) {
    const rows = Object.entries(found[table.format.id] ?? {}).filter(([, values]) =>
      values.some((how) => how !== null),
    );
    if (rows.length > 0) left[table.format.id] = Object.fromEntries(rows);
  }
  return left;
}

/** The places of the values, in the same shape as the tables: an LSP range, or null where the draft has no cell. */
export function locations(report: Report): Record<TableId, Rows<Range> | null> {
  return tables(report, ({ cell }) => (cell === undefined ? null : report.lines.rangeOf(cell.span)));
}
