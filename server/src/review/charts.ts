import { escapeHtml } from '../convert/toHtml.ts';
import { slotsOf } from '../format/figures.ts';
import { formatOf } from '../format/formats.ts';
import type { Head } from '../format/schema.ts';
import { leaves } from '../format/shape.ts';
import { shortLabel } from '../report/balance.ts';
import { type Report, type Table, valueAt } from '../report/model.ts';
import { element, figureText, pageOf, subjectOf, tableHtml } from './page.ts';

/** A bar: its number as the table has it; undefined where no number can be drawn, `shown` says why. */
export interface Bar {
  readonly label: string;
  readonly value: number | undefined;
  readonly shown: string;
}

/** Numbers that are shown as horizontal bars, one below the other. */
export interface Chart {
  /** Begins the ids of its picture. */
  readonly id: string;
  readonly title: string;
  /** What the bars are of, for the header of the table. */
  readonly of: string;
  readonly bars: readonly Bar[];
}

/** The page 数据图: who applied and what became of the applications, each as a picture and as a table. */
export function numbersPage(report: Report): string {
  const charts = chartsOf(report);
  const name = formatOf(report.format).tables.find(({ id }) => id === 'applications')?.name ?? '';
  return pageOf(`年度报告数据图　${subjectOf(report)}`, [
    element('h1', '年度报告数据图'),
    element('p', subjectOf(report), 'subject'),
    ...(charts.length === 0 ? [element('p', `没有${name}，无图可作。`)] : charts.map(chartHtml)),
  ]);
}

/** The charts of table 3; none where it is missing. */
export function chartsOf(report: Report): readonly Chart[] {
  const table = report.tables.applications;
  if (table === undefined) return [];
  const [block] = table.format.blocks;
  const rows = block?.rows ?? [];
  const results = rows.find(({ id }) => id === 'result')?.children ?? [];
  const ends = [...results.filter(({ id }) => id !== 'total'), ...rows.filter(({ id }) => id === 'carriedOut')];
  return [
    {
      id: 'applicants',
      title: '本年新收申请的申请人',
      of: '申请人',
      bars: leaves(block?.columns ?? []).map(({ head }) => barOf(table, head, ['new', head.id])),
    },
    {
      id: 'results',
      title: '申请的办理结果和结转',
      of: '办理结果',
      bars: ends.map((head) => barOf(table, head, [head.id, 'total'])),
    },
  ];
}

/** The bar of a cell, or of a group of rows added up; a blank cell among numbers counts as 0. */
function barOf(table: Table, head: Head, cells: readonly [row: string, column: string]): Bar {
  const label = shortLabel(head.label);
  const slots = slotsOf(table.format, cells);
  const values = slots.map((slot) => valueAt(table, slot));
  const unclear = new Set(
    table.rows
      .filter(({ alignment }) => alignment.kind === 'tied')
      .flatMap(({ shape }) => shape.slots.map(({ row }) => row)),
  );
  const without = (shown: string): Bar => ({ label, value: undefined, shown });
  if (values.length === 0 || values.includes(undefined)) return without('缺少这一行');
  if (slots.some(({ row }) => unclear.has(row))) return without('各格归属不明');
  const amounts = values.flatMap((value) => (value === undefined ? [] : [value.amount]));
  if (amounts.some(({ kind }) => kind === 'text')) return without('读不出数字');
  if (amounts.every(({ kind }) => kind === 'blank')) return without('未填');
  const value = amounts.reduce((sum, amount) => sum + (amount.kind === 'number' ? amount.value : 0), 0);
  // `9…9` of 400 digits
  return Number.isFinite(value) ? { label, value, shown: figureText(value) } : without('读不出数字');
}

function chartHtml(chart: Chart): string {
  const { id, title, of, bars } = chart;
  const drawn = bars.some(({ value }) => value !== undefined && value > 0);
  const none = bars.some(({ value }) => value !== undefined) ? '各项均为0，不作图。' : '表中没有可以作图的数字。';
  return [
    `<section aria-labelledby="${id}-heading">`,
    `<h2 id="${id}-heading">${escapeHtml(title)}</h2>`,
    drawn ? `<figure>\n${chartSvg(chart)}\n</figure>` : element('p', none),
    tableHtml({
      caption: `${title}（单位：件）`,
      columns: [of, '件数'],
      rows: bars.map(({ label, shown }) => ({ cells: [label, shown] })),
    }),
    '</section>',
  ].join('\n');
}

/** Sizes in the picture's own units: 720 are as wide as the page. */
const WIDTH = 720;
const LABELS = 170;
const FIGURES = 130;
const ROW = 34;
const BAR = 22;

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

/**
 * A chart as SVG, bars as long as their numbers, each with its name before and its number behind it. A plotting library
 * would weigh hundreds of kilobytes for what are seven rectangles, and would draw with scripts or inline styles, which
 * a page with a strict policy forbids: this is smaller.
 */
export function chartSvg({ id, title, bars }: Chart): string {
  const most = Math.max(1, ...bars.map(({ value }) => value ?? 0));
  const height = bars.length * ROW + 8;
  const patterns = bars.map((_, i) => {
    const hatch = hatches[i % hatches.length] ?? '';
    return `<pattern id="${id}-hatch-${i}" width="8" height="8" patternUnits="userSpaceOnUse"><g fill="none" stroke="currentColor" stroke-width="1.2">${hatch}</g></pattern>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="${id}-title ${id}-desc">`,
    `<title id="${id}-title">${escapeHtml(title)}</title>`,
    `<desc id="${id}-desc">${escapeHtml(descriptionOf(bars))}</desc>`,
    `<defs>${patterns.join('')}</defs>`,
    ...bars.map((bar, i) => barSvg(bar, { hatch: `${id}-hatch-${i}`, top: i * ROW + 4, most })),
    `<path d="M${LABELS} 0V${height}" stroke="currentColor" stroke-width="1.5"/>`,
    '</svg>',
  ].join('\n');
}

interface Place {
  readonly hatch: string;
  readonly top: number;
  /** The number that the longest bar stands for. */
  readonly most: number;
}

function barSvg({ label, value, shown }: Bar, { hatch, top, most }: Place): string {
  const length = Math.round((Math.max(0, value ?? 0) / most) * (WIDTH - LABELS - FIGURES) * 10) / 10;
  const middle = top + ROW / 2;
  const text = (x: number, anchor: 'start' | 'end', words: string): string =>
    `<text x="${x}" y="${middle}" text-anchor="${anchor}" dominant-baseline="central" font-size="16" fill="currentColor">${escapeHtml(words)}</text>`;
  const box = `<rect x="${LABELS}" y="${middle - BAR / 2}" width="${length}" height="${BAR}" fill="url(#${hatch})" stroke="currentColor" stroke-width="1.5"/>`;
  return [text(LABELS - 8, 'end', label), ...(length > 0 ? [box] : []), text(LABELS + length + 8, 'start', shown)].join(
    '',
  );
}

function descriptionOf(bars: readonly Bar[]): string {
  return `横条图，单位：件。${bars.map(({ label, shown }) => `${label}${/^\d/.test(shown) ? '' : '：'}${shown}`).join('，')}。`;
}
