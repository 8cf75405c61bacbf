import type { Paragraph } from '../../report/model.ts';
import { INVISIBLE } from '../../text/fold.ts';
import { memo, PARAGRAPHS } from '../../text/memo.ts';
import type { Correction, Fault, FaultKind } from './fault.ts';

/** Full-width twins of half-width marks. */
const twins: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！', '.': '。' };

/**
 * `公开,解读`, `12件,其中` (12, of these), `如下:` (as follows:) at the end, `问题:1.信息不全` (problems: 1. …); not `8:30`, `1,203`,
 * `电话:0000` (telephone).
 */
const HALF_WIDTH =
  /[,;:?!](?:(?<=[\u4e00-\u9fff”》）〕％%].)(?=\s?(?:[\u4e00-\u9fff“《（〔]|$))|(?<=\d[,;])(?=\s?[\u4e00-\u9fff“《])|(?<=[\u4e00-\u9fff”》）][,;:])(?<!(?:电话|热线|传真|邮编|编码|邮箱|网址|时间|账号|信|号|比)[,;:])(?=\s?[(\d①-⑳]))/g;
/** `邮编:100000`, `电话: 0000-5550123`: a half-width colon that alone is no fault; one beside other half-width marks is mended with them. */
const BESIDE = /(?<=电话|热线|传真|邮编|邮政编码|邮箱|网址|地址):(?=\s?[\dA-Za-z])/g;
/** `移出.` (taken out.) at the end of a sentence; not `一.总体` (1. overall), `3.8`. */
const FULL_STOP = /\.(?<=[\u4e00-\u9fff”》）]\.)(?<![一二三四五六七八九十]\.)(?=\s*$|\s?[\u4e00-\u9fff“《])/g;
/** The same mark twice, perhaps one of them half-width: `，，`, `。 。`; six points are an ellipsis. */
const DOUBLED = /([，。、；：])(?:\s?\1)+|，\s?,|,\s?，|；\s?;|;\s?；|：\s?:|:\s?：/g;
const TWO_MARKS = /[，。、；：]\s?[，。、；：,;:]|[,;:]\s?[，。、；：]/;
/** Two marks of which one ends more than the other: `，。`, `；、`. */
const CONFLICTING = /([，、；：,])(?!\1)[。；，、](?![，。、；：])|。[，、；：](?![，。、；：])/g;
/** English words that conversions leave between Chinese ones: `公开 and 解读`; names of things stay. */
const LATIN = /(?:and|or|the|of|to|in|for|with|by|from|on|at)(?=\s?[\u4e00-\u9fff])(?<=[\u4e00-\u9fff]\s?[a-z]{2,4})/gi;
const INVISIBLES = new RegExp(INVISIBLE.source, 'g');
/** A paragraph that stops in its sentence; short ones are pieces of labels and addresses. */
const ENDING = /[\u4e00-\u9fff\d”》）%][，、,]\s*$/;
const SHORTEST = 16;

/** The faults of single marks and words in a paragraph, kind by kind. */
export function pointFaults({ text, heading }: Paragraph): readonly Fault[] {
  return heading ? inHeading(text) : inText(text);
}

const inHeading = memo((text: string) => faultsIn(text, true), PARAGRAPHS);
const inText = memo((text: string) => faultsIn(text, false), PARAGRAPHS);

function faultsIn(text: string, heading: boolean): readonly Fault[] {
  const isEnding = !heading && text.length >= SHORTEST && ENDING.test(text.slice(-SHORTEST));
  const last = text.trimEnd().length - 1;
  const runs = TWO_MARKS.test(text) ? [...runsOfMarks(text)] : [];
  const taken = new Set(runs.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i)));
  const halves = /[,;:?!.]/.test(text) ? halfWidthIn(text) : [];
  return [
    ...runs,
    ...halves.filter(({ from }) => !taken.has(from) && !(isEnding && from === last)),
    ...(isEnding && !taken.has(last) ? [endingAt(last, text)] : []),
    ...(/[a-z]/i.test(text) ? latinWords(text) : []),
    ...(INVISIBLE.test(text) ? invisibleCharacters(text) : []),
  ];
}

function halfWidthIn(text: string): readonly Fault[] {
  const halves = [...placesOf(text, HALF_WIDTH, 'halfWidth')];
  const beside = halves.length === 0 ? [] : [...placesOf(text, BESIDE, 'halfWidth')];
  return [...[...halves, ...beside].sort((a, b) => a.from - b.from), ...placesOf(text, FULL_STOP, 'fullStop')];
}

function endingAt(at: number, text: string): Fault {
  const message = `段末是“${text[at]}”，应以句号结束，或补全下文`;
  return { kind: 'ending', from: at, to: at + 1, message, corrections: [{ from: at, to: at + 1, text: '。' }] };
}

function* placesOf(text: string, pattern: RegExp, kind: FaultKind): Iterable<Fault> {
  for (const { 0: mark, index } of text.matchAll(pattern)) {
    const twin = twins[mark] ?? mark;
    const corrections: Correction[] = [{ from: index, to: index + 1, text: twin }];
    yield { kind, from: index, to: index + 1, message: `半角“${mark}”应为全角“${twin}”`, corrections };
  }
}

function* runsOfMarks(text: string): Iterable<Fault> {
  for (const { 0: run, index } of text.matchAll(DOUBLED)) {
    // Many points in a row stand for an ellipsis or for something left out.
    if (run.length > 3) continue;
    const to = index + run.length;
    const mark = /[，。、；：]/.exec(run)?.[0] ?? '';
    const from = run.startsWith(mark) ? index + 1 : index;
    const corrections: Correction[] = [{ from, to, text: from === index ? mark : '' }];
    yield { kind: 'doubled', from, to, message: `“${mark}”重复`, corrections };
  }
  for (const { 0: run, index } of text.matchAll(CONFLICTING)) {
    if (/[，。、；：,]/.test(text[index - 1] ?? '') || twins[run[0] ?? ''] === run[1]) continue;
    const kept = [...run].sort((a, b) => STRENGTH.indexOf(a) - STRENGTH.indexOf(b))[0] ?? '';
    const to = index + run.length;
    const message = `“${run}”连用，应保留一个`;
    yield { kind: 'conflicting', from: index, to, message, corrections: [{ from: index, to, text: kept }] };
  }
}

/** Marks by how much they end, the strongest first. */
const STRENGTH = '。；：，、,';

/** What a stray English word stands for; of others nothing is known. */
const meanings: Readonly<Record<string, string>> = { and: '和', or: '或' };

function* latinWords(text: string): Iterable<Fault> {
  for (const { 0: word, index } of text.matchAll(LATIN)) {
    const meaning = meanings[word.toLowerCase()];
    let from = index;
    let to = index + word.length;
    while (/\s/.test(text[from - 1] ?? '')) from--;
    while (/\s/.test(text[to] ?? '')) to++;
    yield {
      kind: 'latin',
      from: index,
      to: index + word.length,
      message: `汉字之间有英文“${word}”${meaning === undefined ? '，请核对' : `，应为“${meaning}”`}`,
      corrections: meaning === undefined ? [] : [{ from, to, text: meaning }],
    };
  }
}

function* invisibleCharacters(text: string): Iterable<Fault> {
  for (const { 0: char, index } of text.matchAll(INVISIBLES)) {
    // These two part lines: what they set apart would run together.
    if (char === '\u2028' || char === '\u2029') continue;
    const code = char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    yield {
      kind: 'invisible',
      from: index,
      to: index + 1,
      message: `有看不见的字符（U+${code}），应删去`,
      corrections: [{ from: index, to: index + 1, text: '' }],
    };
  }
}
