import { describe, it } from 'vitest';
import { changed, check } from '../support/check.ts';

const only = ['deadline'] as const;

/** Judges the date under the right report of a department that is another body's. */
function judge(body: string, date: string, message?: string): void {
  const text = changed([
    ['# 云川市水务局2025年', `# ${body}2025年`],
    ['\n\n云川市水务局\n\n2026年1月20日', `\n\n${body}\n\n${date}`],
  ]);
  const expected = { code: 'deadline', severity: 'information', ...(message !== undefined && { message }) } as const;
  check(text, date.includes('⟦') ? [expected] : [], { only });
}

describe('the date under a report', () => {
  it.each([
    ['云川市水务局', '2026年1月31日'],
    ['云川市水务局', '⟦2026年2月1日⟧'],
    ['云川市水务局', '二〇二六年一月二十日'],
    ['云川市水务局', '⟦二〇二六年十一月二日⟧'],
    ['云岭省水利厅', '⟦2026年2月1日⟧'],
    ['青澜县望江镇人民政府', '⟦2026年2月3日⟧'],
    ['云川市长河区望江街道办事处', '⟦2026年2月3日⟧'],
    ['青澜县人民政府', '2026年2月20日'],
    ['青澜县人民政府', '⟦2026年2月21日⟧'],
    ['青澜县', '⟦2026年3月1日⟧'],
    ['云川市人民政府', '2026年3月10日'],
    ['云川市人民政府', '⟦2026年3月11日⟧'],
    ['云岭省人民政府', '2026年3月31日'],
    ['云岭省人民政府', '⟦2026年4月1日⟧'],
  ])('is judged by rank: %s, %s', (body, date) => {
    judge(body, date);
  });

  it.each(['云川高新技术产业开发区管理委员会', '云岭省人民政府办公厅', '青澜县气象局', '国家税务总局青澜县税务局'])(
    'has the last day of all where the name tells no rank: %s',
    (body) => {
      judge(body, '2026年3月31日');
      judge(body, '⟦2026年4月1日⟧', '任何机关最晚在2026年3月31日前');
    },
  );

  it.each(['⟦2025年12月30日⟧', '⟦2027年1月8日⟧', '⟦2025年1月20日⟧'])('fits the report year: %s', (date) => {
    judge('云川市水务局', date);
  });
});
