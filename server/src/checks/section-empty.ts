import { feesSince, presentFormat } from '../format/formats.ts';
import { noticeOf } from '../format/notices.ts';
import { nothingElse } from '../format/sections.ts';
import { type SectionText, textsOf } from '../report/facts/sectionTexts.ts';
import type { Part, Report, Section } from '../report/model.ts';
import { flattened } from '../report/reading/parts.ts';
import { content, insertionUnder } from '../writing/section.ts';
import { type Check, type Finding, finding, type Rule, suggestion } from './check.ts';

const rule: Rule = {
  code: 'section-empty',
  severity: 'warning',
  title: '部分没有内容',
  summary: 'A section of prose has nothing, or hardly anything, under its heading.',
  why: [
    '总体情况、存在的主要问题及改进情况、其他需要报告的事项三个部分以文字说明。标题下没有文字、图片或者表格的，标在标题上；有表格的三个部分没有表格的，由 `table-missing` 提示。',
    '第五部分应当既写问题又写改进情况，只写“无”或者不足10个字的，作为信息提示。',
  ].join('\n\n'),
  basis: `《条例》第五十条：年度报告应当包括存在的主要问题及改进情况、其他需要报告的事项；${noticeOf(presentFormat)}所附格式第一部分为总体情况。`,
  howToFix: `标题下没有内容的，填入提示填写的文字（${feesSince}年度以前的第六部分填“${nothingElse}”）。第五部分过短的没有自动修正。所补文字是否属实要由填报人判断，“全部修正”都不补。`,
  examples: [
    {
      report: 'trial',
      replaces: '## 六、其他需要报告的事项\n\n无其他需要报告的事项。',
      wrong: '## ⟦六、其他需要报告的事项⟧',
      right: '## 六、其他需要报告的事项\n\n无其他需要报告的事项。',
    },
    {
      report: 'trial',
      replaces: '存在的问题是公开的形式较为单一。\n\n已安排专人制作图解和短视频，并在家长会上介绍查询方法。',
      wrong: '⟦无。⟧',
      right: '存在的问题是公开的形式较为单一。\n\n已安排专人制作图解和短视频，并在家长会上介绍查询方法。',
      fixable: false,
      note: '没有问题和改进情况。',
    },
  ],
};

/** section-empty: something is said under the headings of the sections of prose. */
export const checkEmptySections: Check = { rules: [rule], run };

function* run(report: Report): Iterable<Finding> {
  for (const section of report.sections) {
    // One that is out of place or doubled is to be moved or deleted first.
    if (section.role !== 'regular' || section.format.table !== undefined) continue;
    const pieces = textsOf(section, report);
    const { number } = section.format;
    if (pieces.length === 0) {
      if (!holdsMore(section, report)) yield empty(section, report);
    } else if (number === 5 && inkOf(pieces) < SHORTEST_PROBLEMS && !holdsImage(section, report)) {
      yield short(section, pieces);
    }
  }
}

/** Whether anything that is no paragraph stands under a heading: rows of cells, a line, an image. */
function holdsMore(section: Section, report: Report): boolean {
  if (holdsImage(section, report)) return true;
  return flattened(report.parts).some(
    (part) => isMore(part) && part.span.end > section.headingSpan.end && part.span.start < section.span.end,
  );
}

/** A number alone is a page's. */
function isMore(part: Part): boolean {
  return part.kind === 'table' || part.kind === 'rows' || (part.kind === 'line' && /\p{L}/u.test(part.text));
}

function holdsImage(section: Section, report: Report): boolean {
  const text = report.text.slice(section.headingSpan.end, section.span.end);
  return text.includes('![') || /<img\b/i.test(text);
}

function empty(section: Section, report: Report): Finding {
  return finding(rule, {
    message: `“${section.heading}”下没有内容，${section.format.number === 6 ? '没有其他事项的也应写明' : '应当填写'}。`,
    span: section.headingSpan,
    fixes: () => {
      const text = content(report, section.format);
      const edit = insertionUnder(section, report, text);
      return edit === undefined ? [] : [suggestion(`填入“${text}”`, [edit])];
    },
  });
}

/** Fewest characters that tell problems and improvements; `无。` and `暂无问题。` (no problem for now) have fewer. */
const SHORTEST_PROBLEMS = 10;

/** Letters and digits of the pieces, counted up to what is enough. */
function inkOf(pieces: readonly SectionText[]): number {
  let ink = 0;
  for (const { text } of pieces) {
    if (ink >= SHORTEST_PROBLEMS) break;
    ink += text.slice(0, 10 * SHORTEST_PROBLEMS).replace(/[^\p{L}\p{N}]/gu, '').length;
  }
  return ink;
}

function short(section: Section, pieces: readonly SectionText[]): Finding {
  const text = pieces.map((piece) => piece.text).join('');
  return finding(rule, {
    message: `“${section.format.title}”部分只有“${text}”，应写明存在的主要问题和改进情况。`,
    span: pieces[0]?.span ?? section.headingSpan,
    severity: 'information',
  });
}
