import { aspectsNamed } from '../format/aspects.ts';
import { PLACEHOLDER } from '../format/phrases.ts';
import { subsectionsOf } from '../report/facts/subsections.ts';
import type { Report, Section } from '../report/model.ts';
import { paragraphsIn, spanIn } from '../report/reading/prose.ts';
import { squeeze } from '../text/fold.ts';
import type { Edit } from '../text/span.ts';
import { insertParagraphs } from '../writing/section.ts';
import { applicationsParagraph } from '../writing/sentences.ts';

/** The title of 依申请公开 among the aspects of section one. */
const ASPECT = '依申请公开';

/**
 * The edit that writes 依申请公开 from tables 3 and 4 into section one: in the place of its placeholder, else as a
 * paragraph under its sub-heading, else at the section's end. What the drafter wrote stays, and its sentences are not
 * written again. Undefined where there is no table 3 or no section one, or all is said there.
 */
export function writeApplications(report: Report): Edit | undefined {
  const section = report.sections.find(({ format, role }) => format.number === 1 && role === 'regular');
  if (section === undefined) return undefined;
  const text = unsaid(report, section, applicationsParagraph(report) ?? '');
  if (text === '') return undefined;
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

/** The sentences of a paragraph that do not stand in a section yet, word for word. */
function unsaid(report: Report, section: Section, paragraph: string): string {
  const said = squeeze(
    paragraphsIn(report, section.span)
      .map(({ text }) => text)
      .join('\n'),
  );
  return (paragraph.match(/[^。]+。/g) ?? []).filter((sentence) => !said.includes(squeeze(sentence))).join('');
}
