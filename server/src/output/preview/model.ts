import type { BySeverity, Severity } from '../../checks/check.ts';

/** A part of a report as the preview shows it. */
export interface PreviewBlock {
  /** Differs between the blocks of one preview; the same as long as the block's HTML is. */
  readonly key: string;
  /**
   * One element. Offsets and lines in it (`data-start`, `data-end`, `data-line`, `data-end-line`) count from the
   * block's own, and `data-finding` is an index into `findings`: so it stays the same while others are edited.
   */
  readonly html: string;
  /** Where it stands in the draft: UTF-16 offsets and zero-based lines. */
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly endLine: number;
  /** Indices into the preview's findings, in the order of the draft. */
  readonly findings: readonly number[];
}

/** A finding as the preview lists it. */
export interface PreviewFinding {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
  /** Titles of its fixes, the preferred one first. */
  readonly fixes: readonly string[];
}

/** A report as it will be published, its findings marked. */
export interface Preview {
  readonly title: string;
  readonly blocks: readonly PreviewBlock[];
  readonly findings: readonly PreviewFinding[];
  readonly counts: BySeverity;
}
