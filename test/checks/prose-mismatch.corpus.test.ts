import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze.ts';
import type { Finding } from '../../server/src/checks/check.ts';
import { bindingsOf } from '../../server/src/report/facts/statements/bindings.ts';
import type { Language } from '../../server/src/report/model.ts';
import { readReport } from '../../server/src/report/reading/read.ts';
import { corpusFolders, goldFiles } from '../support/gold.ts';

const folders = [fileURLToPath(new URL('../../samples', import.meta.url)), ...corpusFolders];
/** Reports whose numbers are right: of others the gold names the faults. */
const drafts = folders.flatMap(goldFiles).filter(({ gold }) => (gold.faults ?? []).length === 0);

function mismatches(text: string, language: Language): Finding[] {
  const analysis = analyze(text, language);
  return analysis.kind === 'other' ? [] : analysis.findings.filter(({ code }) => code === 'prose-mismatch');
}

describe.each(drafts)('numbers of the text in $name', ({ text, language }) => {
  it('agree with the tables and with each other', () => {
    expect(mismatches(text, language).map(({ message }) => message)).toEqual([]);
  });

  it('are found wherever one is changed', () => {
    const report = readReport(text, language);
    const numbers =
      report === undefined
        ? []
        : bindingsOf(report).filter(({ statement, state }) => state === 'holds' && statement.quantity !== undefined);
    for (const { span } of numbers) {
      const written = text.slice(span.start, span.end);
      const other = String(Number(written.normalize('NFKC').replace(/\s/g, '')) + 7777);
      const changed = text.slice(0, span.start) + other + text.slice(span.end);
      expect([written, mismatches(changed, language).map((finding) => finding.span.start)]).toEqual([
        written,
        expect.arrayContaining([span.start]),
      ]);
    }
  });
});
