import { aspectsNamed } from '../format/aspects.ts';
import {
  digitsOf,
  type ItemNumber,
  type ItemStyle,
  type Subsection,
  spokenIn,
  subsectionsOf,
  withNumber,
} from '../report/facts/subsections.ts';
import type { Report, Section } from '../report/model.ts';
import { narrowText, paragraphsIn } from '../report/reading/prose.ts';
import { toChinese } from '../text/numeral.ts';
import type { Edit, Span } from '../text/span.ts';
import { type Check, type Finding, type Fix, finding, type Rule, safeFix, suggestion } from './check.ts';

const rule: Rule = {
  code: 'subsection-number',
  severity: 'warning',
  title: '小标题编号不连续',
  summary: 'The numbers of sub-headings or of a list within a section skip, repeat or start over.',
  why: '同一部分内的小标题和列举应当从一起依次编号。跳号、重号多半是删改时没有顺改，跳号也可能是漏掉了一项内容。检查`一、`、`（一）`、`1.`、`（1）`四种编号和一段之内的“一是……二是……”；换了小标题或另起一组列举、从一重新编起的，不算错。含有统计表的三个部分不检查。',
  basis: '公文惯例：《党政机关公文格式》（GB/T 9704—2012）规定结构层次序数依次用“一、”“（一）”“1.”“（1）”标注。',
  howToFix:
    '把这一组编号从出错处起依次改正，只改编号。重号的由“全部修正”一并改正；跳号的要先看是否漏了一项，不由“全部修正”处理。',
  examples: [
    {
      wrong: '### ⟦三、⟧政府信息管理\n',
      right: '### （三）政府信息管理\n',
      note: '小标题用了部分的编号，与“三、收到和处理政府信息公开申请情况”混淆。',
    },
    {
      wrong: '### ⟦（四）⟧政府信息管理\n',
      right: '### （三）政府信息管理\n',
      note: '（二）之后是（四），（四）又用了一次。',
    },
    {
      wrong: '及时更新；⟦三是⟧政策解读',
      replaces: '供水水质信息更新不够及时；二是政策解读',
      right: '及时更新；二是政策解读',
    },
  ],
};

/** subsection-number: runs of numbers that skip, repeat or start over within a section. */
export const checkSubsectionNumbers: Check = { rules: [rule], run };

function* run(report: Report): Iterable<Finding> {
  for (const section of report.sections) {
    // What stands in numbered lines around a table is what is left of a broken one.
    if (section.format.table !== undefined) continue;
    const promoted = promotedIn(report, section);
    if (promoted !== undefined) yield promoted;
    const headings = promoted === undefined ? headingRuns(report, section) : [];
    for (const items of [...headings, ...spokenRuns(report, section)]) {
      const wrong = faultOf(report, section, items);
      if (wrong !== undefined) yield wrong;
    }
  }
}

/**
 * The finding of sub-headings of section one that are numbered like sections, `三、主动公开工作情况` (information
 * published): one of them names an aspect. Undefined where none is.
 */
function promotedIn(report: Report, section: Section): Finding | undefined {
  if (section.format.number !== 1) return undefined;
  const all = subsectionsOf(report, section);
  const items = all.filter(({ number }) => number?.style === 'chinese');
  const [first, ...others] = items;
  if (first?.number === undefined || !items.some(({ text }) => aspectsNamed(text).length > 0)) return undefined;
  const level = all.filter(({ number }) => number?.style === 'chinese' || number?.style === 'bracketed');
  const right = (item: Subsection): string => `（${toChinese(level.indexOf(item) + 1)}）`;
  // Under one of them numbers in brackets may begin anew: then they are a level of their own.
  const nested = level.some(({ number }, i) => i > 0 && number?.style === 'bracketed' && number.value === 1);
  const count = others.length === 0 ? '' : `等${items.length}个小标题`;
  return finding(rule, {
    message: `“${first.number.text}${first.text}”${count}在“${section.heading}”之下，却用了部分的编号，应为“${items.map(right).join('')}”。`,
    span: first.number.span,
    related: others.flatMap(({ number, text }) =>
      number === undefined ? [] : [{ span: number.span, message: `“${number.text}${text}”也是` }],
    ),
    fixes: () =>
      nested
        ? []
        : [
            suggestion(
              '改为小标题的编号',
              items.flatMap((item) => demoted(item, right(item), section, report)),
            ),
          ],
  });
}

/** The edits that make a heading a sub-heading: its number, and in Markdown one more `#` than its section has at least. */
function demoted({ number, span }: Subsection, right: string, section: Section, { text, lines }: Report): Edit[] {
  if (number === undefined) return [];
  const hashesAt = (offset: number): string =>
    /^#{1,5}(?=\s)/.exec(text.slice(lines.start(lines.lineAt(offset))))?.[0] ?? '';
  const [own, above] = [hashesAt(span.start), hashesAt(section.headingSpan.start)];
  const start = lines.start(lines.lineAt(span.start));
  const deeper =
    own !== '' && own.length <= above.length ? [{ span: { start, end: start + own.length }, text: `${above}#` }] : [];
  return [...deeper, { span: number.span, text: right }];
}

/** The lists of sub-headings and numbered items of a section; one that starts over is a list of its own. */
function headingRuns(report: Report, section: Section): ItemNumber[][] {
  const runs: ItemNumber[][] = [];
  let open: { readonly style: ItemStyle; readonly items: ItemNumber[] }[] = [];
  for (const subsection of subsectionsOf(report, section)) {
    const { number } = subsection;
    if (number === undefined) {
      open = [];
      continue;
    }
    const level = open.findIndex(({ style }) => style === number.style);
    const above = open[open.length - 1]?.items;
    if (level >= 0) open = open.slice(0, level + 1);
    const same = level < 0 ? undefined : open[level];
    if (same !== undefined && (number.value > 1 || startsOverByMistake(subsection, section))) {
      same.items.push(number);
    } else if (above !== undefined && number.value > 1 && above[above.length - 1]?.value === number.value - 1) {
      // `（一）`, `（二）`, `3.`, `（四）`: one list in two styles.
      above.push(number);
    } else {
      const items = [number];
      runs.push(items);
      open = [...open.slice(0, level < 0 ? open.length : level), { style: number.style, items }];
    }
  }
  return runs;
}

/** Whether a list that starts over is no new list: under 总体情况 the sub-headings that name an aspect are one list. */
function startsOverByMistake({ number, text, kind }: Subsection, section: Section): boolean {
  const ofHeadings = number?.style === 'bracketed' && (kind === 'heading' || text.length <= LONGEST_ASPECT);
  return section.format.number === 1 && ofHeadings && aspectsNamed(text).length > 0;
}

/** Longest wording of a sub-heading that is the name of an aspect and no sentence. */
const LONGEST_ASPECT = 16;

/** A paragraph that begins with an item. */
const ITEM_FIRST = /^\s*“?[一二三四五六七八九十]{1,2}是/;

/** The lists `一是…；二是…` (first, second): inside a paragraph, and over paragraphs that each begin with an item. */
function spokenRuns(report: Report, section: Section): ItemNumber[][] {
  const runs: ItemNumber[][] = [];
  let items: ItemNumber[] = [];
  for (const paragraph of paragraphsIn(report, section.span)) {
    if (!ITEM_FIRST.test(narrowText(paragraph.text))) items = [];
    for (const number of spokenIn(paragraph)) {
      if (number.value === 1 || items.length === 0) {
        items = [];
        runs.push(items);
      }
      items.push(number);
    }
  }
  return runs;
}

/** The finding of a list; undefined where its numbers follow each other. */
function faultOf(report: Report, section: Section, items: readonly ItemNumber[]): Finding | undefined {
  const first = items[0];
  if (first === undefined || items.length < 2) return undefined;
  // Only `（二）……（三）……` surely wants a （一）: what other lists begin with may stand in other words.
  if (first.value !== 1 && first.style !== 'bracketed') return undefined;
  const at = items.findIndex((item, index) => item.value !== index + 1);
  const item = items[at];
  if (item === undefined) return undefined;
  const before = items[at - 1];
  if (isSaidOtherwise(report.text.slice(before?.span.end ?? section.headingSpan.end, item.span.start), item, at + 1))
    return undefined;
  const lost = items.some(({ value }) => value > items.length);
  return finding(rule, {
    message: messageOf(before, item, at + 1, adviceOf(items, at, lost)),
    span: item.span,
    related: before === undefined ? [] : [{ span: before.span, message: `前一项编号为“${before.text}”` }],
    // In HTML a number may stand behind entities, where its exact place is not known.
    fixes: () => (items.every(({ digits }) => isDigits(report.text, digits)) ? [renumber(items, at, !lost)] : []),
  });
}

/** Whether the number that is expected stands before an item in some other writing: `㈢`, `三要`, `其三` (thirdly). */
function isSaidOtherwise(between: string, item: ItemNumber, expected: number): boolean {
  if (item.style === 'spoken' && OTHER_WORDS.test(between)) return true;
  const missing = item.value > expected ? expected : 1;
  // A doubled number is a fault unless another list began between: `首先……；二是……` (to begin with …; second …).
  if (item.value <= expected && item.style !== 'spoken') return false;
  if (item.style === 'spoken') return spokenWritingsOf(missing).some((writing) => between.includes(writing));
  // `三是` inside an item is no heading: that begins a line or a sentence.
  return headingWritingsOf(missing).some((writing) => {
    for (let at = between.indexOf(writing); at >= 0; at = between.indexOf(writing, at + 1)) {
      if (/^[\s。；;！(（【*#>]?$/.test(between.slice(Math.max(0, at - 1), at))) return true;
    }
    return false;
  });
}

/** Whether nothing but the digits of a number stands in a span of the draft. */
function isDigits(text: string, { start, end }: Span): boolean {
  return /^(?:[一二三四五六七八九十]{1,3}|[\d０-９]{1,2})$/.test(text.slice(start, end));
}

/** Words that count like numbers: to begin with, then, again, last, besides, on the one hand. */
const OTHER_WORDS = /首先|其次|再次|最后|此外|另外|一方面/;

/** A number as it may begin a heading: `㈢`, `③`, `（三）`, `三、`, `3.`, `第三`. */
function headingWritingsOf(value: number): string[] {
  const chinese = toChinese(value);
  const circled = value <= 10 ? [String.fromCharCode(0x3220 + value - 1), String.fromCharCode(0x2460 + value - 1)] : [];
  const marks = ['）', ')', '、', '.', '．'];
  return [...circled, ...marks.flatMap((mark) => [chinese + mark, `${value}${mark}`]), `第${chinese}`];
}

/** A number as it may begin an item of a sentence: `三要`, `其三`, `第三`, and as a heading. */
function spokenWritingsOf(value: number): string[] {
  const chinese = toChinese(value);
  const marks = ['是', '要', '则', '为', '，'].map((mark) => chinese + mark);
  return [...headingWritingsOf(value), ...marks, `其${chinese}`];
}

/** What to do: whether one may have been lost, and whether more than one number changes. */
function adviceOf(items: readonly ItemNumber[], from: number, lost: boolean): string {
  const several = items.filter(({ value }, index) => index >= from && value !== index + 1).length > 1;
  if (lost) return several ? '请核对是否漏了一项，没有漏的依次改正。' : '请核对是否漏了一项。';
  return several ? '请依次改正。' : '';
}

function messageOf(before: ItemNumber | undefined, item: ItemNumber, expected: number, ask: string): string {
  const right = withNumber(item, expected);
  if (before === undefined) return `编号从“${item.text}”起，应从“${right}”起。${ask}`;
  if (before.value === item.value) return `编号“${item.text}”重复，应为“${right}”。${ask}`;
  return `编号“${before.text}”之后是“${item.text}”，应为“${right}”。${ask}`;
}

/** Writes the numbers from an item on as they follow each other. */
function renumber(items: readonly ItemNumber[], from: number, safe: boolean): Fix {
  const changes = items.flatMap((item, index) => {
    const value = index + 1;
    return index < from || item.value === value ? [] : [{ item, value }];
  });
  const written = changes.map(({ item }) => `“${item.text}”`).join('');
  const right = changes.map(({ item, value }) => `“${withNumber(item, value)}”`).join('');
  const edits = changes.map(({ item, value }) => ({ span: item.digits, text: digitsOf(item, value) }));
  return (safe ? safeFix : suggestion)(`${written}改为${right}`, edits);
}
