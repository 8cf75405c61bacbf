import { isRunOfLabels } from '../format/labels.ts';
import type { Break, Paragraph, Report } from '../report/model.ts';
import { blankMarks, withoutBlanks } from '../report/reading/marks.ts';
import { spanIn } from '../report/reading/prose.ts';
import { fold } from '../text/fold.ts';
import { mayBePageNumber } from '../text/pageNumber.ts';
import type { Span } from '../text/span.ts';
import { type Check, type Finding, type Fix, finding, type Rule, safeFix, suggestion } from './check.ts';

const rule: Rule = {
  code: 'line-break',
  severity: 'hint',
  title: '句子被断行',
  summary: 'A sentence that copying from PDF or Word broke over lines or pages.',
  why: '从 PDF、Word 或网页复制的文字，常在行末或页末断开，一句话被分成两段，有的中间还夹着页码。发布后段落残缺，检索和统计也会漏掉断在两处的词和数。Markdown 中句内的单个换行在多数网页上显示为一个空格，也一并提示；在逗号、顿号之后换行的不提示。',
  basis: '填报惯例：同一自然段的文字应当连续，不在句中另起一段。',
  howToFix:
    '去掉断开处的换行、空行、空格和页码，把同一句话接成一行，文字和标点不变；英文单词之间留一个空格。断在句中、前后都是汉字的，“全部修正”一并接上；拿不准的（如断在逗号后、数字中间，或下文可能另起一段）不由“全部修正”处理。全文都带着版面的换行时，只提示一处。',
  examples: [
    {
      language: 'plaintext',
      wrong: '修订政府信息公开目录，对公文逐件标注公⟦开\n\n属⟧性，发布前由专人审查',
      right: '修订政府信息公开目录，对公文逐件标注公开属性，发布前由专人审查',
    },
  ],
};

/** line-break: paragraphs whose sentences copying broke over lines or pages. */
export const checkLineBreaks: Check = { rules: [rule], run };

function* run(report: Report): Iterable<Finding> {
  // In HTML a line end is white space, and a new paragraph is a mark that no edit of white space takes away.
  if (report.language === 'html') return;
  const broken = report.paragraphs.flatMap((paragraph): Broken[] => {
    if (paragraph.breaks.length === 0) return [];
    const joints = paragraph.breaks.flatMap((place) => jointOf(report, paragraph, place) ?? []);
    const [first] = joints;
    return first === undefined ? [] : [{ paragraph, joints, first }];
  });
  const [head, ...others] = broken;
  if (head !== undefined && broken.length >= WRAPPED) {
    yield ofDraft(head, others);
    return;
  }
  for (const { paragraph, joints, first } of broken) {
    yield finding(rule, {
      message: messageOf(paragraph, joints),
      span: aroundOf(paragraph, first),
      related: joints.slice(1).map((joint) => ({ span: aroundOf(paragraph, joint), message: '这里也断开了' })),
      fixes: () => [fixOf(joints)],
    });
  }
}

/** A paragraph with its breaks. */
interface Broken {
  readonly paragraph: Paragraph;
  readonly joints: readonly Joint[];
  readonly first: Joint;
}

/** Broken paragraphs from which on the draft as a whole was copied with its line ends. */
const WRAPPED = 6;

/** One finding for a draft whose lines were copied as they stood on the page. */
function ofDraft(head: Broken, others: readonly Broken[]): Finding {
  const all = [head, ...others].flatMap(({ joints }) => joints);
  const certain = all.filter((joint) => joint.certain);
  return finding(rule, {
    message: `全文有${others.length + 1}段文字在句中断行，共${all.length}处，应各接成一段。`,
    span: aroundOf(head.paragraph, head.first),
    related: others.map(({ paragraph, joints, first }) => ({
      span: aroundOf(paragraph, first),
      message: joints.length > 1 ? `这一段断开${joints.length}处` : '这里也断开了',
    })),
    fixes: () => {
      const whole = fixOf(all);
      const sure = certain.length === 0 || certain.length === all.length ? [] : [fixOf(certain)];
      return [whole, ...sure.map((fix) => ({ ...fix, title: `只接上有把握的${certain.length}处`, preferred: false }))];
    },
  });
}

/** The characters on either side of a break. */
function aroundOf(paragraph: Paragraph, { at }: Joint): Span {
  return spanIn(paragraph, at - 1, at + 1);
}

/** A break that is to be joined. */
interface Joint extends Break {
  /** What takes its place: nothing, or a space between words of Latin letters. */
  readonly text: string;
  readonly certain: boolean;
}

/** What page breaks leave between two lines besides white space: rules of dashes and dots. */
const FOOTER = /^[-—–－_=·•.*]{3,}$/;
/** Units that count the number before them: `15`, `件` (pieces): then a number on its own line is no page number. */
const UNIT = /^(?:[件条个次项期篇场份名人万亿余元家起年月日天号类批户处部则封宗%％、，,.]|人次)/;
/** What a sentence goes on from without doubt: a Chinese character, letter or digit, an opening quote or bracket. */
const OPEN = /[\p{L}\p{N}“‘《〈（(]$/u;
/** What it goes on with without doubt. */
const GOING_ON = /^[\p{L}\p{N}“”’‘《》〉（）(),，、。；;：]/u;
/**
 * How a paragraph of its own may begin, if the full stop before it was forgotten: the whole year, this bureau, up to,
 * meanwhile, besides, next, in view of, in accordance with, through, actively, strengthen, received, none …
 */
const NEW_START =
  /^(?:全[年市县区省办局]|[本今去上]年|截[至止]|同时|此外|另外|下一步|针对|目前|根据|按照|为了?|[我本][省市县区镇乡局办委厅街处单机]|通过|积极|加强|深入|严格|认真|进一步|完善|推进|强化|落实|健全|坚持|组织|主动|及时|收到|无|没有)/;
const WORD = /[A-Za-z0-9]/;

/** A break as it is to be joined; undefined where it was made on purpose or holds more than copying leaves. */
function jointOf({ text, language }: Report, paragraph: Paragraph, place: Break): Joint | undefined {
  const span = withHalves(text, place.span);
  const between = text.slice(place.span.start, place.span.end);
  const lines = between.split(/\r\n|\r|\n/);
  // Two spaces or a backslash at the end of a line is a line break of Markdown's own.
  if (language === 'markdown' && (/^ {2,}[\r\n]/.test(between) || text[place.span.start - 1] === '\\'))
    return undefined;
  const before = paragraph.text.slice(Math.max(0, place.at - SEEN), place.at);
  const after = paragraph.text.slice(place.at, place.at + SEEN);
  const marks = lines.map((line) => withoutBlanks(blankMarks(line)).trim()).filter((line) => line !== '');
  const page = marks.some((mark) => /^\d+$/.test(mark));
  // Between two pages stands one page number: several numbers are cells of a table that fell apart.
  if (marks.filter(mayBePageNumber).length > 1 || marks.some((mark) => /^0+$/.test(mark))) return undefined;
  if (!marks.every((mark) => mayBePageNumber(mark) || FOOTER.test(mark)) || (page && UNIT.test(after)))
    return undefined;
  const soft = lines.length === 2;
  if (language === 'markdown' && soft && /[，、,]$/.test(before)) return undefined;
  const words = WORD.test(before.slice(-1)) && WORD.test(after.slice(0, 1));
  if (language === 'markdown' && soft && words) return undefined;
  const inNumber = /[\d０-９]$/.test(before) && /^[\d０-９.．%％]/.test(after);
  if (isBesideCell(text, place)) return undefined;
  const certain = OPEN.test(before) && GOING_ON.test(after) && !inNumber && !page && !NEW_START.test(after);
  return { at: place.at, span, text: words && !inNumber ? ' ' : '', certain };
}

/** A break with the mark that ends before it and begins again behind it: `**…报告数据的` and `统计期限为…**`, each in bold. */
function withHalves(text: string, { start, end }: Span): Span {
  const mark = /(?:\*{1,3}|_{1,3}|`+|~~)$/.exec(text.slice(Math.max(0, start - 3), start))?.[0] ?? '';
  const again = mark !== '' && text.startsWith(mark, end) && text.charAt(end + mark.length) !== mark.charAt(0);
  return again ? { start: start - mark.length, end: end + mark.length } : { start, end };
}

/** Whether a line on either side is a cell of a table that fell apart: a number alone, or official labels. */
function isBesideCell(text: string, { span }: Break): boolean {
  const before = text.slice(Math.max(0, span.start - LONGEST_ROW), span.start);
  const after = text.slice(span.end, span.end + LONGEST_ROW);
  return isCell(before.split(/[\r\n]/).at(-1) ?? '') || isCell(after.split(/[\r\n]/, 1)[0] ?? '');
}

/** Characters of the longest line of labels. */
const LONGEST_ROW = 120;

function isCell(line: string): boolean {
  return /^\s*[\d０-９.．]+\s*$/.test(line) || isRunOfLabels(fold(line));
}

/** Characters on either side that a message shows. */
const SEEN = 8;

function messageOf({ text }: Paragraph, joints: readonly Joint[]): string {
  const at = joints[0]?.at ?? 0;
  const before = text.slice(Math.max(0, at - SEEN), at);
  const after = text.slice(at, at + SEEN);
  const more = joints.length > 1 ? `本段共断开${joints.length}处，` : '';
  return `句子在“${before}”之后断开，${more}应与下文“${after}”接成一段。`;
}

function fixOf(joints: readonly Joint[]): Fix {
  const title = joints.length > 1 ? `接上断开的${joints.length}处` : '接上断开的句子';
  const edits = joints.map(({ span, text }) => ({ span, text }));
  return joints.every(({ certain }) => certain) ? safeFix(title, edits) : suggestion(title, edits);
}
