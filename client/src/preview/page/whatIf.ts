import type { FromPage, PageWords, ToPage } from '../messages.ts';
import { element } from './dom.ts';

/** Tries figures in cells of the preview. */
export interface Trial {
  readonly element: HTMLElement;
  /** Lets the user write into a cell. */
  readonly start: (cell: HTMLElement) => void;
  /** Takes the server's answer. */
  readonly answer: (message: ToPage & { readonly type: 'whatIf' }) => void;
  readonly stop: () => void;
}

interface Actions {
  readonly ask: (message: FromPage) => void;
  readonly placeOf: (cell: HTMLElement) => { readonly start: number; readonly end: number } | undefined;
}

/** Milliseconds after the last keystroke until the server is asked. */
const REST = 120;

/**
 * A field over a cell, and under it what the figure in it would break and fix. Enter writes it into the draft, Escape
 * and leaving the field do not.
 */
export function tryFigures(words: PageWords, { ask, placeOf }: Actions): Trial {
  const field = element('input', {
    type: 'text',
    'aria-label': words.whatIf,
    'aria-describedby': 'trial',
    autocomplete: 'off',
  });
  const result = element('div', { id: 'trial', role: 'status', 'aria-live': 'polite' });
  const box = element('div', { class: 'trial', hidden: '' }, field, result);
  let cell: HTMLElement | undefined;
  let turn = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let answered: (ToPage & { readonly type: 'whatIf' })['answer'];

  const stop = (): void => {
    clearTimeout(timer);
    turn++;
    cell = undefined;
    answered = undefined;
    box.hidden = true;
  };
  const request = (): void => {
    const place = cell && placeOf(cell);
    if (place === undefined) return;
    ask({ type: 'whatIf', turn: ++turn, start: place.start, end: place.end, text: field.value.trim() });
  };
  const list = (kind: string, title: string, lines: readonly string[]): HTMLElement[] =>
    lines.length === 0
      ? []
      : [element('p', { class: kind }, title), element('ul', {}, ...lines.map((line) => element('li', {}, line)))];

  field.addEventListener('input', () => {
    answered = undefined;
    clearTimeout(timer);
    timer = setTimeout(request, REST);
  });
  field.addEventListener('keydown', (event) => {
    event.stopPropagation();
    const from = cell;
    if (event.key === 'Escape') stop();
    else if (event.key === 'Enter' && answered !== undefined) {
      ask({ type: 'write', answer: answered });
      stop();
    } else return;
    event.preventDefault();
    if (from !== undefined) from.tabIndex = -1;
    from?.focus();
  });
  field.addEventListener('blur', stop);
  return {
    element: box,
    stop,
    start: (target) => {
      stop();
      cell = target;
      field.value = target.textContent ?? '';
      result.replaceChildren(element('p', {}, words.write));
      box.hidden = false;
      const place = target.getBoundingClientRect();
      const width = Math.max(place.width, 72);
      field.style.width = `${width}px`;
      field.style.height = `${Math.max(place.height, 24)}px`;
      box.style.left = `${Math.max(4, Math.min(place.left, window.innerWidth - 320))}px`;
      field.style.marginLeft = `${Math.max(0, place.left - (window.innerWidth - 320))}px`;
      box.style.top = `${place.top}px`;
      field.focus();
      field.select();
    },
    answer: ({ turn: answeredTurn, answer }) => {
      if (answeredTurn !== turn || cell === undefined) return;
      answered = answer;
      const { broken = [], fixed = [] } = answer ?? {};
      const none = answer === undefined ? words.refused : words.unchanged;
      result.replaceChildren(
        ...list('broken', words.broken, broken),
        ...list('fixed', words.fixed, fixed),
        ...(broken.length + fixed.length === 0 ? [element('p', {}, none)] : []),
        element('p', {}, words.write),
      );
    },
  };
}
