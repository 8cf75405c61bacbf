import { describe, expect, it } from 'vitest';
import { documentOf } from '../../server/src/output/document.ts';
import { toHtml } from '../../server/src/output/html/toHtml.ts';
import { toText } from '../../server/src/output/toText.ts';
import { dataOf, read, realReports } from './reports.ts';

describe.each(realReports)('$name', ({ text, language }) => {
  const report = read(text, language);
  const document = documentOf(report);
  const html = toHtml(document);

  it('is the same report in HTML', () => {
    expect(dataOf(read(html, 'html'))).toEqual(dataOf(report));
  });

  it('comes back from HTML word for word', () => {
    expect(toText(documentOf(read(html, 'html')))).toBe(toText(document));
  });
});
