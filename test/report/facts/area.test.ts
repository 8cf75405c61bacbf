import { expect, it } from 'vitest';
import { areaOf } from '../../../server/src/report/facts/area.ts';
import { reportIn } from '../../support/check.ts';

/** The area of a report with that title, preface and text. */
function area(title: string, preface = '本报告依法编制。', text = '全年主动公开信息86条。'): string {
  return areaOf(
    reportIn(
      `# ${title}2025年政府信息公开工作年度报告\n\n${preface}\n\n## 一、总体情况\n\n${text}\n\n## 二、主动公开政府信息情况\n\n## 三、收到和处理政府信息公开申请情况\n`,
    ),
  );
}

it.each([
  ['青澜县人民政府', '县'],
  ['望江区', '区'],
  ['云川市人民政府', '市'],
  ['南浦综合试验区', '区'],
  ['南浦经济开发区管理委员会', '区'],
  ['云川市水务局', ''],
  ['云川市人民政府办公室', ''],
  ['云川市政务服务中心', ''],
])('is told by the name %s', (body, expected) => {
  expect(area(body)).toBe(expected);
});

it('is told by preface and text where the name does not tell', () => {
  expect(area('', '本报告依法编制。', '我区主动公开信息86条。')).toBe('区');
  expect(area('', '本报告由各部门汇总形成。').length).toBeGreaterThan(1);
  expect(area('')).toBe('');
});

it('is not told by the text of one body', () => {
  expect(area('望江区教育局', '本报告汇总各学校情况。', '我区学校主动公开信息86条。')).toBe('');
});
