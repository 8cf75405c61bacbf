import { conversionOf } from '../format/conversion.ts';
import { type FormatId, tableOf } from '../format/formats.ts';
import type { Slot } from '../format/shape.ts';
import { numberOf, shortLabel } from '../report/facts/balance.ts';
import { type Report, type Table, type Value, valueAt } from '../report/model.ts';
import type { Edit } from '../text/span.ts';
import { lineBreak, replaceTable, rowsWithoutPlace, standardTable } from './write.ts';

/** A table written in another format. */
export interface Converted {
  readonly edit: Edit;
  /** Filled cells that were carried over. */
  readonly carried: number;
  /** Labels of rows into which several were added up, with how many they were. */
  readonly summed: ReadonlyMap<string, number>;
  /** Labels of rows other than 0 that the format splits, with the one of several rows into which they went whole. */
  readonly unsplit: ReadonlyMap<string, string>;
  /** Rows with the numbers that have no place, as they follow the table. */
  readonly left: readonly string[];
}

/**
 * Writes a table in a format, each filled cell as the drafter wrote it where the format has a place for it. Blank cells
 * stay blank; numbers other than 0 without a place follow the table in brackets.
 */
export function convertTable(table: Table, report: Report, wanted: FormatId): Converted {
  const format = tableOf(wanted, table.format.id);
  const { sources, rests, left } = conversionOf(table.format, format);
  let carried = 0;
  const summed = new Map<string, number>();
  const textOf = (slot: Slot): string => {
    const slots = sources.get(slot) ?? [];
    const cells = slots.flatMap((from) => filled(table, from));
    carried += cells.length;
    if (cells.length === 1 || cells.some(({ amount }) => amount.kind === 'text'))
      return cells.map(({ cell }) => cell?.text ?? '').join('、');
    if (cells.length > 1) {
      if (cells.filter((value) => numberOf(value) !== 0).length > 1)
        summed.set(shortLabel(slot.rowLabel), slots.length);
      return String(cells.reduce((sum, value) => sum + numberOf(value), 0));
    }
    const rest = rests.get(slot);
    return rest !== undefined && filled(table, rest).length > 0 ? '0' : '';
  };
  const written = standardTable(format, report.language, textOf, lineBreak(report.text));
  const rows = [...rowsOf(table, left), ...rowsWithoutPlace(table)];
  const unsplit = new Map(
    [...sources].flatMap(([slot, [whole, ...more]]) => {
      const isSplit = whole !== undefined && more.length === 0 && [...rests.values()].includes(whole);
      return isSplit && numberOf(valueAt(table, whole)) !== 0 ? [[shortLabel(whole.rowLabel), slot.rowLabel]] : [];
    }),
  );
  return { edit: replaceTable(table, report, written, rows), carried, summed, unsplit, left: rows };
}

/** The value of a slot in a list of its own; none where it is blank or was not found. */
function filled(table: Table, slot: Slot): Value[] {
  const value = valueAt(table, slot);
  return value?.cell === undefined || value.cell.text === '' ? [] : [value];
}

/**
 * Numbers without a place, row by row: `规范性文件：本年新公开数量2、对外公开总数量11` (normative documents: newly published 2,
 * published in all 11). What is 0 says nothing more.
 */
function rowsOf(table: Table, slots: readonly Slot[]): string[] {
  const rows = new Map<string, string[]>();
  for (const slot of slots) {
    for (const { cell, amount } of filled(table, slot)) {
      if (amount.kind === 'none' || (amount.kind === 'number' && amount.value === 0)) continue;
      const label = shortLabel(slot.rowLabel);
      const list = rows.get(label) ?? [];
      rows.set(label, list);
      list.push(`${slot.columnLabel}${cell?.text ?? ''}`);
    }
  }
  return [...rows].map(([label, texts]) => `${label}：${texts.join('、')}`);
}
