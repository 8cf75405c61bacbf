import type { TableFormat } from '../../format/schema.ts';
import { leaves, type RowShape, rowShapes, type Slot } from '../../format/shape.ts';
import { once } from '../../text/memo.ts';
import { layouts } from '../layouts.ts';
import type { Cell, HowRead, Row, Value } from '../model.ts';
import {
  type Aligned,
  alignByPlace,
  alignByRelations,
  alignPlainly,
  blindWays,
  holds,
  isSame,
  type Knowledge,
  shared,
  type Unaligned,
} from './align.ts';
import type { Columns } from './columns.ts';
import { cellsOf, type Draft, type FoundRow } from './drafts.ts';
import { columnationOf, type GridShape, gridShape } from './geometry.ts';
import { innerSpaceOf, waysToCut } from './gluedRow.ts';
import { waysThatHold } from './solve.ts';

/** Rounds of laying rows that need their neighbours. */
const ROUNDS = 3;

/** A row of the format with the cells that are to be laid on its columns. */
interface OpenRow {
  readonly found: FoundRow;
  readonly cells: readonly Cell[];
  readonly open: Unaligned;
  /** The cells that it may have, where several readings are as good; undefined where there is but one. */
  readonly ways: readonly (readonly Cell[])[] | undefined;
  /** Whether its cells were cut out of one. */
  readonly cut: boolean;
}

/** What is known of a table while its rows are laid. */
interface Progress {
  readonly known: Knowledge;
  readonly laid: Map<RowShape, Aligned>;
}

/** Lays the rows of a table on the official columns. */
export function layRows(
  format: TableFormat,
  found: readonly FoundRow[],
  columns: Columns,
  drafts: readonly Draft[],
): Row[] {
  const rows = openRows(format, found, columns, drafts);
  const size = rowShapes(format).reduce((sum, shape) => sum + shape.slots.length, 0);
  const progress: Progress = {
    // A row that was not found says nothing either.
    known: { format, numbers: new Float64Array(size), open: new Uint8Array(size).fill(1) },
    laid: new Map(),
  };
  const [single, several] = partition(rows, ({ ways }) => ways === undefined);
  const [difficult, blind] = partition(
    single.flatMap((row) => {
      const plain = alignPlainly(row.open);
      if (plain !== undefined) record(row, plain, progress);
      return plain === undefined ? [{ ...row, ways: blindWays(row.open) }] : [];
    }),
    ({ ways }) => ways === undefined,
  );
  for (const row of difficult) {
    const provisional = alignByPlace(row.open);
    if (provisional !== undefined) record(row, provisional, progress);
  }
  layByRelations(difficult, progress);
  layWays([...several, ...blind], progress);
  return rows.map((row) => rowOf(row, progress.laid.get(row.found.shape)));
}

/** Rows support each other: what one round could judge in part, the next judges with all rows laid. */
function layByRelations(difficult: readonly OpenRow[], progress: Progress): void {
  const { known, laid } = progress;
  for (let round = 0, changed = true; changed && round < ROUNDS; round++) {
    changed = false;
    for (const row of difficult) {
      const before = laid.get(row.found.shape);
      // Nothing speaks against the plain reading.
      if (before?.alignment.kind === 'exact' && holds(row.open, known)) continue;
      const aligned = alignByRelations(row.open, known);
      changed ||= before === undefined || aligned.values.some((value, i) => value.cell !== before.values[i]?.cell);
      record(row, aligned, progress);
    }
  }
}

/** What is open is no evidence for other rows. */
function record({ found }: OpenRow, aligned: Aligned, { known, laid }: Progress): void {
  laid.set(found.shape, aligned);
  for (const { slot, amount } of aligned.values) {
    known.numbers[slot.index] = amount.kind === 'number' ? amount.value : 0;
    known.open[slot.index] = amount.kind === 'open' ? 1 : 0;
  }
}

function partition<T>(items: readonly T[], test: (item: T) => boolean): [T[], T[]] {
  return [items.filter(test), items.filter((item) => !test(item))];
}

/**
 * Of rows that may have one or another line of values what all readings have with which the relations hold; of all
 * readings where none does.
 */
function layWays(all: readonly OpenRow[], progress: Progress): void {
  // A row that may have nothing known is open, and leaves its relations open.
  const [unknown, rows] = partition(
    all,
    ({ ways = [] }) => ways.length === 0 || ways.some((cells) => cells.length === 0),
  );
  for (const row of unknown) {
    const values = shared(row.open.slots, [], isSame);
    record(row, { values, alignment: { kind: 'tied', cells: row.cells.length } }, progress);
  }
  const laid = rows.map(({ ways = [], open }) =>
    ways.map((cells): readonly Value[] => {
      const way = { ...open, cells };
      return (alignPlainly(way) ?? alignByPlace(way))?.values ?? [];
    }),
  );
  const { format, numbers, open } = progress.known;
  const candidates = rows.map((row, i) => ({
    slots: row.open.slots,
    ways: laid[i]?.map((values) => row.open.slots.map((_, at) => numberOf(values[at]))) ?? [],
  }));
  // A row of which no reading is known leaves its relations open.
  const isKnown = candidates.every(({ ways }) => ways.length > 0);
  const known = (slot: Slot): number | undefined => (open[slot.index] === 1 ? undefined : numbers[slot.index]);
  const left = isKnown ? waysThatHold(format, candidates, known) : candidates.map(({ ways }) => ways.map((_, i) => i));
  rows.forEach((row, i) => {
    const agreed = shared(row.open.slots, left[i]?.map((way) => laid[i]?.[way] ?? []) ?? [], isSame);
    const tied = agreed.some(({ amount }) => amount.kind === 'open');
    // A cell is cut in full or stands as it is: what is written elsewhere leaves nothing out and tells nothing twice.
    const values = tied && row.cut ? shared(row.open.slots, [], isSame) : agreed;
    record(row, { values, alignment: { kind: tied ? 'tied' : 'placed', cells: row.cells.length } }, progress);
  });
}

function numberOf(value: Value | undefined): number | undefined {
  return value?.amount.kind === 'number' ? value.amount.value : undefined;
}

function openRows(
  format: TableFormat,
  found: readonly FoundRow[],
  columns: Columns,
  drafts: readonly Draft[],
): OpenRow[] {
  const columnation = columnationOf(drafts, found);
  const grid = gridShape(drafts, found);
  const space = innerSpaceOf(
    found.map(({ shape, row }) => {
      const width = columns.slotsOf(shape).length;
      return { cells: cellsOf(row, width), width };
    }),
  );
  const traced = drafts.every(({ layout }) => layouts[layout].of === 'elements' || layouts[layout].grid === 'strict');
  const strict = drafts.every(({ layout }) => layouts[layout].grid === 'strict');
  return found.map((each) => {
    const { shape, row } = each;
    const slots = columns.slotsOf(shape);
    const cells = cellsOf(row, slots.length);
    const short = strict && cells.length < slots.length && cells.some(({ text }) => text !== '');
    const { offset, ragged } =
      grid === undefined || row.kind !== 'row' ? { offset: undefined, ragged: false } : placeInGrid(each, cells, grid);
    const labelGap = leadingGap(shape, drafts);
    const open = {
      slots,
      cells,
      columnation: columnation(each),
      labelGap,
      ragged: ragged || short,
      offset,
      joined: each.joined || (shape.head === undefined && leavesNoTrace(drafts) && cells.length < slots.length),
    };
    const cuts = each.ways.length > 0 ? undefined : waysToCut(cells, shape.slots, format, space, traced);
    const cut = cuts !== undefined;
    // One way to cut is none to choose.
    const [only] = cuts?.length === 1 ? cuts : [];
    if (only !== undefined) {
      return { found: each, cells: only, open: { ...open, cells: only, slots: shape.slots }, ways: undefined, cut };
    }
    const ways = each.ways.length > 0 ? each.ways : cuts;
    return { found: each, cells, open: withoutStrangers(open), ways, cut };
  });
}

/** How the values of a row were read that are not open. */
function readingOf({ found: { row, shape }, ways, cut }: OpenRow, aligned: Aligned | undefined): HowRead {
  if (ways !== undefined) return 'restored';
  if (cut) return 'cut';
  const inOrder = row.kind === 'values' && shape.head !== undefined;
  return inOrder || aligned?.alignment.kind === 'placed' ? 'aligned' : 'exact';
}

function rowOf(open: OpenRow, aligned: Aligned | undefined): Row {
  const {
    found: { shape, row, guessed },
    cells,
  } = open;
  const read = readingOf(open, aligned);
  const bySlot =
    aligned?.values.length === shape.slots.length && aligned.values.every((value, i) => value.slot === shape.slots[i]);
  const values = bySlot
    ? aligned.values
    : shape.slots.map((slot) => aligned?.values.find((value) => value.slot === slot) ?? blankValue(slot));
  return {
    shape,
    label: shape.head === undefined ? (cells[0]?.span ?? row.label) : row.label,
    wording: guessed ? 'guessed' : row.wording,
    values: values.map((value) => (value.read === 'open' || value.read === read ? value : { ...value, read })),
    alignment: aligned?.alignment ?? { kind: 'exact' },
    cells,
  };
}

/** Whether blank cells leave no trace: a cell a line, and no blank one among all. */
function leavesNoTrace(drafts: readonly Draft[]): boolean {
  return drafts.every(({ layout, reading }) => layout === 'lines' && reading.flat().every(({ text }) => text !== ''));
}

/** Where a row's values begin in the grid, and whether its line has too few or too many cells. */
function placeInGrid(
  { row, shape }: FoundRow,
  cells: readonly Cell[],
  grid: GridShape,
): { readonly offset: number; readonly ragged: boolean } {
  const surplus = grid.width === undefined ? 0 : row.lineCells - grid.width;
  // No label takes more cells than its block's labels do.
  const start = grid.start === undefined ? row.lead : Math.min(grid.start, labelWidth(shape.block));
  const offset = row.lead - start;
  if (surplus === 0) return { offset, ragged: false };
  // More label cells before it than other rows have: its values are all there.
  if (surplus > 0 && cells.length === shape.slots.length && offset === surplus) return { offset: 0, ragged: false };
  // Cells added or lost before the label move the label and its values alike.
  const usual = shape.groups.length + 1;
  if (grid.start !== undefined && row.lead - usual === surplus) return { offset: usual - start, ragged: false };
  return { offset, ragged: grid.strict && cells.some((cell) => cell.text !== '') };
}

/**
 * Blank cells that may stand before a row's values: places of a label that is shorter than others; where row ends
 * are lost, in table 4, all that merged header cells leave.
 */
function leadingGap(shape: RowShape, drafts: readonly Draft[]): number {
  if (shape.head === undefined) {
    const [first] = drafts;
    return first !== undefined && layouts[first.layout].headerBlanks ? Number.POSITIVE_INFINITY : 0;
  }
  return labelWidth(shape.block) - shape.groups.length - 1;
}

/** Cells that the labels of a block take in a grid. */
const labelWidth = once((block: RowShape['block']): number => {
  let deepest = 0;
  for (const { parents } of leaves(block.rows)) deepest = Math.max(deepest, parents.length);
  return 1 + deepest;
});

function blankValue(slot: Slot): Value {
  return { slot, amount: { kind: 'blank' }, read: 'exact', cell: undefined };
}

/** Takes the cells of columns that no official table has out of a row that has a cell for each of its columns. */
function withoutStrangers(
  row: Omit<Unaligned, 'slots'> & { readonly slots: readonly (Slot | undefined)[] },
): Unaligned {
  const slots = row.slots.filter((slot) => slot !== undefined);
  if (slots.length === row.slots.length) return { ...row, slots };
  const first = row.cells.length - row.slots.length;
  const lead = first > 0 && row.cells.slice(0, first).every((cell) => cell.text === '') ? first : 0;
  const own = row.cells.slice(lead);
  const cells = own.length === row.slots.length ? own.filter((_, i) => row.slots[i] !== undefined) : row.cells;
  return { ...row, slots, cells };
}
