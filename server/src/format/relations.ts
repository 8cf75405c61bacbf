import { once } from '../text/memo.ts';
import type { Head, Relation, TableFormat } from './schema.ts';
import { leaves, rowShapes, type Slot, type SlotKey, slotKey } from './shape.ts';

/** A relation in one row or column: the cells on the left add up to those on the right. */
export interface Equation {
  /** Id as in the contract: `applications.identity.natural`, `applications.row.granted`, `litigation.review`. */
  readonly id: string;
  readonly relation: Relation;
  /** Label of the row or column that it holds in. */
  readonly where: string;
  readonly left: readonly Slot[];
  readonly right: readonly Slot[];
  /** The cell that a failure is shown on. */
  readonly total: Slot;
}

/** All equations of a table, compiled once. */
export const equationsOf: (table: TableFormat) => readonly Equation[] = once((table) =>
  table.relations.flatMap((relation) => equationsOfRelation(table, relation)),
);

function equationsOfRelation(table: TableFormat, relation: Relation): Equation[] {
  const slots = rowShapes(table).flatMap((row) => row.slots);
  const byKey = new Map<SlotKey, Slot>(slots.map((slot) => [slotKey(slot), slot]));
  const ofRows = relation.of === 'rows';
  const members = new Map(slots.map((slot) => (ofRows ? [slot.row, slot.rowLabel] : [slot.column, slot.columnLabel])));
  return [...members].map(([member, where]) => {
    const pick = (id: string): Slot => {
      const slot = byKey.get(slotKey(ofRows ? { row: member, column: id } : { row: id, column: member }));
      if (slot === undefined) throw new Error(`relation ${relation.id} names ${id}, which ${table.id} has not`);
      return slot;
    };
    const expand = (ids: readonly string[]) =>
      ofRows
        ? ids
        : ids
            .flatMap((id) => leafIds(table, id))
            .filter((id) => ids === relation.right || !relation.right.includes(id));
    return {
      id: `${relation.id}.${member}`,
      relation,
      where,
      left: expand(relation.left).map(pick),
      right: expand(relation.right).map(pick),
      total: pick(relation.total),
    };
  });
}

/** The id itself, or the ids of the leaves under the row group of that id. */
function leafIds(table: TableFormat, id: string): string[] {
  const find = (heads: readonly Head[]): Head | undefined => {
    for (const head of heads) {
      if (head.id === id) return head;
      const inside = find(head.children ?? []);
      if (inside !== undefined) return inside;
    }
    return undefined;
  };
  const head = find(table.blocks.flatMap((block) => block.rows));
  return head?.children === undefined ? [id] : leaves(head.children).map((leaf) => leaf.head.id);
}

/** For each row id (in table 4 each group) the equations with a cell of it. */
export const equationsByRow: (table: TableFormat) => ReadonlyMap<string, readonly Equation[]> = once((table) => {
  const byRow = new Map<string, Equation[]>();
  for (const equation of equationsOf(table)) {
    for (const row of new Set([...equation.left, ...equation.right].map((slot) => slot.row))) {
      byRow.set(row, [...(byRow.get(row) ?? []), equation]);
    }
  }
  return byRow;
});

/** What a relation says, in an official's words: `各类申请人之和等于总计`. */
export function relationName({ says }: Relation): string {
  return typeof says === 'string' ? says : `${says.parts}之和等于${says.total}`;
}
