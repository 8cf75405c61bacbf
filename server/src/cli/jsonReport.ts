import type { Analysis } from '../analysis/analyze.ts';
import { type Extract, extract, locations, uncertain } from '../analysis/extract.ts';
import { verified } from '../analysis/verified.ts';
import type { Finding } from '../checks/check.ts';
import type { LineIndex } from '../text/lines.ts';

/** An element of `check --format json`. A document that is no report has no findings and neither year nor format. */
export function checkElement(file: string, analysis: Analysis) {
  if (analysis.kind === 'other') return { file, year: null, format: null, findings: [], verified: [] };
  const { report, findings } = analysis;
  return {
    file,
    year: report.year ?? null,
    format: report.format,
    findings: findings.map((finding) => findingElement(finding, report.lines, analysis.fingerprintOf(finding))),
    verified: verified(report),
  };
}

function findingElement(finding: Finding, lines: LineIndex, fingerprint: string | undefined) {
  const { code, severity, message, span, relations, suspect } = finding;
  return {
    code,
    severity,
    message,
    range: lines.rangeOf(span),
    relations,
    ...(suspect !== undefined && { suspect }),
    fixes: finding.fixes().map(({ title, preferred }) => ({ title, preferred })),
    ...(fingerprint !== undefined && { fingerprint }),
  };
}

const NO_TABLES = { disclosure: null, applications: null, litigation: null };

const NO_REPORT: Omit<Extract, 'format'> & { readonly format: null } = {
  title: null,
  body: null,
  year: null,
  format: null,
  sections: [],
  tables: NO_TABLES,
};

/** An element of `extract`, with the places of the values on demand; of a document that is no report all is null. */
export function extractElement(file: string, analysis: Analysis, withLocations: boolean) {
  if (analysis.kind === 'other')
    return { file, ...NO_REPORT, uncertain: {}, ...(withLocations && { locations: NO_TABLES }) };
  const { report } = analysis;
  return {
    file,
    ...extract(report),
    uncertain: uncertain(report),
    ...(withLocations && { locations: locations(report) }),
  };
}

/** Writes the elements of a JSON array one by one, each on a line. */
export interface ArrayWriter {
  readonly add: (element: unknown) => void;
  readonly end: () => void;
}

/** An array that goes out as its elements come; nothing is held back. */
export function jsonArray(write: (text: string) => void): ArrayWriter {
  let first = true;
  return {
    add: (element) => {
      write(`${first ? '[\n' : ',\n'}${JSON.stringify(element)}`);
      first = false;
    },
    end: () => write(first ? '[]\n' : '\n]\n'),
  };
}
