import { describe, expect, it } from 'vitest';
import { documentOf } from '../../server/src/output/document.ts';
import { toMarkdown } from '../../server/src/output/toMarkdown.ts';
import { toText } from '../../server/src/output/toText.ts';
import { reportIn } from '../support/check.ts';
import { lostIn } from '../support/content.ts';
import { dataOf, realReports } from '../support/realReports.ts';

describe.each(realReports)('$name', ({ text, language }) => {
  const report = reportIn(text, language);
  const document = documentOf(report);

  it('is the same report in Markdown', () => {
    expect(dataOf(reportIn(toMarkdown(document), 'markdown'))).toEqual(dataOf(report));
  });

  it('is the same report in plain text', () => {
    expect(dataOf(reportIn(toText(document), 'plaintext'))).toEqual(dataOf(report));
  });

  it('does not change when it is converted again', () => {
    const markdown = toMarkdown(document);
    expect(toMarkdown(documentOf(reportIn(markdown, 'markdown')))).toBe(markdown);
    const plain = toText(document);
    expect(toText(documentOf(reportIn(plain, 'plaintext')))).toBe(plain);
  });

  it('loses no Chinese words and no number', () => {
    expect(lostIn(report, document)).toEqual([]);
  });
});
