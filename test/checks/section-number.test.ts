import { expect, it } from 'vitest';
import { fixAll } from '../../server/src/analysis/fix.ts';
import type { Severity } from '../../server/src/checks/check.ts';
import { type Change, changed, check, checked, sectionCodes as only } from '../support/check.ts';
import { rightReport } from '../support/rightReports.ts';

const language = 'plaintext';
const right = rightReport('department', language);
const draft = (...changes: readonly Change[]): string => changed(changes, 'department', language);
const [four, five, six] = [
  '四、政府信息公开行政复议、行政诉讼情况',
  '五、存在的主要问题及改进情况',
  '六、其他需要报告的事项',
];

it.each<readonly [string, Severity]>([
  ['⟦1、⟧总体情况', 'warning'],
  ['⟦１．⟧总体情况', 'warning'],
  ['⟦第一部分⟧ 总体情况', 'warning'],
  ['⟦（一）⟧总体情况', 'warning'],
  ['⟦二、⟧总体情况', 'warning'],
  ['⟦一.⟧总体情况', 'hint'],
  ['⟦一⟧ 总体情况', 'hint'],
  ['⟦、总体情况⟧', 'warning'],
  ['⟦总体情况⟧', 'warning'],
])('finds %s and writes the official numeral', (heading, severity) => {
  const text = draft(['\n一、总体情况', `\n${heading}`]);
  check(text, [{ code: 'section-number', severity, fixed: right }], { only, language });
});

it.each(['一、 总体情况', '一、　总体情况', '一、总体情况：', '  一、总体情况'])('is silent on %j', (heading) => {
  check(draft(['\n一、总体情况', `\n${heading}`]), [], { only, language });
});

it('is silent where emphasis stands inside a heading', () => {
  check(changed([['## 一、总体情况', '## 一、**总体情况**']]), [], { only });
});

it('keeps the text behind a heading on its line', () => {
  const text = draft([/\n一、总体情况\n+（一）主动公开\n+2025年，/, '\n⟦1、⟧总体情况 2025年，']);
  const fixed = text.replace('⟦1、⟧', '一、');
  check(text, [{ code: 'section-number', severity: 'warning', fixed }], { only, language });
});

it('finds each wrong numeral behind a missing section', () => {
  const text = draft(
    ['\n一、总体情况', '\n⟦一、总体情况⟧'],
    [/二、主动公开政府信息情况[\s\S]*?(?=三、收到)/, ''],
    ['三、收到和处理政府信息公开申请情况\n', '⟦二、⟧收到和处理政府信息公开申请情况\n'],
    [four, four.replace('四、', '⟦三、⟧')],
    [five, five.replace('五、', '⟦四、⟧')],
    [six, six.replace('六、', '⟦五、⟧')],
  );
  const wrong = { code: 'section-number', severity: 'warning' } as const;
  const missing = { code: 'section-missing', severity: 'error' } as const;
  const found = check(text, [missing, wrong, wrong, wrong, wrong], { only, language });
  const { findings } = checked(fixAll(found.text, language).text, { only, language });
  expect(findings.map(({ code }) => code)).toEqual(['section-missing']);
});

it('leaves a section out of order, numbered as it stands, to section-order', () => {
  const [, problems = ''] = /(五、存在[\s\S]*?)(?=六、其他)/.exec(right) ?? [];
  const text = draft([problems, ''], [four, `${problems.replace('五、', '四、')}${four.replace('四、', '五、')}`]);
  const { findings } = checked(text, { only, language });
  expect(findings.map(({ code }) => code)).toEqual(['section-order']);
});

it('is not safe where another section or list has that numeral', () => {
  const text = draft(
    [five, `五、收费情况\n\n本年度未收取费用。\n\n${five.replace('五、', '⟦六、⟧')}`],
    [six, six.replace('六、', '⟦七、⟧')],
  );
  const wrong = { code: 'section-number', severity: 'warning', safe: false } as const;
  check(text, [wrong, wrong], { only, language });
});

it('takes a table of contents for none', () => {
  const contents = ['一、总体情况', '二、主动公开政府信息情况', '三、收到和处理政府信息公开申请情况', four, five, six];
  const text = draft(['\n一、总体情况', `\n${contents.join('\n')}\n\n⟦1、⟧总体情况`]);
  check(text, [{ code: 'section-number', severity: 'warning', safe: true }], { only, language });
});
