import { formatOf, tableOf } from '../format/formats.ts';
import { rowShapes } from '../format/shape.ts';
import { type TemplateFault, templateFaultOf } from '../report/facts/template.ts';
import type { Report, Table } from '../report/model.ts';
import { convertTable, describeConversion } from '../writing/convert.ts';
import { type Check, type Finding, type Fix, finding, type Rule } from './check.ts';

/** The label of a row of table 3 in the present format, and that of its group. */
const present = (id: string): readonly [label: string, group: string] => {
  const shape = rowShapes(tableOf('2021', 'applications')).find((row) => row.id === id);
  return [shape?.head?.label ?? '', shape?.groups.at(-1)?.label ?? ''];
};
const [firstLabel, group] = present('other.1');
const figures = (natural: number): string => `${natural} | 0 | 0 | 0 | 0 | 0 | ${natural} |`;
const oneRow = (label: string): string => `|  | ${label} |  | ${figures(1)}`;
const threeRows = (label: string): string =>
  [
    `|  | ${group} | ${label} | ${figures(0)}`,
    `|  |  | ${present('other.2')[0]} | ${figures(0)}`,
    `|  |  | ${present('other.3')[0]} | ${figures(1)}`,
  ].join('\n');

const rule: Rule = {
  code: 'table-template',
  severity: 'error',
  title: '表格不是报告年度的格式',
  summary: 'A table is that of the other official format than the report year asks for, or a mixture of both.',
  why: [
    '2019、2020年度报告用国办公开办函〔2019〕60号所附的试行格式，2021年度起用国办公开办函〔2021〕30号所附的格式。两种格式的表二、表三不同：现行表二没有“上一年项目数量”“本年增/减”“其他对外管理服务事项”和“政府集中采购”，规章、行政规范性文件改填制发、废止、现行有效件数，收费由项目数改填金额（万元）；表三“其他处理”由一行分为三行。表四相同。',
    '沿用旧表，上级无法按现行口径汇总，所缺的数也无从补起。一张表中混有两种格式的栏目的，也在此提示，不再逐行逐列提示。2019年度只是鼓励使用统一格式，降为警告。',
  ].join('\n\n'),
  basis:
    '国办公开办函〔2019〕60号、国办公开办函〔2021〕30号所附格式；《条例》第五十条：年度报告的统一格式由全国政府信息公开工作主管部门规定并适时更新。',
  mend: '转换为报告年度的格式：两种格式都有的数原样沿用；“其他处理”转为现行格式时先记入“3.其他”，转为试行格式时三项相加；没有对应栏目的数列在表后的括号中；口径不同的（如“对外公开总数量”与“现行有效件数”）不沿用，新栏目留空待填；没有对应栏目的0不再列出。表中有数不属于任何一格的，转换会丢失，不给修正。“全部修正”不改。',
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
      note: '2020年度报告的表三用了2021年度起的格式。',
    },
  ],
};

/** table-template: tables of the other format than the report year asks for, one finding a table. */
export const checkTemplates: Check = { rules: [rule], run };

function* run(report: Report): Iterable<Finding> {
  for (const table of Object.values(report.tables)) {
    const fault = templateFaultOf(table, report);
    if (fault !== undefined) yield found(fault, table, report);
  }
}

function found({ kind, wanted, foreign, cell }: TemplateFault, table: Table, report: Report): Finding {
  const { name } = table.format;
  const [own, other] = [formatOf(wanted).notice, formatOf(foreign).notice];
  const label = cell.text === '' ? '' : `“${cell.text}”`;
  const shown = label.length > 24 ? `${label.slice(0, 20)}…”` : label;
  return finding(rule, {
    severity: report.years.ofText === formatOf('2019').firstYear ? 'warning' : 'error',
    message:
      kind === 'mixed'
        ? `${name}混用两种格式的栏目，${shown}等是${other}格式的；${report.years.ofText}年度应一律按${own}格式填报。`
        : `${name}是${other}的格式${shown === '' ? '' : `（有${shown}）`}，${report.years.ofText}年度应按${own}的格式填报。`,
    span: cell.span,
    fixes: () => [...conversion(table, report, wanted)],
  });
}

/** The fix that converts a table; its title says what is carried over and what is not. */
function* conversion(table: Table, report: Report, wanted: TemplateFault['wanted']): Iterable<Fix> {
  const converted = convertTable(table, report, wanted);
  if (converted === undefined) return;
  const told = describeConversion(converted).join('，');
  const title = `将${table.format.name}转换为${formatOf(wanted).notice}的格式：${told}`;
  yield { title, edits: [converted.edit], preferred: true, safe: false };
}
