import { describe, expect, it } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze.ts';
import { blanksOf, goFrom } from '../../server/src/features/blanks.ts';
import { newReportText } from '../../server/src/writing/newReport.ts';
import { rightReport } from '../support/rightReports.ts';
import { caretIn, textAt } from './report.ts';

function read(text: string, language: 'markdown' | 'plaintext') {
  const analysis = analyze(text, language);
  if (analysis.kind !== 'report') throw new Error('no report');
  return analysis;
}

const at = (offset: number) => ({ start: offset, end: offset });

describe.each(['markdown', 'plaintext'] as const)('what is to be filled in, in %s', (language) => {
  const text = newReportText({ body: '', kind: 'department', year: 2025, language });
  const { report, findings } = read(text, language);
  const blanks = blanksOf(report, findings);

  it('is every placeholder and every blank cell of a new report, each once', () => {
    const words = blanks.map((span) => textAt(report, span)).filter((word) => word !== '');
    expect(words).toEqual(text.match(/（请填写[^（）]*）/g));
    const cells = Object.values(report.tables).flatMap(({ values }) => values);
    expect(blanks.length - words.length).toBe(cells.length);
  });

  it('is gone through from place to place, and round', () => {
    const seen: number[] = [];
    let selection = at(0);
    for (let i = 0; i < blanks.length; i++) {
      const arrival = goFrom(report, findings, selection, 'nextBlank');
      if (arrival === undefined) throw new Error('no place');
      selection = { ...arrival.span };
      seen.push(selection.start);
    }
    expect(seen).toEqual(blanks.map(({ start }) => start));
    expect(goFrom(report, findings, selection, 'nextBlank')?.span).toEqual(blanks[0]);
    const last = blanks[blanks.length - 2];
    expect(goFrom(report, findings, selection, 'previousBlank')?.span).toEqual(last);
  });
});

describe('steps from cell to cell', () => {
  it('go behind the last cell to the next place to fill in, and nowhere from what is no cell', () => {
    const text = rightReport('department', 'markdown').replace('| 15 |', '|  |');
    const { report, findings } = read(text, 'markdown');
    const { litigation } = report.tables;
    const last = litigation?.values[litigation.values.length - 1]?.cell?.span;
    if (last === undefined) throw new Error('no cell');
    const [only, ...more] = blanksOf(report, findings);
    expect(more).toEqual([]);
    expect(goFrom(report, findings, last, 'next')?.span).toEqual(only);
    expect(goFrom(report, findings, at(caretIn(report, '收到政府信息公开申请¦15件')), 'next')).toBeUndefined();
    const first = litigation?.values[0]?.cell?.span;
    expect(first && goFrom(report, findings, first, 'previous')).toBeUndefined();
  });

  it('find nothing in a report that is whole', () => {
    const { report, findings } = read(rightReport('department', 'markdown'), 'markdown');
    expect(goFrom(report, findings, at(0), 'nextBlank')).toBeUndefined();
  });

  it('offer the total of a blank one', () => {
    const text = rightReport('department', 'markdown');
    const { report, findings } = read(
      text.replace('| 6 | 2 | 0 | 0 | 0 | 0 | 8 |', '| 6 | 2 | 0 | 0 | 0 | 0 |  |'),
      'markdown',
    );
    const caret = caretIn(report, '| 6 | 2 | 0 | 0 | 0 | ¦0 |  |');
    expect(goFrom(report, findings, at(caret), 'next')?.offered).toBe('8');
    expect(goFrom(report, findings, at(caret), 'previous')?.offered).toBeUndefined();
  });
});
