import type { TableFormat } from './schema.ts';
import { rowShapes, type Slot, type SlotKey, slotKey } from './shape.ts';

/**
 * What has a place in the tables of the other format. Rows and columns with the same ids correspond, save those that are
 * listed here. Source: comparison of the two formats' tables.
 */

/** Cells with the same ids that count something else: 对外公开总数量 is what was published, 现行有效件数 what is in force. */
const otherMeasures: ReadonlySet<SlotKey> = new Set([
  slotKey({ row: 'regulation', column: 'inForce' }),
  slotKey({ row: 'normative', column: 'inForce' }),
]);

/** Rows that one format splits and another has whole; what is not known to be of the other kinds is of the last. */
const splits: readonly { readonly whole: string; readonly parts: readonly string[] }[] = [
  { whole: 'other', parts: ['other.1', 'other.2', 'other.3'] },
];

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
 * How a table becomes one of a format; of its own format every cell stays.
 * @param from the table as it is
 * @param to the same table of any format
 */
export function conversionOf(from: TableFormat, to: TableFormat): Conversion {
  if (from === to) return { sources: new Map(slotsOf(to).map((slot) => [slot, [slot]])), rests: new Map(), left: [] };
  const old = new Map(slotsOf(from).map((slot) => [slotKey(slot), slot]));
  const sources = new Map<Slot, readonly Slot[]>();
  const rests = new Map<Slot, Slot>();
  const taken = new Set<Slot>();
  for (const slot of slotsOf(to)) {
    const { row, column } = slot;
    const at = (id: string): Slot | undefined => old.get(slotKey({ row: id, column }));
    const split =
      to.id === 'applications' ? splits.find(({ whole, parts }) => [whole, ...parts].includes(row)) : undefined;
    const whole = split === undefined || at(row) !== undefined ? undefined : at(split.whole);
    const isLast = row === split?.parts.at(-1);
    if (whole !== undefined && !isLast) rests.set(slot, whole);
    const own = at(row) ?? (isLast ? whole : undefined);
    const parts = own === undefined && row === split?.whole ? split.parts.map(at) : [own];
    const cells = otherMeasures.has(slotKey(slot)) ? [] : parts.filter((cell) => cell !== undefined);
    for (const cell of cells) taken.add(cell);
    sources.set(slot, cells);
  }
  return { sources, rests, left: [...old.values()].filter((slot) => !taken.has(slot)) };
}

function slotsOf(table: TableFormat): readonly Slot[] {
  return rowShapes(table).flatMap(({ slots }) => slots);
}
