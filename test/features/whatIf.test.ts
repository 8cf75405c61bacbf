import { describe, expect, it } from 'vitest';
import { whatIf } from '../../server/src/features/whatIf.ts';
import { valueAt } from '../../server/src/report/model.ts';
import { applyEdits } from '../../server/src/text/span.ts';
import { reportIn } from '../support/check.ts';
import { right } from './report.ts';

/** The place of a value cell of table three. */
function placeOf(report: ReturnType<typeof right>, row: string, column: string) {
  const table = report.tables.applications;
  const slot = table?.values.find((value) => value?.slot.row === row && value.slot.column === column)?.slot;
  const span = table && slot && valueAt(table, slot)?.cell?.span;
  if (span === undefined) throw new Error(`no cell ${row}/${column}`);
  return span;
}

describe('a figure tried in a cell', () => {
  const report = right();

  it('names every relation and number of the text that it would break', () => {
    const answer = whatIf(report, placeOf(report, 'granted', 'total'), '9');
    expect(answer?.fixed).toEqual([]);
    expect(answer?.broken.some((words) => words.endsWith('“予以公开”行：各类申请人之和8，总计9'))).toBe(true);
    expect(answer?.broken.some((words) => /^文中“.*予以公开8件.*”/.test(words))).toBe(true);
  });

  it('names those that it would fix', () => {
    const place = placeOf(report, 'granted', 'total');
    const wrong = reportIn(applyEdits(report.text, [{ span: place, text: '9' }]));
    const answer = whatIf(wrong, placeOf(wrong, 'granted', 'total'), '8');
    expect(answer?.broken).toEqual([]);
    expect(answer?.fixed.some((words) => words.endsWith('“予以公开”行：各类申请人之和8，总计8'))).toBe(true);
    expect(answer && applyEdits(wrong.text, [{ span: answer.edit, text: answer.edit.text }])).toBe(report.text);
  });

  it('changes nothing when it is the same', () => {
    expect(whatIf(report, placeOf(report, 'granted', 'total'), '8')).toMatchObject({ broken: [], fixed: [] });
  });

  it.each(['1|2', '1\n2', '1\t2', '<b>', 'x'.repeat(41)])(
    'is refused where it would be no cell any more: %j',
    (text) => {
      expect(whatIf(report, placeOf(report, 'granted', 'total'), text)).toBeUndefined();
    },
  );

  it('is refused where there is no cell', () => {
    expect(whatIf(report, { start: 0, end: 1 }, '1')).toBeUndefined();
  });
});
