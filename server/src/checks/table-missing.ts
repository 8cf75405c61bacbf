import { formatOfYear, tableOf } from '../format/formats.ts';
import { noticeNumbers } from '../format/notices.ts';
import type { TableId } from '../format/schema.ts';
import { standsUnread } from '../report/facts/unread.ts';
import type { Report, Section } from '../report/model.ts';
import { lineBreak } from '../text/lines.ts';
import { content, insertion } from '../writing/section.ts';
import { type Check, type Finding, finding, type Rule, suggestion } from './check.ts';
import { exampleDisputes } from './exampleDisputes.ts';

const disputes = exampleDisputes('markdown');

const rule: Rule = {
  code: 'table-missing',
  severity: 'error',
  title: '缺少表格',
  summary: 'Section two, three or four has its heading, but its statutory table is not there.',
  why: [
    '第二、三、四部分各有一张全国统一的表格：主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况。标题在而表格不在的，标在该部分的标题上。',
    '常见的原因：从网页或 PDF 复制时丢了表格；表格以图片插入；以一段文字代替表格。图片和文字中的数无从汇总，也无法核对勾稽关系。数据全为0的，也应填报表格。',
  ].join('\n\n'),
  basis: `《条例》第五十条：年度报告应当包括主动公开、收到和处理申请、被申请行政复议和提起行政诉讼的情况，统一格式由全国政府信息公开工作主管部门公布；${noticeNumbers}所附格式的第二、三、四部分均为表格。`,
  howToFix: '在该部分之末插入报告年度所用格式的空白表格，原有文字不动。表中各数要由填报人填写，“全部修正”不插入。',
  examples: [
    {
      report: 'government',
      replaces: `## 四、政府信息公开行政复议、行政诉讼情况\n\n${disputes}`,
      wrong: '## ⟦四、政府信息公开行政复议、行政诉讼情况⟧\n\n本年度行政复议、行政诉讼情况见附图。',
      right: `## 四、政府信息公开行政复议、行政诉讼情况\n\n${disputes}`,
      fixable: false,
      note: '表格成了图片。修正插入空白表格，数由填报人填写。',
    },
  ],
};

/** table-missing: a section that wants a statutory table and has none. */
export const checkMissingTables: Check = { rules: [rule], run };

function* run(report: Report): Iterable<Finding> {
  for (const section of report.sections) {
    const id = section.format.table;
    // What stands there unread has its own finding.
    if (id === undefined || section.role === 'doubled' || report.tables[id] !== undefined) continue;
    if (!standsUnread(report, id, section.span)) yield missing(section, id, report);
  }
}

function missing(section: Section, id: TableId, report: Report): Finding {
  const { name } = tableOf(formatOfYear(report.year).id, id);
  return finding(rule, {
    message: `“${section.heading}”下没有找到${name}的数据，应填报标准表格。`,
    span: section.headingSpan,
    fixes: () => {
      const eol = lineBreak(report.text);
      const edit = insertion(report, section.span.end, content(report, section.format), eol, eol + eol);
      return [suggestion(`插入空白${name}`, [edit])];
    },
  });
}
