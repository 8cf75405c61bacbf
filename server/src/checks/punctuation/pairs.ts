import { documentNumbersIn } from '../../report/facts/documents.ts';
import type { Paragraph } from '../../report/model.ts';
import { memo, PARAGRAPHS } from '../../text/memo.ts';
import type { Fault } from './fault.ts';

/** What opens a pair, and what closes it; a full-width bracket may be closed by a half-width one. */
const closers: Readonly<Record<string, string>> = { '（': '）', '(': '）', '《': '》', '〔': '〕', '【': '】' };
const openers: Readonly<Record<string, string>> = { '）': '（', ')': '（', '》': '《', '〕': '〔', '】': '【' };
const fullWidth: Readonly<Record<string, string>> = { '(': '（', ')': '）' };
const MARK = /[（()）《》〔〕【】]/g;
const GUARD = /[（()）《》〔〕【】]/;
/** What a bracket that has no opening one may close: `1）`, `（一）` of which the first was lost, `a)`. */
const NUMERAL = /(?:^|[^\d一二三四五六七八九十A-Za-z])(?:[\d一二三四五六七八九十]{1,3}|[A-Za-zⅠ-Ⅻ①-⑳]{1,2})\s?$/;
/** Chinese words in brackets, not a numeral, number or Latin name. */
const WORDS = /[\u4e00-\u9fff].*[\u4e00-\u9fff]/;
const ONLY_NUMERAL = /^\s*(?:第?[一二三四五六七八九十百\d]+[条款项章节类]?)?\s*$/;
/** Names of documents end so (regulation, measures, rules, notice …): `《信息公开条例规定` lacks its end behind `条例`. */
const NAME_END =
  /^《[^，。；、：《》（）()“”]{2,50}?(?:条例|办法|规定|通知|方案|指南|目录|规则|意见|细则)(?=[，。；、：（()）]|$)/;
/** A clause up to the end of its sentence, without other marks. */
const CLAUSE = /^[（(][^，。；：、（）()《》“”]{1,40}(?=[。；]|$)/;

/** A mark that no other answers. */
interface Single {
  readonly at: number;
  readonly mark: string;
  /** What would answer it. */
  readonly partner: string;
}

/**
 * The faulty brackets and 《》 of each paragraph. A mark that is answered in the next paragraph is none: the paragraph
 * was read as two.
 */
export function bracketFaults(paragraphs: readonly Paragraph[]): readonly (readonly Fault[])[] {
  const read = paragraphs.map(({ text }) => (GUARD.test(text) ? pairsIn(text) : NONE));
  if (read.every((pairs) => pairs === NONE)) return [];
  return read.map((pairs, index) => {
    if (pairs === NONE) return NONE.faults;
    const { faults, singles } = pairs;
    const lost = singles.filter(({ partner, mark }) => {
      const neighbour = read[closers[mark] === undefined ? index - 1 : index + 1];
      return neighbour?.left.has(partner) !== true;
    });
    const text = paragraphs[index]?.text ?? '';
    return [...faults, ...lost.map((single) => unmatched(text, single))];
  });
}

/** Brackets inside each other among which the partner of one is looked for. */
const DEEPEST = 8;

interface Pairs {
  readonly faults: readonly Fault[];
  readonly singles: readonly Single[];
  /** The marks of those in full width. */
  readonly left: ReadonlySet<string>;
}

const NONE: Pairs = { faults: [], singles: [], left: new Set() };

/** The pairs of a paragraph's text; the one `NONE` where nothing is to be said of them. */
const pairsIn = memo((text: string): Pairs => {
  const pairs = readPairs(text);
  return pairs.faults.length + pairs.singles.length === 0 ? NONE : pairs;
}, PARAGRAPHS);

function readPairs(text: string): Pairs {
  const years = new Set(documentNumbersIn(text).flatMap(({ yearFrom, yearTo }) => [yearFrom, yearTo - 1]));
  const open: Single[] = [];
  const singles: Single[] = [];
  const faults: Fault[] = [];
  for (const { 0: mark, index } of text.matchAll(MARK)) {
    // Brackets around the year of a document's number are judged with the number.
    if (years.has(index)) continue;
    const closer = closers[mark];
    if (closer !== undefined) {
      open.push({ at: index, mark, partner: closer });
      continue;
    }
    const wanted = fullWidth[mark] ?? mark;
    const innermost = open.slice(-DEEPEST).findLastIndex(({ partner }) => partner === wanted);
    const depth = Math.max(0, open.length - DEEPEST) + innermost;
    const first = innermost < 0 ? undefined : open[depth];
    if (first === undefined) {
      if (!(wanted === '）' && NUMERAL.test(text.slice(Math.max(0, index - 6), index)))) {
        singles.push({ at: index, mark, partner: openers[mark] ?? '' });
      }
      continue;
    }
    for (const inner of open.splice(depth).slice(1)) singles.push(inner);
    const inName = open.slice(-DEEPEST).some((outer) => outer.mark === '《');
    if (!inName && isNarrow(text, first.at, index)) faults.push(narrowPair(text, first.at, index));
  }
  const all = [...singles, ...open];
  return { faults, singles: all, left: new Set(all.map(({ mark }) => fullWidth[mark] ?? mark)) };
}

/** Whether a pair with a half-width bracket stands around Chinese words. */
function isNarrow(text: string, from: number, to: number): boolean {
  if (text[from] !== '(' && text[to] !== ')') return false;
  // `[名称](网址)` is a link of Markdown.
  if (text[from - 1] === ']') return false;
  const inner = text.slice(from + 1, to);
  return WORDS.test(inner) && !ONLY_NUMERAL.test(inner);
}

function narrowPair(text: string, from: number, to: number): Fault {
  const narrow = [from, to].filter((at) => fullWidth[text[at] ?? ''] !== undefined);
  const at = narrow[0] ?? from;
  return {
    kind: 'brackets',
    from: at,
    to: at + 1,
    message: `半角括号“${narrow.map((place) => text[place]).join('')}”应为全角括号“（）”`,
    corrections: narrow.map((place) => ({ from: place, to: place + 1, text: fullWidth[text[place] ?? ''] ?? '' })),
  };
}

/** A document's number in brackets that lost the first: `……的通知》国办函〔2020〕109号）`. */
const NUMBER_BEFORE = /》\s?([^，。；、：（）()《》〔〕]{1,12}〔20\d\d〕\s?(?:第\s?)?\d{1,4}\s?号)$/;

/** What the two marks of a pair are called. */
const names: Readonly<Record<string, string>> = { '（': '括号', '《': '书名号', '〔': '六角括号', '【': '方括号' };

function unmatched(text: string, { at, mark, partner }: Single): Fault {
  const isClosing = openers[mark] !== undefined;
  const name = names[isClosing ? partner : (fullWidth[mark] ?? mark)] ?? '括号';
  const rest = text.slice(at, at + 60);
  const number = partner === '（' ? NUMBER_BEFORE.exec(text.slice(Math.max(0, at - 40), at))?.[1] : undefined;
  const whole = mark === '《' ? NAME_END.exec(rest)?.[0] : partner === '）' ? CLAUSE.exec(rest)?.[0] : undefined;
  const place = number !== undefined ? at - number.length : whole !== undefined ? at + whole.length : undefined;
  const words = number ?? whole?.slice(1);
  const where = words === undefined ? '' : `，应在“${words}”${isClosing ? '前' : '后'}补“${partner}”`;
  return {
    kind: 'unmatched',
    from: at,
    to: at + 1,
    message: `“${mark}”缺${isClosing ? '前' : '后'}${name}${where}`,
    corrections: place === undefined ? [] : [{ from: place, to: place, text: partner }],
  };
}

/**
 * The quotation marks of each paragraph that have no partner or point the wrong way: `“一网通办“` (one network
 * for all). Odd ones in two paragraphs that follow each other answer each other.
 */
export function quoteFaults(paragraphs: readonly Paragraph[]): readonly (readonly Fault[])[] {
  const read = paragraphs.map(({ text }) => (/[“”]/.test(text) ? quotesIn(text) : NO_QUOTES));
  return read.map((marks, index) => {
    if (marks.length % 2 === 0) return turnedQuotes(marks);
    const isOdd = (at: number): boolean => (read[at]?.length ?? 0) % 2 === 1;
    return isOdd(index - 1) || isOdd(index + 1) ? [] : singleQuote(marks);
  });
}

const NO_QUOTES: readonly Quote[] = [];

const quotesIn = memo(
  (text: string): readonly Quote[] => [...text.matchAll(/[“”]/g)].map(({ 0: mark, index }) => ({ mark, index })),
  PARAGRAPHS,
);

interface Quote {
  readonly mark: string;
  readonly index: number;
}

/** Where a mark stands that does not alternate with the one before it. */
function isTurned({ mark }: Quote, place: number): boolean {
  return mark !== (place % 2 === 0 ? '“' : '”');
}

function turnedQuotes(marks: readonly Quote[]): readonly Fault[] {
  return marks.filter(isTurned).map(({ mark, index }) => {
    const right = mark === '“' ? '”' : '“';
    const corrections = [{ from: index, to: index + 1, text: right }];
    return {
      kind: 'quotes',
      from: index,
      to: index + 1,
      message: `引号“${mark}”方向有误，应为“${right}”`,
      corrections,
    };
  });
}

/** The mark of an odd number that lacks its partner: before the first that does not alternate, or the last. */
function singleQuote(marks: readonly Quote[]): readonly Fault[] {
  const turned = marks.findIndex(isTurned);
  const place = turned < 0 ? marks.length - 1 : marks[turned]?.mark === '“' ? turned - 1 : turned;
  const single = marks[place];
  if (single === undefined) return [];
  const message = `引号不成对，${single.mark === '“' ? '缺后引号' : '缺前引号'}`;
  return [{ kind: 'quotes', from: single.index, to: single.index + 1, message, corrections: [] }];
}

/** Straight quotation marks around Chinese words: `"一网通办"`. */
export function straightQuoteFaults({ text }: Paragraph): readonly Fault[] {
  if (!text.includes('"')) return [];
  const places = [...text.matchAll(/"/g)].map(({ index }) => index);
  if (places.length % 2 !== 0) return [];
  const faults: Fault[] = [];
  for (let i = 0; i + 1 < places.length; i += 2) {
    const from = places[i] ?? 0;
    const to = places[i + 1] ?? 0;
    if (!/[\u4e00-\u9fff]/.test(text.slice(from, to))) continue;
    const corrections = [
      { from, to: from + 1, text: '“' },
      { from: to, to: to + 1, text: '”' },
    ];
    const inner = text.slice(from + 1, to);
    const shown = inner.length > 12 ? `${inner.slice(0, 12)}…` : inner;
    faults.push({
      kind: 'straight',
      from,
      to: from + 1,
      message: `英文引号应改为中文引号“${shown}”`,
      corrections,
    });
  }
  return faults;
}
