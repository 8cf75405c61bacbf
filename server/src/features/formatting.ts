import type { Report } from '../report/model.ts';
import { fold } from '../text/fold.ts';
import type { LineIndex } from '../text/lines.ts';
import { type Edit, meets, type Span } from '../text/span.ts';
import { officialHeading } from '../writing/section.ts';
import { alignTables } from './pipes.ts';

/** A draft as far as formatting goes; `report` is undefined for a document that is none. */
export interface Formatted {
  readonly text: string;
  readonly lines: LineIndex;
  readonly report: Report | undefined;
}

/**
 * Edits that format a Markdown draft: pipe tables aligned, section headings of the right words in their official form.
 * Nothing else changes, never a value; formatting again changes nothing.
 * @param within only what this span touches; all where it is undefined
 */
export function formatDraft({ text, lines, report }: Formatted, within: Span | undefined): Edit[] {
  return [...alignTables({ text, lines }, within), ...formatHeadings(report, within)];
}

/** Section headings that differ from the official ones in white space, width and punctuation only. */
function formatHeadings(report: Report | undefined, within: Span | undefined): Edit[] {
  if (report === undefined || report.language === 'html') return [];
  return report.sections.flatMap(({ format, headingSpan: span }) => {
    if (within !== undefined && !meets(within, span)) return [];
    const written = report.text.slice(span.start, span.end);
    const official = officialHeading(format);
    return written === official || fold(written) !== fold(official) ? [] : [{ span, text: official }];
  });
}
