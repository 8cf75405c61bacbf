import { cellName } from '../report/facts/balance.ts';
import type { Report, Table } from '../report/model.ts';
import type { Edit } from '../text/span.ts';
import { asSnippet, stop } from '../writing/newReport.ts';
import { numbersNamed } from '../writing/strays.ts';
import { looseNumbers, replaceTable, rewriteTable } from '../writing/write.ts';
import { tableAt } from './at.ts';

/** What a table that fell apart becomes: the standard one, with a place to fill in for each value that is open. */
export interface Restoration {
  /** `表三`. */
  readonly name: string;
  /** How many values were read, blank ones included. */
  readonly certain: number;
  /** The values of which it is open what they are, as an official names them. */
  readonly open: readonly string[];
  /** The standard table in the place of the one that fell apart; what has no place in it follows in brackets. */
  readonly edit: Edit;
  /** The edit's text as a snippet of the editor: Tab goes from one open value to the next. */
  readonly snippet: string;
}

/** Why a table is not restored, as a sentence. */
export interface Unrestored {
  readonly refusal: string;
}

/** The table at an offset as the standard one; undefined where no table is, or it is that already. */
export function restorationAt(report: Report, offset: number): Restoration | Unrestored | undefined {
  const table = tableAt(report, offset);
  if (table === undefined) return undefined;
  const edit = replaceTable(table, report);
  if (edit === undefined) return { refusal: refusalOf(table, report) };
  const { start, end } = edit.span;
  if (report.text.slice(start, end).trimEnd() === edit.text.trimEnd()) return undefined;
  const open = table.values.flatMap((value) => (value?.amount.kind === 'open' ? [value] : []));
  const behind = edit.text.slice(rewriteTable(table, report).length);
  return {
    name: table.format.name,
    certain: table.values.filter((value) => value !== undefined).length - open.length,
    open: open.map(({ slot }) => cellName(slot, table)),
    edit,
    snippet: asSnippet(rewriteTable(table, report, table.format, stop('')) + behind),
  };
}

function refusalOf(table: Table, report: Report): string {
  const numbers = numbersNamed(looseNumbers(table, report), report.text);
  return `${table.format.name}中${numbers}不属于任何一格，还原会丢失，请先填入应在的格或移出表格。`;
}
