import { describe, expect, it } from 'vitest';
import { completionsAt } from '../../server/src/features/completion.ts';
import { checked, reportIn } from '../support/check.ts';
import { right } from './report.ts';

describe('completion', () => {
  const whole = right().text;

  it('offers headings that are missing, also for pinyin initials', () => {
    const text = whole.replace('## 六、其他需要报告的事项', 'qtx');
    const report = reportIn(text);
    const [item] = completionsAt(report, text.indexOf('qtx') + 3).filter(({ kind }) => kind === 'heading');
    expect(item).toMatchObject({ label: '六、其他需要报告的事项', text: '六、其他需要报告的事项' });
    expect(item?.filter).toMatch(/^lqtxybgdsx/);
    expect(text.slice(item?.span.start, item?.span.end)).toBe('qtx');
  });

  it('offers aspects that are missing and replaces what is typed of them', () => {
    const text = whole.replace('### （四）政府信息公开平台建设', '### （四）政府');
    const report = reportIn(text);
    const items = completionsAt(report, text.indexOf('（四）政府') + 5);
    const item = items.find(({ label }) => label === '（四）政府信息公开平台建设');
    expect(text.slice(item?.span.start, item?.span.end)).toBe('（四）政府');
  });

  it('offers laws and notices with their numbers inside 《》', () => {
    const text = whole.replace('修订政府信息公开目录', '按照《中华');
    const labels = completionsAt(reportIn(text), text.indexOf('按照《中华') + 5).map((item) => item.text);
    expect(labels).toContain('《中华人民共和国政府信息公开条例》（国务院令第711号）');
    expect(labels.some((label) => label.endsWith('（国办公开办函〔2021〕30号）'))).toBe(true);
  });

  it('offers the paragraph that the tables tell, which then agrees with them', () => {
    const old = /全年收到政府信息公开申请.*\n/.exec(whole)?.[0] ?? '';
    const text = whole.replace(old, '。\n');
    const offset = text.indexOf('（二）依申请公开\n\n') + '（二）依申请公开\n\n'.length;
    const item = completionsAt(reportIn(text), offset).find(({ kind }) => kind === 'sentence');
    if (item === undefined) throw new Error('no sentence');
    const { findings } = checked(text.slice(0, offset) + item.text + text.slice(offset + 1));
    expect(findings.map(({ message }) => message)).toEqual([]);
  });

  it('offers rows that a table lacks', () => {
    const row = whole.split('\n').find((line) => line.includes('2.重复申请')) ?? '';
    const text = whole.replace(`${row}\n`, '|\n');
    const report = reportIn(text);
    const offset = text.indexOf('\n|\n') + 2;
    expect(completionsAt(report, offset).map(({ label }) => label)).toEqual(['2.重复申请']);
  });
});
