import { type Aspect, aspects, aspectsNamed } from '../format/aspects.ts';
import { digitsOf, type Subsection, withNumber } from '../report/facts/subsections.ts';
import type { Report, Section } from '../report/model.ts';
import { paragraphsIn } from '../report/reading/prose.ts';
import { lineBreak } from '../text/lines.ts';
import type { Edit } from '../text/span.ts';
import { insertion } from './section.ts';

/** A sub-heading that is to be inserted, and what stands under it until it is written. */
export interface Insert {
  readonly aspect: Aspect;
  readonly text: string;
}

/**
 * The edits that insert sub-headings of aspects into section one, in the official order, written and numbered as its
 * other sub-headings, of which those behind are renumbered; undefined where the draft has no place for them.
 * @param subsections those of the section, in the order of the text
 * @param inserts in the official order
 */
export function insertAspects(
  report: Report,
  section: Section,
  subsections: readonly Subsection[],
  inserts: readonly Insert[],
): readonly Edit[] | undefined {
  const model = subsections.find(({ text }) => aspectsNamed(text).length > 0) ?? subsections[0];
  const list = subsections.filter(({ number }) => number?.style === model?.number?.style);
  const gap = gapOf(report, section, model);
  /** By the place in the list: what comes before its item; behind the last one what comes at the end. */
  const groups = new Map<number, Insert[]>();
  for (const insert of inserts) {
    const at = list.findIndex(({ text }) => aspectsNamed(text).some((other) => comesBefore(insert.aspect, other)));
    const index = at < 0 ? list.length : at;
    groups.set(index, [...(groups.get(index) ?? []), insert]);
  }
  const edits: Edit[] = [];
  let value = 0;
  for (let index = 0; index <= list.length; index++) {
    const group = groups.get(index) ?? [];
    const next = list[index];
    if (group.length > 0) {
      const offset = next === undefined ? section.span.end : startOf(report, next);
      if (offset === undefined) return undefined;
      const written = group.map((insert, i) => write(report, model, insert, value + i + 1, gap)).join(gap);
      edits.push(insertion(report, offset, written, lineBreak(report.text), gap));
    }
    value += group.length + 1;
    const number = next?.number;
    if (number !== undefined && number.value !== value) {
      edits.push({ span: number.digits, text: digitsOf(number, value) });
    }
  }
  return edits;
}

/** The edit that adds a paragraph at the end of a sub-section; undefined where it has no end on a line of its own. */
export function appendTo(
  report: Report,
  section: Section,
  subsections: readonly Subsection[],
  to: Subsection,
  text: string,
): Edit | undefined {
  const next = subsections.slice(subsections.indexOf(to) + 1).find(({ number }) => number?.style === to.number?.style);
  const offset = next === undefined ? section.span.end : startOf(report, next);
  const gap = gapOf(report, section, to);
  return offset === undefined ? undefined : insertion(report, offset, text, lineBreak(report.text), gap);
}

const comesBefore = (aspect: Aspect, other: Aspect): boolean => aspects.indexOf(aspect) < aspects.indexOf(other);

/** Start of the line that a sub-heading begins; undefined where it stands inside a line. */
function startOf({ text, lines }: Report, { span }: Subsection): number | undefined {
  const start = lines.start(lines.lineAt(span.start));
  return /^[\s#>*_+-]*$/.test(text.slice(start, span.start)) ? start : undefined;
}

/** What sets paragraphs of a section apart: an empty line, or only a line end. */
function gapOf(report: Report, section: Section, model: Subsection | undefined): string {
  const { lines, text } = report;
  const eol = lineBreak(text);
  const offset = model?.span.start ?? paragraphsIn(report, section.span)[0]?.stretches[0]?.span.start;
  const line = offset === undefined ? 0 : lines.lineAt(offset);
  const empty = line > 0 && text.slice(lines.start(line - 1), lines.end(line - 1)).trim() === '';
  return empty ? eol + eol : eol;
}

/** A sub-heading with its text, written as another one is. */
function write(report: Report, model: Subsection | undefined, { aspect, text }: Insert, value: number, gap: string) {
  if (model === undefined) return `${aspect.title}方面：${text}`;
  const { lines } = report;
  const line = lines.lineAt(model.span.start);
  const lead = report.text.slice(lines.start(line), model.span.start);
  const number = model.number;
  const space = number === undefined ? '' : (/^[^\S\r\n]*/.exec(report.text.slice(number.span.end))?.[0] ?? '');
  const words = `${number === undefined ? '' : withNumber(number, value)}${space}${aspect.title}`;
  if (model.kind === 'lead') return `${/^[\s>]*/.exec(lead)?.[0] ?? ''}${words}。${text}`;
  const tail = report.text.slice(model.span.end, lines.end(line)).trim();
  return `${lead}${words}${/^[*_#]*$/.test(tail) ? tail : ''}${gap}${text}`;
}
