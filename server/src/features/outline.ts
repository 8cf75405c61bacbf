import { subsectionsOf } from '../report/facts/subsections.ts';
import type { Report, Section, Table } from '../report/model.ts';
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

/** Title, sections, sub-sections, tables and their rows. */
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
  const sections = report.sections.map((section) => sectionItem(section, report));
  if (report.title === undefined) return sections;
  const { text, span } = report.title;
  const end = Math.max(span.end, report.sections[report.sections.length - 1]?.span.end ?? 0);
  return [
    { kind: 'report', name: text, detail: '', span: { start: span.start, end }, selection: span, children: sections },
  ];
}

function sectionItem(section: Section, report: Report): OutlineItem {
  const { headingSpan, span, heading, format } = section;
  const children = [...subsectionItems(section, report)];
  const table = format.table === undefined ? undefined : report.tables[format.table];
  if (table !== undefined && encloses(span, table.span)) children.push(tableItem(table));
  return {
    kind: 'section',
    name: heading,
    detail: '',
    span: { start: Math.min(span.start, headingSpan.start), end: span.end },
    selection: headingSpan,
    children: children.sort((a, b) => a.span.start - b.span.start),
  };
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
