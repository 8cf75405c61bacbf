import { extract, uncertain } from '../../server/src/analysis/extract.ts';
import { readReport } from '../../server/src/report/reading/read.ts';
import type { Dress, Written } from './document.ts';
import { type Draft, draftOf, expectedRows } from './draft.ts';
import type { Layout } from './layouts.ts';
import type { BalancedReport } from './report.ts';
import { filled } from './values.ts';

/** What a reading must give. */
export interface Expected {
  readonly body: string;
  readonly year: number;
  readonly format: string;
  readonly sections: Written['sections'];
  readonly tables: Readonly<Record<string, Readonly<Record<string, readonly (number | null)[]>> | null>>;
}

/** The report as that layout can carry it: without blanks where they leave no trace. */
export function fitting(report: BalancedReport, layout: Layout): BalancedReport {
  return layout.blanks ? report : { ...report, tables: filled(report.tables) };
}

/** What must be read from a draft once it is written. */
export function expectedOf(draft: Draft, written: Written): Expected {
  const { body, year, format } = draft.report;
  const tables: Record<string, Record<string, (number | null)[]> | null> = {
    disclosure: null,
    applications: null,
    litigation: null,
  };
  for (const table of draft.tables) tables[table.id] = expectedRows(table);
  return { body, year, format, sections: written.sections, tables };
}

function differences(path: string, right: unknown, read: unknown, found: string[]): void {
  if (Object.is(right, read)) return;
  if (typeof right === 'object' && right !== null && typeof read === 'object' && read !== null) {
    const rightEntries = new Map<string, unknown>(Object.entries(right));
    const readEntries = new Map<string, unknown>(Object.entries(read));
    if (Array.isArray(right) && right.every((item) => typeof item !== 'object' || item === null)) {
      if (JSON.stringify(right) !== JSON.stringify(read)) {
        found.push(`${path}: right ${JSON.stringify(right)}, read ${JSON.stringify(read)}`);
      }
      return;
    }
    for (const key of new Set([...rightEntries.keys(), ...readEntries.keys()])) {
      differences(`${path}.${key}`, rightEntries.get(key), readEntries.get(key), found);
    }
    return;
  }
  found.push(`${path}: right ${JSON.stringify(right)}, read ${JSON.stringify(read)}`);
}

/** How a reading differs from what is right, one line a difference; empty where it does not. */
export function misreadings(text: string, layout: Pick<Layout, 'language' | 'narrow'>, right: Expected): string[] {
  const report = readReport(text, layout.language);
  if (report === undefined) return ['not taken for a report'];
  const { body, year, format, sections, tables } = extract(report);
  const open = layout.narrow === true ? uncertain(report) : {};
  const found: string[] = [];
  // A browser shows a run of spaces as one.
  const collapse = (heading: string): string =>
    layout.language === 'html' ? heading.replace(/[ \t\n]+/g, ' ') : heading;
  const expected = {
    ...right,
    sections: right.sections.map((section) => ({ ...section, heading: collapse(section.heading) })),
    tables: withoutOpen(right.tables, open),
  };
  differences('report', expected, { body, year, format, sections, tables }, found);
  return found;
}

/** Values that are right, without those that were left open. */
function withoutOpen(tables: Expected['tables'], open: ReturnType<typeof uncertain>): Expected['tables'] {
  const how = new Map<string, Readonly<Record<string, readonly (string | null)[]>>>(Object.entries(open));
  const rowsOf = (id: string, rows: NonNullable<Expected['tables'][string]>) =>
    Object.entries(rows).map(([row, values]) => [
      row,
      values.map((value, i) => (how.get(id)?.[row]?.[i] === 'open' ? null : value)),
    ]);
  return Object.fromEntries(
    Object.entries(tables).map(([id, rows]) => [id, rows === null ? null : Object.fromEntries(rowsOf(id, rows))]),
  );
}

/** Writes a draft in a layout and reads it back; throws with the differences and the text where it is read wrong. */
export function assertReadBack(draft: Draft, layout: Layout, dress: Dress, what: string): void {
  const written = layout.write(draft, dress);
  const found = misreadings(written.text, layout, expectedOf(draft, written));
  if (found.length > 0) {
    throw new Error(`${what}\n${found.slice(0, 12).join('\n')}\n--- text ---\n${written.text}`);
  }
}

/** The draft of a report in the form that a layout can carry. */
export function draftFor(report: BalancedReport, layout: Layout): Draft {
  return draftOf(fitting(report, layout));
}
