import { expect, it } from 'vitest';
import { contains, encloses, meets, overlaps, type Span, span, touches } from '../../server/src/text/span.ts';

it.each([
  // A place of the text from 2 to 5, asked at an offset.
  [1, false, false],
  [2, true, true],
  [4, true, true],
  [5, false, true],
  [6, false, false],
] as const)('at %i a span from 2 to 5 contains a character %s, is touched by a caret %s', (offset, holds, touched) => {
  expect([contains(span(2, 5), offset), touches(span(2, 5), offset)]).toEqual([holds, touched]);
});

it.each<[Span, boolean, boolean, boolean]>([
  [span(0, 1), false, false, false],
  [span(0, 2), false, true, false],
  [span(0, 3), false, true, true],
  [span(2, 5), true, true, true],
  [span(3, 4), true, true, true],
  [span(4, 6), false, true, true],
  [span(5, 6), false, true, false],
  [span(6, 7), false, false, false],
  // An empty span stands between two characters.
  [span(2, 2), true, true, true],
  [span(5, 5), true, true, true],
])('a span from 2 to 5 and %o: encloses %s, meets %s, overlaps %s', (other, enclosed, met, shared) => {
  const own = span(2, 5);
  expect([encloses(own, other), meets(own, other), overlaps(own, other)]).toEqual([enclosed, met, shared]);
});
