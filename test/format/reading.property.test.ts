import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { formatOfYear } from '../../server/src/format/formats.ts';
import { agree, damagesOf } from '../support/damages.ts';
import { type Dress, plain } from '../support/document.ts';
import { assertReadBack, draftFor } from '../support/judge.ts';
import { type Layout, layouts } from '../support/layouts.ts';
import { randomOf } from '../support/random.ts';
import { reportsOf } from '../support/report.ts';
import { runs } from '../support/runs.ts';

vi.mock('../../server/src/format/official.ts', async (original) => {
  const { withFormat } = await import('../support/thirdFormat.ts');
  return withFormat(await original<typeof import('../../server/src/format/official.ts')>());
});

/** Years of all three formats, the first and others. */
const years = [2019, 2020, 2021, 2026, 2027, 2030] as const;
/** Reports of the third format. */
const late = reportsOf(2027, 2028);

const dressArb = (layout: Layout): fc.Arbitrary<Dress> =>
  fc.constantFrom(...layout.headings).map((heading) => ({ ...plain, heading }));
const seedArb = fc.integer({ min: 0, max: 0x7fffffff });

it('are three formats', () => {
  expect(years.map((year) => formatOfYear(year).id)).toEqual(['2019', '2019', '2021', '2021', '2027', '2027']);
});

describe.each(layouts)('of three formats, $name', (layout) => {
  it('reads back every balanced report', () => {
    fc.assert(
      fc.property(reportsOf(...years), dressArb(layout), (report, dress) => {
        assertReadBack(draftFor(report, layout), layout, dress, layout.name);
      }),
      runs(6),
    );
  });

  it('reads back the third through each damage', () => {
    fc.assert(
      fc.property(
        late,
        dressArb(layout),
        seedArb,
        fc.constantFrom(...damagesOf(layout)),
        (report, dress, seed, damage) => {
          const draft = damage.apply(draftFor(report, layout), randomOf(seed));
          assertReadBack(draft, layout, dress, `${layout.name}: ${damage.name} (${seed})`);
        },
      ),
      runs(12),
    );
  });

  it('reads back the third through two damages at once', () => {
    const own = damagesOf(layout);
    const pairs = fc.tuple(fc.constantFrom(...own), fc.constantFrom(...own)).filter(([one, two]) => agree(one, two));
    fc.assert(
      fc.property(late, dressArb(layout), seedArb, pairs, (report, dress, seed, [one, two]) => {
        const random = randomOf(seed);
        const draft = two.apply(one.apply(draftFor(report, layout), random), random);
        assertReadBack(draft, layout, dress, `${layout.name}: ${one.name} + ${two.name} (${seed})`);
      }),
      runs(6),
    );
  });
});
