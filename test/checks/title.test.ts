import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../server/src/text/span.ts';
import { type Change, changed, check, checked, period, yearCodes } from '../support/check.ts';
import { type RightReport, rightReport } from '../support/rightReports.ts';

const right = rightReport('department', 'markdown');
/** The end of every title, with the year. */
const own = '2025年政府信息公开工作年度报告';
const whole = `云川市水务局${own}`;
const only = yearCodes;

describe('a title', () => {
  it.each([
    `云川市新闻出版局${own}`,
    `${whole} 根据《中华人民共和国政府信息公开条例》编制本报告。`,
    `${whole}　　根据《中华人民共和国政府信息公开条例》编制本报告。`,
    '2025年度云川市水务局政府信息公开工作年度报告',
    '云川市水务局政府信息公开工作2025年度报告',
    '云川市水务局政府信息公开工作年度报告（2025年度）',
    '云川市水务局2025年信息公开年报',
    '关于2025年度政府信息公开情况的报告',
    '云川市水务局\n\n# 2025 年政府信息公开工作年度报告',
  ])('is taken as written: %s', (title) => {
    check(changed([[whole, title]]), [], { only });
  });

  it.each(['云川市水务局2025年政务公开工作年度报告', '2025年度云川市水务局信息公开工作总结'])(
    'in other words is put right: %s',
    (title) => {
      const text = changed([[whole, `⟦${title}⟧`]]);
      check(text, [{ code: 'title-missing', safe: false, fixed: right }], { only });
    },
  );

  it('is written with placeholders where the body is not known', () => {
    const { text, findings } = checked(
      changed([
        [`# ${whole}\n\n`, ''],
        ['\n\n云川市水务局\n\n2026年1月20日', ''],
      ]),
      { only },
    );
    expect(findings.map(({ code }) => code).sort()).toEqual(['signature-missing', 'title-missing']);
    for (const { fixes } of findings) {
      const [fix] = fixes();
      expect(fix?.safe).toBe(false);
      expect(applyEdits(text, fix?.edits ?? [])).toContain('（请填写机关名称）');
    }
  });

  it('never gives way to placeholders', () => {
    // Without the title's year, the period and the signature nothing tells the year or the body.
    const bare = right
      .replace(/^# .*\n\n[\s\S]*?(?=## 一、)/, '云川市水务局2025年政务公开工作年度报告\n\n')
      .replace(/2025年|\n\n云川市水务局\n\n.*/g, '');
    const { findings } = checked(bare, { only: ['title-missing'] });
    expect(findings.map(({ fixes }) => fixes())).toEqual([[]]);
  });

  it('comes behind the settings of a Markdown draft', () => {
    const { text, findings } = checked(`---\nlang: zh\n---\n\n${changed([[`# ${whole}\n\n`, '']])}`, { only });
    const [fix] = findings[0]?.fixes() ?? [];
    expect(fix?.safe).toBe(true);
    expect(applyEdits(text, fix?.edits ?? [])).toContain(`---\n\n# ${whole}\n\n本报告`);
  });

  it('older than the rest gives way to the year of most of the evidence', () => {
    const text = changed([[own, '⟦2024⟧年政府信息公开工作年度报告']]);
    const message = '标题写的是2024年，而统计期限、成文日期、正文都是2025年的，标题应改为2025年。';
    const { report } = check(text, [{ code: 'title-year', message, fixed: right }], { only });
    expect(report.year).toBe(2025);
  });

  it('keeps its Chinese digits', () => {
    const text = changed([[own, '⟦二〇二四⟧年政府信息公开工作年度报告']]);
    const fixed = changed([[own, '二〇二五年政府信息公开工作年度报告']]);
    check(text, [{ code: 'title-year', fixed }], { only });
  });
});

describe('a title that is one year ahead', () => {
  const only = [...yearCodes, 'prose-mismatch', 'table-template', 'citation', 'section-empty'] as const;
  const ahead: Change = ['2025年政府信息公开工作年度报告', '⟦2026⟧年政府信息公开工作年度报告'];

  /** The one finding of a draft whose title alone is ahead, with the draft after each of its fixes. */
  function asked(changes: readonly Change[], name: RightReport = 'department') {
    const draft = check(changed([ahead, ...changes], name), [{ code: 'title-year', severity: 'warning' }], { only });
    expect(draft.report.year).toBe(2026);
    const fixes = draft.findings[0]?.fixes() ?? [];
    expect(fixes.map(({ preferred, safe }) => preferred || safe)).toEqual([false, false]);
    return {
      message: draft.findings[0]?.message,
      titles: fixes.map(({ title }) => title),
      fixed: fixes.map(({ edits }) => applyEdits(draft.text, edits)),
    };
  }

  it('is asked for once, and both ways to fix it are offered', () => {
    const { message, titles, fixed } = asked([]);
    expect(message).toBe(
      '标题是2026年的，而统计期限、成文日期、正文都是2025年的：沿用上年底稿的，应把统计期限、成文日期、正文改为2026年度并更新数据；标题写错的，应改为2025年。',
    );
    expect(titles).toEqual(['标题改为2025年', '统计期限、成文日期、正文改为2026年度']);
    const [back, forward] = fixed;
    expect(back).toBe(rightReport('department', 'markdown'));
    expect(forward).toContain('统计期限为2026年1月1日至2026年12月31日');
    expect(forward).toContain('\n\n2026年，通过门户网站');
    expect(forward).toContain('\n\n2027年1月20日');
    expect(checked(forward ?? '', { only }).findings.map((finding) => finding.message)).toEqual([]);
  });

  it.each<readonly [string, readonly Change[], string]>([
    [
      'the period',
      [
        ['2025年，通过', '通过'],
        ['2025年，本机关', '本机关'],
        ['\n\n2026年1月20日', ''],
      ],
      '统计期限',
    ],
    [
      'the sentences',
      [
        [period, ''],
        ['\n\n2026年1月20日', ''],
      ],
      '正文',
    ],
    [
      'the announcement',
      [
        [period, '现公布云川市水务局2025年政府信息公开工作年度报告。'],
        ['2025年，通过', '通过'],
        ['2025年，本机关', '本机关'],
        ['\n\n2026年1月20日', ''],
      ],
      '首段',
    ],
  ])('is asked for where only one other place names a year: %s', (_, changes, name) => {
    const draft = checked(changed([[own, '2026年政府信息公开工作年度报告'], ...changes]));
    const [finding, ...more] = draft.findings.filter(({ code }) => code === 'title-year' || code === 'stale-year');
    expect(more).toEqual([]);
    expect(finding?.fixes().map(({ title }) => title)).toEqual(['标题改为2025年', `${name}改为2026年度`]);
  });

  it('is right where a single sentence tells of the year before', () => {
    const { report, findings } = checked(
      changed([
        [ahead[0], '2026年政府信息公开工作年度报告'],
        [period, ''],
        ['2025年，本机关', '本机关'],
        ['\n\n2026年1月20日', ''],
      ]),
      { only: ['title-year', 'stale-year'] },
    );
    expect([report.year, report.years.ofText]).toEqual([2026, 2026]);
    expect(findings.map(({ code }) => code)).toEqual(['stale-year']);
  });

  it('is asked for once also where the new year has another format', () => {
    const trial = rightReport('trial', 'markdown').replace('2020年政府信息公开', '⟦2021⟧年政府信息公开');
    const { report } = check(trial, [{ code: 'title-year' }]);
    expect(report.year).toBe(2021);
  });

  it('keeps the digits of each place', () => {
    const { fixed } = asked([['2026年1月20日', '二〇二六年一月二十日']]);
    expect(fixed[1]).toContain('二〇二七年一月二十日');
  });

  it('wins over all that is older where something else is as new', () => {
    const title = ['2025年政府信息公开工作年度报告', '2026年政府信息公开工作年度报告'] as const;
    const dates = [period, period.replaceAll('2025', '2026')] as const;
    const { report, findings } = checked(changed([title, dates]), { only: yearCodes });
    expect(report.year).toBe(2026);
    expect(findings.map(({ code }) => code)).toEqual(['stale-year', 'stale-year', 'deadline']);
    for (const { fixes } of findings) expect(fixes()[0]?.preferred).toBe(true);
    const fixed = findings.reduceRight(
      (text, { fixes }) => applyEdits(text, fixes()[0]?.edits ?? []),
      changed([title, dates]),
    );
    check(fixed, [], { only: yearCodes });
  });

  it.each(['2014', '2020', '2024', '2027', '2035'])('any other year in it is the title’s own mistake: %s', (year) => {
    const draft = changed([[ahead[0], `⟦${year}⟧年政府信息公开工作年度报告`]]);
    const { report, findings } = check(draft, [{ code: 'title-year', fixed: rightReport('department', 'markdown') }], {
      only: yearCodes,
    });
    expect(report.year).toBe(2025);
    expect(findings[0]?.fixes().map(({ preferred }) => preferred)).toEqual([true]);
  });
});
