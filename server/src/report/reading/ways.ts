import { tableOf } from '../../format/formats.ts';
import type { TableId } from '../../format/schema.ts';
import { isAmount } from '../../text/amount.ts';
import { memoIn, recurring, TABLES } from '../../text/memo.ts';
import type { Layout } from '../layouts.ts';
import type { Cell } from '../model.ts';
import type { AnchoredTable } from './anchored.ts';
import { anchor } from './anchors.ts';
import type { Reading } from './cells.ts';
import { cellsOf, type FoundRow, type PlacedDraft } from './drafts.ts';
import { isSummed, sumOf } from './fit.ts';
import { formatsTold } from './formats.ts';
import { keyOfLines, linesOfKey } from './lineKeys.ts';
import type { TablePiece, TextLine } from './pieces.ts';
import type { Region } from './regions.ts';
import { sortRows } from './rows.ts';
import { readingsOf } from './tokenizers.ts';

/** One way to read a place. */
interface Way {
  readonly layout: Layout;
  readonly reading: Reading;
  readonly anchored: readonly AnchoredTable[];
  /** How well the rows come out; of no account where there is no other way. */
  readonly fit: number;
}

/** A place that holds tables, with every way to read it; what is read in it counts from its offset. */
interface Place {
  readonly piece: number;
  readonly offset: number;
  readonly ways: readonly Way[];
}

/**
 * Reads every place that may hold tables. What its signs allow is a hypothesis each; how well the rows come out
 * chooses between them.
 */
export function readDrafts(
  regions: readonly Region[],
  tables: readonly { readonly piece: number; readonly table: TablePiece; readonly expected: TableId | undefined }[],
): PlacedDraft[] {
  const places = [
    ...regions.map(placeOf),
    ...tables.map(({ piece, table, expected }): Place => {
      const anchored = anchor(table.rows, 'html', expected);
      return { piece, offset: 0, ways: [{ layout: 'html', reading: table.rows, anchored, fit: 0 }] };
    }),
  ].sort((a, b) => a.piece - b.piece);
  const overall = overallFits(places);
  return places.flatMap((place) => {
    const way = bestWay(place, overall);
    if (way === undefined) return [];
    const { layout, reading, anchored } = way;
    const { piece, offset } = place;
    return anchored.map((table) => ({ anchored: table, reading, layout, piece, offset }));
  });
}

function placeOf({ piece, layouts, lines, expected }: Region): Place {
  const key = keyOfLines(lines);
  const context = { layouts, expected };
  if (!hasCome(key)) return { piece, offset: 0, ways: waysOf(lines, context) };
  return { piece, offset: lines[0]?.span.start ?? 0, ways: waysToRead(key, context) };
}

const hasCome = recurring(TABLES);

type Context = Pick<Region, 'layouts' | 'expected'>;

/** The ways to read the lines of a key. Of a draft that is typed in, most tables have been read before. */
const waysToRead: (key: string, context: Context) => readonly Way[] = memoIn(
  (key, context) => waysOf(linesOfKey(key), context),
  ({ layouts, expected }) => `${layouts.join()} ${expected}`,
  TABLES,
);

function waysOf(lines: readonly TextLine[], { layouts, expected }: Context): readonly Way[] {
  const hypotheses = layouts.flatMap((layout) => readingsOf(lines, layout).map((reading) => ({ layout, reading })));
  const single = hypotheses.length === 1;
  return hypotheses.map(({ layout, reading }): Way => {
    const anchored = anchor(reading, layout, expected);
    return { layout, reading, anchored, fit: single ? 0 : fitOf(anchored, reading, layout) };
  });
}

/** For places that can be read in the same ways, how well each way comes out in all of them. */
type OverallFits = ReadonlyMap<string, readonly number[]>;

function overallFits(places: readonly Place[]): OverallFits {
  const sums = new Map<string, number[]>();
  for (const { ways } of places) {
    if (ways.length < 2) continue;
    const sum = sums.get(signatureOf(ways)) ?? ways.map(() => 0);
    ways.forEach(({ fit }, i) => {
      sum[i] = (sum[i] ?? 0) + fit;
    });
    sums.set(signatureOf(ways), sum);
  }
  return sums;
}

function signatureOf(ways: readonly Way[]): string {
  return ways.map(({ layout }) => layout).join(' ');
}

/** The way in which most cells come out, here and in the document's other tables. */
function bestWay({ ways }: Place, overall: OverallFits): Way | undefined {
  if (ways.length < 2) return ways[0];
  const everywhere = overall.get(signatureOf(ways)) ?? [];
  const most = ways.reduce((best, { fit }) => Math.max(best, fit), Number.NEGATIVE_INFINITY);
  // A document is written in one way: of ways that are nearly as good, that of its other tables.
  const worth = (index: number): number => {
    const fit = ways[index]?.fit ?? 0;
    return fit < most - ALIKE * Math.abs(most) ? Number.NEGATIVE_INFINITY : fit + (everywhere[index] ?? 0);
  };
  return ways.reduce((best, way, index) => (worth(index) > worth(ways.indexOf(best)) ? way : best));
}

/** Part of the best fit by which another may fall short. */
const ALIKE = 0.3;

/** Cells in rows that have exactly as many as they should, less the numbers in no row, in the format that fits best. */
function fitOf(anchored: readonly AnchoredTable[], reading: Reading, layout: Layout): number {
  return anchored.reduce((sum, table) => {
    const fits = formatsTold([table]).map((format) => {
      const { found, faults } = sortRows(tableOf(format, table.table), [{ anchored: table, reading, layout }]);
      const lost = faults.extraRows.reduce((count, { cells }) => count + numbersIn(cells), 0);
      return found.reduce((fit, row) => fit + fitOfRow(row), 0) - lost;
    });
    return sum + Math.max(...fits);
  }, 0);
}

/**
 * Cells of a row that has as many as it should, half of them where its order told; less those of one that is open or
 * has too many.
 */
function fitOfRow({ shape, row, ways }: FoundRow): number {
  const width = shape.slots.length;
  const cells = cellsOf(row, width);
  const first = cells.findIndex(({ text }) => text !== '');
  if (cells.length === 0) return -1;
  if (first < 0 && cells.length !== width) return 0;
  if (ways.length > 0) return -numbersIn(cells);
  const filled = first < 0 ? width : cells.findLastIndex(({ text }) => text !== '') - first + 1;
  if (cells.length < width || filled > width) return Math.min(0, width - filled);
  if (cells.length > width) return (3 * width) / 4;
  const sum = isSummed(shape) ? sumOf(cells) : undefined;
  if (sum === 'holds') return width;
  if (sum === 'fails') return 0;
  return row.kind === 'values' && shape.head !== undefined ? width / 2 : width;
}

function numbersIn(cells: readonly Cell[]): number {
  return cells.filter(({ text }) => isAmount(text)).length;
}
