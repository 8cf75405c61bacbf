import { describe, expect, it } from 'vitest';
import { rules } from '../../server/src/analysis/rules.ts';
import { codes, type Example } from '../../server/src/checks/check.ts';
import { applyEdits } from '../../server/src/text/span.ts';
import { changed, check, checked, unmarked } from '../support/check.ts';
import { type RightReport, rightReport } from '../support/rightReports.ts';

const reports: readonly RightReport[] = ['department', 'government', 'trial'];
const languages = ['markdown', 'plaintext'] as const;

/** The reports of an example: wrong with the place of its finding marked, and right. */
function reportsOf({ report = 'department', language = 'markdown', wrong, right, replaces = right }: Example) {
  const put = (text: string): string => changed([[replaces, text]], report, language);
  return { language, wrong: put(wrong), right: put(right) };
}

describe('right reports', () => {
  it.each(reports.flatMap((name) => languages.map((language) => ({ name, language }))))(
    'have no finding: $name, $language',
    ({ name, language }) => {
      check(rightReport(name, language), [], { language });
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
    const { wrong, language } = reportsOf(example);
    check(wrong, [{ code }], { language });
  });

  it.each(examples)('of $code, $index: right is silent', ({ example }) => {
    const { right, language } = reportsOf(example);
    check(right, [], { language });
  });

  it.each(examples)('of $code, $index: the fix gives right, or there is none', ({ code, example }) => {
    const { wrong, right, language } = reportsOf(example);
    if (example.fixable !== false) {
      check(wrong, [{ code, fixed: right }], { language });
      return;
    }
    const { text, findings } = checked(unmarked(wrong).text, { language });
    const [fix] = findings[0]?.fixes() ?? [];
    expect(fix && applyEdits(text, fix.edits)).not.toBe(right);
  });
});
