import type { Finding } from '../../checks/check.ts';
import type { Report } from '../../report/model.ts';
import { suppressionWords } from '../../report/reading/comments.ts';
import { trimSpan } from '../../text/fold.ts';
import { lineBreak } from '../../text/lines.ts';
import type { Edit } from '../../text/span.ts';

/**
 * The edit that suppresses a finding by a comment, for Markdown and HTML: above its line, or at the end of its line
 * where a line above would tear a paragraph or a table in two when the draft is rendered. A comment that is already
 * there gets the code added.
 */
export function insertComment(report: Report, { code, span }: Finding): Edit {
  const { text, lines } = report;
  const line = lines.lineAt(span.start);
  const known = report.suppressions.find(
    (comment) =>
      comment.names.length > 0 &&
      ((comment.word === suppressionWords.line && lines.lineAt(comment.span.end) === line) ||
        (comment.word === suppressionWords.nextLine && lines.lineAt(comment.span.end) === line - 1)),
  );
  const last = known?.names[known.names.length - 1];
  if (last !== undefined) return { span: { start: last.span.end, end: last.span.end }, text: ` ${code}` };

  const [start, end] = [lines.start(line), lines.end(line)];
  const content = trimSpan(text, start, end);
  if (canStandAbove(report, line)) {
    const eol = lineBreak(text);
    const indent = text.slice(start, content.start);
    return { span: { start, end: start }, text: `${indent}<!-- ${suppressionWords.nextLine} ${code} -->${eol}` };
  }
  return { span: { start: content.end, end: content.end }, text: ` <!-- ${suppressionWords.line} ${code} -->` };
}

/** Whether a line can be put above a line: under an empty one, at the top, and over a table. */
function canStandAbove({ text, lines, tables }: Report, line: number): boolean {
  if (line === 0 || text.slice(lines.start(line - 1), lines.end(line - 1)).trim() === '') return true;
  return Object.values(tables).some(({ span }) => lines.lineAt(span.start) === line);
}
