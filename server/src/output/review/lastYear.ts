import { languageOfName } from '../../input/language.ts';
import type { Report } from '../../report/model.ts';
import { readReport } from '../../report/reading/read.ts';
import { fold } from '../../text/fold.ts';

/** A file beside a draft. */
export interface OtherDraft {
  /** Its ending tells its language. */
  readonly name: string;
  readonly text: string;
}

/** A report and the file that it is in. */
export interface NamedReport {
  readonly name: string;
  readonly report: Report;
}

/**
 * The report of the same body for the year before, with table 3; undefined where none of the others is. Of several the
 * first. What does not hold the words that every report has is not read.
 */
export function yearBefore({ body, year }: Report, others: readonly OtherDraft[]): NamedReport | undefined {
  if (body === undefined || year === undefined) return undefined;
  const key = fold(body);
  for (const { name, text } of others) {
    if (!text.includes('信息公开')) continue;
    const report = readReport(text, languageOfName(name));
    if (report?.year !== year - 1 || report.body === undefined || fold(report.body) !== key) continue;
    if (report.tables.applications !== undefined) return { name, report };
  }
  return undefined;
}
