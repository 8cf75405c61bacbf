import { describe, expect, it } from 'vitest';
import { blankMarks, withoutBlanks } from '../../../server/src/report/reading/marks.ts';
import { readReport } from '../../../server/src/report/reading/read.ts';

/** A text, and what is left of it without its marks. */
const texts: readonly (readonly [text: string, left: string])[] = [
  ['云川市水务局', '云川市水务局'],
  ['**云川市水务局**', '云川市水务局'],
  ['*云川市水务局*', '云川市水务局'],
  ['***云川市水务局***', '云川市水务局'],
  ['__云川市水务局__', '云川市水务局'],
  ['_云川市水务局_', '云川市水务局'],
  ['~~云川市水务局~~', '云川市水务局'],
  ['`云川市水务局`', '云川市水务局'],
  ['``云川`市``', '云川`市'],
  ['[云川市水务局](https://x.example/a_(b)_c "云川")', '云川市水务局'],
  ['[**云川**市](<a b>)', '云川市'],
  ['[云川][1]\n\n[1]: https://x.example', '云川\n\n[1]: https://x.example'],
  ['![标志](logo.png)云川市', '云川市'],
  ['<b>云川</b><br/>市<span style="color:red">水务</span>局', '云川市水务局'],
  ['云川市\\', '云川市'],
  ['云川市\\\n水务局', '云川市\n水务局'],
  ['1\\. 云川\\_市 \\-4', '1. 云川_市 -4'],
  ['&nbsp;&nbsp;一、总体情况', '一、总体情况'],
  ['**一是“强化”**工作，收到**47**件', '一是“强化”工作，收到47件'],
  ['**云川\n市**', '云川\n市'],
  ['*云川\n市*', '云川\n市'],
  ['| **规章** | *0* | `1` | \\-4 |', '| 规章 | 0 | 1 | -4 |'],
  ['网址：<https://x.example/a>，邮箱<a@x.example>', '网址：https://x.example/a，邮箱a@x.example'],
  // Half of bold is a mark: its other half was lost or belongs to another paragraph.
  ['**一、总体情况', '一、总体情况'],
  ['一是**\n\n二是', '一是\n\n二是'],
  // No marks.
  ['5*6，138****1234', '5*6，138****1234'],
  ['收到___件，共_件', '收到___件，共_件'],
  ['* 一是', '* 一是'],
  ['| 5* | 6* |', '| 5* | 6* |'],
  ['*云川\n\n市*', '*云川\n\n市*'],
  ['国办公开办函[2021]30号', '国办公开办函[2021]30号'],
  ['a<b，<script>x</script>，3 < 5', 'a<b，<script>x</script>，3 < 5'],
  ['政务_公开_', '政务_公开_'],
  ['| a \\| b |', '| a \\| b |'],
  ['`*云川*`', '*云川*'],
  ['C:\\政务', 'C:\\政务'],
];

describe('marks', () => {
  it.each(texts)('%j reads %j', (text, left) => {
    const blanked = blankMarks(text);
    expect(blanked.length).toBe(text.length);
    expect(withoutBlanks(blanked)).toBe(left);
  });
});

const title = '云川市水务局2025年政府信息公开工作年度报告';
const body = '一、总体情况\n\n公开信息20条。\n\n二、主动公开政府信息情况\n\n三、收到和处理政府信息公开申请情况';

it.each([
  '云川市水务局2026年1月20日',
  '**云川市水务局 2026年1月20日**',
  '云川市[水务](https://gkml.example.cn/?p=1111111111111111111111111111111111111111111111111111)局 2026年1月20日',
  '云川市水务局 2026<span>年1</span>月20日 附件*下载*',
])('a signature reads as without marks: %s', (signed) => {
  const report = readReport(`${title}\n\n${body}\n\n${signed}\n`, 'markdown');
  expect(report?.signature).toMatchObject({ body: '云川市水务局', date: '2026年1月20日', year: 2026 });
});

it('a title that its text runs on from reads as without marks', () => {
  const marked = title.replace('信息公开', '信息**公开**');
  const report = readReport(`${marked}根据《条例》编制。\n\n${body}\n`, 'markdown');
  expect(report?.title).toMatchObject({ text: title, body: '云川市水务局', span: { start: 0, end: marked.length } });
});
