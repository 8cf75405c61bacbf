import type { Span } from '../../text/span.ts';
import { htmlPieces } from './html.ts';
import { type Piece, placedAt } from './pieces.ts';

/** A stretch of HTML in a text that is no page, with what stands in it. */
export interface Fragment {
  readonly span: Span;
  readonly pieces: readonly Piece[];
}

/** What an HTML table begins with; its rows and cells may have lost the `<table>` around them. */
const OPENING = /<(?:table|thead|tbody|tfoot|tr|td|th)(?=[\s>])/gi;

/** The stretches of a Markdown or plain text that hold tables of HTML, in its order; what is no such table stays text. */
export function fragmentsIn(text: string): Fragment[] {
  const fragments: Fragment[] = [];
  if (!text.includes('<')) return fragments;
  const closings = closingsIn(text);
  let end = 0;
  for (const { index: start } of text.matchAll(OPENING)) {
    if (start < end) continue;
    end = closings.get(start) ?? endOfParts(text, start);
    const pieces = htmlPieces(text.slice(start, end));
    if (!pieces.some(({ kind }) => kind === 'table')) continue;
    fragments.push({ span: { start, end }, pieces: pieces.map((piece) => placedAt(piece, start)) });
  }
  return fragments;
}

const TABLE = /<(\/?)table(?=[\s>])[^<>]*>?/gi;

/** By offset of each table its end, behind its closing tag; those that are never closed have none. */
function closingsIn(text: string): ReadonlyMap<number, number> {
  const closings = new Map<number, number>();
  const open: number[] = [];
  for (const { 0: tag, 1: slash, index } of text.matchAll(TABLE)) {
    if (slash !== '/') open.push(index);
    else {
      const start = open.pop();
      if (start !== undefined) closings.set(start, index + tag.length);
    }
  }
  return closings;
}

/** Most characters of a cell whose closing tag is waited for. */
const LONGEST_CELL = 2000;
const PART = /<(\/?)(?:thead|tbody|tfoot|tr|td|th|table)(?=[\s>])[^<>]*>/gi;

/** Offset after the last of the rows and cells that begin at an offset: between them nothing stands but tags. */
function endOfParts(text: string, from: number): number {
  const tag = new RegExp(PART);
  tag.lastIndex = from;
  let end = from + 1;
  let inside = false;
  for (let match = tag.exec(text); match !== null; match = tag.exec(text)) {
    const between = text.slice(end, Math.min(match.index, end + LONGEST_CELL));
    const goesOn = inside
      ? match.index - end < LONGEST_CELL && !/\n[ \t]*\r?\n/.test(between)
      : /^(?:\s|<[^<>]*>)*$/.test(between);
    if (end === from + 1 ? match.index !== from : !goesOn) break;
    end = tag.lastIndex;
    inside = match[1] !== '/';
  }
  // A cell that is cut off ends with its line.
  return inside ? end + (/^\s*[^\r\n]*/.exec(text.slice(end, end + LONGEST_CELL))?.[0].length ?? 0) : end;
}
