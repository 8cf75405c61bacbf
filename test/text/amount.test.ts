import { describe, expect, it } from 'vitest';
import { mayBeSeveral } from '../../server/src/text/amount.ts';

describe('a cell that reads as a number', () => {
  it.each(['12', '1 2', '1 0 5', '10 53', '12 345 678', '1 238.24万元', '1 0 0 0'])('holds one: %j', (text) => {
    expect(mayBeSeveral(text)).toBe(false);
  });

  it.each(['92 3 1  1  97', '33 44 55', '7 0 12'])('may hold several: %j', (text) => {
    expect(mayBeSeveral(text)).toBe(true);
  });
});
