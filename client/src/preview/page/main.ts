import type { Content, FromPage, PageWords, ToPage } from '../messages.ts';
import { blockAround, elementsAt, indicesOf, patch, placeOf, type Shown } from './blocks.ts';
import { button, element, fill } from './dom.ts';
import { walkWithArrows } from './keys.ts';
import { heightOf, lineAt } from './lines.ts';
import { layOut, takeBack } from './sheets.ts';
import { makeStrip, type StripState } from './strip.ts';
import { showTips } from './tip.ts';
import { tryFigures } from './whatIf.ts';

/** What VS Code gives the script of a webview. */
declare function acquireVsCodeApi(): {
  readonly postMessage: (message: FromPage) => void;
  readonly getState: () => unknown;
  readonly setState: (state: State) => void;
};

interface State extends StripState {
  readonly uri?: string;
  readonly locked: boolean;
  readonly view: 'web' | 'sheets';
  readonly zoom: number;
  /** Whether a click on a cell tries another figure in it. */
  readonly trying: boolean;
}

const initial: State = { locked: false, view: 'web', zoom: 1, trying: false, hidden: [], open: true };
const zooms = [0.5, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3];
/** Width of an A4 sheet with a margin to see it on, in millimetres, and millimetres of an inch of 96 pixels. */
const SHEET = 218;
const PIXELS = 96 / 25.4;

const editor = acquireVsCodeApi();
const words: PageWords = JSON.parse(document.body.dataset.words ?? '{}');
let state: State = { ...initial, ...Object(editor.getState()) };
let shown: readonly Shown[] = [];
let content: Content | undefined;
/** Where the page was scrolled to by itself: that is nothing to tell the editor. */
let ownScroll: number | undefined;

const root = element('div', { class: 'report', lang: 'zh-CN', 'aria-label': words.report });
const papers = element('div', { class: 'papers', 'aria-hidden': 'true' });
const ruler = element('div', { class: 'ruler', 'aria-hidden': 'true' });
const nothing = element('p', { class: 'nothing' }, words.nothing);
const stage = element('div', { class: 'stage' }, papers, root, ruler);
const scroller = element('main', { class: 'scroller' }, nothing, stage);
const live = element('div', { class: 'hidden', role: 'status', 'aria-live': 'polite' });
const strip = makeStrip(words, state, {
  reveal: ({ start, end, line }) => {
    showPlace(start, line);
    post({ type: 'reveal', start, end });
  },
  fixAll: () => post({ type: 'fixAll' }),
  fix: ({ code, start, end }, title) => post({ type: 'fix', code, start, end, title }),
  save: (kept) => save(kept),
});
const bar = makeBar();
document.body.append(
  bar.element,
  scroller,
  strip.element,
  live,
  showTips(words, () => ({ shown, content })),
);
walkWithArrows(root, () => shown);
const trial = tryFigures(words, {
  ask: (message) => post(message),
  placeOf: (cell) => {
    const around = blockAround(shown, cell);
    return around && placeOf(around, cell);
  },
});
document.body.append(trial.element);
paintState();

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  switch (data.type) {
    case 'content':
      save({ uri: data.uri });
      return update(data.content);
    case 'nothing':
      return update(undefined);
    case 'locked':
      return save({ locked: data.locked });
    case 'scroll':
      return scrollPage(heightOf(data.line, shown, scroller));
    case 'whatIf':
      return trial.answer(data);
    case 'cursor':
      return showPlace(data.offset, data.line, data.show);
  }
});
scroller.addEventListener('scroll', () => {
  if (ownScroll !== undefined && Math.abs(scroller.scrollTop - ownScroll) < 2) return;
  ownScroll = undefined;
  requestAnimationFrame(() => post({ type: 'scrolled', line: lineAt(scroller.scrollTop, shown, scroller) }));
});
root.addEventListener('click', ({ target }) => {
  const selection = getSelection();
  if (!(target instanceof Element) || selection?.isCollapsed === false) return;
  const cell = state.trying ? target.closest<HTMLElement>('td[data-start]') : null;
  if (cell === null) goTo(target);
  else trial.start(cell);
});
root.addEventListener('keydown', (event) => {
  const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('td[data-start]') : null;
  if (event.key === 'F2' && cell !== null) trial.start(cell);
  if (event.key !== 'Enter' && event.key !== ' ') return;
  if (!(event.target instanceof Element) || event.target === root) return;
  event.preventDefault();
  goTo(event.target);
});
new ResizeObserver(() => arrange()).observe(scroller);
document.fonts.ready.then(arrange);
post({ type: 'ready' });

function post(message: FromPage): void {
  editor.postMessage(message);
}

function save(change: Partial<State>): void {
  state = { ...state, ...change };
  editor.setState(state);
  paintState();
}

/** Shows another version of the report. */
function update(next: Content | undefined): void {
  const before = new Set(content?.findings.map(({ code, message }) => `${code} ${message}`));
  const added =
    content === undefined
      ? []
      : (next?.findings ?? []).filter(({ code, message }) => !before.has(`${code} ${message}`));
  const kept = anchor();
  if (next?.version !== content?.version) trial.stop();
  content = next;
  shown = patch(root, shown, next?.blocks ?? []);
  nothing.hidden = next !== undefined;
  stage.hidden = next === undefined;
  arrange();
  kept();
  strip.update(next);
  live.textContent = added.length === 0 ? '' : fill(words.added, added.length, added[0]?.message ?? '');
  if (next === undefined) return;
  const marks = root.querySelectorAll('mark').length;
  post({ type: 'painted', version: next.version, blocks: shown.length, marks });
}

/** Remembers what stands at the top of the page. @returns what puts it there again */
function anchor(): () => void {
  const edge = scroller.getBoundingClientRect().top;
  const first = shown.find(({ element: block }) => block.getBoundingClientRect().bottom > edge)?.element;
  const top = first?.getBoundingClientRect().top ?? 0;
  const from = scroller.scrollTop;
  return () => {
    if (first === undefined || from === 0) return;
    if (first.isConnected) scrollPage(scroller.scrollTop + first.getBoundingClientRect().top - top);
    else scrollPage(from);
  };
}

function scrollPage(height: number): void {
  scroller.scrollTop = height;
  ownScroll = scroller.scrollTop;
}

/** Goes to the place in the draft of something on the page. */
function goTo(target: Element): void {
  const around = blockAround(shown, target);
  if (around === undefined || content === undefined) return;
  const mark =
    target.closest('mark.finding') ?? (target.matches('td, th') ? target.querySelector('mark.finding') : null);
  const [index] = mark === null ? [] : indicesOf(mark, around.block.findings);
  const finding = index === undefined ? undefined : content.findings[index];
  if (index !== undefined) strip.show(index);
  const { start, end } = finding ?? placeOf(around, target);
  post({ type: 'reveal', start, end });
}

/** Sets off the block and the row of an offset. */
function showPlace(offset: number, line: number, inSight = true): void {
  for (const old of root.querySelectorAll('.current')) {
    old.classList.remove('current');
    old.removeAttribute('aria-current');
  }
  const elements = elementsAt(shown, offset, line);
  for (const each of elements) each.classList.add('current');
  const last = elements.at(-1);
  last?.setAttribute('aria-current', 'location');
  if (!inSight || last === undefined) return;
  const { top, bottom } = last.getBoundingClientRect();
  const edge = scroller.getBoundingClientRect();
  if (bottom > edge.top && top < edge.bottom) return;
  scrollPage(scroller.scrollTop + (top - edge.top) - edge.height / 3);
}

/** Lays the report out anew, as a web page or on sheets. */
function arrange(): void {
  const fit = state.view === 'sheets' ? Math.min(1, scroller.clientWidth / (SHEET * PIXELS)) : 1;
  document.documentElement.style.setProperty('--zoom', String(state.zoom * fit));
  if (state.view === 'sheets' && content !== undefined) layOut(root, shown, papers, ruler);
  else {
    takeBack(shown, papers);
    root.style.minHeight = '';
  }
}

function paintState(): void {
  document.body.dataset.view = state.view;
  document.body.classList.toggle('trying', state.trying);
  bar.paint();
}

/** The buttons over the report: view, zoom, lock. */
function makeBar(): { readonly element: HTMLElement; readonly paint: () => void } {
  const change = (next: Partial<State>): void => {
    const kept = lineAt(scroller.scrollTop, shown, scroller);
    save(next);
    arrange();
    scrollPage(heightOf(kept, shown, scroller));
  };
  const step = (by: 1 | -1): void => {
    const at = zooms.indexOf(state.zoom);
    change({ zoom: zooms[at + by] ?? state.zoom });
  };
  const web = button(words.web, {}, () => change({ view: 'web' }));
  const sheets = button(words.sheets, {}, () => change({ view: 'sheets' }));
  const level = button('100%', { class: 'level' }, () => change({ zoom: 1 }));
  const trying = button(words.whatIf, { title: words.whatIfHint }, () => save({ trying: !state.trying }));
  const lock = button(words.lock, { class: 'lock' }, () => post({ type: 'lock' }));
  const group = (label: string, ...buttons: readonly HTMLElement[]): HTMLElement =>
    element('div', { role: 'group', 'aria-label': label }, ...buttons);
  return {
    element: element(
      'header',
      { class: 'bar' },
      group(words.view, web, sheets),
      group(
        words.zoom,
        button('−', { 'aria-label': words.zoomOut }, () => step(-1)),
        level,
        button('＋', { 'aria-label': words.zoomIn }, () => step(1)),
      ),
      trying,
      lock,
    ),
    paint: () => {
      web.setAttribute('aria-pressed', String(state.view === 'web'));
      sheets.setAttribute('aria-pressed', String(state.view === 'sheets'));
      trying.setAttribute('aria-pressed', String(state.trying));
      lock.setAttribute('aria-pressed', String(state.locked));
      level.textContent = `${Math.round(state.zoom * 100)}%`;
    },
  };
}
