import { describe, expect, it } from 'vitest';
import { type TokenKind, tokensOf } from '../../server/src/features/tokens.ts';
import { newReportText } from '../../server/src/writing/newReport.ts';
import { reportIn } from '../support/check.ts';
import { colour } from '../support/grammar.ts';
import { type RightReport, rightReport } from '../support/rightReports.ts';

/** What a grammar calls that which the server calls so; a grammar cannot know which column is a total. */
const scopeOf: Readonly<Record<TokenKind, RegExp>> = {
  heading: /^entity\.name\.section\.nianbao$/,
  label: /^entity\.name\.tag\.label\.nianbao$/,
  value: /^constant\.numeric\.value\.nianbao$/,
  total: /^constant\.numeric\.(?:value|total)\.nianbao$/,
  placeholder: /^invalid\.deprecated\.placeholder\.nianbao$/,
};

const names: readonly RightReport[] = ['department', 'government', 'trial'];
const drafts = (['markdown', 'plaintext'] as const).flatMap((language) => [
  ...names.map((name) => ({ name: `report ${name}`, language, text: rightReport(name, language) })),
  {
    name: 'new report',
    language,
    text: newReportText({ body: '', kind: 'government', year: 2025, language }),
  },
]);

describe('what the server knows as headings, labels, values and placeholders', () => {
  it.each(drafts)('the grammar colours before it: $name, $language', async ({ text, language }) => {
    const report = reportIn(text, language);
    const pieces = await colour(language === 'markdown' ? 'text.html.markdown' : 'text.nianbao', text);
    const tokens = tokensOf(report);
    const wrong = tokens.flatMap(({ kind, span }) => {
      const written = text.slice(span.start, span.end).trim();
      // In Markdown the numeral of a heading is Markdown's own.
      const sought = kind === 'heading' && language === 'markdown' ? written.replace(/^.、/, '') : written;
      const line = report.lines.lineAt(span.start);
      const found = pieces.some(
        (piece) =>
          piece.line === line && piece.text === sought && piece.scopes.some((scope) => scopeOf[kind].test(scope)),
      );
      return found ? [] : [`${kind} ${written}`];
    });
    expect(wrong).toEqual([]);
    expect(new Set(tokens.map(({ kind }) => kind)).size).toBeGreaterThan(2);
  });
});
