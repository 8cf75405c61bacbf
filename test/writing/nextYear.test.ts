import { describe, expect, it } from 'vitest';
import { nextYearDraft } from '../../server/src/writing/nextYear.ts';
import { analyzed, reportIn } from '../support/check.ts';
import { type RightReport, rightReport } from '../support/rightReports.ts';

const codes = (text: string, language: 'markdown' | 'plaintext') => [
  ...new Set(analyzed(text, language).findings.map(({ code }) => code)),
];

function draftOf(text: string, language: 'markdown' | 'plaintext' = 'markdown', year?: number) {
  const draft = nextYearDraft(reportIn(text, language), year);
  if (draft === undefined) throw new Error('no draft');
  return draft;
}

describe('a report as the base of the next', () => {
  const all = (['department', 'government', 'trial'] as const).flatMap((name) =>
    (['markdown', 'plaintext'] as const).map((language) => ({ name, language })),
  );

  it.each(all)('has no finding but what is to be filled in: $name $language', ({ name, language }) => {
    const { text } = draftOf(rightReport(name, language), language);
    expect(codes(text, language).sort()).toEqual(['cell-blank', 'placeholder', 'total-blank']);
  });

  const { text, year, carried } = draftOf(rightReport('department', 'markdown'));

  it('has title, period and the years of the text of the new year', () => {
    expect([year, carried]).toEqual([2026, true]);
    expect(text).toContain('# 云川市水务局2026年政府信息公开工作年度报告\n');
    expect(text).toContain('统计期限为2026年1月1日至2026年12月31日。');
    expect(text).toContain('二是2027年起重要文件');
    expect(text).not.toContain('2025');
  });

  it('keeps how the body is reached, and blanks the numbers of the text', () => {
    expect(text).toContain('（地址：云川市望江路18号；邮编：999999；电话：0000-5550123）');
    expect(text).toContain('上年结转XX件。办结XX件');
  });

  it('marks each paragraph of the body, and neither headings nor signature', () => {
    expect(text).toContain('到期失效的文件及时移出。【待改写】\n');
    expect(text.match(/【待改写】/g)).toHaveLength(8);
    expect(text).toMatch(/### （三）政府信息管理\n/);
    expect(text).toMatch(/\n云川市水务局\n\n（请填写成文日期）\n$/);
  });

  it('carries 结转下年度 into 上年结转, column by column, and nothing else', () => {
    expect(text).toContain('| 二、上年结转政府信息公开申请数量 |  |  | 1 | 0 | 0 | 0 | 0 | 0 | 1 |');
    expect(text).toContain('| 四、结转下年度继续办理 |  |  |  |  |  |  |  |  |  |');
  });

  it('is of the format of its year, and asks for what that wants said', () => {
    const trial = draftOf(rightReport('trial', 'markdown')).text;
    expect(reportIn(trial).format).toBe('2021');
    expect(trial).toContain('〔2021〕30号');
    expect(trial).not.toContain('〔2019〕60号');
    expect(trial).toContain('（请填写本年度收取信息处理费的情况；没有收取的，写明未收取。）');
  });

  it('carries nothing over a year that is left out', () => {
    const later = draftOf(rightReport('department', 'markdown'), 'markdown', 2027);
    expect([later.year, later.carried]).toEqual([2027, false]);
    expect(later.text).toContain('2027年1月1日至2027年12月31日');
  });

  it('takes a title that is brought up to date for the new year’s', () => {
    const begun = rightReport('department', 'markdown').replace('水务局2025年', '水务局2026年');
    expect(draftOf(begun)).toEqual({ text, year, carried });
  });

  it.each(['markdown', 'plaintext'] as const)('has a title, though the report had none: %s', (language) => {
    const [, ...rest] = rightReport('department', language).split('\n\n');
    const made = draftOf(rest.join('\n\n'), language).text;
    expect(made.split('\n\n')[0]).toBe(
      `${language === 'markdown' ? '# ' : ''}云川市水务局2026年政府信息公开工作年度报告`,
    );
    expect(reportIn(made, language).title?.year).toBe(2026);
  });

  it.each<RightReport>(['department', 'trial'])('is not made for a year that is not later: %s', (name) => {
    const report = reportIn(rightReport(name, 'markdown'));
    expect(nextYearDraft(report, report.year)).toBeUndefined();
  });
});
