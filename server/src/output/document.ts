import { officialTitle } from '../format/phrases.ts';
import type { TableFormat } from '../format/schema.ts';
import type { Slot } from '../format/shape.ts';
import { subsectionsOf } from '../report/facts/subsections.ts';
import { type Paragraph, type Report, type Section, valueAt } from '../report/model.ts';
import { paragraphsIn } from '../report/reading/prose.ts';
import { cut, type Source } from '../report/reading/source.ts';
import { wholeLines } from '../writing/write.ts';
import { type Inline, inlinesOf, lineInlines, textOf } from './inlines.ts';
import { contentWithoutPlace } from './leftover.ts';
import { type UnreadPart, unreadIn } from './unread.ts';

/** A part of a report as it is written out, in the order of the draft. */
export type Block =
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
  readonly blocks: readonly Block[];
  /** What of the draft is in no block, a sentence each: page numbers and comments. */
  readonly notes: readonly string[];
}

/** A block with the offset in the draft where it stands; of blocks at one offset the lower rank comes first. */
interface Placed {
  readonly at: number;
  readonly rank: number;
  readonly block: Block;
}

/**
 * A report as blocks. Every line of the draft is in one of them: what the reader leaves unread becomes a paragraph,
 * what a statutory table has no place for a paragraph behind it.
 */
export function documentOf(report: Report): ReportDocument {
  const source = cut(report.text, report.language);
  const left = unreadIn(report, source);
  const placed = [
    ...headsOf(report),
    ...paragraphsOf(report, source),
    ...tablesOf(report),
    ...left.parts.map((part) => placedPart(part, report)),
  ];
  const blocks = placed.sort((a, b) => a.at - b.at || a.rank - b.rank).map(({ block }) => block);
  const name = report.title?.text ?? officialTitle(report.body, report.year);
  return { name, blocks, notes: notesOf(report, left.pageNumbers) };
}

/** Title, headings of the sections. */
function headsOf({ title, sections }: Report): Placed[] {
  const heads: Placed[] = sections.map(({ heading, headingSpan }) => ({
    at: headingSpan.start,
    rank: 1,
    block: { kind: 'section', text: heading },
  }));
  if (title !== undefined) {
    heads.unshift({ at: title.span.start, rank: 0, block: { kind: 'title', text: title.text } });
  }
  return heads;
}

function paragraphsOf(report: Report, source: Source): Placed[] {
  const headings = new Set(report.sections.flatMap((section) => subheadingsIn(report, section)));
  return report.paragraphs.map((paragraph) => {
    const at = paragraph.stretches[0]?.span.start ?? 0;
    const inlines = inlinesOf(paragraph, report, source);
    const block: Block =
      paragraph.heading || headings.has(paragraph)
        ? { kind: 'subsection', text: textOf(inlines) }
        : { kind: 'paragraph', inlines };
    return { at, rank: 2, block };
  });
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

function tablesOf(report: Report): Placed[] {
  return Object.values(report.tables).flatMap((table) => {
    const at = wholeLines(table, report).start;
    const textOf = (slot: Slot): string => valueAt(table, slot)?.cell?.text ?? '';
    const placed: Placed[] = [{ at, rank: 2, block: { kind: 'table', format: table.format, textOf } }];
    const left = contentWithoutPlace(table);
    if (left.length > 0) {
      const remark = `（标准表外的内容：${left.join('；')}）`;
      placed.push({ at, rank: 3, block: { kind: 'paragraph', inlines: [{ text: remark, strong: false }] } });
    }
    return placed;
  });
}

/** What the reader left unread, as a block: the signature, rows of another table, or a line of text. */
function placedPart(part: UnreadPart, report: Report): Placed {
  const { at } = part;
  if (part.kind === 'rows') return { at, rank: 4, block: { kind: 'grid', rows: part.rows } };
  const { bodySpan, dateSpan } = report.signature ?? {};
  const signed = [bodySpan, dateSpan].some((span) => span !== undefined && at < span.end && part.end > span.start);
  const inlines = lineInlines(part.text, report.language);
  if (!signed) return { at, rank: 4, block: { kind: 'paragraph', inlines } };
  return { at, rank: 4, block: { kind: 'signature', text: textOf(inlines) } };
}

function notesOf(report: Report, pageNumbers: readonly string[]): string[] {
  const notes: string[] = [];
  if (pageNumbers.length > 0) notes.push(`没有转出页码${pageNumbers.length}处：${pageNumbers.join('、')}。`);
  const comments = report.text.match(/<!--/g)?.length ?? 0;
  if (comments > 0) notes.push(`没有转出注释${comments}处。`);
  return notes;
}
