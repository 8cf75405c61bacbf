/*
 * The rows of a table whose values stand apart from their labels: lines of values and rows of the format are two
 * sequences in one order, aligned as a whole (Needleman–Wunsch over runs). Labels on the lines themselves are fixed
 * points; between them the number of cells, the sums of rows and the labels around weigh. Pure: knows no text.
 */

import { EMPTY_ROW, lossOf, NEVER, type Promises, type RowDemand, runsFrom, type ValuePiece } from './fit.ts';

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

/**
 * Readings that are worse than the best by no more than this are as good as it: no knowledge is taken from them. Where
 * blank rows leave no trace, labels tell less of where values belong.
 */
const SLACK = 2;
const SLACK_WITHOUT_TRACE = 4;
/** More pieces than the lines of a long table, one cell each: then nothing is put in order. */
const MOST_PIECES = 400;

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
  const slack = promises.whole ? SLACK : SLACK_WITHOUT_TRACE;
  const found = rows.map(() => new Map<string, Run | undefined>());
  const left = new Set<number>();
  steps((from, to, gain) => {
    if ((before[from] ?? 0) + gain + (behind[to] ?? 0) < best - slack) return;
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
