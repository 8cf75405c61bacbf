import { describe, expect, it } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze.ts';
import type { Code, Finding } from '../../server/src/checks/check.ts';
import { applyEdits } from '../../server/src/text/span.ts';
import { check, checked } from '../support/check.ts';
import { type RightReport, rightReport } from '../support/rightReports.ts';

const codes: readonly Code[] = ['title-missing', 'title-year', 'period', 'stale-year', 'signature-missing'];
const period = '本报告所列数据的统计期限为2025年1月1日至2025年12月31日。';

/** A right report with some texts replaced, each of which stands in it once. */
function draftOf(changes: readonly (readonly [string, string])[], name: RightReport = 'department'): string {
  return changes.reduce(
    (text, [from, to]) => {
      if (text.split(from).length !== 2) throw new Error(`not one place for: ${from}`);
      return text.replace(from, () => to);
    },
    rightReport(name, 'markdown'),
  );
}

function read(text: string) {
  const analysis = analyze(text, 'markdown');
  if (analysis.kind === 'other') throw new Error('not taken for a report');
  const findings: readonly Finding[] = analysis.findings.filter(({ code }) => codes.includes(code));
  return { year: analysis.report.year, findings };
}

function found(text: string): string[] {
  return read(text).findings.map(({ code, span }) => `${code}: ${text.slice(span.start, span.end)}`);
}

describe('the report year', () => {
  const title = ['2025年政府信息公开工作年度报告', '2024年政府信息公开工作年度报告'] as const;
  const dates = [period, period.replaceAll('2025', '2024')] as const;

  it('is that of most of the evidence, not the title', () => {
    const { year, findings } = read(draftOf([title]));
    expect(year).toBe(2025);
    expect(findings.map(({ message }) => message)).toEqual([
      '标题写的是2024年，而统计期限、成文日期、正文都是2025年的，标题应改为2025年。',
    ]);
  });

  it('is asked for at the period where nothing but the title disagrees, and neither is preferred', () => {
    const text = draftOf(
      [
        ['报告所列数据的统计期限为2025年1月1日至12月31日。', period.replaceAll('2025', '2023')],
        ['\n\n2026年3月12日', ''],
      ],
      'government',
    );
    const { findings } = read(text);
    const [finding] = findings.filter(({ code }) => code === 'period');
    expect(finding?.message).toBe('统计期限写的是2023年，标题是2025年的，两者不一致，请核对，应为同一年。');
    expect(finding?.fixes().map(({ title, preferred, safe }) => [title, preferred, safe])).toEqual([
      ['统计期限改为2025年1月1日至12月31日', false, false],
      ['标题改为2023年', false, false],
    ]);
    for (const fix of finding?.fixes() ?? []) {
      expect(found(applyEdits(text, fix.edits)).filter((place) => place.startsWith('period'))).toEqual([]);
    }
  });

  it('is not asked for twice where title and date stand against period and sentences', () => {
    const text = draftOf([dates, ['2025年，通过', '2024年，通过'], ['2025年，本机关', '2024年，本机关']]);
    expect(found(text)).toEqual(['period: 2024年1月1日至2024年12月31日']);
  });

  it('is safely written into the period where all else agrees', () => {
    const text = draftOf([dates]);
    const [fix] = read(text).findings[0]?.fixes() ?? [];
    expect(fix?.safe).toBe(true);
    expect(applyEdits(text, fix?.edits ?? [])).toBe(rightReport('department', 'markdown'));
  });

  it('keeps Chinese digits in the title', () => {
    const text = draftOf([[title[0], '二〇二四年政府信息公开工作年度报告']]);
    const [fix] = read(text).findings[0]?.fixes() ?? [];
    expect(applyEdits(text, fix?.edits ?? [])).toBe(draftOf([[title[0], '二〇二五年政府信息公开工作年度报告']]));
  });
});

describe('a title that is one year ahead', () => {
  const only = [...codes, 'prose-mismatch', 'table-template', 'citation', 'section-empty'] as const;
  const ahead = ['2025年政府信息公开工作年度报告', '⟦2026⟧年政府信息公开工作年度报告'] as const;

  /** The one finding of a draft whose title alone is ahead, with the draft after each of its fixes. */
  function asked(changes: readonly (readonly [string, string])[], name: RightReport = 'department') {
    const draft = check(draftOf([ahead, ...changes], name), [{ code: 'title-year', severity: 'warning' }], { only });
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

  it.each<readonly [string, readonly (readonly [string, string])[], string]>([
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
    const draft = checked(draftOf([ahead.map((text) => text.replace(/[⟦⟧]/g, '')) as [string, string], ...changes]));
    const [finding, ...more] = draft.findings.filter(({ code }) => code === 'title-year' || code === 'stale-year');
    expect(more).toEqual([]);
    expect(finding?.fixes().map(({ title }) => title)).toEqual(['标题改为2025年', `${name}改为2026年度`]);
  });

  it('is right where a single sentence tells of the year before', () => {
    const { report, findings } = checked(
      draftOf([
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
    const { year, findings } = read(draftOf([title, dates]));
    expect(year).toBe(2026);
    expect(findings.map(({ code }) => code)).toEqual(['stale-year', 'stale-year', 'stale-year']);
    for (const { fixes } of findings) expect(fixes()[0]?.preferred).toBe(true);
    const fixed = findings.reduceRight(
      (text, { fixes }) => applyEdits(text, fixes()[0]?.edits ?? []),
      draftOf([title, dates]),
    );
    expect(found(fixed)).toEqual([]);
  });

  it.each(['2014', '2020', '2024', '2027', '2035'])('any other year in it is the title’s own mistake: %s', (year) => {
    const draft = draftOf([[ahead[0], `⟦${year}⟧年政府信息公开工作年度报告`]]);
    const { report, findings } = check(draft, [{ code: 'title-year', fixed: rightReport('department', 'markdown') }], {
      only: [...codes],
    });
    expect(report.year).toBe(2025);
    expect(findings[0]?.fixes().map(({ preferred }) => preferred)).toEqual([true]);
  });
});

describe('the period', () => {
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
    expect(found(draftOf([[period, sentence]]))).toEqual([]);
  });

  it.each([
    ['统计期限为2025年1月1日至2024年12月31日。', '2025年1月1日至2024年12月31日'],
    ['统计期限为2024年12月1日至2025年11月30日。', '2024年12月1日至2025年11月30日'],
    ['统计期限为2025年2月1日至12月31日。', '2025年2月1日至12月31日'],
    ['统计期限为2025年1月至11月。', '2025年1月至11月'],
    ['数据统计截止到2024年12月。', '2024'],
  ])('is wrong: %s', (sentence, place) => {
    const text = draftOf([[period, sentence]]);
    expect(found(text)).toEqual([`period: ${place}`]);
    const [fix] = read(text).findings[0]?.fixes() ?? [];
    expect(found(applyEdits(text, fix?.edits ?? []))).toEqual([]);
  });

  it('is missing', () => {
    const text = draftOf([[period, '']]);
    expect(found(text)).toEqual(['period: 一、总体情况']);
    const [fix] = read(text).findings[0]?.fixes() ?? [];
    expect(applyEdits(text, fix?.edits ?? [])).toContain(`\n\n${period}\n\n## 一、总体情况`);
  });
});

describe('other years', () => {
  const sentence = '2025年，通过门户网站发布信息326条';

  it.each([
    '较2024年，网站发布信息增加，通过门户网站发布信息326条',
    '2024年，通过门户网站发布信息300条；2025年，通过门户网站发布信息326条',
    '2024年以来，通过门户网站发布信息326条',
    '2024年，国务院办公厅印发有关意见，本局据此发布信息326条',
    '2024年结转的申请已经办结，通过门户网站发布信息326条',
    '2024年12月，门户网站改版，发布信息326条',
    '自2019年以来，通过门户网站发布信息326条',
    '“十四五”（2021—2025年）期间，通过门户网站发布信息326条',
    '根据《2024年政务公开工作要点》，通过门户网站发布信息326条',
    '2026年，我局将通过门户网站发布信息326条',
    '2024年度考核优秀，通过门户网站发布信息326条',
  ])('stay: %s', (other) => {
    expect(found(draftOf([[sentence, other]]))).toEqual([]);
  });

  it.each([
    ['2024年，我局通过门户网站发布信息326条', '2024'],
    ['2024年度，通过门户网站发布信息326条', '2024'],
    ['2024年我局通过门户网站发布信息326条', '2024'],
    ['2025年，网站改版。2024年，栏目更新。2023年，全局共收到政府信息公开申请15件', '2023'],
  ])('are last year’s: %s', (other, year) => {
    expect(found(draftOf([[sentence, other]]))).toEqual([`stale-year: ${year}`]);
  });

  it.each([
    ['2025年，我局将解读材料一并公开', []],
    ['2025年解读工作已有改进', []],
    ['2025年，我局将进一步改进解读', ['stale-year: 2025']],
    ['下一步，2025年将改进解读', ['stale-year: 2025']],
    ['2026年，我局将进一步改进解读', []],
    ['下一步，2027年将改进解读', []],
  ])('in plans: %s', (plan, places) => {
    expect(found(draftOf([['改进情况：一是供水水质信息改为按月更新，由专人负责；二是2026年起', `${plan}。`]]))).toEqual(
      places,
    );
  });

  it.each([
    ['2026年3月31日', []],
    ['2026年4月1日', ['stale-year: 2026年4月1日']],
    ['2027年1月8日', ['stale-year: 2027年1月8日']],
    ['2025年12月30日', ['stale-year: 2025年12月30日']],
    ['二〇二六年一月二十日', []],
    ['二〇二六年十一月二日', ['stale-year: 二〇二六年十一月二日']],
  ])('in the date: %s', (date, places) => {
    expect(found(draftOf([['2026年1月20日', date]]))).toEqual(places);
  });
});

describe('title and signature', () => {
  it('are written with placeholders where the body is not known', () => {
    const text = draftOf([
      ['# 云川市水务局2025年政府信息公开工作年度报告\n\n', ''],
      ['\n\n云川市水务局\n\n2026年1月20日', ''],
    ]);
    const { findings } = read(text);
    expect(findings.map(({ code }) => code).sort()).toEqual(['signature-missing', 'title-missing']);
    for (const { fixes } of findings) {
      const [fix] = fixes();
      expect(fix?.safe).toBe(false);
      expect(applyEdits(text, fix?.edits ?? [])).toContain('（请填写机关名称）');
    }
  });

  it.each(['云川市水务局2025年政务公开工作年度报告', '2025年度云川市水务局信息公开工作总结'])(
    'is reworded: %s',
    (title) => {
      const official = '云川市水务局2025年政府信息公开工作年度报告';
      const text = draftOf([[`# ${official}`, `# ${title}`]]);
      expect(found(text)).toEqual([`title-missing: ${title}`]);
      const [fix] = read(text).findings[0]?.fixes() ?? [];
      expect(fix?.safe).toBe(false);
      expect(applyEdits(text, fix?.edits ?? [])).toBe(draftOf([]));
    },
  );

  it('never gives way to placeholders', () => {
    const text = rightReport('department', 'markdown');
    const title = '云川市水务局2025年政务公开工作年度报告';
    // Without the title's year, the period and the signature nothing tells the year or the body.
    const bare = text
      .replace(/^# .*\n\n[\s\S]*?(?=## 一、)/, `${title}\n\n`)
      .replace(/2025年|\n\n云川市水务局\n\n.*/g, '');
    expect(
      read(bare)
        .findings.filter(({ code }) => code === 'title-missing')
        .map(({ fixes }) => fixes()),
    ).toEqual([[]]);
  });

  it.each([
    '云川市新闻出版局2025年政府信息公开工作年度报告',
    '2025年度云川市水务局政府信息公开工作年度报告',
    '云川市水务局政府信息公开工作2025年度报告',
    '云川市水务局政府信息公开工作年度报告（2025年度）',
    '云川市水务局2025年信息公开年报',
    '关于2025年度政府信息公开情况的报告',
    '云川市水务局\n\n# 2025 年政府信息公开工作年度报告',
  ])('is taken as written: %s', (title) => {
    expect(found(draftOf([['云川市水务局2025年政府信息公开工作年度报告', title]]))).toEqual([]);
  });

  it('comes behind the settings of a Markdown draft', () => {
    const text = `---\nlang: zh\n---\n\n${draftOf([['# 云川市水务局2025年政府信息公开工作年度报告\n\n', '']])}`;
    const [fix] = read(text).findings[0]?.fixes() ?? [];
    expect(fix?.safe).toBe(true);
    expect(applyEdits(text, fix?.edits ?? [])).toContain(
      '---\n\n# 云川市水务局2025年政府信息公开工作年度报告\n\n本报告',
    );
  });

  it.each([
    '云川市水务局　2026年1月20日',
    '云川市水务局\n\n2026-01-20',
    '云川市水务局\n\n（请填写成文日期）',
    '云川市水务局\n\n2026年 月 日',
    '云川市供水总站有限责任分部\n\n2026年1月20日',
    '云川市水务局\n\n2026年1月20日\n\n（此件公开发布）',
  ])('are taken as signed: %s', (ending) => {
    expect(found(draftOf([['云川市水务局\n\n2026年1月20日', ending]]))).toEqual([]);
  });

  it('are not asked for again after the fix', () => {
    const text = draftOf([['\n\n云川市水务局\n\n2026年1月20日', '']]);
    expect(found(text)).toEqual(['signature-missing: 没有其他需要报告的事项。']);
    const [fix] = read(text).findings[0]?.fixes() ?? [];
    const signed = applyEdits(text, fix?.edits ?? []);
    expect(signed).toMatch(/事项。\n\n云川市水务局\n\n（请填写成文日期）\n$/);
    expect(found(signed)).toEqual([]);
  });
});
