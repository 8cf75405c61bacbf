import { describe, expect, it } from 'vitest';
import type { Finding } from '../../server/src/checks/check.ts';
import { checkProse } from '../../server/src/checks/prose-mismatch.ts';
import { bindingsOf } from '../../server/src/report/facts/statements/bindings.ts';
import type { Report } from '../../server/src/report/model.ts';
import { reportIn } from '../support/check.ts';
import { corpusFolders, goldFiles, samplesFolder } from '../support/gold.ts';

const folders = [samplesFolder, ...corpusFolders];
/** Reports whose numbers are right: of others the gold names the faults. */
const drafts = folders.flatMap(goldFiles).filter(({ gold }) => (gold.faults ?? []).length === 0);

function mismatches(report: Report): readonly Finding[] {
  return [...checkProse.run(report)];
}

describe.each(drafts)('numbers of the text in $name', ({ text, language }) => {
  it('agree with the tables and with each other', () => {
    expect(mismatches(reportIn(text, language)).map(({ message }) => message)).toEqual([]);
  });

  it('are found wherever one is changed', () => {
    const numbers = bindingsOf(reportIn(text, language)).filter(
      ({ statement, state }) => state === 'holds' && statement.quantity !== undefined,
    );
    for (const { span } of numbers) {
      const written = text.slice(span.start, span.end);
      const other = String(Number(written.normalize('NFKC').replace(/\s/g, '')) + 7777);
      const changed = text.slice(0, span.start) + other + text.slice(span.end);
      expect([written, mismatches(reportIn(changed, language)).map((finding) => finding.span.start)]).toEqual([
        written,
        expect.arrayContaining([span.start]),
      ]);
    }
  });
});
