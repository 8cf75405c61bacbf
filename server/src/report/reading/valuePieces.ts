import type { RowShape } from '../../format/shape.ts';
import { readAmount } from '../../text/amount.ts';
import type { Cell, Metric } from '../model.ts';
import type { AnchoredRow, ValueLine } from './anchored.ts';
import { SUMMED, type ValuePiece } from './fit.ts';
import { holdsNumber, isFilledLine, type Labelled } from './torn.ts';

/** A piece of values with where it stands. */
export interface Piece extends ValuePiece {
  /** The row whose label, known or not, came last before it. */
  readonly row: AnchoredRow;
  /** Of that row in the format. */
  readonly index: number | undefined;
  /** Whether that label stands on its line. */
  readonly beside: boolean;
  readonly line: ValueLine;
}

/** A row that the format has not. */
export const FOREIGN = -1;

/** How much a label speaks for values that stand before it, behind it, and between its lines. */
const BEHIND = 2;
const BEFORE = 4;
const AMID = 8;
/** How much the caption over values speaks for the rows of its block. */
const IN_BLOCK = 3;

/** What the layout says of lines. */
interface Lines {
  /** Values on a label's line are that label's. */
  readonly firm: boolean;
  /** A line is a row of cells that signs set apart. */
  readonly gridded: boolean;
}

/** A piece before what stands around it is looked at. */
interface Bare extends Pick<Piece, 'row' | 'index' | 'line' | 'own' | 'beside' | 'apart'> {
  /** Rows whose labels stand between it and the piece before. */
  readonly between: readonly number[];
}

/** The pieces of a table's values, in order, with what the labels around say of each. */
export function piecesOf(stream: readonly Labelled[], shapes: readonly RowShape[], lines: Lines): Piece[] {
  const { bare, behind } = bareOf(stream, Math.max(SUMMED + 1, ...shapes.map(({ slots }) => slots.length)), lines);
  const blocks = new Map<string | undefined, number[]>();
  for (const [index, { block }] of shapes.entries()) {
    if (block.caption !== undefined) blocks.set(block.id, [...(blocks.get(block.id) ?? []), index]);
  }
  // Where lines hold rows, a label with values beside it says nothing of others.
  const owned = new Set(lines.firm ? bare.map(({ own }) => own) : []);
  const placed = isPageOfColumns(bare);
  const columnsOf = placesOnPage(placed ? bare : [], Math.max(...shapes.map(({ slots }) => slots.length)));
  return bare.map(({ between, ...piece }, i) => {
    const near = nearOf(piece, between, bare[i + 1]?.between ?? behind);
    for (const index of owned) if (index !== piece.own) near.delete(index ?? FOREIGN);
    for (const row of blocks.get(piece.line.caption) ?? []) near.set(row, (near.get(row) ?? 0) + IN_BLOCK);
    const { cells } = piece.line;
    const texts = cells.map(({ text }) => text);
    return {
      ...piece,
      near,
      texts,
      numbers: cells.map(numberIn),
      columns: columnsOf(cells),
      reach: placed ? reachOf(cells) : undefined,
    };
  });
}

/** @param behind the labels behind the last piece */
function bareOf(stream: readonly Labelled[], wide: number, { gridded }: Lines): { bare: Bare[]; behind: number[] } {
  const bare: Bare[] = [];
  let between: number[] = [];
  for (const { row, index, lines, overfull } of stream) {
    let apart = true;
    if (index !== undefined) between.push(index);
    for (const line of lines) {
      const beside = line.line === row.line && apart && row.text !== '' && !overfull;
      const own = !beside ? undefined : (index ?? (row.kind === 'row' ? FOREIGN : undefined));
      // Words alone are pieces of labels.
      if (own === undefined && isFilledLine(line) && !holdsNumber(line)) continue;
      if (own === undefined && !isFilledLine(line) && !overfull && !isBlankRow(line, wide, gridded)) continue;
      bare.push({ row, index, line, own, beside, between, apart });
      between = [];
      apart = false;
    }
  }
  return { bare, behind: between };
}

/** Whether a line of blank cells is a row: in a grid where it is all of its line, else one as long as table 3 has. */
function isBlankRow({ cells, lead, lineCells }: ValueLine, wide: number, gridded: boolean): boolean {
  return lead === 0 && (cells.length >= wide || (gridded && cells.length > 1 && cells.length === lineCells));
}

/** What the labels around a piece say of rows. */
function nearOf(
  { row, index, line, apart }: Omit<Bare, 'between'>,
  before: readonly number[],
  behind: readonly number[],
): Map<number, number> {
  const near = new Map<number, number>();
  for (const each of behind) near.set(each, BEHIND);
  for (const each of before) near.set(each, BEFORE);
  if (index === undefined) return near;
  // Of several lines behind a label the first two: where cells are centred, one may be another row's.
  if (row.valueLines.indexOf(line) < 2) near.set(index, apart ? BEFORE : BEHIND);
  if (row.line <= line.line && line.line <= row.lastLabelLine && row.line < row.lastLabelLine) near.set(index, AMID);
  return near;
}

const METRICS: readonly Metric[] = ['characters', 'display'];

/** The columns in which cells of a page stand, told by the lines that have all of them; undefined where nothing tells. */
function placesOnPage(bare: readonly Bare[], width: number): (cells: readonly Cell[]) => readonly number[] | undefined {
  const full = bare.map(({ line }) => line.cells).filter((cells) => cells.length === width && cells.every(isPlaced));
  if (full.length < 2 || width <= SUMMED) return () => undefined;
  const [best] = METRICS.map((metric) => {
    const middle = (cell: Cell | undefined): number => cell?.extent?.[metric] ?? 0;
    const centers = Array.from(
      { length: width },
      (_, x) => full.reduce((sum, cells) => sum + middle(cells[x]), 0) / full.length,
    );
    const spread = full.flat().reduce((sum, cell, i) => sum + Math.abs(middle(cell) - (centers[i % width] ?? 0)), 0);
    return { middle, centers, spread };
  }).sort((a, b) => a.spread - b.spread);
  if (best === undefined) return () => undefined;
  return (cells) => {
    const columns = cells.map((cell) => nearest(best.middle(cell), best.centers));
    const rising = columns.every((column, i) => i === 0 || column > (columns[i - 1] ?? 0));
    return rising && cells.every(isPlaced) ? columns : undefined;
  };
}

/** Whether cells stand in columns: behind most labels on their lines more than a space. */
function isPageOfColumns(bare: readonly Bare[]): boolean {
  const gaps = bare.flatMap(({ beside, row, line }) =>
    beside && line.cells[0] !== undefined ? [line.cells[0].span.start - row.label.end] : [],
  );
  return gaps.filter((gap) => gap > 1).length * 2 >= gaps.length;
}

/** From where to where cells of a page stand. */
function reachOf(cells: readonly Cell[]): readonly [number, number] | undefined {
  const first = cells[0]?.extent;
  const last = cells.at(-1)?.extent;
  return first === undefined || last === undefined ? undefined : [first.display, last.display];
}

function isPlaced({ extent }: Cell): boolean {
  return extent !== undefined;
}

function nearest(at: number, centers: readonly number[]): number {
  return centers.reduce(
    (best, center, i) => (Math.abs(center - at) < Math.abs((centers[best] ?? 0) - at) ? i : best),
    0,
  );
}

function numberIn({ text }: Cell): number | undefined {
  const amount = readAmount(text);
  return amount.kind === 'number' ? amount.value : undefined;
}
