import { labelsOf } from '../../format/labels.ts';
import { captions } from '../../format/tableParts.ts';
import { fold, trimText } from '../../text/fold.ts';
import type { Cell } from '../model.ts';
import { type Element, type PageReader, readPage } from './markup.ts';
import { type TextOfPage, textOfPage } from './pageText.ts';
import type { Piece, TextLine } from './pieces.ts';

/** Elements that begin and end a line of text; all others are set within one. */
const BLOCK = new Set(
  'address article aside blockquote body br caption center col colgroup dd details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html iframe legend li main menu ol optgroup option p pre search section summary table tbody td textarea tfoot th thead tr ul'.split(
    ' ',
  ),
);
/** Whether an element begins and ends a line of text. */
export function isBlock(name: string): boolean {
  return BLOCK.has(name);
}

/** Elements whose text is not shown, or is none of the page's. */
const SILENT = new Set('head script style noscript template title svg select button nav'.split(' '));
/** What a table is made of. */
const PARTS = new Set('thead tbody tfoot tr td th'.split(' '));

/** Fewest official labels by which a table is read as one. */
const FEWEST_LABELS = 2;

/** The pieces of an HTML page: tables with official labels as tables, everything else as lines. */
export function htmlPieces(page: string): Piece[] {
  const reader = pieceReader();
  readPage(page, reader);
  return reader.pieces();
}

/** A table that is open. One without a `<table>` of its own begins with its first row or cell. */
interface OpenTable {
  readonly start: number;
  /** How many elements are open around it. */
  readonly depth: number;
  /** Whether it has a tag. */
  readonly tagged: boolean;
  /** Number of pieces before it. */
  readonly from: number;
  readonly rows: Cell[][];
  /** Lines in it that stand in no cell: a caption, what stands between rows. */
  readonly loose: TextLine[];
  /** Offset behind its last row. */
  end: number;
  /** Whether it lays out a page: tables stand in it. */
  laysOut: boolean;
  inCaption: boolean;
  row: Cell[] | undefined;
  cell: OpenCell | undefined;
}

interface OpenCell {
  readonly element: Element;
  readonly text: TextOfPage;
}

/** Puts the pieces of a page together, in one pass. */
function pieceReader(): PageReader & { readonly pieces: () => Piece[] } {
  const pieces: Piece[] = [];
  const tables: OpenTable[] = [];
  let line = textOfPage();
  let depth = 0;
  /** How many elements around this place are silent. */
  let silent = 0;

  const endLine = (): void => {
    const text = line.taken();
    line = textOfPage();
    if (text === undefined) return;
    const piece: TextLine = { kind: 'line', ...text };
    pieces.push(piece);
    const table = tables.at(-1);
    // The caption that this program writes says no more than its table.
    const own = table?.inCaption === true && captions.has(piece.text);
    if (table !== undefined && table.cell === undefined && !own) table.loose.push(piece);
  };
  const begin = (start: number, tagged: boolean): void => {
    const from = pieces.length;
    const state = { end: start, laysOut: false, inCaption: false, row: undefined, cell: undefined };
    tables.push({ start, depth: depth - 1, tagged, from, rows: [], loose: [], ...state });
  };
  /** Ends the innermost table: its lines give way to its rows where it is one that is read. */
  const finish = (): void => {
    const table = tables.pop();
    if (table === undefined || !isRead(table)) return;
    pieces.length = table.from;
    for (const piece of table.loose) pieces.push(piece);
    pieces.push({ kind: 'table', span: { start: table.start, end: table.end }, rows: table.rows });
  };
  const finishUntagged = (): void => {
    if (tables.at(-1)?.tagged === false) finish();
  };

  return {
    open: (element) => {
      depth++;
      if (SILENT.has(element.name)) silent++;
      if (silent > 0) return;
      if (!isBlock(element.name)) return;
      endLine();
      tables.at(-1)?.cell?.text.breakLine();
      if (element.name === 'table') {
        finishUntagged();
        const outer = tables.at(-1);
        if (outer !== undefined) outer.laysOut = true;
        begin(element.start, true);
      } else if (PARTS.has(element.name)) openPart(element);
      setCaption(element, true);
    },
    text: (data, start, end) => {
      if (silent > 0) return;
      if (tables.at(-1)?.tagged === false && tables.at(-1)?.cell === undefined && trimText(data) !== '') finish();
      line.add(data, start, end);
      tables.at(-1)?.cell?.text.add(data, start, end);
    },
    close: (element, contentEnd, end) => {
      depth--;
      if (silent > 0) {
        if (SILENT.has(element.name)) silent--;
        return;
      }
      if (!isBlock(element.name)) return;
      endLine();
      setCaption(element, false);
      closeIn(element, contentEnd, end);
    },
    pieces: () => {
      endLine();
      while (tables.length > 0) finish();
      return pieces;
    },
  };

  function setCaption({ name }: Element, inCaption: boolean): void {
    const table = tables.at(-1);
    if (table !== undefined && name === 'caption') table.inCaption = inCaption;
  }

  function openPart(element: Element): void {
    if (tables.length === 0) begin(element.start, false);
    const table = tables.at(-1);
    if (table === undefined) return;
    const isCell = element.name === 'td' || element.name === 'th';
    // A cell without a row is in a row all the same.
    if (element.name === 'tr' || (isCell && table.row === undefined)) {
      table.row = [];
      table.rows.push(table.row);
    }
    if (isCell) table.cell = { element, text: textOfPage() };
  }

  function closeIn(element: Element, contentEnd: number, end: number): void {
    const table = tables.at(-1);
    if (table === undefined) return;
    table.cell?.text.breakLine();
    if (PARTS.has(element.name)) table.end = Math.max(table.end, end);
    if (table.cell?.element === element) {
      table.row?.push(cellOf(table.cell, contentEnd));
      table.cell = undefined;
    } else if (element.name === 'tr') table.row = undefined;
    else if (element.name === 'table' && table.tagged) {
      table.end = end;
      finish();
    }
    // What is closed around a table without a tag ends it.
    if (tables.at(-1)?.tagged === false && depth < (tables.at(-1)?.depth ?? 0)) finish();
  }
}

/** Whether a table's rows are read: not those that lay out a page or have no official labels. */
function isRead({ rows, laysOut }: OpenTable): boolean {
  if (laysOut) return false;
  let labels = 0;
  for (const row of rows) {
    for (const { text } of row) if (labelsOf(fold(text)) !== undefined && ++labels >= FEWEST_LABELS) return true;
  }
  return false;
}

/** A cell with its blocks put together; of a blank one the place is all that stands in it. */
function cellOf({ element, text }: OpenCell, contentEnd: number): Cell {
  return text.taken() ?? { text: '', span: { start: element.inside, end: Math.max(element.inside, contentEnd) } };
}
