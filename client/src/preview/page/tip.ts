import type { Content, PageWords } from '../messages.ts';
import { blockAround, indicesOf, type Shown } from './blocks.ts';
import { element } from './dom.ts';

/** Shows the messages of a mark while the pointer is over it or the focus on it; Escape puts them away. */
export function showTips(
  words: PageWords,
  current: () => { readonly shown: readonly Shown[]; readonly content: Content | undefined },
): HTMLElement {
  const tip = element('div', { class: 'tip', role: 'tooltip', hidden: '' });
  let owner: Element | undefined;
  const show = (mark: Element): void => {
    const { shown, content } = current();
    const around = blockAround(shown, mark);
    const findings = around === undefined ? [] : indicesOf(mark, around.block.findings);
    const lines = findings.flatMap((index) => content?.findings[index] ?? []);
    if (lines.length === 0) return;
    owner = mark;
    tip.replaceChildren(
      ...lines.map(({ severity, message }) =>
        element('p', { class: severity }, element('b', {}, words.severities[severity]), ` ${message}`),
      ),
    );
    tip.hidden = false;
    place();
  };
  const place = (): void => {
    const box = owner?.getBoundingClientRect();
    if (box === undefined) return;
    const { width, height } = tip.getBoundingClientRect();
    const below = box.bottom + height + 8 <= window.innerHeight;
    tip.style.left = `${Math.max(8, Math.min(box.left, window.innerWidth - width - 8))}px`;
    tip.style.top = `${below ? box.bottom + 2 : Math.max(8, box.top - height - 2)}px`;
  };
  const hide = (): void => {
    owner = undefined;
    tip.hidden = true;
  };
  const markOf = (target: EventTarget | null): Element | null =>
    target instanceof Element ? target.closest('mark.finding') : null;
  document.addEventListener('mouseover', ({ target }) => {
    const mark = markOf(target);
    if (mark !== null) show(mark);
    else if (!(target instanceof Node && tip.contains(target)) && document.activeElement !== owner) hide();
  });
  document.addEventListener('focusin', ({ target }) => {
    const mark = markOf(target);
    if (mark === null) hide();
    else if (mark.matches(':focus-visible')) show(mark);
  });
  document.addEventListener('scroll', place, true);
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') hide();
  });
  return tip;
}
