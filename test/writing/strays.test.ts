import { describe, expect, it } from 'vitest';
import { tableActionsAt } from '../../server/src/features/tableActions.ts';
import type { Table } from '../../server/src/report/model.ts';
import { looseNumbers } from '../../server/src/writing/write.ts';
import { type Change, changed, checked } from '../support/check.ts';

/** The numbers in no cell of table 3 after some changes of a right report in plain text, and the table. */
function loose(...changes: readonly Change[]) {
  const { text, report, findings } = checked(changed(changes, 'department', 'plaintext'), {
    language: 'plaintext',
  });
  const table = report.tables.applications;
  if (table === undefined) throw new Error('no table');
  const numbers = looseNumbers(table, report).map(({ start, end }) => text.slice(start, end));
  const rewriting = findings.filter(({ code }) => code.startsWith('table-')).flatMap(({ fixes }) => fixes());
  return { numbers, table, report, rewriting };
}

function forms({ report, table }: { report: Parameters<typeof tableActionsAt>[0]; table: Table }): number {
  return tableActionsAt(report, table.span.start).filter(({ title }) => title.includes('转为')).length;
}

const granted = '\t（一）予以公开\t\t6\t2\t0\t0\t0\t0\t8';

describe('a number is in no cell', () => {
  it.each<readonly [string, string, readonly string[]]>([
    ['in a remark behind a label', granted.replace('公开', '公开（含转办3件）'), ['3']],
    ['between two rows, with words', `${granted}\n以上由办公室统计，共88件`, ['88']],
    ['between two rows, as a page number', `${granted}\n\n- 12 -\n`, []],
    ['between two rows, as a bare page number', `${granted}\n\n12\n`, []],
    ['as the page of pages', `${granted}\n\n第 3 页 共 12 页\n`, []],
  ])('%s', (_, row, numbers) => {
    expect(loose([granted, row]).numbers).toEqual(numbers);
  });

  it('in a comment it is none', () => {
    expect(loose([granted, `${granted}\n<!-- 2025-12-01 核对 -->`]).numbers).toEqual([]);
  });

  it.each(['１.属于国家秘密', '1、属于国家秘密', '(1)属于国家秘密', '**1.**属于国家秘密', '1 . 属于国家秘密'])(
    'the numeral of a label is none: %s',
    (label) => {
      expect(loose(['1.属于国家秘密', label]).numbers).toEqual([]);
    },
  );
});

describe('a table with such a number', () => {
  const remark: Change = [granted, granted.replace('公开', '公开（含转办3件）')];

  it('is not rewritten, by a fix or an action', () => {
    expect(forms(loose())).toBe(2);
    expect(forms(loose(remark))).toBe(0);
    // A row that is missing asks for the whole table.
    const cut: Change = ['\t（二）部分公开（区分处理的，只计这一情形，不计其他情形）\t\t1\t0\t0\t0\t0\t0\t1\n', ''];
    expect(loose(cut).rewriting.map(({ title }) => title)).toEqual([expect.stringContaining('已填数据不变')]);
    expect(loose(cut, remark).rewriting).toEqual([]);
  });

  it('has no row written out that would lose it', () => {
    const misaligned = (row: string) =>
      checked(changed([[granted, row]], 'department', 'plaintext'), { only: ['table-misaligned'] }).findings;
    const titles = (row: string) => misaligned(row).map(({ fixes }) => fixes().map(({ title }) => title));
    expect(titles(`${granted}\t`.replace('\t0\t0\t0\t', '\t0\t0\t\t0\t'))).toEqual([['按此写齐7格']]);
    expect(titles(`${granted}\t5`)).toEqual([[]]);
  });
});
