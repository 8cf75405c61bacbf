import { describe, expect, it } from 'vitest';
import { extract } from '../../server/src/analysis/extract.ts';
import { formatDraft } from '../../server/src/features/formatting.ts';
import { applyEdits } from '../../server/src/text/span.ts';
import { reportIn } from '../support/check.ts';
import { right } from './report.ts';

describe('formatting', () => {
  it('aligns tables, spells headings, changes nothing else, and nothing the second time', () => {
    const text = right().text.replace('## 二、主动公开政府信息情况', '##  二、 主动公开政府信息情况');
    const report = reportIn(text);
    const once = applyEdits(text, formatDraft(report, undefined));
    const again = reportIn(once);
    expect(formatDraft(again, undefined)).toEqual([]);
    expect(once.replace(/[ -]/g, '')).toBe(text.replace(/[ -]/g, ''));
    expect(extract(again).tables).toEqual(extract(report).tables);
  });
});
