import { aspects, aspectsNamed } from '../format/aspects.ts';
import { subsectionsOf } from '../report/facts/subsections.ts';
import type { Report, Section } from '../report/model.ts';
import { narrowText, paragraphsIn, spanIn } from '../report/reading/prose.ts';
import { lineBreak } from '../text/lines.ts';
import { readNumeral } from '../text/numeral.ts';
import type { Edit, Span } from '../text/span.ts';
import { type Check, type Finding, finding, type Rule, suggestion } from './check.ts';

const rule: Rule = {
  code: 'line-joined',
  severity: 'hint',
  title: '应分行的连在一起',
  summary: 'The title, a heading or the signature runs into the text beside it.',
  why: [
    '从网页、PDF 复制时换行常会丢失：标题后面直接是正文，“（一）主动公开情况2025年……”小标题连着正文，部分标题、小标题接在上一段后面，落款接在最后一段后面。发布后层次不清，按标题检索、摘录都会出错。',
    '小标题后有句号、冒号或者空格再接正文的，是常见写法，不提示；机关名称与成文日期写在一行、中间空开的，不提示。网页（HTML）不查。全文都没有分行的，只提示一处。',
  ].join('\n\n'),
  basis: '填报惯例：标题、各部分标题、小标题和落款各占一行（参照《党政机关公文格式》GB/T 9704—2012）。',
  howToFix: '在连接处分行，文字不变。由填报人确认，“全部修正”不分。',
  examples: [
    {
      language: 'plaintext',
      replaces: '（三）政府信息管理\n\n修订政府信息公开目录',
      wrong: '（三）政府信息管⟦理情况202⟧5年，修订政府信息公开目录',
      right: '（三）政府信息管理情况\n\n2025年，修订政府信息公开目录',
    },
    {
      language: 'plaintext',
      replaces: '到期失效的文件及时移出。\n\n（四）政府信息公开平台建设\n\n改版',
      wrong: '到期失效的文件及时⟦移出。（四）⟧政府信息公开平台建设。改版',
      right: '到期失效的文件及时移出。\n\n（四）政府信息公开平台建设。改版',
    },
    {
      language: 'plaintext',
      replaces: '六、其他需要报告的事项\n\n2025年',
      wrong: '六、其他需要报告⟦的事项202⟧5年',
      right: '六、其他需要报告的事项\n\n2025年',
    },
  ],
};

/** line-joined: what stands on lines of its own does. */
export const checkJoinedLines: Check = { rules: [rule], run };

/** A place in a draft where a line should end. */
interface Joint {
  /** What stands between the two texts: nothing, or white space. */
  readonly gap: Span;
  /** What runs into what, in Chinese. */
  readonly message: string;
}

/** Joints from which on the whole draft has lost its lines. */
const MANY = 5;

function* run(report: Report): Iterable<Finding> {
  if (report.language === 'html') return;
  const joints = [
    ...titleJoint(report),
    ...report.sections.flatMap((section) => [...headingJoints(report, section), ...subheadingJoints(report, section)]),
    ...signatureJoint(report),
  ]
    .sort((a, b) => a.gap.start - b.gap.start)
    // A heading right behind the title is run into it once.
    .filter(({ gap }, i, all) => i === 0 || gap.start >= (all[i - 1]?.gap.end ?? 0));
  const [first] = joints;
  if (first !== undefined && joints.length >= MANY) {
    yield findingOf(report, `全文有${joints.length}处应分行的连在一起，如此处：${first.message}。`, joints);
    return;
  }
  for (const joint of joints) yield findingOf(report, `${joint.message}，应分行。`, [joint]);
}

function findingOf(report: Report, message: string, joints: readonly Joint[]): Finding {
  const [first, ...others] = joints.map(({ gap }) => around(report, gap));
  return finding(rule, {
    message,
    span: first ?? { start: 0, end: 0 },
    related: others.map((span) => ({ span, message: '这里也连在一起' })),
    fixes: () => {
      const eol = lineBreak(report.text);
      const edits = joints.map(({ gap }): Edit => ({ span: gap, text: eol + eol }));
      return [suggestion(joints.length > 1 ? `分开连在一起的${joints.length}处` : '分行', edits)];
    },
  });
}

/** Characters on either side of a joint that a finding marks. */
const SHOWN = 3;

function around({ text, lines }: Report, { start, end }: Span): Span {
  const line = lines.lineAt(start);
  return {
    start: Math.max(lines.start(line), start - SHOWN),
    end: Math.min(lines.end(line), end + SHOWN, text.length),
  };
}

/** The white space around an offset, on its line. */
function gapAt({ text }: Report, offset: number): Span {
  let [start, end] = [offset, offset];
  while (/[^\S\r\n]/.test(text.charAt(start - 1))) start--;
  while (/[^\S\r\n]/.test(text.charAt(end))) end++;
  return { start, end };
}

/** Fewest characters behind a title that are a text. */
const SHORTEST = 8;

/** `……年度报告 根据《条例》……` (annual report In accordance with …). */
function titleJoint(report: Report): Joint[] {
  const { title, text, lines } = report;
  if (title === undefined) return [];
  const rest = text.slice(title.span.end, lines.end(lines.lineAt(title.span.end))).replace(/^[\s*_#]+/, '');
  if (rest.length < SHORTEST || !/^[\p{L}\p{N}《“]/u.test(rest)) return [];
  return [{ gap: gapAt(report, title.span.end), message: '标题与正文连在一起' }];
}

/** `……0000-5550123）。一、总体情况2025年，……`: a section's heading that text stands before or behind. */
function headingJoints(report: Report, { headingSpan, format }: Section): Joint[] {
  const { text, lines } = report;
  const before = text.slice(lines.start(lines.lineAt(headingSpan.start)), headingSpan.start);
  const behind = text.slice(headingSpan.end, lines.end(lines.lineAt(headingSpan.end)));
  const joints: Joint[] = [];
  if (/[\p{L}\p{N}）。；]\s*$/u.test(before) && before.replace(/[^\p{L}]/gu, '').length > 1) {
    joints.push({ gap: gapAt(report, headingSpan.start), message: `“${format.title}”标题接在上文后面` });
  }
  if (/^\s*[\u4e00-\u9fff\d（《“]/.test(behind) && behind.length > SHORTEST) {
    joints.push({ gap: gapAt(report, headingSpan.end), message: `“${format.title}”标题与正文连在一起` });
  }
  return joints;
}

/** What a text begins with right behind a sub-heading: a year, `全年` (all year), `一是` (first), `1.`, `我局` (our bureau). */
const YEAR = '20\\d\\d\\s?年|今年|全年|一是|1[.、]|[(]1[)]';
const BEGINNING = `${YEAR}|我[局区市县办委镇乡街省厅]|本[局区市县办委机年厅]`;
const ASPECT = [...aspects.map(({ title }) => title), '平台建设'].join('|');
/** `平台建设情况2025年,我局` (platforms In 2025 our bureau), `主动公开2025年` (own accord In 2025). */
const RUN_ON = new RegExp(
  `^(?:[^，。；：、,;:\\s]{0,24}?(?:情况|方面|做法)(?=${BEGINNING})|(?:${ASPECT})(?:工作)?(?=${YEAR}))`,
);

/** Sub-headings that their text runs on from, or that run on from the text before them. */
function subheadingJoints(report: Report, section: Section): Joint[] {
  if (section.format.table !== undefined) return [];
  const behind = paragraphsIn(report, section.span).flatMap((paragraph): Joint[] => {
    const text = narrowText(paragraph.text);
    const number = readNumeral(text)?.length ?? 0;
    const words = number === 0 ? undefined : RUN_ON.exec(text.slice(number))?.[0];
    if (words === undefined) return [];
    const at = spanIn(paragraph, number + words.length, number + words.length + 1).start;
    return [{ gap: { start: at, end: at }, message: `小标题“${words}”与正文连在一起` }];
  });
  if (section.format.number !== 1) return behind;
  const before = subsectionsOf(report, section).flatMap(({ number, text, at, paragraph, span }): Joint[] => {
    if (at === 0 || number?.style !== 'bracketed' || text.length > LONGEST || aspectsNamed(text).length === 0)
      return [];
    if (!/[。！；]\s*$/.test(paragraph.text.slice(0, at))) return [];
    return [{ gap: gapAt(report, span.start), message: `小标题“${number.text}${text}”接在上一段后面` }];
  });
  return [...behind, ...before];
}

/** Longest wording of a sub-heading that is the name of an aspect and no sentence. */
const LONGEST = 16;

/** `……没有其他事项。云川市水务局 2026年1月20日`: body and date behind the last sentence, or one right behind the other. */
function signatureJoint(report: Report): Joint[] {
  const { body, text, lines } = report;
  if (body === undefined || body.length < 4) return [];
  const end = text.trimEnd().length;
  const start = lines.start(lines.lineAt(end));
  const line = text.slice(start, end);
  const at = line.lastIndexOf(body);
  const date = at < 0 ? null : /^(\s*)20\d\d\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日/.exec(line.slice(at + body.length));
  if (date === null) return [];
  if (/[\p{L}\p{N}。；！）]\s*$/u.test(line.slice(0, at))) {
    return [{ gap: gapAt(report, start + at), message: '落款接在正文后面' }];
  }
  if (date[1] !== '') return [];
  return [{ gap: gapAt(report, start + at + body.length), message: '落款的机关名称与成文日期连在一起' }];
}
