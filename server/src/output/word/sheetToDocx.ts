import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  HeightRule,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  UnderlineType,
  VerticalAlign,
  WidthType,
} from 'docx';
import { legalText } from '../../text/legalText.ts';
import { displayWidth } from '../../text/width.ts';
import { sheetPage, sheetSizes as sizes } from '../officialType.ts';
import type { Sheet, SheetBlock, SheetRow, SheetTable } from '../sheet.ts';
import { font, packed, runStyle, TWIPS_A_POINT, twips } from './wordParts.ts';

/** Width of the text: 174 mm. */
const WIDTH = twips(sheetPage.width - sheetPage.left - sheetPage.right);
/** A column is at least and at most as wide as so many columns of a fixed-width font. */
const NARROWEST = 8;
const WIDEST = 44;
/** Height of a row to sign in, in millimetres. */
const SIGNING = 12;
/** A half more than the type's own height. */
const SPACING = { line: 360, lineRule: LineRuleType.AUTO } as const;

/** A sheet as a Word file, A4, in the typefaces of official documents; the same sheet always gives the same bytes. */
export async function sheetToDocx({ name, blocks }: Sheet): Promise<Uint8Array> {
  return packed({
    name,
    page: sheetPage,
    styles: styles(),
    children: blocks.flatMap(partsOf),
    pageNumber: sizes.table,
    footer: sheetPage.bottom / 2,
  });
}

function styles() {
  const heading = (size: number) => ({ ...runStyle('heading', size), bold: true });
  return {
    default: {
      document: {
        run: { ...runStyle('table', sizes.text), language: { value: 'en-US', eastAsia: 'zh-CN' } },
        paragraph: { spacing: { ...SPACING, before: 0, after: 0 } },
      },
      title: {
        run: runStyle('title', sizes.title),
        paragraph: { alignment: AlignmentType.CENTER, spacing: SPACING, keepNext: true },
      },
      heading1: {
        run: heading(sizes.heading),
        paragraph: { spacing: { ...SPACING, before: 240, after: 80 }, keepNext: true },
      },
      heading2: {
        run: heading(sizes.text),
        paragraph: { spacing: { ...SPACING, before: 160, after: 40 }, keepNext: true },
      },
    },
  };
}

function partsOf(block: SheetBlock): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'title':
      return [new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(legalText(block.text))] })];
    case 'subject':
      return [paragraph(block.text, { size: sizes.subject, centred: true })];
    case 'verdict':
      return [paragraph(block.text, { size: sizes.subject, framed: true })];
    case 'paragraph':
      return [paragraph(block.text, { size: sizes.text })];
    case 'note':
      return [paragraph(block.text, { size: sizes.table })];
    case 'heading':
      return [heading(block.text, block.level)];
    case 'table':
      return tableParts(block.table, contentShares(block.table), { told: true });
    case 'summary':
      return tableParts(block.table, contentShares(block.table), { told: false });
    case 'signing':
      return [heading(block.heading, 1), ...tableParts(block.table, [22, 46, 32], { told: false, signing: true })];
  }
}

function heading(text: string, level: 1 | 2): Paragraph {
  return new Paragraph({
    heading: level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
    children: [new TextRun(legalText(text))],
  });
}

interface ParagraphLook {
  readonly size: number;
  readonly centred?: boolean;
  /** In a frame and bold. */
  readonly framed?: boolean;
}

function paragraph(text: string, { size, centred = false, framed = false }: ParagraphLook): Paragraph {
  const side = { style: BorderStyle.SINGLE, size: 12, space: 4, color: '000000' };
  return new Paragraph({
    ...(centred && { alignment: AlignmentType.CENTER }),
    ...(framed && {
      border: { top: side, bottom: side, left: side, right: side },
      indent: { left: 120, right: 120 },
    }),
    spacing: { ...SPACING, before: 60, after: 60 },
    children: [new TextRun({ text: legalText(text), size: 2 * size, bold: framed })],
  });
}

interface TableLook {
  /** Whether the last cell of a row tells how it came out. */
  readonly told: boolean;
  /** Whether its rows are to sign in: higher, and all on one page. */
  readonly signing?: boolean;
}

/** A table below its caption; after it some room, else two tables would be one. */
function tableParts(
  { caption, columns, rows }: SheetTable,
  shares: readonly number[],
  look: TableLook,
): (Paragraph | Table)[] {
  const all = shares.reduce((sum, share) => sum + share, 0);
  const columnWidths = columns.map((_, i) => Math.floor(((shares[i] ?? 0) / all) * WIDTH));
  const head = columns.map((text) => cell(text, { bold: true, keepNext: true }));
  return [
    new Paragraph({
      keepNext: true,
      spacing: { ...SPACING, before: 80 },
      children: [new TextRun({ text: legalText(caption), size: 2 * sizes.table })],
    }),
    new Table({
      rows: [
        new TableRow({ tableHeader: true, cantSplit: true, children: head }),
        ...rows.map((row, i) => tableRow(row, look, i < rows.length - 1)),
      ],
      columnWidths,
      width: { size: columnWidths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
      layout: TableLayoutType.FIXED,
      margins: { marginUnitType: WidthType.DXA, top: 30, bottom: 30, left: 80, right: 80 },
    }),
    new Paragraph({
      spacing: { line: 10 * TWIPS_A_POINT, lineRule: LineRuleType.EXACT },
      children: [],
    }),
  ];
}

function tableRow({ cells, state }: SheetRow, { told, signing = false }: TableLook, before: boolean): TableRow {
  return new TableRow({
    cantSplit: true,
    ...(signing && { height: { value: twips(SIGNING), rule: HeightRule.ATLEAST } }),
    children: cells.map((text, i) => {
      const last = i === cells.length - 1;
      return cell(text, {
        bold: state === 'fails',
        underlined: state === 'fails' && told && last,
        italic: state === 'unjudged' && last,
        keepNext: signing && before,
        ...(signing && { size: sizes.text, right: last }),
      });
    }),
  });
}

interface CellLook {
  readonly bold: boolean;
  readonly keepNext: boolean;
  readonly underlined?: boolean;
  readonly italic?: boolean;
  readonly right?: boolean;
  readonly size?: number;
}

function cell(text: string, look: CellLook): TableCell {
  const { bold, keepNext, underlined = false, italic = false, right = false, size = sizes.table } = look;
  const run = { font: font('table'), size: 2 * size, bold, italics: italic };
  const line = underlined ? { underline: { type: UnderlineType.SINGLE } } : {};
  return new TableCell({
    verticalAlign: VerticalAlign.CENTER,
    children: [
      new Paragraph({
        // Else an empty cell is as high as a line of the text.
        run,
        keepNext,
        alignment: right ? AlignmentType.RIGHT : AlignmentType.LEFT,
        spacing: { line: 300, lineRule: LineRuleType.AUTO },
        children: [new TextRun({ ...run, ...line, text: legalText(text) })],
      }),
    ],
  });
}

/** Widths of columns in proportion to their longest cells, within bounds. */
function contentShares({ columns, rows }: SheetTable): number[] {
  return columns.map((name, i) => {
    const longest = Math.max(displayWidth(name), ...rows.map(({ cells }) => displayWidth(cells[i] ?? '')));
    return Math.min(WIDEST, Math.max(NARROWEST, longest + 2));
  });
}
