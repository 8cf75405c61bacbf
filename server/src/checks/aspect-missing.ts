import { type Aspect, aspects, aspectsNamed, type Result, results, resultsUnder } from '../format/aspects.ts';
import { formatName } from '../format/citations.ts';
import { formatOfYear, formats, scopeOf } from '../format/formats.ts';
import { noticeOf } from '../format/notices.ts';
import { isOfArea } from '../report/facts/area.ts';
import { isGovernment } from '../report/facts/body.ts';
import { type Subsection, subsectionsOf } from '../report/facts/subsections.ts';
import type { Report, Section } from '../report/model.ts';
import { paragraphsIn } from '../report/reading/prose.ts';
import { memo, PARAGRAPHS } from '../text/memo.ts';
import { appendTo, insertAspects } from '../writing/subsections.ts';
import { type Check, type Finding, type Fix, finding, type Rule, suggestion } from './check.ts';

/** The formats that prescribe the aspects, and those that do not. */
const withAspects = formats.filter(({ prescribesAspects }) => prescribesAspects);
const withoutAspects = formats.filter(({ prescribesAspects }) => !prescribesAspects);

const rule: Rule = {
  code: 'aspect-missing',
  severity: 'hint',
  title: '总体情况缺少必写方面',
  summary:
    'Section one leaves out one of its five aspects or, in a report of a people’s government, the results of assessment, appraisal or accountability.',
  why: `总体情况要写主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障五个方面，各级人民政府和汇总本地区情况的开发区等的年报还要写明工作考核、社会评议和责任追究结果情况。小标题写法不同（如“主动公开方面”“平台建设情况”）、顺序不同、另加其他方面，都不算缺；没有小标题而正文写到的，也不算缺。${withoutAspects.map(scopeOf).join('、')}的格式没有规定固定的方面，只在五个方面都没有写到时提示。`,
  basis: `《${formatName}》（${withAspects.map(noticeOf).join('、')}）第一部分；人民政府的工作考核、社会评议和责任追究结果情况见《中华人民共和国政府信息公开条例》第五十条第一款第四项。`,
  howToFix:
    '按规定顺序补上缺少的小标题，编号接着现有的写法，正文留“（请填写……情况。）”待填，其后的小标题顺改编号。内容要由起草人补写，不由“全部修正”处理。',
  examples: [
    {
      wrong: '## ⟦一、总体情况⟧\n\n### （一）组织领导\n\n明确一名负责同志分管，每季度研究一次。',
      right:
        '## 一、总体情况\n\n### （一）主动公开\n\n2025年，通过门户网站发布信息326条，在政务新媒体发布信息512条，解读政策文件6件。全年制发行政规范性文件3件，废止1件，现行有效21件。',
      fixable: false,
      note: '没有写主动公开的情况。',
    },
    {
      report: 'government',
      wrong: '### ⟦（五）监督保障⟧\n\n县政府办公室每季度通报各单位公开情况。\n',
      right:
        '### （五）监督保障\n\n县政府办公室每季度通报各单位公开情况。政府信息公开列入县政府部门绩效考核，开展社会评议1次，没有发生责任追究的情形。\n',
      fixable: false,
      note: '人民政府的年报没有写明工作考核、社会评议和责任追究结果情况。',
    },
  ],
};

/** aspect-missing: section one treats its five aspects; a people's government also states the results of 监督保障. */
export const checkAspects: Check = { rules: [rule], run };

/**
 * Sentences that say what the report is and holds (statistical period, compiled, annual report, parts, as follows); what
 * they list is not treated by them.
 */
const PREFACE = /统计期限|其他需要报告|编制本|年度报告|个部分|如下|几个方面/;

function* run(report: Report): Iterable<Finding> {
  const section = report.sections.find(({ format, role }) => format.number === 1 && role === 'regular');
  if (section === undefined || isEmpty(report, section)) return;
  // Where sections stand twice, aspects may be told under the other ones; that they do is another finding.
  if (report.sections.some(({ role }) => role !== 'regular')) return;
  const subsections = subsectionsOf(report, section);
  const free = freeTextOf(report, section, subsections);
  const named = new Set(subsections.flatMap(({ text }) => aspectsNamed(text)));
  const treated = treatedIn(free);
  const missing = aspects.filter((aspect) => !named.has(aspect) && !treated.has(aspect));
  // Where the year's format prescribes no aspects, something is missing only if none is treated.
  if (!formatOfYear(report.years.ofText).prescribesAspects && missing.length < aspects.length) return;
  const unstated = unstatedResults(report, section);
  if (missing.length === 0 && unstated.length === 0) return;
  const place = subsections.find(({ text }) => aspectsNamed(text).some(({ title }) => title === resultsUnder));
  yield finding(rule, {
    message: messageOf(report.body ?? '', missing, unstated),
    span: missing.length > 0 || place === undefined ? section.headingSpan : place.span,
    fixes: () => fixesOf(report, section, subsections, place, missing, unstated),
  });
}

/** A place of 监督保障 that a template left open: `（请填写监督保障情况，包括责任追究结果。）` */
const STILL_OPEN = /[（(][^（）()]{0,4}请填写[^（）()]{0,40}(?:监督|保障|考核|评议|追究)/;

/** Whether nothing stands under the heading: another finding says that. */
function isEmpty(report: Report, section: Section): boolean {
  return paragraphsIn(report, section.span).length === 0;
}

/** The aspects that a text treats: of a section that is not being typed in it has been asked before. */
const treatedIn = memo(
  (text: string): ReadonlySet<Aspect> => new Set(aspects.filter((aspect) => isSaid(aspect, text))),
  PARAGRAPHS,
);

/** Whether one of something's words stands in a text. */
function isSaid({ words }: Aspect | Result, text: string): boolean {
  return words.some((word) => text.includes(word));
}

/**
 * The text of a section that stands under no sub-heading that names an aspect, without what it says of the report; nor, where
 * there are such sub-headings, what introduces them.
 */
function freeTextOf(report: Report, section: Section, subsections: readonly Subsection[]): string {
  let free = '';
  // What stands above the first of them introduces all: a word of it treats no aspect.
  let named = subsections.some((part) => isNamed(part, false));
  let next = 0;
  for (const paragraph of paragraphsIn(report, section.span)) {
    let at = 0;
    for (let part = subsections[next]; part?.paragraph === paragraph; part = subsections[next]) {
      next++;
      if (!named) free += paragraph.text.slice(at, part.at);
      at = part.at;
      named = isNamed(part, named);
    }
    if (!named) free += `${paragraph.text.slice(at)}。`;
  }
  return free
    .split('。')
    .filter((sentence) => !PREFACE.test(sentence))
    .join('。');
}

/** Whether the text behind a sub-heading is that of an aspect: `1.` below `（一）主动公开` goes on with it. */
function isNamed({ number, text }: Subsection, before: boolean): boolean {
  if (aspectsNamed(text).length > 0) return true;
  return before && number !== undefined && (number.style === 'arabic' || number.style === 'bracketed-arabic');
}

/** The results that the report of an area does not state; none for that of one body. */
function unstatedResults(report: Report, section: Section): readonly Result[] {
  if (!isOfArea(report)) return [];
  const text = paragraphsIn(report, section.span)
    .map((paragraph) => paragraph.text)
    .join('\n');
  // Of what is still to be filled in nothing is asked.
  if (STILL_OPEN.test(text)) return [];
  return results.filter((result) => !isSaid(result, text));
}

const listed = (items: readonly { readonly title: string }[]): string => items.map(({ title }) => title).join('、');

function messageOf(body: string, missing: readonly Aspect[], unstated: readonly Result[]): string {
  const all = missing.length === aspects.length ? '五个方面都没有写到：' : '';
  const first = missing.length === 0 ? '' : `总体情况${all === '' ? '没有写' : all}${listed(missing)}`;
  const second =
    unstated.length === 0
      ? ''
      : `${isGovernment(body) ? '人民政府' : '汇总本地区情况'}的年报还应写明${listed(unstated)}结果情况`;
  return `${[first, second].filter((part) => part !== '').join('；')}，请补充。`;
}

/** Inserts the missing sub-headings, and a line for the results under 监督保障. */
function fixesOf(
  report: Report,
  section: Section,
  subsections: readonly Subsection[],
  place: Subsection | undefined,
  missing: readonly Aspect[],
  unstated: readonly Result[],
): readonly Fix[] {
  if (report.language === 'html') return [];
  const inserts = missing.map((aspect) => {
    const more = aspect.title === resultsUnder && unstated.length > 0 ? `，包括${listed(unstated)}结果` : '';
    return { aspect, text: `（请填写${aspect.title}情况${more}。）` };
  });
  const edits = missing.length === 0 ? [] : insertAspects(report, section, subsections, inserts);
  if (edits === undefined) return [];
  const line =
    unstated.length === 0 || place === undefined
      ? undefined
      : appendTo(report, section, subsections, place, `（请填写${listed(unstated)}结果情况。）`);
  const all = line === undefined ? edits : [...edits, line];
  const titles = [...missing.map(({ title }) => title), ...(line === undefined ? [] : [`${listed(unstated)}结果情况`])];
  return all.length === 0 ? [] : [suggestion(`补上${titles.join('、')}`, all)];
}
