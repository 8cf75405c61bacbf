import { describe, expect, it } from 'vitest';
import { extract, uncertain } from '../../../server/src/analysis/extract.ts';
import { readReport } from '../../../server/src/report/reading/read.ts';
import { type Change, changed } from '../../support/check.ts';

const granted = '\t（一）予以公开\t\t6\t2\t0\t0\t0\t0\t8';
const partial = '\t（二）部分公开（区分处理的，只计这一情形，不计其他情形）\t\t1\t0\t0\t0\t0\t0\t1';

/** The first results of table 3 after some changes of a right report, and how they were read. */
function read(...changes: readonly Change[]) {
  const report = readReport(changed(changes, 'department', 'plaintext'), 'plaintext');
  if (report === undefined) throw new Error('no report');
  return { row: extract(report).tables.applications?.granted, how: uncertain(report).applications?.granted };
}

describe('how a value was read', () => {
  it('is not told where it stands in its place', () => {
    expect(read()).toEqual({ row: [6, 2, 0, 0, 0, 0, 8], how: undefined });
  });

  it('by being cut out of a cell that holds several', () => {
    const how = Array.from({ length: 7 }, () => 'cut');
    expect(read([granted, '\t（一）予以公开\t\t6 2 0 0 0 0 8'])).toEqual({ row: [6, 2, 0, 0, 0, 0, 8], how });
  });

  it('by the order of rows, where it stands apart from its label', () => {
    const how = Array.from({ length: 7 }, () => 'aligned');
    const labels = '（一）予以公开\n（二）部分公开（区分处理的，只计这一情形，不计其他情形）';
    const values = '6\t2\t0\t0\t0\t0\t8\n1\t0\t0\t0\t0\t0\t1';
    expect(read([granted, labels], [partial, values])).toEqual({ row: [6, 2, 0, 0, 0, 0, 8], how });
  });

  it('not at all, where it may be of another row as well', () => {
    const labels = '（一）予以公开\n（二）部分公开（区分处理的，只计这一情形，不计其他情形）';
    const { row, how } = read([granted, labels], [partial, '6\t2\t0\t0\t0\t0\t8']);
    expect(row).toEqual(Array.from({ length: 7 }, () => null));
    expect(how).toEqual(Array.from({ length: 7 }, () => 'open'));
  });
});
