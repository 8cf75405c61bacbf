import type { TableId } from '../format/schema.ts';
import type { Report } from '../report/model.ts';
import type { Edit, Span } from '../text/span.ts';

/** Names of the findings; public interface, never renamed. */
export const codes = [
  'section-missing',
  'section-duplicate',
  'section-order',
  'table-missing',
  'table-shape',
  'table-layout',
  'table-misaligned',
  'cell-invalid',
  'cell-blank',
  'total-blank',
  'applications-unbalanced',
  'litigation-unbalanced',
] as const;

export type Code = (typeof codes)[number];

/** How grave a finding is, gravest first. */
export const severities = ['error', 'warning', 'information', 'hint'] as const;

export type Severity = (typeof severities)[number];

/** Another place that a finding is about. */
export interface Related {
  readonly span: Span;
  readonly message: string;
}

/** A way to mend a finding. */
export interface Fix {
  /** What it does, in Chinese, with the actual figures. */
  readonly title: string;
  readonly edits: readonly Edit[];
  /** The obvious one of several. */
  readonly preferred: boolean;
  /** Safe ones are applied by fix-all: they never change a number that the drafter wrote. */
  readonly safe: boolean;
}

/** The one cell whose change mends every relation of a finding. */
export interface Suspect {
  readonly table: TableId;
  readonly row: string;
  readonly column: string;
  /** What the cell holds; null where it is blank. */
  readonly value: number | null;
  /** What mends the relations. */
  readonly expected: number;
}

/** Something wrong in a report. */
export interface Finding {
  readonly code: Code;
  readonly severity: Severity;
  /** In Chinese: what is wrong with the actual figures, and what to do. */
  readonly message: string;
  readonly span: Span;
  readonly related: readonly Related[];
  /** Ids of the relations that it breaks. */
  readonly relations: readonly string[];
  readonly suspect: Suspect | undefined;
  /** Computed when asked for: typing asks for findings, the lightbulb for fixes. */
  readonly fixes: () => readonly Fix[];
}

/** What a check says of a finding; the rest has defaults. */
export type Draft = Pick<Finding, 'code' | 'severity' | 'message' | 'span'> & Partial<Finding>;

/** A finding of a draft: no related places, relations or fixes unless given. */
export function finding(draft: Draft): Finding {
  return { related: [], relations: [], suspect: undefined, fixes: () => [], ...draft };
}

/** A check: pure, one file for each finding code or small family of codes, never calls another check. */
export type Check = (report: Report) => Iterable<Finding>;
