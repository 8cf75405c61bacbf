import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { keyOfLines, linesOfKey } from '../../../server/src/report/reading/lineKeys.ts';
import type { TextLine } from '../../../server/src/report/reading/pieces.ts';
import { runs } from '../../support/runs.ts';

const textArb = fc.string({ unit: fc.constantFrom(...'0123+|\t 规章'), maxLength: 12 });
const gapArb = fc.oneof(fc.constant(1), fc.integer({ min: 0, max: 40 }));
const linesArb = fc
  .tuple(fc.nat(500), fc.array(fc.record({ text: textArb, gap: gapArb, glued: fc.boolean() }), { minLength: 1 }))
  .map(([offset, written]) => {
    let end = offset - 1;
    return written.map(({ text, gap, glued }, i): TextLine => {
      const start = end + (i === 0 ? 1 : gap);
      end = start + text.length;
      const line = { kind: 'line', text, span: { start, end } } as const;
      return glued ? { ...line, glued: true } : line;
    });
  });

it('gives back the lines of a key, as if they began the draft', () => {
  fc.assert(
    fc.property(linesArb, (lines) => {
      const offset = lines[0]?.span.start ?? 0;
      const moved = lines.map((line) => ({
        ...line,
        span: { start: line.span.start - offset, end: line.span.end - offset },
      }));
      expect(linesOfKey(keyOfLines(lines))).toEqual(moved);
    }),
    runs(300),
  );
});
