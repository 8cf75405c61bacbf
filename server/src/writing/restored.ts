import type { Slot } from '../format/shape.ts';
import { type Report, type Table, valueAt } from '../report/model.ts';
import { lineBreak } from '../text/lines.ts';
import type { Edit } from '../text/span.ts';
import { replaceTable, standardTable } from './write.ts';

/** The standard table in the language of the report, every value as it was read. @param open what stands in the place of one that is open */
export function restoredTable(table: Table, report: Report, open: string): string {
  const textOf = (slot: Slot): string => {
    const value = valueAt(table, slot);
    return value?.amount.kind === 'open' ? open : (value?.cell?.text ?? '');
  };
  return standardTable(table.format, report.language, textOf, lineBreak(report.text));
}

/**
 * The edit that puts the standard table in the place of one that fell apart, blank where a value is open; what has no
 * place in it follows in brackets. Undefined where a number would be lost.
 */
export function restoreTable(table: Table, report: Report): Edit | undefined {
  return replaceTable(table, report, restoredTable(table, report, ''));
}
