import { feeRules, regulation } from '../format/citations.ts';
import { allSections, formats } from '../format/formats.ts';
import { PLACEHOLDER } from '../format/phrases.ts';
import type { Head } from '../format/schema.ts';
import { rowShapes } from '../format/shape.ts';

/**
 * Scopes of what the grammars colour: common ones that themes know, with our name behind. Of two the last goes first.
 * The manifest gives the semantic tokens the same.
 */
export const scopes = {
  title: 'markup.heading.title.nianbao entity.name.section.title.nianbao',
  heading: 'markup.heading.section.nianbao entity.name.section.nianbao',
  subheading: 'markup.heading.subsection.nianbao entity.name.section.subsection.nianbao',
  label: 'entity.name.tag.label.nianbao',
  totalLabel: 'entity.name.tag.label.nianbao markup.bold.label.nianbao',
  value: 'constant.numeric.value.nianbao',
  total: 'constant.numeric.total.nianbao markup.bold.total.nianbao',
  placeholder: 'invalid.deprecated.placeholder.nianbao',
  name: 'string.quoted.other.name.nianbao',
  number: 'constant.other.document.nianbao support.type.document.nianbao',
  period: 'constant.numeric.period.nianbao',
  date: 'constant.numeric.date.nianbao',
} as const;

/** A rule of a TextMate grammar. Its expressions are Oniguruma's: what a look-behind looks for has one length. */
interface Pattern {
  readonly name?: string;
  readonly match?: string;
  readonly captures?: Readonly<Record<number, { readonly name?: string; readonly patterns?: readonly Pattern[] }>>;
  readonly begin?: string;
  readonly beginCaptures?: Pattern['captures'];
  readonly end?: string;
  readonly patterns?: readonly Pattern[];
}

interface Grammar {
  readonly scopeName: string;
  readonly injectionSelector?: string;
  readonly patterns: readonly Pattern[];
}

/** Space inside a line, full-width space too. */
const SPACE = '[ \\x{3000}]*';
const NUMERAL = '[一二三四五六七八九十]{1,3}';
// `97`, `1,238.24`, `-4`, `12.36万元`, `/`
const VALUE = '(?:[+\\-－]?[0-9０-９]+(?:[,，][0-9０-９]{3})*(?:[.．][0-9０-９]+)?(?:万?元|[件项条宗])?|[/／—]{1,2})';
// `2025年1月20日`, `2019 年`, `二〇二六年一月`
const YEAR = '(?:(?:19|20)[0-9]{2}|二[〇○零][〇○零一二三四五六七八九]{2}) ?年';
const DAY = ' ?[0-9一二三四五六七八九十]{1,3} ?月(?: ?[0-9一二三四五六七八九十]{1,3} ?日)?';
// `2025年1月1日至12月31日`
const PERIOD = `${YEAR}${DAY}起? ?(?:至|到|[—－～~-]{1,2}) ?(?:${YEAR})?${DAY}`;
// `云川市水务局2025年政府信息公开工作年度报告`, `…年报（2025年度）`
const TITLE =
  '(?!根据|按照|依据|现将|本报告)[^。；：，\\t]{0,60}信息公开[^。；：，\\t《》]{0,16}(?:年度报告|年报)(?:（[^（）]{0,20}）)?';
/** What the documents are called that reports cite; in a Markdown file a novel in 《》 is no business of ours. */
const LAWS = '(?:法|条例|制度|办法|规定|规则|细则|通知|意见|决定|格式|方案|目录|标准|要点|规范|指引)';

const placeholder: Pattern = { match: PLACEHOLDER.source, name: scopes.placeholder };
/** `国办公开办函〔2021〕30号`, `〔2025〕4号`, `国务院令第711号` */
const documentNumber: Pattern = {
  match: `(?:${quoted([...formats.map(({ notice }) => notice), feeRules].map(({ issuer }) => issuer))})?〔[0-9]{4}〕(?:第)?[0-9]{1,5}号|${quoted([regulation.decree])}第[0-9]{1,4}号`,
  name: scopes.number,
};

/** The grammar of reports in plain text. */
export function plainGrammar(): Grammar {
  const first = `(?:^|(?<=\\t))${SPACE}`;
  const last = `(?=${SPACE}(?:\\t|$))`;
  return {
    scopeName: 'text.nianbao',
    patterns: [
      { match: `^${SPACE}(${TITLE})${SPACE}$`, captures: { 1: { name: scopes.title, patterns: [placeholder] } } },
      placeholder,
      totalRow(first, '\\t', last, []),
      { match: `${first}(${quoted(labels())})${last}`, captures: { 1: { name: scopes.label } } },
      {
        match: `(?:(?<=\\t)${SPACE}(${VALUE})${last}|^${SPACE}(${VALUE})(?=${SPACE}\\t))`,
        captures: both(scopes.value),
      },
      { match: `^${SPACE}(${NUMERAL}、[^。；：\\t]{2,40})$`, captures: { 1: { name: scopes.heading } } },
      {
        match: `^${SPACE}(（${NUMERAL}）(?:[^。；\\t]{2,40}$|[^。；：，\\t]{2,30}(?=[。：])))`,
        captures: { 1: { name: scopes.subheading } },
      },
      { match: '《[^《》]{1,80}》', name: scopes.name },
      documentNumber,
      { match: PERIOD, name: scopes.period },
      { match: `${YEAR}(?:${DAY})?`, name: scopes.date },
    ],
  };
}

/** What is coloured in Markdown besides: headings and table cells with official words, placeholders, citations. */
export function markdownGrammar(): Grammar {
  const first = `(?<=\\|)${SPACE}`;
  const last = `(?=${SPACE}\\|)`;
  const value: Pattern = { match: `${first}(${VALUE})${last}`, captures: { 1: { name: scopes.value } } };
  const pipe: Pattern = { match: '\\|', name: 'punctuation.definition.table.markdown' };
  return {
    scopeName: 'markdown.nianbao.injection',
    injectionSelector:
      'L:text.html.markdown - (comment | markup.raw | markup.fenced_code | meta.embedded | string.other.link | markup.underline.link)',
    patterns: [
      placeholder,
      totalRow(first, '\\|', last, [pipe]),
      // Numbers of tables that are not ours stay as they are.
      {
        begin: `${first}(${quoted(labels())})${last}`,
        beginCaptures: { 1: { name: scopes.label } },
        end: '$',
        patterns: [value, pipe],
      },
      ...unlabelledRows().map((count) => ({
        begin: `${first}(${VALUE})(?=${SPACE}\\|(?:${SPACE}${VALUE}${SPACE}\\|){${count - 1}}${SPACE}$)`,
        beginCaptures: { 1: { name: scopes.value } },
        end: '$',
        patterns: [value, pipe],
      })),
      {
        match: `(?<=[一二三四五六]、)(?:${quoted(allSections.map(({ title }) => title))})(?=${SPACE}#*${SPACE}$)`,
        name: scopes.heading,
      },
      { match: `《[^《》]{1,80}${LAWS}(?:（[^（）《》]{1,10}）)?》`, name: scopes.name },
      documentNumber,
    ],
  };
}

/**
 * A row of totals, from its label on: `（七）总计`, which may cover two cells, and the numbers behind it.
 * @param first what stands before a cell's text, @param edge what parts cells, @param last what follows a cell's text
 */
function totalRow(first: string, edge: string, last: string, inside: readonly Pattern[]): Pattern {
  const value: Pattern = { match: `${first}(${VALUE})${last}`, captures: { 1: { name: scopes.total } } };
  return {
    begin: `${first}(${quoted(totalLabels())})(?=(?:${SPACE}${edge}){1,3}${SPACE}${VALUE}${last})`,
    beginCaptures: { 1: { name: scopes.totalLabel } },
    end: '$',
    patterns: [value, placeholder, ...inside],
  };
}

function both(name: string): NonNullable<Pattern['captures']> {
  return { 1: { name }, 2: { name } };
}

/** Every head of the tables of all formats. */
function heads(): Head[] {
  const whole = (head: Head): Head[] => [head, ...(head.children ?? []).flatMap(whole)];
  return formats
    .flatMap(({ tables }) => tables.flatMap(({ blocks }) => blocks))
    .flatMap(({ caption, corner, rows, columns }) => [caption, corner, ...rows, ...columns])
    .flatMap((head) => (head === undefined ? [] : whole(head)));
}

function labels(): string[] {
  return heads().map(({ label }) => label);
}

/** How many values the rows have that have no label, as table 4 has. */
function unlabelledRows(): number[] {
  const shapes = formats.flatMap(({ tables }) => tables.flatMap(rowShapes));
  return [...new Set(shapes.flatMap(({ head, slots }) => (head === undefined ? [slots.length] : [])))];
}

function totalLabels(): string[] {
  return heads().flatMap(({ id, label }) => (id === 'total' ? [label] : []));
}

/** An expression for any of some texts, the longest first. */
function quoted(texts: readonly string[]): string {
  return [...new Set(texts)]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map((text) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
    .join('|');
}
