import type { Report, Table, Value } from '../../server/src/report/model.ts';

/** A value cell of tables 3 and 4 that holds a number, with the number. */
export interface NumericCell {
  readonly table: Table;
  readonly value: Value;
  readonly number: number;
  readonly text: string;
}

/** Every cell of tables 3 and 4 that holds a plain number. */
export function numericCells(report: Report): NumericCell[] {
  return [report.tables.applications, report.tables.litigation].flatMap((table) =>
    table === undefined
      ? []
      : table.values.flatMap((value) => {
          if (value?.cell === undefined || value.amount.kind !== 'number' || !/^\d+$/.test(value.cell.text)) return [];
          return [{ table, value, number: value.amount.value, text: value.cell.text }];
        }),
  );
}

/** What a slip of the pen makes of a number: a digit dropped, doubled or swapped, one more, one less. */
export function slips(text: string): string[] {
  const made = new Set<string>();
  for (let i = 0; i < text.length; i++) {
    made.add(text.slice(0, i) + text.slice(i + 1));
    made.add(text.slice(0, i + 1) + text.slice(i));
    if (i > 0) made.add(text.slice(0, i - 1) + text.charAt(i) + text.charAt(i - 1) + text.slice(i + 1));
  }
  made.add(String(Number(text) + 1));
  if (Number(text) > 0) made.add(String(Number(text) - 1));
  return [...made].filter((slip) => Number(slip) !== Number(text));
}

/** The report's text with a cell changed. */
export function changeCell(report: Report, { value }: NumericCell, text: string): string {
  const { start, end } = value.cell?.span ?? { start: 0, end: 0 };
  return report.text.slice(0, start) + text + report.text.slice(end);
}

/** Whether the total of the cell's row is filled. */
export function hasRowTotal(table: Table, value: Value): boolean {
  return table.values.some(
    (other) => other?.slot.row === value.slot.row && other.slot.column === 'total' && other.amount.kind === 'number',
  );
}
