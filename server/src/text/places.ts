import { countWhile } from './search.ts';
import type { Span } from './span.ts';

/** Places in a draft, to be asked for by binary search. */
export interface Places {
  /** Whether a span shares a character with one of them. */
  readonly touches: (span: Span) => boolean;
  /** What of a span lies between them. */
  readonly gaps: (span: Span) => Span[];
}

/** The places of spans in any order; empty ones count for nothing. */
export function placesOf(spans: readonly Span[]): Places {
  const joined = join(spans);
  /** Index of the first span that does not end before an offset. */
  const firstFrom = (offset: number): number => countWhile(joined, ({ end }) => end <= offset);
  return {
    touches: ({ start, end }) => (joined[firstFrom(start)]?.start ?? end) < end,
    gaps: ({ start, end }) => {
      const gaps: Span[] = [];
      let at = start;
      for (let i = firstFrom(start); i < joined.length; i++) {
        const span = joined[i];
        if (span === undefined || span.start >= end) break;
        if (span.start > at) gaps.push({ start: at, end: span.start });
        at = Math.max(at, span.end);
      }
      return at < end ? [...gaps, { start: at, end }] : gaps;
    },
  };
}

/** Spans in order, those that overlap or touch as one. */
function join(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    if (span.start === span.end) continue;
    const last = joined[joined.length - 1];
    if (last !== undefined && span.start <= last.end) {
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    } else joined.push(span);
  }
  return joined;
}
