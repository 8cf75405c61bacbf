import { aspectsNamed } from '../format/aspects.ts';
import { PLACEHOLDER } from '../format/phrases.ts';
import { subsectionsOf } from '../report/facts/subsections.ts';
import type { Report } from '../report/model.ts';
import { paragraphsIn, spanIn } from '../report/reading/prose.ts';
import type { Edit } from '../text/span.ts';
import { insertParagraphs } from '../writing/section.ts';
import { applicationsParagraph } from '../writing/sentences.ts';

/** The title of 依申请公开 among the aspects of section one. */
const ASPECT = '依申请公开';

/**
 * The edit that writes 依申请公开 from tables 3 and 4 into section one: in the place of its placeholder, else as a
 * paragraph under its sub-heading, else at the section's end. What the drafter wrote stays. Undefined where there is
 * no table 3 or no section one.
 */
export function writeApplications(report: Report): Edit | undefined {
  const text = applicationsParagraph(report);
  const section = report.sections.find(({ format, role }) => format.number === 1 && role === 'regular');
  if (text === undefined || section === undefined) return undefined;
  const heading = subsectionsOf(report, section).find((subsection) =>
    aspectsNamed(subsection.text).some(({ title }) => title === ASPECT),
  );
  if (heading === undefined) return insertParagraphs(report, section.span.end, [text]);
  const paragraphs = paragraphsIn(report, section.span);
  const next = heading.kind === 'heading' ? paragraphs[paragraphs.indexOf(heading.paragraph) + 1] : undefined;
  const placeholder = next?.text.match(PLACEHOLDER)?.[0];
  if (next !== undefined && placeholder === next.text.trim()) {
    return { span: spanIn(next, 0, next.text.length), text };
  }
  const line = report.lines.lineAt(heading.span.end);
  const below = line + 1 < report.lines.count ? report.lines.start(line + 1) : report.text.length;
  return insertParagraphs(report, below, [text]);
}
