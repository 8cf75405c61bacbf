import { type CellGroup, slotsOf } from '../../format/figures.ts';
import type { Head } from '../../format/schema.ts';
import { leaves } from '../../format/shape.ts';
import { shortLabel } from '../../report/facts/balance.ts';
import { reasons } from '../../report/facts/verdict.ts';
import { type Report, type Table, valueAt } from '../../report/model.ts';
import { figureText } from './page.ts';

/** A number as the table has it; undefined where none can be drawn, `shown` says why. */
export interface ChartFigure {
  readonly value: number | undefined;
  readonly shown: string;
}

/** A bar, and last year's of the same name where that is known. */
export interface Bar extends ChartFigure {
  readonly label: string;
  readonly before?: ChartFigure;
}

/** Numbers that are shown as horizontal bars, one below the other. */
export interface Chart {
  /** Begins the ids of its picture. */
  readonly id: string;
  readonly title: string;
  /** What the bars are of, for the header of the table. */
  readonly of: string;
  readonly bars: readonly Bar[];
  /** What the bars are called where each has last year's beside it: `2025年`, `2024年`. */
  readonly names?: { readonly now: string; readonly before: string };
}

/** The charts of table 3, beside those of last year where they are given; none where the table is missing. */
export function chartsOf(report: Report, lastYear?: Report): readonly Chart[] {
  const table = report.tables.applications;
  if (table === undefined) return [];
  const before = lastYear?.tables.applications;
  const [block] = table.format.blocks;
  const rows = block?.rows ?? [];
  const results = rows.find(({ id }) => id === 'result')?.children ?? [];
  const ends = [...results.filter(({ id }) => id !== 'total'), ...rows.filter(({ id }) => id === 'carriedOut')];
  const bar = (head: Head, cells: CellGroup): Bar => ({
    label: shortLabel(head.label),
    ...figureOf(table, cells),
    ...(before && { before: figureOf(before, cells) }),
  });
  const names = before && { names: { now: yearName(report, '本年'), before: yearName(lastYear, '上年') } };
  return [
    {
      id: 'applicants',
      title: '本年新收申请的申请人',
      of: '申请人',
      bars: leaves(block?.columns ?? []).map(({ head }) => bar(head, ['new', head.id])),
      ...names,
    },
    {
      id: 'results',
      title: '申请的办理结果和结转',
      of: '办理结果',
      bars: ends.map((head) => bar(head, [head.id, 'total'])),
      ...names,
    },
  ];
}

function yearName(report: Report | undefined, otherwise: string): string {
  return report?.year === undefined ? otherwise : `${report.year}年`;
}

/** The figure of a cell, or of a group of rows added up; a blank cell among numbers counts as 0. */
function figureOf(table: Table, cells: CellGroup): ChartFigure {
  const slots = slotsOf(table.format, cells);
  const values = slots.map((slot) => valueAt(table, slot));
  const unclear = new Set(
    table.rows
      .filter(({ alignment }) => alignment.kind === 'tied')
      .flatMap(({ shape }) => shape.slots.map(({ row }) => row)),
  );
  const without = (shown: string): ChartFigure => ({ value: undefined, shown });
  if (values.length === 0 || values.includes(undefined)) return without(reasons['row-missing']);
  if (slots.some(({ row }) => unclear.has(row))) return without(reasons['row-unclear']);
  const amounts = values.flatMap((value) => (value === undefined ? [] : [value.amount]));
  if (amounts.some(({ kind }) => kind === 'text')) return without(reasons['cell-unreadable']);
  if (amounts.every(({ kind }) => kind === 'blank')) return without(reasons['cell-blank']);
  const value = amounts.reduce((sum, amount) => sum + (amount.kind === 'number' ? amount.value : 0), 0);
  // `9…9` of 400 digits
  return Number.isFinite(value) ? { value, shown: figureText(value) } : without(reasons['cell-unreadable']);
}

/** This year's figure of a bar, then last year's where there is one. */
export function figuresOf(bar: Bar): readonly ChartFigure[] {
  return bar.before === undefined ? [bar] : [bar, bar.before];
}
