import { expect, it } from 'vitest';
import { expectedOf, misreadings } from '../../support/judge.ts';
import { longDocument } from '../../support/scale.ts';

it('reads a report with 20,000 lines of damaged tables and prose behind it', () => {
  const { draft, written } = longDocument(20_000);
  expect(written.text.split('\n').length).toBeGreaterThanOrEqual(20_000);
  expect(misreadings(written.text, { language: 'plaintext' }, expectedOf(draft, written))).toEqual([]);
});
