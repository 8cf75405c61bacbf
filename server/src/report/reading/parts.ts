import { trimText } from '../../text/fold.ts';
import { isPageNumber, mayBePageNumber } from '../../text/pageNumber.ts';
import { pipesIn } from '../../text/pipes.ts';
import { type Places, placesOf } from '../../text/places.ts';
import type { Span } from '../../text/span.ts';
import type { Language, Part, PartContent, Report } from '../model.ts';
import { blankMarks, withoutBlanks } from './marks.ts';
import { isExact, type TextLine } from './pieces.ts';
import { LEADING } from './prose.ts';
import { cut, type Source } from './source.ts';
import { wholeLines } from './tables.ts';

/** What the parts are made of besides the text: what was read. */
type Read = Pick<Report, 'text' | 'lines' | 'title' | 'sections' | 'paragraphs' | 'tables' | 'signature'>;

/** Content and where its ink stands; of contents at one offset the lower rank comes first. */
interface Placed {
  readonly content: PartContent;
  readonly span: Span;
  readonly rank: number;
}

/**
 * The whole draft in its order: what was read as title, headings, paragraphs and tables, and between them all that
 * was not. The parts follow each other without a gap from the first character to the last; what stands within a part
 * and is none of it (a page number in a paragraph, a note between a table's rows) is `inside` it, in order as well.
 */
export function readParts(source: Source, report: Read): readonly Part[] {
  const placed = [...readContents(report), ...hiddenIn(source), ...restOf(source, report)];
  placed.sort((a, b) => a.span.start - b.span.start || a.rank - b.rank);
  return contiguous(nested(placed), source);
}

/** The parts of a text that is no report: comments, blocks of code, rows of tables, lines. Linear; never throws. */
export function partsOf(text: string, language: Language): readonly Part[] {
  const source = cut(text, language);
  const nothing = { title: undefined, sections: [], paragraphs: [], tables: {}, signature: undefined };
  return readParts(source, { text, lines: source.lines, ...nothing });
}

/** All parts, each before those inside it: the draft in the order in which it begins. */
export function flattened(parts: readonly Part[]): readonly Part[] {
  return parts.flatMap((part) => (part.inside.length === 0 ? [part] : [part, ...flattened(part.inside)]));
}

function readContents(report: Read): Placed[] {
  const { title, sections, paragraphs, tables } = report;
  return [
    ...(title === undefined ? [] : [{ content: { kind: 'title', title } as const, span: title.span, rank: 0 }]),
    ...sections.map(
      (section): Placed => ({ content: { kind: 'heading', section }, span: section.headingSpan, rank: 1 }),
    ),
    ...paragraphs.map((paragraph): Placed => {
      const start = paragraph.lines[0]?.start ?? 0;
      const kind = paragraph.item ? 'item' : 'paragraph';
      return { content: { kind, paragraph }, span: { start, end: paragraph.lines.at(-1)?.end ?? start }, rank: 2 };
    }),
    ...Object.values(tables).map(
      (table): Placed => ({ content: { kind: 'table', table }, span: wholeLines(table, report), rank: 2 }),
    ),
  ];
}

/** Comments and blocks of code; what is said in a block of code is inside it. */
function hiddenIn({ comments, code }: Source): Placed[] {
  return [
    ...code.map((span): Placed => ({ content: { kind: 'code' }, span, rank: 0 })),
    ...comments.map((span): Placed => ({ content: { kind: 'comment' }, span, rank: 3 })),
  ];
}

/** What makes a line more than marks: a letter, a digit, a sign that stands for one. */
const INK = /[\p{L}\p{N}×＿…_○●□√]/u;
const FENCE = /^(?:`{3,}|~{3,})\s*[\w-]*$/;

/** All that the draft holds besides title, headings, paragraphs and the cells of statutory tables. */
function restOf(source: Source, report: Read): Placed[] {
  const covered = coveredIn(report);
  const rest: Placed[] = [];
  const keep = keeper(source, report, rest);
  if (source.language === 'html') {
    for (const piece of source.pieces) {
      if (piece.kind === 'line') keepShown(piece, report, covered, keep);
      else if (!covered.touches(piece.span)) rest.push(rowsOf(piece));
    }
    return rest;
  }
  let line = 0;
  for (const piece of source.pieces) {
    const until = source.lines.lineAt(piece.span.start);
    for (; line < until; line++) keepLine(line);
    line = source.lines.lineAt(Math.max(piece.span.start, piece.span.end - 1)) + 1;
    if (piece.kind === 'line') keepGaps(piece.span);
    else if (!covered.touches(piece.span)) rest.push(rowsOf(piece));
  }
  for (; line < source.lines.count; line++) keepLine(line);
  return rest;

  function keepGaps(span: Span): void {
    for (const gap of covered.gaps(span)) keep(source.text.slice(gap.start, gap.end), gap);
  }

  /** A line that is no piece: of a block of code, or of comments alone. */
  function keepLine(hidden: number): void {
    keepGaps({ start: source.lines.start(hidden), end: source.lines.end(hidden) });
  }
}

type Keep = (raw: string, span: Span) => void;

/** Puts a text where nothing was read in its place: as a page number, a row of the table before it, or a line. */
function keeper(source: Source, { paragraphs, signature }: Read, rest: Placed[]): Keep {
  const inside = placesOf(paragraphs.flatMap(({ breaks }) => breaks.map(({ span }) => span)));
  const signed = placesOf([signature?.bodySpan, signature?.dateSpan].flatMap((span) => span ?? []));
  const isHtml = source.language === 'html';
  /** The rows that the last line went on with, and where among the rest they stand. */
  let open: { readonly rows: (readonly string[])[]; readonly line: number; readonly at: number } | undefined;
  return (raw, span) => {
    const whole = trimText(raw);
    const text = isHtml ? whole : trimText(whole.replace(LEADING, ''));
    if (!INK.test(text) || FENCE.test(whole)) return;
    const bare = withoutBlanks(blankMarks(whole));
    if (isPageNumber(bare) || (mayBePageNumber(bare) && inside.touches(span))) {
      rest.push({ content: { kind: 'page-number', text: whole }, span, rank: 4 });
    } else if (!isHtml && isRow(text)) {
      const line = source.lines.lineAt(span.start);
      const goesOn = open !== undefined && line - open.line <= 2 ? open : undefined;
      const rows = goesOn?.rows ?? [];
      rows.push(cellsOf(whole));
      const start = goesOn === undefined ? span.start : (rest[goesOn.at]?.span.start ?? span.start);
      const at = goesOn?.at ?? rest.length;
      rest[at] = { content: { kind: 'rows', rows }, span: { start, end: span.end }, rank: 4 };
      open = { rows, line, at };
    } else {
      rest.push({ content: { kind: signed.touches(span) ? 'signature' : 'line', text }, span, rank: 4 });
      open = undefined;
    }
  };
}

/** In HTML: what a line holds besides the title or heading that is read from it. */
function keepShown(piece: TextLine, { title, sections }: Read, covered: Places, keep: Keep): void {
  if (isExact(piece)) {
    const shown = piece.shown ?? piece.text;
    for (const gap of covered.gaps(piece.span)) {
      keep(shown.slice(gap.start - piece.span.start, gap.end - piece.span.start), gap);
    }
    return;
  }
  const heads = [
    ...(title === undefined ? [] : [{ text: title.text, span: title.span }]),
    ...sections.map(({ heading, headingSpan }) => ({ text: heading, span: headingSpan })),
  ].filter(({ span }) => span.start < piece.span.end && span.end > piece.span.start);
  const shown = piece.shown ?? piece.text;
  if (heads.length === 0) {
    if (!covered.touches(piece.span)) keep(shown, piece.span);
    return;
  }
  const rest = heads.reduce<string[]>(
    (texts, { text }) => texts.flatMap((part) => (text.includes(part) ? [] : part.split(text))),
    [shown],
  );
  for (const text of rest) keep(text, piece.span);
}

function rowsOf({ rows, span }: Extract<Source['pieces'][number], { kind: 'table' }>): Placed {
  return { content: { kind: 'rows', rows: rows.map((row) => row.map(({ text }) => text)) }, span, rank: 4 };
}

/** Whether tabs or pipes set several texts of a line apart. */
function isRow(text: string): boolean {
  const first = text.search(/[\t|]/);
  return first >= 0 && /[^\s|]/.test(text.slice(first));
}

/** The cells of a row, without outer white space, between pipes or tabs; a pipe at either end is its edge. */
function cellsOf(row: string): string[] {
  const pipes = pipesIn(row);
  if (pipes.length === 0) return row.split('\t').map(trimText);
  const edges = [pipes[0] === 0 ? [] : [-1], pipes, pipes.at(-1) === row.length - 1 ? [] : [row.length]].flat();
  return edges.slice(1).map((end, i) => trimText(row.slice((edges[i] ?? -1) + 1, end)).replaceAll('\\|', '|'));
}

/** The places that were read. */
function coveredIn({ title, sections, paragraphs, tables }: Read): Places {
  return placesOf([
    ...(title === undefined ? [] : [title.span]),
    ...sections.map(({ headingSpan }) => headingSpan),
    ...paragraphs.flatMap(({ lines }) => lines),
    ...Object.values(tables).flatMap((table) => table.grid.flat().map(({ span }) => span)),
  ]);
}

/** A part while the draft is divided: its edges may still give way. */
interface Node {
  readonly content: PartContent;
  start: number;
  end: number;
  readonly inside: Node[];
}

/** Contents in order as a tree: what lies within another is inside it; of two that overlap the first one ends before the second. */
function nested(placed: readonly Placed[]): Node[] {
  const roots: Node[] = [];
  const open: Node[] = [];
  for (const { content, span } of placed) {
    const node: Node = { content, start: span.start, end: Math.max(span.start, span.end), inside: [] };
    let top = open.at(-1);
    while (top !== undefined && (top.end <= node.start || node.end > top.end)) {
      if (top.end > node.start) {
        // Of two with one start the first keeps its place.
        if (top.start < node.start) top.end = node.start;
        else node.start = top.end;
      }
      open.pop();
      top = open.at(-1);
    }
    if (top !== undefined) node.start = Math.max(node.start, top.start);
    node.end = Math.max(node.start, node.end);
    (top?.inside ?? roots).push(node);
    open.push(node);
  }
  return roots;
}

/** The parts of the whole draft: what lies between two goes to the one whose line it is on, empty lines to none. */
function contiguous(nodes: readonly Node[], source: Source): Part[] {
  const parts: Part[] = [];
  let at = 0;
  nodes.forEach((node, index) => {
    const next = nodes[index + 1];
    const start = leadOf(node, at, source);
    if (start > at) parts.push(gap({ start: at, end: start }, source));
    const end = tailOf(node, next?.start ?? source.text.length, source);
    parts.push({ ...node.content, span: { start, end }, inside: node.inside.map(partOf) });
    at = end;
  });
  if (at < source.text.length) parts.push(gap({ start: at, end: source.text.length }, source));
  return parts;
}

function partOf({ content, start, end, inside }: Node): Part {
  return { ...content, span: { start, end }, inside: inside.map(partOf) };
}

function gap(span: Span, { language }: Source): Part {
  return { kind: language === 'html' ? 'markup' : 'blank', span, inside: [] };
}

/** Where a part begins: with its line, where nothing else stands before it there. */
function leadOf({ start }: Node, from: number, { language, lines }: Source): number {
  if (language === 'html') return start;
  return Math.max(from, Math.min(start, lines.start(lines.lineAt(start))));
}

/** Where a part ends: behind its last line break, or where the next one begins. */
function tailOf({ start, end }: Node, next: number, { language, lines, text }: Source): number {
  if (language === 'html') return end;
  const line = lines.lineAt(Math.max(start, end - 1));
  const behind = line + 1 < lines.count ? lines.start(line + 1) : text.length;
  return Math.min(next, behind);
}
