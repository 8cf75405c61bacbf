import type { Report, Row, Section, Table, Value } from '../report/model.ts';
import { type Span, touches } from '../text/span.ts';

/** What of the tables and headings stands at an offset. */
export type Target =
  | { readonly kind: 'value'; readonly span: Span; readonly table: Table; readonly row: Row; readonly value: Value }
  | { readonly kind: 'label'; readonly span: Span; readonly table: Table; readonly row: Row }
  | { readonly kind: 'heading'; readonly span: Span; readonly section: Section };

/** The value cell, row label or section heading at an offset; right behind its last character counts. */
export function placeAt(report: Report, offset: number): Target | undefined {
  const section = report.sections.find(({ headingSpan }) => touches(headingSpan, offset));
  if (section !== undefined) return { kind: 'heading', span: section.headingSpan, section };
  for (const table of Object.values(report.tables)) {
    if (!touches(table.span, offset)) continue;
    for (const row of table.rows) {
      const value = row.values.find(({ cell }) => cell !== undefined && touches(cell.span, offset));
      if (value?.cell !== undefined) return { kind: 'value', span: value.cell.span, table, row, value };
      if (row.shape.head !== undefined && touches(row.label, offset))
        return { kind: 'label', span: row.label, table, row };
    }
  }
  return undefined;
}

/** The table at an offset. */
export function tableAt({ tables }: Report, offset: number): Table | undefined {
  return Object.values(tables).find(({ span }) => touches(span, offset));
}
