import { formatOfYear, tableOf } from '../format/formats.ts';
import type { TableFormat, TableId } from '../format/schema.ts';
import type { Report } from '../report/model.ts';
import type { Edit, Span } from '../text/span.ts';

/** Names of the findings, in the order of the report's parts; public interface, never renamed. */
export const codes = [
  'section-missing',
  'section-duplicate',
  'section-order',
  'section-number',
  'section-title',
  'section-empty',
  'section-length',
  'fee-statement',
  'aspect-missing',
  'subsection-number',
  'title-missing',
  'title-year',
  'table-missing',
  'table-template',
  'table-shape',
  'table-layout',
  'table-misaligned',
  'cell-blank',
  'total-blank',
  'table-unread',
  'cell-invalid',
  'cell-unit',
  'applications-unbalanced',
  'litigation-unbalanced',
  'disclosure-implausible',
  'applications-implausible',
  'prose-mismatch',
  'period',
  'citation',
  'stale-year',
  'placeholder',
  'body-name',
  'deadline',
  'leftover',
  'repetition',
  'wording',
  'personal-data',
  'line-joined',
  'punctuation',
  'line-break',
  'signature-missing',
  'silence-unknown',
  'silence-unused',
] as const;

export type Code = (typeof codes)[number];

/** How grave a finding is, gravest first. */
export const severities = ['error', 'warning', 'information', 'hint'] as const;

export type Severity = (typeof severities)[number];

/** What severities are called. */
export const severityNames: Readonly<Record<Severity, string>> = {
  error: '错误',
  warning: '警告',
  information: '信息',
  hint: '提示',
};

/** A number for each severity. */
export type BySeverity = Readonly<Record<Severity, number>>;

/** How many findings of each severity there are, together with those that were counted `before`. */
export function countBySeverity(
  findings: readonly { readonly severity: Severity }[],
  before: BySeverity = { error: 0, warning: 0, information: 0, hint: 0 },
): BySeverity {
  const counts = { ...before };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

/** What a drafter reads of a finding code: its page under `docs/rules/`, its setting, the proof that it works. */
export interface Rule {
  readonly code: Code;
  /** Of its findings, unless a finding says otherwise or the user wants another. */
  readonly severity: Severity;
  /** Name of the fault in Chinese, at most 16 characters: `表格数据不平衡`. */
  readonly title: string;
  /** The same in one English sentence. */
  readonly summary: string;
  /** What is found and why it matters, in Chinese; paragraphs of Markdown. */
  readonly why: string;
  /** The clause or text that asks for it, in Chinese; where there is none, that it is custom. */
  readonly basis: string;
  /** What the fix does and whether fix-all does it, in Chinese. */
  readonly howToFix: string;
  /** Tests run them, the page prints them. */
  readonly examples: readonly Example[];
}

/** The right reports that examples stand in, with their report years. */
export const exampleYears = { department: 2025, government: 2025, trial: 2020 } as const;

/** A statutory table in the format of such a report. */
export function exampleTable(id: TableId, report: keyof typeof exampleYears = 'department'): TableFormat {
  return tableOf(formatOfYear(exampleYears[report]).id, id);
}

/** A place of a right report, wrong and right. The rest of the report is the same in both. */
export interface Example {
  /** The report that the place is in; `department` unless said otherwise. */
  readonly report?: keyof typeof exampleYears;
  /** Markdown unless said otherwise. */
  readonly language?: 'markdown' | 'plaintext';
  /** The text of that report that both take the place of; `right` unless said otherwise. */
  readonly replaces?: string;
  /** The wrong text, the place of its one finding between ⟦ and ⟧. */
  readonly wrong: string;
  readonly right: string;
  /** Whether the finding's first fix turns wrong into right; true unless said otherwise. */
  readonly fixable?: boolean;
  /** What is wrong, in Chinese, where the text does not say it itself. */
  readonly note?: string;
}

/** Another place that a finding is about. */
export interface Related {
  readonly span: Span;
  readonly message: string;
}

/** A way to fix a finding. */
export interface Fix {
  /** What it does, in Chinese, with the actual figures. */
  readonly title: string;
  readonly edits: readonly Edit[];
  /** The obvious one of several. */
  readonly preferred: boolean;
  /** Safe ones are applied by fix-all: they never change a number that the drafter wrote. */
  readonly safe: boolean;
}

/** The obvious way to fix a finding, for the drafter to confirm: fix-all leaves it. */
export function suggestion(title: string, edits: readonly Edit[]): Fix {
  return { title, edits, preferred: true, safe: false };
}

/** The obvious way to fix a finding, which fix-all takes too: it changes no number that the drafter wrote. */
export function safeFix(title: string, edits: readonly Edit[]): Fix {
  return { title, edits, preferred: true, safe: true };
}

/** One of several ways to fix a finding, none of them the obvious one. */
export function alternative(title: string, edits: readonly Edit[]): Fix {
  return { title, edits, preferred: false, safe: false };
}

/** The one cell whose change fixes every relation of a finding. */
export interface SuspectCell {
  readonly table: TableId;
  readonly row: string;
  readonly column: string;
  /** What the cell holds; null where it is blank. */
  readonly value: number | null;
  /** What fixes the relations. */
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
  readonly suspect: SuspectCell | undefined;
  /** Computed when asked for: typing asks for findings, the lightbulb for fixes. */
  readonly fixes: () => readonly Fix[];
}

/** What a check says of a finding; the rest is its rule's or has defaults. */
export type FindingInit = Pick<Finding, 'message' | 'span'> & Partial<Omit<Finding, 'code'>>;

/** A finding of a rule: of its severity, without related places, relations or fixes unless given. */
export function finding({ code, severity }: Rule, draft: FindingInit): Finding {
  return { code, severity, related: [], relations: [], suspect: undefined, fixes: () => [], ...draft };
}

/** A check: one file for each finding code or small family of codes; never calls another check. */
export interface Check {
  readonly rules: readonly Rule[];
  /** Pure: the findings of its rules in a report. */
  readonly run: (report: Report) => Iterable<Finding>;
}
