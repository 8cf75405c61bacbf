import { once } from '../../../text/memo.ts';
import type { Report } from '../../model.ts';
import { readText } from './bindings.ts';
import { breakdownsOf } from './breakdowns.ts';
import { percentagesOf } from './percentages.ts';
import type { Breakdown, Percentage } from './sum.ts';

/** What the text's own numbers say of each other; computed once. */
export const sumsOf: (report: Report) => readonly (Breakdown | Percentage)[] = once((report) =>
  readText(report).flatMap((paragraph) => [...breakdownsOf(paragraph), ...percentagesOf(paragraph)]),
);
