import { type FormatId, tableOf } from '../../format/formats.ts';
import { once } from '../../text/memo.ts';
import type { Span } from '../../text/span.ts';
import { layouts } from '../layouts.ts';
import { type Report, type Table, valuesBySlot } from '../model.ts';
import type { AnchoredTable } from './anchored.ts';
import { columnsOf } from './columns.ts';
import type { Draft, PlacedDraft } from './drafts.ts';
import { layRows } from './laying.ts';
import { movedDraft, movedTable } from './moved.ts';
import { sortRows } from './rows.ts';

/** Lays the rows of a table's drafts (several where pages cut it) on the official columns. */
export function buildTable(drafts: readonly PlacedDraft[], formatId: FormatId): Table | undefined {
  const [first, ...others] = drafts;
  if (first === undefined) return undefined;
  return others.length === 0
    ? tableBefore(first, formatId)
    : tableOfDrafts(
        first,
        drafts.map((draft) => movedDraft(draft, draft.offset)),
        formatId,
      );
}

/** A table that was built of a draft, and as it stood last. */
interface Built {
  readonly table: Table;
  placed: { readonly table: Table; readonly offset: number };
}

const builtOf = once((_: AnchoredTable) => new Map<FormatId, Built>());

/** The table of one draft. What was read before is not built again, and where it stands as it stood it is the same. */
function tableBefore(draft: PlacedDraft, formatId: FormatId): Table {
  const { anchored, offset } = draft;
  const known = builtOf(anchored);
  const before = known.get(formatId);
  if (before === undefined) {
    const table = tableOfDrafts(draft, [draft], formatId);
    const placed = { table: movedTable(table, offset), offset };
    known.set(formatId, { table, placed });
    return placed.table;
  }
  if (before.placed.offset !== offset) before.placed = { table: movedTable(before.table, offset), offset };
  return before.placed.table;
}

function tableOfDrafts(first: Draft, drafts: readonly Draft[], formatId: FormatId): Table {
  const format = tableOf(formatId, first.anchored.table);
  const { found, faults } = sortRows(format, drafts);
  const columns = columnsOf(format, drafts, found);
  const rows = layRows(format, found, columns, drafts);
  const grid = drafts.flatMap((draft) => draft.reading.slice(draft.anchored.firstLine, draft.anchored.lastLine + 1));
  return {
    format,
    formatId,
    layout: first.layout,
    span: spanOf(drafts),
    rows,
    values: valuesBySlot(rows),
    faults: { ...faults, missingColumns: columns.missing, extraColumns: columns.extra },
    grid,
    evidence: drafts.flatMap(({ anchored }) => anchored.evidence),
  };
}

function spanOf(drafts: readonly Draft[]): { start: number; end: number } {
  let start = Number.POSITIVE_INFINITY;
  let end = 0;
  for (const { anchored, reading } of drafts) {
    for (let line = anchored.firstLine; line <= anchored.lastLine; line++) {
      for (const { span } of reading[line] ?? []) {
        start = Math.min(start, span.start);
        end = Math.max(end, span.end);
      }
    }
  }
  return { start, end };
}

/** The lines that a table takes, without the last one's line break; of an HTML table its element. */
export function wholeLines(table: Table, { text, lines }: Pick<Report, 'text' | 'lines'>): Span {
  const { start, end } = table.span;
  if (layouts[table.layout].of === 'lines')
    return { start: lines.start(lines.lineAt(start)), end: lines.end(lines.lineAt(end)) };
  const open = Math.max(text.lastIndexOf('<table', start), text.lastIndexOf('<TABLE', start));
  const close = /<\/?table[\s>]/i.exec(text.slice(end));
  // Rows that lost the table around them have no tags of their own.
  const opened = open >= 0 && !/<\/table/i.test(text.slice(open, start));
  const closed = close?.[0].startsWith('</') === true;
  return {
    start: opened ? open : start,
    end: opened && closed && close !== null ? text.indexOf('>', end + close.index) + 1 : end,
  };
}
