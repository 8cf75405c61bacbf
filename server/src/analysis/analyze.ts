import type { Finding } from '../checks/check.ts';
import { checks } from '../checks/index.ts';
import type { Language, Report } from '../report/model.ts';
import { readReport } from '../report/reading/read.ts';
import { lazily } from '../text/memo.ts';
import { defaultOptions, type Options } from './settings/resolve.ts';
import { fingerprintsOf } from './suppression/fingerprint.ts';
import { suppressByComments, uselessEntry } from './suppression/suppress.ts';

/** What a text is: no report, or a report with its findings in the order of the text. */
export type Analysis =
  | { readonly kind: 'other' }
  | {
      readonly kind: 'report';
      readonly report: Report;
      readonly findings: readonly Finding[];
      /** What suppresses one of the findings in a configuration; computed when first asked for. */
      readonly fingerprintOf: (finding: Finding) => string | undefined;
    };

/**
 * Reads and checks a text. Pure, total, linear in the text; never throws, touches no file and no clock.
 * @param text the whole draft; all offsets in the result are UTF-16 offsets into it
 * @param language how tables are written back; what is read does not depend on it
 * @param options levels of the findings and what is not to be shown; an excluded draft is taken for no report
 */
export function analyze(text: string, language: Language, options: Options = defaultOptions): Analysis {
  if (options.excluded) return { kind: 'other' };
  const report = readReport(text, language);
  if (report === undefined) return { kind: 'other' };
  const leveled = (finding: Finding): Finding => atLevel(finding, options);
  const found = inOrder(checks.flatMap((check) => [...check.run(report)].map(leveled)));
  const comments = suppressByComments(report, found);
  const all = inOrder([...found, ...comments.findings.map(leveled)]);
  const fingerprints = lazily(() => fingerprintsOf(report, all));
  const { ignored, useless } = ignore(report, options, fingerprints);
  const findings = inOrder([...all, ...useless.map(leveled)]).filter(
    (finding) =>
      options.severities[finding.code] !== 'off' && !comments.suppressed.has(finding) && !ignored.has(finding),
  );
  return { kind: 'report', report, findings, fingerprintOf: (finding) => fingerprints().get(finding) };
}

function inOrder(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((a, b) => a.span.start - b.span.start);
}

/** A finding as grave as the user wants it; one that is off keeps its own severity, since suppressions may name it. */
function atLevel(finding: Finding, { severities }: Options): Finding {
  const level = severities[finding.code];
  return level === undefined || level === 'off' || level === finding.severity
    ? finding
    : { ...finding, severity: level };
}

/** The findings that a configuration has by their fingerprints, and its entries for this draft that fit none. */
function ignore(report: Report, { ignored: entries }: Options, fingerprints: () => ReadonlyMap<Finding, string>) {
  const ignored = new Set<Finding>();
  if (entries.length === 0) return { ignored, useless: [] };
  const wanted = new Set(entries.map(({ code, fingerprint }) => `${code} ${fingerprint}`));
  const met = new Set<string>();
  for (const [finding, fingerprint] of fingerprints()) {
    const key = `${finding.code} ${fingerprint}`;
    if (!wanted.has(key)) continue;
    met.add(key);
    ignored.add(finding);
  }
  const useless = entries.filter(
    ({ file, code, fingerprint }) => file !== undefined && !met.has(`${code} ${fingerprint}`),
  );
  return { ignored, useless: useless.map((entry) => uselessEntry(report, entry)) };
}
