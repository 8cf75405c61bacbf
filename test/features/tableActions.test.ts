import { describe, expect, it } from 'vitest';
import { extract } from '../../server/src/analysis/extract.ts';
import { tableActionsAt } from '../../server/src/features/tableActions.ts';
import { applyEdits } from '../../server/src/text/span.ts';
import { reportIn } from '../support/check.ts';
import { caretIn, right } from './report.ts';

describe('actions on tables', () => {
  it('recompute totals', () => {
    const text = right().text.replace(/(（一）予以公开 \| {2}\| 6 \| 2 \| 0 \| 0 \| 0 \| 0 \|) 8/, '$1 9');
    const report = reportIn(text);
    const action = tableActionsAt(report, caretIn(report, '（一）予以¦公开')).find(({ title }) =>
      title.startsWith('重算'),
    );
    expect(action?.title).toContain('9改为8');
    expect(applyEdits(text, action?.edits ?? [])).toBe(right().text);
  });

  it.each(['markdown', 'plaintext'] as const)('convert between forms and back, %s', (language) => {
    const report = right('department', language);
    const values = extract(report).tables;
    for (const table of ['（一）予以¦公开', '行政许¦可']) {
      const conversions = tableActionsAt(report, caretIn(report, table)).filter(({ title }) => title.includes('转为'));
      expect(conversions).toHaveLength(2);
      for (const { title, edits } of conversions) {
        const text = applyEdits(report.text, edits);
        expect([title, extract(reportIn(text, language)).tables]).toEqual([title, values]);
      }
    }
  });
});
