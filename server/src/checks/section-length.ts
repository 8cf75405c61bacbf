import { lengthSince, presentFormat } from '../format/formats.ts';
import { noticeOf } from '../format/notices.ts';
import { textsOf } from '../report/facts/sectionTexts.ts';
import type { Report } from '../report/model.ts';
import { memo, PARAGRAPHS } from '../text/memo.ts';
import { wordCount } from '../text/words.ts';
import { type Check, type Finding, finding, type Rule } from './check.ts';

/** Characters that section one has at most, in principle. */
const [longest = 1000] = presentFormat.sections.flatMap((section) => section.longest ?? []);

const sentence =
  '由承办科室按照职责分工，对照主动公开目录逐项核对公开内容、公开时限和公开方式，发现缺项漏项的及时补齐。';
/** More characters than the limit, no sentence the same as another. */
const tooLong = Array.from({ length: 21 }, (_, i) => `第${i + 1}周${sentence}`).join('');

const rule: Rule = {
  code: 'section-length',
  severity: 'hint',
  title: '总体情况篇幅过长',
  summary: `Section one is longer than the format wants: about ${longest} characters.`,
  why: [
    `第一部分是对全年工作的综述，要求“聚焦主题、简明客观”，篇幅原则上不超过${longest}字。常见的原因是把部门工作总结、各领域信息逐条列举写了进来，或者一件事在两个方面各写了一遍。`,
    '字数按办公软件的“字数”计：一个汉字、一个标点各算一字，连写的数字、字母算一字；空格、标题和表格不计；有的机关把编制依据、统计期限写在这个标题之下，也不计。',
    `${lengthSince}年度以前的格式没有限定篇幅，不提示。`,
  ].join('\n\n'),
  basis: `${noticeOf(presentFormat)}一（一）：总体情况“篇幅原则上不超过一千字”。`,
  howToFix: '没有自动修正：删哪些内容由填报人定。',
  examples: [
    {
      replaces: '## 一、总体情况\n\n### （一）主动公开\n\n',
      wrong: `## ⟦一、总体情况⟧\n\n### （一）主动公开\n\n${tooLong}\n\n`,
      right: `## 一、总体情况\n\n### （一）主动公开\n\n${sentence}\n\n`,
      fixable: false,
    },
  ],
};

/** section-length: section one is as short as the format wants it. */
export const checkSectionLength: Check = { rules: [rule], run };

/** Paragraphs of a preface, which some bodies put under the heading: `本报告所列数据的统计期限……` (the period of the figures). */
const PREFACE = /统计(?:期限|时限|周期|数据|时间)|所列数据|本(?:年度)?报告/;
const countOf = memo(wordCount, PARAGRAPHS);

function* run(report: Report): Iterable<Finding> {
  for (const section of report.sections) {
    const limit = section.format.longest;
    if (limit === undefined || section.role !== 'regular') continue;
    if (section.span.end - section.headingSpan.end <= limit) continue;
    const texts = textsOf(section, report);
    const first = texts.findIndex(({ text }) => !PREFACE.test(text));
    const count = texts.slice(Math.max(0, first)).reduce((sum, { text }) => sum + countOf(text), 0);
    if (count <= limit) continue;
    yield finding(rule, {
      message: `“${section.format.title}”部分约${count}字，篇幅原则上不超过${limit}字，请精简。`,
      span: section.headingSpan,
    });
  }
}
