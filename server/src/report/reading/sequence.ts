/*
 * The rows of a table whose values stand apart from their labels: lines of values and rows of the format are two
 * sequences in one order, aligned as a whole (Needleman–Wunsch over runs). Labels on the lines themselves are fixed
 * points; between them the number of cells, the sums of rows and the labels around weigh. Pure: knows no text.
 */

/** Cells of values that stand together, in the order of the draft. */
export interface ValuePiece {
  /** Their texts; empty for blank ones. */
  readonly texts: readonly string[];
  /** The numbers in them; undefined for one that is none. */
  readonly numbers: readonly (number | undefined)[];
  /** Index of the row whose label stands before them on their own line; none of the rows' where it is no such row's. */
  readonly own: number | undefined;
  /** How much the labels around speak for a row, by its index. */
  readonly near: ReadonlyMap<number, number>;
  /** Whether a label stands between them and the piece before. */
  readonly apart: boolean;
}

/** What a row of the format asks of its values. */
export interface RowDemand {
  /** Cells that it has. */
  readonly width: number;
  /** Its label was found. */
  readonly named: boolean;
  /** Its last value is the sum of the others. */
  readonly summed: boolean;
}

/** Pieces from an index up to one, not included. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

/** How the pieces lie on the rows. */
export interface Alignment {
  /** For each row what the best readings give it, undefined for nothing: one entry where they agree. */
  readonly rows: readonly (readonly (Run | undefined)[])[];
  /** Pieces that some best reading gives to no row. */
  readonly left: readonly number[];
}

/** The label on the line itself weighs more than all else together, where lines hold rows; else as much as fitting. */
const OWN = 1000;
const OWN_LOOSELY = 8;
const FITS = 10;
/** Blank cells were taken off to make it fit. */
const TRIMMED = 9;
/** Fewer cells than the row has, where each blank one should leave a trace; and where it leaves none. */
const SHORT = 4;
const UNTRACED = 8;
/** More numbers than the row has, behind its own label. */
const OVERFULL = 2;
/** No number at all. */
const BLANK = 4;
const SUM = 3;
/** What speaks against a reading. */
const JOINED = 2;
/** Where the piece that is joined is a number alone, which may be a page's. */
const JOINED_NUMBER = 6;
const ACROSS_LABEL = 8;
const LOST_LINE = 8;
const LOST_NUMBER = 3;
const EMPTY_ROW = 3;
/** Readings that are worse than the best by no more than this are as good as it: no knowledge is taken from them. */
const SLACK = 2;
const NEVER = -1e7;
/** More pieces than the lines of a long table, one cell each: then nothing is put in order. */
const MOST_PIECES = 800;

/** What the layout of a draft promises. */
export interface Promises {
  /** A blank cell leaves a trace. */
  readonly traced: boolean;
  /** Values on a label's line are that label's: not where cells of several lines are centred beside each other. */
  readonly firm: boolean;
}

/**
 * Aligns pieces of values with rows. Both orders are kept; a row takes a run of pieces, or none.
 * @returns undefined where there is too much to align
 */
export function alignSequences(
  pieces: readonly ValuePiece[],
  rows: readonly RowDemand[],
  promises: Promises,
): Alignment | undefined {
  if (pieces.length > MOST_PIECES) return undefined;
  const steps = stepsOf(pieces, rows, promises);
  const height = rows.length + 1;
  const states = (pieces.length + 1) * height;
  const before = new Int32Array(states).fill(NEVER);
  const behind = new Int32Array(states).fill(NEVER);
  before[0] = 0;
  behind[states - 1] = 0;
  const raise = (scores: Int32Array, at: number, score: number): void => {
    if (score > (scores[at] ?? 0)) scores[at] = score;
  };
  steps((from, to, gain) => raise(before, to, (before[from] ?? 0) + gain), 'forwards');
  steps((from, to, gain) => raise(behind, from, (behind[to] ?? 0) + gain), 'backwards');
  const best = before[states - 1] ?? 0;
  const found = rows.map(() => new Map<string, Run | undefined>());
  const left = new Set<number>();
  steps((from, to, gain) => {
    if ((before[from] ?? 0) + gain + (behind[to] ?? 0) < best - SLACK) return;
    const run = { from: Math.floor(from / height), to: Math.floor(to / height) };
    const row = from % height;
    if (row === to % height) left.add(run.from);
    else if (run.from === run.to) found[row]?.set('', undefined);
    else found[row]?.set(textsOf(pieces, run).join('\t'), run);
  }, 'forwards');
  return { rows: found.map((runs) => [...runs.values()]), left: [...left] };
}

/** The texts of a run's cells. */
export function textsOf(pieces: readonly ValuePiece[], { from, to }: Run): string[] {
  return pieces.slice(from, to).flatMap(({ texts }) => texts);
}

type Visit = (from: number, to: number, gain: number) => void;

/**
 * All steps from a state (so many pieces, so many rows) to a later one: a row without pieces, a piece without row, a
 * row with a run of pieces. Each step's gain is computed once.
 */
function stepsOf(
  pieces: readonly ValuePiece[],
  rows: readonly RowDemand[],
  promises: Promises,
): (visit: Visit, order: 'forwards' | 'backwards') => void {
  const height = rows.length + 1;
  const all: [number, number, number][] = [];
  for (let piece = 0; piece <= pieces.length; piece++) {
    const one = pieces[piece];
    for (let row = 0; row <= rows.length; row++) {
      const at = piece * height + row;
      const demand = rows[row];
      if (demand !== undefined) all.push([at, at + 1, demand.named ? -EMPTY_ROW : 0]);
      if (one !== undefined) all.push([at, at + height, -lossOf(one, promises)]);
      if (demand === undefined || one === undefined) continue;
      for (const { to, gain } of runsFrom(piece, row, pieces, demand, promises)) {
        all.push([at, to * height + row + 1, gain]);
      }
    }
  }
  return (visit, order) => {
    if (order === 'forwards') for (const [from, to, gain] of all) visit(from, to, gain);
    else for (let i = all.length - 1; i >= 0; i--) visit(...(all[i] ?? [0, 0, 0]));
  };
}

/** What is lost with a piece that no row takes: least with one that may be the number of a page. */
function lossOf(piece: ValuePiece, { firm }: Promises): number {
  if (piece.own !== undefined && firm) return OWN;
  if (piece.texts.every((text) => text === '')) return 0;
  return mayBePage(piece) ? LOST_NUMBER : LOST_LINE;
}

/** Whether a piece is a number alone that a page may have. */
export function mayBePage({ texts, numbers }: ValuePiece): boolean {
  const [number] = numbers.filter((each) => each !== undefined);
  const alone = texts.filter((text) => text !== '').length === 1;
  return alone && number !== undefined && Number.isInteger(number) && number > 0 && number < 1000;
}

/** The runs of pieces that a row may take from there on, with what each gains. */
function runsFrom(
  from: number,
  row: number,
  pieces: readonly ValuePiece[],
  demand: RowDemand,
  promises: Promises,
): { readonly to: number; readonly gain: number }[] {
  const runs: { to: number; gain: number }[] = [];
  const texts: string[] = [];
  const numbers: (number | undefined)[] = [];
  const worth = promises.firm ? OWN : OWN_LOOSELY;
  let evidence = 0;
  let singles = true;
  let own = false;
  let near = 0;
  let joints = 0;
  for (let to = from; to < pieces.length; to++) {
    const piece = pieces[to];
    if (piece === undefined || (piece.own !== undefined && piece.own !== row && (promises.firm || piece.own < 0)))
      break;
    texts.push(...piece.texts);
    numbers.push(...piece.numbers);
    singles &&= piece.texts.length === 1;
    own ||= piece.own === row;
    if (piece.own !== undefined) evidence += piece.own === row ? worth : -worth / 2;
    if (to > from && piece.apart) evidence -= ACROSS_LABEL;
    if (to > from) joints += piece.texts.length === 1 ? JOINED_NUMBER : JOINED;
    const fit = fitOf(texts, numbers, demand, { traced: promises.traced, own, joined: joints > 0 && !singles });
    if (fit === undefined) break;
    near = Math.max(near, piece.near.get(row) ?? 0);
    if (fit > NEVER) runs.push({ to: to + 1, gain: fit + evidence + near - (singles ? 0 : joints) });
    if (texts.filter((text) => text !== '').length >= demand.width) break;
  }
  return runs;
}

/** How well cells fit a row; undefined where there are more than it can have. */
function fitOf(
  texts: readonly string[],
  numbers: readonly (number | undefined)[],
  { width, summed }: RowDemand,
  { traced, own, joined }: { readonly traced: boolean; readonly own: boolean; readonly joined: boolean },
): number | undefined {
  const filled = texts.filter((text) => text !== '').length;
  if (filled === 0) return texts.length === width || own ? BLANK : undefined;
  if (filled > width) return own && !joined && filled === width + 1 ? OVERFULL : undefined;
  // A number alone for a row of several is likelier a page's.
  if (filled === 1 && width > 1 && !own && texts.length < width) return NEVER;
  const first = texts.findIndex((text) => text !== '');
  const last = texts.findLastIndex((text) => text !== '');
  const sum = summed && (filled === width || !traced) ? sumOf(numbers) : 0;
  if (texts.length === width) return (joined && !traced ? UNTRACED : FITS) + sum;
  if (texts.length > width)
    return last - first < width || filled === width ? TRIMMED + sum : own ? OVERFULL : undefined;
  return traced || (filled === 1 && summed) ? SHORT : UNTRACED + sum;
}

/** Whether the last number is the sum of the others, as evidence. */
function sumOf(numbers: readonly (number | undefined)[]): number {
  const present = numbers.filter((number) => number !== undefined);
  const total = present.at(-1) ?? 0;
  const parts = present.slice(0, -1).reduce((sum, number) => sum + number, 0);
  return parts === total ? SUM : -SUM;
}
