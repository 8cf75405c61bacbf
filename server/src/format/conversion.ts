import type { TableFormat } from './schema.ts';
import { type RowShape, rowShapes, type Slot, slotKey } from './shape.ts';

/** Where the cells of a table take their numbers from when it is converted. */
export interface Conversion {
  /** For each slot of the new table the cells of the old one that it takes, added up; none where there are none. */
  readonly sources: ReadonlyMap<Slot, readonly Slot[]>;
  /** Slots that are 0 where that cell of the old table holds a number: all of it is carried to another row. */
  readonly rests: ReadonlyMap<Slot, Slot>;
  /** The old table's cells that no slot takes, in the order of the table. */
  readonly left: readonly Slot[];
}

/**
 * How a table becomes one of a format; of its own format every cell stays. Rows and columns with the same ids
 * correspond if they count the same. A row that is a group of rows in another format is all of them added up; the
 * reverse way its number goes to the group's rest.
 * @param from the table as it is
 * @param to the same table of any format
 */
export function conversionOf(from: TableFormat, to: TableFormat): Conversion {
  const old = new Map(slotsOf(from).map((slot) => [slotKey(slot), slot]));
  const sources = new Map<Slot, readonly Slot[]>();
  const rests = new Map<Slot, Slot>();
  const taken = new Set<Slot>();
  for (const shape of rowShapes(to)) {
    const whole = shape.groups.find(({ id }) => rowShapes(from).some((row) => row.id === id));
    const parts = partsOf(from, shape.id);
    for (const slot of shape.slots) {
      const at = (row: string): Slot | undefined => {
        const cell = old.get(slotKey({ row, column: slot.column }));
        return cell?.measure === slot.measure ? cell : undefined;
      };
      const split = whole === undefined ? undefined : at(whole.id);
      if (split !== undefined && shape.head?.rest !== true) rests.set(slot, split);
      const own = at(slot.row) ?? (shape.head?.rest === true ? split : undefined);
      const cells = (own === undefined ? parts.map(({ id }) => at(id)) : [own]).filter((cell) => cell !== undefined);
      for (const cell of cells) taken.add(cell);
      sources.set(slot, cells);
    }
  }
  return { sources, rests, left: [...old.values()].filter((slot) => !taken.has(slot)) };
}

/** The rows of a table under the group of that id. */
function partsOf(table: TableFormat, group: string): readonly RowShape[] {
  return rowShapes(table).filter(({ groups }) => groups.some(({ id }) => id === group));
}

function slotsOf(table: TableFormat): readonly Slot[] {
  return rowShapes(table).flatMap(({ slots }) => slots);
}
