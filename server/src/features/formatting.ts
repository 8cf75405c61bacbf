import type { Report } from '../report/model.ts';
import { fold } from '../text/fold.ts';
import { type Edit, meets, type Span } from '../text/span.ts';
import { officialHeading } from '../writing/section.ts';
import { alignTables } from './pipes.ts';

/** A text to be formatted: a report, or what is none and has no sections. */
export type Formatted = Pick<Report, 'text' | 'lines' | 'parts' | 'sections' | 'language'>;

/**
 * Edits that format a Markdown draft: pipe tables aligned, section headings of the right words in their official form.
 * Nothing else changes, never a value; formatting again changes nothing.
 * @param within only what this span touches; all where it is undefined
 */
export function formatDraft(draft: Formatted, within: Span | undefined): Edit[] {
  return [...alignTables(draft, within), ...formatHeadings(draft, within)];
}

/** Section headings that differ from the official ones in white space, width and punctuation only. */
function formatHeadings({ text, sections, language }: Formatted, within: Span | undefined): Edit[] {
  if (language === 'html') return [];
  return sections.flatMap(({ format, headingSpan: span }) => {
    if (within !== undefined && !meets(within, span)) return [];
    const written = text.slice(span.start, span.end);
    const official = officialHeading(format);
    return written === official || fold(written) !== fold(official) ? [] : [{ span, text: official }];
  });
}
