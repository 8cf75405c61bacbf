import type { Finding } from '../checks/check.ts';
import { type Edit, overlaps, type Span } from '../text/span.ts';

/** Something that the editor offers to do. */
export type Action =
  | {
      readonly kind: 'quickFix';
      readonly title: string;
      readonly edits: readonly Edit[];
      readonly preferred: boolean;
      readonly finding: Finding;
    }
  | { readonly kind: 'fixAll'; readonly title: string; readonly edits: readonly Edit[] };

/** The fixes of every finding that the span touches; a caret right before or behind a finding touches it. */
export function quickFixes(findings: readonly Finding[], span: Span): readonly Action[] {
  return findings
    .filter((finding) => finding.span.start <= span.end && span.start <= finding.span.end)
    .flatMap((finding) =>
      finding
        .fixes()
        .map(({ title, edits, preferred }) => ({ kind: 'quickFix', title, edits, preferred, finding }) as const),
    );
}

/**
 * One action that applies the safe fixes of a document in the order of the text, one for each finding; a fix with an
 * edit that overlaps an earlier one is left out. Undefined where there is nothing to do.
 */
export function fixAll(findings: readonly Finding[]): Action | undefined {
  const accepted: Edit[] = [];
  for (const finding of findings) {
    const safe = finding.fixes().filter((fix) => fix.safe);
    const fix = safe.find(({ preferred }) => preferred) ?? safe[0];
    if (fix === undefined) continue;
    const clashes = fix.edits.some((edit) => accepted.some((other) => overlaps(edit.span, other.span)));
    if (!clashes) accepted.push(...fix.edits);
  }
  return accepted.length === 0 ? undefined : { kind: 'fixAll', title: '修正全部可安全修正的问题', edits: accepted };
}
