import { isHeadOfLabel, type Label, labelsOf, longestLabelAt } from '../../format/labels.ts';
import type { TableId } from '../../format/schema.ts';
import { isAmount } from '../../text/amount.ts';
import { fold, trimText } from '../../text/fold.ts';
import type { Span } from '../../text/span.ts';
import type { Report } from '../model.ts';

/** What of a table stands in a draft outside the tables that were read. */
interface Traces {
  /** Number of different labels that no other table has. */
  readonly labels: number;
  /** Number of cells that hold a number and nothing else, and of numbers that are glued to labels. */
  readonly numbers: number;
}

/** Labels of a table that are no longer chance. */
const LABELS = 3;
/** Numbers under a table's heading that are no longer chance. */
const NUMBERS = 3;

/**
 * Whether a table of which not all was read stands in the draft all the same, glued or torn: some of its labels and
 * numbers outside sentences, or values that are open. Linear in the text.
 * @param section the place where it belongs, if that is known: there rows of numbers alone are enough
 */
export function standsUnread(report: Report, id: TableId, section?: Span): boolean {
  const table = report.tables[id];
  if (table !== undefined) return table.values.some((value) => value?.amount.kind === 'open');
  const { labels, numbers } = tracesOf(report, id, section ?? { start: 0, end: report.bodyEnd });
  return (labels >= LABELS && numbers > 0) || (section !== undefined && numbers >= NUMBERS);
}

function tracesOf(report: Report, id: TableId, { start, end }: Span): Traces {
  const { lines } = report;
  const read = readLines(report);
  const labels = new Set<string>();
  let numbers = 0;
  for (let line = lines.lineAt(start); line <= lines.lineAt(Math.max(start, end - 1)); line++) {
    if (read.has(line)) continue;
    const from = Math.max(start, lines.start(line));
    const source = report.text.slice(from, Math.min(end, lines.end(line))).replace(TAG, '\t');
    for (const part of source.split(BORDER)) {
      const cell = trimText(part.replaceAll('**', ''));
      if (isNumber(cell)) numbers++;
      const names = labelsIn(cell, id);
      for (const name of names) labels.add(name);
      if (names.length > 0) numbers += cell.match(NUMBER)?.length ?? 0;
    }
  }
  return { labels: labels.size, numbers };
}

/** Tags of HTML: what stands between two of them is a cell or a part of one. */
const TAG = /<[a-z/!][^<>]{0,1000}>/gi;
/** What sets cells apart, and the parts of a sentence: in those a label stands alone, `予以公开3件，部分公开2件`. */
const BORDER = /[|\t]| {2,}|[。；，](?![^（(]{0,60}[）)])/;

/** The lines in which labels and cells of rows stand that were read. */
function readLines({ tables, lines }: Report): ReadonlySet<number> {
  const rows = Object.values(tables).flatMap((table) => table.rows);
  const places = rows.flatMap(({ label, cells }) => [label, ...cells.map(({ span }) => span)]);
  return new Set(places.map(({ start }) => lines.lineAt(start)));
}

/** Whether a text is a number or several that are glued, `803314985——8099`; `- 3 -` is a page number. */
function isNumber(text: string): boolean {
  return /\d/.test(text) && !/^[-—–－].*[-—–－]$/.test(text) && (isAmount(text) || !/\p{L}/u.test(text));
}

/** A number that is no numeral of a label: of `1.属于国家秘密 40 0` the last two. */
const NUMBER = /\d+(?!\s*[.．、\d])/g;
/** Shortest label that is told among other words. */
const SHORTEST = 3;

/**
 * The labels of a table, and of no other, in a cell: the one that it is, several that are glued, or one with a number
 * glued to it. None in a part of a sentence, `予以公开3件`.
 */
function labelsIn(text: string, id: TableId): readonly string[] {
  const key = fold(text);
  const whole = labelsOf(key);
  if (whole !== undefined) return namesOf(whole, id);
  const names: string[] = [];
  for (let at = 0; at < key.length; ) {
    const next = isHeadOfLabel(key.slice(at, at + SHORTEST)) ? longestLabelAt(key, at) : undefined;
    if (next !== undefined) names.push(...namesOf(next.labels, id));
    at += next?.length ?? 1;
  }
  return names.length > 1 || /\d$/.test(text) ? names : [];
}

function namesOf(labels: readonly Label[], id: TableId): readonly string[] {
  return labels.every(({ table }) => table === id) ? labels.map((label) => `${label.kind} ${label.id}`) : [];
}
