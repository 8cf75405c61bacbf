import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Verified, verified } from '../../../server/src/analysis/verified.ts';
import { languageOfName } from '../../../server/src/input/language.ts';
import { sheetHtml } from '../../../server/src/output/review/page.ts';
import { reviewOf } from '../../../server/src/output/review/sheet.ts';
import { checked } from '../../support/check.ts';
import { dangersOf, elements, faultsOf, rowsOf, textOf } from '../../support/reviewPage.ts';
import { rightReport } from '../../support/rightReports.ts';
import { runs } from '../../support/runs.ts';

const department = rightReport('department', 'markdown');

function sheetOf(text: string, language: 'markdown' | 'plaintext' = 'markdown') {
  const { report, findings } = checked(text, { language });
  return { html: sheetHtml(reviewOf(report, findings)), report, findings };
}

function replaced(from: string, to: string): string {
  expect(department.split(from)).toHaveLength(2);
  return department.replace(from, to);
}

function verdictOf(html: string): string {
  const found = elements(html, 'p').find(({ attribs }) => attribs.class === 'verdict');
  if (found === undefined) throw new Error('no verdict');
  return textOf(found);
}

const samples = readdirSync('samples')
  .filter((name) => /^\d.*\.(?:md|txt)$/.test(name))
  .map((name) => ({ name, text: readFileSync(`samples/${name}`, 'utf8') }));

/** The groups of the sheet and what of `verified` is in each. */
const groups: readonly (readonly [name: string, belongs: (each: Verified) => boolean])[] = [
  ['行合计', (each) => each.kind === 'relation' && each.id.startsWith('applications.row.')],
  ['列合计', (each) => each.kind === 'relation' && each.id.startsWith('applications.result.')],
  ['勾稽关系', (each) => each.kind === 'relation' && each.id.startsWith('applications.identity.')],
  ['表四', (each) => each.kind === 'relation' && each.id.startsWith('litigation.')],
  ['文中数字与表格', (each) => each.kind === 'prose'],
  ['文中分项', (each) => each.kind === 'breakdown'],
  ['文中百分比', (each) => each.kind === 'percentage'],
];

describe('a review sheet', () => {
  it.each(['department', 'government', 'trial'] as const)('says that all of a right report holds: %s', (name) => {
    const { html, report } = sheetOf(rightReport(name, 'markdown'));
    const all = verified(report);
    expect(verdictOf(html)).toBe(`核对的${all.length}项数字全部符合，没有错误和警告。`);
    expect(elements(html, 'h1').map(textOf)).toEqual(['年度报告核对表']);
    expect(elements(html, 'p')[0]?.attribs.class).toBe('subject');
    expect(elements(html, 'p').map(textOf)[0]).toBe(`${report.body}　${report.year}年度`);
    expect(elements(html, 'p').map(textOf)).toContain('没有发现问题。');
    expect(elements(html, 'p').map(textOf)).toContain('第一项加第二项之和，等于第三项加第四项之和：共7项，全部符合。');
    expect(elements(html, 'tr').filter(({ attribs }) => attribs.class === 'fails')).toEqual([]);
  });

  it('shows what is wrong first, with its figures', () => {
    const { html, findings } = sheetOf(replaced('予以公开8件', '予以公开9件'));
    expect(verdictOf(html)).toBe('尚需处理：数字不符1项，警告1处。');
    expect(rowsOf(html, '文中数字与表格明细')?.[0]).toEqual([
      '予以公开9件',
      '15',
      '9',
      '表三“予以公开”行“总计”列8（第55行）',
      '不符',
    ]);
    expect(findings).toHaveLength(1);
    expect(rowsOf(html, '警告明细')).toEqual([['第15行', findings[0]?.message, 'prose-mismatch']]);
  });

  it('shows relations that fail in each group', () => {
    const { html } = sheetOf(replaced('| 6 | 2 |', '| 7 | 2 |'));
    expect(verdictOf(html)).toBe('尚需处理：数字不符2项，错误1处。');
    expect(rowsOf(html, '行合计明细')?.[0]).toEqual(['“予以公开”行：各类申请人之和9，总计8', '9', '8', '不符']);
    expect(rowsOf(html, '列合计明细')?.[0]).toEqual([
      '“自然人”列：各项办理结果之和13，（七）总计12',
      '13',
      '12',
      '不符',
    ]);
    expect(elements(html, 'p').map(textOf)).toContain(
      '各类申请人之和等于总计：共25项，符合24项，不符1项，无法核对0项。',
    );
  });

  it('says why something could not be judged, and then not that all holds', () => {
    const { html } = sheetOf(replaced('| 6 | 2 |', '| 六七 | 2 |'));
    expect(rowsOf(html, '行合计明细')?.[0]?.at(-1)).toBe('无法核对（单元格读不出数字）');
    expect(verdictOf(html)).toContain('另有2项无法核对，须由人核对。');
    expect(verdictOf(html)).not.toContain('全部符合');
  });

  it('says that a table or a section is missing, and then not that all holds', () => {
    const { html } = sheetOf(department.replace(/## 四、[\s\S]*?(?=## 五、)/, ''));
    expect(verdictOf(html)).toMatch(/^尚需处理：缺少部分1个，缺少表格1张，/);
    expect(elements(html, 'p').map(textOf)).toContain('没有表四，未作核对。');
    expect(rowsOf(html, '三张表')?.[2]?.slice(1)).toEqual(['没有', '—']);
    expect(rowsOf(html, '六个部分')?.[3]).toEqual(['4. 政府信息公开行政复议、行政诉讼情况', '没有', '—']);
  });

  it('has who signs', () => {
    const rows = rowsOf(sheetOf(department).html, '对以上内容和报告数据负责');
    expect(rows?.map(([who]) => who)).toEqual(['填报人', '审核人', '负责人']);
    expect(rows?.map((row) => row[2]?.replaceAll('　', ''))).toEqual(['年月日', '年月日', '年月日']);
  });

  it.each(samples)('counts what was verified and found: $name', ({ name, text }) => {
    const { html, report, findings } = sheetOf(text, languageOfName(name) === 'plaintext' ? 'plaintext' : 'markdown');
    const all = verified(report);
    const summary = rowsOf(html, '核对了什么，结果如何') ?? [];
    const countOf = (own: readonly Verified[]): string[] =>
      [
        own.length,
        ...['holds', 'fails', 'unjudged'].map((state) => own.filter((each) => each.state === state).length),
      ].map(String);
    for (const [group, belongs] of groups) {
      const own = all.filter(belongs);
      expect(summary.find(([label]) => label === group)).toEqual([group, ...countOf(own)]);
      const words = own.map((each) => each.words).sort();
      expect((rowsOf(html, `${group}明细`) ?? []).map(([first]) => first).sort()).toEqual(words);
    }
    expect(summary.at(-1)).toEqual(['数字合计', ...countOf(all)]);
    const listed = ['错误', '警告', '信息', '提示'].flatMap((severity) => rowsOf(html, `${severity}明细`) ?? []);
    expect(listed.map(([, message]) => message).sort()).toEqual(findings.map(({ message }) => message).sort());
    expect(faultsOf(html)).toEqual([]);
  });
});

describe('the page of a review sheet', () => {
  it('needs nothing else and runs nothing, whatever the draft holds', () => {
    const hostile = '<script>alert(1)</script><img src=x onerror="alert(2)">&amp;"\'</td></table></style>';
    const text = department
      .replaceAll('云川市水务局', `云川市${hostile}水务局`)
      .replace('予以公开8件', `予以公开${hostile}9件`)
      .replace('## 二、主动公开', `## 二、${hostile}主动公开`)
      .replace('| 6 | 2 |', `| ${hostile} | 2 |`);
    const { report, findings } = sheetOf(text);
    // The reader leaves most tags out: a model that has them must be no danger either.
    const sections = report.sections.map((section) => ({ ...section, heading: hostile }));
    const told = findings.map((finding) => ({ ...finding, message: hostile }));
    expect(told.length).toBeGreaterThan(0);
    for (const html of [
      sheetHtml(reviewOf(report, findings)),
      sheetHtml(reviewOf({ ...report, sections, body: hostile }, told)),
      sheetOf(text, 'plaintext').html,
    ]) {
      expect(dangersOf(html)).toEqual([]);
      expect(faultsOf(html)).toEqual([]);
      expect(elements(html, 'title')).toHaveLength(1);
      expect(html).not.toMatch(/https?:|url\(|@import/);
    }
    const html = sheetHtml(reviewOf({ ...report, sections, body: hostile }, told));
    expect(elements(html, 'p').map(textOf)[0]).toBe(`${hostile}　2025年度`);
    expect(rowsOf(html, '六个部分')?.[0]?.[1]).toBe(hostile);
    expect(rowsOf(html, '错误明细')?.[0]?.[1]).toBe(hostile);
  });

  it('is well-formed whatever is written into the draft', () => {
    const piece = fc.oneof(
      fc.constantFrom('<b>', '</td>', '<!--', '-->', '&', '"', '\u0000', '\ud800', '<script>', '9件', '\n\n', '|'),
      fc.string({ unit: 'binary', maxLength: 5 }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(department.length), piece), { maxLength: 6 }), (pieces) => {
        const text = pieces.reduce((draft, [at, by]) => draft.slice(0, at) + by + draft.slice(at), department);
        const { html } = sheetOf(text);
        expect(faultsOf(html)).toEqual([]);
        expect(dangersOf(html)).toEqual([]);
      }),
      runs(60),
    );
  });
});
