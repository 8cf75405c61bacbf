import { type FormatId, tableOf } from '../../format/formats.ts';
import type { TableFormat } from '../../format/schema.ts';
import { leaves, type RowShape, rowShapes, type Slot } from '../../format/shape.ts';
import type { Span } from '../../text/span.ts';
import { layouts } from '../layouts.ts';
import type { Cell, Report, Row, Table, TableFaults, Value } from '../model.ts';
import { type Aligned, alignByPlace, alignByRelations, alignPlainly, holds, type Unaligned } from './align.ts';
import { type AnchoredRow, type AnchoredTable, isFilled } from './anchored.ts';
import { type Columns, columnsOf } from './columns.ts';
import { cellsOf, type Draft, type FoundRow, shareLines } from './drafts.ts';
import { formatsTold } from './formats.ts';
import { columnationOf, type GridShape, gridShape, isOnPage } from './geometry.ts';

/** Rows that have exactly their columns' number of cells, in the one format that fits each table best: how well a reading fits. */
export function fitOf(anchored: readonly AnchoredTable[]): number {
  return anchored.reduce((sum, table) => {
    const fits = formatsTold([table]).map((format) => fitTo(tableOf(format, table.table), table));
    return sum + Math.max(...fits);
  }, 0);
}

function fitTo(format: TableFormat, { rows }: AnchoredTable): number {
  const widths = new Map(rowShapes(format).map(({ id, slots }) => [id, slots.length]));
  return rows.filter((row) => {
    const width = widths.get(row.id);
    if (width === undefined) return false;
    const cells = cellsOf(row, 0);
    const filled = cells.findLastIndex((cell) => cell.text !== '') + 1;
    return cells.length >= width && filled <= width && filled > 0;
  }).length;
}

/** Lays the rows of a table's drafts (several where pages cut it) on the official columns. */
export function buildTable(drafts: readonly Draft[], formatId: FormatId): Table | undefined {
  const first = drafts[0];
  if (first === undefined) return undefined;
  const format = tableOf(formatId, first.anchored.table);
  const anchoredRows = drafts.flatMap((draft) => draft.anchored.rows);
  const sorted = sortRows(format, anchoredRows, drafts);
  const found = isOnPage(drafts) ? shareLines(sorted.found) : sorted.found;
  const columns = columnsOf(format, drafts, found);
  const rows = layRows(format, found, columns, drafts);
  const values: (Value | undefined)[] = [];
  for (const row of rows) for (const value of row.values) values[value.slot.index] = value;
  const grid = drafts.flatMap((draft) => draft.reading.slice(draft.anchored.firstLine, draft.anchored.lastLine + 1));
  return {
    format,
    formatId,
    layout: first.layout,
    span: spanOf(drafts),
    rows,
    values,
    faults: { ...sorted.faults, missingColumns: columns.missing, extraColumns: columns.extra },
    grid,
    evidence: drafts.flatMap(({ anchored }) => anchored.evidence),
  };
}

function spanOf(drafts: readonly Draft[]): { start: number; end: number } {
  let start = Number.POSITIVE_INFINITY;
  let end = 0;
  for (const { anchored, reading } of drafts) {
    for (let line = anchored.firstLine; line <= anchored.lastLine; line++) {
      for (const { span } of reading[line] ?? []) {
        start = Math.min(start, span.start);
        end = Math.max(end, span.end);
      }
    }
  }
  return { start, end };
}

/** Rounds of laying rows that need their neighbours. */
const ROUNDS = 3;

interface SortedRows {
  readonly found: readonly FoundRow[];
  readonly faults: Pick<TableFaults, 'missingRows' | 'extraRows' | 'doubledRows'>;
}

/** Tells the rows of the format from strangers and doubles; a stranger in a gap is the row that is missing there. */
function sortRows(format: TableFormat, rows: readonly AnchoredRow[], drafts: readonly Draft[]): SortedRows {
  const shapes = rowShapes(format);
  const indexOf = new Map(shapes.map((shape, index) => [shape.id, index]));
  const byIndex = new Map<number, AnchoredRow>();
  const strangers: AnchoredRow[] = [];
  const doubled: SortedRows['faults']['doubledRows'][number][] = [];
  const stranger = (row: AnchoredRow): void => {
    if (row.kind !== 'row' || row.valueLines.flat().some((cell) => cell.text !== '')) strangers.push(row);
  };
  for (const row of rows) {
    const index = row.kind === 'unknown' ? undefined : indexOf.get(row.id);
    if (index === undefined || row.kind === 'group') stranger(row);
    else if (!byIndex.has(index) || !isFilled(byIndex.get(index) as AnchoredRow)) byIndex.set(index, row);
    else if (row.kind !== 'values') {
      doubled.push({ shape: shapes[index] as RowShape, span: row.label, cells: cellsOf(row, 0) });
    }
  }
  const guessed = new Set<AnchoredRow>();
  fillGaps(shapes, byIndex, strangers, rows, drafts, guessed);
  const found = shapes.flatMap((shape, index) => {
    const row = byIndex.get(index);
    return row === undefined ? [] : [{ shape, row, guessed: guessed.has(row) }];
  });
  return {
    found,
    faults: {
      missingRows: shapes.filter((_, index) => !byIndex.has(index)),
      extraRows: strangers
        .filter((row) => !guessed.has(row))
        .map((row) => ({ text: row.text, span: row.label, cells: cellsOf(row, 0) })),
      doubledRows: doubled,
    },
  };
}

/**
 * A run of unknown labels between two known rows stands for the rows that are missing between them, where both
 * are the same number: a label may be damaged beyond recognition, its place is not.
 */
function fillGaps(
  shapes: readonly RowShape[],
  byIndex: Map<number, AnchoredRow>,
  strangers: readonly AnchoredRow[],
  rows: readonly AnchoredRow[],
  drafts: readonly Draft[],
  guessed: Set<AnchoredRow>,
): void {
  if (strangers.length === 0 || drafts[0]?.anchored.table === 'litigation') return;
  const orderOf = new Map(rows.map((row, index) => [row, index]));
  const strange = new Set(strangers);
  for (let from = 0; from < shapes.length; from++) {
    if (byIndex.has(from)) continue;
    let to = from;
    while (to < shapes.length && !byIndex.has(to)) to++;
    const before = byIndex.get(from - 1);
    const after = byIndex.get(to);
    const start = before === undefined ? 0 : (orderOf.get(before) ?? 0) + 1;
    const end = after === undefined ? rows.length : (orderOf.get(after) ?? 0);
    const between = rows.slice(start, end).filter((row) => strange.has(row) && row.kind === 'unknown');
    const edge = before === undefined || after === undefined;
    if (between.length === to - from && !(edge && between.length > 1)) {
      between.forEach((row, i) => {
        byIndex.set(from + i, row);
        guessed.add(row);
      });
    }
    from = to;
  }
}

function layRows(format: TableFormat, found: readonly FoundRow[], columns: Columns, drafts: readonly Draft[]): Row[] {
  const columnation = columnationOf(drafts, found);
  const grid = gridShape(drafts, found);
  const unaligned = found.map((foundRow) => {
    const { shape, row, guessed } = foundRow;
    const slots = columns.slotsOf(shape);
    const cells = cellsOf(row, slots.length);
    const { offset, ragged } =
      grid === undefined || row.kind !== 'row'
        ? { offset: undefined, ragged: false }
        : placeInGrid(foundRow, cells, grid);
    return {
      shape,
      row,
      guessed,
      cells,
      open: withoutStrangers({
        slots,
        cells,
        columnation: columnation(foundRow, shape.slots),
        labelGap: leadingGap(shape, drafts),
        ragged,
        offset,
      }),
    };
  });
  const size = rowShapes(format).reduce((sum, shape) => sum + shape.slots.length, 0);
  const known = { format, numbers: new Float64Array(size), open: new Uint8Array(size) };
  const laid = new Map<RowShape, Aligned>();
  const record = (shape: RowShape, aligned: Aligned): void => {
    laid.set(shape, aligned);
    for (const { slot, amount } of aligned.values) {
      known.numbers[slot.index] = amount.kind === 'number' ? amount.value : 0;
      known.open[slot.index] = 0;
    }
  };
  const difficult = unaligned.filter(({ shape, open }) => {
    const plain = alignPlainly(open);
    if (plain !== undefined) record(shape, plain);
    return plain === undefined;
  });
  for (const { shape, open } of difficult) {
    const provisional = alignByPlace(open);
    if (provisional !== undefined) record(shape, provisional);
    else for (const slot of shape.slots) known.open[slot.index] = 1;
  }
  // Rows support each other: what one round could judge in part, the next judges with all rows laid.
  for (let round = 0, changed = true; changed && round < ROUNDS; round++) {
    changed = false;
    for (const { shape, open } of difficult) {
      const before = laid.get(shape);
      // Nothing speaks against the plain reading.
      if (before?.alignment.kind === 'exact' && holds(open, known)) continue;
      const aligned = alignByRelations(open, known);
      changed ||= before === undefined || aligned.values.some((value, i) => value.cell !== before.values[i]?.cell);
      record(shape, aligned);
    }
  }
  return unaligned.map(({ shape, row, guessed, cells }) => {
    const aligned = laid.get(shape);
    const bySlot =
      aligned?.values.length === shape.slots.length &&
      aligned.values.every((value, i) => value.slot === shape.slots[i]);
    return {
      shape,
      label: shape.head === undefined ? (cells[0]?.span ?? row.label) : row.label,
      wording: guessed ? 'guessed' : row.wording,
      values: bySlot
        ? aligned.values
        : shape.slots.map((slot) => aligned?.values.find((value) => value.slot === slot) ?? blankValue(slot)),
      alignment: aligned?.alignment ?? { kind: 'exact' },
      cells,
    };
  });
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
function labelWidth(block: RowShape['block']): number {
  let deepest = 0;
  for (const { parents } of leaves(block.rows)) deepest = Math.max(deepest, parents.length);
  return 1 + deepest;
}

function blankValue(slot: Slot): Value {
  return { slot, amount: { kind: 'blank' }, cell: undefined };
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

/** The lines that a table takes, without the last one's line break; of an HTML table its element. */
export function wholeLines(table: Table, { text, lines }: Pick<Report, 'text' | 'lines'>): Span {
  const { start, end } = table.span;
  if (layouts[table.layout].of === 'lines')
    return { start: lines.start(lines.lineAt(start)), end: lines.end(lines.lineAt(end)) };
  const open = Math.max(text.lastIndexOf('<table', start), text.lastIndexOf('<TABLE', start));
  const close = /<\/?table[\s>]/i.exec(text.slice(end));
  // Rows that lost the table around them have no tags of their own.
  const opened = open >= 0 && !/<\/table/i.test(text.slice(open, start));
  const closed = close?.[0].startsWith('</') === true;
  return {
    start: opened ? open : start,
    end: opened && closed && close !== null ? text.indexOf('>', end + close.index) + 1 : end,
  };
}
