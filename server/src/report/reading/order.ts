import type { RowShape } from '../../format/shape.ts';
import { layouts } from '../layouts.ts';
import type { Cell } from '../model.ts';
import type { AnchoredRow, ValueLine } from './anchored.ts';
import { cellsOf, type Draft, type FoundRow, type NamedRows } from './drafts.ts';
import { isSummed, mayBePage, sumOf } from './fit.ts';
import { isOnPage } from './geometry.ts';
import { type Alignment, alignSequences, type Run } from './sequence.ts';
import { isTornApart, labelledOf } from './torn.ts';
import { FOREIGN, type Piece, piecesOf } from './valuePieces.ts';

/** The rows of a table in the order of its values, and the lines of values that belong to none. */
export interface Sequence {
  readonly found: readonly FoundRow[];
  readonly strangers: readonly AnchoredRow[];
}

/**
 * The rows of a table whose lines of values stand apart from their labels, as converters of pages leave them;
 * undefined where every line stands with a label of its own.
 */
export function inSequence(
  shapes: readonly RowShape[],
  drafts: readonly Draft[],
  named: NamedRows,
): Sequence | undefined {
  // A table of one row without a label has no order.
  if (shapes.every(({ head }) => head === undefined)) return undefined;
  const indexOf = new Map(shapes.map(({ id }, index) => [id, index]));
  const stream = drafts.flatMap(({ anchored, reading }) =>
    anchored.rows.flatMap((row) => {
      if (named.doubled.has(row) || row.kind === 'values') return [];
      const index = row.kind === 'row' ? indexOf.get(row.id) : undefined;
      return [labelledOf(row, index, shapes[index ?? -1]?.slots.length ?? 0, reading.length === 1)];
    }),
  );
  if (!isTornApart(stream)) return undefined;
  const layout = drafts[0]?.layout;
  const firm = !isOnPage(drafts);
  const gridded = layout !== undefined && layouts[layout].grid !== 'none';
  const pieces = piecesOf(stream, shapes, { firm, gridded });
  const names = new Set(stream.map(({ index }) => index));
  const demands = shapes.map((shape, index) => ({
    width: shape.slots.length,
    named: names.has(index),
    summed: isSummed(shape),
  }));
  const blanks = layout === 'lines' && stream.some(({ lines }) => lines.some(({ cells }) => cells.some(isBlank)));
  const traced = firm && (layout !== 'lines' || blanks);
  // Blank cells at the ends of lines are cut off: where a line begins in the row is not known if not behind its label.
  const loose = layout !== undefined && layouts[layout].grid === 'loose';
  // A row that is blank in full has blank cells, unless the ends of lines are cut off.
  const whole = traced && !loose;
  const paged = !gridded;
  const alignment = alignSequences(pieces, demands, { traced, firm, paged, whole });
  if (alignment === undefined) return undefined;
  const taken = new Set(alignment.rows.flatMap((runs) => runs.flatMap((run) => (run === undefined ? [] : range(run)))));
  const lost = pieces.filter((piece, i) => !taken.has(i) && piece.texts.some((text) => text !== ''));
  const isNumbering = (piece: Piece): boolean => paged && mayBePage(piece) && (firm || !standsInColumn(piece, pieces));
  const doubtful = rowsAround(pieces, alignment, (piece) => lost.includes(piece) && !isNumbering(piece));
  const isTied = (index: number): boolean => (alignment.rows[index]?.length ?? 0) > 1;
  const found = shapes.flatMap((shape, index) => {
    const row = foundRow(shape, named.byIndex.get(index), pieces, alignment.rows[index] ?? [], whole, loose);
    const isEmpty = row?.row.valueLines.length === 0;
    const mayHaveMore = isEmpty && (whole || doubtful.has(index) || isTied(index - 1) || isTied(index + 1));
    return row === undefined ? [] : [mayHaveMore ? { ...row, ways: [[]] } : row];
  });
  const isDoubtful = ({ shape }: FoundRow): boolean => doubtful.has(indexOf.get(shape.id) ?? -1);
  const known = withoutGuesses(found, isDoubtful)
    .map((row) => (whole ? row : withoutRemains(row, gridded)))
    // What stands behind a row may be its rest, where it is no other row's for certain.
    .map((row, i, all) => (isDoubtful(row) || (all[i + 1]?.ways.length ?? 0) > 0 ? withoutRest(row) : row));
  return { found: known, strangers: lost.map(strangerOf) };
}

/**
 * Rows that their order alone told are known only if their sums hold, each and all that stand together: where one does
 * not, the values may stand in another order than that of rows. And not where values beside theirs have no row.
 */
function withoutGuesses(found: readonly FoundRow[], isDoubtful: (row: FoundRow) => boolean): FoundRow[] {
  const isGuess = ({ row }: FoundRow): boolean => row.kind === 'values' && row.valueLines.length > 0;
  const fails = ({ shape, row }: FoundRow): boolean =>
    isSummed(shape) && sumOf(cellsOf(row, shape.slots.length)) === 'fails';
  return found.map((each, i) => {
    if (!isGuess(each)) return each;
    const from = found.findLastIndex((other, j) => j < i && !isGuess(other)) + 1;
    const behind = found.findIndex((other, j) => j > i && !isGuess(other));
    const together = found.slice(from, behind < 0 ? undefined : behind);
    const holds = sumOf(cellsOf(each.row, each.shape.slots.length)) === 'holds';
    return (isDoubtful(each) && !holds) || together.some(fails) ? { ...each, ways: [...each.ways, []] } : each;
  });
}

function range({ from, to }: Run): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}

/** Rows that pieces in no row may belong to: those that the pieces before and behind them have, and those between. */
function rowsAround(
  pieces: readonly Piece[],
  { rows }: Alignment,
  isLost: (piece: Piece) => boolean,
): ReadonlySet<number> {
  const around = new Set<number>();
  pieces.forEach((piece, i) => {
    if (!isLost(piece)) return;
    const before = rows.findLastIndex((runs) => runs.some((run) => run !== undefined && run.to <= i));
    const behind = rows.findIndex((runs) => runs.some((run) => run !== undefined && run.from > i));
    for (let row = Math.max(0, before); row <= (behind < 0 ? rows.length - 1 : behind); row++) around.add(row);
  });
  return around;
}

/**
 * Where ends of lines are cut off, or blank cells leave no trace, a row whose rest stands elsewhere looks like one that
 * is whole: it is known only if its last number is the sum of the others, or it has as many cells as values.
 */
function withoutRemains(found: FoundRow, gridded: boolean): FoundRow {
  const { shape, row } = found;
  const cells = cellsOf(row, shape.slots.length);
  const filled = cells.filter(({ text }) => text !== '');
  // With a number for each column nothing of it can stand elsewhere.
  if (filled.length === 0 || filled.length >= shape.slots.length || (gridded && cells.length >= shape.slots.length))
    return found;
  const isShort = gridded && cells.length < shape.slots.length;
  const remains = isSummed(shape)
    ? sumOf(filled) === 'fails' || (isShort && filled.length === 1)
    : gridded && row.kind === 'values' && cells.length !== shape.slots.length;
  return remains ? { ...found, ways: [...found.ways, []] } : found;
}

/** A row beside values that have none may lack them, unless its sum says that it is whole. */
function withoutRest(found: FoundRow): FoundRow {
  const { shape, row, ways } = found;
  const cells = cellsOf(row, shape.slots.length);
  const filled = cells.filter(({ text }) => text !== '');
  const first = cells.findIndex(({ text }) => text !== '');
  const isWhole = cells.length - first >= shape.slots.length || (isSummed(shape) && sumOf(filled) === 'holds');
  if (ways.length > 0 || filled.length === 0 || isWhole) return found;
  return { ...found, ways: [cells, []] };
}

/** A row of the format with the pieces that were laid on it; none where it has neither label nor values. */
function foundRow(
  shape: RowShape,
  label: AnchoredRow | undefined,
  pieces: readonly Piece[],
  runs: readonly (Run | undefined)[],
  traced: boolean,
  loose: boolean,
): FoundRow | undefined {
  const ways = runs.map((run) => (run === undefined ? [] : pieces.slice(run.from, run.to)));
  const [way = []] = ways;
  const [first] = ways.find((each) => each.length > 0) ?? [];
  if (first === undefined) {
    if (label === undefined) return undefined;
    return { shape, row: { ...label, valueLines: [] }, guessed: false, ways: [], joined: false };
  }
  const own = first.own !== undefined && first.own !== FOREIGN;
  // Words that are no label stand where the row's label should: they are its own, misspelt beyond recognition.
  const strange = label === undefined && first.beside && first.own === undefined;
  const named = label ?? (first.beside ? first.row : undefined);
  const row: AnchoredRow = {
    ...(named ?? first.row),
    // The grid tells the places of a line's cells, not of several lines'.
    kind: (own || strange) && way.length === 1 ? 'row' : 'values',
    id: shape.id,
    label: named?.label ?? first.line.cells[0]?.span ?? first.row.label,
    valueLines: [joined(way)],
    ...(own ? {} : { lead: first.line.lead, lineCells: first.line.lineCells }),
  };
  return {
    shape,
    row,
    guessed: label === undefined,
    ways: ways.length > 1 ? ways.map((each) => joined(each).cells) : [],
    joined: isJoined(way, shape.slots.length, traced) || (loose && !first.beside && isShort(way, shape)),
  };
}

/**
 * Whether cells of several lines make up a row, and not all that it has: blank ones may be anywhere between. Where they
 * stand in columns of the page, those tell.
 */
function isJoined(pieces: readonly Piece[], width: number, traced: boolean): boolean {
  if (pieces.length < 2 || pieces.every(({ texts }) => texts.length === 1)) return false;
  const columns = pieces.flatMap((piece) => piece.columns ?? Number.NaN);
  if (columns.every((column, i) => i === 0 || column > (columns[i - 1] ?? 0))) return false;
  return !traced || pieces.reduce((sum, { texts }) => sum + texts.length, 0) !== width;
}

/** Whether pieces have fewer cells than a row has values. */
function isShort(pieces: readonly Piece[], { slots }: RowShape): boolean {
  return pieces.reduce((sum, { texts }) => sum + texts.length, 0) < slots.length;
}

/** Columns of text that two cells of one column of numbers may stand apart at most. */
const NEAR = 2;

/** Whether a number alone stands under or over one of another line. */
function standsInColumn(piece: Piece, pieces: readonly Piece[]): boolean {
  const at = piece.reach?.[0];
  return (
    at === undefined ||
    pieces.some((other) => other !== piece && other.line.cells.some(({ extent }) => isNear(extent?.display, at)))
  );
}

function isNear(one: number | undefined, other: number): boolean {
  return one !== undefined && Math.abs(one - other) <= NEAR;
}

/** Pieces as one line. */
function joined(pieces: readonly Piece[]): ValueLine {
  const [first] = pieces;
  return {
    line: 0,
    lead: 0,
    lineCells: 0,
    caption: undefined,
    ...first?.line,
    cells: pieces.flatMap(({ line }) => line.cells),
  };
}

/** A piece of values that no row takes. */
function strangerOf({ row, line, own, beside }: Piece): AnchoredRow {
  const labelled = beside && (own === undefined || own === FOREIGN);
  const label = labelled ? row.label : (line.cells[0]?.span ?? row.label);
  return { ...row, kind: 'unknown', id: '', text: labelled ? row.text : '', label, valueLines: [line] };
}

function isBlank({ text }: Cell): boolean {
  return text === '';
}
