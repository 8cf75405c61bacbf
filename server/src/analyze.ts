import type { Finding } from './checks/check.ts';
import { checks } from './checks/index.ts';
import type { Language, Report } from './report/model.ts';
import { readReport } from './report/read.ts';

/** What a text is: no report, or a report with its findings in the order of the text. */
export type Analysis =
  | { readonly kind: 'other' }
  | { readonly kind: 'report'; readonly report: Report; readonly findings: readonly Finding[] };

/**
 * Reads and checks a text. Pure, total, linear in the text; never throws, touches no file and no clock.
 * @param text the whole draft; all offsets in the result are UTF-16 offsets into it
 * @param language how tables are written back; what is read does not depend on it
 */
export function analyze(text: string, language: Language): Analysis {
  const report = readReport(text, language);
  if (report === undefined) return { kind: 'other' };
  const findings = checks.flatMap((check) => [...check.run(report)]);
  return { kind: 'report', report, findings: findings.sort((a, b) => a.span.start - b.span.start) };
}
