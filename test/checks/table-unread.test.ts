import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../server/src/text/span.ts';
import { check, checked, unmarked } from '../support/check.ts';
import { missingNumbers } from '../support/numbers.ts';
import { rightReport } from '../support/rightReports.ts';

const right = rightReport('government', 'markdown');
const options = {
  only: ['table-unread', 'table-missing', 'applications-unbalanced', 'prose-mismatch', 'cell-blank'],
} as const;

/** The right report with the labels of two rows of table 3 over one of their lines of values. */
const torn = right.replace(
  /\| {2}\| {2}\| (2\.其他法律行政法规禁止公开) (\|[^\n]*)\n\| {2}\| {2}\| (3\.危及“三安全一稳定”) (\|[^\n]*)\n/,
  '| ⟦$1⟧ |\n| $3 |\n$2\n',
);

describe('rows whose values cannot be told', () => {
  it('are one finding, which says which and why', () => {
    expect(unmarked(torn).text).not.toBe(right);
    check(
      torn,
      [
        {
          code: 'table-unread',
          severity: 'warning',
          message: '表三有2行，有的数属于哪一格无法确定（“其他法律行政法规禁止公开”行',
        },
      ],
      options,
    );
  });

  it('become places of the standard table, and no number is lost', () => {
    const { text } = unmarked(torn);
    const [found] = checked(text, options).findings;
    const [fix] = found?.fixes() ?? [];
    expect(fix).toMatchObject({ title: '还原为标准的表三，无法确定的格留空', safe: false });
    const after = applyEdits(text, fix?.edits ?? []);
    expect(missingNumbers(text, after)).toEqual([]);
    expect(checked(after, { only: ['table-unread'] }).findings).toEqual([]);
  });
});

it('a row whose one number may be all of its numbers is no row with blank cells', () => {
  const text = right.replace(/\| 行政规范性文件 \| 3 \| 1 \| 21 \|/, '| ⟦行政规范性文件⟧ | 3121 |  |  |');
  check(text, [{ code: 'table-unread', message: '表二“行政规范性文件”行的“3121”独占一行，疑为3格的数粘连' }], options);
});

describe('a table of which nothing can be told', () => {
  const heading = '## 四、政府信息公开行政复议、行政诉讼情况';
  const ruined = `${right.slice(0, right.indexOf(heading))}${heading}\n\n1\n\n0 0 2\n\n13\n\n${right.slice(right.indexOf('## 五、'))}`;

  it('is an error, and a blank one is put over it, which changes nothing of it', () => {
    const { text, findings } = checked(ruined, options);
    expect(findings.map(({ code, severity }) => [code, severity])).toEqual([['table-unread', 'error']]);
    const after = applyEdits(text, findings[0]?.fixes()[0]?.edits ?? []);
    expect(after).toContain('| 行政复议 |');
    expect(after).toContain('\n\n1\n\n0 0 2\n\n13\n');
  });
});
