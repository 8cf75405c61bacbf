import type { Report } from '../../report/model.ts';
import { trimSpan } from '../../text/fold.ts';
import { once } from '../../text/memo.ts';
import type { Edit, Span } from '../../text/span.ts';

/** A piece of a draft that is none of the report, and the edit that takes it out. */
export interface Piece {
  readonly span: Span;
  readonly edit: Edit | undefined;
}

/** A line of a draft without the white space and the Markdown marks around it. */
export interface Line extends Span {
  readonly text: string;
}

/** Lines at either end of a draft that are looked at. */
const MOST = 40;

/** The lines with text before the first section. */
export const frontLines: (report: Report) => readonly Line[] = once((report) => {
  const end = report.sections[0]?.line ?? report.lines.count;
  return linesIn(report, 0, Math.min(end, MOST));
});

/** The lines with text behind the last section's heading, of a long section the last ones. */
export const backLines: (report: Report) => readonly Line[] = once((report) => {
  const last = report.sections.at(-1);
  if (last === undefined) return [];
  return linesIn(report, Math.max(last.line + 1, report.lines.count - MOST), report.lines.count);
});

function linesIn({ uncommented, lines, language }: Report, from: number, to: number): Line[] {
  if (language === 'html') return [];
  const found: Line[] = [];
  for (let i = from; i < to; i++) {
    const outer = trimSpan(uncommented, lines.start(i), lines.end(i));
    const mark = /^(?:#{1,6}\s+|[>*_]+\s*)/.exec(uncommented.slice(outer.start, outer.end))?.[0].length ?? 0;
    const start = outer.start + mark;
    const text = uncommented.slice(start, outer.end).replace(/[*_]+$/, '');
    if (text !== '' && !text.startsWith('|')) found.push({ start, end: start + text.length, text });
  }
  return found;
}

/** A piece that is taken out: with its line where nothing else stands on it, and the empty lines behind that. */
export function deleted({ text, lines }: Report, span: Span): Piece {
  const first = lines.lineAt(span.start);
  const from = lines.start(first);
  const to = lines.end(lines.lineAt(span.end));
  const whole = /^[\s#>*_]*$/.test(text.slice(from, span.start)) && /^[\s*_]*$/.test(text.slice(span.end, to));
  if (!whole) return { span, edit: { span: withSpace(text, span), text: '' } };
  const gap = /^[^\S\r\n]*(?:(?:\r\n|\r|\n)[^\S\r\n]*)*/.exec(text.slice(to))?.[0] ?? '';
  const end = to + (/^[\s\S]*[\r\n]/.exec(gap)?.[0].length ?? 0);
  return { span, edit: { span: { start: from, end }, text: '' } };
}

/** A span with the white space on its line that sets it apart from the words before it. */
function withSpace(text: string, { start, end }: Span): Span {
  let from = start;
  while (/[^\S\r\n]/.test(text.charAt(from - 1))) from--;
  let to = end;
  if (from === start) while (/[^\S\r\n]/.test(text.charAt(to))) to++;
  return { start: from, end: to };
}
