import { conversionOf } from '../format/conversion.ts';
import { type FormatId, tableOf } from '../format/formats.ts';
import type { Slot } from '../format/shape.ts';
import { numberOf, shortLabel } from '../report/facts/balance.ts';
import { type Report, type Table, type Value, valueAt } from '../report/model.ts';
import { lineBreak } from '../text/lines.ts';
import { toChinese } from '../text/numeral.ts';
import type { Edit } from '../text/span.ts';
import { replaceTable, rowsWithoutPlace, standardTable } from './write.ts';

/** A table written in another format. */
export interface Converted {
  readonly edit: Edit;
  /** Filled cells that were carried over. */
  readonly carried: number;
  /** Labels of rows into which several were added up, with how many they were. */
  readonly summed: ReadonlyMap<string, number>;
  /** Labels of rows other than 0 that the format splits, with the one of several rows into which they went whole. */
  readonly unsplit: ReadonlyMap<string, string>;
  /** Zeros that have no place and are left out. */
  readonly zeros: number;
  /** Rows with the numbers that have no place, as they follow the table. */
  readonly left: readonly string[];
}

/**
 * Writes a table in a format, each filled cell as the drafter wrote it where the format has a place for it. Blank cells
 * stay blank; numbers other than 0 without a place follow the table in brackets. Undefined where numbers would be lost
 * that stand in the table's place and in none of its cells.
 */
export function convertTable(table: Table, report: Report, wanted: FormatId): Converted | undefined {
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
  const zeros = left.flatMap((slot) => filled(table, slot)).filter(isZero).length;
  const edit = replaceTable(table, report, written, rows);
  return edit && { edit, carried, summed, unsplit, zeros, left: rows };
}

/** The value of a slot in a list of its own; none where it is blank or was not found. */
function filled(table: Table, slot: Slot): Value[] {
  const value = valueAt(table, slot);
  return value?.cell === undefined || value.cell.text === '' ? [] : [value];
}

/** What a conversion does with the numbers, in clauses of Chinese: what is carried over, added up and left out. */
export function describeConversion({ carried, summed, unsplit, zeros, left }: Converted): string[] {
  const names = left.slice(0, 4).map((row) => `“${/^[^：\s]*/.exec(row)?.[0] ?? row}”`);
  const more = left.length > names.length ? `等${left.length}行` : '';
  return [
    `沿用${carried}个数`,
    ...[...summed].map(([label, parts]) => `“${label}”${toChinese(parts)}项相加为一行`),
    ...[...unsplit].map(([label, rest]) => `“${label}”暂记入“${rest}”`),
    ...(zeros > 0 ? [`没有对应栏目的${zeros}个0不再列出`] : []),
    ...(left.length > 0
      ? [`${names.join('、')}${more}有数没有对应栏目，列在表后`]
      : zeros > 0
        ? []
        : ['所填的数都有对应栏目']),
  ];
}

function isZero({ amount }: Value): boolean {
  return amount.kind === 'number' && amount.value === 0;
}

/**
 * Numbers without a place, row by row: `规范性文件：本年新公开数量2、对外公开总数量11` (normative documents: newly published 2,
 * published in all 11). What is 0 says nothing more.
 */
function rowsOf(table: Table, slots: readonly Slot[]): string[] {
  const rows = new Map<string, string[]>();
  for (const slot of slots) {
    for (const value of filled(table, slot)) {
      const { cell, amount } = value;
      if (amount.kind === 'none' || isZero(value)) continue;
      const label = shortLabel(slot.rowLabel);
      const list = rows.get(label) ?? [];
      rows.set(label, list);
      list.push(`${slot.columnLabel}${cell?.text ?? ''}`);
    }
  }
  return [...rows].map(([label, texts]) => `${label}：${texts.join('、')}`);
}
