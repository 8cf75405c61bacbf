import { labelsOf } from '../../format/labels.ts';
import { fold } from '../../text/fold.ts';
import { memo } from '../../text/memo.ts';
import { type LineLayout, layouts } from '../layouts.ts';
import { type Look, lookAt, PROSE, SHORT } from './looks.ts';
import { isExact, type TextLine } from './pieces.ts';
import type { Source } from './source.ts';
import { layoutOf } from './tokenizers.ts';

/** A run of lines that holds official labels, with the one layout that all of it has. */
export interface Region {
  readonly layout: LineLayout;
  readonly lines: readonly TextLine[];
  /** Index of its first piece. */
  readonly piece: number;
}

/** Unknown short lines in a row after which a table is over. */
const MOST_STRANGERS = 12;

/** Number of blank lines from there on. */
function blanksAt(lines: readonly { readonly look: Look }[], from: number): number {
  let at = from;
  while (lines[at]?.look.kind === 'blank') at++;
  return at - from;
}

/**
 * Finds the runs of lines that may hold a table. A run begins with a line that is or has an official label, ends
 * before a heading or prose, and keeps blank lines and broken labels inside.
 * @param headings indexes of pieces that read like section headings
 */
export function findRegions(source: Source, headings: ReadonlySet<number>): Region[] {
  const regions: Region[] = [];
  let lines: { line: TextLine; look: Look }[] = [];
  let start = 0;
  let kept = 0;
  let labels = 0;
  let shorts = 0;
  const close = (): void => {
    const inside = lines.slice(0, kept);
    if (labels > 0) {
      const layout = layoutOf(inside.map(({ look }) => look));
      // Where empty lines may be blank cells, those behind the last number count too.
      const behind = layouts[layout].blankLines ? lines.slice(kept, kept + blanksAt(lines, kept)) : [];
      regions.push({ layout, lines: [...inside, ...behind].map(({ line }) => line), piece: start });
    }
    lines = [];
    kept = 0;
    labels = 0;
    shorts = 0;
  };
  for (const [index, piece] of source.pieces.entries()) {
    // Text whose characters have no places of their own (entities in HTML) cannot hold cells.
    const exact = piece.kind === 'line' && isExact(piece);
    const look = !exact || headings.has(index) ? PROSE : lookAt(piece.text);
    if (piece.kind === 'table' || look.kind === 'prose') {
      close();
      continue;
    }
    if (lines.length === 0) {
      if (look.kind !== 'label' && look.kind !== 'labels' && look.kind !== 'cells') continue;
      start = index;
    }
    lines.push({ line: piece, look });
    if (look.kind === 'blank' && look.tabs === 0) continue;
    if (look.kind === 'short') {
      shorts++;
      if (shorts > MOST_STRANGERS) close();
      continue;
    }
    if (
      look.kind === 'label' ||
      look.kind === 'labels' ||
      (look.kind === 'cells' && labels < 2 && hasLabel(piece.text))
    )
      labels++;
    kept = lines.length;
    shorts = 0;
  }
  close();
  return regions;
}

/** Whether a line of several cells holds an official label. */
const hasLabel = memo((text: string): boolean => {
  return (
    text.split(/[\t|]|\s{2,}/).some((cell) => cell.length > 1 && labelsOf(fold(cell)) !== undefined) ||
    (/\s/.test(text) && text.length < 2 * SHORT && labelsOf(fold(text.replace(/[\s\d./—-]+$/, ''))) !== undefined)
  );
});
