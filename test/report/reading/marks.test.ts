import { describe, expect, it } from 'vitest';
import { blankMarks, withoutBlanks } from '../../../server/src/report/reading/marks.ts';

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
