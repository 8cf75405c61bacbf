import type { Block } from '../messages.ts';
import { numberIn } from './dom.ts';

/** A block on the page. */
export interface Shown {
  readonly block: Block;
  readonly element: HTMLElement;
}

/**
 * Makes an element show the blocks. Elements whose block is the same stay as they are: nothing flashes, focus and
 * selection in them last.
 */
export function patch(root: HTMLElement, before: readonly Shown[], blocks: readonly Block[]): Shown[] {
  const known = new Map(before.map(({ block, element }) => [block.key, element]));
  const keys = new Set(blocks.map(({ key }) => key));
  for (const [key, element] of known) if (!keys.has(key)) element.remove();
  let next = root.firstElementChild;
  return blocks.map((block) => {
    const element = known.get(block.key) ?? parse(block.html);
    if (element === next) next = next.nextElementSibling;
    else root.insertBefore(element, next);
    describe(element, block);
    return { block, element };
  });
}

/** The element of a block's HTML, which the server wrote and escaped. */
function parse(html: string): HTMLElement {
  const template = document.createElement('template');
  template.innerHTML = html;
  const root = template.content.firstElementChild;
  const element = root instanceof HTMLElement ? root : document.createElement('p');
  element.classList.add('block');
  return element;
}

/** Ties the marks of a block to the findings in the list. */
function describe(element: HTMLElement, { findings }: Block): void {
  for (const mark of element.querySelectorAll('mark[role]')) {
    mark.setAttribute('aria-describedby', indicesOf(mark, findings).map(itemId).join(' '));
  }
}

/** The findings of a mark, as indices into the content's. */
export function indicesOf(mark: Element, findings: Block['findings']): number[] {
  const local = (mark.getAttribute('data-finding') ?? '').split(' ').map(Number);
  return local.flatMap((index) => findings[index] ?? []);
}

/** Id of a finding's item in the list. */
export function itemId(index: number): string {
  return `finding-${index}`;
}

/** The block that an element of the page is in. */
export function blockAround(shown: readonly Shown[], target: Node): Shown | undefined {
  return shown.find(({ element }) => element.contains(target));
}

/** The place in the draft of an element: its own, or that of the block around it. */
export function placeOf(
  { block, element }: Shown,
  target: Element,
): { readonly start: number; readonly end: number; readonly exact: Element } {
  const exact = target.closest('[data-start]');
  if (exact === null || !element.contains(exact)) return { start: block.start, end: block.start, exact: element };
  const start = block.start + (numberIn(exact, 'start') ?? 0);
  return { start, end: block.start + (numberIn(exact, 'end') ?? 0), exact };
}

/** The block that a place of the draft is in, and the row of the table: that with the place, else that of the line. */
export function elementsAt(shown: readonly Shown[], offset: number, line: number): readonly HTMLElement[] {
  const around = shown.filter(({ block }) => block.start <= offset && offset <= block.end);
  const nearest = around.at(-1) ?? shown.findLast(({ block }) => block.start <= offset);
  if (nearest === undefined) return [];
  const rows = [...nearest.element.querySelectorAll<HTMLElement>('tr[data-start]')];
  const within = (row: Element, from: string, to: string, at: number): boolean =>
    (numberIn(row, from) ?? 0) <= at && at <= (numberIn(row, to) ?? 0);
  const row =
    rows.find((each) => within(each, 'start', 'end', offset - nearest.block.start)) ??
    rows.find((each) => within(each, 'line', 'end-line', line - nearest.block.line));
  return row === undefined ? [nearest.element] : [nearest.element, row];
}
