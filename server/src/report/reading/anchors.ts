import { spokenFor } from '../../format/evidence.ts';
import { type Label, labelsOf } from '../../format/labels.ts';
import { mayBePageNumber } from '../../text/pageNumber.ts';
import { type Layout, layouts } from '../layouts.ts';
import type { Cell, Row } from '../model.ts';
import { type AnchoredRow, type AnchoredTable, isFilled } from './anchored.ts';
import type { Reading } from './cells.ts';
import { type Begun, type Context, type Match, matchOf, meaningOf } from './matching.ts';
import {
  type Arrival,
  beginsAnew,
  isFull,
  nameRow,
  newTable,
  type OpenRow,
  type OpenTable,
  openRow,
  putInto,
  rowNamedAgain,
} from './openTable.ts';
import { choose, labelBegunBy, numberedRow } from './place.ts';

/** A label that has begun, as the stream keeps it. */
interface OpenLabel extends Begun {
  /** Place of its cell in the stream: values in the very next cell are its row's. */
  readonly serial: number;
  /** The row that values opened before the label was whole. */
  readonly row?: OpenRow;
}

/** What the cells so far come to. */
interface Stream {
  /** What decides the meaning of the next cell. */
  place: Context['place'];
  readonly begun: OpenLabel[];
  readonly recent: string[];
  readonly spaced: boolean;
  /** Row ends are lost: the whole region is one line. */
  readonly endless: boolean;
  readonly tables: OpenTable[];
  /** The table that is being read: the last one, once there is one. */
  table: OpenTable | undefined;
  /** The row that values belong to. */
  row: OpenRow | undefined;
  /** Id of the caption over the columns that are being read. */
  caption: string | undefined;
}

/** Labels that may be broken at the same time: in the header of table 4 a line of them. */
const MOST_BEGUN = 16;
/** Labels whose tails a page break may repeat. */
const MOST_RECENT = 32;
/** Longest text that is taken for a value where row ends are lost; a longer one is a label. */
const LONGEST_WORD = 3;

/** Reads the stream of cells by its labels: what stands between two labels belongs to the first. */
export function anchor(reading: Reading, layout: Layout): AnchoredTable[] {
  const stream: Stream = {
    place: { table: undefined, group: undefined, header: false },
    begun: [],
    recent: [],
    spaced: layouts[layout].onPage,
    endless: reading.length === 1,
    tables: [],
    table: undefined,
    row: undefined,
    caption: undefined,
  };
  let serial = 0;
  reading.forEach((cells, line) => {
    let behindInk = false;
    cells.forEach((cell, before) => {
      readCell({ cell, serial, line, lineCells: cells.length, before, behindInk }, stream);
      serial++;
      behindInk ||= cell.text !== '';
    });
  });
  return stream.tables
    .filter(({ labels }) => labels >= 2)
    .map((table) => ({ ...table, rows: table.rows.filter(isWorthKeeping) }));
}

function isWorthKeeping(row: AnchoredRow): boolean {
  return row.kind === 'row' || row.kind === 'values' || isFilled(row);
}

function readCell(arrival: Arrival, stream: Stream): void {
  const meaning = meaningOf(arrival.cell, stream);
  switch (meaning.kind) {
    case 'code':
      return;
    case 'value':
      putValue(arrival, stream);
      return;
    case 'other':
      putUnknown(arrival, stream);
      return;
    default:
      accept(meaning, arrival, stream);
  }
}

/** Takes what a match says into the table that is being read. */
function accept(match: Match, arrival: Arrival, stream: Stream): void {
  const { cell } = arrival;
  switch (match.kind) {
    case 'label':
      take(match, cell, arrival, stream);
      if (match.open) keepOpen(match, arrival, stream);
      return;
    case 'tail':
      goOn(match, arrival, stream);
      return;
    case 'repeated':
      return;
    case 'head':
      keepOpen(match, arrival, stream);
      if (match.label !== undefined) take(written(match.label, match.key), cell, arrival, stream);
      return;
    case 'several':
      // One by one: each label changes what the next one's words mean.
      for (const { key, labels } of match.labels) {
        const label = choose(labels, stream.place);
        if (label !== undefined) take(written(label, key), cell, arrival, stream);
      }
      if (match.head !== '') {
        accept({ kind: 'head', key: match.head, label: labelBegunBy(match.head, stream.place) }, arrival, stream);
      }
      return;
    case 'words':
      for (const word of match.words) {
        const own = word.key === '' ? undefined : matchOf(word, stream);
        if (own !== undefined) accept(own, { ...arrival, cell: word.cell }, stream);
      }
  }
}

/** Waits for the tail of a label. */
function keepOpen({ key, label }: Pick<Begun, 'key' | 'label'>, { cell, serial }: Arrival, { begun }: Stream): void {
  begun.push({ key, label, cell, serial });
  if (begun.length > MOST_BEGUN) begun.shift();
}

function remember(key: string, { recent }: Stream): void {
  recent.push(key);
  if (recent.length > MOST_RECENT) recent.shift();
}

/** Adds a fragment to the label that it goes on with, and takes that as soon as it can be but one. */
function goOn({ of, key, label }: Match & { kind: 'tail' }, arrival: Arrival, stream: Stream): void {
  const before = stream.begun[of];
  if (before === undefined) return;
  const isNews = label !== undefined && (before.label?.kind !== label.kind || before.label.id !== label.id);
  stream.begun[of] = { ...before, key, label: isNews ? label : before.label };
  if (isNews) {
    // The values of a row stand beside any line of its label; the tail of a label that began before does not end it.
    const { row, table } = stream;
    const busy = row?.kind === 'row' && !isFilled(row) && row.label.start > before.cell.span.start;
    if (before.row !== undefined && label.kind === 'row' && table !== undefined) nameRow(before.row, label, table);
    else if (!busy) take(written(label, key), before.cell, arrival, stream);
  }
  if (labelsOf(key) !== undefined) remember(key, stream);
}

/** A label that was found. */
interface Found {
  readonly label: Label;
  readonly key: string;
  readonly wording: Row['wording'];
}

/** A label that is written as one of its known wordings. */
function written(label: Label, key: string): Found {
  return { label, key, wording: label.wording };
}

/**
 * Takes a label into its table: from here on the cells are of its row, its group or its header.
 * @param cell where it began
 * @param arrival the cell that made it whole
 */
function take({ label, key, wording }: Found, cell: Cell, arrival: Arrival, stream: Stream): void {
  const table = tableFor(label, arrival, stream);
  const { kind, id } = label;
  table.labels++;
  table.lastLine = arrival.line;
  const formats = spokenFor(label);
  if (formats !== undefined) table.evidence.push(formats);
  remember(key, stream);
  if (kind === 'row') {
    const group = id.includes('.') ? id.split('.')[0] : stream.place.group;
    stream.place = { table: table.table, group, header: false };
    stream.row = rowNamedAgain(label, table, stream.row) ?? openRow({ kind, id, wording }, cell, arrival, table);
  } else if (kind === 'group') {
    stream.place = { table: table.table, group: id, header: false };
    // A group label beside or below a row's: the row's values are still to come.
    const waits = stream.row?.kind === 'row' && !isFilled(stream.row);
    if (!waits) stream.row = openRow({ kind, id, wording }, cell, arrival, table);
  } else {
    if (kind === 'caption') stream.caption = id;
    if (kind === 'column') table.columns.push({ id, caption: stream.caption, cell, line: arrival.line });
    if (!stream.place.header) stream.place = { table: table.table, group: stream.place.group, header: true };
    stream.row = rowUnderHeader(cell, arrival, table);
  }
}

/** The row that the values under a header are of, where no label follows: in table 4. */
function rowUnderHeader(cell: Cell, arrival: Arrival, table: OpenTable): OpenRow | undefined {
  if (table.table !== 'litigation') return undefined;
  return openRow({ kind: 'values', id: table.table, wording: 'official' }, cell, arrival, table);
}

/** The table of a label: the one being read, or a new one where another table or the same one anew begins. */
function tableFor(label: Label, { line }: Arrival, stream: Stream): OpenTable {
  const current = stream.table;
  const same = current?.table === label.table;
  if (current !== undefined && same && !beginsAnew(label, current)) return current;
  const table = newTable(label.table, line);
  if (!same) stream.caption = undefined;
  stream.tables.push(table);
  stream.table = table;
  stream.row = undefined;
  stream.place = { ...stream.place, table: label.table, header: false };
  return table;
}

/** A value or a blank cell goes to the open row; before any row it is a gap in a header. */
function putValue(arrival: Arrival, stream: Stream): void {
  openByNumeral(arrival, stream);
  if (stream.row !== undefined && stream.table !== undefined) putInto(stream.row, arrival, stream.table);
}

/**
 * Opens the row of a label of which only the numeral stands before the values. `1.` … `8.` mean rows of the open
 * group; the tail of any other may come in a later row.
 */
function openByNumeral(arrival: Arrival, stream: Stream): void {
  const { begun, table, place, row } = stream;
  const at = begun.length - 1;
  const head = begun[at];
  if (head === undefined || head.label !== undefined || head.row !== undefined) return;
  if (head.key.length > 2 || head.serial !== arrival.serial - 1 || table?.table !== 'applications') return;
  const label = numberedRow(head.key, place);
  if (label !== undefined && !table.byId.has(label.id)) {
    if (arrival.cell.text === '') return;
    begun[at] = { ...head, label };
    take({ label, key: head.key, wording: 'guessed' }, head.cell, arrival, stream);
  } else if (row === undefined || isFilled(row)) {
    stream.row = openRow({ kind: 'unknown', id: '', wording: 'guessed' }, head.cell, arrival, table);
    begun[at] = { ...head, row: stream.row };
  }
}

/** Text that is no label: a value that is no number, an unknown column, or an unknown row. */
function putUnknown(arrival: Arrival, stream: Stream): void {
  const { cell, line, behindInk } = arrival;
  const { table, row, place, caption, endless } = stream;
  if (table === undefined || mayBePageNumber(cell.text)) return;
  if (place.header && table.table !== 'litigation') {
    if (behindInk) table.columns.push({ id: undefined, caption, cell, line });
    return;
  }
  const isValue = row !== undefined && (endless ? cell.text.length <= LONGEST_WORD && !isFull(row, table) : behindInk);
  if (isValue || table.table === 'litigation') putValue(arrival, stream);
  else stream.row = openRow({ kind: 'unknown', id: cell.text, wording: 'guessed' }, cell, arrival, table);
}
