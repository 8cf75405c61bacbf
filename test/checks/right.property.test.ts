import * as fc from 'fast-check';
import { describe, it } from 'vitest';
import { analyzed } from '../support/check.ts';
import { draftOf } from '../support/draft.ts';
import { dressArb } from '../support/dress.ts';
import { layouts } from '../support/layouts.ts';
import { rightReportArb } from '../support/rightProse.ts';
import { runs } from '../support/runs.ts';

/** Layouts of which a drafter is told that they are no standard table: that is what they are. */
const PASTED = 'table-layout';

describe.each(layouts)('right reports have no finding: $name', (layout) => {
  it('in any dress', () => {
    fc.assert(
      fc.property(rightReportArb, dressArb(layout, ['\n', '\r\n']), (report, worn) => {
        const { text } = layout.write(draftOf(report), worn);
        const wrong = analyzed(text, layout.language).findings.filter(({ code }) => code !== PASTED);
        if (wrong.length === 0) return;
        throw new Error(`${wrong.map(({ code, message }) => `${code}: ${message}`).join('\n')}\n--- text ---\n${text}`);
      }),
      runs(100),
    );
  });
});
