import { describe, expect, it } from 'vitest';
import { newReportName, newReportSnippet, newReportText } from '../../server/src/writing/newReport.ts';
import { checked, reportIn } from '../support/check.ts';

describe('the name of a new report', () => {
  it('is its title, as far as it is known', () => {
    expect(newReportName({ body: ' 云川市水务局 ', year: 2025 })).toBe('云川市水务局2025年政府信息公开工作年度报告');
    expect(newReportName({ body: '', year: undefined })).toBe('政府信息公开工作年度报告');
    expect(newReportName({ body: '甲/乙:丙局', year: 2025 })).toBe('甲乙丙局2025年政府信息公开工作年度报告');
  });
});

describe('a new report', () => {
  const kinds = ['government', 'department', 'other'] as const;
  const all = kinds.flatMap((kind) =>
    [2020, 2025].flatMap((year) => (['markdown', 'plaintext'] as const).map((language) => ({ kind, year, language }))),
  );

  it.each(all)('has no finding but what is to be filled in: $kind $year $language', ({ kind, year, language }) => {
    const body = kind === 'government' ? '青澜县人民政府' : '云川市水务局';
    const text = newReportText({ body, kind, year, language });
    const { findings } = checked(text, { language });
    expect([...new Set(findings.map(({ code }) => code))].sort()).toEqual(['cell-blank', 'placeholder']);
    expect(findings.filter(({ code }) => code === 'placeholder')).toHaveLength(text.match(/（请填写/g)?.length ?? 0);
    const read = reportIn(text, language);
    expect([read.body, read.year, read.sections.length]).toEqual([body, year, 6]);
  });

  it('asks for the body where it is not known', () => {
    const text = newReportText({ body: '', kind: 'other', year: 2025, language: 'markdown' });
    expect(text).toContain('（请填写机关名称）2025年政府信息公开工作年度报告');
  });

  it('has a tab stop at every place to fill in', () => {
    const snippet = newReportSnippet({ body: '云川市水务局', kind: 'department', year: 2025, language: 'markdown' });
    const placeholders = newReportText({
      body: '云川市水务局',
      kind: 'department',
      year: 2025,
      language: 'markdown',
    }).match(/（请填写/g);
    expect(snippet.match(/\$\{\d+:（请填写/g)).toHaveLength(placeholders?.length ?? 0);
    expect(snippet.match(/\$\d+/g)?.length).toBe(10 + 175 + 15 + 0);
  });
});
