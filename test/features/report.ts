import type { Report } from '../../server/src/report/model.ts';
import { reportIn } from '../support/check.ts';
import { type RightReport, rightReport } from '../support/rightReports.ts';

/** A right report, read. */
export function right(name: RightReport = 'department', language: 'markdown' | 'plaintext' = 'markdown'): Report {
  return reportIn(rightReport(name, language), language);
}

/** The offset of `¦` in a pattern's place: `收到政府信息公开申请¦15件`. */
export function caretIn(report: Report, pattern: string): number {
  const [before = '', after = ''] = pattern.split('¦');
  const at = report.text.indexOf(before + after);
  if (at < 0) throw new Error(`no ${pattern}`);
  return at + before.length;
}

/** The text of a span. */
export function textAt({ text }: Report, { start, end }: { readonly start: number; readonly end: number }): string {
  return text.slice(start, end);
}
