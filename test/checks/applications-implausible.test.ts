import { expect, it } from 'vitest';
import { exampleTable } from '../../server/src/checks/check.ts';
import { labelOf } from '../../server/src/format/shape.ts';
import { type Change, changed, check } from '../support/check.ts';

const only = ['applications-implausible'] as const;

/** A row of table 3 under a group, or of the group itself, with requests of natural persons and a total as marked. */
function row(id: string, natural: number, total: number | string = natural): string {
  const label = labelOf(exampleTable('applications'), id);
  return `${label} | ${natural} | 0 | 0 | 0 | 0 | 0 | ${total} |`;
}

const lapsed: readonly Change[] = [
  [row('other.3', 1), row('other.3', 0)],
  [row('other.2', 0), row('other.2', 1, '⟦1⟧')],
];
const six = '2025年，本机关未收取信息处理费。没有其他需要报告的事项。';

it.each([
  ['本年度未收取信息处理费。', true],
  ['按照《关于信息处理费逾期缴费的通知》，未收取信息处理费。', true],
  ['发出收费通知1件，申请人未缴费，未收取信息处理费。', false],
  ['有1名申请人逾期不缴费，实际收取信息处理费0元。', false],
])('lapsed requests ask for a word on notices: %s', (said, asked) => {
  const text = changed([...lapsed, [six, said]]);
  const { findings } = check(
    asked ? text : text.replace(/[⟦⟧]/g, ''),
    asked ? [{ code: 'applications-implausible', severity: 'hint', message: '没有写到收费通知', fixes: [] }] : [],
    { only },
  );
  for (const { related } of findings) expect(related).toHaveLength(1);
});

it.each([
  ['other.3', 4, 12, false],
  ['other.3', 5, 16, false],
  ['other.3', 5, 15, true],
  ['other.3', 6, 15, true],
])('%s: %i of %i', (id, others, total, many) => {
  const other = row(id, others, many ? `⟦${others}⟧` : others);
  const granted = total - others - 9;
  const text = changed([
    [row('other.3', 1), other],
    [
      /（一）予以公开 \| {2}\| 6 \| 2 (?:\| 0 ){4}\| 8 \|/,
      `（一）予以公开 |  | ${granted} | 2 | 0 | 0 | 0 | 0 | ${granted + 2} |`,
    ],
    [/（二）部分公开（[^|]*\| {2}\| 1 (?:\| 0 ){5}\| 1 \|/, '（二）部分公开 |  | 2 | 0 | 0 | 0 | 0 | 0 | 2 |'],
    [
      /（七）总计 \| {2}\| 12 \| 3 (?:\| 0 ){4}\| 15 \|/,
      `（七）总计 |  | ${total - 3} | 3 | 0 | 0 | 0 | 0 | ${total} |`,
    ],
    [
      /政府信息公开申请数量 \| {2}\| {2}\| 12 \| 3 (?:\| 0 ){4}\| 15 \|/,
      `政府信息公开申请数量 |  |  | ${total - 3} | 3 | 0 | 0 | 0 | 0 | ${total} |`,
    ],
  ]);
  check(text, many ? [{ code: 'applications-implausible', message: '比例偏高' }] : [], { only });
});

it('says nothing of numbers that do not add up', () => {
  check(changed([[row('other.3', 1), row('other.3', 9)]]), [], { only });
});

it('asks for what fees were charged where nothing was received', () => {
  const none = changed([[six, '本年度收取信息处理费400元。']]).replace(
    /\| [^|]*政府信息公开申请数量 [^\n]*|\|[^\n]*[）.][^\n]*\| \d+ \|(?=\n)|\| 四、结转[^\n]*/g,
    (line) => line.replace(/ \d+ /g, ' 0 '),
  );
  check(
    none.replace(/(新收政府信息公开申请数量 [^\n]*)\| 0 \|(?=\n)/, '$1| ⟦0⟧ |'),
    [{ code: 'applications-implausible', message: '收取信息处理费400元' }],
    { only },
  );
});
