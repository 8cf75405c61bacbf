import type { Code, Finding, Fix } from '../checks/check.ts';
import type { Language } from '../report/model.ts';
import { edited, editsOf, originalOffset, trimmed, untouched } from '../text/compose.ts';
import { countWhile } from '../text/search.ts';
import { applyEdits, type Edit, overlaps } from '../text/span.ts';
import { type Analysis, analyze } from './analyze.ts';
import { defaultOptions, type Options } from './settings/resolve.ts';

/** A finding whose fix was applied. */
export interface AppliedFix {
  readonly code: Code;
  readonly message: string;
  /** Title of the fix: what was done. */
  readonly title: string;
  /** Where the finding stood in the original text; of what an earlier fix wrote, where that was put. */
  readonly offset: number;
}

/** A text with its safe fixes applied. */
export interface Fixed {
  readonly text: string;
  /** From the original text to this one: in order, never touching, each as small as it can be. */
  readonly edits: readonly Edit[];
  /** In the order in which they were applied. */
  readonly applied: readonly AppliedFix[];
  /** Whether nothing is left to do; false only where fixes undo each other. */
  readonly converged: boolean;
  /** Of the fixed text: what is left. */
  readonly analysis: Analysis;
}

/** Most rounds of fixes: a fix may bring to light what another one takes away, but not for ever. */
export const MOST_ROUNDS = 10;

/**
 * Applies every safe fix until nothing changes, so that editor and command line fix alike. Pure; offsets are UTF-16.
 * @param language how tables are written back
 * @param options as of `analyze`: what is off or suppressed is not applied
 */
export function fixAll(text: string, language: Language, options: Options = defaultOptions): Fixed {
  return fixWith(text, (current) => analyze(current, language, options));
}

/** The same with another analysis, which is asked once for each round. */
export function fixWith(original: string, analysisOf: (text: string) => Analysis): Fixed {
  const applied: AppliedFix[] = [];
  let text = original;
  let pieces = untouched(original.length);
  for (let round = 0; ; round++) {
    const analysis = analysisOf(text);
    const chosen = analysis.kind === 'report' ? safeFixes(analysis.findings, text) : [];
    if (chosen.length === 0 || round === MOST_ROUNDS) {
      return { text, edits: editsOf(pieces, original), applied, converged: chosen.length === 0, analysis };
    }
    for (const { finding, fix } of chosen) {
      const { code, message, span } = finding;
      applied.push({ code, message, title: fix.title, offset: originalOffset(pieces, span.start) });
    }
    const edits = chosen.flatMap(({ fix }) => fix.edits);
    text = applyEdits(text, edits);
    pieces = edited(pieces, edits);
  }
}

/** A finding and its fix. */
export interface Chosen {
  readonly finding: Finding;
  readonly fix: Fix;
}

/**
 * The safe fixes of a text that can be applied at once, in the order of the findings: of each finding the preferred
 * one, else the first. Left out is what changes nothing, and what overlaps an edit that was chosen before: the next
 * round has its turn.
 */
export function safeFixes(findings: readonly Finding[], text: string): readonly Chosen[] {
  const chosen: Chosen[] = [];
  const taken: Edit[] = [];
  for (const finding of findings) {
    const safe = finding.fixes().filter((fix) => fix.safe);
    const fix = safe.find(({ preferred }) => preferred) ?? safe[0];
    if (fix === undefined) continue;
    const edits = fix.edits.flatMap((edit) => trimmed(edit, text) ?? []);
    // Judged by what the fix claims, not by what it changes there: it may have counted on the rest.
    if (edits.length === 0 || fix.edits.some((edit) => clashes(edit, taken))) continue;
    for (const edit of fix.edits) taken.splice(placeOf(edit, taken), 0, edit);
    chosen.push({ finding, fix: { ...fix, edits } });
  }
  return chosen;
}

/** Whether an edit overlaps one of those taken, which are in order and overlap nowhere. */
function clashes(edit: Edit, taken: readonly Edit[]): boolean {
  for (let i = placeOf(edit, taken); i < taken.length; i++) {
    const other = taken[i];
    if (other === undefined || other.span.start > edit.span.end) return false;
    if (overlaps(edit.span, other.span)) return true;
  }
  return false;
}

/** Number of the edits that end before this one starts. */
function placeOf({ span }: Edit, taken: readonly Edit[]): number {
  return countWhile(taken, (other) => other.span.end < span.start);
}
