import type { Shown } from './blocks.ts';
import { numberIn } from './dom.ts';

/** Something on the page that shows lines of the draft: a block, or a row of a table. */
interface Anchor {
  readonly from: number;
  /** Line behind its last one. */
  readonly to: number;
  readonly top: number;
  readonly bottom: number;
}

/** Blocks and rows from top to bottom, their lines never falling; heights in the scrolled page. */
function anchorsOf(shown: readonly Shown[], scroller: HTMLElement): Anchor[] {
  const shift = scroller.scrollTop - scroller.getBoundingClientRect().top;
  const found: Anchor[] = [];
  const add = (element: Element, from: number, to: number): void => {
    const { top, bottom } = element.getBoundingClientRect();
    const last = found.at(-1);
    if (last !== undefined && (from < last.from || top + shift < last.top)) return;
    found.push({ from, to: Math.max(from, to) + 1, top: top + shift, bottom: bottom + shift });
  };
  for (const { block, element } of shown) {
    const rows = [...element.querySelectorAll('tr[data-line]')];
    if (rows.length === 0) add(element, block.line, block.endLine);
    for (const row of rows) {
      const from = block.line + (numberIn(row, 'line') ?? 0);
      add(row, from, block.line + (numberIn(row, 'end-line') ?? 0));
    }
  }
  return found;
}

/** How far the page has to be scrolled for a line of the draft to be its first one. */
export function heightOf(line: number, shown: readonly Shown[], scroller: HTMLElement): number {
  const anchors = anchorsOf(shown, scroller);
  const at = anchors.findLastIndex(({ from }) => from <= line);
  const here = anchors[at];
  if (here === undefined || (at === 0 && line <= here.from)) return 0;
  const next = anchors[at + 1];
  const to = Math.min(here.to, next?.from ?? here.to);
  if (line < to) return here.top + ((line - here.from) / (to - here.from)) * (here.bottom - here.top);
  if (next === undefined) return here.bottom;
  const part = (line - to) / Math.max(1, next.from - to);
  return here.bottom + part * (next.top - here.bottom);
}

/** The line of the draft that is the page's first one, with the part of it that is out of sight. */
export function lineAt(height: number, shown: readonly Shown[], scroller: HTMLElement): number {
  const anchors = anchorsOf(shown, scroller);
  // What the browser rounds must not turn a row into the one before.
  const at = anchors.findLastIndex(({ top }) => top <= height + 1);
  const here = anchors[at];
  if (here === undefined) return 0;
  const next = anchors[at + 1];
  const to = Math.min(here.to, next?.from ?? here.to);
  if (height < here.bottom || next === undefined) {
    const part = Math.min(1, Math.max(0, height - here.top) / Math.max(1, here.bottom - here.top));
    return Math.min(here.from + part * (to - here.from), Math.max(here.from, to - 0.01));
  }
  return to + ((height - here.bottom) / Math.max(1, next.top - here.bottom)) * Math.max(0, next.from - to);
}
