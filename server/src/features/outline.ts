import { subsectionsOf } from '../report/facts/subsections.ts';
import type { Report, Section, Table } from '../report/model.ts';
import { flattened } from '../report/reading/parts.ts';
import { encloses, type Span } from '../text/span.ts';

/** A node of a report's outline; children lie inside it, in the order of the text. */
export interface OutlineItem {
  readonly kind: 'report' | 'section' | 'subsection' | 'table' | 'row';
  readonly name: string;
  /** Shown behind the name, faintly. */
  readonly detail: string;
  readonly span: Span;
  /** What the editor goes to: heading, label. */
  readonly selection: Span;
  readonly children: readonly OutlineItem[];
}

/** Title, sections, sub-sections, tables and their rows; what stands under no heading is beside the sections. */
export function outlineOf(report: Report): OutlineItem[] {
  const whole = { start: 0, end: report.text.length };
  return itemsOf(report).flatMap((item) => fitted(item, whole));
}

/** A node cut to what is inside its parent; none where its selection is not: a ruin's parts may overlap. */
function fitted(item: OutlineItem, outer: Span): OutlineItem[] {
  const span = { start: Math.max(item.span.start, outer.start), end: Math.min(item.span.end, outer.end) };
  if (!encloses(span, item.selection)) return [];
  return [{ ...item, span, children: item.children.flatMap((child) => fitted(child, span)) }];
}

function itemsOf(report: Report): OutlineItem[] {
  const parts = flattened(report.parts);
  const sections = parts.flatMap((part) => (part.kind === 'heading' ? [part.section] : []));
  const tables = parts.flatMap((part) => (part.kind === 'table' ? [part.table] : []));
  const homeless = tables.filter(({ span }) => !sections.some((section) => encloses(section.span, span)));
  const items = inOrder([
    ...sections.map((section) => sectionItem(section, tables, report)),
    ...homeless.map(tableItem),
  ]);
  if (report.title === undefined) return items;
  const { text, span } = report.title;
  const end = items.reduce((last, item) => Math.max(last, item.span.end), span.end);
  const whole = { start: span.start, end };
  return [
    ...items.filter((item) => !encloses(whole, item.span)),
    {
      kind: 'report',
      name: text,
      detail: '',
      span: whole,
      selection: span,
      children: items.filter((item) => encloses(whole, item.span)),
    },
  ];
}

/** A section with its sub-headings and the tables that stand in it. */
function sectionItem(section: Section, tables: readonly Table[], report: Report): OutlineItem {
  const { headingSpan, span, heading } = section;
  return {
    kind: 'section',
    name: heading,
    detail: '',
    span: { start: Math.min(span.start, headingSpan.start), end: span.end },
    selection: headingSpan,
    children: inOrder([
      ...subsectionItems(section, report),
      ...tables.filter((table) => encloses(span, table.span)).map(tableItem),
    ]),
  };
}

function inOrder(items: OutlineItem[]): OutlineItem[] {
  return items.sort((a, b) => a.span.start - b.span.start);
}

/** Sub-headings with what stands under them; each ends where the next one begins. */
function subsectionItems(section: Section, report: Report): OutlineItem[] {
  const subsections = subsectionsOf(report, section).filter(
    ({ text, span }) => text !== '' && encloses(section.span, span),
  );
  return subsections.map(({ number, text, span }, i) => ({
    kind: 'subsection',
    name: `${number?.text ?? ''}${text}`,
    detail: '',
    span: { start: span.start, end: Math.max(span.end, subsections[i + 1]?.span.start ?? section.span.end) },
    selection: span,
    children: [],
  }));
}

function tableItem(table: Table): OutlineItem {
  const rows = table.rows.filter(({ shape, label }) => shape.head !== undefined && encloses(table.span, label));
  return {
    kind: 'table',
    name: table.format.name,
    detail: `${table.rows.length}行`,
    span: table.span,
    selection: { start: table.span.start, end: table.span.start },
    children: rows.map(({ shape, label, cells, values }) => {
      const end = Math.max(label.end, ...cells.map((cell) => cell.span.end));
      return {
        kind: 'row',
        name: shape.head?.label ?? '',
        detail: values.map(({ cell }) => cell?.text ?? '').join(' '),
        span: { start: Math.min(label.start, cells[0]?.span.start ?? label.start), end: Math.min(end, table.span.end) },
        selection: label,
        children: [],
      };
    }),
  };
}
