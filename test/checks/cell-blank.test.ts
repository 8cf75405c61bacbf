import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../server/src/text/span.ts';
import { changed, checked } from '../support/check.ts';
import { rightReport } from '../support/rightReports.ts';

/** A right report with the last cell of each row of table 3, the column of totals, written anew. */
function withTotals(write: (total: string, row: string) => string): string {
  return rightReport('government', 'markdown').replace(
    /^((?:\|[^|\n]*){9}\|) (\d+) \|$/gm,
    (_, row: string, total: string) => `${row} ${write(total, row)} |`,
  );
}

const numbers = { only: ['total-blank', 'cell-blank', 'applications-unbalanced', 'litigation-unbalanced'] } as const;

describe('totals that nobody filled in', () => {
  it('are one finding for the whole column, which one fix fills', () => {
    const { text, findings } = checked(
      withTotals(() => ''),
      numbers,
    );
    expect(findings.map(({ code, message }) => `${code} ${message}`)).toEqual([
      'total-blank 表三“总计”列25格都未填，应为各分项之和，请补填。',
    ]);
    expect(findings[0]?.related).toHaveLength(25);
    const [fix] = findings[0]?.fixes() ?? [];
    expect(fix?.title).toBe('按各分项之和填入25格');
    expect(checked(applyEdits(text, fix?.edits ?? []), numbers).findings).toEqual([]);
  });

  it('are one finding each where some are filled in', () => {
    const { findings } = checked(
      withTotals((total, row) => (/予以公开|部分公开/.test(row) ? '' : total)),
      numbers,
    );
    expect(findings.map(({ code }) => code)).toEqual(['total-blank', 'total-blank']);
  });

  it('are one finding where three or more of a column are left, others filled in', () => {
    const { text, findings } = checked(
      withTotals((total, row) => (/予以公开|部分公开|不掌握/.test(row) ? '' : total)),
      numbers,
    );
    expect(findings.map(({ message }) => message)).toEqual(['表三“总计”列有3格未填，应为各分项之和，请补填。']);
    expect(checked(applyEdits(text, findings[0]?.fixes()[0]?.edits ?? []), numbers).findings).toEqual([]);
  });

  it('that are all 0 are one finding too, and one fix computes them', () => {
    const { text, findings } = checked(
      withTotals(() => '0'),
      numbers,
    );
    expect(findings.map(({ code }) => code)).toEqual(['applications-unbalanced']);
    expect(findings[0]?.message).toMatch(/^表三“总计”列全为0，其中\d+格的分项之和不为0/);
    const [fix] = findings[0]?.fixes() ?? [];
    expect(checked(applyEdits(text, fix?.edits ?? []), numbers).findings).toEqual([]);
  });

  it('of the three groups of table 4 are one finding', () => {
    const row = '| 1 | 0 | 1 | 0 | 2 | 1 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 1 | 1 |';
    const blank = '| 1 | 0 | 1 | 0 |  | 1 | 0 | 0 | 0 |  | 0 | 0 | 0 | 1 |  |';
    const { text, findings } = checked(changed([[row, blank]], 'government'), numbers);
    expect(findings.map(({ message }) => message)).toEqual(['表四“总计”列3格都未填，应为各分项之和，请补填。']);
    expect(applyEdits(text, findings[0]?.fixes()[0]?.edits ?? [])).toBe(rightReport('government', 'markdown'));
  });
});
