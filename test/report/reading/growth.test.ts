import { describe, expect, it } from 'vitest';
import type { Pump } from '../../support/pumps.ts';
import { workOf } from '../../support/work.ts';

// Only behind the one that counts: of code that ran before it nothing but the calls are counted.
const { fold } = await import('../../../server/src/text/fold.ts');
const { pumps } = await import('../../support/pumps.ts');
const { draftToUse, uses } = await import('../../support/uses.ts');

/** How many there are of what grows, each time four times as many. */
const SIZES = [30, 120, 480];
/** What the second step may add to what the first one added: four times as much is linear, sixteen times is square. */
const MOST = 8;
/** Where a way to read gives up at a size, what comes after it begins to cost there: then the step behind tells. */
const BEHIND = 1920;
/** Less than so much more is no growth: something that is done once may be done at one size and not at another. */
const LEAST = 100_000;

/** Of a line of one sign the engine's patterns see most: how long they take is measured (bench/growth.mjs), not counted. */
const counted = pumps.filter(({ name }) => !name.includes('"'));

function useAll({ text, language }: Pump, size: number): void {
  const draft = draftToUse(text(size), language);
  for (const use of uses) use.run(draft);
}

it.each(counted)('work grows with the text: $name', (pump) => {
  // What is remembered of short texts is the same then at all sizes.
  useAll(pump, SIZES[0] ?? 0);
  const [first = 0, second = 0, third = 0] = SIZES.map((size) => workOf(() => useAll(pump, size)));
  expect(first).toBeGreaterThan(0);
  if (third - second <= LEAST || third - second < MOST * (second - first)) return;
  const behind = workOf(() => useAll(pump, BEHIND));
  expect((behind - third) / (third - second)).toBeLessThan(MOST);
});

it('tells work that grows with the square', () => {
  const [first = 0, second = 0, third = 0] = SIZES.map((size) => {
    const text = '某'.repeat(size);
    return workOf(() => {
      for (let i = 0; i < size; i++) fold(text);
    });
  });
  expect((third - second) / (second - first)).toBeGreaterThan(MOST);
});

describe('nothing is too deep', () => {
  it.each(counted.filter(({ name }) => / in /.test(name)))('$name', ({ text, language }) => {
    expect(() => draftToUse(text(20_000), language)).not.toThrow();
  });
});
