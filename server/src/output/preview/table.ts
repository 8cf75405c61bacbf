import type { GridCell } from '../../format/grid.ts';
import { captionOf, tableParts } from '../../format/tableParts.ts';
import { type Cell, type Report, type Row, type Table, valueAt } from '../../report/model.ts';
import { escapeHtml } from '../../text/escapeHtml.ts';
import { fold } from '../../text/fold.ts';
import { overlaps, type Span } from '../../text/span.ts';
import type { Marked, Marker } from './marks.ts';

/** A cell of the official layout and its place in the draft. */
interface PlacedCell {
  readonly cell: GridCell;
  readonly text: string;
  readonly span: Span | undefined;
  marked: readonly Marked[];
}

/** Columns from which a table is set in smaller type. */
const WIDE = 9;

/**
 * A statutory table in its official layout, each value as written, every cell with its place in the draft. A finding
 * marks its cell; one of several cells of a row the first of them; any other the caption.
 * @param origin where the table's block begins
 */
export function tableHtml(
  table: Table,
  report: Report,
  origin: number,
  all: readonly Marked[],
  marker: Marker,
): string {
  const { width, head, bodies } = tableParts(table.format);
  const place = placer(table);
  const placedHead = head.map((row) => row.map(place));
  const placedBodies = bodies.map((rows) => rows.map((row) => row.map(place)));
  const rows = [...placedHead, ...placedBodies.flat()];
  const left = distribute(all, rows);
  const rowOf = rowFinder(table);
  const html = (cells: readonly PlacedCell[]): string =>
    `<tr${rowPlace(cells, rowOf(cells), report, origin)}>${cells.map((cell) => cellHtml(cell, origin, marker)).join('')}</tr>`;
  const caption = captionOf(table.format);
  const [headHtml, bodyHtml] = [placedHead.map(html), placedBodies.map((body) => body.map(html).join(''))];
  return [
    `<div class="table" tabindex="0" role="region" aria-label="${escapeHtml(caption)}">`,
    `<table${width > WIDE ? ' class="wide"' : ''}>`,
    `<caption><span class="hidden">${escapeHtml(caption)}</span>${marker.points(left)}</caption>`,
    headHtml.length === 0 ? '' : `<thead>${headHtml.join('')}</thead>`,
    ...bodyHtml.map((body) => `<tbody>${body}</tbody>`),
    '</table></div>',
  ].join('');
}

/** Finds the place of a cell of the layout: of a value its cell, of a label the next cell with its words. */
function placer(table: Table): (cell: GridCell) => PlacedCell {
  const labels = new Map<string, Cell[]>();
  for (const cell of table.grid.flat()) {
    const key = fold(cell.text);
    if (key === '') continue;
    const known = labels.get(key);
    if (known === undefined) labels.set(key, [cell]);
    else known.push(cell);
  }
  const spans = new Map(table.rows.map(({ shape, label }) => [shape.head?.label, label]));
  return (cell) => {
    const { slot, text, kind } = cell;
    if (slot !== undefined) {
      const value = valueAt(table, slot)?.cell;
      return { cell, text: value?.text ?? '', span: value?.span, marked: [] };
    }
    const own = kind === 'label' ? spans.get(text) : undefined;
    return { cell, text, span: own ?? labels.get(fold(text))?.shift()?.span, marked: [] };
  };
}

/** Gives each finding to its cell. @returns those that belong to no one cell */
function distribute(all: readonly Marked[], rows: readonly (readonly PlacedCell[])[]): Marked[] {
  const cells = rows
    .flatMap((row, index) => row.flatMap((cell) => (cell.span === undefined ? [] : [{ cell, span: cell.span, index }])))
    .sort((a, b) => a.span.start - b.span.start);
  return all.filter((marked) => {
    const met = cells.filter(({ span }) => overlaps(span, marked.span));
    const exact = met.filter(({ span }) => span.start >= marked.span.start && span.end <= marked.span.end);
    const [first] = exact.length > 0 ? exact : met;
    if (first === undefined || met.some(({ index }) => index !== first.index)) return true;
    first.cell.marked = [...first.cell.marked, marked];
    return false;
  });
}

/** Finds the row of the draft that a row of the layout shows. */
function rowFinder(table: Table): (cells: readonly PlacedCell[]) => Row | undefined {
  const rows = new Map(table.rows.flatMap((row) => row.shape.slots.map((slot) => [slot, row] as const)));
  return (cells) => {
    const slot = cells.find(({ cell }) => cell.slot !== undefined)?.cell.slot;
    return slot === undefined ? undefined : rows.get(slot);
  };
}

/** Attributes with the place of a row: offsets and lines from those of its block. */
function rowPlace(cells: readonly PlacedCell[], row: Row | undefined, { lines }: Report, origin: number): string {
  const spans = [
    ...(row === undefined ? [] : [row.label, ...row.cells.map(({ span }) => span)]),
    ...cells.flatMap(({ cell, span }) =>
      span === undefined || (row !== undefined && cell.slot === undefined) ? [] : [span],
    ),
  ];
  if (spans.length === 0) return '';
  const start = Math.min(...spans.map((span) => span.start));
  const end = Math.max(...spans.map((span) => span.end));
  const first = lines.lineAt(origin);
  const [from, to] = [lines.lineAt(start) - first, lines.lineAt(end) - first];
  return ` data-start="${start - origin}" data-end="${end - origin}" data-line="${from}" data-end-line="${to}"`;
}

function cellHtml({ cell, text, span, marked }: PlacedCell, origin: number, marker: Marker): string {
  const { kind, colspan, rowspan, slot } = cell;
  const merged = `${colspan > 1 ? ` colspan="${colspan}"` : ''}${rowspan > 1 ? ` rowspan="${rowspan}"` : ''}`;
  const place = span === undefined ? '' : ` data-start="${span.start - origin}" data-end="${span.end - origin}"`;
  const inner = marker.whole(text, marked);
  if (slot !== undefined) return `<td${merged}${span === undefined ? ' class="missing"' : ''}${place}>${inner}</td>`;
  // A cell without words heads nothing.
  if (text === '') return `<td${merged}${place}>${inner}</td>`;
  return `<th${merged} scope="${scopeOf(kind, colspan, rowspan)}"${place}>${inner}</th>`;
}

/** What a label heads: several columns or rows where it is merged over them. */
function scopeOf(kind: GridCell['kind'], colspan: number, rowspan: number): string {
  if (kind === 'caption') return 'rowgroup';
  if (kind === 'header') return colspan > 1 ? 'colgroup' : 'col';
  return rowspan > 1 ? 'rowgroup' : 'row';
}
