import { officialTitle } from '../format/phrases.ts';
import type { TableFormat } from '../format/schema.ts';
import type { Slot } from '../format/shape.ts';
import { subsectionsOf } from '../report/facts/subsections.ts';
import { type Paragraph, type Part, type Report, type Section, type Table, valueAt } from '../report/model.ts';
import { flattened } from '../report/reading/parts.ts';
import { paragraphsIn } from '../report/reading/prose.ts';
import { remarkOn } from '../writing/write.ts';
import { type Inline, inlinesOf, lineInlines, textOf } from './inlines.ts';
import { contentWithoutPlace } from './leftover.ts';

/** A part of a report as it is written out, in the order of the draft. */
export type DocumentBlock =
  | { readonly kind: 'title' | 'section' | 'subsection' | 'signature'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly inlines: readonly Inline[] }
  /** A statutory table: the official layout, each value as the drafter wrote it. */
  | { readonly kind: 'table'; readonly format: TableFormat; readonly textOf: (slot: Slot) => string }
  /** Any other table: its rows of cells. */
  | { readonly kind: 'grid'; readonly rows: readonly (readonly string[])[] };

/** A report without the form that its draft has: what every form that it is written in is made of. */
export interface ReportDocument {
  /** The title; where the draft has none, the official one. */
  readonly name: string;
  readonly blocks: readonly DocumentBlock[];
  /** What of the draft is in no block, a sentence each: page numbers and comments. */
  readonly notes: readonly string[];
}

/** A report as blocks. Every part of the draft is in one of them, but page numbers and comments, which are noted. */
export function documentOf(report: Report): ReportDocument {
  const headings = new Set(report.sections.flatMap((section) => subheadingsIn(report, section)));
  const blocks = report.parts.flatMap((part) => blocksOf(part, report, headings));
  const name = report.title?.text ?? officialTitle(report.body, report.year);
  return { name, blocks, notes: notesOf(report) };
}

/** The blocks that a part is written as, then those inside it; a remark on a table behind them. */
function blocksOf(part: Part, report: Report, headings: ReadonlySet<Paragraph>): DocumentBlock[] {
  const blocks = ownBlock(part, report, headings);
  for (const inner of part.inside) blocks.push(...blocksOf(inner, report, headings));
  const remark = part.kind === 'table' ? remarkBehind(part.table) : undefined;
  if (remark !== undefined) blocks.push({ kind: 'paragraph', inlines: [{ text: remark, strong: false }] });
  return blocks;
}

/** The block that a part itself is written as, if any. */
function ownBlock(part: Part, report: Report, headings: ReadonlySet<Paragraph>): DocumentBlock[] {
  switch (part.kind) {
    case 'title':
      return [{ kind: 'title', text: part.title.text }];
    case 'heading':
      return [{ kind: 'section', text: part.section.heading }];
    case 'paragraph':
    case 'item': {
      const inlines = inlinesOf(part.paragraph, report);
      const isHeading = part.paragraph.heading || headings.has(part.paragraph);
      return [isHeading ? { kind: 'subsection', text: textOf(inlines) } : { kind: 'paragraph', inlines }];
    }
    case 'table':
      return [tableBlock(part.table)];
    case 'rows':
      return [{ kind: 'grid', rows: part.rows }];
    case 'line':
      return [{ kind: 'paragraph', inlines: lineInlines(part.text, report.language) }];
    case 'signature':
      return [{ kind: 'signature', text: textOf(lineInlines(part.text, report.language)) }];
    case 'page-number':
    case 'comment':
    case 'code':
    case 'blank':
    case 'markup':
      return [];
  }
}

/** The paragraphs of a section that are sub-headings; one that ends as a sentence has its text behind it. */
export function subheadingsIn(report: Report, section: Section): Paragraph[] {
  const subsections = subsectionsOf(report, section);
  const begun = new Set(subsections.filter(({ number }) => number !== undefined).map(({ paragraph }) => paragraph));
  const paragraphs = paragraphsIn(report, section.span);
  const following = new Map(paragraphs.map((paragraph, i) => [paragraph, paragraphs[i + 1]]));
  return subsections
    .filter(({ kind, at, number }) => kind === 'heading' && at === 0 && (number?.style ?? 'bracketed') === 'bracketed')
    .map(({ paragraph }) => paragraph)
    .filter((paragraph) => {
      if (!/[。；;，,：:]\s*$/.test(paragraph.text)) return true;
      const next = following.get(paragraph);
      return next !== undefined && !begun.has(next);
    });
}

function tableBlock(table: Table): DocumentBlock {
  return { kind: 'table', format: table.format, textOf: (slot) => valueAt(table, slot)?.cell?.text ?? '' };
}

/** What of a table the official one has no place for, as a sentence; undefined where it has a place for all. */
export function remarkBehind(table: Table): string | undefined {
  const left = contentWithoutPlace(table);
  return left.length === 0 ? undefined : remarkOn(left);
}

/** What is in no block, a sentence each. */
function notesOf({ commentSpans, parts }: Report): string[] {
  const pageNumbers = flattened(parts).flatMap((part) => (part.kind === 'page-number' ? [part.text] : []));
  const notes: string[] = [];
  if (pageNumbers.length > 0) notes.push(`没有转出页码${pageNumbers.length}处：${pageNumbers.join('、')}。`);
  if (commentSpans.length > 0) notes.push(`没有转出注释${commentSpans.length}处。`);
  return notes;
}
