import { describe, expect, it } from 'vitest';
import { fillFrom } from '../../server/src/features/fill.ts';
import { type Language, type Report, valueAt } from '../../server/src/report/model.ts';
import { applyEdits } from '../../server/src/text/span.ts';
import { newReportText } from '../../server/src/writing/newReport.ts';
import { standardTable } from '../../server/src/writing/write.ts';
import { reportIn } from '../support/check.ts';
import { rightReport } from '../support/rightReports.ts';
import { right } from './report.ts';

function blank(language: 'markdown' | 'plaintext'): Report {
  return reportIn(newReportText({ body: '云川市水务局', kind: 'department', year: 2025, language }), language);
}

/** The texts of the values of table 3, row by row, after something was pasted at a value. */
function pastedInto(report: Report, index: number, text: string, html?: string) {
  const { applications } = report.tables;
  const start = applications?.values[index]?.cell?.span.start;
  if (start === undefined) throw new Error('no cell');
  const filling = fillFrom(report, start, { text, ...(html !== undefined && { html }) });
  if (filling === undefined) return undefined;
  const after = reportIn(applyEdits(report.text, filling.edits), report.language);
  return { ...filling, after, rows: rowsOf(after) };
}

function rowsOf({ tables }: Report): string[][] {
  return (tables.applications?.rows ?? []).map(({ values }) => values.map(({ cell }) => cell?.text ?? '·'));
}

/** The numbers of a right table 3 as Excel copies them, and the whole as Word does. */
const { applications } = right().tables;
if (applications === undefined) throw new Error('no table');
const numbers = rowsOf(right());
const block = numbers.map((row) => row.join('\t')).join('\r\n');
const whole = (language: Language): string =>
  standardTable(applications.format, language, (slot) => valueAt(applications, slot)?.cell?.text ?? '');

describe.each(['markdown', 'plaintext'] as const)('what is pasted into a blank table, in %s', (language) => {
  const report = blank(language);
  const tables = Object.keys(report.tables);

  it('is a row of numbers, a cell each', () => {
    const pasted = pastedInto(report, 0, '136\t12\t25\t204\t51\t28\t456\n');
    expect(pasted?.rows[0]).toEqual(['136', '12', '25', '204', '51', '28', '456']);
    expect(pasted?.rows[1]?.join('')).toBe('');
    expect(pasted?.notes).toEqual([]);
    expect(Object.keys(pasted?.after.tables ?? {})).toEqual(tables);
  });

  it('is a column of numbers, from the cell on', () => {
    const pasted = pastedInto(report, 8, '3\n4\n5\n');
    expect(pasted?.rows.slice(0, 5).map((row) => row[1])).toEqual(['', '3', '4', '5', '']);
  });

  it('is a whole block from a spreadsheet, with and without its labels', () => {
    expect(pastedInto(report, 0, block)?.rows).toEqual(numbers);
    const labelled = applications.rows
      .map(({ shape, values }) => [shape.head?.label, ...values.map(({ cell }) => cell?.text ?? '')].join('\t'))
      .join('\n');
    expect(pastedInto(report, 0, labelled)?.rows).toEqual(numbers);
    // The labels tell the rows, wherever the caret is.
    expect(pastedInto(report, 30, labelled.split('\n').slice(2, 5).join('\n'))?.rows.slice(2, 5)).toEqual(
      numbers.slice(2, 5),
    );
  });

  it('is a whole table from a word processor, in the place of the blank one', () => {
    const html = `<html><body>${whole('html')}</body></html>`;
    for (const pasted of [pastedInto(report, 9, 'ignored', html), pastedInto(report, 9, whole('plaintext'))]) {
      expect(pasted?.rows).toEqual(numbers);
      expect(pasted?.after.text.match(/自然人/g)).toHaveLength(report.text.match(/自然人/g)?.length ?? 0);
      expect(Object.keys(pasted?.after.tables ?? {})).toEqual(tables);
    }
  });

  it('is the numbers of a line that spaces set apart', () => {
    expect(pastedInto(report, 7, '1 0 0 0 0 0 1')?.rows[1]).toEqual(['1', '0', '0', '0', '0', '0', '1']);
  });

  it('tells what does not fit, and writes the rest', () => {
    const pasted = pastedInto(report, 5, '1\t2\t3\t4');
    expect(pasted?.rows[0]).toEqual(['', '', '', '', '', '1', '2']);
    expect(pasted?.notes).toEqual(['粘贴的内容有2格在表三中没有位置，没有填入。']);
  });

  it('is the last table in the place of the blank one, whose last row holds nothing', () => {
    const { litigation } = right().tables;
    const place = report.tables.litigation?.values[3]?.cell?.span.start;
    if (litigation === undefined || place === undefined) throw new Error('no table');
    const text = standardTable(litigation.format, 'plaintext', (slot) => valueAt(litigation, slot)?.cell?.text ?? '');
    const filling = fillFrom(report, place, { text });
    const after = reportIn(applyEdits(report.text, filling?.edits ?? []), report.language);
    expect(after.tables.litigation?.values.map((value) => value?.cell?.text)).toEqual(
      litigation.values.map((value) => value?.cell?.text),
    );
    expect(after.lines.count).toBe(report.lines.count);
  });

  it('is another table, behind the one at hand', () => {
    const { litigation } = right().tables;
    if (litigation === undefined) throw new Error('no table');
    const text = standardTable(litigation.format, 'plaintext', (slot) => valueAt(litigation, slot)?.cell?.text ?? '');
    const pasted = pastedInto(report, 0, text);
    expect(pasted?.rows.flat().join('')).toBe('');
    expect(pasted?.after.tables.litigation?.values.map((value) => value?.cell?.text)).toEqual(
      litigation.values.map((value) => value?.cell?.text),
    );
  });
});

describe('what is left as it is', () => {
  const report = right();

  it('is a single cell, and running text', () => {
    for (const text of ['12', '全年收到申请15件。', '收到\t申请', '一段话。\n又一段话。'])
      expect(pastedInto(report, 0, text)).toBeUndefined();
    expect(fillFrom(report, 0, { text: block })).toBeUndefined();
  });

  it('is a cell over which a blank one is pasted', () => {
    expect(pastedInto(report, 0, '20\t\t5')?.rows[0]?.slice(0, 3)).toEqual(['20', numbers[0]?.[1], '5']);
  });

  it('changes nothing where the same is pasted again', () => {
    const text = rightReport('department', 'markdown');
    expect(pastedInto(reportIn(text, 'markdown'), 0, block)?.after.text).toBe(text);
  });
});
