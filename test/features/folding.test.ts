import { describe, expect, it } from 'vitest';
import { foldsOf, selectionsAt } from '../../server/src/features/folding.ts';
import { reportIn } from '../support/check.ts';
import { caretIn, right, textAt } from './report.ts';

const languages = ['markdown', 'plaintext'] as const;

describe.each(languages)('a right report in %s', (language) => {
  const report = right('department', language);

  it('folds sections and tables without the blank lines behind them', () => {
    const folds = foldsOf(report);
    const lines = report.text.split('\n');
    expect(folds.length).toBeGreaterThanOrEqual(11);
    for (const { start, end } of folds) {
      expect(end).toBeGreaterThan(start);
      expect(lines[end]?.trim()).not.toBe('');
    }
  });

  it('grows a selection from cell to row, table, section, report', () => {
    const offset = caretIn(report, language === 'markdown' ? '（一）予以公开 |  | ¦6' : '（一）予以公开\t\t¦6');
    const texts = selectionsAt(report, offset).map((span) => textAt(report, span));
    expect(texts[0]).toBe('6');
    expect(texts[1]).toMatch(/^（一）予以公开[\s\S]*8$/);
    expect(texts[texts.length - 1]).toBe(report.text);
    expect(texts.some((text) => text.includes('三、收到和处理'))).toBe(true);
  });
});

describe('folding', () => {
  it('folds comments, blocks of code and tables of no section', () => {
    const added = '<!--\n初稿\n-->\n\n```\n甲\n乙\n```\n\n| 会议 | 次数 |\n| --- | --- |\n| 例会 | 3 |\n\n';
    const { text } = right();
    const at = text.indexOf('## 六、');
    const report = reportIn(text.slice(0, at) + added + text.slice(at));
    const first = report.lines.lineAt(at);
    const inside = foldsOf(report).filter(({ start, end }) => start >= first && end < first + 13);
    expect(inside).toEqual([
      { start: first, end: first + 2 },
      { start: first + 4, end: first + 7 },
      { start: first + 9, end: first + 11 },
    ]);
  });
});
