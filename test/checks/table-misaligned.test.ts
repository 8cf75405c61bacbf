import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../server/src/text/span.ts';
import { checked } from '../support/check.ts';
import { rightReport } from '../support/rightReports.ts';

const options = { only: ['table-misaligned'] } as const;

/** A right report some of whose rows of table 3 lost the cells that are 0 between the first and the last. */
function shortened(most: number): string {
  let left = most;
  return rightReport('government', 'markdown').replace(/\| (\d) \|(?: 0 \|){5} \1 \|$/gm, (row, number: string) =>
    number !== '0' && left-- > 0 ? `| ${number} | ${number} |` : row,
  );
}

describe('rows that lost cells', () => {
  it('are one finding each where they are few', () => {
    expect(checked(shortened(2), options).findings).toHaveLength(2);
  });

  it('are one finding together where one copy did it to all, which tells how each was read', () => {
    const { findings } = checked(shortened(100), options);
    expect(findings.map(({ message }) => message)).toEqual([
      expect.stringMatching(
        /^表三有5行应有7格，实有2、3、4格，按相邻各行和勾稽关系读作标准的各列，如“上年结转”行：自然人1、总计1，请核对。$/,
      ),
    ]);
    expect(findings[0]?.related.every(({ message }) => message.includes('行读作：'))).toBe(true);
  });

  it('are written out by one fix', () => {
    const { text, findings, report } = checked(shortened(100), options);
    const after = checked(applyEdits(text, findings[0]?.fixes()[0]?.edits ?? []), options);
    expect(after.findings).toEqual([]);
    const numbers = ({ tables }: typeof report) => tables.applications?.values.map((value) => value?.cell?.text ?? '');
    expect(numbers(after.report)).toEqual(numbers(report));
  });
});
