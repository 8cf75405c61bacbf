import { describe, expect, it } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze.ts';
import { rules } from '../../server/src/analysis/rules.ts';
import { codes, type Example, type Finding } from '../../server/src/checks/check.ts';
import { applyEdits } from '../../server/src/text/span.ts';
import { type RightReport, rightReport } from '../support/rightReports.ts';

const reports: readonly RightReport[] = ['department', 'government', 'trial'];
const languages = ['markdown', 'plaintext'] as const;

function findingsOf(text: string, language: 'markdown' | 'plaintext'): readonly Finding[] {
  const analysis = analyze(text, language);
  if (analysis.kind === 'other') throw new Error('not taken for a report');
  return analysis.findings;
}

/** The reports of an example: wrong with the place of its finding, and right. */
function reportsOf({ report = 'department', language = 'markdown', replaces, wrong, right }: Example) {
  const whole = rightReport(report, language);
  const old = replaces ?? right;
  if (whole.split(old).length !== 2) throw new Error(`the ${report} report has not one place for: ${old}`);
  const put = (text: string): string => whole.split(old).join(text);
  const marked = put(wrong);
  const start = marked.indexOf('⟦');
  const end = marked.indexOf('⟧') - 1;
  return { language, wrong: marked.replace(/[⟦⟧]/g, ''), right: put(right), span: { start, end } };
}

describe('right reports', () => {
  it.each(reports.flatMap((name) => languages.map((language) => ({ name, language }))))(
    'have no finding: $name, $language',
    ({ name, language }) => {
      expect(
        findingsOf(rightReport(name, language), language).map(({ code, message }) => `${code} ${message}`),
      ).toEqual([]);
    },
  );
});

describe('rules', () => {
  it('are one for each code', () => {
    expect(rules.map(({ code }) => code).sort()).toEqual([...codes].sort());
  });

  it.each(rules)('$code says what there is to read of it', ({ title, summary, why, basis, howToFix, examples }) => {
    expect(title.length).toBeGreaterThan(3);
    expect(title.length).toBeLessThanOrEqual(16);
    for (const text of [why, basis, howToFix]) expect(text).toMatch(/[。）：]$/);
    expect(summary).toMatch(/^[A-Z“].*\.$/);
    expect(examples.length).toBeGreaterThan(0);
  });
});

const examples = rules.flatMap(({ code, examples }) => examples.map((example, index) => ({ code, index, example })));

describe('examples', () => {
  it.each(examples)('of $code, $index: wrong gives exactly its finding', ({ code, example }) => {
    const { wrong, span, language } = reportsOf(example);
    const findings = findingsOf(wrong, language);
    expect(
      findings.map((finding) => ({ code: finding.code, at: wrong.slice(finding.span.start, finding.span.end) })),
    ).toEqual([{ code, at: wrong.slice(span.start, span.end) }]);
    expect(findings[0]?.span).toEqual(span);
  });

  it.each(examples)('of $code, $index: right is silent', ({ example }) => {
    const { right, language } = reportsOf(example);
    expect(findingsOf(right, language).map(({ message }) => message)).toEqual([]);
  });

  it.each(examples)('of $code, $index: the fix gives right, or there is none', ({ example }) => {
    const { wrong, right, language } = reportsOf(example);
    const [fix] = findingsOf(wrong, language)[0]?.fixes() ?? [];
    if (example.fixable === false) {
      const fixed = fix === undefined ? undefined : applyEdits(wrong, fix.edits);
      expect(fixed).not.toBe(right);
      return;
    }
    expect(fix === undefined ? 'no fix' : applyEdits(wrong, fix.edits)).toBe(right);
  });
});
