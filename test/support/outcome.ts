import type { TableId } from '../../server/src/format/schema.ts';
import type { Language, Report, Row, Value } from '../../server/src/report/model.ts';
import { readReport } from '../../server/src/report/reading/read.ts';
import type { GoldRows } from './gold.ts';

/** How the cells of some tables were read. */
export interface Outcome {
  /** Read as they are, blank cells as blank. */
  readonly exact: number;
  /** Left open, and said so. */
  readonly open: number;
  /** Another number in a cell that is called certain, or a number where none is. */
  readonly wrong: number;
  /** Of a row that was not found. */
  readonly missing: number;
  /** Tables, and those of them all of whose cells are exact. */
  readonly tables: number;
  readonly tablesExact: number;
  /** Each cell that is wrong or missing: `applications granted 1: 12, read 2`. */
  readonly told: readonly string[];
}

const nothing: Outcome = { exact: 0, open: 0, wrong: 0, missing: 0, tables: 0, tablesExact: 0, told: [] };

/** Several outcomes as one. */
export function together(outcomes: readonly Outcome[]): Outcome {
  return outcomes.reduce(
    (sum, one) => ({
      exact: sum.exact + one.exact,
      open: sum.open + one.open,
      wrong: sum.wrong + one.wrong,
      missing: sum.missing + one.missing,
      tables: sum.tables + one.tables,
      tablesExact: sum.tablesExact + one.tablesExact,
      told: [...sum.told, ...one.told],
    }),
    nothing,
  );
}

/** Reads a text and compares its tables with what is right, cell by cell. */
export function outcomeOf(
  text: string,
  language: Language,
  tables: Readonly<Record<TableId, GoldRows | null>>,
): Outcome {
  const report = readReport(text, language);
  const ids: readonly TableId[] = ['disclosure', 'applications', 'litigation'];
  const outcomes = ids.map((id) => tableOutcome(id, report, tables[id] ?? {}));
  return together(
    outcomes.map((outcome) => {
      const { exact, open, wrong, missing } = outcome;
      const whole = open + wrong + missing === 0;
      return { ...outcome, tables: exact > 0 || !whole ? 1 : 0, tablesExact: exact > 0 && whole ? 1 : 0 };
    }),
  );
}

function tableOutcome(id: TableId, report: Report | undefined, gold: GoldRows): Outcome {
  const read = new Map<string, { readonly row: Row; readonly value: Value }[]>();
  for (const row of report?.tables[id]?.rows ?? []) {
    for (const value of row.values) {
      read.set(value.slot.row, [...(read.get(value.slot.row) ?? []), { row, value }]);
    }
  }
  const rows = new Set([...Object.keys(gold), ...read.keys()]);
  return together([...rows].map((row) => rowOutcome(`${id} ${row}`, gold[row] ?? undefined, read.get(row))));
}

function rowOutcome(
  name: string,
  gold: readonly (number | null)[] | undefined,
  read: readonly { readonly row: Row; readonly value: Value }[] | undefined,
): Outcome {
  if (read === undefined) {
    // Of a row without any figure nothing is lost.
    if (gold?.every((value) => value === null)) return { ...nothing, exact: gold.length };
    const missing = gold?.length ?? 0;
    return { ...nothing, missing, told: missing === 0 ? [] : [`${name}: ${JSON.stringify(gold)} missing`] };
  }
  // Gold with fewer numbers than columns tells what one merged cell holds: of which columns they are is open there too.
  const ambiguous = gold !== undefined && gold.length < read.length;
  if (ambiguous && read.every(({ value }) => value.amount.kind === 'open')) return { ...nothing, exact: gold.length };
  const length = Math.max(gold?.length ?? 0, read.length);
  return together(
    Array.from({ length }, (_, i): Outcome => {
      const cell = read[i];
      if (cell?.value.amount.kind === 'open') return { ...nothing, open: 1 };
      const right = gold?.[i] ?? null;
      const amount = cell?.value.amount;
      const number = amount?.kind === 'number' ? amount.value : null;
      if (right === number) return { ...nothing, exact: 1 };
      return { ...nothing, wrong: 1, told: [`${name} ${i + 1}: ${right}, read ${number}`] };
    }),
  );
}
