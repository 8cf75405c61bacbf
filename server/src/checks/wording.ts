import { spokenIn } from '../report/facts/subsections.ts';
import type { Paragraph, Report, Section } from '../report/model.ts';
import { narrowText, paragraphsIn, prefaceOf, spanIn } from '../report/reading/prose.ts';
import { memo, PARAGRAPHS } from '../text/memo.ts';
import { rewrite } from '../writing/passage.ts';
import { type Check, type Finding, finding, type Rule, safeFix, suggestion } from './check.ts';
import { listSlips, roughSlips, untilSlips } from './wording/numbers.ts';
import { formSlips, partSlips } from './wording/parts.ts';
import { misspellingSlips, seriesSlips } from './wording/series.ts';
import type { Slip } from './wording/slip.ts';

const rule: Rule = {
  code: 'wording',
  severity: 'hint',
  title: '用语有误',
  summary:
    'A fixed series or term that is off by a character, an exact number told as a rough one, 截止 for 截至, a list item without its number or unit, a second item without a first, or a wrong number of parts.',
  why: `改稿、复制和输入法留下的差错，读起来顺，校对时容易放过：

- 固定表述差一个字，如把“政治关、法律关、政策关、保密关、文字关”的“关”写成“观”；常见的同音误写，如“权利清单”“三审三较”。只查表中所列的表述，通行的不同写法不提示；
- 确数又说成约数，如“205余条”；“20余处”“300多条”“近5年”不提示；
- 日期之前误用“截止”，应为“截至”；“截止到”“截止日期”不提示；
- 并列的各项都有数字和单位，其中一项缺数字或者缺单位；
- 一段之中有“二是”而没有“一是”；
- 首部说的部分数目与格式的六个部分不同，或者列举时漏了部分；
- 首部说附有“指标统计表”，这是以前格式的附表，现行格式没有。`,
  basis:
    '填报惯例。固定表述见国务院、国务院办公厅有关文件，用字见《现代汉语词典》；六个部分见《条例》第五十条和年度报告格式。',
  howToFix:
    '固定表述、误写的词改为表中所列的写法，约数删去“余”“多”“近”“左右”，“截止”改为“截至”，缺的单位照前后各项补上。只有“截止”由“全部修正”改正，其余由填报人确认；缺的数字没有修正。',
  examples: [
    {
      replaces: '发布前由专人审查，',
      wrong: '发布前由专人审查，把好⟦政治观、法律关、政策关、保密关、文字关⟧，',
      right: '发布前由专人审查，把好政治关、法律关、政策关、保密关、文字关，',
    },
    { replaces: '设置政府信息查阅点2处', wrong: '悬挂横幅⟦205余⟧条', right: '悬挂横幅205条' },
    { replaces: '改版门户网站', wrong: '⟦截止⟧2025年底，改版门户网站', right: '截至2025年底，改版门户网站' },
    {
      replaces: '在政务新媒体发布信息512条，',
      wrong: '⟦其中水质监测信息条⟧、供水信息120条、水利工程信息206条。',
      right: '其中水质监测信息12条、供水信息120条、水利工程信息194条。',
      fixable: false,
    },
    {
      replaces: '情况、其他需要报告的事项六个部分组成。',
      wrong: '情况、其他需要报告的事项⟦七个部分⟧组成。',
      right: '情况、其他需要报告的事项六个部分组成。',
    },
    {
      replaces: '情况、其他需要报告的事项六个部分组成。',
      wrong: '情况、其他需要报告的事项六个部分组成，⟦并附相关的说明和指标统计表⟧。',
      right: '情况、其他需要报告的事项六个部分组成。',
    },
  ],
};

/** wording: slips of fixed wordings and of numbers in the running text. */
export const checkWording: Check = { rules: [rule], run };

const slipsIn = memo(
  (text: string): readonly Slip[] => [
    ...seriesSlips(text),
    ...misspellingSlips(text),
    ...roughSlips(text),
    ...untilSlips(text),
    ...listSlips(text),
  ],
  PARAGRAPHS,
);
const partSlipsIn = memo(partSlips, PARAGRAPHS);

function* run(report: Report): Iterable<Finding> {
  for (const paragraph of report.paragraphs) {
    for (const slip of slipsIn(narrowText(paragraph.text))) yield findingOf(report, paragraph, slip);
  }
  for (const paragraph of prefaceOf(report)) {
    const text = narrowText(paragraph.text);
    for (const slip of [...partSlipsIn(text), ...formSlips(text)]) yield findingOf(report, paragraph, slip);
  }
  for (const section of report.sections) yield* secondsWithoutFirst(report, section);
}

function findingOf(report: Report, paragraph: Paragraph, { from, to, message, correction }: Slip): Finding {
  return finding(rule, {
    message: `${message}。`,
    span: spanIn(paragraph, from, to),
    fixes: () => {
      if (correction === undefined) return [];
      const edit = rewrite(report, paragraph, correction.from, correction.to, correction.text);
      return edit === undefined ? [] : [(correction.safe ? safeFix : suggestion)(correction.title, [edit])];
    },
  });
}

/** What begins a list besides `一是`: `首先` (to begin with), `其一`, `一方面` (on the one hand), `一要`, `（一）`, `1.`, `①`. */
const FIRST = /一是|首先|其一|第一|一方面|一要|一则|一、|[(]一[)]|(?<!\d)1[.、)]|[①㈠]/;

/** `二是` (second) in a section where no item came first. */
function* secondsWithoutFirst(report: Report, section: Section): Iterable<Finding> {
  let above = '';
  for (const paragraph of paragraphsIn(report, section.span)) {
    const text = narrowText(paragraph.text);
    const [number] = spokenIn(paragraph);
    if (number?.value === 2) {
      const at = text.indexOf(number.text);
      // A list over several paragraphs has its first item in one of those above.
      const before = at <= 1 ? above + text.slice(0, at) : text.slice(0, at);
      if (!FIRST.test(before)) {
        yield finding(rule, { message: `有“${number.text}”而前文没有“一是”，请核对是否漏了一项。`, span: number.span });
      }
    }
    above += text;
  }
}
