import { once } from '../text/memo.ts';
import type { Head, TableBlock, TableFormat, ValueKind } from './schema.ts';

/** One value cell of a table: its address in the contract's terms, its kind and its labels. */
export interface Slot {
  /** Place among all value cells of its table, row by row: values are kept in arrays by it. */
  readonly index: number;
  /** Row id as in `extract`; in table 4 the group: review, direct, afterReview. */
  readonly row: string;
  readonly column: string;
  readonly kind: ValueKind;
  /** What its column counts, where that is not told by its id alone. */
  readonly measure?: string;
  /** Label of the row (table 4: of the group), numeral included. */
  readonly rowLabel: string;
  readonly columnLabel: string;
}

/** A line of values as it stands in the table; table 4 is one line of 15 without a label. */
export interface RowShape {
  readonly id: string;
  /** The leaf of the row tree; undefined for a line without a label. */
  readonly head?: Head;
  /** Group labels over the leaf, outermost first. */
  readonly groups: readonly Head[];
  readonly block: TableBlock;
  readonly slots: readonly Slot[];
}

/** Key of a value cell, unique within its table. */
export type SlotKey = `${string}/${string}`;

/** Key of a slot, or of the cell of a row and a column. */
export function slotKey(slot: { readonly row: string; readonly column: string }): SlotKey {
  return `${slot.row}/${slot.column}`;
}

/** A head with the nodes over it, outermost first. */
export interface Path {
  readonly head: Head;
  readonly parents: readonly Head[];
}

/** The leaves of header trees in document order. */
export const leaves: (heads: readonly Head[]) => readonly Path[] = once((heads) => pathsUnder(heads, []));

function pathsUnder(heads: readonly Head[], parents: readonly Head[]): Path[] {
  return heads.flatMap((head) =>
    head.children === undefined ? [{ head, parents }] : pathsUnder(head.children, [...parents, head]),
  );
}

function rowsOfBlock(block: TableBlock, count: () => number): RowShape[] {
  const columns = leaves(block.columns);
  if (block.rows.length === 0) {
    const slots = columns.map(({ head, parents }): Slot => {
      const group = parents[parents.length - 1] ?? head;
      return {
        index: count(),
        row: group.id,
        column: head.id,
        kind: head.kind ?? 'count',
        ...(head.measure !== undefined && { measure: head.measure }),
        rowLabel: group.label,
        columnLabel: head.label,
      };
    });
    return [{ id: block.id, groups: [], block, slots }];
  }
  return leaves(block.rows).map(({ head, parents }) => ({
    id: head.id,
    head,
    groups: parents,
    block,
    slots: columns.map(
      (column): Slot => ({
        index: count(),
        row: head.id,
        column: column.head.id,
        kind: column.head.kind ?? 'count',
        ...(column.head.measure !== undefined && { measure: column.head.measure }),
        rowLabel: head.label,
        columnLabel: column.head.label,
      }),
    ),
  }));
}

/** The official label of a table's row, numeral included; empty where it has no such row. */
export function labelOf(table: TableFormat, row: string): string {
  return rowShapes(table).find(({ id }) => id === row)?.head?.label ?? '';
}

/** The lines of values of a table, top to bottom. */
export const rowShapes: (table: TableFormat) => readonly RowShape[] = once((table) => {
  let next = 0;
  return table.blocks.flatMap((block) => rowsOfBlock(block, () => next++));
});
