import type { Part, Report } from '../report/model.ts';
import { flattened } from '../report/reading/parts.ts';
import { encloses, type Span, touches } from '../text/span.ts';
import { type OutlineItem, outlineOf } from './outline.ts';

/** Zero-based lines, both included. */
export interface Fold {
  readonly start: number;
  readonly end: number;
}

/**
 * Sections, sub-sections, tables (other than statutory ones too), comments and blocks of code of more than a line,
 * without the blank lines behind them.
 */
export function foldsOf(report: Report): Fold[] {
  const outlined = outlineOf(report).flatMap(spansToFold);
  const others = flattened(report.parts).filter(({ kind }) => folded.has(kind));
  return [...outlined, ...others.map(({ span }) => span)].flatMap((span) => {
    const fold = linesOf(span, report);
    return fold.end > fold.start ? [fold] : [];
  });
}

/** Parts that fold besides what the outline has. */
const folded: ReadonlySet<Part['kind']> = new Set<Part['kind']>(['rows', 'comment', 'code']);

function spansToFold({ kind, span, children }: OutlineItem): Span[] {
  const inner = children.flatMap(spansToFold);
  return kind === 'report' || kind === 'row' ? inner : [span, ...inner];
}

/** The lines of a span up to its last one that is not blank. */
function linesOf(span: Span, { lines, text }: Report): Fold {
  const start = lines.lineAt(span.start);
  let end = lines.lineAt(Math.max(span.start, span.end - 1));
  while (end > start && text.slice(lines.start(end), lines.end(end)).trim() === '') end--;
  return { start, end };
}

/** The spans around an offset, innermost first: cell, row, table, sub-section, section, report. */
export function selectionsAt(report: Report, offset: number): readonly Span[] {
  const spans: Span[] = [];
  const descend = (items: readonly OutlineItem[]): void => {
    const item = items.find(({ span }) => touches(span, offset));
    if (item === undefined) return;
    spans.unshift(item.span);
    descend(item.children);
  };
  descend(outlineOf(report));
  for (const table of Object.values(report.tables)) {
    const cell = table.grid.flat().find(({ span }) => touches(span, offset));
    if (cell !== undefined) spans.unshift(cell.span);
  }
  spans.push({ start: 0, end: report.text.length });
  // Each must hold the one before it.
  const chain: Span[] = [];
  for (const span of spans) {
    const inner = chain[chain.length - 1];
    const grows = inner === undefined || encloses(span, inner);
    const differs = inner === undefined || span.start !== inner.start || span.end !== inner.end;
    if (grows && differs) chain.push(span);
  }
  return chain;
}
