import { once } from '../../../text/memo.ts';
import type { Span } from '../../../text/span.ts';
import type { Paragraph, Report } from '../../model.ts';
import { spanIn } from '../../reading/prose.ts';
import type { Reason, State } from '../verdict.ts';
import { type Binding, type ReadParagraph, readText } from './bindings.ts';
import { COUNTED, type Quantity } from './quantities.ts';
import { isOfAllRequests, type Sentence } from './statements.ts';

/** A number of the text and its place in the draft. */
export interface Figured {
  readonly quantity: Quantity;
  readonly span: Span;
}

/** A whole of the text with its parts: `15件，其中自然人12件，商业企业3件` (15, of these 12 by persons, 3 by companies). */
export interface Breakdown {
  readonly kind: 'breakdown';
  readonly head: Figured;
  readonly parts: readonly Figured[];
  /** What the parts come to. */
  readonly sum: number;
  /** The whole with its parts, as the text has it. */
  readonly words: string;
  readonly state: Exclude<State, 'unjudged'>;
  /** Whether the parts may be fewer than the whole, and only nearly make it up: then it is worth a hint. */
  readonly loose: boolean;
}

/**
 * A percentage of the text and the two numbers that it is made of: `咨询200条，办结150条，办结率75%` (200 inquiries, 150 done,
 * rate 75 %).
 */
export interface Percentage {
  readonly kind: 'percentage';
  readonly percent: Figured;
  readonly part: Figured | undefined;
  readonly whole: Figured | undefined;
  /** What the numbers give, to as many places. */
  readonly expected: string | undefined;
  readonly words: string;
  readonly state: State;
  readonly reason: Reason | undefined;
}

/** What the text's own numbers say of each other; computed once. */
export const sumsOf: (report: Report) => readonly (Breakdown | Percentage)[] = once((report) =>
  readText(report).flatMap((paragraph) => [...breakdownsOf(paragraph), ...percentagesOf(paragraph)]),
);

function figured(paragraph: Paragraph, quantity: Quantity): Figured {
  return { quantity, span: spanIn(paragraph, quantity.from, quantity.to) };
}

/** Behind 等 (and others) more parts may follow that are not named; not in 等级 (grade), 等候 (wait), 等于 (equal). */
const OPEN_END = /等(?!级|候|于)/;

function breakdownsOf({ paragraph, sentences, bindings }: ReadParagraph): Breakdown[] {
  const bySentence: Binding[][] = sentences.map(() => []);
  for (const binding of bindings) bySentence[binding.statement.sentence]?.push(binding);
  return sentences.flatMap((sentence, index) => {
    if (sentence.quantities.length < 2) return [];
    const own = bySentence[index] ?? [];
    const bound = new Map(own.map((binding) => [binding.statement.quantity, binding]));
    return [
      ...partitionsOf(sentence, paragraph, own),
      ...listsOf(sentence, paragraph, bound),
      ...additionsOf(sentence, paragraph),
    ];
  });
}

/** Kinds of applicants and ways of coming in: their numbers make up the requests that they are listed under. */
function partitionsOf(sentence: Sentence, paragraph: Paragraph, bindings: readonly Binding[]): Breakdown[] {
  const { text } = sentence;
  const found: Breakdown[] = [];
  const isHead = ({ statement: { subject, quantity } }: Binding): boolean =>
    isOfAllRequests(subject.role) && quantity !== undefined;
  bindings.forEach((head, i) => {
    if (!isHead(head)) return;
    const next = bindings.slice(i + 1).findIndex(isHead);
    const listed = bindings.slice(i + 1, next < 0 ? undefined : i + 1 + next);
    const carried = bindings.filter(({ statement }) => statement.subject.role === 'carriedIn' && statement.value > 0);
    const parts = listed.filter(
      ({ statement }) => statement.subject.role === 'applicant' && statement.quantity !== undefined,
    );
    const kinds = new Set(parts.map(({ statement }) => statement.subject.of));
    const complete = kinds.has('natural') && kinds.size > 1 && kinds.size === parts.length;
    // One failing number is reported once, with its cell.
    if (!complete || [head, ...parts].some(({ state }) => state === 'fails')) return;
    if (OPEN_END.test(text.slice(head.statement.to, parts[parts.length - 1]?.statement.to))) return;
    const wholes = [head.statement.value];
    for (const { statement } of carried)
      wholes.push(head.statement.value + statement.value, head.statement.value - statement.value);
    const made = breakdown(paragraph, quantityOf(head), parts.map(quantityOf), wholes);
    if (made !== undefined) found.push(made);
  });
  return found;
}

function quantityOf({ statement }: Binding): Quantity {
  return statement.quantity as Quantity;
}

/** A head with its parts; holds if one of the wholes is their sum. */
function breakdown(
  paragraph: Paragraph,
  head: Quantity | undefined,
  parts: readonly Quantity[],
  wholes: readonly number[],
  loose = false,
): Breakdown | undefined {
  const last = parts[parts.length - 1];
  if (head === undefined || last === undefined || [head, ...parts].some(({ rounded }) => rounded)) return undefined;
  const sum = round(parts.reduce((total, { value }) => total + value, 0));
  return {
    kind: 'breakdown',
    head: figured(paragraph, head),
    parts: parts.map((part) => figured(paragraph, part)),
    sum,
    words: paragraph.text.slice(head.from, last.end),
    state: wholes.includes(sum) ? 'holds' : 'fails',
    loose,
  };
}

/** Sums of decimal amounts, without the noise of binary fractions. */
function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

/** What begins a list of parts behind a whole: of these, including, respectively, with. */
const LIST = /^[，、：:；(]{0,2}(?:其中|包括|包含|分别(?:是|为)|含)[：:，]?/;
/** Words of another thing than a part, with which a list ends: besides, meanwhile, done, received, carried over. */
const NO_PART =
  /另|此外|同时|全年|累计|办结|答复|回复|收到|受理|召开|举办|组织|开展|同比|较|比|增|减|结转|转下|撤|第|逾期|参加|访问|总/;
/** Least share of a whole that its named parts make up, for them to be taken for all of them. */
const NEARLY_ALL = 0.9;

/**
 * Lists of parts of anything counted, as `270篇，包括图解171篇、文字解读99篇` (270 articles, 171 with pictures, 99 in words).
 * Parts that exceed the whole are wrong; parts that nearly make it up probably are; others may be a choice.
 */
function listsOf(
  sentence: Sentence,
  paragraph: Paragraph,
  bound: ReadonlyMap<Quantity | undefined, Binding>,
): Breakdown[] {
  const { text } = sentence;
  const { quantities } = sentence;
  const found: Breakdown[] = [];
  for (let i = 0; i + 2 < quantities.length; i++) {
    const head = quantities[i] as Quantity;
    if (head.unit === '%' || !LIST.test(text.slice(head.end, head.end + 8))) continue;
    const parts: Quantity[] = [];
    for (const part of quantities.slice(i + 1)) {
      const between = text.slice(parts[parts.length - 1]?.end ?? head.end, part.from);
      const label = between.replace(LIST, '').replace(/^[，、；;和及与)]+/, '');
      if (part.unit !== head.unit || part.value > head.value || NO_PART.test(label)) break;
      if (label.length > 16 || /[，。；(]/.test(label)) break;
      if (parts.length > 0 && /^\)/.test(between)) break;
      parts.push(part);
    }
    const last = parts[parts.length - 1];
    const own = [head, ...parts].map((quantity) => bound.get(quantity)).filter((binding) => binding !== undefined);
    const inTables = own.filter(({ statement }) => statement.subject.role !== 'channel');
    if (parts.length < 2 || last === undefined || inTables.length > 1) continue;
    if (OPEN_END.test(text.slice(head.end, last.end + 2)) || /^[ ]*(?:余|多)/.test(text.slice(last.end))) continue;
    const sum = parts.reduce((total, { value }) => total + value, 0);
    const channels = parts.every((part) => CHANNEL_LABEL.test(labelOf(text, part)));
    if (sum < head.value && !channels && sum / head.value < NEARLY_ALL) continue;
    const made = breakdown(paragraph, head, parts, [head.value], sum < head.value && !channels);
    if (made !== undefined) found.push(made);
    i += parts.length;
  }
  return found;
}

/** Ways of coming in: network, mail, in person, at the counter, fax, in writing. */
const CHANNEL_LABEL = /网|线上|线下|在线|邮|信函|当面|现场|窗口|传真|来函|书面/;

function labelOf(text: string, { from }: Quantity): string {
  return text.slice(Math.max(0, from - 12), from).replace(/^.*[，、；：:(]/, '');
}

/** Amounts written as an addition behind their sum: `收取信息处理费2230元(880+1080+270)` (fees of 2,230 yuan). */
const ADDITION = /^[(](\d+(?:\.\d+)?(?:元|件)?(?:[+＋、]\d+(?:\.\d+)?(?:元|件)?)+)[)]/;

function additionsOf(sentence: Sentence, paragraph: Paragraph): Breakdown[] {
  const { text } = sentence;
  return sentence.quantities.flatMap((head) => {
    const match = ADDITION.exec(text.slice(head.end, head.end + 80));
    if (match?.[1] === undefined) return [];
    const start = head.end + 1;
    const parts = [...match[1].matchAll(/\d+(?:\.\d+)?/g)].map((number): Quantity => {
      const from = start + number.index;
      const to = from + number[0].length;
      return { value: Number(number[0]), unit: head.unit, from, to, end: to, rounded: false, decimals: 0 };
    });
    const made = breakdown(paragraph, head, parts, [head.value]);
    return made === undefined ? [] : [made];
  });
}

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

/** Numbers before a percentage that it may be made of, at most. */
const NEAR = 10;

function percentagesOf({ paragraph, sentences }: ReadParagraph): Percentage[] {
  return sentences.flatMap((sentence) =>
    sentence.quantities.flatMap((quantity, i) => {
      if (quantity.unit !== '%' || quantity.rounded) return [];
      const made = percentage(sentence, paragraph, quantity, i);
      return made === undefined ? [] : [made];
    }),
  );
}

function percentage(sentence: Sentence, paragraph: Paragraph, percent: Quantity, at: number): Percentage | undefined {
  const { text, quantities } = sentence;
  const start = quantities[at - 1]?.end ?? sentence.from;
  const lead = text.slice(Math.max(start, percent.from - 24), percent.from);
  const words = lead.replace(/^.*[，、；：:(]/, '');
  const counts = quantities
    .slice(Math.max(0, at - NEAR), at)
    .filter(({ unit, rounded }) => COUNTED.has(unit) && !rounded);
  const whole = (part: Quantity | undefined, base: Quantity | undefined, ratio: (a: number, b: number) => number) => {
    const known = part !== undefined && base !== undefined && base.value > 0;
    const expected = known ? ratio(part.value, base.value) : undefined;
    const anyPair = (): boolean =>
      counts.some((a) => counts.some((b) => b.value > 0 && a !== b && fits(ratio(a.value, b.value), percent)));
    const holds = expected !== undefined && (fits(expected, percent) || anyPair());
    return {
      kind: 'percentage' as const,
      percent: figured(paragraph, percent),
      part: part === undefined ? undefined : figured(paragraph, part),
      whole: base === undefined ? undefined : figured(paragraph, base),
      expected: expected?.toFixed(percent.decimals),
      words: paragraph.text.slice(percent.from - words.length, percent.end),
      state: expected === undefined ? ('unjudged' as const) : holds ? ('holds' as const) : ('fails' as const),
      reason: expected === undefined ? ('no-number' as const) : undefined,
    };
  };
  if (CHANGE_BY.test(words) && !/同比|环比|上年|去年|同期/.test(lead)) {
    const to = counts[counts.length - 1];
    const from = counts[counts.length - 2];
    if (to === undefined || from === undefined || !CHANGE_TO.test(text.slice(from.end, to.from))) return undefined;
    if (!CHANGE.test(text.slice(sentence.from, from.from))) return undefined;
    return whole(to, from, (a, b) => (100 * Math.abs(a - b)) / b);
  }
  // Year on year, month on month, last year, the same time: the other number is not in this report.
  if (/同比|环比|上年|去年|同期/.test(lead)) {
    return { ...whole(undefined, undefined, () => 0), reason: 'last-year' };
  }
  const percentOf = (a: number, b: number): number => (100 * a) / b;
  if (RATE.test(words)) {
    const labelled = counts.map((quantity) => ({ quantity, label: leadOf(text, sentence, quantity) }));
    const part = labelled.findLast(({ label }) => PART.test(label));
    const before = labelled.filter(({ quantity }) => part !== undefined && quantity.from < part.quantity.from);
    const base =
      before.findLast(({ label }) => WHOLE.test(label) && !PART.test(label.slice(-4))) ?? before.findLast(() => true);
    if (part === undefined || base === undefined || base.quantity.value < part.quantity.value) return undefined;
    return whole(part.quantity, base.quantity, percentOf);
  }
  if (/占(?:比|总数的?|总量的?|全部的?|[^，。；]{0,8}的)?(?:为|达|约)*$/.test(words)) return shareOf();
  return undefined;

  /** `15件，其中自然人12件，占80%` (12 of 15, 80 %): only where the whole is the head of the list that the part stands in. */
  function shareOf(): Percentage | undefined {
    const part = counts[counts.length - 1];
    const list = text.slice(sentence.from, percent.from).lastIndexOf('其中') + sentence.from;
    const head = list < sentence.from ? undefined : counts.findLast(({ end }) => end <= list);
    if (part === undefined || head === undefined || part.from < list || part.unit !== head.unit) return undefined;
    return part.value > head.value ? undefined : whole(part, head, percentOf);
  }
}

function leadOf(text: string, sentence: Sentence, quantity: Quantity): string {
  return text.slice(Math.max(sentence.from, quantity.from - 16), quantity.from).replace(/^.*[，；：:(%\d]/, '');
}

/** Whether a ratio is the percentage, rounded or cut off to as many places. */
function fits(ratio: number, { value, decimals }: Quantity): boolean {
  return Math.abs(ratio - value) < 10 ** -decimals;
}
