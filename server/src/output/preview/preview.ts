import { countBySeverity, type Finding } from '../../checks/check.ts';
import type { Report, Table } from '../../report/model.ts';
import { cut, type Source } from '../../report/reading/source.ts';
import { countWhile } from '../../text/search.ts';
import type { Span } from '../../text/span.ts';
import { wholeLines } from '../../writing/write.ts';
import { subheadingsIn } from '../document.ts';
import { escapeHtml } from '../html/toHtml.ts';
import { contentWithoutPlace } from '../leftover.ts';
import { type UnreadPart, unreadIn } from '../unread.ts';
import { type Marked, type Marker, markedOf, markerOf } from './marks.ts';
import type { Preview, PreviewBlock, PreviewFinding } from './model.ts';
import { paragraphRuns, type Run, textRuns, titleRuns } from './runs.ts';
import { tableHtml } from './table.ts';

/** A block before it is written; of blocks at one offset the lower rank comes first. */
interface Draft {
  readonly span: Span;
  readonly rank: number;
  readonly isTable?: boolean;
  readonly html: (all: readonly Marked[], marker: Marker) => string;
}

/**
 * A report as it will be published: everything that is in the draft, in its order, the statutory tables in their
 * official layout. Every finding is marked at least once. All text is escaped; the only HTML is what is written here.
 */
export function renderPreview(report: Report, findings: readonly Finding[]): Preview {
  const source = cut(report.text, report.language);
  const drafts = draftsOf(report, source);
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
function draftsOf(report: Report, source: Source): Draft[] {
  const subheadings = new Set(report.sections.flatMap((section) => subheadingsIn(report, section)));
  const heading = (tag: 'h1' | 'h2', text: string, span: Span, rank: number): Draft => ({
    span,
    rank,
    html: (_, marker) => `<${tag}>${ended(marker.runs(titleRuns(text, span)), marker)}</${tag}>`,
  });
  const { title } = report;
  const drafts: Draft[] = [
    ...(title === undefined ? [] : [heading('h1', title.text, title.span, 0)]),
    ...report.sections.map((section) => heading('h2', section.heading, section.headingSpan, 1)),
    ...report.paragraphs.map((paragraph): Draft => {
      const start = paragraph.stretches[0]?.span.start ?? 0;
      const end = paragraph.stretches.at(-1)?.span.end ?? start;
      const tag = paragraph.heading || subheadings.has(paragraph) ? 'h3' : 'p';
      return textDraft({ start, end }, 2, tag, () => paragraphRuns(paragraph, source));
    }),
    ...Object.values(report.tables).flatMap((table) => tableDrafts(table, report)),
    ...unreadIn(report, source).parts.map((part) => partDraft(part, report, source)),
  ];
  return drafts.sort((a, b) => a.span.start - b.span.start || a.rank - b.rank);
}

function textDraft(span: Span, rank: number, tag: string, runs: () => readonly Run[]): Draft {
  const [name = ''] = tag.split(' ');
  return { span, rank, html: (_, marker) => `<${tag}>${ended(marker.runs(runs()), marker)}</${name}>` };
}

/** A block's HTML with marks behind it for the findings that none of its text shows. */
function ended(html: string, marker: Marker): string {
  return html + marker.points(marker.rest());
}

function tableDrafts(table: Table, report: Report): Draft[] {
  const span = wholeLines(table, report);
  const drafts: Draft[] = [
    { span, rank: 2, isTable: true, html: (all, marker) => tableHtml(table, report, span.start, all, marker) },
  ];
  const left = contentWithoutPlace(table);
  if (left.length > 0) {
    const remark = {
      text: `（标准表外的内容：${left.join('；')}）`,
      span: { start: span.end, end: span.end },
      tags: [],
    };
    drafts.push(textDraft(remark.span, 3, 'p class="remark"', () => [remark]));
  }
  return drafts;
}

/** What the reader left unread: the signature, rows of another table, or a line of text. */
function partDraft(part: UnreadPart, report: Report, source: Source): Draft {
  if (part.kind === 'rows') {
    const span = { start: part.at, end: part.at };
    return { span, rank: 4, html: (_, marker) => otherTable(part.rows, marker) };
  }
  const span = { start: part.at, end: part.end };
  const { bodySpan, dateSpan } = report.signature ?? {};
  const signed = [bodySpan, dateSpan].some((place) => place && span.start < place.end && span.end > place.start);
  const within = source.text.slice(span.start, span.end).indexOf(part.text);
  return textDraft(span, 4, signed ? 'p class="signature"' : 'p', () => {
    if (within < 0) return [{ text: part.text, span, tags: [] }];
    const start = span.start + within;
    return textRuns([{ start, end: start + part.text.length }], source.text, source.language);
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
function homesOf(drafts: readonly Draft[], findings: readonly Finding[]): number[][] {
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
  { span: { start, end }, html: write }: Draft,
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

/** A 64-bit hash in hexadecimal digits: two runs of FNV-1a over the UTF-16 units. */
function hashOf(text: string): string {
  let [one, two] = [0x811c9dc5, 0x01000193];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    one = Math.imul(one ^ code, 0x01000193);
    two = Math.imul(two ^ code, 0x01000193);
  }
  return [one, two].map((value) => (value >>> 0).toString(16).padStart(8, '0')).join('');
}
