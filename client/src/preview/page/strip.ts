import { type Content, type Finding, type PageWords, type Severity, severities } from '../messages.ts';
import { itemId } from './blocks.ts';
import { button, element, fill } from './dom.ts';

/** The list of findings under the report. */
export interface Strip {
  readonly element: HTMLElement;
  readonly update: (content: Content | undefined) => void;
  /** Shows a finding's item. */
  readonly show: (index: number) => void;
}

/** What the strip asks the page to do, and what it keeps. */
export interface StripActions {
  readonly reveal: (finding: Finding) => void;
  readonly fix: (finding: Finding, title: string) => void;
  readonly fixAll: () => void;
  readonly save: (state: StripState) => void;
}

export interface StripState {
  readonly hidden: readonly Severity[];
  readonly open: boolean;
}

/** A strip without findings; it lists those whose severity is not filtered out. */
export function makeStrip(words: PageWords, saved: StripState, actions: StripActions): Strip {
  const hidden = new Set(saved.hidden);
  let open = saved.open;
  let content: Content | undefined;
  let chosen: number | undefined;
  const list = element('ol', { class: 'findings', id: 'findings' });
  const none = element('p', { class: 'none' }, words.none);
  const toggle = button('', { class: 'toggle', 'aria-controls': 'findings', 'aria-label': words.list }, () => {
    open = !open;
    save();
  });
  const all = button(words.fixAll, { class: 'fix all' }, actions.fixAll);
  const filters = severities.map((severity) => {
    const count = element('span', { class: 'count' }, '0');
    const made = button('', { class: `filter ${severity}` }, () => {
      if (!hidden.delete(severity)) hidden.add(severity);
      save();
    });
    made.append(element('span', { class: 'sign', 'aria-hidden': 'true' }), words.severities[severity], ' ', count);
    return { severity, made, count };
  });
  const save = (): void => {
    actions.save({ hidden: [...hidden], open });
    paint();
  };
  const paint = (): void => {
    toggle.setAttribute('aria-expanded', String(open));
    for (const { severity, made, count } of filters) {
      made.setAttribute('aria-pressed', String(!hidden.has(severity)));
      count.textContent = String(content?.counts[severity] ?? 0);
    }
    const findings = content?.findings ?? [];
    all.hidden = !findings.some(({ fixes }) => fixes.length > 0);
    list.hidden = !open || findings.length === 0;
    none.hidden = !open || findings.length > 0 || content === undefined;
    for (const item of list.children) {
      const { severity } = findings[Number(item.getAttribute('data-index'))] ?? {};
      if (item instanceof HTMLElement) item.hidden = severity === undefined || hidden.has(severity);
    }
  };
  const itemOf = (finding: Finding, index: number): HTMLElement => {
    const place = button('', { class: 'place' }, () => actions.reveal(finding));
    place.append(
      element('span', { class: 'sign', 'aria-hidden': 'true' }),
      element('span', { class: 'hidden' }, `${words.severities[finding.severity]} `),
      element('span', { id: itemId(index) }, fill(words.place, finding.line + 1, finding.message)),
    );
    const fixes = finding.fixes.map((title) =>
      button(fill(words.fix, title), { class: 'fix' }, () => actions.fix(finding, title)),
    );
    return element(
      'li',
      { class: finding.severity, 'data-index': String(index) },
      place,
      element('div', { class: 'fixes' }, ...fixes),
    );
  };
  const strip = element(
    'section',
    { class: 'strip', 'aria-label': words.findings },
    element(
      'div',
      { class: 'filters', role: 'group', 'aria-label': words.filter },
      ...filters.map(({ made }) => made),
      all,
      toggle,
    ),
    none,
    list,
  );
  paint();
  return {
    element: strip,
    update: (next) => {
      const changed = JSON.stringify(next?.findings) !== JSON.stringify(content?.findings);
      content = next;
      if (changed) updateItems(list, content?.findings ?? [], itemOf);
      paint();
    },
    show: (index) => {
      list.children[chosen ?? -1]?.classList.remove('chosen');
      chosen = index;
      const item = list.children[index];
      item?.classList.add('chosen');
      item?.scrollIntoView({ block: 'nearest' });
    },
  };
}

/** Makes the list show the findings; the focus stays at its place in it. */
function updateItems(
  list: HTMLElement,
  findings: readonly Finding[],
  itemOf: (finding: Finding, index: number) => HTMLElement,
): void {
  const focused = [...list.children].findIndex((item) => item.contains(document.activeElement));
  list.replaceChildren(...findings.map(itemOf));
  const next = list.children[Math.min(focused, list.children.length - 1)];
  if (focused >= 0) next?.querySelector('button')?.focus();
}
