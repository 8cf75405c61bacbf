import { slotsOf } from '../../format/figures.ts';
import { formatOfYear } from '../../format/formats.ts';
import { cellName, numberOf } from '../../report/facts/balance.ts';
import { readText } from '../../report/facts/statements/bindings.ts';
import { COUNTED } from '../../report/facts/statements/quantities.ts';
import { subsectionsOf } from '../../report/facts/subsections.ts';
import { type Report, type Section, valueAt } from '../../report/model.ts';
import { contains, type Span } from '../../text/span.ts';

/** Requests that table 3 counts and the text says nothing of. */
export interface Unmentioned {
  readonly span: Span;
  /** The cell, as an official names it, and its number. */
  readonly cell: string;
  readonly value: number;
}

/** Words for requests: on request, request for disclosure. */
const REQUESTS = /依申请|申请公开|公开申请|信息申请/;

/** The requests of the year, where the text gives no number of requests; undefined where it does, or there are none. */
export function unmentionedRequests(report: Report): Unmentioned | undefined {
  const table = report.tables.applications;
  const section = report.sections.find(({ format, role }) => format.number === 1 && role === 'regular');
  if (table === undefined || section === undefined) return undefined;
  const [slot] = slotsOf(table.format, ['new', 'total']);
  const value = slot === undefined ? 0 : numberOf(valueAt(table, slot));
  if (slot === undefined || value === 0 || isMentioned(report, section)) return undefined;
  const heading = subsectionsOf(report, section).find(({ text }) => REQUESTS.test(text));
  return { span: heading?.span ?? section.headingSpan, cell: cellName(slot, table), value };
}

/** Whether requests are told of in numbers, or could not be: nothing stands there yet, or another finding says so. */
function isMentioned(report: Report, section: Section): boolean {
  let spoken = false;
  let empty = true;
  for (const { paragraph, sentences, bindings } of readText(report)) {
    if (contains(section.span, paragraph.stretches[0]?.span.start ?? 0)) empty = false;
    if (/请填写/.test(paragraph.text)) return true;
    if (bindings.some(({ readings }) => readings.some(({ table }) => table.format.id === 'applications'))) return true;
    for (const { text, from, to, quantities } of sentences) {
      if (!REQUESTS.test(text.slice(from, to))) continue;
      spoken = true;
      if (quantities.some(({ unit }) => COUNTED.has(unit))) return true;
    }
  }
  // Where the year's format asks for 依申请公开, its absence is said as that of an aspect.
  return empty || (!spoken && formatOfYear(report.years.ofText).prescribesAspects);
}
