import type { RowShape } from '../../format/shape.ts';
import { readAmount } from '../../text/amount.ts';
import type { Cell } from '../model.ts';
import type { AnchoredRow, ValueLine } from './anchored.ts';
import type { Draft, FoundRow, NamedRows } from './drafts.ts';
import { isOnPage } from './geometry.ts';
import { type Alignment, alignSequences, mayBePage, type Run, type ValuePiece } from './sequence.ts';

/** A piece of values with where it stands. */
interface Piece extends ValuePiece {
  /** The row whose label, known or not, came last before it. */
  readonly row: AnchoredRow;
  /** Of that row in the format. */
  readonly index: number | undefined;
  /** Whether that label stands on its line. */
  readonly beside: boolean;
  readonly line: ValueLine;
}

/** A row that the format has not. */
const FOREIGN = -1;

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
  if (!isTorn(stream)) return undefined;
  const layout = drafts[0]?.layout;
  const firm = !isOnPage(drafts);
  const pieces = piecesOf(stream, Math.max(SUMMED + 1, ...shapes.map(({ slots }) => slots.length)), firm);
  const names = new Set(stream.map(({ index }) => index));
  const demands = shapes.map(({ slots, head }, index) => ({
    width: slots.length,
    named: names.has(index),
    summed: head !== undefined && slots.length > SUMMED && slots.at(-1)?.column === 'total',
  }));
  const blanks = layout === 'lines' && stream.some(({ lines }) => lines.some(({ cells }) => cells.some(isBlank)));
  const traced = firm && (layout !== 'lines' || blanks);
  const alignment = alignSequences(pieces, demands, { traced, firm });
  if (alignment === undefined) return undefined;
  const taken = new Set(alignment.rows.flatMap((runs) => runs.flatMap((run) => (run === undefined ? [] : range(run)))));
  const lost = pieces.filter((piece, i) => !taken.has(i) && piece.texts.some((text) => text !== ''));
  const doubtful = rowsAround(pieces, alignment, (piece) => lost.includes(piece) && !mayBePage(piece));
  const found = shapes.flatMap((shape, index) => {
    const row = foundRow(shape, named.byIndex.get(index), pieces, alignment.rows[index] ?? [], traced);
    const isEmpty = row?.row.valueLines.length === 0;
    return row === undefined ? [] : [isEmpty && doubtful.has(index) ? { ...row, ways: [[]] } : row];
  });
  return { found, strangers: lost.map(strangerOf) };
}

function range({ from, to }: Run): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}

/** Rows that pieces in no row may belong to: those between the rows that the pieces before and behind them have. */
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
    for (let row = before + 1; row < (behind < 0 ? rows.length : behind); row++) around.add(row);
  });
  return around;
}

/** More values than that: a row of table 3, whose last value is the sum of the others. */
const SUMMED = 3;

interface Labelled {
  readonly row: AnchoredRow;
  /** Of the row in the format; undefined for another label. */
  readonly index: number | undefined;
  readonly lines: readonly ValueLine[];
  /** Row ends are lost, and there are more values behind the label than its row has. */
  readonly overfull: boolean;
}

/**
 * A label with the lines of values behind it. Where row ends are lost, cells that are too many for its row stand by
 * themselves: which of them it has is still to be seen.
 * @param width of the row
 * @param endless whether all of the reading is one line
 */
function labelledOf(row: AnchoredRow, index: number | undefined, width: number, endless: boolean): Labelled {
  const filled = row.valueLines.reduce((sum, { cells }) => sum + cells.filter(({ text }) => text !== '').length, 0);
  const all = row.valueLines.reduce((sum, { cells }) => sum + cells.length, 0);
  // Blank cells behind a row's own may be the places of merged ones, but not as many as it has.
  if (endless ? filled <= width && all < 2 * width : width === 0 || filled < 2 * width || row.valueLines.length > 1)
    return { row, index, lines: row.valueLines, overfull: false };
  const lines = row.valueLines.flatMap((line) =>
    line.cells.map((cell, i) => ({ ...line, cells: [cell], lead: line.lead + i })),
  );
  return { row, index, lines, overfull: true };
}

/** Whether some line of values is left over once every label has taken one. */
function isTorn(stream: readonly Labelled[]): boolean {
  return stream.some(({ index, lines }) => {
    const filled = lines.filter(holdsNumber);
    return filled.length > (index === undefined ? 0 : 1);
  });
}

function isBlank({ text }: Cell): boolean {
  return text === '';
}

function holdsNumber({ cells }: ValueLine): boolean {
  return cells.some((cell) => numberIn(cell) !== undefined);
}

function isFilledLine({ cells }: ValueLine): boolean {
  return cells.some(({ text }) => text !== '');
}

function piecesOf(stream: readonly Labelled[], wide: number, firm: boolean): Piece[] {
  const drafts: (Pick<Piece, 'row' | 'index' | 'line' | 'own' | 'beside' | 'apart'> & {
    readonly between: number[];
  })[] = [];
  let between: number[] = [];
  for (const { row, index, lines, overfull } of stream) {
    let apart = true;
    if (index !== undefined) between.push(index);
    for (const line of lines) {
      const beside = line.line === row.line && apart && row.text !== '' && !overfull;
      const own = !beside ? undefined : (index ?? (row.kind === 'row' ? FOREIGN : undefined));
      // Words alone are pieces of labels.
      if (own === undefined && isFilledLine(line) && !holdsNumber(line)) continue;
      // A line of blank cells is a row only behind its label, or where it has as many as a row of table 3.
      const isRow = line.cells.length >= wide && line.lead === 0;
      if (own === undefined && !isFilledLine(line) && !isRow && !overfull) continue;
      drafts.push({ row, index, line, own, beside, between, apart });
      between = [];
      apart = false;
    }
  }
  // Where lines hold rows, a label with values beside it says nothing of others.
  const owned = new Set(firm ? drafts.map(({ own }) => own) : []);
  return drafts.map(({ between: before, ...piece }, i) => {
    const near = new Map<number, number>();
    for (const index of drafts[i + 1]?.between ?? between) near.set(index, BEHIND);
    for (const index of before) near.set(index, BEFORE);
    const { row, line, index, apart } = piece;
    // Of several lines behind a label the first two: where cells are centred, one may be another row's.
    if (index !== undefined && row.valueLines.indexOf(line) < 2) near.set(index, apart ? BEFORE : BEHIND);
    const amid = row.line <= line.line && line.line <= row.lastLabelLine && row.line < row.lastLabelLine;
    if (index !== undefined && amid) near.set(index, AMID);
    for (const index of owned) if (index !== piece.own) near.delete(index ?? FOREIGN);
    return { ...piece, near, texts: line.cells.map(({ text }) => text), numbers: line.cells.map(numberIn) };
  });
}

/** How much a label speaks for values that stand before it, behind it, and between its lines. */
const BEHIND = 2;
const BEFORE = 4;
const AMID = 8;

function numberIn({ text }: Cell): number | undefined {
  const amount = readAmount(text);
  return amount.kind === 'number' ? amount.value : undefined;
}

/** A row of the format with the pieces that were laid on it; none where it has neither label nor values. */
function foundRow(
  shape: RowShape,
  label: AnchoredRow | undefined,
  pieces: readonly Piece[],
  runs: readonly (Run | undefined)[],
  traced: boolean,
): FoundRow | undefined {
  const ways = runs.map((run) => (run === undefined ? [] : pieces.slice(run.from, run.to)));
  const [way = []] = ways;
  const [first] = ways.find((each) => each.length > 0) ?? [];
  if (first === undefined) {
    if (label === undefined) return undefined;
    return { shape, row: { ...label, valueLines: [] }, guessed: false, ways: [], joined: false };
  }
  const own = first.own !== undefined && first.own !== FOREIGN;
  const named = label ?? (first.beside ? first.row : undefined);
  const row: AnchoredRow = {
    ...(named ?? first.row),
    // The grid tells the places of a line's cells, not of several lines'.
    kind: own && way.length === 1 ? 'row' : 'values',
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
    joined: isJoined(way, shape.slots.length, traced),
  };
}

/** Whether cells of several lines make up a row, and not all that it has: blank ones may be anywhere between. */
function isJoined(pieces: readonly Piece[], width: number, traced: boolean): boolean {
  if (pieces.length < 2 || pieces.every(({ texts }) => texts.length === 1)) return false;
  return !traced || pieces.reduce((sum, { texts }) => sum + texts.length, 0) < width;
}

/** Pieces as one line. */
function joined(pieces: readonly Piece[]): ValueLine {
  const [first] = pieces;
  return {
    line: 0,
    lead: 0,
    lineCells: 0,
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
