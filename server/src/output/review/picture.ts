import { escapeHtml } from '../../text/escapeHtml.ts';
import { type Bar, type Chart, type ChartFigure, figuresOf } from './chart.ts';

/** Sizes in the picture's own units: 720 are as wide as the page. */
const WIDTH = 720;
const LABELS = 170;
const FIGURES = 130;
/** Height of a bar, of the room of a bar alone, and of two that stand together. */
const BAR = 22;
const ROW = 34;
const PAIR = 60;
const LEGEND = 36;

/** One hatch for each bar, drawn in the colour of the text: they differ in black and white too. */
const hatches: readonly string[] = [
  '<path d="M0 8L8 0M-2 2L2 -2M6 10L10 6"/>',
  '<path d="M0 0L8 8M-2 6L2 10M6 -2L10 2"/>',
  '<path d="M0 2H8M0 6H8"/>',
  '<path d="M2 0V8M6 0V8"/>',
  '<path d="M0 4H8M4 0V8"/>',
  '<path d="M0 8L8 0M0 0L8 8"/>',
  '<path d="M0 1H8M0 3H8M0 5H8M0 7H8"/>',
];

/** Where two years are shown their hatches tell them apart: this year's dark, last year's light. */
const years: readonly string[] = ['<path d="M0 8L8 0M0 0L8 8"/>', '<path d="M1 2H3M5 6H7"/>'];

/**
 * A chart as SVG, bars as long as their numbers, each with its name before and its number behind it; last year's bars
 * stand below this year's. A plotting library would weigh hundreds of kilobytes for what are a few rectangles, and
 * would draw with scripts or inline styles, which a page with a strict policy forbids: this is smaller.
 */
export function chartSvg(chart: Chart): string {
  const { id, title, bars, names } = chart;
  const figures = bars.flatMap(figuresOf);
  const most = Math.max(1, ...figures.map(({ value }) => value ?? 0));
  const row = names === undefined ? ROW : PAIR;
  const from = names === undefined ? 0 : LEGEND;
  const height = from + bars.length * row + 8;
  const used = names === undefined ? bars.map((_, i) => hatches[i % hatches.length] ?? '') : years;
  const patterns = used.map(
    (hatch, i) =>
      `<pattern id="${id}-hatch-${i}" width="8" height="8" patternUnits="userSpaceOnUse"><g fill="none" stroke="currentColor" stroke-width="1.2">${hatch}</g></pattern>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="${id}-title ${id}-desc">`,
    `<title id="${id}-title">${escapeHtml(title)}</title>`,
    `<desc id="${id}-desc">${escapeHtml(descriptionOf(chart))}</desc>`,
    `<defs>${patterns.join('')}</defs>`,
    ...(names === undefined ? [] : [legendSvg(id, [names.now, names.before])]),
    ...bars.map((bar, i) => {
      const middle = from + i * row + 4 + row / 2;
      return barSvg(bar, middle, most, (year) => `${id}-hatch-${names === undefined ? i : year}`);
    }),
    `<path d="M${LABELS} ${from}V${height}" stroke="currentColor" stroke-width="1.5"/>`,
    '</svg>',
  ].join('\n');
}

/** The name of a bar, and its figures: one, or this year's above last year's. */
function barSvg(bar: Bar, middle: number, most: number, hatchOf: (year: number) => string): string {
  const figures = figuresOf(bar);
  const rows = figures.map((figure, year) => {
    const y = middle + (year - (figures.length - 1) / 2) * (BAR + 2);
    return figureSvg(figure, { hatch: hatchOf(year), middle: y, most });
  });
  return [textSvg(LABELS - 8, middle, 'end', bar.label), ...rows].join('');
}

interface BarPlace {
  readonly hatch: string;
  readonly middle: number;
  /** The number that the longest bar stands for. */
  readonly most: number;
}

function figureSvg({ value, shown }: ChartFigure, { hatch, middle, most }: BarPlace): string {
  const length = Math.round((Math.max(0, value ?? 0) / most) * (WIDTH - LABELS - FIGURES) * 10) / 10;
  const box = length > 0 ? boxSvg(LABELS, middle - BAR / 2, length, hatch) : '';
  return `${box}${textSvg(LABELS + length + 8, middle, 'start', shown)}`;
}

/** What each hatch stands for. */
function legendSvg(id: string, names: readonly string[]): string {
  return names
    .map((name, i) => {
      const x = LABELS + i * 150;
      return `<g>${boxSvg(x, 6, BAR * 1.5, `${id}-hatch-${i}`)}${textSvg(x + BAR * 1.5 + 8, 6 + BAR / 2, 'start', name)}</g>`;
    })
    .join('');
}

function boxSvg(x: number, y: number, width: number, hatch: string): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${BAR}" fill="url(#${hatch})" stroke="currentColor" stroke-width="1.5"/>`;
}

function textSvg(x: number, y: number, anchor: 'start' | 'end', words: string): string {
  return `<text x="${x}" y="${y}" text-anchor="${anchor}" dominant-baseline="central" font-size="16" fill="currentColor">${escapeHtml(words)}</text>`;
}

/** `横条图，单位：件。自然人12，总计15。` (bars, unit, values), with last year's `自然人（2025年：12，2024年：未填）` (not filled in). */
function descriptionOf({ bars, names }: Chart): string {
  const parts = bars.map(({ label, shown, before }) => {
    if (names === undefined || before === undefined) return `${label}${/^\d/.test(shown) ? '' : '：'}${shown}`;
    return `${label}（${names.now}：${shown}，${names.before}：${before.shown}）`;
  });
  return `横条图，单位：件。${parts.join('，')}。`;
}
