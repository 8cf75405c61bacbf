import { describe, expect, it, vi } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze.ts';
import { rules } from '../../server/src/analysis/rules.ts';
import { pastedTable } from '../../server/src/features/paste.ts';
import { citationOf } from '../../server/src/format/citations.ts';
import { formatOf, formatOfYear, formats, presentFormat, scopeOf, tableOf } from '../../server/src/format/formats.ts';
import { noticeOf } from '../../server/src/format/notices.ts';
import { snippets } from '../../server/src/generate/snippets.ts';
import { applyEdits } from '../../server/src/text/span.ts';
import { newReportText } from '../../server/src/writing/newReport.ts';
import { standardTable } from '../../server/src/writing/write.ts';

/** The third format is in force, and its notice is called as the one before. */
vi.mock('../../server/src/format/official.ts', async (original) => {
  const { namesake, withFormat } = await import('../support/thirdFormat.ts');
  const module = await original<typeof import('../../server/src/format/official.ts')>();
  return { ...withFormat(module, namesake), present: namesake.id };
});

describe('the present format', () => {
  it('is what the data say, not the last one nor the one of the examples', () => {
    expect(presentFormat.id).toBe('2027');
    expect(formatOfYear(undefined)).toBe(presentFormat);
    expect(formatOfYear(2025).id).toBe('2021');
    expect(rules.length).toBeGreaterThan(0);
  });

  it('is that of snippets and of new reports without a year; the others have their ids', () => {
    const all = snippets('markdown');
    const named = (prefix: string) => Object.entries(all).find(([, snippet]) => snippet.prefix.includes(prefix))?.[0];
    expect([named('表三'), named('表三2021'), named('表三2019')]).toEqual([
      '表三（2027）',
      '表三（2021）',
      '表三（2019）',
    ]);
    const text = newReportText({ body: '', kind: 'department', year: undefined, language: 'markdown' });
    for (const table of presentFormat.tables) expect(text).toContain(standardTable(table, 'markdown', () => ''));
    expect(text).toContain(citationOf(presentFormat.notice));
  });

  it('does not make other tables its own: one that is copied stays what it is', () => {
    for (const { id } of formats) {
      for (const table of ['disclosure', 'applications'] as const) {
        const text = standardTable(tableOf(id, table), 'plaintext', ({ index }) => String(index));
        expect(pastedTable({ text }, 'plaintext')?.text).toBe(text);
      }
    }
  });
});

describe('a notice that is called as another one', () => {
  const [before, after] = [formatOf('2021'), presentFormat];

  function judged(words: string, year: number) {
    const text = newReportText({ body: '云川市水务局', kind: 'department', year, language: 'markdown' }).replace(
      citationOf(formatOfYear(year).notice),
      words,
    );
    const analysis = analyze(text, 'markdown');
    const findings = analysis.kind === 'other' ? [] : analysis.findings.filter(({ code }) => code === 'citation');
    const edits = findings.flatMap((finding) => finding.fixes()[0]?.edits ?? []);
    return { messages: findings.map(({ message }) => message), fixed: applyEdits(text, edits) };
  }

  it('is told by its number', () => {
    for (const [cited, year] of [
      [before, 2028],
      [after, 2025],
    ] as const) {
      const right = formatOfYear(year);
      const { messages, fixed } = judged(citationOf(cited.notice), year);
      expect(messages).toEqual([
        `${year}年度报告应引用${noticeOf(right)}；${noticeOf(cited)}适用于${scopeOf(cited)}的报告。`,
      ]);
      expect(fixed).toContain(citationOf(right.notice));
    }
  });

  it('is right by its name alone, and in full', () => {
    for (const [format, year] of [
      [before, 2025],
      [after, 2028],
    ] as const) {
      expect(format.notice.core).toBe(before.notice.core);
      for (const words of [`《${format.notice.core}》`, citationOf(format.notice)])
        expect(judged(words, year).messages).toEqual([]);
    }
    expect(judged(`《${after.notice.core}》`, 2020).fixed).toContain(formatOfYear(2020).notice.core);
  });
});
