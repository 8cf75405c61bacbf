import type { Evidence } from '../format/evidence.ts';
import type { FormatId } from '../format/formats.ts';
import type { SectionFormat, TableFormat, TableId } from '../format/schema.ts';
import type { RowShape, Slot } from '../format/shape.ts';
import type { Amount } from '../text/amount.ts';
import type { LineIndex } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import type { Language, Layout } from './layouts.ts';

export type { Language, Layout };

/**
 * How columns of spaces are counted: most tools count a Chinese character as two columns, `pdftotext -layout` as
 * one character.
 */
export type Metric = 'display' | 'characters';

/** Middle of a cell in its line, in either way of counting. */
export type Extent = Readonly<Record<Metric, number>>;

/** A cell as it stands in the draft. */
export interface Cell {
  /** Its text without surrounding white space, entities and inline marks resolved. */
  readonly text: string;
  /** Its text in the draft; of a blank cell the gap between its separators. */
  readonly span: Span;
  /** Its place in its line, where the layout is made of columns of spaces. */
  readonly extent?: Extent;
  /** Nothing in the draft sets it apart from the cells around it. */
  readonly glued?: true;
}

/** What is known of a value: what its cell says, or nothing where several readings are as good. */
export type Known = Amount | { readonly kind: 'open' };

/**
 * How a value was read: from a cell in its place; where cells are fewer or more than columns, or stand apart from their
 * labels, by what aligns them; cut out of a cell that holds several; chosen among readings by relations; not at all.
 */
export type HowRead = 'exact' | 'aligned' | 'cut' | 'restored' | 'open';

/** One value of a table. */
export interface Value {
  readonly slot: Slot;
  /** `open` where it was not read for certain: then no relation, sum or sentence may count it. */
  readonly amount: Known;
  readonly read: HowRead;
  /** Undefined where the draft has no place for it. */
  readonly cell: Cell | undefined;
}

/** How a row's cells were laid on its columns. */
export type Alignment =
  /** As many cells as columns, or more with blank ones at the edges. */
  | { readonly kind: 'exact' }
  /** Another number of cells; one reading is better than all others. */
  | { readonly kind: 'placed'; readonly cells: number }
  /** Another number of cells and no single best reading: the row is not judged. */
  | { readonly kind: 'tied'; readonly cells: number };

/** A row of values that was found. */
export interface Row {
  readonly shape: RowShape;
  /** Place of its label; of a row without one the place of its first cell. */
  readonly label: Span;
  /** How the label was recognised; `guessed` from its place between its neighbours. */
  readonly wording: 'official' | 'alias' | 'misspelling' | 'near' | 'glossed' | 'guessed';
  readonly values: readonly Value[];
  readonly alignment: Alignment;
  /** The cells as they stand, blank ones included, from the first value to the last. */
  readonly cells: readonly Cell[];
}

/** What a table has that the official one has not, or the reverse. */
export interface TableFaults {
  readonly missingRows: readonly RowShape[];
  readonly missingColumns: readonly string[];
  readonly extraRows: readonly { readonly text: string; readonly span: Span; readonly cells: readonly Cell[] }[];
  readonly extraColumns: readonly Cell[];
  readonly doubledRows: readonly { readonly shape: RowShape; readonly span: Span; readonly cells: readonly Cell[] }[];
}

/** A statutory table that was found in the draft. */
export interface Table {
  readonly format: TableFormat;
  readonly formatId: FormatId;
  readonly layout: Layout;
  /** From the first cell to the last, whole lines except in HTML. */
  readonly span: Span;
  readonly rows: readonly Row[];
  /** By the slot's index; undefined where the row was not found. */
  readonly values: readonly (Value | undefined)[];
  readonly faults: TableFaults;
  /** The rows of cells as they stand, for comparison with the standard layout. */
  readonly grid: readonly (readonly Cell[])[];
  /** The formats of each label that not all formats have. */
  readonly evidence: Evidence;
}

/** A section that was found; `span` runs from its heading to the next one or the end of the body. */
export interface Section {
  readonly format: SectionFormat;
  /** The heading as written, without outer white space and Markdown marks, and its place. */
  readonly heading: string;
  readonly headingSpan: Span;
  /** Zero-based line of the heading. */
  readonly line: number;
  readonly span: Span;
  /** `doubled`: the same section stands before; `displaced`: it stands out of order. */
  readonly role: 'regular' | 'doubled' | 'displaced';
}

/** A part of a paragraph's text and where it stands in the draft. */
export interface Stretch {
  /** Offset in the paragraph's text. */
  readonly at: number;
  readonly length: number;
  readonly span: Span;
}

/** A place in a paragraph at which copying broke it. */
export interface Break {
  /** Offset in the paragraph's text of the first character behind it. */
  readonly at: number;
  /** What stands between in the draft: line ends, empty lines, page numbers. */
  readonly span: Span;
}

/** A paragraph of running text: its lines joined, Markdown and HTML marks left out. */
export interface Paragraph {
  readonly text: string;
  /** Whether the draft marks it as a heading, as `### （一）主动公开`. */
  readonly heading: boolean;
  /** Whether the draft marks it as an item of a list: `- 一是强化培训`. */
  readonly item: boolean;
  /** In the order of the text, without gaps in it. */
  readonly stretches: readonly Stretch[];
  readonly breaks: readonly Break[];
  /** The lines that it was joined from, each with the inline marks on either side of its words. */
  readonly lines: readonly Span[];
  /** In HTML the text of each of its lines as a browser shows it. */
  readonly shown: readonly string[] | undefined;
}

/** The body and date at the end of a report. */
export interface Signature {
  readonly body: string | undefined;
  readonly bodySpan: Span | undefined;
  /** The date as written. */
  readonly date: string;
  readonly dateSpan: Span;
  readonly year: number;
  /** Where it begins: start of the line of the body, or of the date. */
  readonly start: number;
}

/** The title over a report. */
export interface Title {
  readonly text: string;
  readonly span: Span;
  readonly body: string | undefined;
  readonly year: number | undefined;
}

/** A comment to this program, as `<!-- nianbao-disable-next-line period citation -->`; it may be misspelt. */
export interface SuppressionComment {
  /** The whole comment. */
  readonly span: Span;
  /** What it asks for: `nianbao-disable-next-line`. */
  readonly word: string;
  readonly wordSpan: Span;
  /** The codes that it names, as written; none stands for all codes. */
  readonly names: readonly { readonly text: string; readonly span: Span }[];
}

/** A place that says which year a report is of. */
export interface YearMention {
  readonly kind: 'title' | 'period' | 'announcement' | 'signature' | 'opening' | 'reporting';
  /** The report year that it speaks for: of a date under the report the year before. */
  readonly year: number;
  /** The digits of the year in the draft; of a signature the whole date. */
  readonly span: Span;
  /** Whether no other year is named around it: then it does not compare years. */
  readonly alone: boolean;
}

/** A year, month or day of the statistical period. */
export interface PeriodPart {
  readonly value: number;
  /** What it must be; undefined where it is the report year. */
  readonly due: number | undefined;
  readonly span: Span;
}

/** The statistical period as written: `2025年1月1日至12月31日`. */
export interface StatedPeriod {
  readonly text: string;
  readonly span: Span;
  readonly parts: readonly PeriodPart[];
}

/** What a draft says of its year. */
export interface Years {
  /**
   * The year that most places speak for; of equally many the one that stands first. The title's where that is one ahead
   * of the others: who brings last year's report up to date begins with the title.
   */
  readonly year: number | undefined;
  /** The year by which the text is judged: `year`, or the one before where nothing but the title is ahead of it. */
  readonly ofText: number | undefined;
  readonly mentions: readonly YearMention[];
  /** Undefined where there is none, or none whose dates can be judged. */
  readonly period: StatedPeriod | undefined;
  /** Whether a period is written in any form, be its dates damaged or yet to be filled in. */
  readonly periodStated: boolean;
}

/** What a part of a draft is. */
export type PartContent =
  | { readonly kind: 'title'; readonly title: Title }
  /** Heading of a section. */
  | { readonly kind: 'heading'; readonly section: Section }
  /** Running text; an `item` is set off as one of a list. */
  | { readonly kind: 'paragraph' | 'item'; readonly paragraph: Paragraph }
  /** A statutory table: whole lines, in HTML its element. */
  | { readonly kind: 'table'; readonly table: Table }
  /** Rows of any other table, their cells' texts. */
  | { readonly kind: 'rows'; readonly rows: readonly (readonly string[])[] }
  /** A line that is no running text; of the signature, its body or date. */
  | { readonly kind: 'line' | 'signature'; readonly text: string }
  /** A page number that copying left. */
  | { readonly kind: 'page-number'; readonly text: string }
  /** A comment; a block of code, whose lines are inside it. */
  | { readonly kind: 'comment' | 'code' }
  /** Nothing to read: empty lines and rules; in HTML tags and what a browser does not show. */
  | { readonly kind: 'blank' | 'markup' };

/** A part of a draft: what it is, where it stands, and what stands within it that is none of it, in order. */
export type Part = PartContent & { readonly span: Span; readonly inside: readonly Part[] };

/** A report as it was read. */
export interface Report {
  readonly text: string;
  /** The draft with a space in place of each character of a comment. */
  readonly uncommented: string;
  /** All of its comments, in order. */
  readonly commentSpans: readonly Span[];
  readonly lines: LineIndex;
  readonly language: Language;
  /** The whole draft in its order: the spans follow each other from the first character to the last. */
  readonly parts: readonly Part[];
  readonly title: Title | undefined;
  readonly body: string | undefined;
  /** The report year: that of `years`. */
  readonly year: number | undefined;
  readonly years: Years;
  /**
   * The format of the tables; where they are of several, that of the year if it is among them, else the one that most
   * labels speak for; where there are none, that of the year.
   */
  readonly format: FormatId;
  readonly sections: readonly Section[];
  readonly tables: Readonly<Partial<Record<TableId, Table>>>;
  /** The running text in order: preface, sections; without headings, tables, title and signature. */
  readonly paragraphs: readonly Paragraph[];
  readonly signature: Signature | undefined;
  /** The comments to this program, in order; other comments are nowhere in the report. */
  readonly suppressions: readonly SuppressionComment[];
  /** Offset where a signature or the end of the body begins: a section inserted last comes before it. */
  readonly bodyEnd: number;
}

/** The values of rows by the indexes of their slots, as `Table.values`. */
export function valuesBySlot(rows: readonly Row[]): readonly (Value | undefined)[] {
  const values: (Value | undefined)[] = [];
  for (const row of rows) for (const value of row.values) values[value.slot.index] = value;
  return values;
}

/** A table's value in a slot, also in a slot of another format; undefined where its row was not found. */
export function valueAt(table: Table, slot: Slot): Value | undefined {
  const value = table.values[slot.index];
  if (value?.slot === slot) return value;
  return table.values.find((other) => other?.slot.row === slot.row && other.slot.column === slot.column);
}
