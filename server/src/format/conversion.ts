import type { FormatId, TableFormat, TableId } from './schema.ts';
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

/** Rows that take what other rows of the other format hold; of several the sum. */
const rowSources: Readonly<Record<FormatId, Readonly<Record<string, readonly string[]>>>> = {
  // 其他处理 is one row in the trial format; what is not known to be of the two new kinds is 3.其他.
  '2021': { 'other.1': [], 'other.2': [], 'other.3': ['other'] },
  '2019': { other: ['other.1', 'other.2', 'other.3'] },
};

/** Rows of a format that hold nothing of the other one's, because all of it stands in another row of theirs. */
const restRows: Readonly<Record<FormatId, Readonly<Record<string, string>>>> = {
  '2021': { 'other.1': 'other', 'other.2': 'other' },
  '2019': {},
};

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
 * @param to the same table of either format, `format` its id
 */
export function conversionOf(from: TableFormat, to: TableFormat, format: FormatId): Conversion {
  if (from === to) return { sources: new Map(slotsOf(to).map((slot) => [slot, [slot]])), rests: new Map(), left: [] };
  const old = new Map(slotsOf(from).map((slot) => [slotKey(slot), slot]));
  const sources = new Map<Slot, readonly Slot[]>();
  const rests = new Map<Slot, Slot>();
  const taken = new Set<Slot>();
  for (const slot of slotsOf(to)) {
    const { row, column } = slot;
    const rest = old.get(slotKey({ row: restOf(to.id, format, row), column }));
    if (rest !== undefined) rests.set(slot, rest);
    const cells = otherMeasures.has(slotKey(slot))
      ? []
      : rowsFor(to.id, format, row).flatMap((id) => old.get(slotKey({ row: id, column })) ?? []);
    for (const cell of cells) taken.add(cell);
    sources.set(slot, cells);
  }
  return { sources, rests, left: [...old.values()].filter((slot) => !taken.has(slot)) };
}

function slotsOf(table: TableFormat): readonly Slot[] {
  return rowShapes(table).flatMap(({ slots }) => slots);
}

function rowsFor(table: TableId, format: FormatId, row: string): readonly string[] {
  return (table === 'applications' ? rowSources[format][row] : undefined) ?? [row];
}

function restOf(table: TableId, format: FormatId, row: string): string {
  return (table === 'applications' ? restRows[format][row] : undefined) ?? '';
}
