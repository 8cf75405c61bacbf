import { describe, expect, it } from 'vitest';
import { documentOf } from '../../../server/src/output/document.ts';
import { toHtml } from '../../../server/src/output/html/toHtml.ts';
import { toText } from '../../../server/src/output/toText.ts';
import { reportIn } from '../../support/check.ts';
import { dataOf, realReports } from '../../support/realReports.ts';

describe.each(realReports)('$name', ({ text, language }) => {
  const report = reportIn(text, language);
  const document = documentOf(report);
  const html = toHtml(document);

  it('is the same report in HTML', () => {
    expect(dataOf(reportIn(html, 'html'))).toEqual(dataOf(report));
  });

  it('comes back from HTML word for word', () => {
    expect(toText(documentOf(reportIn(html, 'html')))).toBe(toText(document));
  });
});
