import { describe, expect, it } from 'vitest';
import { coloured } from '../support/grammar.ts';

const title = 'entity.name.section.title';
const heading = 'entity.name.section';
const subheading = 'entity.name.section.subsection';
const label = 'entity.name.tag.label';
const value = 'constant.numeric.value';
const total = 'markup.bold.total';
const totalLabel = 'markup.bold.label';
const placeholder = 'invalid.deprecated.placeholder';
const name = 'string.quoted.other.name';
const number = 'support.type.document';
const period = 'constant.numeric.period';
const date = 'constant.numeric.date';

/** Lines of drafts and what of them is coloured. */
const lines: readonly (readonly [what: string, text: string, ...expected: string[]])[] = [
  ['a title', '河湾市林业局2025年政府信息公开工作年度报告', `${title} 河湾市林业局2025年政府信息公开工作年度报告`],
  [
    'a short title, indented',
    '　　河湾市林业局信息公开年报（2025年度）',
    `${title} 河湾市林业局信息公开年报（2025年度）`,
  ],
  [
    'a title to be filled in',
    '（请填写机关名称）2025年政府信息公开工作年度报告',
    `${placeholder} （请填写机关名称）`,
    `${title} 2025年政府信息公开工作年度报告`,
  ],
  ['a sentence that ends like a title', '根据上级部署编制本单位政府信息公开工作年度报告'],
  ['a section heading', '一、总体情况', `${heading} 一、总体情况`],
  ['a section heading in other words', '　　五、存在问题及改进措施', `${heading} 五、存在问题及改进措施`],
  ['an item of a list', '一、更新不及时；二、解读不够。'],
  ['a sub-heading', '（一）主动公开', `${subheading} （一）主动公开`],
  ['a sub-heading that text follows', '（二）依申请公开。全年办结3件。', `${subheading} （二）依申请公开`],
  ['an item of a list in brackets', '（一）更新不够及时，仍需改进；'],
  [
    'a row',
    '自然人\t97\t1,238.24\t-4\t/',
    `${label} 自然人`,
    ...['97', '1,238.24', '-4', '/'].map((n) => `${value} ${n}`),
  ],
  ['a row with an amount', '行政事业性收费\t12.36万元', `${label} 行政事业性收费`, `${value} 12.36万元`],
  ['a row of a label that is not official', '林木采伐\t3', `${value} 3`],
  ['a number without a table', '12'],
  ['a label that covers the next cell', '\t1.属于国家秘密\t0', `${label} 1.属于国家秘密`, `${value} 0`],
  [
    'a label like a heading',
    '一、本年新收政府信息公开申请数量\t5',
    `${label} 一、本年新收政府信息公开申请数量`,
    `${value} 5`,
  ],
  ['a row of totals', '（七）总计\t\t12\t3', `${totalLabel} （七）总计`, `${total} 12`, `${total} 3`],
  [
    'a header with a total',
    '结果维持\t总计\t结果维持',
    ...['结果维持', '总计', '结果维持'].map((text) => `${label} ${text}`),
  ],
  ['a place to fill in', '正文（请填写主动公开情况）。', `${placeholder} （请填写主动公开情况）`],
  [
    'a citation',
    '按照《森林法实施条例》（国务院令第278号）和《通知》（国办公开办函〔2021〕30号、河政发〔2025〕4号）办理。',
    `${name} 《森林法实施条例》`,
    `${number} 国务院令第278号`,
    `${name} 《通知》`,
    `${number} 国办公开办函〔2021〕30号`,
    `${number} 〔2025〕4号`,
  ],
  ['a period', '统计期限为2025年1月1日至12月31日。', `${period} 2025年1月1日至12月31日`],
  ['a period with both years', '自2025年1月1日起至2025年12月31日止', `${period} 2025年1月1日起至2025年12月31日`],
  [
    'dates with spaces',
    '2019 年 1 月 1 日至 12 月 31 日，2020 年',
    `${period} 2019 年 1 月 1 日至 12 月 31 日`,
    `${date} 2020 年`,
  ],
  ['dates', '2025年，河湾市于2025年3月27日', `${date} 2025年`, `${date} 2025年3月27日`],
  ['a date in Chinese numerals', '二〇二六年一月二十日', `${date} 二〇二六年一月二十日`],
];

describe('the grammar of reports in plain text colours', () => {
  it.each(lines)('%s', async (_, text, ...expected) => {
    expect(await coloured('text.nianbao', text)).toEqual(expected);
  });

  it('a row of totals to its end only', async () => {
    expect(await coloured('text.nianbao', '（七）总计\t12\n规章\t3')).toEqual([
      `${totalLabel} （七）总计`,
      `${total} 12`,
      `${label} 规章`,
      `${value} 3`,
    ]);
  });
});
