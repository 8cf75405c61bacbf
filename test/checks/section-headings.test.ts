import { describe, expect, it } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze.ts';
import { fixAll } from '../../server/src/analysis/fix.ts';
import type { Finding } from '../../server/src/checks/check.ts';
import { applyEdits } from '../../server/src/text/span.ts';
import { type RightReport, rightReport } from '../support/rightReports.ts';

type Language = 'markdown' | 'plaintext' | 'html';

/** Findings of the checks of headings only: what else a change brings about is not their matter. */
function findingsOf(text: string, language: Language = 'plaintext'): readonly Finding[] {
  const analysis = analyze(text, language);
  if (analysis.kind === 'other') throw new Error('not taken for a report');
  return analysis.findings.filter(({ code }) => code.startsWith('section-'));
}

/** A right report with each of the pairs replaced at its first place. */
function changed(
  pairs: readonly (readonly [from: string | RegExp, to: string])[],
  name: RightReport = 'department',
  language: 'markdown' | 'plaintext' = 'plaintext',
): string {
  return pairs.reduce(
    (text, [from, to]) => {
      const next = text.replace(from, to);
      if (next === text) throw new Error(`nothing to change at ${from}`);
      return next;
    },
    rightReport(name, language),
  );
}

/** What a finding says in short: its code, severity and marked text. */
function brief(text: string, language?: Language): string[] {
  return findingsOf(text, language).map(
    ({ code, severity, span }) => `${code} ${severity} ${text.slice(span.start, span.end)}`,
  );
}

function firstFix(text: string, language?: Language) {
  const fix = findingsOf(text, language)[0]?.fixes()[0];
  if (fix === undefined) throw new Error('no fix');
  return { text: applyEdits(text, fix.edits), safe: fix.safe, title: fix.title };
}

const four = '四、政府信息公开行政复议、行政诉讼情况';
const five = '五、存在的主要问题及改进情况';
const six = '六、其他需要报告的事项';

describe('section-number', () => {
  it.each([
    ['1、', '1、', 'warning'],
    ['１．', '１．', 'warning'],
    ['第一部分 ', '第一部分', 'warning'],
    ['（一）', '（一）', 'warning'],
    ['二、', '二、', 'warning'],
    ['一.', '一.', 'hint'],
    ['一 ', '一', 'hint'],
    ['、', '、总体情况', 'warning'],
    ['', '总体情况', 'warning'],
  ])('finds %j and writes the official one', (written, marked, severity) => {
    const text = changed([['\n一、总体情况', `\n${written}总体情况`]], 'department', 'plaintext');
    expect(brief(text)).toEqual([`section-number ${severity} ${marked}`]);
    expect(firstFix(text).text).toBe(rightReport('department', 'plaintext'));
  });

  it.each(['一、 总体情况', '一、　总体情况', '一、总体情况：', '  一、总体情况'])('is silent on %j', (heading) => {
    expect(brief(changed([['\n一、总体情况', `\n${heading}`]]))).toEqual([]);
  });

  it('is silent where emphasis stands inside a heading', () => {
    expect(brief(changed([['## 一、总体情况', '## 一、**总体情况**']], 'department', 'markdown'), 'markdown')).toEqual(
      [],
    );
  });

  it('keeps the text behind a heading on its line', () => {
    const text = changed([[/\n一、总体情况\n+（一）主动公开\n+2025年，/, '\n1、总体情况 2025年，']]);
    expect(brief(text)).toEqual(['section-number warning 1、']);
    expect(firstFix(text).text).toBe(text.replace('1、总体', '一、总体'));
  });

  it('finds each wrong numeral behind a missing section', () => {
    const text = changed([
      [/二、主动公开政府信息情况[\s\S]*?(?=三、收到)/, ''],
      ['三、收到和处理政府信息公开申请情况\n', '二、收到和处理政府信息公开申请情况\n'],
      [four, four.replace('四', '三')],
      [five, five.replace('五', '四')],
      [six, six.replace('六', '五')],
    ]);
    expect(brief(text)).toEqual([
      'section-missing error 一、总体情况',
      'section-number warning 二、',
      'section-number warning 三、',
      'section-number warning 四、',
      'section-number warning 五、',
    ]);
    expect(brief(fixAll(text, 'plaintext').text)).toEqual(['section-missing error 一、总体情况']);
  });

  it('leaves a section out of order, numbered as it stands, to section-order', () => {
    const [, problems = ''] = /(五、存在[\s\S]*?)(?=六、其他)/.exec(rightReport('department', 'plaintext')) ?? [];
    const text = changed([
      [problems, ''],
      [four, `${problems.replace('五、', '四、')}${four.replace('四、', '五、')}`],
    ]);
    expect(findingsOf(text).map(({ code }) => code)).toEqual(['section-order']);
  });

  it('is not safe where another section or list has that numeral', () => {
    const text = changed([
      [five, `五、收费情况\n\n本年度未收取费用。\n\n${five.replace('五', '六')}`],
      [six, six.replace('六', '七')],
    ]);
    expect(brief(text)).toEqual(['section-number warning 六、', 'section-number warning 七、']);
    expect(findingsOf(text).map((finding) => finding.fixes()[0]?.safe)).toEqual([false, false]);
  });

  it('takes a table of contents for none', () => {
    const contents = [
      '一、总体情况',
      '二、主动公开政府信息情况',
      '三、收到和处理政府信息公开申请情况',
      four,
      five,
      six,
    ];
    const text = changed([['\n一、总体情况', `\n${contents.join('\n')}\n\n1、总体情况`]]);
    expect(brief(text)).toEqual(['section-number warning 1、']);
    expect(firstFix(text).safe).toBe(true);
  });
});

describe('section-title', () => {
  it.each([
    [four, '四、政府信息公开行政复议和行政诉讼情况', 'hint', false],
    [four, '四、政府信息公开行政复议行政诉讼情况', 'hint', false],
    [four, '四、因政府信息公开工作被申请行政复议、提起行政诉讼的情况', 'hint', false],
    [five, '五、存在的问题和改进情况', 'hint', false],
    [five, '五、存在的主要困难及改进情况', 'warning', false],
    [five, '五、存在的主要问问题及改进情况', 'warning', true],
    [five, '五、存在的主要题问及改进情况', 'warning', true],
    [five, '五、问题和改进', 'warning', false],
    [six, '六、其它需要报告的事项', 'hint', false],
    [six, '六、其他需要报告的事顷', 'warning', false],
  ])('for %s finds %s', (official, written, severity, safe) => {
    const text = changed([[`\n${official}\n`, `\n${written}\n`]]);
    expect(brief(text)).toEqual([`section-title ${severity} ${written.slice(2)}`]);
    expect(firstFix(text).text).toBe(rightReport('department', 'plaintext'));
    expect(firstFix(text).safe).toBe(safe);
  });

  it('and section-number fix one heading together', () => {
    const text = changed([['\n一、总体情况', '\n1、总体总情况']]);
    expect(brief(text)).toEqual(['section-number warning 1、', 'section-title warning 总体总情况']);
    expect(fixAll(text, 'plaintext').text).toBe(rightReport('department', 'plaintext'));
  });

  it.each(['六、其他需要报告的事项：未收取信息处理费。', '六、其他需要报告的事项 未收取信息处理费。'])(
    'is silent on text set apart from its heading: %s',
    (line) => {
      expect(brief(changed([[/六、其他需要报告的事项\n\n.*\n/, `${line}\n`]]))).toEqual([]);
    },
  );

  it('sets glued text on a line of its own and loses none', () => {
    const text = changed([['\n六、其他需要报告的事项\n', '\n六、其他需要报告的事项无\n']]);
    expect(brief(text)).toEqual(['section-title hint 其他需要报告的事项']);
    expect(firstFix(text).text).toBe(text.replace('事项无\n', '事项\n\n无\n'));
  });

  it('joins a heading that copying broke', () => {
    const text = changed([[four, four.replace('行政诉讼', '行政诉\n讼')]]);
    expect(findingsOf(text).map(({ code, severity }) => `${code} ${severity}`)).toEqual(['section-title hint']);
    expect(firstFix(text).text).toBe(rightReport('department', 'plaintext'));
  });
});

describe('section-empty', () => {
  const fifth = /五、存在的主要问题及改进情况\n[\s\S]*?(?=六、其他)/;
  const sixth = /六、其他需要报告的事项\n\n.*/;

  it.each(['\n\n', '\n', '\n\n<!-- 待定 -->\n\n', '\n\n3\n\n'])('finds a heading with only %j under it', (under) => {
    const text = changed([[fifth, `${five}${under}`]], 'department', 'markdown');
    const findings = findingsOf(text, 'markdown');
    expect(findings.map(({ code, severity }) => `${code} ${severity}`)).toEqual(['section-empty warning']);
    expect(firstFix(text, 'markdown').text).toContain('（请填写存在的主要问题和改进情况。）');
    expect(findingsOf(firstFix(text, 'markdown').text, 'markdown')).toEqual([]);
  });

  it.each(['![改进情况](a.png)', '| 问题 | 改进 |\n| --- | --- |\n| 更新慢 | 按月更新 |', '<img src="a.png">'])(
    'takes %j for something',
    (under) => {
      const text = changed([[fifth, `${five}\n\n${under}\n\n`]], 'department', 'markdown');
      expect(brief(text, 'markdown')).toEqual([]);
    },
  );

  it.each(['无', '无。', '暂无问题。', '（无）'])('finds section five that only says %s', (said) => {
    const text = changed([[fifth, `${five}\n\n${said}\n\n`]]);
    expect(brief(text)).toEqual([`section-empty information ${said}`]);
    expect(findingsOf(text)[0]?.fixes()).toEqual([]);
  });

  it.each([
    ['无其他需要报告的事项。', '本年度未收取信息处理费。无其他需要报告的事项。'],
    ['（无）', '本年度未收取信息处理费。无其他需要报告的事项。'],
    ['（一）无其他事项。', '（一）无其他事项。\n\n本年度未收取信息处理费。'],
  ])('adds the fees to %s', (said, right) => {
    const text = changed([[sixth, `${six}\n\n${said}`]]);
    expect(brief(text)).toEqual([`section-empty hint ${said}`]);
    expect(firstFix(text)).toMatchObject({ text: changed([[sixth, `${six}\n\n${right}`]]), safe: false });
    expect(brief(firstFix(text).text)).toEqual([]);
  });

  it('adds the fees behind a heading with its text on the line', () => {
    const text = changed([[sixth, `${six}：无`]]);
    expect(brief(text)).toEqual(['section-empty hint 无']);
    expect(firstFix(text).text).toContain(`\n${six}：本年度未收取信息处理费。无其他需要报告的事项。\n`);
    expect(brief(firstFix(text).text)).toEqual([]);
  });

  it('reads a sentence behind a heading as its text', () => {
    const text = changed([[sixth, `${six}：无。`]]);
    expect(brief(text)).toEqual(['section-empty hint 无。']);
    expect(firstFix(text).text).toContain(`\n${six}：本年度未收取信息处理费。无其他需要报告的事项。\n`);
  });

  it('asks for no fees before 2021, nor where the report speaks of them elsewhere', () => {
    expect(brief(changed([[sixth, `${six}\n\n无。`]], 'trial'))).toEqual([]);
    const elsewhere = changed([
      ['门户网站发布信息326条', '门户网站发布信息326条，没有收取信息处理费'],
      [sixth, `${six}\n\n无。`],
    ]);
    expect(brief(elsewhere)).toEqual([]);
  });

  it('finds what is said where all stands on one line', () => {
    const html = (said: string): string =>
      `<h1>云川市水务局2020年政府信息公开工作年度报告</h1><h2>一、总体情况</h2><p>公开信息20条。</p><h2>二、主动公开政府信息情况</h2><h2>${five}</h2><p>${said}</p><h2>${six}</h2><p>无。</p>`;
    const empty = (text: string): string[] => brief(text, 'html').filter((line) => line.startsWith('section-empty'));
    expect(empty(html('更新不够及时，已改为按月更新。'))).toEqual([]);
    expect(empty(html(''))).toEqual([`section-empty warning ${five}`]);
    expect(
      findingsOf(html(''), 'html')
        .find(({ code }) => code === 'section-empty')
        ?.fixes(),
    ).toEqual([]);
  });

  it('leaves a section of tables to table-missing', () => {
    const text = changed([[/四、政府信息公开行政复议、行政诉讼情况\n[\s\S]*?(?=五、存在)/, `${four}\n\n`]]);
    expect(brief(text)).toEqual([]);
  });
});
