import { labelsOf } from '../../format/labels.ts';
import type { TableId } from '../../format/schema.ts';
import { isAmount } from '../../text/amount.ts';
import { fold } from '../../text/fold.ts';
import { memo } from '../../text/memo.ts';
import { type LineLayout, layouts } from '../layouts.ts';
import { type Look, lookAt, PROSE, SHORT } from './looks.ts';
import { isExact, type TextLine } from './pieces.ts';
import type { Source } from './source.ts';
import { layoutsOf } from './tokenizers.ts';

/** A run of lines that holds a table, or a part of one. */
export interface Region {
  /** The layouts that all of it may have, the likeliest first. */
  readonly layouts: readonly LineLayout[];
  readonly lines: readonly TextLine[];
  /** Index of its first piece. */
  readonly piece: number;
  /** The table that the heading or caption over it announces. */
  readonly expected: TableId | undefined;
}

/** A heading, or a caption, which a table may have at each of its parts. */
export interface Announcement {
  readonly kind: 'heading' | 'caption';
  readonly table: TableId | undefined;
}

/** Unknown short lines in a row after which a table is over. */
const MOST_STRANGERS = 12;
/** The same where a table is announced: its labels may stand apart, broken to pieces. */
const MOST_TORN = 40;

/** Number of blank lines from there on. */
function blanksAt(lines: readonly { readonly look: Look }[], from: number): number {
  let at = from;
  while (lines[at]?.look.kind === 'blank') at++;
  return at - from;
}

/** Lines that are being gathered. */
interface Gathering {
  readonly lines: { readonly line: TextLine; readonly look: Look }[];
  start: number;
  /** How many of the lines are known to belong to it. */
  kept: number;
  labels: number;
  /** Lines in a row that say nothing. */
  shorts: number;
  /** Whether one of them is a row of numbers. */
  numbers: boolean;
}

function gathering(): Gathering {
  return { lines: [], start: 0, kept: 0, labels: 0, shorts: 0, numbers: false };
}

/**
 * Finds the runs of lines that may hold a table. A run begins with a line that is or has an official label, ends
 * before a heading or prose, and keeps blank lines and broken labels inside. Where a table is announced, a row of
 * numbers without any label is enough.
 * @param announcements headings and captions, by the index of their piece
 */
export function findRegions(source: Source, announcements: ReadonlyMap<number, Announcement>): Region[] {
  const regions: Region[] = [];
  let open = gathering();
  let expected: TableId | undefined;
  const close = (): void => {
    if (open.labels > 0 || (expected !== undefined && open.numbers)) regions.push({ ...regionOf(open), expected });
    open = gathering();
  };
  for (const [index, piece] of source.pieces.entries()) {
    const announced = announcements.get(index);
    // A caption over a part of the table that is being read.
    if (announced?.kind === 'caption' && announced.table === expected) continue;
    // Text whose characters have no places of their own (entities in HTML) cannot hold cells.
    const exact = piece.kind === 'line' && isExact(piece);
    const look = !exact || announced !== undefined ? PROSE : lookAt(piece.text);
    if (piece.kind === 'table' || look.kind === 'prose') {
      close();
      if (announced !== undefined) expected = announced.table;
      continue;
    }
    if (open.lines.length === 0) {
      if (!begins(look, expected !== undefined)) continue;
      open.start = index;
    }
    if (!gather(piece, look, open, expected === undefined ? MOST_STRANGERS : MOST_TORN)) close();
  }
  close();
  return regions;
}

/** Whether a region can begin with a line. */
function begins({ kind }: Look, announced: boolean): boolean {
  return (
    kind === 'label' || kind === 'labels' || kind === 'cells' || (announced && (kind === 'value' || kind === 'head'))
  );
}

/** Adds a line; false where too many in a row have said nothing. */
function gather(line: TextLine, look: Look, open: Gathering, most: number): boolean {
  open.lines.push({ line, look });
  if (look.kind === 'blank' && look.tabs === 0) return true;
  if (look.kind === 'short') {
    open.shorts++;
    return open.shorts <= most;
  }
  const { kind } = look;
  if (kind === 'label' || kind === 'labels' || (kind === 'cells' && open.labels < 2 && hasLabel(line.text)))
    open.labels++;
  open.numbers ||= isRowOfNumbers(line.text);
  open.kept = open.lines.length;
  open.shorts = 0;
  return true;
}

function regionOf({ lines, kept, start }: Gathering): Omit<Region, 'expected'> {
  const inside = lines.slice(0, kept);
  const possible = layoutsOf(inside.map(({ look }) => look));
  // Where empty lines may be blank cells, those behind the last number count too.
  const behind = layouts[possible[0]].blankLines ? lines.slice(kept, kept + blanksAt(lines, kept)) : [];
  return { layouts: possible, lines: [...inside, ...behind].map(({ line }) => line), piece: start };
}

/** Numbers that a line of values has at least, to be a row without any label. */
const FEWEST_NUMBERS = 5;

/** Whether a line is a row of values alone: `| 0 | 1 | 0 | 3 | 4 |`. */
const isRowOfNumbers = memo((text: string): boolean => {
  const cells = text.split(/[|\s]+/).filter((cell) => cell !== '');
  return cells.length >= FEWEST_NUMBERS && cells.every(isAmount);
});

/** Whether a line of several cells holds an official label. */
const hasLabel = memo((text: string): boolean => {
  return (
    text.split(/[\t|]|\s{2,}/).some((cell) => cell.length > 1 && labelsOf(fold(cell)) !== undefined) ||
    (/\s/.test(text) && text.length < 2 * SHORT && labelsOf(fold(text.replace(/[\s\d./—-]+$/, ''))) !== undefined)
  );
});
