import type { Report } from '../../server/src/report/model.ts';
import { formats } from '../../server/src/format/formats.ts';
import type { Head } from '../../server/src/format/schema.ts';
import { fold } from '../../server/src/text/fold.ts';

/** A text without any white space. */
export function withoutSpaces(text: string): string {
  return text.replace(/\s+/g, '');
}

/** Whether an offset stands in a label of a statutory table: the official wording takes its place. */
export function labelled(report: Report, offset: number): boolean {
  return Object.values(report.tables).some((table) => {
    const cell = table.grid.flat().find(({ span }) => span.start <= offset && offset < span.end);
    if (cell === undefined) return false;
    const isRow = table.rows.some(({ label }) => label.start < cell.span.end && label.end > cell.span.start);
    return isRow || wordings.includes(fold(cell.text));
  });
}

const wordings = formats
  .flatMap(({ tables }) => tables)
  .flatMap(({ blocks }) => blocks.flatMap(({ caption, corner, rows, columns }) => [caption, corner, ...rows, ...columns]))
  .flatMap((head) => (head === undefined ? [] : wordingsOf(head)))
  .map(fold)
  .join('\n');

function wordingsOf({ label, aliases = [], misspellings = [], children = [] }: Head): string[] {
  return [label, ...aliases, ...misspellings, ...children.flatMap(wordingsOf)];
}
