import { noticeNumbers } from '../format/notices.ts';
import type { Report, Section } from '../report/model.ts';
import { lineBreak } from '../text/lines.ts';
import { placeOf } from '../writing/section.ts';
import { type Check, type Finding, finding, type Rule, suggestion } from './check.ts';

const basis = `${noticeNumbers}所附格式：六个部分各一处，依次排列，后五个部分的顺序即《条例》第五十条各项的顺序。`;

const duplicateRule: Rule = {
  code: 'section-duplicate',
  severity: 'error',
  title: '部分重复',
  summary: 'The heading of an official section stands in the report twice.',
  why: [
    '同一部分的标题在正文中出现两处，多半是复制时贴了两遍，或者改稿后旧稿没有删去。两处数据不一致时，读者和汇总单位不知以哪处为准。',
    '标在后一处（或者内容较少的一处）的标题上，另一处列为相关位置。目录中的标题不算。',
  ].join('\n\n'),
  basis,
  howToFix: '没有自动修正：删哪一处、是否合并，要由填报人看过两处内容后决定。',
  examples: [
    {
      replaces: '## 五、存在的主要问题及改进情况',
      wrong:
        '## 五、存在的主要问题及改进情况\n\n存在的主要问题是信息更新不够及时。改进情况：已明确专人按月更新。\n\n## ⟦五、存在的主要问题及改进情况⟧',
      right: '## 五、存在的主要问题及改进情况',
      fixable: false,
    },
  ],
};

const problems =
  '## 五、存在的主要问题及改进情况\n\n存在的问题是公开的形式较为单一。\n\n已安排专人制作图解和短视频，并在家长会上介绍查询方法。';

const orderRule: Rule = {
  code: 'section-order',
  severity: 'error',
  title: '部分顺序不对',
  summary: 'An official section stands out of the fixed order of the six.',
  why: [
    '六个部分的顺序是固定的。某个部分排到了别处的，标在它的标题上，并说明应移到哪里。',
    '按标题的名称判断位置，不按序号：位置颠倒而序号随位置依次编排的，先移动位置，再核对序号。',
  ].join('\n\n'),
  basis,
  howToFix: '把该部分连同标题和内容移到应在的位置，内容不改。移动的文字可能很长，“全部修正”不移动。',
  examples: [
    {
      report: 'trial',
      replaces: `${problems}\n\n## 六、其他需要报告的事项\n\n无其他需要报告的事项。\n\n`,
      wrong: `## 六、其他需要报告的事项\n\n无其他需要报告的事项。\n\n${problems.replace('## ', '## ⟦').replace('情况', '情况⟧')}\n\n`,
      right: `${problems}\n\n## 六、其他需要报告的事项\n\n无其他需要报告的事项。\n\n`,
      note: '第五部分排到了第六部分之后。',
    },
  ],
};

/** section-duplicate, section-order: the official sections each once and in order. */
export const checkSectionOrder: Check = { rules: [duplicateRule, orderRule], run };

function* run(report: Report): Iterable<Finding> {
  for (const section of report.sections) {
    if (section.role === 'doubled') yield doubled(section, report);
    if (section.role === 'displaced') yield displaced(section, report);
  }
}

function doubled(section: Section, report: Report): Finding {
  const first = report.sections.find(
    (other) => other.role === 'regular' && other.format.number === section.format.number,
  );
  return finding(duplicateRule, {
    message: `“${section.heading}”重复，全文只应有一处，请删去或合并。`,
    span: section.headingSpan,
    related: first === undefined ? [] : [{ span: first.headingSpan, message: '另一处在这里' }],
  });
}

function displaced(section: Section, report: Report): Finding {
  const after = report.sections.find(
    (other) => other.role === 'regular' && other.format.number > section.format.number,
  );
  const where = after === undefined ? '正文最后' : `“${after.heading}”之前`;
  return finding(orderRule, {
    message: `“${section.heading}”位置不对，应移到${where}。`,
    span: section.headingSpan,
    related: after === undefined ? [] : [{ span: after.headingSpan, message: '应移到本节之前' }],
    fixes: () => {
      const text = report.text.slice(section.span.start, section.span.end);
      const to = placeOf(report, section.format.number);
      // A section behind the signature reaches over the place where it belongs.
      if (to > section.span.start && to < section.span.end) return [];
      const ended = /[\r\n]$/.test(text) ? text : text + lineBreak(report.text);
      return [
        suggestion(`移到${where}`, [
          { span: section.span, text: '' },
          { span: { start: to, end: to }, text: ended },
        ]),
      ];
    },
  });
}
