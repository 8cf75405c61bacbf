import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../server/src/text/span.ts';
import { changed, checked } from '../support/check.ts';

const row = '| 行政许可 | 86 |  |  |';

/** The cell after the fix of its finding; undefined where there is a finding without a fix. */
function fixed(cell: string): string | undefined {
  const draft = changed([[row, `| 行政许可 | ${cell} |  |  |`]]);
  const { text, findings } = checked(draft, { only: ['cell-invalid'] });
  expect(findings).toHaveLength(1);
  const [fix] = findings[0]?.fixes() ?? [];
  return fix === undefined ? undefined : /\| 行政许可 \| (.*?) \|/.exec(applyEdits(text, fix.edits))?.[1];
}

describe('a count', () => {
  it.each([
    ['８６', '86'],
    ['1,234', '1234'],
    ['86件', '86'],
    ['1,234,567,890,123件', '1234567890123'],
  ])('is written in plain digits: %s', (cell, plain) => {
    expect(fixed(cell)).toBe(plain);
  });

  it.each(['99,999,999,999,999,999,999', '９９９９９９９９９９９９９９９９９９９９'])(
    'is left to the drafter where it is more than is computed exactly: %s',
    (cell) => {
      expect(fixed(cell)).toBeUndefined();
    },
  );
});
