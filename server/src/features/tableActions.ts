import { formatOfYear } from '../format/formats.ts';
import type { TableFormat } from '../format/schema.ts';
import type { Language, Report, Table } from '../report/model.ts';
import type { Edit } from '../text/span.ts';
import { convertTable, describeConversion } from '../writing/convert.ts';
import { replaceTable, rewriteTable, writeValue } from '../writing/write.ts';
import { recomputeTotals } from './totals.ts';

/** Something that can be done with a table. */
export interface TableAction {
  readonly title: string;
  readonly kind: 'rewrite' | 'refactor';
  readonly edits: readonly Edit[];
}

const FORMS: readonly (readonly [Language, string])[] = [
  ['markdown', 'Markdown 表格'],
  ['html', 'HTML 表格'],
  ['plaintext', '制表符分隔的表格'],
];

/** What can be done with the table at an offset: totals, blanks, its form, its format; empty outside tables. */
export function tableActionsAt(report: Report, offset: number): TableAction[] {
  const table = Object.values(report.tables).find(({ span }) => span.start <= offset && offset <= span.end);
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
  return { title: `重算${table.format.name}合计（${what}）`, kind: 'rewrite', edits };
}

function zeros(table: Table): TableAction | undefined {
  const blanks = table.values.filter((value) => value?.amount.kind === 'blank' && value.cell !== undefined);
  const edits = blanks.flatMap((value) => (value === undefined ? [] : (writeValue(value, table, '0') ?? [])));
  if (edits.length === 0) return undefined;
  return { title: `${table.format.name}空白格补0（${edits.length}格）`, kind: 'rewrite', edits };
}

/** The table in the other forms, each value as it stands; what has no place follows it. */
function forms(table: Table, report: Report): TableAction[] {
  const own =
    table.layout === 'pipe' ? 'markdown' : table.layout === 'html' ? 'html' : table.layout === 'tab' ? 'plaintext' : '';
  return FORMS.filter(([language]) => language !== own && (report.language !== 'html' || language === 'html')).flatMap(
    ([language, name]) => {
      const edit = replaceTable(table, report, rewriteTable(table, { ...report, language }));
      const title = `${table.format.name}转为${name}`;
      return edit === undefined ? [] : [{ title, kind: 'refactor' as const, edits: [edit] }];
    },
  );
}

function template(table: Table, report: Report): TableAction[] {
  const wanted = formatOfYear(report.year);
  const format: TableFormat | undefined = wanted.tables.find(({ id }) => id === table.format.id);
  if (format === undefined || format === table.format) return [];
  const converted = convertTable(table, report, wanted.id);
  if (converted === undefined) return [];
  const title = `${table.format.name}转为${wanted.notice}的格式：${describeConversion(converted).join('，')}`;
  return [{ title, kind: 'refactor', edits: [converted.edit] }];
}
