import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layouts as known } from '../../../server/src/report/layouts.ts';
import { agree, damages, damagesOf } from '../../support/damages.ts';
import type { Dress } from '../../support/document.ts';
import { dressArb } from '../../support/dress.ts';
import { assertReadBack, draftFor } from '../../support/judge.ts';
import { layouts } from '../../support/layouts.ts';
import { randomOf } from '../../support/random.ts';
import { reportArb } from '../../support/report.ts';
import { oneOf, runs } from '../../support/runs.ts';

const seedArb = fc.integer({ min: 0, max: 0x7fffffff });

describe.each(layouts)('$name', (layout) => {
  it('reads back every balanced report', () => {
    fc.assert(
      fc.property(reportArb, dressArb(layout), (report, dress) => {
        assertReadBack(draftFor(report, layout), layout, dress, layout.name);
      }),
      runs(30),
    );
  });

  const turn = layouts.indexOf(layout) % oneOf;
  const alone = damagesOf(layout).filter((_, i) => i % oneOf === turn);

  it.each(alone)('reads back through $name', (damage) => {
    fc.assert(
      fc.property(reportArb, dressArb(layout), seedArb, (report, dress, seed) => {
        const draft = damage.apply(draftFor(report, layout), randomOf(seed));
        assertReadBack(draft, layout, dress, `${layout.name}: ${damage.name} (${seed})`);
      }),
      runs(5),
    );
  });

  it('reads back through two damages at once', () => {
    const own = damagesOf(layout);
    const pairs = fc.tuple(fc.constantFrom(...own), fc.constantFrom(...own)).filter(([one, two]) => agree(one, two));
    fc.assert(
      fc.property(reportArb, dressArb(layout), seedArb, pairs, (report, dress, seed, [one, two]) => {
        const random = randomOf(seed);
        const draft = two.apply(one.apply(draftFor(report, layout), random), random);
        assertReadBack(draft, layout, dress, `${layout.name}: ${one.name} + ${two.name} (${seed})`);
      }),
      runs(50),
    );
  });
});

it.each(Object.keys(known))('the layout %s is written and read back', (layout) => {
  expect(layouts.map(({ shape }) => shape)).toContain(layout);
});

describe('damages', () => {
  it.each(damages)('$name changes what is written', (damage) => {
    const befallen = layouts.filter((layout) => damage.shapes.includes(layout.shape));
    const changed = fc.sample(reportArb, { numRuns: 20, seed: 1 }).some((report, i) =>
      befallen.some((layout) => {
        const dress: Dress = { heading: layout.headings[0] ?? 'plain', lineEnd: '\n', bom: false, gap: 2 };
        const draft = draftFor(report, layout);
        return layout.write(damage.apply(draft, randomOf(i)), dress).text !== layout.write(draft, dress).text;
      }),
    );
    if (!changed) throw new Error(`${damage.name} leaves every text as it is`);
  });
});
