import { formatOfYear, tableOf } from '../format/formats.ts';
import type { SectionFormat } from '../format/schema.ts';
import type { Report, Section } from '../report/model.ts';
import { lineBreak } from '../text/lines.ts';
import { toChinese } from '../text/numeral.ts';
import type { Edit } from '../text/span.ts';
import { standardTable } from './write.ts';

/** The official heading of a section: `六、其他需要报告的事项`. */
export function officialHeading(section: SectionFormat): string {
  return `${toChinese(section.number)}、${section.title}`;
}

/** The regular section that a section has to stand before; undefined for the last. */
function sectionAfter(report: Report, number: number): Section | undefined {
  return report.sections.find((section) => section.role === 'regular' && section.format.number > number);
}

/** Where a section of that number belongs: before the next one, or before the signature. */
export function placeOf(report: Report, number: number): number {
  return sectionAfter(report, number)?.span.start ?? report.bodyEnd;
}

/** A heading in the way the report's other headings are written: Markdown level, bold, indentation. */
function headingLine(report: Report, heading: string): string {
  const sibling = report.sections[0];
  if (sibling === undefined) return report.language === 'markdown' ? `## ${heading}` : heading;
  if (report.language === 'html') return `<h2>${heading}</h2>`;
  const before = report.text.slice(report.lines.start(sibling.line), sibling.headingSpan.start);
  const after = report.text.slice(sibling.headingSpan.end, report.lines.end(sibling.line));
  const mark = /^[*_#]*/.exec(after.trim())?.[0] ?? '';
  return `${before}${heading}${mark}`;
}

/** Whether the report sets its headings apart by empty lines. */
function isSpacious(report: Report): boolean {
  const { lines, text } = report;
  return report.sections.every(
    ({ line }) => line === 0 || text.slice(lines.start(line - 1), lines.end(line - 1)).trim() === '',
  );
}

/**
 * The edit that inserts a section where it belongs. A table of it that is already there gets the heading in front;
 * else sections two to four bring their blank table in the format of the report's year.
 */
export function insertSection(report: Report, section: SectionFormat): Edit {
  const eol = lineBreak(report.text);
  const gap = isSpacious(report) ? eol + eol : eol;
  const heading = headingLine(report, officialHeading(section));
  const table = section.table === undefined ? undefined : report.tables[section.table];
  if (table !== undefined) {
    const start = report.lines.start(report.lines.lineAt(table.span.start));
    return insertion(report, start, heading, eol, gap);
  }
  return insertion(report, placeOf(report, section.number), `${heading}${gap}${content(report, section)}`, eol, gap);
}

/** What stands under a section that is inserted: its blank table, or what is to be said. */
export function content(report: Report, section: SectionFormat): string {
  if (section.table !== undefined) {
    const format = formatOfYear(report.year).id;
    return standardTable(tableOf(format, section.table), report.language, () => '', lineBreak(report.text));
  }
  const text = section.starter ?? '';
  return report.language === 'html' ? `<p>${text}</p>` : text;
}

/** The edit that inserts paragraphs at an offset, set apart as the draft's own are. */
export function insertParagraphs(report: Report, offset: number, paragraphs: readonly string[]): Edit {
  const eol = lineBreak(report.text);
  const gap = isSpacious(report) ? eol + eol : eol;
  const written = report.language === 'html' ? paragraphs.map((text) => `<p>${text}</p>`) : paragraphs;
  const edit = insertion(report, offset, written.join(gap), eol, gap);
  const ended = offset >= report.text.length && /[\r\n]$/.test(report.text);
  return ended ? { ...edit, text: edit.text + eol } : edit;
}

/** Inserts paragraphs at the start of a line or at the end of the text, with the gaps that their neighbours want. */
export function insertion(report: Report, offset: number, paragraphs: string, eol: string, gap: string): Edit {
  const { text } = report;
  const before = text.slice(0, offset);
  const blankBefore = /(?:^|(\r\n|\r|\n)[^\S\r\n]*)$/.test(before);
  const emptyLineBefore = /(?:^|(?:\r\n|\r|\n)[^\S\r\n]*(?:\r\n|\r|\n)[^\S\r\n]*)$/.test(before);
  const lead = !blankBefore ? gap : gap === eol || emptyLineBefore ? '' : eol;
  const tail = offset >= text.length ? '' : gap;
  return { span: { start: offset, end: offset }, text: lead + paragraphs + tail };
}

/**
 * The edit that inserts a paragraph at the end of a section; undefined in HTML where the section does not end at a line.
 * @param text as it is written in the draft's language
 */
export function insertionUnder(section: Section, report: Report, text: string): Edit | undefined {
  const under = report.text.slice(section.headingSpan.end, section.span.end);
  if (report.language === 'html' && !/[\r\n]/.test(under)) return undefined;
  const eol = lineBreak(report.text);
  // Set apart by an empty line where the section itself is.
  const spacious = /(?:\r\n|\r|\n)[^\S\r\n]*(?:\r\n|\r|\n)/.test(under);
  return insertion(report, section.span.end, text, eol, spacious ? eol + eol : eol);
}
