import * as fc from 'fast-check';
import { describe, it } from 'vitest';
import { bindingsOf } from '../../server/src/report/facts/statements/bindings.ts';
import { applicationsParagraph } from '../../server/src/writing/sentences.ts';
import { checked, reportIn } from '../support/check.ts';
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
        const paragraph = applicationsParagraph(reportIn(textOf(right)));
        if (paragraph === undefined) throw new Error('no paragraph');
        const sections = right.sections.map((section) =>
          section.number === 1 ? { ...section, paragraphs: [`（二）依申请公开。${paragraph}`] } : section,
        );
        const { report, findings } = checked(textOf({ ...right, sections }), { only: ['prose-mismatch'] });
        if (findings.length > 0) throw new Error(`${findings[0]?.message}\n${paragraph}`);
        const numbers = paragraph.replace(/20\d\d年/g, '').match(/\d+/g)?.length ?? 0;
        const bound = bindingsOf(report).filter(({ statement }) => statement.quantity !== undefined).length;
        if (bound !== numbers) throw new Error(`${bound} of ${numbers} numbers are bound in ${paragraph}`);
      }),
      runs(200),
    );
  });
});
