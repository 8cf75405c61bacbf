import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../server/src/text/span.ts';
import { changed, check, checked, yearCodes as only, period } from '../support/check.ts';
import { rightReport } from '../support/rightReports.ts';

it.each([
  '本报告中所列数据统计期限为2025年1月1日至2025年12月31日。',
  '本报告统计期限从2025年1月1日到12月31日止。',
  '所列数据的统计期限自2025年1月1日起，至2025年12月31日止。',
  '数据统计时限为2025年1月1日至2025年12月31日。',
  '数据统计的期限为 2025 年 1 月 1 日至 12 月 31 日。',
  '数据统计时间为2025年1月1日—2025年12月31日。',
  '数据统计时间为2025年1月1日-12月31日。',
  '数据统计截止到2025年12月。',
  '统计时段为2025年1-12月。',
  '统计期限为2025年1月—12月。',
  '除特别说明外，所列数据统计时限为２０２５年１月１日至１２月３１日。',
  '统计年度为2025年。',
  '所列数据截止日期为2025年12月31日。',
  '内容为全市2025年1月1日至12月31日期间的工作情况。',
  '统计期限为2025年1月1日起至同年12月31日止。',
  '统计期限为二〇二五年一月一日至十二月三十一日。',
  '统计期限为2025  1  1  日至2025年12月31日。',
])('is taken as written: %s', (sentence) => {
  check(changed([[period, sentence]]), [], { only });
});

it.each([
  '统计期限为⟦2025年1月1日至2024年12月31日⟧。',
  '统计期限为⟦2024年12月1日至2025年11月30日⟧。',
  '统计期限为⟦2025年2月1日至12月31日⟧。',
  '统计期限为⟦2025年1月至11月⟧。',
  '数据统计截止到⟦2024⟧年12月。',
])('is wrong: %s', (sentence) => {
  const { text, findings } = check(changed([[period, sentence]]), [{ code: 'period' }], { only });
  check(applyEdits(text, findings[0]?.fixes()[0]?.edits ?? []), [], { only });
});

it('is missing', () => {
  const text = changed([
    [period, ''],
    ['## 一、总体情况', '## ⟦一、总体情况⟧'],
  ]);
  const { findings } = check(text, [{ code: 'period' }], { only });
  expect(findings[0]?.fixes()[0]?.edits.map((edit) => edit.text.trim())).toEqual([period]);
});

describe('another year than the rest of the report', () => {
  const older = period.replaceAll('2025', '2024');
  const marked = older.replace(/2024.*(?=。)/, '⟦$&⟧');

  it('is safely put right where all else agrees', () => {
    const fixed = rightReport('department', 'markdown');
    check(changed([[period, marked]]), [{ code: 'period', safe: true, fixed }], { only });
  });

  it('is told once where title and date stand against period and sentences', () => {
    const text = changed([
      [period, marked],
      ['2025年，通过', '2024年，通过'],
      ['2025年，本机关', '2024年，本机关'],
    ]);
    check(text, [{ code: 'period' }], { only });
  });

  it('may be the right one where nothing but the title disagrees: neither is preferred', () => {
    const draft = changed(
      [
        ['报告所列数据的统计期限为2025年1月1日至12月31日。', period.replaceAll('2025', '2023')],
        ['\n\n2026年2月12日', ''],
      ],
      'government',
    );
    const { findings } = checked(draft, { only: ['period'] });
    expect(findings.map(({ message }) => message)).toEqual([
      '统计期限写的是2023年，标题是2025年的，两者不一致，请核对，应为同一年。',
    ]);
    const fixes = findings[0]?.fixes() ?? [];
    expect(fixes.map(({ title, preferred, safe }) => [title, preferred, safe])).toEqual([
      ['统计期限改为2025年1月1日至12月31日', false, false],
      ['标题改为2023年', false, false],
    ]);
    for (const { edits } of fixes) check(applyEdits(draft, edits), [], { only: ['period'] });
  });
});
