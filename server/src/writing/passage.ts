import type { Paragraph, Report } from '../report/model.ts';
import { spanIn } from '../report/reading/prose.ts';
import type { Edit } from '../text/span.ts';

/**
 * The smallest edit that makes a part of a paragraph's text another text; undefined where nothing changes or where the
 * part does not stand in the draft as it reads, because marks, line ends or a page number are inside it.
 */
export function rewrite(
  report: Report,
  paragraph: Paragraph,
  from: number,
  to: number,
  text: string,
): Edit | undefined {
  const old = paragraph.text.slice(from, to);
  let start = 0;
  while (start < old.length && start < text.length && old[start] === text[start]) start++;
  let end = 0;
  while (end < old.length - start && end < text.length - start && old.at(-1 - end) === text.at(-1 - end)) end++;
  if (start + end === old.length && old.length === text.length) return undefined;
  const changed = { from: from + start, to: to - end };
  const whole = spanIn(paragraph, from, to);
  if (report.text.slice(whole.start, whole.end) !== old) return undefined;
  const span =
    changed.to > changed.from
      ? spanIn(paragraph, changed.from, changed.to)
      : { start: whole.start + start, end: whole.start + start };
  return { span, text: text.slice(start, text.length - end) };
}
