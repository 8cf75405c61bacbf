import { below, type Random } from '../random.ts';
import type { Wreck } from '../wreck.ts';

/** A line whose gaps between columns grew or shrank. */
function shiftGaps(line: string, random: Random, most: number): string {
  return line.replace(/(?<=\S) {2,}/g, (gap) => {
    const change = below(random, 2 * most + 1) - most;
    return ' '.repeat(Math.max(2, gap.length + change));
  });
}

function drift(most: number): (text: string, random: Random) => string {
  return (text, random) =>
    text
      .split('\n')
      .map((line) => (random() < 0.4 ? shiftGaps(line, random, most) : line))
      .join('\n');
}

/** What moves columns of spaces. */
export const drifts: readonly Wreck[] = [
  { name: 'columns drifted a little', shapes: ['columns'], text: drift(2) },
  { name: 'columns drifted far', shapes: ['columns'], text: drift(6) },
];
