import { type FormatId, formatOfYear, formats, isCommon, presentFormat } from '../../format/formats.ts';
import type { SectionFormat, TableId } from '../../format/schema.ts';
import { isBlank, trimText } from '../../text/fold.ts';
import { countWhile } from '../../text/search.ts';
import type { Span } from '../../text/span.ts';
import type { Language, Part, Report, Section, Table, Title } from '../model.ts';
import { type AnchoredRow, isFilled, numbersIn } from './anchored.ts';
import type { PlacedDraft } from './drafts.ts';
import { formatOfTable, formatsTold, type Likely } from './formats.ts';
import { furnitureBehind, withoutFurniture } from './furniture.ts';
import {
  type Candidate,
  type Chain,
  chooseChain,
  contentsEntries,
  type Heading,
  readCaption,
  readHeading,
  readInline,
} from './headings.ts';
import { readParts } from './parts.ts';
import { isExact, type TextLine } from './pieces.ts';
import { readParagraphs } from './prose.ts';
import { type Announcement, findRegions } from './regions.ts';
import { cut, type Source } from './source.ts';
import { buildTable } from './tables.ts';
import { readAnnouncedBody, readSignature, readTitle } from './title.ts';
import { readDrafts } from './ways.ts';
import { readYears } from './years.ts';

/** Evidence that makes a document a report: a title counts 3, a heading 1, a table 2. */
const ENOUGH = 4;
/** Official labels by which some cells are told for a whole table. */
const WHOLE_TABLE = 6;
/** Pieces, and characters of each, by which the language is told. */
const MEASURED = 300;

/**
 * Reads a draft. Total and linear in the text; never throws.
 * @returns the report, or undefined for a document that is none
 */
export function readReport(text: string, language: Language): Report | undefined {
  const draft = cut(text, language);
  if (!isChinese(draft)) return undefined;
  // What the web page around the report says is none of it; the parts have it all the same.
  const source = { ...draft, pieces: withoutFurniture(draft.pieces) };
  const headings = readHeadings(source);
  const drafts = draftsOf(source, headings);
  const chain = chooseChain(candidatesOf(headings, source, drafts));
  const title = readTitle(source, chain.regular[0]?.piece ?? source.pieces.length);
  const whole = drafts.filter((draft) => draft.anchored.labels >= WHOLE_TABLE);
  const tableIds = new Set(whole.map((draft) => draft.anchored.table));
  const evidence = (title === undefined ? 0 : 3) + chain.regular.length + 2 * tableIds.size;
  if (evidence < ENOUGH || (title === undefined && tableIds.size === 0 && chain.regular.length < ENOUGH))
    return undefined;

  const signature = readSignature(source);
  const front = source.text.slice(0, chain.regular[1]?.span.start ?? text.length);
  const bodyEnd = signature?.start ?? furnitureBehind(draft.pieces, source.pieces) ?? text.length;
  const sections = sectionsOf(chain, source, bodyEnd);
  const likely = tablesOf(drafts, title?.year);
  const paragraphs = readParagraphs(
    source,
    [...takenBy(chain, title), ...Object.values(likely.tables).map(({ span }) => span)],
    bodyEnd,
  );
  const years = readYears({ text, title, signature, sections, paragraphs, bodyEnd });
  const report = {
    text,
    uncommented: source.text,
    commentSpans: source.comments,
    lines: source.lines,
    language: source.language,
    title,
    body: title?.body ?? signature?.body ?? readAnnouncedBody(front),
    year: years.year,
    years,
    ...(isReadAlike(title?.year, years.year) ? likely : tablesOf(drafts, years.year)),
    sections: sections.map((section) => ({ ...section, format: inFormatOf(years.ofText, section.format) })),
    paragraphs,
    signature,
    suppressions: source.suppressions,
    bodyEnd,
  };
  let parts: readonly Part[] | undefined;
  return {
    ...report,
    /** Made when first asked for: few findings need them. */
    get parts() {
      parts ??= readParts(draft, report);
      return parts;
    },
  };
}

/** The statutory tables of a text that need not be a report, as of one that was copied; in the order of the text. */
export function readTables(text: string, language: Language): readonly Table[] {
  const source = cut(text, language);
  const headings = readHeadings(source);
  const drafts = draftsOf(source, headings).filter((draft) => draft.anchored.labels >= WHOLE_TABLE);
  return Object.values(tablesOf(drafts, undefined).tables).sort((a, b) => a.span.start - b.span.start);
}

/** Whether more Chinese characters than Latin letters stand in the first pieces: a text about reports is none. */
function isChinese(source: Source): boolean {
  const texts = source.pieces
    .slice(0, MEASURED)
    .flatMap((piece) => (piece.kind === 'line' ? piece.text : piece.rows.flat().map((cell) => cell.text)));
  let left = texts.reduce((sum, { length }) => sum + Math.min(length, MEASURED), 0);
  let balance = 0;
  for (const text of texts) {
    // What is left cannot turn it any more.
    if (balance > left) return true;
    const length = Math.min(text.length, MEASURED);
    for (let i = 0; i < length; i++) {
      const code = text.charCodeAt(i);
      if (code >= 0x4e00 && code <= 0x9fff) balance++;
      else if ((code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)) balance--;
    }
    left -= length;
  }
  return balance > 0;
}

function readHeadings(source: Source): Heading[] {
  return source.pieces.flatMap((piece, index) => {
    if (piece.kind === 'table') return [];
    const next = source.pieces[index + 1];
    const heading = readHeading(piece, index, next?.kind === 'line' ? next : undefined);
    const inside = readInline(piece, index);
    return heading === undefined ? inside : [heading, ...inside.filter(({ span }) => span.start > heading.span.end)];
  });
}

/** Whether text stands in a line behind an offset, marks not counted; what is a full stop or two is none. */
function isTextBehind(line: TextLine, offset: number): boolean {
  const { text, span } = line;
  return (isExact(line) ? trimText(text.slice(offset - span.start)).length : span.end - offset) > 8;
}

/** The headings and captions by their pieces, each with the table that it announces. */
function announcementsOf(source: Source, headings: readonly Heading[]): ReadonlyMap<number, Announcement> {
  const found = new Map<number, Announcement>();
  for (const [index, piece] of source.pieces.entries()) {
    const table = piece.kind === 'line' ? readCaption(piece)?.table : undefined;
    if (table !== undefined) found.set(index, { kind: 'caption', table });
  }
  for (const { piece, section } of headings) found.set(piece, { kind: 'heading', table: section.table });
  return found;
}

function draftsOf(source: Source, headings: readonly Heading[]): PlacedDraft[] {
  const announcements = announcementsOf(source, headings);
  let expected: TableId | undefined;
  const tables = source.pieces.flatMap((piece, index) => {
    const announcement = announcements.get(index);
    if (announcement !== undefined) expected = announcement.table;
    return piece.kind === 'table' ? [{ piece: index, table: piece, expected }] : [];
  });
  return readDrafts(findRegions(source, announcements), tables);
}

/** Adds to the headings what stands under them. */
function candidatesOf(headings: readonly Heading[], source: Source, drafts: readonly PlacedDraft[]): Candidate[] {
  const candidates = headings.map((heading, i) => candidateOf(heading, headings[i + 1], source, drafts));
  const empty = candidates.map((candidate) => !candidate.hasText && !candidate.holdsTable);
  const listed = contentsEntries(headings, empty);
  return candidates.map((candidate, i) => ({ ...candidate, listed: listed.has(headings[i] as Heading) }));
}

/** Adds to a heading what stands under it, up to the next one. */
function candidateOf(
  heading: Heading,
  next: Heading | undefined,
  source: Source,
  drafts: readonly PlacedDraft[],
): Omit<Candidate, 'listed'> {
  const end = next?.piece ?? source.pieces.length;
  const own = source.pieces[heading.piece];
  let hasText =
    next?.piece === heading.piece
      ? next.span.start > heading.span.end
      : own?.kind === 'line' && isTextBehind(own, heading.span.end);
  for (let i = heading.piece + 1; i < end && !hasText; i++) {
    const piece = source.pieces[i];
    hasText = piece?.kind === 'table' || (piece !== undefined && !isBlank(piece.text));
  }
  let holdsTable = false;
  const first = countWhile(drafts, ({ piece }) => piece <= heading.piece);
  for (let i = first; (drafts[i]?.piece ?? end) < end; i++) {
    if (drafts[i]?.anchored.table === heading.section.table) holdsTable = true;
  }
  return { ...heading, hasText, holdsTable };
}

/** The places of title and headings. */
function takenBy({ regular, doubled, displaced }: Chain, title: Title | undefined): Span[] {
  const headings = [...regular, ...doubled, ...displaced].map(({ span }) => span);
  return title === undefined ? headings : [title.span, ...headings];
}

function sectionsOf(chain: Chain, source: Source, bodyEnd: number): Section[] {
  const roles = [
    ...chain.regular.map((candidate) => ({ candidate, role: 'regular' as const })),
    ...chain.doubled.map((candidate) => ({ candidate, role: 'doubled' as const })),
    ...chain.displaced.map((candidate) => ({ candidate, role: 'displaced' as const })),
  ].sort((a, b) => a.candidate.span.start - b.candidate.span.start);
  /** Start of a heading's line, or of the heading where other text stands before it on the line. */
  const startOf = (i: number): number => {
    const at = roles[i]?.candidate.span.start ?? bodyEnd;
    const line = source.lines.start(source.lines.lineAt(at));
    const before = roles[i - 1]?.candidate.span.end ?? 0;
    if (before > line) return at;
    const piece = source.pieces[roles[i]?.candidate.piece ?? -1];
    const ahead = piece?.kind === 'line' && isExact(piece) ? piece.text.slice(0, at - piece.span.start) : undefined;
    const text = ahead ?? source.text.slice(line, at).replace(/<[^<>]*>/g, '');
    return /[\p{L}\p{N}]/u.test(text) ? at : Math.min(at, line);
  };
  return roles.map(({ candidate, role }, i) => {
    const end = i + 1 < roles.length ? startOf(i + 1) : bodyEnd;
    return {
      format: candidate.section,
      heading: candidate.text,
      headingSpan: candidate.span,
      line: source.lines.lineAt(candidate.span.start),
      span: { start: startOf(i), end: Math.max(end, candidate.span.end) },
      role,
    };
  });
}

/** A section as the format of a year has it. */
function inFormatOf(year: number | undefined, section: SectionFormat): SectionFormat {
  return formatOfYear(year).sections.find(({ number }) => number === section.number) ?? section;
}

/**
 * The tables of a report of a year, each in its own format, and the format of all: where they are of several the year's,
 * if it is among them. What a table leaves open goes by the other tables, then by the year.
 */
function tablesOf(drafts: readonly PlacedDraft[], year: number | undefined): Pick<Report, 'format' | 'tables'> {
  const wanted = formatOfYear(year).id;
  const told = formatsTold(drafts.map(({ anchored }) => anchored));
  const most = told.includes(wanted) ? wanted : (told[0] ?? wanted);
  const open = formatsBy(year);
  const tables = tablesIn({ formats: [most, wanted], open, named: wanted }, drafts);
  const own = Object.values(tables).flatMap((table) => (isCommon(table.format) ? [] : [table.formatId]));
  const format = [wanted, most].find((id) => own.includes(id)) ?? own[0] ?? most;
  // A table that is the same in several formats is of the report's.
  const isNamed = format === wanted;
  return { format, tables: isNamed ? tables : tablesIn({ formats: [format, wanted], open, named: format }, drafts) };
}

/** The formats that there are in reports of a year; all where it is not known. */
function formatsBy(year: number | undefined): readonly FormatId[] {
  return formats.filter(({ firstYear }) => year === undefined || firstYear <= year).map(({ id }) => id);
}

/** Whether tables are read alike in reports of two years. */
function isReadAlike(one: number | undefined, other: number | undefined): boolean {
  return formatOfYear(one) === formatOfYear(other) && formatsBy(one).length === formatsBy(other).length;
}

/** The table of each kind: pages may have cut it, so drafts with other rows belong together; of two whole ones the fuller. */
function tablesIn(likely: Likely, drafts: readonly PlacedDraft[]): Report['tables'] {
  const tables: Partial<Record<TableId, Table>> = {};
  for (const { id } of presentFormat.tables) {
    const groups: Group[] = [];
    for (const draft of drafts) {
      if (draft.anchored.table !== id) continue;
      const rows = new Set(draft.anchored.rows.filter(isOwnRow).map((row) => row.id));
      const last = groups[groups.length - 1];
      if (last === undefined || [...rows].some((row) => last.rows.has(row))) groups.push({ drafts: [draft], rows });
      else {
        last.drafts.push(draft);
        for (const row of rows) last.rows.add(row);
      }
    }
    const best = groups.reduce<Group | undefined>(
      (fullest, group) => (fullest === undefined || weightOf(group) > weightOf(fullest) ? group : fullest),
      undefined,
    );
    if (best === undefined) continue;
    const parts = best.drafts.map(({ anchored }) => anchored);
    const table = buildTable(best.drafts, formatOfTable(id, parts, likely));
    if (table !== undefined) tables[id] = table;
  }
  return tables;
}

/** Drafts of one table, which pages may have cut. */
interface Group {
  readonly drafts: PlacedDraft[];
  /** Ids of the rows that have numbers. */
  readonly rows: Set<string>;
}

/** Whether a row stands with its label and its numbers: in another draft it would be another table's. */
function isOwnRow(row: AnchoredRow): boolean {
  return (row.kind === 'row' || row.kind === 'values') && numbersIn(row) > 0;
}

/** Rows of a group of drafts, those that hold something twice. */
function weightOf({ drafts }: Group): number {
  const rows = drafts.flatMap(({ anchored }) => anchored.rows).filter(({ kind }) => kind !== 'unknown');
  return new Set(rows.map(({ id }) => id)).size + rows.filter(isFilled).length;
}
