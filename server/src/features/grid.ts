import { shortLabel } from '../report/facts/balance.ts';
import { layouts } from '../report/layouts.ts';
import type { Cell, Report, Row, Table, Value } from '../report/model.ts';
import { encloses, type Span, touches } from '../text/span.ts';
import { totalsOf } from './totals.ts';

/** A value's cell among the rows of its table. */
export interface Place {
  readonly table: Table;
  readonly row: Row;
  readonly value: Value;
  readonly cell: Cell;
  /** The cell with the white space around its text, as far as it is the cell's own. */
  readonly room: Span;
}

/** Where in a table a cell is, in words. */
export interface CellName {
  /** `表三`. */
  readonly table: string;
  /** The row's label with those of its groups, outermost first; in table 4 that of the group of columns. */
  readonly row: readonly string[];
  readonly column: string;
}

/** Ways from a cell to another: along the row and on to the next one, or down the column and on to the next one. */
export const steps = ['next', 'previous', 'below', 'above'] as const;

export type Step = (typeof steps)[number];

/** The value cell that all of a span is in, its white space included; undefined where it is in none or in several. */
export function cellAround(report: Report, span: Span): Place | undefined {
  for (const table of Object.values(report.tables)) {
    const found = placesOf(table, report).find(({ room }) => encloses(room, span));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The table that an offset is in: among its cells, blank ones at its end included. */
export function tableAround(report: Report, offset: number): Table | undefined {
  return Object.values(report.tables).find(
    (table) => touches(table.span, offset) || placesOf(table, report).some(({ room }) => touches(room, offset)),
  );
}

/** The value cells of a table that the draft has a place for, row by row. */
export function placesOf(table: Table, report: Report): Place[] {
  return table.rows.flatMap((row) =>
    row.values.flatMap((value) => {
      const { cell } = value;
      return cell === undefined ? [] : [{ table, row, value, cell, room: roomOf(cell, table, report) }];
    }),
  );
}

/** Where a cell is, as it is told to who fills it in. */
export function nameOf({ table, row, value }: Place): CellName {
  const { slot } = value;
  const groups = row.shape.groups.map(({ label }) => label);
  const column = slot.columnLabel.replace(/（.*$/, '');
  return { table: table.format.name, row: [...groups, slot.rowLabel], column };
}

/** A row's label in few words: `予以公开`. */
export function shortRow({ row }: CellName): string {
  return shortLabel(row[row.length - 1] ?? '');
}

/** The cell one step from another; undefined at the table's edge. */
export function stepFrom(from: Place, step: Step, report: Report): Place | undefined {
  const places = placesOf(from.table, report);
  const order = step === 'next' || step === 'previous' ? places : byColumns(places);
  const at = order.findIndex(({ value }) => value === from.value);
  return at < 0 ? undefined : order[at + (step === 'next' || step === 'below' ? 1 : -1)];
}

/** What is selected of a cell that is gone to: its text or, where it is blank, the place to type at. */
export function selectionIn({ cell, table }: Place): Span {
  if (cell.text !== '') return cell.span;
  const { start, end } = cell.span;
  const at = Math.min(start + layouts[table.layout].padding.length, end);
  return { start: at, end: at };
}

/** What the parts of a blank total come to, as it is written; undefined for any other cell, and where sums disagree. */
export function offeredTotal({ table, value }: Place): string | undefined {
  if (value.amount.kind !== 'blank') return undefined;
  const total = totalsOf(table).find((each) => each.value === value);
  const [sum, ...others] = total?.state === 'blank' ? total.sums : [];
  return sum === undefined || others.length > 0 ? undefined : String(sum);
}

/** The cells of each block of columns column by column. */
function byColumns(places: readonly Place[]): readonly Place[] {
  const columns = new Map<string, Place[]>();
  for (const place of places) {
    const { block } = place.row.shape;
    const key = `${place.table.format.blocks.indexOf(block)}/${place.row.values.indexOf(place.value)}`;
    columns.set(key, [...(columns.get(key) ?? []), place]);
  }
  return [...columns.values()].flat();
}

/** A cell with the spaces around it; where spaces set the cells apart, or nothing does, the cell alone. */
function roomOf({ span, glued }: Cell, { layout }: Table, { text }: Report): Span {
  if (layouts[layout].onPage || glued) return span;
  let { start, end } = span;
  while (isFill(text, start - 1)) start--;
  while (isFill(text, end)) end++;
  return { start, end };
}

function isFill(text: string, at: number): boolean {
  return text[at] === ' ' || text[at] === '\u3000';
}
