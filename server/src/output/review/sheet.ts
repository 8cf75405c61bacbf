import { type Finding, severities, severityNames } from '../../checks/check.ts';
import { type Readiness, readinessOf } from '../../features/readiness.ts';
import { formatOf, formatOfYear } from '../../format/formats.ts';
import { captionOf } from '../../format/tableParts.ts';
import type { Report } from '../../report/model.ts';
import type { Sheet, SheetBlock, SheetRow } from '../sheet.ts';
import { type Group, groupsOf } from './groups.ts';
import { subjectOf } from './page.ts';

const TITLE = '年度报告核对表';

/**
 * What the review sheet of a report says, whatever it is written as: what was verified and how it came out, the
 * findings, and where those who answer for the report sign.
 * @param findings those that are shown to the drafter
 */
export function reviewOf(report: Report, findings: readonly Finding[]): Sheet {
  const groups = groupsOf(report);
  const readiness = readinessOf(report, findings);
  const of = (part: Group['part']): SheetBlock[] => groups.filter((group) => group.part === part).flatMap(groupBlocks);
  const subject = subjectOf(report);
  return {
    name: `${TITLE}　${subject}`,
    blocks: [
      { kind: 'title', text: TITLE },
      { kind: 'subject', text: subject },
      heading('一、核对结果'),
      { kind: 'verdict', text: verdictOf(groups, readiness) },
      ...summaryBlocks(groups, readiness),
      heading('二、六个部分和三张表'),
      ...partBlocks(report, readiness),
      heading('三、表格数据'),
      ...of('tables'),
      heading('四、文中数字'),
      ...of('text'),
      heading('五、发现的问题'),
      ...findingBlocks(report, findings),
      ...signingBlocks(),
    ],
  };
}

function heading(text: string, level: 1 | 2 = 1): SheetBlock {
  return { kind: 'heading', level, text };
}

function paragraph(text: string): SheetBlock {
  return { kind: 'paragraph', text };
}

/** The result in a sentence: that all holds, or what is left to do; never that all holds where something is unjudged. */
function verdictOf(groups: readonly Group[], readiness: Readiness): string {
  const { sections, tables, blanks, placeholders, findings } = readiness;
  const { holds, fails, unjudged } = totalOf(groups);
  const left = [
    [sections.all - sections.found, '缺少部分', '个'],
    [tables.all - tables.found, '缺少表格', '张'],
    [fails, '数字不符', '项'],
    [blanks, '空白单元格', '个'],
    [placeholders, '待填写', '处'],
    [findings.error, '错误', '处'],
    [findings.warning, '警告', '处'],
  ] as const;
  const todo = left.flatMap(([count, what, unit]) => (count > 0 ? [`${what}${count}${unit}`] : []));
  const open = unjudged > 0 ? `另有${unjudged}项无法核对，须由人核对。` : '';
  if (todo.length > 0) return `尚需处理：${todo.join('，')}。${open}`;
  const hints = findings.information + findings.hint;
  const remarks = hints > 0 ? `另有信息和提示${hints}处，供参考。` : '';
  if (unjudged > 0) return `核对的数字中${holds}项符合，没有不符。${open}${remarks}`;
  return `核对的${holds}项数字全部符合，没有错误和警告。${remarks}`;
}

function totalOf(groups: readonly Group[]): Group['count'] {
  const sum = (state: keyof Group['count']): number => groups.reduce((total, { count }) => total + count[state], 0);
  return { holds: sum('holds'), fails: sum('fails'), unjudged: sum('unjudged') };
}

function summaryBlocks(
  groups: readonly Group[],
  { sections, tables, blanks, placeholders, findings }: Readiness,
): SheetBlock[] {
  const row = (name: string, { holds, fails, unjudged }: Group['count']): SheetRow => ({
    cells: [name, ...[holds + fails + unjudged, holds, fails, unjudged].map(String)],
    ...(fails > 0 && { state: 'fails' as const }),
  });
  const found = ({ found: there, all }: Readiness['sections']) => ({ holds: there, fails: all - there, unjudged: 0 });
  const counts = severities.map((severity) => `${severityNames[severity]}${findings[severity]}处`);
  return [
    {
      kind: 'summary',
      table: {
        caption: '核对了什么，结果如何',
        columns: ['核对内容', '共', '符合', '不符', '无法核对'],
        rows: [
          row('六个部分', found(sections)),
          row('三张表', found(tables)),
          ...groups.map(({ name, count }) => row(name, count)),
          row('数字合计', totalOf(groups)),
        ],
      },
    },
    paragraph(`空白单元格${blanks}个，待填写${placeholders}处；发现问题：${counts.join('、')}。`),
  ];
}

function partBlocks(report: Report, { sections, tables }: Readiness): SheetBlock[] {
  const line = (offset: number): string => `第${report.lines.lineAt(offset) + 1}行`;
  const format = formatOf(report.format);
  const sectionRows = formatOfYear(report.year).sections.map(({ number, title }): SheetRow => {
    const section = report.sections.find((each) => each.format.number === number);
    return section === undefined
      ? { cells: [`${number}. ${title}`, '没有', '—'], state: 'fails' }
      : { cells: [`${number}. ${title}`, section.heading, line(section.headingSpan.start)], state: 'holds' };
  });
  const tableRows = format.tables.map((table): SheetRow => {
    const found = report.tables[table.id];
    return found === undefined
      ? { cells: [captionOf(table), '没有', '—'], state: 'fails' }
      : { cells: [captionOf(table), `有，取得${found.rows.length}行`, line(found.span.start)], state: 'holds' };
  });
  return [
    paragraph(`六个部分中有${sections.found}个，三张表中有${tables.found}张。`),
    { kind: 'table', table: { caption: '六个部分', columns: ['部分', '文中标题', '位置'], rows: sectionRows } },
    { kind: 'table', table: { caption: '三张表', columns: ['表格', '有无', '位置'], rows: tableRows } },
  ];
}

function groupBlocks({ name, about, count, columns, rows, empty }: Group): SheetBlock[] {
  if (rows.length === 0) return [heading(name, 2), paragraph(empty)];
  const { holds, fails, unjudged } = count;
  const all = rows.length;
  const result =
    holds === all ? `共${all}项，全部符合。` : `共${all}项，符合${holds}项，不符${fails}项，无法核对${unjudged}项。`;
  return [
    heading(name, 2),
    paragraph(`${about}：${result}`),
    { kind: 'table', table: { caption: `${name}明细`, columns, rows } },
  ];
}

function findingBlocks(report: Report, findings: readonly Finding[]): SheetBlock[] {
  if (findings.length === 0) return [paragraph('没有发现问题。')];
  return severities.flatMap((severity): SheetBlock[] => {
    const own = findings.filter((finding) => finding.severity === severity);
    if (own.length === 0) return [];
    const name = severityNames[severity];
    const rows = own.map(({ span, message, code }) => ({
      cells: [`第${report.lines.lineAt(span.start) + 1}行`, message, code],
    }));
    return [
      heading(`${name}${own.length}处`, 2),
      { kind: 'table', table: { caption: `${name}明细`, columns: ['位置', '问题', '检查项'], rows } },
    ];
  });
}

function signingBlocks(): SheetBlock[] {
  const rows = ['填报人', '审核人', '负责人'].map((who) => ({ cells: [who, '', '年　　月　　日'] }));
  return [
    {
      kind: 'signing',
      heading: '六、签字',
      table: { caption: '对以上内容和报告数据负责', columns: ['职责', '签字', '日期'], rows },
    },
    {
      kind: 'note',
      text: '本表由程序按文稿核对：只看文稿内部是否齐全、一致，数字与实际工作是否相符，与上年度报告是否衔接，仍须由人核对。',
    },
  ];
}
