import type { Shown } from './blocks.ts';

/**
 * Lets the arrow keys walk through the report: up and down from block to block and row to row, left and right along a
 * row, Home and End to the ends. The report is one stop of the tab key, its marks are others.
 */
export function walkWithArrows(root: HTMLElement, current: () => readonly Shown[]): void {
  root.tabIndex = 0;
  root.setAttribute('role', 'group');
  const stops = (): HTMLElement[][] =>
    current().flatMap(({ element }) => {
      const rows = [...element.querySelectorAll('tr')].map((row) => [...row.querySelectorAll<HTMLElement>('td, th')]);
      return rows.length === 0 ? [[element]] : rows;
    });
  const go = (target: HTMLElement | undefined): void => {
    if (target === undefined) return;
    target.tabIndex = -1;
    target.focus();
  };
  root.addEventListener('keydown', (event) => {
    const step = steps[event.key];
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const all = stops();
    const focused = document.activeElement;
    const row = all.findIndex((each) => each.some((stop) => stop === focused || stop.contains(focused)));
    const column = all[row]?.findIndex((stop) => stop === focused || stop.contains(focused)) ?? 0;
    event.preventDefault();
    if (step === 'first') return go(all[0]?.[0]);
    if (step === 'last') return go(all.at(-1)?.[0]);
    if (step.down === 0) return go(all[row]?.[column + step.right]);
    const next = all[row + step.down];
    go(next?.[Math.min(column, next.length - 1)]);
  });
}

const steps: Readonly<Record<string, { readonly down: number; readonly right: number } | 'first' | 'last'>> = {
  ArrowDown: { down: 1, right: 0 },
  ArrowUp: { down: -1, right: 0 },
  ArrowRight: { down: 0, right: 1 },
  ArrowLeft: { down: 0, right: -1 },
  Home: 'first',
  End: 'last',
};
