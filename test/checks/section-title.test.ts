import { expect, it } from 'vitest';
import { fixAll } from '../../server/src/analysis/fix.ts';
import type { Severity } from '../../server/src/checks/check.ts';
import { type Change, changed, check, sectionCodes as only } from '../support/check.ts';
import { rightReport } from '../support/rightReports.ts';

const language = 'plaintext';
const right = rightReport('department', language);
const draft = (...changes: readonly Change[]): string => changed(changes, 'department', language);
const [four, five, six] = [
  '四、政府信息公开行政复议、行政诉讼情况',
  '五、存在的主要问题及改进情况',
  '六、其他需要报告的事项',
];

it.each<readonly [string, string, Severity, boolean]>([
  [four, '四、⟦政府信息公开行政复议和行政诉讼情况⟧', 'hint', false],
  [four, '四、⟦政府信息公开行政复议行政诉讼情况⟧', 'hint', false],
  [four, '四、⟦因政府信息公开工作被申请行政复议、提起行政诉讼的情况⟧', 'hint', false],
  [five, '五、⟦存在的问题和改进情况⟧', 'hint', false],
  [five, '五、⟦存在的主要困难及改进情况⟧', 'warning', false],
  [five, '五、⟦存在的主要问问题及改进情况⟧', 'warning', true],
  [five, '五、⟦存在的主要题问及改进情况⟧', 'warning', true],
  [five, '五、⟦问题和改进⟧', 'warning', false],
  [six, '六、⟦其它需要报告的事项⟧', 'hint', false],
  [six, '六、⟦其他需要报告的事顷⟧', 'warning', false],
])('for %s finds %s', (official, written, severity, safe) => {
  const text = draft([`\n${official}\n`, `\n${written}\n`]);
  check(text, [{ code: 'section-title', severity, safe, fixed: right }], { only, language });
});

it('and section-number fix one heading together', () => {
  const text = draft(['\n一、总体情况', '\n⟦1、⟧⟦总体总情况⟧']);
  const found = check(text, [{ code: 'section-number' }, { code: 'section-title', severity: 'warning' }], {
    only,
    language,
  });
  expect(fixAll(found.text, language).text).toBe(right);
});

it.each(['六、其他需要报告的事项：未收取信息处理费。', '六、其他需要报告的事项 未收取信息处理费。'])(
  'is silent on text set apart from its heading: %s',
  (line) => {
    check(draft([/六、其他需要报告的事项\n\n.*\n/, `${line}\n`]), [], { only, language });
  },
);

it('sets glued text on a line of its own and loses none', () => {
  const text = draft(['\n六、其他需要报告的事项\n', '\n六、⟦其他需要报告的事项⟧无\n']);
  const fixed = text.replace('⟦其他需要报告的事项⟧无\n', '其他需要报告的事项\n\n无\n');
  check(text, [{ code: 'section-title', severity: 'hint', fixed }], { only, language });
});

it('joins a heading that copying broke', () => {
  const text = draft([four, four.replace('四、', '四、⟦').replace('行政诉讼', '行政诉⟧\n讼')]);
  check(text, [{ code: 'section-title', severity: 'hint', fixed: right }], { language });
});
