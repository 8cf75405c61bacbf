import {
  AlignmentType,
  HeadingLevel,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { GridCell } from '../../format/grid.ts';
import type { TableFormat } from '../../format/schema.ts';
import type { Slot } from '../../format/shape.ts';
import { columnShares, evened, tableParts } from '../../format/tableParts.ts';
import { legalText } from '../../text/legalText.ts';
import type { DocumentBlock, ReportDocument } from '../document.ts';
import type { Inline } from '../inlines.ts';
import { page, sizes } from '../officialType.ts';
import { titleLines } from '../titleParts.ts';
import { font, packed, runStyle, TWIPS_A_POINT, twips } from './wordParts.ts';

/** Width of the text on an A4 page: 156 mm. */
const WIDTH = twips(page.width - page.left - page.right);
const INDENT = 2 * sizes.text * TWIPS_A_POINT;
/** Columns from which a table is set in smaller type. */
const WIDE = 9;

/** A report as a Word file in official type; the same report always gives the same bytes. */
export async function toDocx({ name, blocks }: ReportDocument): Promise<Uint8Array> {
  return packed({
    name,
    page,
    styles: styles(),
    children: blocks.flatMap(partsOf),
    pageNumber: sizes.pageNumber,
    footer: page.bottom - 10,
  });
}

function styles() {
  const line = { line: sizes.line * TWIPS_A_POINT, lineRule: LineRuleType.EXACT, before: 0, after: 0 };
  const heading = { spacing: line, indent: { firstLine: INDENT }, keepNext: true };
  return {
    default: {
      document: {
        run: { ...runStyle('text', sizes.text), language: { value: 'en-US', eastAsia: 'zh-CN' } },
        paragraph: { spacing: line },
      },
      title: {
        run: runStyle('title', sizes.title),
        paragraph: {
          alignment: AlignmentType.CENTER,
          spacing: { ...line, line: sizes.titleLine * TWIPS_A_POINT, after: sizes.line * TWIPS_A_POINT },
          keepNext: true,
        },
      },
      heading1: { run: runStyle('heading', sizes.text), paragraph: heading },
      heading2: { run: runStyle('subheading', sizes.text), paragraph: heading },
    },
  };
}

function partsOf(block: DocumentBlock): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'title':
      return [new Paragraph({ heading: HeadingLevel.TITLE, children: titleRuns(block.text) })];
    case 'section':
      return [new Paragraph({ heading: HeadingLevel.HEADING_1, children: [textRun(block.text)] })];
    case 'subsection':
      return [new Paragraph({ heading: HeadingLevel.HEADING_2, children: [textRun(block.text)] })];
    case 'signature':
      return [
        new Paragraph({
          alignment: AlignmentType.RIGHT,
          indent: { right: INDENT },
          children: [textRun(block.text)],
        }),
      ];
    case 'paragraph':
      return [
        new Paragraph({
          alignment: AlignmentType.BOTH,
          indent: { firstLine: INDENT },
          children: block.inlines.map(inlineRun),
        }),
      ];
    case 'table':
      return [statutoryTable(block.format, block.textOf), gap()];
    case 'grid':
      return [plainTable(block.rows), gap()];
  }
}

/** A title on one line, or broken where it makes sense. */
function titleRuns(title: string): TextRun[] {
  const room = Math.floor(WIDTH / (sizes.title * TWIPS_A_POINT));
  return titleLines(title, room).map((text, i) => new TextRun({ text: legalText(text), ...(i > 0 && { break: 1 }) }));
}

function textRun(text: string): TextRun {
  return new TextRun(legalText(text));
}

function inlineRun({ text, strong }: Inline): TextRun {
  return strong ? new TextRun({ text: legalText(text), bold: true }) : textRun(text);
}

/** Two tables without anything between them would be one. */
function gap(): Paragraph {
  return new Paragraph({ spacing: { line: 10 * TWIPS_A_POINT, lineRule: LineRuleType.EXACT }, children: [] });
}

function statutoryTable(format: TableFormat, textOf: (slot: Slot) => string): Table {
  const { width, head, bodies } = tableParts(format);
  const size = width > WIDE ? sizes.narrowTable : sizes.table;
  const rowOf = (row: readonly GridCell[], tableHeader: boolean, keepNext: boolean): TableRow =>
    new TableRow({ tableHeader, cantSplit: true, children: row.map((cell) => gridCell(cell, textOf, size, keepNext)) });
  // A table, or a block of table 2, stays on one page where there is room for it, and with it its heading.
  return table(
    [
      ...head.map((row) => rowOf(row, true, true)),
      ...bodies.flatMap((rows) => rows.map((row, i) => rowOf(row, false, i < rows.length - 1))),
    ],
    columnShares(format, width).map((share) => Math.floor(share * WIDTH)),
  );
}

function table(rows: TableRow[], columnWidths: number[]): Table {
  return new Table({
    rows,
    columnWidths,
    width: { size: columnWidths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    margins: { marginUnitType: WidthType.DXA, top: 30, bottom: 30, left: 40, right: 40 },
  });
}

function gridCell(
  { kind, text, colspan, rowspan, slot }: GridCell,
  textOf: (slot: Slot) => string,
  size: number,
  keepNext: boolean,
): TableCell {
  return new TableCell({
    columnSpan: colspan,
    rowSpan: rowspan,
    verticalAlign: VerticalAlign.CENTER,
    children: [cellText(slot === undefined ? text : textOf(slot), size, kind === 'label', keepNext)],
  });
}

function cellText(text: string, size: number, left: boolean, keepNext: boolean): Paragraph {
  const run = { font: font('table'), size: 2 * size };
  return new Paragraph({
    // Else an empty cell is as high as a line of the text.
    run,
    keepNext,
    alignment: left ? AlignmentType.LEFT : AlignmentType.CENTER,
    spacing: { line: 240, lineRule: LineRuleType.AUTO },
    children: [new TextRun({ ...run, text: legalText(text) })],
  });
}

function plainTable(rows: readonly (readonly string[])[]): Table {
  const even = evened(rows);
  const width = even[0]?.length ?? 1;
  const cellOf = (text: string): TableCell =>
    new TableCell({ verticalAlign: VerticalAlign.CENTER, children: [cellText(text, sizes.table, false, false)] });
  return table(
    even.map((row) => new TableRow({ cantSplit: true, children: row.map(cellOf) })),
    new Array<number>(width).fill(Math.floor(WIDTH / width)),
  );
}
