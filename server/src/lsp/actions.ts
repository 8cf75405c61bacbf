import { fixAll } from '../analysis/fix.ts';
import type { Options } from '../analysis/settings/resolve.ts';
import type { Finding } from '../checks/check.ts';
import { tableActionsAt } from '../features/tableActions.ts';
import { writeApplications } from '../features/writeSection.ts';
import type { Language, Report } from '../report/model.ts';
import { type Edit, meets, type Span, touches } from '../text/span.ts';
import type { Command } from './protocol.ts';

/** A command of the client's and what it is called with. */
export interface Call {
  readonly command: string;
  readonly arguments: unknown[];
}

/** A call of a command, with arguments as the client expects them. */
export function call<Args extends readonly unknown[]>({ command }: Command<Args>, ...args: Args): Call {
  return { command, arguments: [...args] };
}

/** Something that the editor offers to do. */
export type Action =
  | {
      readonly kind: 'quickFix';
      readonly title: string;
      readonly edits: readonly Edit[];
      readonly preferred: boolean;
      readonly finding: Finding;
    }
  /** Tells more of a finding: the client opens a page. */
  | { readonly kind: 'explain'; readonly title: string; readonly call: Call; readonly finding: Finding }
  /** A way to see a finding no more: an edit of the draft, or something that the client does. Never offered first. */
  | { readonly kind: 'suppress'; readonly title: string; readonly edits: readonly Edit[] }
  | { readonly kind: 'suppress'; readonly title: string; readonly call: Call }
  /** Every safe fix of the document, offered beside those of a finding. */
  | { readonly kind: 'fixesToo'; readonly title: string; readonly edits: readonly Edit[] }
  /** A change that no finding asks for. */
  | { readonly kind: 'rewrite'; readonly title: string; readonly edits: readonly Edit[] }
  | { readonly kind: 'fixAll'; readonly title: string; readonly edits: readonly Edit[] };

/** The findings that a span touches; a caret right before or behind a finding touches it. */
export function touched(findings: readonly Finding[], span: Span): readonly Finding[] {
  return findings.filter((finding) => meets(finding.span, span));
}

/** The fixes of every finding that the span touches. */
export function quickFixes(findings: readonly Finding[], span: Span): readonly Action[] {
  return touched(findings, span).flatMap((finding) =>
    finding
      .fixes()
      .map(({ title, edits, preferred }) => ({ kind: 'quickFix', title, edits, preferred, finding }) as const),
  );
}

/** What can be done with the table at a span, and the paragraph that is written from the tables. */
export function rewrites(report: Report, span: Span): readonly Action[] {
  const actions = tableActionsAt(report, span.start).map((action) => ({ kind: 'rewrite', ...action }) as const);
  const paragraph = wantsParagraph(report, span.start) ? writeApplications(report) : undefined;
  if (paragraph === undefined) return actions;
  return [...actions, { kind: 'rewrite', title: '据表三写依申请公开段落', edits: [paragraph] }];
}

/** Whether a place is one from which 依申请公开 is written: in section one, or in table 3. */
function wantsParagraph({ sections, tables }: Report, offset: number): boolean {
  const section = sections.findLast(({ span }) => span.start <= offset);
  const { applications } = tables;
  return section?.format.number === 1 || (applications !== undefined && touches(applications.span, offset));
}

/** The same for a light bulb, which leaves out actions on whole documents; undefined where there are not several. */
export function fixesToo(text: string, language: Language, options: Options): Action | undefined {
  const { edits, applied } = fixAll(text, language, options);
  if (applied.length < 2) return undefined;
  return { kind: 'fixesToo', title: `修正全部可安全修正的问题（${applied.length}处）`, edits };
}

/** One action that applies every safe fix of a text, as `nianbao fix` does; undefined where there is nothing to do. */
export function fixAllAction(text: string, language: Language, options: Options): Action | undefined {
  const { edits } = fixAll(text, language, options);
  return edits.length === 0 ? undefined : { kind: 'fixAll', title: '修正全部可安全修正的问题', edits };
}
