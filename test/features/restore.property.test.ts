import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { restorationAt } from '../../server/src/features/restore.ts';
import type { Report, Table } from '../../server/src/report/model.ts';
import { readReport } from '../../server/src/report/reading/read.ts';
import { applyEdits } from '../../server/src/text/span.ts';
import { layouts } from '../support/layouts.ts';
import { missingNumbers } from '../support/numbers.ts';
import { randomOf } from '../support/random.ts';
import { reportArb } from '../support/report.ts';
import { runs } from '../support/runs.ts';
import { wreck } from '../support/wreck.ts';
import { glues } from '../support/wrecks/glues.ts';
import { wrecks } from '../support/wrecks.ts';

/** The texts of a table's values by row and column; none for those that are open. */
function valuesOf({ values }: Table): ReadonlyMap<string, string> {
  return new Map(
    values.flatMap((value) =>
      value === undefined || value.amount.kind === 'open'
        ? []
        : [[`${value.slot.row} ${value.slot.column}`, value.cell?.text ?? '']],
    ),
  );
}

function tablesIn({ tables }: Report): Table[] {
  return Object.values(tables).sort((a, b) => a.span.start - b.span.start);
}

/** Numbers that are missing afterwards; of those that were run together and are cut apart, digits. */
function lost(before: string, after: string, together: boolean): string[] {
  const apart = (text: string): string => (together ? text.replace(/\d/g, '$& ') : text);
  return missingNumbers(apart(before), apart(after));
}

describe('a table that fell apart', () => {
  const possible = wrecks.flatMap((kind) =>
    layouts.filter(({ shape }) => kind.shapes.includes(shape)).map((layout) => ({ kind, layout })),
  );

  it('is restored with every value that was certain, a place for each that is open, and no number lost', () => {
    fc.assert(
      fc.property(reportArb, fc.constantFrom(...possible), fc.nat(), (report, { kind, layout }, seed) => {
        const { text, language } = wreck(report, layout, kind, randomOf(seed));
        const read = readReport(text, language);
        for (const table of read === undefined ? [] : tablesIn(read)) {
          const restored = read && restorationAt(read, table.span.start);
          if (restored === undefined || 'refusal' in restored) continue;
          const after = applyEdits(text, [restored.edit]);
          expect(lost(text, after, glues.includes(kind))).toEqual([]);
          const again = readReport(after, language)?.tables[table.format.id];
          const values = valuesOf(table);
          expect(restored.certain).toBe(values.size);
          for (const [place, value] of values)
            expect([place, again && valuesOf(again).get(place)]).toEqual([place, value]);
          const stops = new Set(restored.snippet.match(/(?<!\\)\$\d+/g) ?? []);
          expect(stops.size).toBe(restored.open.length);
        }
      }),
      runs(150),
    );
  });
});
