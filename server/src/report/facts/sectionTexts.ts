import type { Span } from '../../text/span.ts';
import type { Report, Section } from '../model.ts';
import { paragraphsIn, spanIn } from '../reading/prose.ts';
import { partsOf } from './headingParts.ts';

/** A piece of a section's running text and its place; undefined where an edit cannot tell it. */
export interface SectionText {
  readonly text: string;
  readonly span: Span | undefined;
}

/** What is said in a section, in order: behind its title and in the paragraphs under it. */
export function textsOf(section: Section, report: Report): readonly SectionText[] {
  const { tail } = partsOf(report, section);
  const paragraphs = paragraphsIn(report, section.span).map((paragraph) => {
    // Behind a title on its line a colon may stand first: `：无。` (: none.)
    const from = /^[\s:：]*/.exec(paragraph.text)?.[0].length ?? 0;
    return { text: paragraph.text.slice(from), span: spanIn(paragraph, from, paragraph.text.length) };
  });
  return tail === undefined ? paragraphs : [tail, ...paragraphs];
}
