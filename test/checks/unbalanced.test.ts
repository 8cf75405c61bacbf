import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../server/src/text/span.ts';
import { type Change, changed, checked } from '../support/check.ts';
import { rightReport } from '../support/rightReports.ts';

const only = ['applications-unbalanced', 'litigation-unbalanced'] as const;

/** The findings of the right report of a government with some of its cells changed. */
function found(...changes: readonly Change[]) {
  const { text, findings } = checked(changed(changes, 'government'), { only });
  return findings.map(({ message, relations, suspect, fixes }) => ({
    message,
    relations,
    suspect,
    fixes: fixes().map(({ title, preferred, safe }) => ({ title, preferred, safe })),
    fixed: fixes().map(({ edits }) => applyEdits(text, edits)),
  }));
}

const right = rightReport('government', 'markdown');
const withheld: Change = [
  '6.属于四类过程性信息 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |',
  '6.属于四类过程性信息 | 1 | 0 | 0 | 0 | 1 | 0 | 2 |',
];

describe('a cell that was carried on into its total', () => {
  it('is one finding with one fix, where only they explain what fails', () => {
    const [finding, ...others] = found(withheld);
    expect(others).toEqual([]);
    expect(finding?.message).toBe(
      '表三“法律服务机构”列、“总计”列不平；“属于四类过程性信息”行“法律服务机构”列由1改为0、“属于四类过程性信息”行“总计”列由2改为1，即全部平衡，请核对。',
    );
    expect(finding?.relations).toEqual(['applications.result.legalService', 'applications.result.total']);
    expect(finding?.suspect).toBeUndefined();
    expect(finding?.fixes).toMatchObject([{ safe: false, preferred: false }]);
    expect(finding?.fixed).toEqual([right]);
  });

  it('is named among the pairs that may be meant, without a fix', () => {
    const [finding, ...others] = found([
      '1.本机关不掌握相关政府信息 | 3 | 1 | 0 | 0 | 0 | 0 | 4 |',
      '1.本机关不掌握相关政府信息 | 4 | 1 | 0 | 0 | 0 | 0 | 5 |',
    ]);
    expect(others).toEqual([]);
    expect(finding?.message).toContain('“予以公开”行“自然人”列由6改为5');
    expect(finding?.message).toContain('等5种，请对照台账核对。');
    expect(finding?.fixes).toEqual([]);
  });

  it('may be a total of a column', () => {
    const [finding, ...others] = found(
      ['1.属于国家秘密 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |', '1.属于国家秘密 | 0 | 0 | 1 | 0 | 0 | 0 | 0 |'],
      ['（七）总计 |  | 12 | 3 | 0 |', '（七）总计 |  | 12 | 3 | 1 |'],
    );
    expect(others).toEqual([]);
    expect(finding?.fixed).toEqual([right]);
    expect(finding?.relations).toHaveLength(3);
  });
});

it('no fix is offered that breaks what holds', () => {
  // Four cells of one column: no pair explains them, and the total of the column holds with what came in.
  const findings = found(
    ['（一）予以公开 |  | 6 | 2 |', '（一）予以公开 |  | 6 | 5 |'],
    ['1.本机关不掌握相关政府信息 | 3 | 1 |', '1.本机关不掌握相关政府信息 | 3 | 7 |'],
  );
  expect(findings.length).toBeGreaterThan(0);
  for (const { fixes, fixed } of findings) {
    expect(fixes.filter(({ title }) => title.includes('“总计”行'))).toEqual([]);
    for (const text of fixed) expect(checked(text, { only }).findings.length).toBeLessThan(findings.length);
  }
});

it('rows of zeros beside filled totals are one finding', () => {
  const zeros = (row: string, cells: string, total: number): Change => [
    `${row} | ${cells} | 0 | 0 | 0 | 0 | ${total} |`,
    `${row} | 0 | 0 | 0 | 0 | 0 | 0 | ${total} |`,
  ];
  const findings = found(
    zeros('一、本年新收政府信息公开申请数量 |  | ', '12 | 3', 15),
    zeros('二、上年结转政府信息公开申请数量 |  | ', '1 | 0', 1),
    zeros('（一）予以公开 | ', '6 | 2', 8),
    zeros('（二）部分公开（区分处理的，只计这一情形，不计其他情形） | ', '1 | 0', 1),
    zeros('6.属于四类过程性信息', '1 | 0', 1),
    zeros('1.本机关不掌握相关政府信息', '3 | 1', 4),
    zeros('3.其他', '1 | 0', 1),
    zeros('（七）总计 | ', '12 | 3', 15),
    zeros('四、结转下年度继续办理 |  | ', '1 | 0', 1),
  );
  expect(findings.map(({ message, fixes }) => [message, fixes])).toEqual([
    ['表三“本年新收”“上年结转”“予以公开”等9行：总计有数，各类申请人都填0，请把件数填入所属各格。', []],
  ]);
});

it('totals of table 4 that are all 0 are one finding', () => {
  const findings = found([
    '| 1 | 0 | 1 | 0 | 2 | 1 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 1 | 1 |',
    '| 1 | 0 | 1 | 0 | 0 | 1 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 1 | 0 |',
  ]);
  expect(findings.map(({ message }) => message)).toEqual([
    '表四“总计”列全为0，其中3格的分项之和不为0，应按各分项之和重算，请核对。',
  ]);
  expect(findings[0]?.fixed).toEqual([right]);
});
