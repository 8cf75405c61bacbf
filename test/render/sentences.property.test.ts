import * as fc from 'fast-check';
import { describe, it } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze.ts';
import { bindingsOf } from '../../server/src/report/facts/statements/bindings.ts';
import { readReport } from '../../server/src/report/reading/read.ts';
import { applicationsParagraph } from '../../server/src/writing/sentences.ts';
import { plain } from '../support/document.ts';
import { draftOf } from '../support/draft.ts';
import { layouts } from '../support/layouts.ts';
import type { BalancedReport } from '../support/report.ts';
import { rightReportArb } from '../support/rightProse.ts';
import { runs } from '../support/runs.ts';

const [layout] = layouts;

function textOf(report: BalancedReport): string {
  const written = layout?.write(draftOf(report), plain).text;
  if (written === undefined) throw new Error('no layout to write in');
  return written;
}

describe('the paragraph that is written from the tables', () => {
  it('is read back as what the tables say', () => {
    fc.assert(
      fc.property(rightReportArb, (right) => {
        const read = readReport(textOf(right), 'markdown');
        const paragraph = read === undefined ? undefined : applicationsParagraph(read);
        if (paragraph === undefined) throw new Error('no paragraph');
        const sections = right.sections.map((section) =>
          section.number === 1 ? { ...section, paragraphs: [`（二）依申请公开。${paragraph}`] } : section,
        );
        const text = textOf({ ...right, sections });
        const analysis = analyze(text, 'markdown');
        if (analysis.kind === 'other') throw new Error('not taken for a report');
        const wrong = analysis.findings.filter(({ code }) => code === 'prose-mismatch');
        if (wrong.length > 0) throw new Error(`${wrong[0]?.message}\n${paragraph}`);
        const numbers = paragraph.replace(/20\d\d年/g, '').match(/\d+/g)?.length ?? 0;
        const bound = bindingsOf(analysis.report).filter(({ statement }) => statement.quantity !== undefined).length;
        if (bound !== numbers) throw new Error(`${bound} of ${numbers} numbers are bound in ${paragraph}`);
      }),
      runs(200),
    );
  });
});
