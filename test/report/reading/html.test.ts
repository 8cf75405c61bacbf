import { describe, expect, it } from 'vitest';
import { analyzed, reportIn } from '../../support/check.ts';
import { checkPlaces } from '../../support/places.ts';
import { rightReport } from '../../support/rightReports.ts';

describe('a table that is cut off', () => {
  // The parser may set the end of what is cut off behind the text.
  it.each(['', '&nbsp', '&nb', '<p', '<!--'])('ends with the text: %j', (rest) => {
    const { text, tables } = reportIn(rightReport('department', 'markdown'));
    const head = text.slice(0, tables.disclosure?.span.start);
    const cut = `${head}<table><tr><td>信息内容</td><td>本年制发件数</td></tr><tr><td>规章</td><td>${rest}`;
    const analysis = analyzed(cut);
    checkPlaces(cut, analysis);
    expect(analysis.report.tables.disclosure?.span.end).toBe(cut.length);
  });
});
