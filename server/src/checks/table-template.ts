import { formatOf, formats, isCommon, scopeOf } from '../format/formats.ts';
import { noticeNumbers, noticeOf } from '../format/notices.ts';
import { labelOf } from '../format/shape.ts';
import { type TemplateFault, templateFaultOf } from '../report/facts/template.ts';
import type { Report, Table } from '../report/model.ts';
import { convertTable, describeConversion } from '../writing/convert.ts';
import { type Check, exampleTable, type Finding, type Fix, finding, type Rule, suggestion } from './check.ts';

const applications = exampleTable('applications');
const [firstLabel = '', secondLabel = '', thirdLabel = ''] = ['other.1', 'other.2', 'other.3'].map((id) =>
  labelOf(applications, id),
);
const group = labelOf(exampleTable('applications', 'trial'), 'other');
const figures = (natural: number): string => `${natural} | 0 | 0 | 0 | 0 | 0 | ${natural} |`;
const oneRow = (label: string): string => `|  | ${label} |  | ${figures(1)}`;
const threeRows = (label: string): string =>
  [
    `|  | ${group} | ${label} | ${figures(0)}`,
    `|  |  | ${secondLabel} | ${figures(0)}`,
    `|  |  | ${thirdLabel} | ${figures(1)}`,
  ].join('\n');

const forms = formats.map((format) => `${scopeOf(format)}的报告用${noticeOf(format)}所附的格式${format.edition}`);
const changes = formats.flatMap((format) =>
  format.changes === '' ? [] : [`与前一格式相比，${noticeOf(format)}的格式有变：${format.changes}`],
);
const encouraged = formats.flatMap(({ encouragedIn }) => encouragedIn);

const rule: Rule = {
  code: 'table-template',
  severity: 'error',
  title: '表格不是报告年度的格式',
  summary: 'A table is that of another official format than the report year asks for, or a mixture of several.',
  why: [
    `${forms.join('，')}。`,
    ...changes,
    `沿用旧表，上级无法按报告年度的口径汇总，所缺的数也无从补起。表二、表三不是同一种格式的，提示与年度不符的那一张；一张表中混有几种格式的栏目的，也在此提示，不再逐行逐列提示。${encouraged.join('、')}年度只是鼓励使用统一格式，降为警告。`,
  ].join('\n\n'),
  basis: `${noticeNumbers}所附格式；《条例》第五十条：年度报告的统一格式由全国政府信息公开工作主管部门规定并适时更新。`,
  howToFix:
    '转换为报告年度的格式：两种格式都有的数原样沿用；一行分为几行的（如“其他处理”），先全部记入其中的“其他”一行，几行并为一行的相加；没有对应栏目的数列在表后的括号中；口径不同的（如“对外公开总数量”与“现行有效件数”）不沿用，新栏目留空待填；没有对应栏目的0不再列出。表中有数不属于任何一格的，转换会丢失，不给修正。“全部修正”不改。',
  examples: [
    {
      wrong: oneRow(`⟦${group}⟧`),
      right: threeRows(firstLabel),
      note: '2025年度报告的表三沿用试行格式，“其他处理”只有一行。',
    },
    {
      report: 'trial',
      wrong: threeRows(`⟦${firstLabel}⟧`),
      right: oneRow(group),
      note: '2020年度报告的表三用了后来的格式，“其他处理”分为三行。',
    },
  ],
};

/** table-template: tables of another format than the report year asks for, one finding a table. */
export const checkTemplates: Check = { rules: [rule], run };

function* run(report: Report): Iterable<Finding> {
  for (const table of Object.values(report.tables)) {
    const fault = templateFaultOf(table, report);
    if (fault !== undefined) yield found(fault, table, report);
  }
}

function found(fault: TemplateFault, table: Table, report: Report): Finding {
  const { year } = report;
  const isEncouraged = year !== undefined && formatOf(fault.wanted).encouragedIn.includes(year);
  return finding(rule, {
    severity: isEncouraged ? 'warning' : 'error',
    message: messageOf(fault, table, report),
    span: fault.cell.span,
    fixes: () => [...conversion(table, report, fault.wanted)],
  });
}

function messageOf({ kind, wanted, foreign, cell, lacking }: TemplateFault, { format }: Table, report: Report): string {
  const [own, other] = [noticeOf(formatOf(wanted)), noticeOf(formatOf(foreign))];
  if (kind === 'mixed')
    return `${format.name}混用两种格式的栏目，${cell.text === '' ? '部分' : `${quoted(cell.text)}等`}是${other}格式的；${report.year}年度应一律按${own}格式填报。`;
  const sign =
    cell.text !== '' ? `（有${quoted(cell.text)}）` : lacking !== undefined ? `（没有${quoted(lacking)}）` : '';
  const right = Object.values(report.tables).filter((table) => isRight(table, wanted, report));
  if (right.length === 0) return `${format.name}是${other}的格式${sign}，${report.year}年度应按${own}的格式填报。`;
  const names = right.map((table) => table.format.name).join('、');
  return `${format.name}是${other}的格式${sign}，${names}是${own}的格式；${report.year}年度应一律按${own}的格式填报。`;
}

/** A label in quotation marks, its end left out where it is long. */
function quoted(label: string): string {
  return label.length > 22 ? `“${label.slice(0, 19)}…”` : `“${label}”`;
}

/** Whether a table is that of the format, and tells it: it is not the same in all formats. */
function isRight(table: Table, wanted: TemplateFault['wanted'], report: Report): boolean {
  return table.formatId === wanted && !isCommon(table.format) && templateFaultOf(table, report) === undefined;
}

/** The fix that converts a table; its title says what is carried over and what is not. */
function* conversion(table: Table, report: Report, wanted: TemplateFault['wanted']): Iterable<Fix> {
  const converted = convertTable(table, report, wanted);
  if (converted === undefined) return;
  const told = describeConversion(converted).join('，');
  yield suggestion(`将${table.format.name}转换为${noticeOf(formatOf(wanted))}的格式：${told}`, [converted.edit]);
}
