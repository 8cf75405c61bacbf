import { formatOfYear } from '../format/formats.ts';
import { noticeOf } from '../format/notices.ts';
import type { TableFormat } from '../format/schema.ts';
import { layouts } from '../report/layouts.ts';
import type { Report, Table } from '../report/model.ts';
import type { Edit } from '../text/span.ts';
import { followedBy } from '../text/words.ts';
import { convertTable, describeConversion } from '../writing/convert.ts';
import { replaceTable, rewriteTable, writeValue } from '../writing/write.ts';
import { tableAt } from './at.ts';
import { recomputeTotals } from './totals.ts';

/** Something that can be done with a table. */
export interface TableAction {
  readonly title: string;
  readonly edits: readonly Edit[];
}

/** What can be done with the table at an offset: totals, blanks, its form, its format; empty outside tables. */
export function tableActionsAt(report: Report, offset: number): TableAction[] {
  const table = tableAt(report, offset);
  if (table === undefined) return [];
  const actions = [totals(table, report), zeros(table), ...forms(table, report), ...template(table, report)];
  return actions.filter((action) => action !== undefined);
}

function totals(table: Table, report: Report): TableAction | undefined {
  const { edits, changes } = recomputeTotals(table, report);
  if (edits.length === 0) return undefined;
  const [first] = changes;
  const what =
    changes.length === 1 && first !== undefined
      ? `${first.name}${first.from ?? '空白'}改为${first.to}`
      : `${changes.length}处改变`;
  return { title: `重算${table.format.name}合计（${what}）`, edits };
}

function zeros(table: Table): TableAction | undefined {
  const blanks = table.values.filter((value) => value?.amount.kind === 'blank' && value.cell !== undefined);
  const edits = blanks.flatMap((value) => (value === undefined ? [] : (writeValue(value, table, '0') ?? [])));
  if (edits.length === 0) return undefined;
  return { title: `${table.format.name}空白格补0（${edits.length}格）`, edits };
}

/** The table in the standard forms of the languages, each value as it stands; what has no place follows it. */
function forms(table: Table, report: Report): TableAction[] {
  return Object.values(layouts).flatMap(({ standard }) => {
    const own = standard === undefined || standard === layouts[table.layout].standard;
    // Among the elements of a page neither pipes nor tabs make a table.
    if (own || (report.language === 'html' && standard.language !== 'html')) return [];
    const written = rewriteTable(table, { ...report, language: standard.language });
    const title = followedBy(`${table.format.name}转为`, standard.name);
    const edit = replaceTable(table, report, written);
    return edit === undefined ? [] : [{ title, edits: [edit] }];
  });
}

function template(table: Table, report: Report): TableAction[] {
  const wanted = formatOfYear(report.year);
  const format: TableFormat | undefined = wanted.tables.find(({ id }) => id === table.format.id);
  if (format === undefined || format === table.format) return [];
  const converted = convertTable(table, report, wanted.id);
  if (converted === undefined) return [];
  const title = `${table.format.name}转为${noticeOf(wanted)}的格式：${describeConversion(converted).join('，')}`;
  return [{ title, edits: [converted.edit] }];
}
