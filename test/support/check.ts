import { expect } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze.ts';
import type { Options as Settings } from '../../server/src/analysis/settings/resolve.ts';
import { type Code, codes, type Finding, type Severity } from '../../server/src/checks/check.ts';
import type { Language, Report } from '../../server/src/report/model.ts';
import { readReport } from '../../server/src/report/reading/read.ts';
import { applyEdits } from '../../server/src/text/span.ts';
import { type RightReport, rightReport } from './rightReports.ts';

/** The codes of section headings: what else a change of a heading brings about is not their matter. */
export const sectionCodes: readonly Code[] = codes.filter((code) => code.startsWith('section-'));

/** What is expected of a finding; of what is left out anything is right. */
export interface Expected {
  readonly code: Code;
  readonly severity?: Severity;
  /** The message, or a part of it. */
  readonly message?: string;
  /** Titles of its fixes. */
  readonly fixes?: readonly string[];
  /** Whether its first fix is safe. */
  readonly safe?: boolean;
  /** The draft after its first fix. */
  readonly fixed?: string;
}

/** How a draft is checked. */
export interface Options {
  /** Markdown unless said otherwise. */
  readonly language?: Language;
  /** The codes that are looked at; all unless said otherwise. */
  readonly only?: readonly Code[];
}

/** A draft as it was read, and its findings. */
export interface Checked {
  readonly text: string;
  readonly report: Report;
  readonly findings: readonly Finding[];
}

/** Reads a draft; throws where it is taken for no report. */
export function reportIn(text: string, language: Language = 'markdown'): Report {
  const report = readReport(text, language);
  if (report === undefined) throw new Error(`not taken for a report\n${text}`);
  return report;
}

/** Reads and checks a draft, by settings where there are some; throws where it is taken for no report. */
export function analyzed(text: string, language: Language = 'markdown', settings?: Settings) {
  const analysis = analyze(text, language, settings);
  if (analysis.kind === 'other') throw new Error(`not taken for a report\n${text}`);
  return analysis;
}

/** A draft with its findings, of some codes only where those are named; throws where it is taken for no report. */
export function checked(text: string, { language, only }: Options = {}): Checked {
  const { report, findings } = analyzed(text, language);
  return { text, report, findings: findings.filter(({ code }) => only === undefined || only.includes(code)) };
}

/**
 * Checks a draft in which the place of each expected finding stands between ⟦ and ⟧, in the order of the draft: those
 * findings, and no other.
 */
export function check(marked: string, expected: readonly Expected[], options: Options = {}): Checked {
  const { text, places } = unmarked(marked);
  expect(places.length, 'places that are marked').toBe(expected.length);
  const draft = checked(text, options);
  const wanted = expected.map((one, i) => ({ ...one, at: places[i] }));
  expect(draft.findings.map((finding, i) => shown(finding, expected[i], text))).toEqual(
    wanted.map(({ at, message, ...rest }) => ({
      ...rest,
      ...(message !== undefined && { message: expect.stringContaining(message) }),
      at: at === undefined ? undefined : placed(text, at),
    })),
  );
  return draft;
}

/** What of a finding is compared with what is expected of it. */
function shown(finding: Finding, expected: Expected | undefined, text: string) {
  const { code, severity, message, span } = finding;
  const wants = (key: keyof Expected): boolean => expected?.[key] !== undefined;
  const [first] = wants('safe') || wants('fixed') ? finding.fixes() : [];
  return {
    code,
    at: placed(text, span),
    ...(wants('severity') && { severity }),
    ...(wants('message') && { message }),
    ...(wants('fixes') && { fixes: finding.fixes().map(({ title }) => title) }),
    ...(wants('safe') && { safe: first?.safe }),
    ...(wants('fixed') && { fixed: first === undefined ? undefined : applyEdits(text, first.edits) }),
  };
}

type Place = Pick<Finding['span'], 'start' | 'end'>;

/** A place for people: its offset and what stands there. */
function placed(text: string, { start, end }: Place): string {
  return `${start}: ${text.slice(start, end)}`;
}

/** A draft without its marks, and the places between them. */
export function unmarked(marked: string): { readonly text: string; readonly places: readonly Place[] } {
  const places: Place[] = [];
  let text = '';
  for (const part of marked.split(/(⟦[^⟧]*⟧)/)) {
    const own = part.startsWith('⟦') ? part.slice(1, -1) : part;
    if (own !== part) places.push({ start: text.length, end: text.length + own.length });
    text += own;
  }
  return { text, places };
}

/** A text and what takes its place. */
export type Change = readonly [from: string | RegExp, to: string];

/** A right report with some texts replaced, each of which stands in it once. */
export function changed(
  changes: readonly Change[],
  name: RightReport = 'department',
  language: 'markdown' | 'plaintext' = 'markdown',
): string {
  return changes.reduce(
    (text, [from, to]) => {
      if (text.split(from).length !== 2) throw new Error(`not one place for: ${from}`);
      return text.replace(from, () => to);
    },
    rightReport(name, language),
  );
}

/** The codes of years, title and signature: one cause may show in any of them. */
export const yearCodes: readonly Code[] = [
  'title-missing',
  'title-year',
  'period',
  'stale-year',
  'deadline',
  'signature-missing',
];

/** The statistical period of the right report of a department. */
export const period = '本报告所列数据的统计期限为2025年1月1日至2025年12月31日。';
