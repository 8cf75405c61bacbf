import { countBySeverity, type Finding } from '../../checks/check.ts';
import type { Paragraph, Part, Report, Table } from '../../report/model.ts';
import { wholeLines } from '../../report/reading/tables.ts';
import { escapeHtml } from '../../text/escapeHtml.ts';
import { hashOf } from '../../text/hash.ts';
import { countWhile } from '../../text/search.ts';
import type { Span } from '../../text/span.ts';
import { remarkBehind, subheadingsIn } from '../document.ts';
import { type Marked, type Marker, markedOf, markerOf } from './marks.ts';
import type { Preview, PreviewBlock, PreviewFinding } from './model.ts';
import { paragraphRuns, type StyledRun, textRuns, titleRuns } from './runs.ts';
import { tableHtml } from './table.ts';

/** A block before it is written. */
interface PendingBlock {
  readonly span: Span;
  readonly isTable?: boolean;
  readonly html: (all: readonly Marked[], marker: Marker) => string;
}

/**
 * A report as it will be published: everything that is in the draft, in its order, the statutory tables in their
 * official layout. Every finding is marked at least once. All text is escaped; the only HTML is what is written here.
 */
export function renderPreview(report: Report, findings: readonly Finding[]): Preview {
  const drafts = draftsOf(report);
  const homes = homesOf(drafts, findings);
  const keys = new Map<string, number>();
  const blocks = drafts.map((draft, index) => blockOf(draft, homes[index] ?? [], findings, report, keys));
  const counts = countBySeverity(findings);
  return { title: report.title?.text ?? '', blocks, findings: findings.map((each) => listed(each, report)), counts };
}

function listed({ code, severity, message, span, fixes }: Finding, { lines }: Report): PreviewFinding {
  const sorted = [...fixes()].sort((a, b) => Number(b.preferred) - Number(a.preferred));
  const titles = sorted.map(({ title }) => title);
  return { code, severity, message, line: lines.lineAt(span.start), start: span.start, end: span.end, fixes: titles };
}

/** All parts of the draft in its order. */
function draftsOf(report: Report): PendingBlock[] {
  const subheadings = new Set(report.sections.flatMap((section) => subheadingsIn(report, section)));
  return report.parts.flatMap((part) => partDrafts(part, report, subheadings));
}

/** The blocks that a part is shown as, then those inside it; a remark on a table behind them, as in a document. */
function partDrafts(part: Part, report: Report, subheadings: ReadonlySet<Paragraph>): PendingBlock[] {
  const drafts = ownDraft(part, report, subheadings);
  for (const inner of part.inside) drafts.push(...partDrafts(inner, report, subheadings));
  const remark = part.kind === 'table' ? remarkBehind(part.table) : undefined;
  if (remark !== undefined) {
    const behind = { start: part.span.end, end: part.span.end };
    drafts.push(textDraft(behind, 'p class="remark"', () => [{ text: remark, span: behind, tags: [] }]));
  }
  return drafts;
}

/** The block that a part itself is shown as, if any. */
function ownDraft(part: Part, report: Report, subheadings: ReadonlySet<Paragraph>): PendingBlock[] {
  const { span } = part;
  switch (part.kind) {
    case 'title':
      return [textDraft(part.title.span, 'h1', () => titleRuns(part.title.text, part.title.span))];
    case 'heading': {
      const { heading, headingSpan } = part.section;
      return [textDraft(headingSpan, 'h2', () => titleRuns(heading, headingSpan))];
    }
    case 'paragraph':
    case 'item': {
      const tag = part.paragraph.heading || subheadings.has(part.paragraph) ? 'h3' : 'p';
      return [textDraft(wordsOf(part.paragraph), tag, () => paragraphRuns(part.paragraph, report))];
    }
    case 'table':
      return [tableDraft(part.table, report)];
    case 'rows':
      return [{ span: { start: span.start, end: span.start }, html: (_, marker) => otherTable(part.rows, marker) }];
    case 'line':
    case 'signature':
      return [lineDraft(part.text, span, part.kind === 'signature' ? 'p class="signature"' : 'p', report)];
    case 'page-number':
    case 'comment':
    case 'code':
    case 'blank':
    case 'markup':
      return [];
  }
}

/** From the first word of a paragraph to its last. */
function wordsOf({ stretches }: Paragraph): Span {
  const start = stretches[0]?.span.start ?? 0;
  return { start, end: stretches.at(-1)?.span.end ?? start };
}

function textDraft(span: Span, tag: string, runs: () => readonly StyledRun[]): PendingBlock {
  const [name = ''] = tag.split(' ');
  return { span, html: (_, marker) => `<${tag}>${ended(marker.runs(runs()), marker)}</${name}>` };
}

/** A block's HTML with marks behind it for the findings that none of its text shows. */
function ended(html: string, marker: Marker): string {
  return html + marker.points(marker.rest());
}

function tableDraft(table: Table, report: Report): PendingBlock {
  const span = wholeLines(table, report);
  return { span, isTable: true, html: (all, marker) => tableHtml(table, report, span.start, all, marker) };
}

/** A line that is no running text. */
function lineDraft(text: string, span: Span, tag: string, { uncommented, language }: Report): PendingBlock {
  const within = uncommented.slice(span.start, span.end).indexOf(text);
  return textDraft(span, tag, () => {
    if (within < 0) return [{ text, span, tags: [] }];
    const start = span.start + within;
    return textRuns([{ start, end: start + text.length }], uncommented, language);
  });
}

/** A table that is no statutory one; nothing is known of its headers. */
function otherTable(rows: readonly (readonly string[])[], marker: Marker): string {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 1);
  const lines = rows.map((row) => {
    const cells = [...row, ...new Array<string>(width - row.length).fill('')];
    return `<tr>${cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`;
  });
  const points = marker.points(marker.rest());
  return `<div class="table" tabindex="0" role="region" aria-label="表格">${points}<table><tbody>${lines.join('')}</tbody></table></div>`;
}

/**
 * The findings of each block. A finding belongs to the block that it begins in; where it begins between two, to the
 * next one if it reaches it, else to the one before.
 */
function homesOf(drafts: readonly PendingBlock[], findings: readonly Finding[]): number[][] {
  const homes: number[][] = drafts.map(() => []);
  const tables = drafts.flatMap((draft, index) => (draft.isTable === true ? [index] : []));
  findings.forEach(({ span }, index) => {
    // The last block that begins at the finding or before it; -1 where none does.
    const last = countWhile(drafts, (draft) => draft.span.start <= span.start) - 1;
    const holds = (at: number): boolean => {
      const home = drafts[at]?.span;
      return home !== undefined && home.start <= span.start && span.start < home.end;
    };
    const around = holds(last) ? last : tables.find(holds);
    const next = drafts[last + 1]?.span.start ?? span.end;
    homes[around ?? (next < span.end ? last + 1 : Math.max(0, last))]?.push(index);
  });
  return homes;
}

function blockOf(
  { span: { start, end }, html: write }: PendingBlock,
  home: readonly number[],
  findings: readonly Finding[],
  { lines }: Report,
  keys: Map<string, number>,
): PreviewBlock {
  const own = home.flatMap((index) => findings[index] ?? []);
  const marked = markedOf(own);
  const html = write(marked, markerOf(marked));
  const hash = hashOf(html);
  const count = keys.get(hash) ?? 0;
  keys.set(hash, count + 1);
  const key = count === 0 ? hash : `${hash}-${count}`;
  return { key, html, start, end, line: lines.lineAt(start), endLine: lines.lineAt(end), findings: home };
}
