import { describe, expect, it } from 'vitest';
import { colour, coloured } from '../support/grammar.ts';

const label = 'entity.name.tag.label';
const value = 'constant.numeric.value';

/** Lines of drafts and what of them is coloured. */
const lines: readonly (readonly [what: string, text: string, ...expected: string[]])[] = [
  ['a section heading', '## 一、总体情况', 'entity.name.section 总体情况'],
  ['a section heading with closing marks', '## 六、其他需要报告的事项 ##', 'entity.name.section 其他需要报告的事项'],
  ['a heading of something else', '## 一、总体方案'],
  ['the words of a heading in a sentence', '一、总体情况良好。'],
  ['a place to fill in', '（请填写主动公开情况）', 'invalid.deprecated.placeholder （请填写主动公开情况）'],
  ['a law', '见《森林法实施条例（修订）》。', 'string.quoted.other.name 《森林法实施条例（修订）》'],
  ['a book', '读《河湾旧事》一书。'],
  ['a document number', '（国办公开办函〔2021〕30号）', 'support.type.document 国办公开办函〔2021〕30号'],
];

describe('the grammar that is injected into Markdown colours', () => {
  it.each(lines)('%s', async (_, text, ...expected) => {
    expect(await coloured('text.html.markdown', text)).toEqual(expected);
  });

  it('labels, values and totals of our tables, within the table of Markdown itself', async () => {
    const table = [
      '| 三、本年度办理结果 | （一）予以公开 | 自然人 |',
      '| --- | --- | --- |',
      '|  | 1.属于国家秘密 | 1,203 |',
      '| （七）总计 |  | 8 |',
      '| 规章 | **3** | 4 |',
    ].join('\n');
    expect(await coloured('text.html.markdown', table)).toEqual([
      `${label} 三、本年度办理结果`,
      `${label} （一）予以公开`,
      `${label} 自然人`,
      `${label} 1.属于国家秘密`,
      `${value} 1,203`,
      'markup.bold.label （七）总计',
      'markup.bold.total 8',
      `${label} 规章`,
      `${value} 4`,
    ]);
    const pieces = await colour('text.html.markdown', table);
    expect(pieces.filter(({ scopes }) => !scopes.includes('markup.table.markdown'))).toEqual([]);
  });

  it('the row of table four, which has no label', async () => {
    const row = `| ${Array.from({ length: 15 }, (_, i) => i).join(' | ')} |`;
    expect(await coloured('text.html.markdown', row)).toEqual(Array.from({ length: 15 }, (_, i) => `${value} ${i}`));
    expect(await coloured('text.html.markdown', row.replace(' | 14', ''))).toEqual([]);
  });

  it.each([
    ['a table of something else', '| 果品 | 斤数 |\n| --- | --- |\n| 苹果 | 12 |\n| 梨 | 7 |'],
    ['code', '`| 规章 | 3 |（请填写机关名称）〔2021〕30号`'],
    ['a code block', '```\n| 规章 | 3 |\n（请填写机关名称）\n```\n'],
    ['a comment', '<!-- （请填写机关名称）《森林法实施条例》 -->'],
  ])('nothing in %s', async (_, text) => {
    expect(await coloured('text.html.markdown', text)).toEqual([]);
  });
});
