import type { Paragraph } from '../../model.ts';
import type { ReadParagraph } from './bindings.ts';
import { COUNTED, type Quantity } from './quantities.ts';
import type { Sentence } from './statements.ts';
import { figured, type Percentage } from './sum.ts';

/** `办结率`, `答复率达` (rate of those done, answered): the part is named in the rate. */
const RATE = /(?:办结|答复|回复|办理|处理|完成|反馈|解决)率(?:为|达到?|是|约)*$/;
/** Done, answered, handled. */
const PART = /办结|答复|回复|办理|处理|完成|反馈|解决/;
/** Received, asked, assigned, collected, in all. */
const WHOLE = /收到|受理|接收|接到|咨询|承办|转办|交办|收集|征集|共/;
/** `从3337个减少至1937个，减少了42%` (from 3,337 down to 1,937, 42 % fewer) */
const CHANGE = /(?:从|由)[^，。；]{0,20}$/;
const CHANGE_TO = /^[^，。；\d]{0,4}(?:减少|增加|下降|上升|降|增|提高|精简|压缩)(?:至|到|为)/;
const CHANGE_BY = /(?:减少|增加|增长|下降|上升|降低|提高|精简|压缩|降幅|增幅)(?:了|达|为|约)*$/;
/** `同比`, `较去年`: the other number is not in this report. */
const LAST_YEAR = /同比|环比|上年|去年|同期/;
/** A share right behind its part: `258件，占33.9%`, `12件，占比80%`, `245件（占总数的54%`. */
const SHARE =
  /^\s?[，、(]?\s?约?占(?:比|总数的?|总量的?|全部的?|办结(?:总)?数的?|申请(?:总)?数的?)?(?:为|达|约|的)*\s?$/;
/** The same in brackets: `208件（17.46%）`. */
const SHARE_IN_BRACKETS = /^\s?\(\s?$/;

/** Numbers before a percentage that it may be made of, at most. */
const NEAR = 10;
/** Counts of a paragraph that shares are taken of, at most. */
const BASES = 30;

type Ratio = (part: number, whole: number) => number;
const percentOf: Ratio = (part, whole) => (100 * part) / whole;

/** What the percentages of a paragraph are made of. */
export function percentagesOf(read: ReadParagraph): Percentage[] {
  const shares = sharesOf(read);
  const rest = read.sentences.flatMap((sentence) =>
    sentence.quantities.flatMap((percent, i) => {
      if (percent.unit !== '%' || percent.rounded || shares.has(percent)) return [];
      const made = percentage(sentence, read.paragraph, percent, i);
      return made === undefined ? [] : [made];
    }),
  );
  return [...shares.values(), ...rest].sort((a, b) => a.percent.span.start - b.percent.span.start);
}

/** The two numbers of a percentage; undefined where they are not known. */
interface Made {
  readonly part: Quantity;
  readonly whole: Quantity;
  readonly expected: number;
  readonly holds: boolean;
  readonly loose: boolean;
}

function madeOf(
  paragraph: Paragraph,
  percent: Quantity,
  words: string,
  made: Made | undefined,
  reason: Percentage['reason'] = 'no-number',
): Percentage {
  return {
    kind: 'percentage',
    percent: figured(paragraph, percent),
    part: made === undefined ? undefined : figured(paragraph, made.part),
    whole: made === undefined ? undefined : figured(paragraph, made.whole),
    expected: made?.expected.toFixed(percent.decimals),
    words: paragraph.text.slice(percent.from - words.length, percent.end),
    state: made === undefined ? 'unjudged' : made.holds ? 'holds' : 'fails',
    reason: made === undefined ? reason : undefined,
    loose: made?.loose ?? false,
  };
}

/** A share with the count right before it. */
interface Share {
  readonly percent: Quantity;
  readonly part: Quantity;
  readonly words: string;
  /** The head of the list that it stands in: `15件，其中自然人12件，占80%`. */
  readonly head: Quantity | undefined;
}

/**
 * The shares of a paragraph that stand right behind their parts. What they are shares of is the count before them that
 * most of them agree with, two at least; one share alone needs the head of a list.
 */
function sharesOf({ paragraph, sentences }: ReadParagraph): Map<Quantity, Percentage> {
  const shares = sentences.flatMap(readShares);
  const found = new Map<Quantity, Percentage>();
  if (shares.length === 0) return found;
  const last = shares[shares.length - 1]?.percent.from ?? 0;
  const parts = new Set(shares.map(({ part }) => part));
  const counts = sentences
    .flatMap(({ quantities }) => quantities)
    .filter((count) => isCount(count) && count.from < last && count.value > 0)
    .slice(-BASES);
  const agreeing = (whole: Quantity): number =>
    shares.filter(({ part, percent }) => isBase(whole, part) && fits(percentOf(part.value, whole.value), percent))
      .length;
  let base: Quantity | undefined;
  let most = 1;
  for (const count of counts) {
    if (parts.has(count)) continue;
    const agree = agreeing(count);
    if (agree > most) [base, most] = [count, agree];
  }
  const known = base !== undefined && 2 * most >= shares.length ? base : undefined;
  for (const { percent, part, words, head } of shares) {
    const own = counts.filter((count) => isBase(count, part));
    const holds = own.find((count) => fits(percentOf(part.value, count.value), percent));
    const whole = holds ?? (known !== undefined && isBase(known, part) ? known : head);
    if (whole === undefined) continue;
    const expected = percentOf(part.value, whole.value);
    found.set(
      percent,
      madeOf(paragraph, percent, words, { part, whole, expected, holds: holds !== undefined, loose: false }),
    );
  }
  return found;
}

/** Whether a count may be what another one is a share of. */
function isBase(whole: Quantity, part: Quantity): boolean {
  return whole !== part && whole.from < part.from && whole.unit === part.unit && whole.value >= part.value;
}

function isCount({ unit, rounded }: Quantity): boolean {
  return COUNTED.has(unit) && !rounded;
}

function readShares({ text, from, quantities }: Sentence): Share[] {
  return quantities.flatMap((percent, i) => {
    const part = quantities[i - 1];
    if (percent.unit !== '%' || percent.rounded || part === undefined || !isCount(part)) return [];
    const between = text.slice(part.end, percent.from);
    if (!SHARE.test(between) && !SHARE_IN_BRACKETS.test(between)) return [];
    const list = text.slice(from, percent.from).lastIndexOf('其中') + from;
    const head =
      list < from || part.from < list
        ? undefined
        : quantities.findLast((count) => isCount(count) && count.end <= list && isBase(count, part));
    return [{ percent, part, words: between.replace(/^[\s，、(]+/, ''), head }];
  });
}

/** A rate or a change. */
function percentage(sentence: Sentence, paragraph: Paragraph, percent: Quantity, at: number): Percentage | undefined {
  const { text, quantities } = sentence;
  const start = quantities[at - 1]?.end ?? sentence.from;
  const lead = text.slice(Math.max(start, percent.from - 24), percent.from);
  const words = lead.replace(/^.*[，、；：:(]/, '');
  // Year on year: the other number is not in this report.
  if (LAST_YEAR.test(lead)) return madeOf(paragraph, percent, words, undefined, 'last-year');
  const counts = quantities.slice(Math.max(0, at - NEAR), at).filter(isCount);
  if (CHANGE_BY.test(words)) {
    const made = changeOf(sentence, percent, counts);
    return made === undefined ? undefined : madeOf(paragraph, percent, words, made);
  }
  if (!RATE.test(words)) return undefined;
  const made = rateOf(sentence, percent, counts);
  return made === undefined ? undefined : madeOf(paragraph, percent, words, made);
}

function changeOf({ text, from }: Sentence, percent: Quantity, counts: readonly Quantity[]): Made | undefined {
  const part = counts[counts.length - 1];
  const whole = counts[counts.length - 2];
  if (part === undefined || whole === undefined || whole.value === 0) return undefined;
  if (!CHANGE_TO.test(text.slice(whole.end, part.from)) || !CHANGE.test(text.slice(from, whole.from))) return undefined;
  const ratio: Ratio = (a, b) => (100 * Math.abs(a - b)) / b;
  const expected = ratio(part.value, whole.value);
  return { part, whole, expected, holds: fits(expected, percent) || anyPair(counts, percent, ratio), loose: false };
}

/**
 * A rate of those done: the count that its words name of the one before it that was received. Where several counts stand
 * between, any run of them may be the part: `348件，现场解决162件，跟进解决186件，办结率100%` (348, of which 162 and 186 done).
 */
function rateOf(sentence: Sentence, percent: Quantity, counts: readonly Quantity[]): Made | undefined {
  const labelled = counts.map((quantity) => ({ quantity, label: leadOf(sentence, quantity) }));
  const part = labelled.findLast(({ label }) => PART.test(label))?.quantity;
  if (part === undefined) return undefined;
  const before = labelled.filter(({ quantity }) => quantity.from < part.from);
  const whole = (
    before.findLast(({ label }) => WHOLE.test(label) && !PART.test(label.slice(-4))) ?? before[before.length - 1]
  )?.quantity;
  if (whole === undefined || whole.value < part.value || whole.value === 0) return undefined;
  const parts = counts.filter(({ from }) => from > whole.from);
  const expected = percentOf(part.value, whole.value);
  const holds = fits(expected, percent) || anyPair(counts, percent, percentOf) || anyRun(parts, whole, percent);
  return { part, whole, expected, holds, loose: parts.length > 1 };
}

/** Whether two of the counts give a percentage. */
function anyPair(counts: readonly Quantity[], percent: Quantity, ratio: Ratio): boolean {
  return counts.some((a) => counts.some((b) => b.value > 0 && a !== b && fits(ratio(a.value, b.value), percent)));
}

/** Whether counts that follow each other add up to the part that a percentage is of. */
function anyRun(parts: readonly Quantity[], whole: Quantity, percent: Quantity): boolean {
  return parts.some((_, first) => {
    let sum = 0;
    return parts.slice(first).some(({ value }) => {
      sum += value;
      return fits(percentOf(sum, whole.value), percent);
    });
  });
}

function leadOf({ text, from }: Sentence, quantity: Quantity): string {
  return text.slice(Math.max(from, quantity.from - 16), quantity.from).replace(/^.*[，；：:(%\d]/, '');
}

/** Whether a ratio is the percentage, rounded or cut off to as many places. */
function fits(ratio: number, { value, decimals }: Quantity): boolean {
  return Math.abs(ratio - value) < 10 ** -decimals;
}
