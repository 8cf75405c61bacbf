import { formats } from '../../server/src/format/formats.ts';
import type { Head } from '../../server/src/format/schema.ts';
import type { ReportDocument } from '../../server/src/output/document.ts';
import { toText } from '../../server/src/output/toText.ts';
import type { Report } from '../../server/src/report/model.ts';
import { fold } from '../../server/src/text/fold.ts';

/**
 * The Chinese words and numbers of a report's draft that neither stand in its text nor are told to be left out; labels
 * of the statutory tables are not looked for.
 */
export function lostIn(report: Report, document: ReportDocument): string[] {
  const kept = withoutSpaces([toText(document), ...document.notes].join('\n'));
  const draft = withoutTags(report.text);
  return [...draft.matchAll(/\p{Script=Han}+|\d[\d.,]*/gu)]
    .filter(({ 0: run, index }) => !kept.includes(run) && !labelled(report, index))
    .map(([run]) => run);
}

function withoutSpaces(text: string): string {
  return text.replace(/\s+/g, '');
}

/** A draft with blanks in the places of HTML tags, heads, menus, comments and entities. */
function withoutTags(html: string): string {
  return html.replace(
    /<head>[\s\S]*?<\/head>|<style[\s\S]*?<\/style>|<nav[\s\S]*?<\/nav>|<!--[\s\S]*?-->|<\/?[a-z][^>]*>|&#?\w+;/g,
    (tag) => ' '.repeat(tag.length),
  );
}

/** Whether an offset stands in a label of a statutory table: the official wording takes its place. */
function labelled(report: Report, offset: number): boolean {
  return Object.values(report.tables).some((table) => {
    const cell = table.grid.flat().find(({ span }) => span.start <= offset && offset < span.end);
    if (cell === undefined) return false;
    const isRow = table.rows.some(({ label }) => label.start < cell.span.end && label.end > cell.span.start);
    return isRow || wordings.includes(fold(cell.text));
  });
}

const wordings = formats
  .flatMap(({ tables }) => tables)
  .flatMap(({ blocks }) =>
    blocks.flatMap(({ caption, corner, rows, columns }) => [caption, corner, ...rows, ...columns]),
  )
  .flatMap((head) => (head === undefined ? [] : wordingsOf(head)))
  .map(fold)
  .join('\n');

function wordingsOf({ label, aliases = [], misspellings = [], children = [] }: Head): string[] {
  return [label, ...aliases, ...misspellings, ...children.flatMap(wordingsOf)];
}
