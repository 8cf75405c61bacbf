import { type ChildNode, type Element, isTag, isText, type ParentNode } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import { labelsOf } from '../../format/labels.ts';
import { fold, trimText } from '../../text/fold.ts';
import type { Cell } from '../model.ts';
import type { Piece, TablePiece } from './pieces.ts';

const INLINE = new Set(
  'a abbr b big bdi bdo cite code em font i ins kbd label mark q s small span strike strong sub sup tt u del var'.split(
    ' ',
  ),
);
const SILENT = new Set('head script style noscript template title svg select button nav'.split(' '));

/** Text under a node and where it stands; white space runs are one space, as a browser shows them. */
interface Run {
  text: string;
  start: number;
  end: number;
}

function parse(text: string): ReturnType<typeof parseDocument> {
  return parseDocument(text, { withStartIndices: true, withEndIndices: true, decodeEntities: true });
}

function elements(node: ParentNode, name: string): Element[] {
  return node.children.filter((child): child is Element => isTag(child) && child.name === name);
}

function descendants(node: ParentNode, name: string): Element[] {
  return node.children
    .filter(isTag)
    .flatMap((child) => (child.name === name ? [child, ...descendants(child, name)] : descendants(child, name)));
}

/** Offset after a node; the parser sets that of a reference cut off at the end of a text (`&nbsp`) behind the text. */
function endOf({ endIndex }: ChildNode, source: string): number {
  return Math.min((endIndex ?? -1) + 1, source.length);
}

/** The blocks of text under a node, tables with official labels as tables, everything else as lines. */
function piecesOf(node: ParentNode, source: string): Piece[] {
  const pieces: Piece[] = [];
  let run: Run | undefined;
  const flush = (): void => {
    if (run !== undefined && run.text.trim() !== '') {
      pieces.push({ kind: 'line', text: run.text.trim(), span: { start: run.start, end: run.end } });
    }
    run = undefined;
  };
  const visit = (child: ChildNode): void => {
    if (isText(child)) {
      run = extend(run, child.data, child.startIndex ?? 0, endOf(child, source));
      return;
    }
    if (!isTag(child) || SILENT.has(child.name)) return;
    if (INLINE.has(child.name)) {
      for (const inner of child.children) visit(inner);
      return;
    }
    flush();
    if (child.name === 'table') {
      const table = tableOf(child, source, 0);
      // One by one: a page of hundreds of thousands of pieces has too many for arguments.
      for (const piece of table === undefined ? piecesOf(child, source) : [table]) pieces.push(piece);
    } else if (child.name !== 'br') for (const piece of piecesOf(child, source)) pieces.push(piece);
  };
  for (const child of node.children) visit(child);
  flush();
  return pieces;
}

function extend(run: Run | undefined, data: string, start: number, end: number): Run | undefined {
  const text = data.replace(/[\t\n\f\r ]+/g, ' ');
  if (run === undefined) return text.trim() === '' ? undefined : { text, start, end };
  return { text: run.text + text, start: run.start, end: text.trim() === '' ? run.end : end };
}

/** A table's rows in order; undefined for one that lays out a page (tables inside, or without official labels). */
function tableOf(table: Element, source: string, offset: number): TablePiece | undefined {
  if (descendants(table, 'table').length > 0) return undefined;
  const rows = descendants(table, 'tr').map((row) =>
    row.children
      .filter((cell): cell is Element => isTag(cell) && (cell.name === 'td' || cell.name === 'th'))
      .map((cell) => cellOf(cell, source, offset)),
  );
  const labels = rows.flat().filter((cell) => labelsOf(fold(cell.text)) !== undefined).length;
  if (labels < 2) return undefined;
  return {
    kind: 'table',
    span: { start: (table.startIndex ?? 0) + offset, end: endOf(table, source) + offset },
    rows,
  };
}

/** A cell's text with its blocks put together, and the place from its first character to its last. */
function cellOf(cell: Element, source: string, offset: number): Cell {
  let run: Run | undefined;
  const visit = (node: ChildNode): void => {
    if (isText(node)) run = extend(run, node.data, node.startIndex ?? 0, endOf(node, source));
    else if (isTag(node) && !SILENT.has(node.name)) for (const child of node.children) visit(child);
  };
  for (const child of cell.children) visit(child);
  const text = run === undefined ? '' : trimText(run.text);
  if (run !== undefined && text !== '') {
    const lead = run.text.length - run.text.trimStart().length;
    const tail = run.text.length - run.text.trimEnd().length;
    const exact = run.end - run.start === run.text.length;
    const start = run.start + offset + (exact ? lead : 0);
    return { text, span: { start, end: run.end + offset - (exact ? tail : 0) } };
  }
  const first = cell.children[0];
  const last = cell.children[cell.children.length - 1];
  const start = (first?.startIndex ?? afterOpening(cell, source)) + offset;
  return { text: '', span: { start, end: last === undefined ? start : endOf(last, source) + offset } };
}

/** `<td class="a>b">`: a sign in quotes does not end a tag. */
const OPENING = /<[^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*>/y;

/** Offset after an element's opening tag. Where its closing tag is left out, its end is not told from what follows. */
function afterOpening(element: Element, source: string): number {
  const end = endOf(element, source);
  OPENING.lastIndex = element.startIndex ?? 0;
  return OPENING.test(source) ? Math.min(OPENING.lastIndex, end) : end;
}

/** The pieces of an HTML page. */
export function htmlPieces(text: string): Piece[] {
  return piecesOf(parse(text), text);
}

/** The HTML tables inside a Markdown or plain text; one without its closing tag ends with the text. */
export function htmlTablesIn(text: string): TablePiece[] {
  const tables: TablePiece[] = [];
  const opening = /<table[\s>]/gi;
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    const end = closingOf(text, match.index);
    const source = text.slice(match.index, end);
    const tree = parse(source);
    for (const table of elements(tree, 'table')) {
      const piece = tableOf(table, source, match.index);
      if (piece !== undefined) tables.push(piece);
    }
    opening.lastIndex = end;
  }
  return tables;
}

/** Offset after the `</table>` that closes the table at an offset, inner tables counted. */
function closingOf(text: string, from: number): number {
  const tag = /<(\/?)table[\s>]/gi;
  tag.lastIndex = from;
  let depth = 0;
  for (let match = tag.exec(text); match !== null; match = tag.exec(text)) {
    depth += match[1] === '/' ? -1 : 1;
    if (depth === 0) return tag.lastIndex;
  }
  return text.length;
}
