import { describe, expect, it } from 'vitest';
import { type OutlineItem, outlineOf } from '../../server/src/features/outline.ts';
import { reportIn } from '../support/check.ts';
import { right } from './report.ts';

const languages = ['markdown', 'plaintext'] as const;

function names(items: readonly OutlineItem[], depth: number): unknown[] {
  return items.map(({ kind, name, children }) =>
    children.length > 0 && depth > 0 ? [`${kind} ${name}`, names(children, depth - 1)] : `${kind} ${name}`,
  );
}

describe.each(languages)('the outline of a right report in %s', (language) => {
  const report = right('department', language);
  const [root] = outlineOf(report);

  it('has title, sections, aspects, tables', () => {
    expect(names(root?.children ?? [], 1)).toEqual([
      [
        'section 一、总体情况',
        [
          'subsection （一）主动公开',
          'subsection （二）依申请公开',
          'subsection （三）政府信息管理',
          'subsection （四）政府信息公开平台建设',
          'subsection （五）监督保障',
        ],
      ],
      ['section 二、主动公开政府信息情况', ['table 表二']],
      ['section 三、收到和处理政府信息公开申请情况', ['table 表三']],
      ['section 四、政府信息公开行政复议、行政诉讼情况', ['table 表四']],
      'section 五、存在的主要问题及改进情况',
      'section 六、其他需要报告的事项',
    ]);
  });

  it('has the rows of a table with their values', () => {
    const table = root?.children[2]?.children[0];
    expect(table?.children.length).toBe(25);
    expect(table?.children[2]?.name).toBe('（一）予以公开');
    expect(table?.children[2]?.detail).toMatch(/6 2 0 0 0 0 8$/);
  });

  it('has children inside their parents and selections inside their spans', () => {
    const check = (item: OutlineItem): void => {
      expect(item.selection.start).toBeGreaterThanOrEqual(item.span.start);
      expect(item.selection.end).toBeLessThanOrEqual(item.span.end);
      for (const child of item.children) {
        expect(child.span.start).toBeGreaterThanOrEqual(item.span.start);
        expect(child.span.end).toBeLessThanOrEqual(item.span.end);
        check(child);
      }
    };
    if (root === undefined) throw new Error('no outline');
    check(root);
  });
});

describe('the outline of a draft whose parts are not in their place', () => {
  it('has the table of a section whose heading is gone', () => {
    const { text } = right();
    const report = reportIn(text.slice(0, text.indexOf('## 一、')) + text.slice(text.indexOf('| 第二十条')));
    const tables = (items: readonly OutlineItem[]): string[] =>
      items.flatMap(({ kind, name, children }) => (kind === 'table' ? [name] : tables(children)));
    expect(tables(outlineOf(report))).toEqual(['表二', '表三', '表四']);
  });
});
