import { countWhile } from '../../../../server/src/text/search.ts';
import type { Shown } from './blocks.ts';
import { element } from './dom.ts';

/** Heights on the page, in pixels. */
interface Measures {
  readonly sheet: number;
  readonly gap: number;
  readonly top: number;
  readonly bottom: number;
  readonly line: number;
}

/** Takes back what `layOut` did. */
export function takeBack(shown: readonly Shown[], papers: HTMLElement): void {
  papers.replaceChildren();
  for (const { element: block } of shown) {
    block.style.marginTop = '';
    const breaks = block.querySelectorAll('.break');
    for (const each of breaks) each.remove();
    if (breaks.length > 0) block.normalize();
  }
}

/**
 * Lays the blocks out on A4 sheets: what does not fit goes to the next one, paragraphs line by line, headings with what
 * follows them. A table that is higher than a sheet makes its sheet longer.
 * @param papers gets the sheets, which lie under the blocks
 * @param ruler an element as high as a sheet, with the margins of the page as its padding
 */
export function layOut(root: HTMLElement, shown: readonly Shown[], papers: HTMLElement, ruler: HTMLElement): void {
  takeBack(shown, papers);
  const measures = measuresOf(root, ruler);
  const origin = root.getBoundingClientRect().top;
  const natural = shown.map(({ element: block }) => {
    const { top, bottom } = block.getBoundingClientRect();
    const style = getComputedStyle(block);
    return { top: top - origin, bottom: bottom - origin, margin: Number.parseFloat(style.marginTop) || 0 };
  });
  const sheets: { top: number; height: number }[] = [{ top: 0, height: measures.sheet }];
  const changes: (() => void)[] = [];
  let shift = 0;
  /** Begins a sheet. @returns where its text begins */
  const turn = (): number => {
    const last = sheets.at(-1) ?? { top: 0, height: 0 };
    const top = last.top + last.height + measures.gap;
    sheets.push({ top, height: measures.sheet });
    return top + measures.top;
  };
  const end = (): number => (sheets.at(-1)?.top ?? 0) + (sheets.at(-1)?.height ?? 0) - measures.bottom;
  const begin = (): number => (sheets.at(-1)?.top ?? 0) + measures.top;

  const full = measures.sheet - measures.top - measures.bottom;
  /** What has to be on one sheet: headings with a line of what follows them, or with the whole table. */
  const neededFrom = (index: number): number => {
    const top = natural[index]?.top ?? 0;
    const next = shown.findIndex(({ element: each }, at) => at >= index && !/^H[1-6]$/.test(each.tagName));
    const heads = (natural[next < 0 ? shown.length - 1 : next - 1]?.bottom ?? top) - top;
    const whole = (natural[next]?.bottom ?? top + heads) - top;
    const isTable = shown[next]?.element.classList.contains('table') === true;
    return isTable && whole <= full ? whole : heads + measures.line;
  };
  shown.forEach(({ element: block }, index) => {
    const place = natural[index];
    if (place === undefined) return;
    const height = place.bottom - place.top;
    const needed = block.tagName.startsWith('H') ? neededFrom(index) : height;
    let top = place.top + shift;
    if (top + needed > end() + 1) {
      const lines = block.tagName === 'P' ? Math.floor((end() - top + 1) / measures.line) : 0;
      if (lines >= 1) {
        shift += splitLines(block, top, lines);
        return;
      }
      if (top > begin() + 1) {
        const delta = turn() - top;
        changes.push(() => {
          block.style.marginTop = `${place.margin + delta}px`;
        });
        shift += delta;
        top += delta;
      }
      if (block.tagName === 'P' && top + height > end() + 1) {
        shift += splitLines(block, top, Math.floor((end() - top + 1) / measures.line));
        return;
      }
      const sheet = sheets.at(-1);
      if (sheet !== undefined && top + height > end()) sheet.height += top + height - end();
    }
  });
  for (const change of changes) change();
  papers.replaceChildren(
    ...sheets.map(({ top, height }, index) => {
      const paper = element(
        'div',
        { class: index % 2 === 0 ? 'paper' : 'paper even' },
        element('span', {}, `— ${index + 1} —`),
      );
      paper.style.top = `${top}px`;
      paper.style.height = `${height}px`;
      return paper;
    }),
  );
  const last = sheets.at(-1) ?? { top: 0, height: 0 };
  root.style.minHeight = `${last.top + last.height}px`;

  /** Breaks a paragraph after some of its lines, and further where a whole sheet is full. @returns its growth */
  function splitLines(block: HTMLElement, top: number, firstLines: number): number {
    const all = Math.round(block.getBoundingClientRect().height / measures.line);
    const perSheet = Math.max(1, Math.floor((full + 1) / measures.line));
    let grown = 0;
    const breaks: { readonly line: number; readonly height: number }[] = [];
    for (let line = firstLines; line < all; line += perSheet) {
      const from = top + grown + line * measures.line;
      const height = turn() - from;
      breaks.push({ line, height });
      grown += height;
    }
    changes.push(() => {
      // Where it is by now: what comes before it has been moved.
      const from = block.getBoundingClientRect().top;
      const points = breaks.map(({ line }) => startOfLine(block, from + line * measures.line));
      points.reverse().forEach((point, index) => {
        const height = breaks[breaks.length - 1 - index]?.height ?? 0;
        if (point === undefined) return;
        const gap = element('span', { class: 'break', 'aria-hidden': 'true' });
        gap.style.height = `${height}px`;
        point.insertNode(gap);
      });
    });
    return grown;
  }
}

function measuresOf(root: HTMLElement, ruler: HTMLElement): Measures {
  const style = getComputedStyle(ruler);
  return {
    sheet: ruler.getBoundingClientRect().height,
    gap: Number.parseFloat(getComputedStyle(root).rowGap) || Number.parseFloat(style.marginBottom) || 0,
    top: Number.parseFloat(style.paddingTop),
    bottom: Number.parseFloat(style.paddingBottom),
    line: Number.parseFloat(style.lineHeight),
  };
}

/** The place before the first character of a line of a paragraph, found by its height. */
function startOfLine(block: HTMLElement, height: number): Range | undefined {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const nodes: { readonly node: Text; readonly at: number }[] = [];
  let length = 0;
  for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
    nodes.push({ node, at: length });
    length += node.length;
  }
  const rangeAt = (offset: number): Range | undefined => {
    const entry = nodes.findLast(({ at }) => at <= offset);
    if (entry === undefined) return undefined;
    const range = document.createRange();
    range.setStart(entry.node, offset - entry.at);
    range.setEnd(entry.node, Math.min(entry.node.length, offset - entry.at + 1));
    return range;
  };
  const offsets = Array.from({ length }, (_, offset) => offset);
  const offset = countWhile(offsets, (each) => {
    const box = rangeAt(each)?.getBoundingClientRect();
    return box === undefined || (box.top + box.bottom) / 2 < height;
  });
  if (offset >= length) return undefined;
  const range = rangeAt(offset);
  range?.collapse(true);
  return range;
}
