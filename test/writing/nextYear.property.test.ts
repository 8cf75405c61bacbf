import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixAll } from '../../server/src/analysis/fix.ts';
import { formatOfYear } from '../../server/src/format/formats.ts';
import type { TableId } from '../../server/src/format/schema.ts';
import { nextYearDraft } from '../../server/src/writing/nextYear.ts';
import { analyzed, reportIn } from '../support/check.ts';
import { draftOf } from '../support/draft.ts';
import { dressArb } from '../support/dress.ts';
import { layouts } from '../support/layouts.ts';
import { rightReportArb } from '../support/rightProse.ts';
import { runs } from '../support/runs.ts';

/** What says that something is still to be filled in. */
const UNFILLED = ['placeholder', 'cell-blank', 'total-blank'];
/** What a pasted layout is told of, before and afterwards. */
const PASTED = 'table-layout';
const tables: readonly TableId[] = ['disclosure', 'applications', 'litigation'];

describe.each(layouts)('a right report as the base of the next: $name', (layout) => {
  it('is of the next year and its format, blank but for what was carried over, with nothing wrong but what is to be filled in', () => {
    fc.assert(
      fc.property(rightReportArb, dressArb(layout, ['\n', '\r\n']), (right, worn) => {
        const { text } = layout.write(draftOf(right), worn);
        const base = reportIn(text, layout.language);
        const draft = nextYearDraft(base);
        if (draft === undefined) {
          // Only where nothing in the report says its year.
          expect(base.year).toBeUndefined();
          return;
        }
        const shown = `\n--- base ---\n${text}\n--- draft ---\n${draft.text}`;
        const year = (base.year ?? 0) + 1;
        const { report, findings } = analyzed(draft.text, layout.language);
        expect([report.year, report.format], shown).toEqual([year, formatOfYear(year).id]);
        expect(
          report.years.mentions.filter((mention) => mention.year !== year),
          shown,
        ).toEqual([]);
        for (const id of tables) {
          const table = report.tables[id];
          expect(table === undefined, shown).toBe(base.tables[id] === undefined);
          for (const value of table?.values ?? []) {
            const last = value?.slot.row === 'carriedIn' ? carriedOut(value.slot.column) : '';
            expect([value?.slot.row, value?.slot.column, value?.cell?.text], shown).toEqual([
              value?.slot.row,
              value?.slot.column,
              last,
            ]);
          }
        }
        const wrong = findings.filter(({ code }) => !UNFILLED.includes(code) && code !== PASTED);
        expect(
          wrong.map(({ code, message }) => `${code}: ${message}`),
          shown,
        ).toEqual([]);
        expect(fixAll(draft.text, layout.language).text, shown).toBe(draft.text);

        function carriedOut(column: string): string {
          const values = base.tables.applications?.values ?? [];
          const out = values.find((value) => value?.slot.row === 'carriedOut' && value.slot.column === column);
          return out?.amount.kind === 'number' ? String(out.amount.value) : '';
        }
      }),
      runs(40),
    );
  });
});
