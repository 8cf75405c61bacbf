import { type Evidence, spokenFor } from '../../format/evidence.ts';
import {
  hasTwin,
  isHeadOfLabel,
  isHeadOfLongerLabel,
  type Label,
  labelsBeginningWith,
  labelsNear,
  labelsOf,
  longestKey,
  longestLabelAt,
  mostValues,
} from '../../format/labels.ts';
import type { TableId } from '../../format/schema.ts';
import { isAmount } from '../../text/amount.ts';
import { fold, squeeze } from '../../text/fold.ts';
import { memo } from '../../text/memo.ts';
import { readNumeral } from '../../text/numeral.ts';
import type { Span } from '../../text/span.ts';
import { displayWidth } from '../../text/width.ts';
import type { Cell, Layout, Row } from '../model.ts';
import { type Reading, splitAtSpaces } from './cells.ts';

/** A label of rows with the cells that follow it. */
export interface AnchoredRow {
  /** `unknown`: text where a row label stands that is none; `values`: the line of values without a label. */
  kind: 'row' | 'group' | 'values' | 'unknown';
  id: string;
  wording: Row['wording'];
  readonly text: string;
  readonly label: Span;
  /** Cells behind the label, a list for each line of the draft that holds some. */
  readonly chunks: Cell[][];
  /** Line of the grid that the last chunk belongs to. */
  chunkLine: number;
  /** Cells before the first value on the label's line, the label's own included. */
  lead: number;
  /** Number of cells of the label's line. */
  readonly lineCells: number;
}

/** A column label that was found in a header. */
export interface AnchoredColumn {
  /** Undefined for a header that no official column has. */
  readonly id: string | undefined;
  readonly caption: string | undefined;
  readonly cell: Cell;
  readonly line: number;
}

/** What the labels of one table gathered; not yet laid on columns. */
export interface AnchoredTable {
  readonly table: TableId;
  readonly rows: AnchoredRow[];
  readonly columns: AnchoredColumn[];
  readonly evidence: Evidence[number][];
  /** Labels found; a table needs some to be one. */
  labels: number;
  /** First and last line of the grid. */
  firstLine: number;
  lastLine: number;
  /** The first row of each id, in the order they came; and the row that came last. */
  readonly byId: Map<string, AnchoredRow>;
  lastRow: AnchoredRow | undefined;
}

/** A label whose tail may still come: `三、 本年度办` … `理结果`. */
interface Pending {
  key: string;
  /** Set once what has come so far can only be one label. */
  taken: Label | undefined;
  readonly cell: Cell;
  /** Number of cells before it: values in the very next cell are its row's. */
  readonly serial: number;
  /** The row that values opened before the label was whole. */
  row?: AnchoredRow;
}

interface State {
  readonly tables: AnchoredTable[];
  current: AnchoredTable | undefined;
  open: AnchoredRow | undefined;
  /** Row group that is open. */
  group: string | undefined;
  /** Number of cells so far. */
  serial: number;
  /** Inside a header, where 其他 and 总计 are columns. */
  header: boolean;
  caption: string | undefined;
  pendings: Pending[];
  /** Keys of the last complete labels, whose tails a page break may repeat. */
  recent: string[];
  line: number;
  lineCells: number;
  /** Cells of this line so far, and whether one of them was a label or value. */
  cellsSoFar: number;
  inkSoFar: boolean;
  /** Row ends are lost: the whole region is one line. */
  readonly endless: boolean;
  /** Cells are set apart by spaces, which labels have inside too. */
  readonly spaced: boolean;
}

/** Labels that may be broken at the same time: in the header of table 4 a line of them. */
const PENDING_KEPT = 16;
/** Longest text that is taken for a value where row ends are lost; a longer one is a label. */
const LONGEST_WORD = 3;
/** Characters of program text that no label or value has. */
const CODE = /['`{};=]/;
const PAGE_NUMBER = /^[-—–·\s]*(?:第\s*)?\d{1,3}(?:\s*页)?[-—–·\s]*$/;

/** Reads the stream of cells by its labels: what stands between two labels belongs to the first. */
export function anchor(reading: Reading, layout: Layout): AnchoredTable[] {
  const state: State = {
    tables: [],
    current: undefined,
    open: undefined,
    group: undefined,
    serial: 0,
    header: false,
    caption: undefined,
    pendings: [],
    recent: [],
    line: -1,
    lineCells: 0,
    cellsSoFar: 0,
    inkSoFar: false,
    endless: reading.length === 1,
    spaced: layout === 'columns',
  };
  for (const row of reading) {
    state.line++;
    state.lineCells = row.length;
    state.cellsSoFar = 0;
    state.inkSoFar = false;
    for (const cell of row) {
      readCell(cell, state);
      state.cellsSoFar++;
      state.serial++;
      if (cell.text !== '') state.inkSoFar = true;
    }
  }
  for (const table of state.tables) {
    table.rows.splice(0, table.rows.length, ...table.rows.filter(isWorthKeeping));
  }
  return state.tables.filter((table) => table.labels >= 2);
}

function isWorthKeeping(row: AnchoredRow): boolean {
  if (row.kind === 'row' || row.kind === 'values') return true;
  return row.chunks.some((chunk) => chunk.some((cell) => cell.text !== ''));
}

/** Key of a text if it can be a label, empty for a value; null for program text, which is about a report, not of it. */
const keyOf = memo((text: string): string | null => (CODE.test(text) ? null : isAmount(text) ? '' : fold(text)));

function readCell(cell: Cell, state: State): void {
  const { text } = cell;
  const key = text === '' ? '' : keyOf(text);
  if (key === null) return;
  if (key === '') putValue(cell, state);
  else if (isNumeral(text, key)) pushPending({ key, taken: undefined, cell, serial: state.serial }, state);
  else if (key.length > 2 * longestKey || !readLabel(text, key, cell, state)) putUnknown(cell, state);
}

/** Takes a cell for a label, the surest ways first; false where it is none. */
function readLabel(text: string, key: string, cell: Cell, state: State): boolean {
  return (
    continueNumeral(key, cell, state) ||
    takeExact(key, cell, state) ||
    continuePending(key, cell, state) ||
    state.recent.some((known) => known.length > key.length && known.endsWith(key)) ||
    beginPending(key, cell, state) ||
    takeWithoutNumeral(text, cell, state) ||
    takeGlossed(text, cell, state) ||
    (state.spaced && takePieces(cell, state)) ||
    takeSeveral(key, cell, state) ||
    takeNear(key, cell, state)
  );
}

/** Labels and pieces of labels that a narrow page set side by side: `（三）不 4.保护第三方合法权`. */
function takePieces(cell: Cell, state: State): boolean {
  const pieces = splitAtSpaces(cell).map((piece) => ({ cell: piece, key: fold(piece.text) }));
  if (pieces.length < 2 || !pieces.every(({ key }) => isPieceOfLabel(key, state))) return false;
  for (const piece of pieces) {
    const { text } = piece.cell;
    if (isNumeral(text, piece.key))
      pushPending({ key: piece.key, taken: undefined, cell: piece.cell, serial: state.serial }, state);
    else if (piece.key !== '') readLabel(text, piece.key, piece.cell, state);
  }
  return true;
}

/** Whether a text can be the beginning of a label or go on with one that has begun. */
function isPieceOfLabel(key: string, state: State): boolean {
  return (
    isHeadOfLabel(key) ||
    state.pendings.some((pending) => isHeadOfLabel(pending.key + key)) ||
    state.recent.some((known) => known.endsWith(key))
  );
}

/** A label with a slip of the pen in it. */
function takeNear(key: string, cell: Cell, state: State): boolean {
  const label = choose(labelsNear(key), state);
  if (label !== undefined) take(label, key, cell, state, 'near');
  return label !== undefined;
}

/** A numeral that stands alone because a page break or a cell border cut its label off: `一、`, `1.`. */
function isNumeral(text: string, key: string): boolean {
  return key.length <= 2 && key !== text && readNumeral(`${squeeze(text)} `)?.length === squeeze(text).length;
}

function takeExact(key: string, cell: Cell, state: State): boolean {
  const label = choose(labelsOf(key) ?? [], state);
  if (label === undefined || isHeadInTable(key, label, state)) return false;
  take(label, key, cell, state, label.wording);
  if (isHeadOfLongerLabel(key)) pushPending({ key, taken: label, cell, serial: state.serial }, state);
  return true;
}

/** Whether another table's label is the head of one of the table being read: 其他 of 其他结果. */
function isHeadInTable(key: string, label: Label, state: State): boolean {
  const table = state.current?.table;
  return (
    table !== undefined &&
    label.table !== table &&
    key.length < 4 &&
    labelsBeginningWith(key).some((longer) => longer.table === table)
  );
}

function pushPending(pending: Pending, state: State): void {
  state.pendings.push(pending);
  if (state.pendings.length > PENDING_KEPT) state.pendings.shift();
}

/** Adds a fragment to the label that it continues: the nearest on the page, else the latest. */
function continuePending(key: string, cell: Cell, state: State): boolean {
  const pending = pendingBefore(key, cell, state);
  if (pending === undefined) return false;
  const joined = pending.key + key;
  pending.key = joined;
  const before = pending.taken;
  const label = resolve(joined, state);
  if (label !== undefined && !(before !== undefined && before.kind === label.kind && before.id === label.id)) {
    pending.taken = label;
    // The values of a row stand beside any line of its label; the tail of a label that began before does not end it.
    const { open } = state;
    const busy = open?.kind === 'row' && !isFilled(open) && open.label.start > pending.cell.span.start;
    if (pending.row !== undefined && label.kind === 'row') nameRow(pending.row, label, state);
    else if (!busy) take(label, joined, pending.cell, state, label.wording);
  }
  if (labelsOf(joined) !== undefined) remember(joined, state);
  return true;
}

/** Distance of the middles of two cells of a page, in the way of counting that brings them nearer. */
function distanceOnPage(a: Cell, b: Cell): number | undefined {
  if (a.extent === undefined || b.extent === undefined) return undefined;
  return Math.min(Math.abs(a.extent.display - b.extent.display), Math.abs(a.extent.characters - b.extent.characters));
}

/** Adds a label to the numeral that was cut off from it: `（六）` and `其他`, which alone would be another label. */
function continueNumeral(key: string, cell: Cell, state: State): boolean {
  const numeral = state.pendings.some(
    (pending) => pending.taken === undefined && pending.key.length <= 2 && isHeadOfLabel(pending.key + key),
  );
  return numeral && continuePending(key, cell, state);
}

/** Gives a row that its values opened the label that has become whole. */
function nameRow(row: AnchoredRow, label: Label, state: State): void {
  const table = state.current;
  row.kind = 'row';
  row.id = label.id;
  row.wording = label.wording;
  if (table === undefined) return;
  table.labels++;
  if (!table.byId.has(label.id)) table.byId.set(label.id, row);
  table.lastRow = row;
}

function pendingBefore(key: string, cell: Cell, state: State): Pending | undefined {
  let best: { readonly pending: Pending; readonly away: number } | undefined;
  for (let i = state.pendings.length - 1; i >= 0; i--) {
    const pending = state.pendings[i];
    if (pending === undefined || !isHeadOfLabel(pending.key + key)) continue;
    if (pending.key.length + key.length < 3 && labelsOf(pending.key + key) === undefined) continue;
    const away = distanceOnPage(cell, pending.cell);
    if (away === undefined) return pending;
    const reach = (displayWidth(cell.text) + displayWidth(pending.cell.text)) / 2 + 2;
    if (away <= reach && (best === undefined || away < best.away)) best = { pending, away };
  }
  return best?.pending;
}

/** Whether a row has any cell that is not blank. */
export function isFilled(row: AnchoredRow): boolean {
  return row.chunks.some((chunk) => chunk.some((cell) => cell.text !== ''));
}

/** The label that a beginning can only be, in the table being read if that has one; undefined while it may be several. */
function resolve(key: string, state: State): Label | undefined {
  const exact = choose(labelsOf(key) ?? [], state);
  if (exact !== undefined && !isHeadInTable(key, exact, state)) return exact;
  const all = labelsBeginningWith(key);
  const here = all.filter((label) => label.table === state.current?.table);
  const labels = here.length > 0 ? here : all;
  const first = labels[0];
  if (first === undefined) return undefined;
  const same = (label: Label): boolean =>
    label.table === first.table && label.id === first.id && (label.kind === first.kind || hasTwin(label));
  return labels.every(same) ? { ...first, wording: 'official' } : undefined;
}

/** The head of a label whose tail comes in a later cell, line or page. */
function beginPending(key: string, cell: Cell, state: State): boolean {
  if (key.length < 2 || !isHeadOfLabel(key)) return false;
  const taken = resolve(key, state);
  pushPending({ key, taken, cell, serial: state.serial }, state);
  if (taken !== undefined) take(taken, key, cell, state, taken.wording);
  return true;
}

/** A label with another numeral than its own. */
function takeWithoutNumeral(text: string, cell: Cell, state: State): boolean {
  const numeral = readNumeral(text);
  return numeral !== undefined && takeExact(fold(text.slice(numeral.length)), cell, state);
}

/** A label with a remark behind it: `规章 (市政府令)`, `现行有效件数(历史累计)`. */
function takeGlossed(text: string, cell: Cell, state: State): boolean {
  const match = /^(.+?)\s*[（([【][^（）()]*[)）\]】]\s*$/.exec(text);
  if (match?.[1] === undefined) return false;
  const key = fold(match[1]);
  const label = choose(labelsOf(key) ?? [], state);
  if (label === undefined) return false;
  take(label, key, cell, state, 'glossed');
  return true;
}

/** Several labels in one cell: `（三）不予公开 1.属于国家秘密`, `自然人 法人或其他组织 总计`. */
function takeSeveral(key: string, cell: Cell, state: State): boolean {
  const found: { key: string; labels: readonly Label[] }[] = [];
  let at = 0;
  while (at < key.length) {
    const next = longestLabelAt(key, at);
    if (next === undefined) break;
    found.push({ key: key.slice(at, at + next.length), labels: next.labels });
    at += next.length;
  }
  const tail = key.slice(at);
  if (found.length === 0 || (tail !== '' && (tail.length < 2 || !isHeadOfLabel(tail)))) return false;
  for (const part of found) {
    const label = choose(part.labels, state);
    if (label !== undefined) take(label, part.key, cell, state, label.wording);
  }
  if (tail !== '') beginPending(tail, cell, state);
  return true;
}

/** Of labels with the same words the one that the place means: 其他 and 总计 are columns in a header, else rows. */
function choose(labels: readonly Label[], state: State): Label | undefined {
  if (labels.length <= 1) return labels[0];
  const here = labels.filter((label) => label.table === state.current?.table);
  const among = here.length > 0 ? here : labels;
  if (among.length === 1) return among[0];
  const numbered = among.find((label) => label.numbered);
  if (numbered !== undefined) return numbered;
  if (state.current === undefined) return undefined;
  // A row of a group is meant only inside its group.
  const rows = among.filter(
    ({ kind, id }) => kind === 'row' && (!id.includes('.') || id.startsWith(`${state.group}.`)),
  );
  const columns = among.filter((label) => label.kind !== 'row' && label.kind !== 'group');
  return (state.header ? columns[0] : rows[0]) ?? columns[0] ?? among[0];
}

function remember(key: string, state: State): void {
  state.recent.push(key);
  if (state.recent.length > 2 * PENDING_KEPT) state.recent.shift();
}

function take(label: Label, key: string, cell: Cell, state: State, wording: Row['wording']): void {
  const table = tableFor(label, state);
  table.labels++;
  table.lastLine = state.line;
  const formats = spokenFor(label);
  if (formats !== undefined) table.evidence.push(formats);
  remember(key, state);
  switch (label.kind) {
    case 'caption':
    case 'note':
      state.header = true;
      state.open = label.table === 'litigation' ? openRow('values', label.table, cell, state, 'official') : undefined;
      if (label.kind === 'caption') state.caption = label.id;
      return;
    case 'column':
      state.header = true;
      table.columns.push({ id: label.id, caption: state.caption, cell, line: state.line });
      state.open = label.table === 'litigation' ? openRow('values', label.table, cell, state, 'official') : undefined;
      return;
    case 'group':
      state.header = false;
      state.group = label.id;
      // A group label beside or below a row's: the row's values are still to come.
      if (state.open?.kind !== 'row' || isFilled(state.open))
        state.open = openRow('group', label.id, cell, state, wording);
      return;
    case 'row':
      state.header = false;
      state.group = label.id.includes('.') ? label.id.split('.')[0] : state.group;
      state.open = rowOf(label, table, cell, state, wording);
  }
}

/** The row that a label opens: a new one, or again one whose values have not come. */
function rowOf(label: Label, table: AnchoredTable, cell: Cell, state: State, wording: Row['wording']): AnchoredRow {
  const { open } = state;
  // （六）其他处理 over its own rows is their group.
  if (hasTwin(label) && open?.id.startsWith(`${label.id}.`)) return open;
  const repeated = table.byId.get(label.id);
  if (repeated !== undefined && !isFilled(repeated) && repeated === table.lastRow) return repeated;
  return openRow('row', label.id, cell, state, wording);
}

/** The table of a label: the one being read, or a new one where another table or the same one anew begins. */
function tableFor(label: Label, state: State): AnchoredTable {
  const { current } = state;
  const startsAnew =
    current !== undefined &&
    label.kind === 'row' &&
    current.byId.size > 3 &&
    label.id === current.byId.keys().next().value &&
    current.lastRow?.id !== label.id;
  if (current !== undefined && current.table === label.table && !startsAnew) return current;
  const table: AnchoredTable = {
    table: label.table,
    rows: [],
    columns: [],
    evidence: [],
    labels: 0,
    firstLine: state.line,
    lastLine: state.line,
    byId: new Map(),
    lastRow: undefined,
  };
  if (current?.table !== label.table) state.caption = undefined;
  state.tables.push(table);
  state.current = table;
  state.open = undefined;
  state.header = false;
  return table;
}

function openRow(
  kind: AnchoredRow['kind'],
  id: string,
  cell: Cell,
  state: State,
  wording: Row['wording'],
): AnchoredRow {
  const row: AnchoredRow = {
    kind,
    id,
    wording,
    text: cell.text,
    label: cell.span,
    chunks: [],
    chunkLine: -1,
    lead: state.cellsSoFar + 1,
    lineCells: state.lineCells,
  };
  const table = state.current;
  if (table === undefined) return row;
  // Header cells keep coming: only what follows the last of them are values.
  const last = table.rows[table.rows.length - 1];
  if (kind === 'values' && last?.kind === 'values' && !isFilled(last)) table.rows.pop();
  table.rows.push(row);
  if (kind === 'row') {
    if (!table.byId.has(id)) table.byId.set(id, row);
    table.lastRow = row;
  }
  return row;
}

/** A value or a blank cell goes to the open row; before any row it is a gap in a header. */
function putValue(cell: Cell, state: State): void {
  openByNumeral(cell, state);
  const row = state.open;
  if (row === undefined) return;
  if (row.chunkLine !== state.line) {
    row.chunks.push([]);
    row.chunkLine = state.line;
  }
  (row.chunks[row.chunks.length - 1] as Cell[]).push(cell);
  if (cell.text !== '' && state.current !== undefined) state.current.lastLine = state.line;
}

/**
 * Opens the row of a label of which only the numeral stands before the values. `1.` … `8.` mean rows of the open
 * group; the tail of any other may come in a later row.
 */
function openByNumeral(cell: Cell, state: State): void {
  const pending = state.pendings[state.pendings.length - 1];
  if (pending === undefined || pending.taken !== undefined || pending.row !== undefined) return;
  if (pending.key.length > 2 || pending.serial !== state.serial - 1 || state.current?.table !== 'applications') return;
  const id = `${state.group}.${pending.key}`;
  const label = labelsBeginningWith(pending.key).find((candidate) => candidate.id === id);
  if (label !== undefined && !state.current.byId.has(id)) {
    if (cell.text === '') return;
    pending.taken = label;
    take(label, pending.key, pending.cell, state, 'guessed');
  } else if (state.open === undefined || isFilled(state.open)) {
    pending.row = openRow('unknown', '', pending.cell, state, 'guessed');
    state.open = pending.row;
  }
}

/** Text that is no label: a value that is no number, an unknown column, or an unknown row. */
function putUnknown(cell: Cell, state: State): void {
  const { current } = state;
  if (current === undefined || PAGE_NUMBER.test(cell.text)) return;
  if (state.header && current.table !== 'litigation') {
    if (state.inkSoFar) current.columns.push({ id: undefined, caption: state.caption, cell, line: state.line });
    return;
  }
  const row = state.open;
  const behindLabel =
    row !== undefined &&
    (state.endless ? cell.text.length <= LONGEST_WORD && !isFull(row, current.table) : state.inkSoFar);
  if (behindLabel || current.table === 'litigation') putValue(cell, state);
  else state.open = openRow('unknown', cell.text, cell, state, 'guessed');
}

/** Whether a row has as many cells as any table's row can have. */
function isFull(row: AnchoredRow, table: TableId): boolean {
  const count = row.chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  return count >= mostValues(table);
}
