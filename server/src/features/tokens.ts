import { PLACEHOLDER } from '../format/phrases.ts';
import type { Report } from '../report/model.ts';
import type { Span } from '../text/span.ts';

/** Kinds of semantic tokens, in the order of the legend. */
export const tokenKinds = ['heading', 'label', 'value', 'total', 'placeholder'] as const;

export type TokenKind = (typeof tokenKinds)[number];

/** A part of the text with its kind; never over a line's end, in the order of the text, without overlaps. */
export interface Token {
  readonly kind: TokenKind;
  readonly span: Span;
}

/** What a report's words are: section headings, row labels, values, totals, places that are still to be filled. */
export function tokensOf(report: Report): Token[] {
  const tokens: Token[] = report.sections.map(({ headingSpan }) => ({ kind: 'heading', span: headingSpan }));
  for (const table of Object.values(report.tables)) {
    for (const row of table.rows) {
      if (row.shape.head !== undefined) tokens.push({ kind: 'label', span: row.label });
      for (const { slot, cell } of row.values) {
        if (cell === undefined || cell.text === '') continue;
        const isTotal = slot.column === 'total' || slot.row === 'total';
        tokens.push({ kind: isTotal ? 'total' : 'value', span: cell.span });
      }
    }
  }
  for (const { index, 0: text } of report.text.matchAll(PLACEHOLDER)) {
    tokens.push({ kind: 'placeholder', span: { start: index, end: index + text.length } });
  }
  const { lines } = report;
  let last = -1;
  return tokens
    .filter(({ span }) => span.end > span.start && lines.lineAt(span.start) === lines.lineAt(span.end))
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
    .filter(({ span }) => {
      if (span.start < last) return false;
      last = span.end;
      return true;
    });
}
