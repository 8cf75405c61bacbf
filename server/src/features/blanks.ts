import type { Finding } from '../checks/check.ts';
import { PLACEHOLDER } from '../format/phrases.ts';
import type { Report } from '../report/model.ts';
import { overlaps, type Span } from '../text/span.ts';
import { cellAround, offeredTotal, type Place, placesOf, type Step, selectionIn, stepFrom, steps } from './grid.ts';

/** Where one can go from a selection: a cell a step from it, or a place that is still to be filled in. */
export type Goal = Step | 'nextBlank' | 'previousBlank';

/** What is selected of the place that was gone to. */
export interface Arrival {
  readonly span: Span;
  /** What the parts of a blank total come to. */
  readonly offered: string | undefined;
}

/**
 * Goes from a selection to another place; behind the last cell of a table to the next place to fill in. Undefined where
 * there is no such place, or a step is asked for and the selection is in no cell.
 */
export function goFrom(report: Report, findings: readonly Finding[], selection: Span, goal: Goal): Arrival | undefined {
  const step = steps.find((each) => each === goal);
  const from = step && cellAround(report, selection);
  if (step !== undefined && from === undefined) return undefined;
  const cell = step && from && stepFrom(from, step, report);
  if (cell !== undefined) return arrivalAt(cell);
  if (step === 'previous' || step === 'above') return undefined;
  const span = blankFrom(blanksOf(report, findings), selection, goal === 'previousBlank' ? 'previous' : 'next');
  const blank = span && cellAround(report, span);
  return span && (blank === undefined ? { span, offered: undefined } : arrivalAt(blank));
}

/** What is selected of a cell that is gone to. */
export function arrivalAt(place: Place): Arrival {
  return { span: selectionIn(place), offered: offeredTotal(place) };
}

/** The places that are still to be filled in, in the order of the text: blank cells, and words that stand for others. */
export function blanksOf(report: Report, findings: readonly Finding[]): readonly Span[] {
  const cells = Object.values(report.tables).flatMap((table) =>
    placesOf(table, report)
      .filter(({ value }) => value.amount.kind === 'blank')
      .map(selectionIn),
  );
  const found = findings.filter(({ code }) => code === 'placeholder').map(({ span }) => span);
  const written = [...report.uncommented.matchAll(PLACEHOLDER)]
    .map(({ 0: { length }, index }) => ({ start: index, end: index + length }))
    .filter((span) => !found.some((other) => overlaps(span, other)));
  return [...cells, ...found, ...written].sort((a, b) => a.start - b.start);
}

/**
 * The next place to fill in after a selection, or the one before it; from the last one on to the first. Undefined where
 * none is left.
 */
export function blankFrom(blanks: readonly Span[], { start, end }: Span, way: 'next' | 'previous'): Span | undefined {
  if (way === 'previous') return blanks.findLast((blank) => blank.start < start) ?? blanks[blanks.length - 1];
  // A caret right before words that are to be replaced has not been there yet.
  const isAhead = (blank: Span): boolean =>
    blank.start > start || (blank.start === start && start === end && blank.end > end);
  return blanks.find(isAhead) ?? blanks[0];
}
