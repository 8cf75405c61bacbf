import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineIndex } from '../../server/src/text/lines.ts';
import { runs } from '../support/runs.ts';

/** Lines by a pattern instead of by characters. */
function naiveLines(text: string): { start: number; end: number }[] {
  const lines: { start: number; end: number }[] = [];
  let start = 0;
  for (const match of text.matchAll(/\r\n|\r|\n/g)) {
    lines.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  return [...lines, { start, end: text.length }];
}

const lined = fc
  .array(fc.constantFrom('\n', '\r', '\r\n', '\n\r', '一', 'a', '𠮷', '\ud842', '\u2028', '\t'), { maxLength: 60 })
  .map((parts) => parts.join(''));

describe('LineIndex', () => {
  it('finds the lines that a pattern finds', () => {
    fc.assert(
      fc.property(lined, (text) => {
        const index = new LineIndex(text);
        const lines = naiveLines(text);
        expect(index.count).toBe(lines.length);
        lines.forEach(({ start, end }, line) => {
          expect(index.start(line)).toBe(start);
          expect(index.end(line)).toBe(end);
        });
      }),
      runs(300),
    );
  });

  it('gives every offset outside line breaks back', () => {
    fc.assert(
      fc.property(lined, (text) => {
        const index = new LineIndex(text);
        const lines = naiveLines(text);
        for (let offset = 0; offset <= text.length; offset++) {
          const at = lines.findLastIndex(({ start }) => start <= offset);
          const line = lines[at];
          if (line === undefined) throw new Error('a text without lines');
          const position = index.positionAt(offset);
          expect(position).toEqual({ line: at, character: Math.min(offset, line.end) - line.start });
          expect(index.offsetAt(position)).toBe(Math.min(offset, line.end));
        }
      }),
      runs(200),
    );
  });

  it('keeps positions outside the text inside it', () => {
    fc.assert(
      fc.property(
        lined,
        fc.integer({ min: -3, max: 80 }),
        fc.integer({ min: -3, max: 80 }),
        (text, line, character) => {
          const offset = new LineIndex(text).offsetAt({ line: Math.max(0, line), character });
          expect(offset).toBeGreaterThanOrEqual(0);
          expect(offset).toBeLessThanOrEqual(text.length);
        },
      ),
      runs(200),
    );
  });
});
