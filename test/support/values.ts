import * as fc from 'fast-check';
import { type FormatId, tableOf } from '../../server/src/format/formats.ts';
import { equationsOf } from '../../server/src/format/relations.ts';
import type { TableId } from '../../server/src/format/schema.ts';
import { rowShapes, type Slot, slotKey } from '../../server/src/format/shape.ts';

/** A table's values by row id, in the order of its columns; null is a blank. */
export type Rows = Readonly<Record<string, readonly (number | null)[]>>;

/** The values of the three tables; null is a table that is not there. */
export type Tables = Readonly<Record<TableId, Rows | null>>;

/** How a drafter leaves cells blank where a 0 belongs. */
export const blankings = ['none', 'zeros', 'zeroRows', 'zerosButTotals', 'zeroTotals'] as const;

/** One of the habits. */
export type Blanking = (typeof blankings)[number];

const count = fc.oneof(
  { weight: 10, arbitrary: fc.constant(0) },
  { weight: 5, arbitrary: fc.integer({ min: 1, max: 9 }) },
  { weight: 3, arbitrary: fc.integer({ min: 10, max: 999 }) },
  { weight: 1, arbitrary: fc.integer({ min: 1000, max: 99999 }) },
);
const money = fc.oneof(
  { weight: 2, arbitrary: fc.constant(0) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 999_999_999 }).map((tenThousandths) => tenThousandths / 10_000) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 99999 }) },
);

function disclosureArb(format: FormatId): fc.Arbitrary<Rows> {
  const rows = rowShapes(tableOf(format, 'disclosure')).map((shape) =>
    fc
      .tuple(...shape.slots.map((slot) => (slot.kind === 'money' ? money : count)), fc.boolean())
      .map((drawn): [string, number[]] => {
        const falls = drawn[drawn.length - 1] === true;
        const values = shape.slots.map((_, i) => Number(drawn[i]));
        // The net change is signed, and what is left of last year's items is never below zero.
        const change = shape.slots.findIndex((slot) => slot.kind === 'change');
        const before = values[change - 1];
        if (before !== undefined && falls) values[change] = -Math.min(before, values[change] ?? 0) + 0;
        return [shape.id, values];
      }),
  );
  return fc.tuple(...rows).map((entries) => Object.fromEntries(entries));
}

const sum = (values: readonly (number | null)[]): number => values.reduce<number>((a, b) => a + (b ?? 0), 0);

/** Results of the applicant columns, and what was carried in and out, completed to a table in which all adds up. */
function applicationsArb(format: FormatId): fc.Arbitrary<Rows> {
  const shapes = rowShapes(tableOf(format, 'applications'));
  const leaves = shapes
    .map((shape) => shape.id)
    .filter((id) => !['new', 'carriedIn', 'total', 'carriedOut'].includes(id));
  const column = fc.record({
    results: fc.array(count, { minLength: leaves.length, maxLength: leaves.length }),
    carriedIn: count,
    carriedOut: count,
    idle: fc.boolean(),
  });
  return fc.array(column, { minLength: 6, maxLength: 6 }).map((columns) => {
    const rows: Record<string, number[]> = Object.fromEntries(shapes.map((shape) => [shape.id, []]));
    columns.forEach(({ results, carriedIn, carriedOut, idle }, at) => {
      // Most bodies have applicants of one or two kinds only.
      const used = results.map((result) => (idle && at > 0 ? 0 : result));
      const out = idle && at > 0 ? 0 : carriedOut;
      const into = Math.min(carriedIn, sum(used) + out);
      leaves.forEach((id, i) => {
        rows[id]?.push(used[i] ?? 0);
      });
      rows.total?.push(sum(used));
      rows.carriedOut?.push(out);
      rows.carriedIn?.push(into);
      rows.new?.push(sum(used) + out - into);
    });
    for (const values of Object.values(rows)) values.push(sum(values));
    return rows;
  });
}

const litigationArb: fc.Arbitrary<Rows> = fc
  .array(fc.array(count, { minLength: 4, maxLength: 4 }), { minLength: 3, maxLength: 3 })
  .map((groups) =>
    Object.fromEntries(
      ['review', 'direct', 'afterReview'].map((id, i) => [id, [...(groups[i] ?? []), sum(groups[i] ?? [])]]),
    ),
  );

/** Blanks out zeros as that habit does. */
export function blank(rows: Rows, format: FormatId, id: TableId, habit: Blanking): Rows {
  if (habit === 'none') return rows;
  const shapes = rowShapes(tableOf(format, id));
  const isTotal = (slot: Slot): boolean => slot.column === 'total' || slot.row === 'total';
  return Object.fromEntries(
    Object.entries(rows).map(([row, values]) => {
      const slots = shapes.flatMap((shape) => shape.slots.filter((slot) => slot.row === row));
      const allZero = values.every((value) => value === 0);
      const kept = values.map((value, i) => {
        const slot = slots[i];
        if (value !== 0 || slot === undefined) return value;
        if (habit === 'zeros') return null;
        if (habit === 'zeroRows') return allZero ? null : value;
        return (habit === 'zeroTotals') === isTotal(slot) ? null : value;
      });
      return [row, kept];
    }),
  );
}

/** Writes 0 for every blank: what a layout needs that has no sign for a blank cell. */
export function filled(tables: Tables): Tables {
  const fill = (rows: Rows | null): Rows | null =>
    rows === null
      ? null
      : Object.fromEntries(Object.entries(rows).map(([id, values]) => [id, values.map((value) => value ?? 0)]));
  return {
    disclosure: fill(tables.disclosure),
    applications: fill(tables.applications),
    litigation: fill(tables.litigation),
  };
}

/** Balanced values of the three tables, with blanks as some drafters leave them. */
export function tablesArb(format: FormatId): fc.Arbitrary<Tables> {
  const habit = fc.oneof(
    { weight: 4, arbitrary: fc.constant<Blanking>('none') },
    { weight: 4, arbitrary: fc.constantFrom<Blanking>(...blankings) },
  );
  return fc
    .record({
      disclosure: disclosureArb(format),
      applications: applicationsArb(format),
      litigation: litigationArb,
      habits: fc.tuple(habit, habit, habit),
    })
    .map(({ disclosure, applications, litigation, habits }) => ({
      disclosure: blank(disclosure, format, 'disclosure', habits[0]),
      applications: blank(applications, format, 'applications', habits[1]),
      litigation: blank(litigation, format, 'litigation', habits[2]),
    }));
}

/** The relations of a table that fail, blanks counted as 0; empty for a balanced one. */
export function failing(rows: Rows, format: FormatId, id: TableId): string[] {
  const amounts = new Map<string, number>();
  for (const shape of rowShapes(tableOf(format, id))) {
    const seen = new Map<string, number>();
    for (const slot of shape.slots) {
      const at = seen.get(slot.row) ?? 0;
      seen.set(slot.row, at + 1);
      amounts.set(slotKey(slot), rows[slot.row]?.[at] ?? 0);
    }
  }
  const total = (slots: readonly Slot[]): number => sum(slots.map((slot) => amounts.get(slotKey(slot)) ?? 0));
  return equationsOf(tableOf(format, id))
    .filter(({ left, right }) => total(left) !== total(right))
    .map((equation) => equation.id);
}
