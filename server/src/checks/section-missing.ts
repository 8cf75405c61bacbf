import { formatOfYear } from '../format/formats.ts';
import { noticeNumbers } from '../format/notices.ts';
import { standsUnread } from '../report/facts/unread.ts';
import type { Report } from '../report/model.ts';
import type { Span } from '../text/span.ts';
import { insertSection, officialHeading } from '../writing/section.ts';
import { type Check, type Finding, finding, type Rule, suggestion } from './check.ts';

const rule: Rule = {
  code: 'section-missing',
  severity: 'error',
  title: '缺少必备部分',
  summary: 'One of the six official sections has no heading in the draft.',
  why: [
    '年度报告由六个部分组成：总体情况，主动公开政府信息情况，收到和处理政府信息公开申请情况，政府信息公开行政复议、行政诉讼情况，存在的主要问题及改进情况，其他需要报告的事项。一个也不能少：没有发生的，填0或者写明“无”，标题保留。',
    '按标题认定，序号不同、名称与规定相近的也算。每缺一个部分提示一次，标在它前面那个部分的标题上。',
  ].join('\n\n'),
  basis: `《条例》第五十条规定年度报告应当包括的内容；${noticeNumbers}所附格式在此之前加“总体情况”，共六个部分。`,
  howToFix:
    '在应在的位置补上标题，样式与其他标题相同；第二、三、四部分带报告年度所用格式的空白表格，其余带提示填写的文字。表格已在而标题不在的，只补标题；表格还在而各格粘连、错乱，读不出数据的，不给修正。补上的内容要由填报人填写，“全部修正”不补。',
  examples: [
    {
      report: 'trial',
      replaces:
        '## 五、存在的主要问题及改进情况\n\n存在的问题是公开的形式较为单一。\n\n已安排专人制作图解和短视频，并在家长会上介绍查询方法。\n\n## 六、其他需要报告的事项\n\n无其他需要报告的事项。',
      wrong:
        '## ⟦五、存在的主要问题及改进情况⟧\n\n存在的问题是公开的形式较为单一。\n\n已安排专人制作图解和短视频，并在家长会上介绍查询方法。',
      right:
        '## 五、存在的主要问题及改进情况\n\n存在的问题是公开的形式较为单一。\n\n已安排专人制作图解和短视频，并在家长会上介绍查询方法。\n\n## 六、其他需要报告的事项\n\n无其他需要报告的事项。',
      note: '没有第六部分。',
    },
  ],
};

/** section-missing: each of the six official sections is there, in whatever place and wording. */
export const checkMissingSections: Check = { rules: [rule], run };

function* run(report: Report): Iterable<Finding> {
  const regular = report.sections.filter((section) => section.role === 'regular');
  for (const format of formatOfYear(report.year).sections) {
    if (report.sections.some((section) => section.format.number === format.number)) continue;
    const heading = officialHeading(format);
    const before = regular.findLast((section) => section.format.number < format.number);
    const after = regular.find((section) => section.format.number > format.number);
    const where =
      before !== undefined ? `“${before.heading}”之后` : after !== undefined ? `“${after.heading}”之前` : '正文中';
    yield finding(rule, {
      message: `缺少“${heading}”，应补在${where}。`,
      span: before?.headingSpan ?? after?.headingSpan ?? report.title?.span ?? firstLine(report),
      // A blank table beside one that stands there unread would hide it.
      fixes: () =>
        format.table !== undefined && standsUnread(report, format.table)
          ? []
          : [suggestion(`补上“${heading}”`, [insertSection(report, format)])],
    });
  }
}

function firstLine(report: Report): Span {
  return { start: 0, end: report.lines.end(0) };
}
