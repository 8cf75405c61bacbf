import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ValueKind } from '../../../server/src/format/schema.ts';
import { cutsOf, type Sum } from '../../../server/src/report/reading/cutDigits.ts';
import { runs } from '../../support/runs.ts';

const counts = (count: number): ValueKind[] => new Array<ValueKind>(count).fill('count');
/** Six applicants and their total. */
const applicants: Sum = { parts: [0, 1, 2, 3, 4, 5], total: 6 };

function valuesOf(text: string, kinds: readonly ValueKind[], sums: readonly Sum[] = []): number[][] | undefined {
  return cutsOf(text, kinds, sums)?.map((cuts) => cuts.map(({ value }) => value));
}

describe('cutsOf', () => {
  it.each<[string, ValueKind[], Sum[], number[][]]>([
    ['000', counts(3), [], [[0, 0, 0]]],
    ['0 12 3', counts(3), [], [[0, 12, 3]]],
    ['920000092', counts(7), [applicants], [[92, 0, 0, 0, 0, 0, 92]]],
    // Two ways whose parts add up: it takes the column to tell.
    [
      '330000033',
      counts(7),
      [applicants],
      [
        [3, 30, 0, 0, 0, 0, 33],
        [33, 0, 0, 0, 0, 0, 33],
      ],
    ],
    // No way adds up: the table itself is wrong, one way is left.
    ['8100008', counts(7), [applicants], [[8, 1, 0, 0, 0, 0, 8]]],
    ['35-2', ['count', 'change'], [], [[35, -2]]],
    ['7545.25', ['money'], [], [[7545.25]]],
    ['251000元', ['money'], [], [[25.1]]],
    ['12', counts(3), [], []],
    ['012', counts(2), [], [[0, 12]]],
    ['无', counts(1), [], []],
  ])('%s', (text, kinds, sums, expected) => {
    expect(valuesOf(text, kinds, sums)).toEqual(expected);
  });

  it('has the numbers that were run together among its ways', () => {
    const row = fc.array(fc.oneof(fc.constant(0), fc.nat(9), fc.nat(20_000)), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(row, (parts) => {
        const numbers = [...parts, parts.reduce((sum, part) => sum + part, 0)];
        expect(valuesOf(numbers.join(''), counts(7), [applicants])).toContainEqual(numbers);
      }),
      runs(200),
    );
  });

  it('cuts every digit into exactly one number', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{1,12}$/), fc.integer({ min: 1, max: 5 }), (text, count) => {
        for (const cuts of cutsOf(text, counts(count), []) ?? []) {
          expect(cuts.map(({ from, to }) => text.slice(from, to)).join('')).toBe(text);
        }
      }),
      runs(200),
    );
  });

  it('gives up where there is no end of ways', () => {
    expect(cutsOf('12345678912345678', counts(7), [])).toBeUndefined();
  });
});
