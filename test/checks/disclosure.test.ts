import { describe, expect, it } from 'vitest';
import { checkUnits } from '../../server/src/checks/cell-unit.ts';
import type { Finding } from '../../server/src/checks/check.ts';
import { checkPlausibility } from '../../server/src/checks/disclosure-implausible.ts';
import { bodyKind } from '../../server/src/report/facts/body.ts';
import { readReport } from '../../server/src/report/reading/read.ts';
import { applyEdits } from '../../server/src/text/span.ts';
import { type RightReport, rightReport } from '../support/rightReports.ts';

/** A right report with one text of it replaced. */
function changed(name: RightReport, old: string, put: string, body?: readonly [string, string]): string {
  const whole = rightReport(name, 'markdown');
  if (whole.split(old).length !== 2) throw new Error(`the ${name} report has not one place for: ${old}`);
  const text = whole.replace(old, () => put);
  return body === undefined ? text : text.replaceAll(...body);
}

function findings(check: typeof checkUnits, text: string): Finding[] {
  const report = readReport(text, 'markdown');
  if (report === undefined) throw new Error('not taken for a report');
  return [...check.run(report)];
}

const fee = '| 行政事业性收费 | 12.36 |  |  |';
const purchase = '| 政府集中采购 | 4 | 86.2万元 |  |';

/** Texts after each fix of the one finding; undefined where there is no finding. */
function unitFixes(name: RightReport, old: string, put: string): string[] | undefined {
  const text = changed(name, old, put);
  const [first, ...more] = findings(checkUnits, text);
  expect(more).toEqual([]);
  return first?.fixes().map((fix) => {
    expect(fix.safe).toBe(false);
    const fixed = applyEdits(text, fix.edits);
    expect(findings(checkUnits, fixed)).toEqual([]);
    return fixed.slice(fix.edits[0]?.span.start, (fix.edits[0]?.span.start ?? 0) + (fix.edits[0]?.text.length ?? 0));
  });
}

describe('cell-unit', () => {
  it.each([
    ['123600元', ['12.36']],
    ['1.2亿元', ['12000']],
    ['12.36万元', undefined],
    ['12.36', undefined],
    ['316441', undefined],
    ['1236000.5', ['123.60005']],
    ['0元', undefined],
    ['/', undefined],
    ['3项', undefined],
  ])('of fees: %s', (text, fixed) => {
    expect(unitFixes('department', fee, `| 行政事业性收费 | ${text} |  |  |`)).toEqual(fixed);
  });

  it.each([
    ['4', '86.2万元', undefined],
    ['4', '86.2', undefined],
    ['4', '862000元', undefined],
    ['3', '251000', ['251000元', '251000万元']],
    ['20', '33633789.63万', ['33633789.63元']],
    ['20', '33,633,789.63', ['33633789.63元']],
    ['30000', '31000000万元', undefined],
    ['2000', '1500000', undefined],
    ['0', '1500000', ['1500000元']],
    ['38', '938.3086元', ['938.3086万元']],
    ['1', '860元', undefined],
  ])('of purchases: %s items, %s', (items, text, fixed) => {
    expect(unitFixes('trial', purchase, `| 政府集中采购 | ${items} | ${text} |  |`)).toEqual(fixed);
  });
});

describe('disclosure-implausible', () => {
  const normative = '| 行政规范性文件 | 3 | 1 | 21 |';
  const trialNormative = '| 规范性文件 | 2 | 2 | 11 |';

  it.each<[string, RightReport, string, string, readonly string[]]>([
    ['more in force than made', 'department', normative, '| 行政规范性文件 | 3 | 1 | 2 |', []],
    ['less in force than was made', 'department', normative, '| 行政规范性文件 | 3 | 0 | 2 |', ['2']],
    ['more published than there is', 'trial', trialNormative, '| 规范性文件 | 2 | 12 | 11 |', ['12']],
    ['made, nothing published', 'trial', trialNormative, '| 规范性文件 | 2 | 0 | 0 |', ['0']],
    ['made, older ones published', 'trial', trialNormative, '| 规范性文件 | 2 | 0 | 9 |', []],
    ['items below zero', 'trial', '| 行政许可 | 9 | -1 | 120 |', '| 行政许可 | 9 | 减10 | 120 |', ['减10']],
    ['all items gone', 'trial', '| 行政许可 | 9 | -1 | 120 |', '| 行政许可 | 9 | -9 | 120 |', []],
    ['an amount for nothing', 'trial', purchase, '| 政府集中采购 | 0 | 86.2万元 |  |', ['0']],
    ['nothing for an amount', 'trial', purchase, '| 政府集中采购 | 4 | 0 |  |', ['0']],
    ['no amount filled in', 'trial', purchase, '| 政府集中采购 | 4 |  |  |', []],
  ])('%s', (_, name, old, put, marked) => {
    const text = changed(name, old, put);
    const found = findings(checkPlausibility, text);
    expect(found.map(({ span }) => text.slice(span.start, span.end))).toEqual(marked);
    for (const { related } of found) expect(related.length).toBeGreaterThan(0);
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
    const text = changed('department', row, '| 规章 | 1 | 0 | 6 |', ['云川市水务局', body]);
    expect(findings(checkPlausibility, text).map(({ related }) => related.length)).toEqual(foreign ? [1] : []);
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
    const text = changed('department', '2025年，本机关未收取信息处理费。', sentence).replace(
      fee,
      `| 行政事业性收费 | ${amount} |  |  |`,
    );
    expect(findings(checkPlausibility, text).length).toBe(implausible ? 1 : 0);
  });
});

describe('bodyKind', () => {
  it.each([
    ['中华人民共和国水利部', 'ministry'],
    ['临泽省人民政府', 'province'],
    ['松岭自治州人民政府', 'city'],
    ['云川市人民政府', 'city'],
    ['柳塘区政府', 'county'],
    ['青澜县石门乡人民政府', 'township'],
    ['云川市人民政府办公厅', 'office'],
    ['云川市人民政府外事办公室', 'department'],
    ['云川市市场监督管理局', 'department'],
    ['西城市教育局', 'department'],
    ['临泽省市场监督管理局', undefined],
    ['临泽省城市管理局', undefined],
    ['临泽省教育厅', undefined],
    ['国家税务总局云川市税务局', undefined],
    ['云川高新技术产业开发区管理委员会', undefined],
    ['云川市人民代表大会常务委员会', undefined],
    ['', undefined],
  ])('%s: %s', (name, kind) => {
    expect(bodyKind(name)).toBe(kind);
  });
});
