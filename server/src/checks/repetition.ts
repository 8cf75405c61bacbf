import { doubles, particles } from '../format/repetition.ts';
import type { Paragraph, Report } from '../report/model.ts';
import { spanIn } from '../report/reading/prose.ts';
import { isSpace } from '../text/fold.ts';
import { memo, PARAGRAPHS } from '../text/memo.ts';
import { readNumeral } from '../text/numeral.ts';
import { placesOf } from '../text/places.ts';
import type { Span } from '../text/span.ts';
import { rewrite } from '../writing/passage.ts';
import { type Check, type Finding, finding, type Rule, suggestion } from './check.ts';

/** Characters of a phrase from which on it is no chance that it stands twice in a row with a mark between. */
const LONG = 20;
/** Characters of the longest phrase that is looked for twice in a row. */
const LONGEST = 120;

const rule: Rule = {
  code: 'repetition',
  severity: 'hint',
  title: '文字重复',
  summary: 'A word or phrase stands twice in a row, or a sentence is told twice.',
  why: [
    '改稿时删而未净、粘贴两次，常留下重复的字词：“的的”“存在在”“审核审核”，一个长词组接连写了两遍，或者同一句话在两处原样出现。',
    `前一个词的末尾与后一个词的开头相同的（“人民政府政府信息公开”“现在在建”“目的的”），叠用的词（“常常”“一个一个”“进一步”），不提示。整句重复的只看${LONG}字以上、一字不差的句子。`,
  ].join('\n\n'),
  basis: '填报惯例：年度报告应当“简明客观”，文字经过校对。',
  howToFix: '删去重复的一处，由填报人确认，“全部修正”不删；整句重复的，保留哪一处由填报人定，没有修正。',
  examples: [
    { replaces: '对公文逐件标注公开属性', wrong: '对公文逐件标注公开属性⟦属性⟧', right: '对公文逐件标注公开属性' },
    { replaces: '到期失效的文件及时移出', wrong: '到期失效的⟦的⟧文件及时移出', right: '到期失效的文件及时移出' },
    {
      replaces: '存在的主要问题：一是',
      wrong:
        '⟦修订政府信息公开目录，对公文逐件标注公开属性，发布前由专人审查，到期失效的文件及时移出。⟧存在的主要问题：一是',
      right: '存在的主要问题：一是',
      fixable: false,
      note: '同一句话已在“政府信息管理”中写过。',
    },
  ],
};

/** repetition: words, phrases and sentences that stand twice. */
export const checkRepetition: Check = { rules: [rule], run };

/** A part of a text that repeats what stands before it. */
interface Echo {
  readonly from: number;
  readonly to: number;
  /** The repeated words. */
  readonly words: string;
}

function* run(report: Report): Iterable<Finding> {
  for (const paragraph of report.paragraphs) {
    // A line without any mark is no sentence: a title, the labels of a table that fell apart.
    if (!/[，。；：、]/.test(paragraph.text)) continue;
    for (const echo of echoesIn(paragraph.text)) yield doubled(report, paragraph, echo);
  }
  yield* sentencesTwice(report);
}

function doubled(report: Report, paragraph: Paragraph, { from, to, words }: Echo): Finding {
  const shown = words.length > 2 * SHOWN ? `${words.slice(0, SHOWN)}……${words.slice(-SHOWN)}` : words;
  const where = words.length > 1 ? '' : `“${paragraph.text.slice(Math.max(0, from - 2), to)}”中`;
  return finding(rule, {
    message: `${where}“${shown}”重复，请删去一处。`,
    span: spanIn(paragraph, from, to),
    fixes: () => {
      const edit = rewrite(report, paragraph, from, to, '');
      return edit === undefined ? [] : [suggestion(`删去重复的“${shown}”`, [edit])];
    },
  });
}

/** Characters at either end of a long phrase that a message shows. */
const SHOWN = 10;

const echoesIn = memo((text: string): readonly Echo[] => {
  const found = [...phrasesTwice(text), ...subjectsTwice(text), ...wordsTwice(text), ...particlesTwice(text)].sort(
    (a, b) => a.from - b.from,
  );
  let end = 0;
  return found.filter(({ from, to }) => {
    if (from < end) return false;
    end = to;
    return true;
  });
}, PARAGRAPHS);

/** `审核审核`, `标准化标准化`: two to nine Chinese characters twice. */
const TWICE = /([\u4e00-\u9fff]{2,9})\1/g;
/** `一个一个` (one by one), `一次次`; numbers said twice. */
const COUNTED = /^[一二三四五六七八九十百千万几半每逐个年月日]/;

function wordsTwice(text: string): readonly Echo[] {
  const start = readNumeral(text)?.length ?? 0;
  return [...text.matchAll(TWICE)].flatMap((match) => {
    const words = match[1] ?? '';
    // A sub-heading that its text runs on from with the same words is another fault.
    if ((words.length < 4 && COUNTED.test(words)) || (start > 0 && match.index <= start)) return [];
    if (doubles.has(words) || [...words].every((char) => char === words.charAt(0))) return [];
    const from = match.index + words.length;
    return [{ from, to: from + words.length, words }];
  });
}

/** `……完成了本报告、本报告包括……` (… made this report, this report holds …). */
function subjectsTwice(text: string): readonly Echo[] {
  if (!text.includes('报告、本') && !text.includes('报告，本')) return [];
  return [...text.matchAll(/(本(?:年度)?报告)[、，]\1/g)].map((match) => {
    const words = match[1] ?? '';
    const from = match.index + words.length;
    return { from, to: match.index + match[0].length, words };
  });
}

const particleByChar = new Map(particles.map((particle) => [particle.char, particle]));
const PARTICLE = new RegExp(`([${particles.map(({ char }) => char).join('')}])\\1(?!\\1)`, 'g');

function particlesTwice(text: string): readonly Echo[] {
  if (!hasTwins(text)) return [];
  return [...text.matchAll(PARTICLE)].flatMap((match) => {
    const particle = particleByChar.get(match[1] ?? '');
    const before = text.charAt(match.index - 1);
    const behind = text.charAt(match.index + 2);
    if (particle === undefined || (before !== '' && particle.after.includes(before))) return [];
    if (behind !== '' && particle.before?.includes(behind) === true) return [];
    return [{ from: match.index + 1, to: match.index + 2, words: particle.char }];
  });
}

/** Whether a character stands twice in a row. */
function hasTwins(text: string): boolean {
  for (let i = 1; i < text.length; i++) if (text.charCodeAt(i) === text.charCodeAt(i - 1)) return true;
  return false;
}

/** Characters by which a phrase is found again. */
const GRAM = 10;

/** Long phrases twice in a row, at most one mark between: by their beginnings, each of which is looked up once. */
function phrasesTwice(text: string): readonly Echo[] {
  if (!mayEcho(text)) return [];
  const found: Echo[] = [];
  const seen = new Map<string, number>();
  for (let at = 0; at + GRAM <= text.length; at++) {
    const gram = text.slice(at, at + GRAM);
    const before = seen.get(gram);
    seen.set(gram, at);
    if (before === undefined || at - before > LONGEST || at - before < GRAM || !/^[\p{L}\p{N}]/u.test(gram)) continue;
    const echo = echoAt(text, before, at);
    if (echo === undefined) continue;
    found.push(echo);
    at = echo.to - 1;
  }
  return found;
}

/** Places for the sums of phrases' beginnings: many more than the beginnings that are near each other. */
const PLACES = 1 << 12;
/** A factor of the sums, and what the first of `GRAM` characters adds to one. */
const FACTOR = 0x01000193;
const LEADING = Array.from({ length: GRAM - 1 }).reduce((power: number) => Math.imul(power, FACTOR), 1);

/** Whether any characters stand again near themselves: told by sums that go with the text, before phrases are cut out of it. */
function mayEcho(text: string): boolean {
  if (text.length < 2 * GRAM) return false;
  const last = new Int32Array(PLACES);
  let sum = 0;
  for (let end = 0; end < text.length; end++) {
    if (end >= GRAM) sum -= Math.imul(text.charCodeAt(end - GRAM), LEADING);
    sum = (Math.imul(sum, FACTOR) + text.charCodeAt(end)) | 0;
    if (end < GRAM - 1) continue;
    const place = (sum ^ (sum >>> 15)) & (PLACES - 1);
    // Ends are kept one higher, for 0 to stand for none.
    const before = (last[place] ?? 0) - 1;
    last[place] = end + 1;
    if (before < 0 || end - before > LONGEST) continue;
    const at = end - GRAM + 1;
    if (text.slice(Math.max(0, at - LONGEST), at).includes(text.slice(at, end + 1))) return true;
  }
  return false;
}

/** What stands at `before` and again at `at` right behind it; undefined where something else lies between. */
function echoAt(text: string, before: number, at: number): Echo | undefined {
  let length = GRAM;
  while (length < at - before && text.charAt(before + length) === text.charAt(at + length)) length++;
  const between = text.slice(before + length, at).trim();
  const joined = between === '';
  if (!joined && (!/^[、，,；;]$/.test(between) || length < LONG)) return undefined;
  const words = text.slice(at, at + length);
  // The title of a letter and of the report inside it, run together.
  if (!/[\u4e00-\u9fff]{4}/.test(words) || /公开.*(?:报告|年报|函)$/.test(words)) return undefined;
  const from = joined ? at : before + length;
  return { from, to: at + length, words };
}

/** Sentences of a text that are long enough, each with its mark: `……。`, by their offsets. */
const sentencesIn = memo((text: string): readonly Omit<Echo, 'words'>[] => {
  const found: Omit<Echo, 'words'>[] = [];
  for (const { 0: sentence, index } of text.matchAll(/[^。；！]+(?:[。；！]|$)/g)) {
    if (!/[。；！]$/.test(sentence)) continue;
    let from = index;
    while (isSpace(text.charCodeAt(from))) from++;
    if (index + sentence.length - from > LONG) found.push({ from, to: index + sentence.length });
  }
  return found;
}, PARAGRAPHS);

/** Sentences that stand in the report before, word for word. */
function* sentencesTwice(report: Report): Iterable<Finding> {
  const seen = new Map<string, Span>();
  // A section that stands twice is one finding of its own.
  const doubled = placesOf(report.sections.filter(({ role }) => role === 'doubled').map(({ span }) => span));
  for (const paragraph of report.paragraphs) {
    if (paragraph.lines.some((line) => doubled.touches(line))) continue;
    for (const { from, to } of sentencesIn(paragraph.text)) {
      const sentence = paragraph.text.slice(from, to);
      const words = sentence.replace(/^(?:[一二三四五六七八九十]是|[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．])/, '');
      const span = spanIn(paragraph, from, to);
      const before = seen.get(words);
      // What follows itself was found above.
      const follows = before !== undefined && report.text.slice(before.end, span.start).trim() === '';
      if (before === undefined) seen.set(words, span);
      if (before === undefined || follows) continue;
      yield finding(rule, {
        message: `这句话前文已有：“${words.slice(0, SHOWN)}……”，请删去一处或者改写。`,
        span,
        related: [{ span: before, message: '前文的同一句话' }],
      });
    }
  }
}
