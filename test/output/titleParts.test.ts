import { describe, expect, it } from 'vitest';
import { titleLines, titleParts } from '../../server/src/output/titleParts.ts';

describe('a title', () => {
  it.each([
    ['云川市水务局2025年政府信息公开工作年度报告', ['云川市水务局', '2025年', '政府信息公开', '工作年度报告']],
    ['青澜县教育局 2020年度政务公开年度报告', ['青澜县教育局 ', '2020年度', '政务公开', '年度报告']],
    ['2025年政府信息公开年报（送审稿）', ['2025年', '政府信息公开', '年报（送审稿）']],
    ['政府信息公开工作年度报告', ['政府信息公开工作年度报告']],
    ['云川市水务局2025年工作总结', ['云川市水务局', '2025年', '工作总结']],
  ])('ends its lines between its parts: %s', (title, parts) => {
    expect(titleParts(title)).toEqual(parts);
    expect(titleParts(title).join('')).toBe(title);
  });

  it('takes a second line from 政府信息公开 on, where one is not enough', () => {
    const title = '云川市水务局2025年政府信息公开工作年度报告';
    expect(titleLines(title, 20)).toEqual(['云川市水务局2025年', '政府信息公开工作年度报告']);
    expect(titleLines(title, 40)).toEqual([title]);
    expect(titleLines('云川市水务局关于政府信息公开工作情况的说明和其他若干需要报告的事项', 20)).toHaveLength(1);
  });
});
