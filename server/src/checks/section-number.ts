import { noticeNumbers } from '../format/notices.ts';
import type { SectionFormat } from '../format/schema.ts';
import { type HeadingParts, isSubheading, partsOf } from '../report/facts/headingParts.ts';
import type { Report, Section } from '../report/model.ts';
import { fold, squeeze } from '../text/fold.ts';
import { readNumeral, toChinese } from '../text/numeral.ts';
import { type Check, type Finding, finding, type Rule, safeFix, suggestion } from './check.ts';

const rule: Rule = {
  code: 'section-number',
  severity: 'warning',
  title: '部分序号不对',
  summary:
    'The numeral of a section heading is not that of its section, of another style than 一、 to 六、, or not there.',
  why: [
    '六个部分的标题依次用“一、”至“六、”编号。序号与部分不符的（如政府信息公开行政复议、行政诉讼情况编为“三、”），写成“1、”“（一）”“第一部分”等其他样式的，没有序号的，逐个标出。',
    '常见的原因：漏了一个部分，其后的序号依次提前；从文字处理软件复制时丢了自动编号。缺少的部分另由 `section-missing` 提示；位置颠倒或者重复的部分先由 `section-order`、`section-duplicate` 提示，序号不重复提示。只是序号后的顿号写成其他符号的，作为提示。',
  ].join('\n\n'),
  basis: `${noticeNumbers}所附格式的六个标题以“一、”至“六、”编号；《党政机关公文格式》（GB/T 9704—2012）：结构层次序数第一层用“一、”。`,
  howToFix:
    '把序号改为规定的序号，标题文字不动。“全部修正”改正；正文中另有段落以要改成的序号开头（如夹有另拟名称的部分），或者原来写作“第一部分”之类时，只供选用。',
  examples: [
    { wrong: '## ⟦1、⟧总体情况', right: '## 一、总体情况' },
    {
      wrong: '## ⟦三、⟧政府信息公开行政复议、行政诉讼情况',
      right: '## 四、政府信息公开行政复议、行政诉讼情况',
    },
    { language: 'plaintext', wrong: '⟦（六）⟧其他需要报告的事项', right: '六、其他需要报告的事项' },
    { report: 'government', wrong: '## ⟦总体情况⟧', right: '## 一、总体情况' },
  ],
};

/** section-number: each section's heading bears its official numeral. */
export const checkSectionNumbers: Check = { rules: [rule], run };

function* run(report: Report): Iterable<Finding> {
  const faulty: Section[] = [];
  const orderly = report.sections.every(({ role }) => role === 'regular');
  for (const [index, section] of report.sections.entries()) {
    // A section out of place or twice is one fault: what it does to the numerals is not told again.
    if (section.role !== 'regular') continue;
    const parts = partsOf(report, section);
    if (isSubheading(parts, section) || (!orderly && parts.numeral?.value === index + 1)) continue;
    const found = judge(section, parts, () => faulty.every(({ format }) => !isTaken(report, format)));
    if (found === undefined) continue;
    faulty.push(section);
    yield found;
  }
}

/**
 * White space in and behind a numeral does not matter: `一、 总体情况` (1. Overall situation).
 * @param isFree whether no other paragraph bears one of the numerals to be written; asked for the fix only
 */
function judge(section: Section, parts: HeadingParts, isFree: () => boolean): Finding | undefined {
  const { numeral, number, title } = parts;
  const { number: value } = section.format;
  const official = `${toChinese(value)}、`;
  const written = number.text.trim();
  if (squeeze(written) === official) return undefined;
  const right = numeral?.style === 'chinese' && numeral.value === value;
  return finding(rule, {
    message:
      numeral === undefined
        ? `“${title.text}”没有序号，应为“${official}”。`
        : `“${title.text}”的序号是“${written}”，应为“${official}”。`,
    span: numeral === undefined ? section.headingSpan : (trimmedNumber(parts) ?? section.headingSpan),
    ...(right ? { severity: 'hint' as const } : {}),
    fixes: () => {
      if (number.span === undefined) return [];
      const safe = numeral?.style !== 'part' && isFree();
      const name = `${numeral === undefined ? '补上序号' : '序号改为'}“${official}”`;
      return [(safe ? safeFix : suggestion)(name, [{ span: number.span, text: official }])];
    },
  });
}

/** The place of numeral and mark without the white space behind. */
function trimmedNumber({ number }: HeadingParts) {
  return number.span && { start: number.span.start, end: number.span.start + number.text.trimEnd().length };
}

/** Whether some paragraph begins with that numeral: a section of another name, or a list; not a table of contents. */
function isTaken({ paragraphs }: Report, { number, title }: SectionFormat): boolean {
  return paragraphs.some(({ text }) => {
    const numeral = readNumeral(text);
    if (numeral?.style !== 'chinese' || numeral.value !== number) return false;
    return !fold(text.slice(numeral.length, LONGEST)).startsWith(fold(title));
  });
}

/** Characters that are enough for an official title with white space in it. */
const LONGEST = 40;
