import { expect, it } from 'vitest';
import type { Finding } from '../../server/src/checks/check.ts';
import { changed, check, checked } from '../support/check.ts';
import type { RightReport } from '../support/rightReports.ts';

const only = ['disclosure-implausible'] as const;

function found(text: string): readonly Finding[] {
  return checked(text, { only }).findings;
}

const purchase = '| 政府集中采购 | 4 | 86.2万元 |  |';
const licensing = '| 行政许可 | 9 | -1 | 120 |';
const normative = '| 行政规范性文件 | 3 | 1 | 21 |';
const trialNormative = '| 规范性文件 | 2 | 2 | 11 |';

it.each<readonly [string, RightReport, string, string]>([
  ['more in force than made', 'department', normative, '| 行政规范性文件 | 3 | 1 | 2 |'],
  ['less in force than was made', 'department', normative, '| 行政规范性文件 | 3 | 0 | ⟦2⟧ |'],
  ['more published than there is', 'trial', trialNormative, '| 规范性文件 | 2 | ⟦12⟧ | 11 |'],
  ['made, nothing published', 'trial', trialNormative, '| 规范性文件 | 2 | 0 | ⟦0⟧ |'],
  ['made, older ones published', 'trial', trialNormative, '| 规范性文件 | 2 | 0 | 9 |'],
  ['items below zero', 'trial', licensing, '| 行政许可 | 9 | ⟦减10⟧ | 120 |'],
  ['all items gone', 'trial', licensing, '| 行政许可 | 9 | -9 | 120 |'],
  ['an amount for nothing', 'trial', purchase, '| 政府集中采购 | ⟦0⟧ | 86.2万元 |  |'],
  ['nothing for an amount', 'trial', purchase, '| 政府集中采购 | 4 | ⟦0⟧ |  |'],
  ['no amount filled in', 'trial', purchase, '| 政府集中采购 | 4 |  |  |'],
])('%s', (_, name, row, marked) => {
  const expected = marked.includes('⟦') ? [{ code: 'disclosure-implausible' } as const] : [];
  const { findings } = check(changed([[row, marked]], name), expected, { only });
  for (const { related } of findings) expect(related.length).toBeGreaterThan(0);
});

it.each<[string, boolean]>([
  ['云川市水务局', true],
  ['青澜县人民政府', true],
  ['青澜县白石镇人民政府', true],
  ['云川市桥东街道办事处', true],
  ['云川市人民政府', false],
  ['云川市人民政府办公室', false],
  ['云川市司法局', false],
  ['临泽省水利厅', false],
  ['云川经济技术开发区管理委员会', false],
])('regulations of %s: %s', (body, foreign) => {
  const row = '| 规章 | 0 | 0 | 0 |';
  const text = changed([[row, '| 规章 | 1 | 0 | 6 |']]).replaceAll('云川市水务局', body);
  expect(found(text).map(({ related }) => related.length)).toEqual(foreign ? [1] : []);
});

it.each<[string, string, boolean]>([
  ['本年度共收取信息处理费400元。', '0', true],
  ['本年度收取信息处理费400元。', '0.04', false],
  ['本年度收取信息处理费423元。', '0.04', false],
  ['本年度收取信息处理费１，４００元。', '0.04', true],
  ['信息处理费收取情况：全年收取1.2万元。', '1.1', true],
  ['本年度未收取信息处理费。', '0', false],
  ['本年度收取信息处理费0元。', '0', false],
  ['对3件申请发出收费通知，应收信息处理费2230元，申请人均未缴纳。', '0', false],
])('%s Fees %s: %s', (sentence, amount, implausible) => {
  const text = changed([
    ['2025年，本机关未收取信息处理费。', sentence],
    ['| 行政事业性收费 | 12.36 |  |  |', `| 行政事业性收费 | ${amount} |  |  |`],
  ]);
  expect(found(text).length).toBe(implausible ? 1 : 0);
});
