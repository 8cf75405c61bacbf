import type { Element } from 'domhandler';
import { describe, expect, it } from 'vitest';
import { slotsOf } from '../../../server/src/format/figures.ts';
import { numbersPage } from '../../../server/src/output/review/charts.ts';
import { yearBefore } from '../../../server/src/output/review/lastYear.ts';
import { chartSvg } from '../../../server/src/output/review/picture.ts';
import { type Report, valueAt } from '../../../server/src/report/model.ts';
import { checked } from '../../support/check.ts';
import { dangersOf, elements, faultsOf, rowsOf, textOf } from '../../support/reviewPage.ts';
import { rightReport } from '../../support/rightReports.ts';

const department = rightReport('department', 'markdown');
/** The same body's report of the year before, with 3 instead of 12 natural persons and one figure left blank. */
const lastYear = department
  .replace(/20(2[3-6])/g, (_, year: string) => `20${Number(year) - 1}`)
  .replace('| 12 | 3 | 0 |', '| 3 | 24 |  |');
const captions = ['本年新收申请的申请人（单位：件）', '申请的办理结果和结转（单位：件）'] as const;

/** Labels and figures of a picture, in turn. */
function writtenIn(svg: Element): (string | undefined)[][] {
  const texts = elements(svg, 'text').map(textOf);
  return texts.flatMap((label, i) => (i % 2 === 0 ? [[label, texts[i + 1]]] : []));
}

/** The sum of the numbers of table 3 in a row or group of rows and a column. */
function sumOf(report: Report, row: string, column: string): number {
  const table = report.tables.applications;
  if (table === undefined) throw new Error('no table 3');
  return slotsOf(table.format, [row, column]).reduce((sum, slot) => {
    const amount = valueAt(table, slot)?.amount;
    return sum + (amount?.kind === 'number' ? amount.value : 0);
  }, 0);
}

describe('the numbers as pictures', () => {
  it.each(['department', 'government', 'trial'] as const)('have the numbers of the tables: %s', (name) => {
    const { report } = checked(rightReport(name, 'markdown'));
    const html = numbersPage(report);
    const columns = ['natural', 'commercial', 'research', 'publicInterest', 'legalService', 'other', 'total'];
    const rows = ['granted', 'partial', 'withheld', 'unavailable', 'unprocessed', 'other', 'carriedOut'];
    const expected = [
      columns.map((column) => String(sumOf(report, 'new', column))),
      rows.map((row) => String(sumOf(report, row, 'total'))),
    ];
    expect(expected[1]).toEqual(['8', '1', '1', '4', '0', '1', '1']);
    const pictures = elements(html, 'svg');
    expect(pictures).toHaveLength(2);
    captions.forEach((caption, i) => {
      const table = rowsOf(html, caption) ?? [];
      expect(table.map(([, figure]) => figure)).toEqual(expected[i]);
      expect(writtenIn(pictures[i] as Element)).toEqual(table);
    });
    expect(rowsOf(html, captions[0])?.map(([label]) => label)).toEqual([
      '自然人',
      '商业企业',
      '科研机构',
      '社会公益组织',
      '法律服务机构',
      '其他',
      '总计',
    ]);
  });

  it('have bars as long as their numbers, each with a hatch of its own', () => {
    const bars = [4, 0, 2, 1].map((value) => ({ label: `第${value}`, value, shown: String(value) }));
    const svg = chartSvg({ id: 'test', title: '示例', of: '项目', bars });
    const drawn = elements(svg, 'rect').map(({ attribs }) => attribs);
    const [longest = 0, ...others] = drawn.map(({ width }) => Number(width));
    expect(others).toEqual([longest / 2, longest / 4]);
    expect(new Set(drawn.map(({ fill }) => fill)).size).toBe(3);
    const hatches = elements(svg, 'pattern').map((pattern) => elements(pattern, 'path')[0]?.attribs.d);
    expect(new Set(hatches).size).toBe(bars.length);
    expect(faultsOf(svg)).toEqual([]);
  });

  it('say in words what they show', () => {
    const [picture] = elements(numbersPage(checked(department).report), 'svg');
    if (picture === undefined) throw new Error('no picture');
    expect(picture.attribs).toMatchObject({ role: 'img', 'aria-labelledby': 'applicants-title applicants-desc' });
    expect(elements(picture, 'title').map(textOf)).toEqual(['本年新收申请的申请人']);
    expect(elements(picture, 'desc').map(textOf)).toEqual([
      '横条图，单位：件。自然人12，商业企业3，科研机构0，社会公益组织0，法律服务机构0，其他0，总计15。',
    ]);
  });

  it('are none where all is zero, and the page says so', () => {
    const zeros = department.replace(/## 三、[\s\S]*?(?=## 四、)/, (section) =>
      section.replace(/\| \d+(?= \|)/g, '| 0'),
    );
    const html = numbersPage(checked(zeros).report);
    expect(elements(html, 'svg')).toEqual([]);
    expect(elements(html, 'p').map(textOf).slice(1)).toEqual(['各项均为0，不作图。', '各项均为0，不作图。']);
    expect(rowsOf(html, captions[0])?.map(([, figure]) => figure)).toEqual(new Array(7).fill('0'));
  });

  it('are none without the table, and the page says so', () => {
    const html = numbersPage(checked(department.replace(/## 三、[\s\S]*?(?=## 四、)/, '')).report);
    expect([elements(html, 'svg'), elements(html, 'table')]).toEqual([[], []]);
    expect(elements(html, 'p').map(textOf)).toContain('没有表三，无图可作。');
  });

  it('take what is no number for none, and say what it is', () => {
    const text = department.replace('| 12 | 3 | 0 |', `| 六七 |  | ${'9'.repeat(400)} |`);
    expect(text).not.toBe(department);
    const html = numbersPage(checked(text).report);
    const shown = ['单元格读不出数字', '表中未填', '单元格读不出数字', '0', '0', '0', '15'];
    expect(rowsOf(html, captions[0])?.map(([, figure]) => figure)).toEqual(shown);
    const [picture] = elements(html, 'svg');
    expect(picture && writtenIn(picture).map(([, figure]) => figure)).toEqual(shown);
    expect(html).not.toMatch(/NaN|Infinity/);
  });

  it('are a page that needs nothing else and runs nothing', () => {
    const hostile = department.replaceAll('云川市水务局', '云川市<script>alert(1)</script><img src=x>水务局');
    for (const text of [department, hostile]) {
      const html = numbersPage(checked(text).report);
      expect(faultsOf(html)).toEqual([]);
      expect(dangersOf(html)).toEqual([]);
      expect(html.replace('http://www.w3.org/2000/svg', '').replace('http://www.w3.org/2000/svg', '')).not.toMatch(
        /https?:|@import/,
      );
    }
  });
});

describe('the numbers beside those of last year', () => {
  const before = checked(lastYear).report;
  const html = numbersPage(checked(department).report, before);

  it('have both years in the tables', () => {
    expect(elements(html, 'thead').map((head) => elements(head, 'th').map(textOf))).toEqual([
      ['申请人', '2025年', '2024年'],
      ['办理结果', '2025年', '2024年'],
    ]);
    expect(rowsOf(html, captions[0])?.slice(0, 3)).toEqual([
      ['自然人', '12', '3'],
      ['商业企业', '3', '24'],
      ['科研机构', '0', '表中未填'],
    ]);
    expect(rowsOf(html, captions[1])?.[0]).toEqual(['予以公开', '8', '8']);
    expect(elements(html, 'p').map(textOf)).toContain('与上年度报告（2024年）并列。');
  });

  it('have two bars for each name on one scale, told apart by their hatch', () => {
    const [picture] = elements(html, 'svg');
    if (picture === undefined) throw new Error('no picture');
    const drawn = elements(picture, 'rect').map(({ attribs }) => attribs);
    const [now, then] = ['url(#applicants-hatch-0)', 'url(#applicants-hatch-1)'];
    // The legend, then natural persons, enterprises, and the totals.
    expect(drawn.map(({ fill }) => fill)).toEqual([now, then, now, then, now, then, now, then]);
    const [natural = 0, naturalBefore, company, companyBefore] = drawn.slice(2).map(({ width }) => Number(width));
    expect([naturalBefore, company, companyBefore]).toEqual([natural / 4, natural / 4, natural * 2]);
    const shapes = elements(picture, 'pattern').map((each) => elements(each, 'path')[0]?.attribs.d);
    expect(shapes).toHaveLength(2);
    expect(new Set(shapes).size).toBe(2);
    expect(elements(picture, 'text').map(textOf).slice(0, 5)).toEqual(['2025年', '2024年', '自然人', '12', '3']);
    expect(elements(picture, 'desc').map(textOf)[0]).toMatch(
      /^横条图，单位：件。自然人（2025年：12，2024年：3），商业企业（2025年：3，2024年：24），科研机构（2025年：0，2024年：表中未填），/,
    );
    expect(faultsOf(html)).toEqual([]);
    expect(dangersOf(html)).toEqual([]);
  });

  it('are this year alone where last year has no such table', () => {
    const without = checked(lastYear.replace(/## 三、[\s\S]*?(?=## 四、)/, '')).report;
    expect(numbersPage(checked(department).report, without)).toBe(numbersPage(checked(department).report));
  });
});

describe('the report of the year before', () => {
  const { report } = checked(department);
  const draft = (name: string, text: string) => ({ name, text });

  it('is that of the same body with table 3, the first of several', () => {
    const others = [
      draft('notes.md', '# 信息公开会议记录\n'),
      draft('same.md', department),
      draft('other.md', lastYear.replaceAll('云川市水务局', '云川市林业局')),
      draft('part.md', lastYear.replace(/## 三、[\s\S]*?(?=## 四、)/, '')),
      draft('last.md', lastYear),
      draft('copy.md', lastYear),
    ];
    expect(yearBefore(report, others)?.name).toBe('last.md');
    expect(yearBefore(report, others)?.report.year).toBe(2024);
    expect(yearBefore(report, others.slice(0, 4))).toBeUndefined();
  });

  it('is none for a report without a body or a year', () => {
    const others = [draft('last.md', lastYear)];
    expect(yearBefore({ ...report, body: undefined }, others)).toBeUndefined();
    expect(yearBefore({ ...report, year: undefined }, others)).toBeUndefined();
  });
});
