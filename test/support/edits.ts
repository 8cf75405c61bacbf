import type { Edit } from '../../server/src/text/span.ts';

/** Whether an offset is inside a line break of two characters or a character of two units. */
function inside(text: string, offset: number): boolean {
  const pair = text.slice(offset - 1, offset + 1);
  return pair === '\r\n' || /^[\ud800-\udbff][\udc00-\udfff]$/.test(pair);
}

/** What is wrong with the edits of a text that should be in order, apart from each other and minimal; a line each. */
export function minimality(edits: readonly Edit[], text: string): string[] {
  const wrong: string[] = [];
  let last = -1;
  for (const { span, text: after } of edits) {
    const name = `${span.start}–${span.end} ${JSON.stringify(after)}`;
    if (span.start <= last) wrong.push(`${name} touches or overlaps the one before`);
    if (span.end < span.start || span.end > text.length) wrong.push(`${name} is no place in the text`);
    last = span.end;
    const before = text.slice(span.start, span.end);
    if (before === after) wrong.push(`${name} changes nothing`);
    if (before === '' || after === '') continue;
    if (before[0] === after[0] && !inside(text, span.start + 1)) wrong.push(`${name} has a common start`);
    if (before.at(-1) === after.at(-1) && !inside(text, span.end - 1)) wrong.push(`${name} has a common end`);
  }
  return wrong;
}
