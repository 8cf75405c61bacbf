import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edited, editsOf, originalOffset, trimmed, untouched } from '../../server/src/text/compose.ts';
import { applyEdits, type Edit } from '../../server/src/text/span.ts';
import { minimality } from '../support/edits.ts';
import { runs } from '../support/runs.ts';

/** Few characters, so that texts and their replacements have much in common. */
const textArb = fc.array(fc.constantFrom('a', 'b', '\r', '\n', '𠮷', '一'), { maxLength: 20 }).map((a) => a.join(''));

/** Edits of a text in which none overlaps another; some touch. */
function editsIn(text: string): fc.Arbitrary<Edit[]> {
  return fc.array(fc.tuple(fc.nat({ max: text.length }), textArb, fc.boolean()), { maxLength: 8 }).map((given) => {
    const cuts = given.sort(([a], [b]) => a - b);
    const edits: Edit[] = [];
    let at = 0;
    cuts.forEach(([start, replacement, insertion], i) => {
      const end = insertion ? start : (cuts[i + 1]?.[0] ?? text.length);
      if (start < at) return;
      edits.push({ span: { start, end }, text: replacement });
      at = end;
    });
    return edits;
  });
}

const roundsArb = textArb.chain((original) =>
  editsIn(original).chain((first) => {
    const between = applyEdits(original, first);
    return editsIn(between).map((second) => ({ original, first, between, second }));
  }),
);

describe('edited', () => {
  it('composes rounds of edits into one whose edits are minimal and apart', () => {
    fc.assert(
      fc.property(roundsArb, ({ original, first, between, second }) => {
        const once = edited(untouched(original.length), first);
        expect(applyEdits(original, editsOf(once, original))).toBe(between);
        const edits = editsOf(edited(once, second), original);
        expect(applyEdits(original, edits)).toBe(applyEdits(between, second));
        expect(minimality(edits, original)).toEqual([]);
      }),
      runs(2000),
    );
  });

  it('takes any number of edits', () => {
    const text = 'ab'.repeat(200_000);
    const edits = Array.from({ length: 200_000 }, (_, i) => ({ span: { start: i * 2, end: i * 2 + 1 }, text: 'c' }));
    const pieces = edited(edited(untouched(text.length), edits), [{ span: { start: 0, end: 0 }, text: 'd' }]);
    expect(applyEdits(text, editsOf(pieces, text))).toBe(`d${'cb'.repeat(200_000)}`);
  });

  it('makes nothing of edits that are undone', () => {
    const text = '一二三四';
    const pieces = edited(untouched(4), [{ span: { start: 1, end: 3 }, text: '' }]);
    expect(editsOf(edited(pieces, [{ span: { start: 1, end: 1 }, text: '二三' }]), text)).toEqual([]);
  });
});

describe('originalOffset', () => {
  it('is where a character stood that was kept', () => {
    fc.assert(
      fc.property(roundsArb, ({ original, first, between }) => {
        const pieces = edited(untouched(original.length), first);
        let last = 0;
        for (let offset = 0; offset <= between.length; offset++) {
          const found = originalOffset(pieces, offset);
          expect(found).toBeGreaterThanOrEqual(last);
          expect(found).toBeLessThanOrEqual(original.length);
          last = found;
        }
        let at = 0;
        for (const piece of pieces) {
          const length = typeof piece === 'string' ? piece.length : piece.end - piece.start;
          for (let i = 0; i < length; i++) {
            if (typeof piece !== 'string') expect(originalOffset(pieces, at + i)).toBe(piece.start + i);
          }
          at += length;
        }
      }),
      runs(500),
    );
  });
});

describe('trimmed', () => {
  it.each([
    { name: 'an edit that changes nothing', original: 'abc', from: 0, to: 3, text: 'abc', left: undefined },
    { name: 'a common start', original: 'abc', from: 0, to: 3, text: 'abd', left: [2, 3, 'd'] },
    { name: 'a common end', original: 'abc', from: 0, to: 3, text: 'xbc', left: [0, 1, 'x'] },
    { name: 'a character that is doubled', original: 'aa', from: 0, to: 2, text: 'aaa', left: [2, 2, 'a'] },
    { name: 'a line break that loses its half', original: 'a\r\nb', from: 0, to: 4, text: 'a\nb', left: [1, 3, '\n'] },
    { name: 'a line break that gains a half', original: 'a\nb', from: 0, to: 3, text: 'a\r\nb', left: [1, 1, '\r'] },
    { name: 'one of two kin characters', original: '𠮷', from: 0, to: 2, text: '𠮶', left: [0, 2, '𠮶'] },
  ])('$name', ({ original, from, to, text, left }) => {
    const found = trimmed({ span: { start: from, end: to }, text }, original);
    expect(found && [found.span.start, found.span.end, found.text]).toEqual(left);
  });
});
