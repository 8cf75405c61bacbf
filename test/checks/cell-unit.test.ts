import { expect, it } from 'vitest';
import { applyEdits } from '../../server/src/text/span.ts';
import { changed, checked } from '../support/check.ts';
import type { RightReport } from '../support/rightReports.ts';

/** The cell after each fix of the one finding that a row brings about; undefined where it brings none. */
function cellsAfter(name: RightReport, row: string, changedRow: string): readonly string[] | undefined {
  const { text, findings } = checked(changed([[row, changedRow]], name), { only: ['cell-unit'] });
  const [first, ...more] = findings;
  expect(more).toEqual([]);
  return first?.fixes().map(({ edits, safe }) => {
    expect(safe).toBe(false);
    expect(checked(applyEdits(text, edits), { only: ['cell-unit'] }).findings).toEqual([]);
    return edits.map((edit) => edit.text).join();
  });
}

it.each([
  ['123600元', ['12.36']],
  ['1.2亿元', ['12000']],
  ['12.36万元', undefined],
  ['12.36', undefined],
  ['316441', undefined],
  ['1236000.5', ['123.60005']],
  ['0元', undefined],
  ['/', undefined],
  ['3项', undefined],
])('fees: %s', (cell, fixed) => {
  const row = (text: string): string => `| 行政事业性收费 | ${text} |  |  |`;
  expect(cellsAfter('department', row('12.36'), row(cell))).toEqual(fixed);
});

it.each([
  ['4', '86.2万元', undefined],
  ['4', '86.2', undefined],
  ['4', '862000元', undefined],
  ['3', '251000', ['251000元', '251000万元']],
  ['20', '33633789.63万', ['33633789.63元']],
  ['20', '33,633,789.63', ['33633789.63元']],
  ['30000', '31000000万元', undefined],
  ['2000', '1500000', undefined],
  ['0', '1500000', ['1500000元']],
  ['38', '938.3086元', ['938.3086万元']],
  ['1', '860元', undefined],
])('purchases: %s items, %s', (items, cell, fixed) => {
  const row = (count: string, text: string): string => `| 政府集中采购 | ${count} | ${text} |  |`;
  expect(cellsAfter('trial', row('4', '86.2万元'), row(items, cell))).toEqual(fixed);
});
