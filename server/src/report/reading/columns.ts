import { labelsOf } from '../../format/labels.ts';
import type { Head, TableFormat } from '../../format/schema.ts';
import { leaves, type RowShape, rowShapes, type Slot } from '../../format/shape.ts';
import { fold } from '../../text/fold.ts';
import { layouts } from '../layouts.ts';
import type { Cell } from '../model.ts';
import type { AnchoredTable } from './anchored.ts';
import { cellsOf, type Draft, type FoundRow } from './drafts.ts';

/** What the headers say about the columns. */
export interface Columns {
  /** For a block the columns as the header has them, where it differs from the official one. */
  readonly slotsOf: (shape: RowShape) => readonly (Slot | undefined)[];
  readonly missing: readonly string[];
  readonly extra: readonly Cell[];
}

/** What the headers say about the columns; believed only where the rows have that many cells. */
export function columnsOf(format: TableFormat, drafts: readonly Draft[], found: readonly FoundRow[]): Columns {
  const official: Columns = { slotsOf: (shape) => shape.slots, missing: [], extra: [] };
  const grids = drafts.every((draft) => draft.reading.length > 1 && !layouts[draft.layout].onPage);
  if (!grids || format.id === 'litigation') return official;
  const orders = new Map<string, readonly (Slot | undefined)[]>();
  const missing: string[] = [];
  const extra: Cell[] = [];
  for (const block of format.blocks) {
    const shape = rowShapes(format).find((row) => row.block === block);
    const seen = drafts.flatMap(({ anchored }) =>
      anchored.columns.filter((column) => format.blocks.length === 1 || column.caption === block.id),
    );
    const own = found.filter(({ shape: { block: other } }) => other === block);
    if (shape === undefined || seen.length === 0 || own.length === 0) continue;
    const ids = leaves(block.columns).map(({ head }) => head.id);
    const order = headerOrder(seen, ids);
    const lacking = ids.filter((id) => !order.some((column) => column.id === id));
    const strange = order.filter((column) => column.id === undefined);
    const there = ids.filter((id) => !lacking.includes(id));
    const lineByLine = byDepth(block.columns);
    const reordered =
      order.some((column, i) => column.id !== undefined && column.id !== there[i]) &&
      order.some((column, i) => column.id !== lineByLine[i]);
    if (lacking.length === 0 && strange.length === 0 && !reordered) continue;
    if (reordered && (lacking.length > 0 || !order.every(isWhole))) continue;
    const fitting = own.filter(({ row }) => matchesWidth(cellsOf(row, order.length), order.length)).length;
    if (fitting * 2 <= own.length || (lacking.length > 0 && strange.length === lacking.length)) continue;
    orders.set(
      block.id,
      order.map((column) => shape.slots.find((slot) => slot.column === column.id)),
    );
    missing.push(...lacking.map((id) => leaves(block.columns).find(({ head }) => head.id === id)?.head.label ?? id));
    extra.push(...strange.map((column) => column.cell));
  }
  const slotsOf = (shape: RowShape): readonly (Slot | undefined)[] =>
    orders.get(shape.block.id)?.map((slot) => shape.slots.find((own) => own.column === slot?.column)) ?? shape.slots;
  return orders.size === 0 ? official : { slotsOf, missing, extra };
}

/** Ids of the columns in the order in which the lines of the header have them: those over several lines first. */
function byDepth(heads: readonly Head[]): string[] {
  if (heads.length === 0) return [];
  const own = heads.filter(({ children }) => children === undefined).map(({ id }) => id);
  return [...own, ...byDepth(heads.flatMap(({ children }) => children ?? []))];
}

/** Whether a column's label stands in one piece: pieces of labels tell no order. */
function isWhole(column: HeaderColumn): boolean {
  return labelsOf(fold(column.cell.text)) !== undefined;
}

/** Whether a row, blank cells at its edges aside, has that many cells. */
function matchesWidth(cells: readonly Cell[], width: number): boolean {
  const first = cells.findIndex((cell) => cell.text !== '');
  if (first < 0) return false;
  const last = cells.findLastIndex((cell) => cell.text !== '');
  return last - first < width && cells.length >= width;
}

type HeaderColumn = { readonly id: string | undefined; readonly cell: Cell };

/** The columns of a header from left to right: the spanning header's own come between its first and its last. */
function headerOrder(seen: readonly AnchoredTable['columns'][number][], ids: readonly string[]): HeaderColumn[] {
  const once = seen.filter(
    (column, i) => column.id === undefined || seen.findIndex((other) => other.id === column.id) === i,
  );
  const deepest = Math.max(...once.map((column) => column.line));
  const inner = once.filter((column) => column.line === deepest);
  const outer = once.filter((column) => column.line !== deepest && column.id !== undefined);
  const rank = (column: HeaderColumn): number => ids.indexOf(column.id ?? '');
  const lowest = Math.min(...inner.filter((column) => column.id !== undefined).map(rank));
  return [
    ...outer.filter((column) => rank(column) < lowest),
    ...inner,
    ...outer.filter((column) => rank(column) >= lowest),
  ];
}
