import { describe, expect, it } from 'vitest';
import { hoverAt } from '../../server/src/features/hover.ts';
import { linksAt } from '../../server/src/features/links.ts';
import { caretIn, right, textAt } from './report.ts';

describe.each(['markdown', 'plaintext'] as const)('links in %s', (language) => {
  const report = right('department', language);

  it('lead from a number of the text to its cell', () => {
    const links = linksAt(report, caretIn(report, '收到政府信息公开申请¦15件'));
    expect(links?.sources.map(({ span, name }) => [textAt(report, span), name])).toEqual([
      ['15', '表三“本年新收”行“总计”列'],
    ]);
  });

  it('lead from a number that is a sum to all its cells', () => {
    const links = linksAt(report, caretIn(report, '无法提供¦4件'));
    expect(links?.sources.map(({ name }) => name)).toEqual([
      '表三“本机关不掌握相关政府信息”行“总计”列',
      '表三“没有现成信息需要另行制作”行“总计”列',
      '表三“补正后申请内容仍不明确”行“总计”列',
    ]);
  });

  it('lead from a cell to the text that names it, and to its totals', () => {
    const [cell] = linksAt(report, caretIn(report, '收到政府信息公开申请¦15件'))?.sources ?? [];
    if (cell === undefined) throw new Error('no cell');
    const links = linksAt(report, cell.span.start);
    expect(links?.uses.map(({ name }) => name)).toContain('全年收到政府信息公开申请15件');
    expect(links?.sources.map(({ span }) => textAt(report, span))).toEqual(['12', '3']);
  });

  it('are none where there is no number', () => {
    expect(linksAt(report, caretIn(report, '修订¦政府信息'))).toBeUndefined();
    expect(linksAt(report, caretIn(report, '发布信息¦326条'))).toBeUndefined();
  });
});

describe('hover', () => {
  const report = right();

  it('on a number of the text tells the cell and whether it holds', () => {
    const hover = hoverAt(report, caretIn(report, '收到政府信息公开申请¦15件'));
    expect(hover?.markdown).toContain('✓ 表三“本年新收”行“总计”列：15');
    expect(textAt(report, hover?.span ?? { start: 0, end: 0 })).toBe('15');
  });

  it('on a cell tells row, column, note and each relation with its numbers', () => {
    const hover = hoverAt(report, caretIn(report, '（一）予以公开 |  | ¦6'));
    expect(hover?.markdown).toContain('（一）予以公开');
    expect(hover?.markdown).toContain('自然人');
    expect(hover?.markdown).toMatch(/✓ .*之和/);
  });

  it('on a heading tells what must stand under it', () => {
    const hover = hoverAt(report, caretIn(report, '六、其他¦需要报告'));
    expect(hover?.markdown).toContain('信息处理费');
  });

  it.each([
    ['（国办公开办函〔2021〕¦30号）', '国办公开办函〔2021〕30号'],
    ['（国务院令第¦711号', '国务院令第711号'],
    ['以下简称《条¦例》', '《中华人民共和国政府信息公开条例》'],
  ])('on a citation tells its full name: %s', (pattern, told) => {
    expect(hoverAt(report, caretIn(report, pattern))?.markdown).toContain(told);
  });

  it('on a label tells its row', () => {
    const hover = hoverAt(report, caretIn(report, '1.属于¦国家秘密'));
    expect(hover?.markdown).toContain('《条例》第十四条');
  });
});
