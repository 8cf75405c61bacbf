import type { RowShape, Slot } from '../../format/shape.ts';
import { layouts } from '../layouts.ts';
import type { Cell, Metric } from '../model.ts';
import { cellsOf, type Draft, type FoundRow } from './drafts.ts';

/** Where the columns of a block are: their middles, and how places in a line are counted. */
export interface Columnation {
  readonly centers: readonly number[];
  readonly metric: Metric;
  /** What tells them: rows that have all of them, or the header alone. */
  readonly source: 'rows' | 'header';
  /** Part of the way to the next column that a cell may stand away from its own and still tell it. */
  readonly clear: number;
  /** Whether cells keep to them: else a cell's place does not tell its column. */
  readonly kept: boolean;
}

/** Part of the way between two columns that cells may stand away from theirs on the average. */
const SCATTER = 0.18;
/** Part of the way to the next column within which a cell tells its own; under a header with few cells. */
const CLEAR = 0.45;
const CLEAR_OF_HEADER = 0.38;
const FEW_CELLS = 20;
/** Share of cells that may stand between the labels of a header. */
const ASTRAY = 0.05;

const METRICS: readonly Metric[] = ['characters', 'display'];

/**
 * The columns of a row's block, for layouts made of spaces: by the rows that have all of them, else by the header,
 * in the way of counting that the cells keep to best; undefined where nothing tells.
 */
export function columnationOf(
  drafts: readonly Draft[],
  found: readonly FoundRow[],
): (row: FoundRow) => Columnation | undefined {
  if (!isOnPage(drafts)) return () => undefined;
  const known = new Map<string, Columnation | undefined>();
  const keyOf = ({ block, slots }: RowShape): string => `${block.id} ${slots.length}`;
  for (const { shape } of found) {
    if (known.has(keyOf(shape))) continue;
    const rows = found
      .filter((other) => other.shape.block === shape.block)
      .map(({ row }) => cellsOf(row, shape.slots.length).filter(isPlaced));
    known.set(keyOf(shape), bestColumnation(drafts, shape.block.id, shape.slots, rows));
  }
  // A page on which some block's cells stand astray may have moved any.
  const spread = isSpread(found);
  const keepHeaders = [...known.values()].every((block) => block?.kept !== false);
  return ({ shape }) => {
    const columnation = known.get(keyOf(shape));
    return (
      columnation && {
        ...columnation,
        kept: columnation.kept && spread && (keepHeaders || columnation.source === 'rows'),
      }
    );
  };
}

function isPlaced({ text, extent }: Cell): boolean {
  return text !== '' && extent !== undefined;
}

/** Whether more than a space stands between most cells and what is before them: else their places follow from its length. */
function isSpread(found: readonly FoundRow[]): boolean {
  let wide = 0;
  let all = 0;
  for (const { row, shape } of found) {
    let end = row.label.end;
    for (const { span, text } of cellsOf(row, shape.slots.length)) {
      if (text === '' || span.start < end) continue;
      all++;
      if (span.start - end > 1) wide++;
      end = span.end;
    }
  }
  return wide * 2 >= all;
}

/** Whether a table's cells stand in columns of the page. */
export function isOnPage([first]: readonly Draft[]): boolean {
  return first !== undefined && layouts[first.layout].onPage;
}

function bestColumnation(
  drafts: readonly Draft[],
  block: string,
  slots: readonly Slot[],
  rows: readonly (readonly Cell[])[],
): Columnation | undefined {
  const full = rows.filter((cells) => cells.length === slots.length);
  let best: { readonly columnation: Columnation; readonly cost: number } | undefined;
  for (const metric of METRICS) {
    const middle = (cell: Cell | undefined): number => cell?.extent?.[metric] ?? 0;
    const centers =
      full.length > 0
        ? slots.map((_, i) => full.reduce((sum, cells) => sum + middle(cells[i]), 0) / full.length)
        : headerCenters(drafts, block, slots, middle);
    if (centers === undefined) continue;
    const width = (centers[centers.length - 1] ?? 0) - (centers[0] ?? 0) || 1;
    const middles = rows.flat().map(middle);
    const cost =
      middles.reduce((sum, at) => sum + Math.abs(at - (centers[nearestColumn(at, centers)] ?? 0)), 0) / width;
    const keeping = full.length > 0 ? keptTo(centers, cost, middles.length) : keptToHeader(centers, middles);
    if (best === undefined || cost < best.cost) best = { columnation: { centers, metric, ...keeping }, cost };
  }
  return best?.columnation;
}

type Keeping = Pick<Columnation, 'source' | 'clear' | 'kept'>;

/** @param cost how far cells stand away from their columns, all together, in parts of the width of all columns */
function keptTo(centers: readonly number[], cost: number, cells: number): Keeping {
  return { source: 'rows', clear: CLEAR, kept: cost * (centers.length - 1) <= SCATTER * cells };
}

/** By the header alone the cells must bear it out: nearly all under their labels, and few cells closely so. */
function keptToHeader(centers: readonly number[], middles: readonly number[]): Keeping {
  const clear = middles.length < FEW_CELLS ? CLEAR_OF_HEADER : CLEAR;
  const astray = middles.filter((at) => !isClear(at, centers, clear)).length;
  return { source: 'header', clear, kept: astray <= ASTRAY * middles.length };
}

/** The column whose middle is nearest to a place. */
export function nearestColumn(at: number, centers: readonly number[]): number {
  let nearest = 0;
  centers.forEach((center, column) => {
    if (Math.abs(center - at) < Math.abs((centers[nearest] ?? 0) - at)) nearest = column;
  });
  return nearest;
}

/** Whether a place is near enough to a column's middle to tell it. */
export function isClear(at: number, centers: readonly number[], clear: number): boolean {
  const column = nearestColumn(at, centers);
  const [before, center = 0, behind] = [centers[column - 1], centers[column], centers[column + 1]];
  const gaps = [before, behind].flatMap((other) => (other === undefined ? [] : [Math.abs(other - center)]));
  return gaps.length === 0 || Math.abs(at - center) <= clear * Math.min(...gaps);
}

/** The middles of the column labels; of a label broken over lines the first piece's. */
function headerCenters(
  drafts: readonly Draft[],
  block: string,
  slots: readonly Slot[],
  middle: (cell: Cell | undefined) => number,
): readonly number[] | undefined {
  const seen = drafts
    .flatMap(({ anchored }) => anchored.columns)
    .filter((column) => column.cell.extent !== undefined && (column.caption ?? block) === block);
  const sorted = [...seen].sort((a, b) => middle(a.cell) - middle(b.cell));
  const inOrder = seen.length === slots.length && slots.every((slot, i) => slot.column === sorted[i]?.id);
  const columns = inOrder ? sorted : slots.map((slot) => seen.find((column) => column.id === slot.column));
  const ids = new Set(slots.map((slot) => slot.column));
  if ((!inOrder && ids.size < slots.length) || columns.some((column) => column === undefined)) return undefined;
  const middles = columns.map((column) => middle(column?.cell));
  return middles.every((value, i) => i === 0 || value > (middles[i - 1] ?? 0)) ? middles : undefined;
}

/** What the lines of a table say of its grid. */
export interface GridShape {
  /** Cells of a line, where most rows have as many. */
  readonly width: number | undefined;
  /** A line with another number of cells is a fault, not a habit of the layout. */
  readonly strict: boolean;
  /** Cells before the first value; undefined where values follow their labels at once, merged cells' places behind. */
  readonly start: number | undefined;
}

/**
 * Whether values begin at that cell of their lines. A label that ends before leaves blank cells: before the values
 * in a grid, behind them where the places of merged cells stand at the end of the line.
 */
function beginsAt(rows: readonly FoundRow[], start: number): boolean {
  let before = 0;
  let behind = 0;
  for (const { row, shape } of rows) {
    const gap = start - row.lead;
    const cells = cellsOf(row, shape.slots.length);
    if (gap <= 0 || cells.length <= shape.slots.length) continue;
    if (cells.slice(0, gap).some((cell) => cell.text !== '')) before++;
    if (cells.slice(-gap).some((cell) => cell.text !== '')) behind++;
  }
  return before < behind || before === 0;
}

/** Whether rows with a shorter label have their values behind it at once: then most of them have as many cells as values. */
function isMerged(rows: readonly FoundRow[], start: number): boolean {
  const shorter = rows.filter(({ row }) => row.lead < start);
  const exact = shorter.filter(({ row, shape }) => cellsOf(row, shape.slots.length).length === shape.slots.length);
  return exact.length * 2 > shorter.length;
}

function mostCommon(values: readonly number[]): { readonly value: number; readonly share: number } {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [value, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [0, 0];
  return { value, share: count / Math.max(1, values.length) };
}

/** Share of the rows that agree on the number of cells of a grid. */
const MOST_ROWS = 0.8;

/** The grid of a table of lines, as far as most rows agree on one. */
export function gridShape(drafts: readonly Draft[], found: readonly FoundRow[]): GridShape | undefined {
  const grid = drafts[0] === undefined ? 'none' : layouts[drafts[0].layout].grid;
  if (grid === 'none') return undefined;
  const rows = found.filter(({ row }) => row.kind === 'row');
  const width = mostCommon(rows.map(({ row }) => row.lineCells));
  if (width.share >= MOST_ROWS) {
    const leads = rows.filter(({ row }) => row.lineCells === width.value).map(({ row }) => row.lead);
    // One row may have a cell before its label that the others have not.
    const start = Math.max(
      ...leads.filter((lead) => leads.length < 4 || leads.filter((other) => other === lead).length > 1),
    );
    return {
      width: width.value,
      strict: grid === 'strict',
      start: beginsAt(rows, start) && !isMerged(rows, start) ? start : undefined,
    };
  }
  // Rows that hold just their values behind the label tell where the others' begin.
  const exact = rows.filter(({ row, shape }) => cellsOf(row, shape.slots.length).length === shape.slots.length);
  const start = mostCommon(exact.map(({ row }) => row.lead));
  return exact.length > 2 && !isMerged(rows, start.value) && start.share > MOST_ROWS
    ? { width: undefined, strict: false, start: start.value }
    : undefined;
}
