import type { Paragraph } from '../../model.ts';
import type { Binding, ReadParagraph } from './bindings.ts';
import type { Quantity } from './quantities.ts';
import { isOfAllRequests, type Sentence } from './statements.ts';
import { type Breakdown, figured } from './sum.ts';

/** Behind 等 (and others) more parts may follow that are not named; not in 等级 (grade), 等候 (wait), 等于 (equal). */
const OPEN_END = /等(?!级|候|于)/;
/** The same behind a part's own number: `文字解读99篇等`. */
const AND_OTHERS = /^\s*[)，、]?等(?!级|候|于)/;

/** The wholes of a paragraph whose parts it names. */
export function breakdownsOf({ paragraph, sentences, bindings }: ReadParagraph): Breakdown[] {
  const bySentence: Binding[][] = sentences.map(() => []);
  for (const binding of bindings) bySentence[binding.statement.sentence]?.push(binding);
  const bound = new Map(bindings.map((binding) => [binding.statement.quantity, binding]));
  return sentences.flatMap((sentence, index) => {
    if (sentence.quantities.length === 0) return [];
    return [
      ...partitionsOf(sentence, paragraph, bySentence[index] ?? []),
      ...listsOf(sentence, sentences[index - 1], paragraph, bound),
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
  const sum = sumOf(parts);
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
function sumOf(parts: readonly Quantity[]): number {
  return Math.round(parts.reduce((total, { value }) => total + value, 0) * 1e6) / 1e6;
}

/** What begins a list of parts behind a whole: of these, including, of the kinds, respectively, with. */
const LIST =
  /^\s{0,2}(?:[^，、。；：:()\d\s]{1,12}(?=[，：:；(]\s?\(?其中))?[，、：:；(\s]{0,3}(?:其中|[^，。；：:()\d]{0,8}(?:包括|包含|分为)|分别(?:是|为)|含)(?:有|为|是)?[：:，]?/;
/** A list in brackets, whether or not it says so: `197条(预决算32条、部门165条)`. */
const IN_BRACKETS = /^\s{0,2}[，、]?\s?\(/;
/** What begins a list in the next sentence. */
const LIST_BEHIND = /^\s*其中[：:，]?/;
/** Words of another thing than a part, with which a list ends: besides, meanwhile, done, received, carried over. */
const NO_PART =
  /另|此外|同时|全年|累计|办结|答复|回复|收到|受理|召开|举办|组织|开展|同比|较|比|增|减|结转|转下|撤|第|逾期|参加|访问|总/;
/** Parts whose label says that they are all the others: the list is whole. */
const OTHERS = /其[他它余]/;
/** Ways of coming in: network, mail, in person, at the counter, fax, in writing. */
const CHANNEL_LABEL = /网|线上|线下|在线|邮|信函|当面|现场|窗口|传真|来函|书面/;
/** Least share of a whole that its named parts make up, for them to be taken for all of them. */
const NEARLY_ALL = 0.9;
/** Characters of a part's words; those of the first, and those behind a semicolon, may be longer: nothing else begins there. */
const LONGEST_LABEL = 16;
const LONGEST_ALONE = 60;
/** Characters of what stands in brackets behind a part. */
const LONGEST_REMARK = 200;
/** A number that lost its unit in a list: `信息 45，其他类4条`. */
const WITHOUT_UNIT = /(?<![\d.第〔年月])(\d{1,6})\s{0,2}(?=[，、；])/;

/** A list of parts as it was read. */
interface List {
  readonly parts: readonly Quantity[];
  readonly labels: readonly string[];
  /** Whether it ends by itself, with a full stop or a bracket: only then parts may be too few. */
  readonly ended: boolean;
  /** Whether something follows that may be one more part. */
  readonly open: boolean;
  /** Behind its last part. */
  readonly end: number;
}

/**
 * Lists of parts of anything counted, as `270篇，包括图解171篇、文字解读99篇` (270 articles, 171 with pictures, 99 in words).
 * Parts that exceed the whole are wrong; too few are wrong where the list says that it is whole (`其他…`, all others), and
 * probably wrong where they nearly make it up; others may be a choice.
 */
function listsOf(
  sentence: Sentence,
  before: Sentence | undefined,
  paragraph: Paragraph,
  bound: ReadonlyMap<Quantity | undefined, Binding>,
): Breakdown[] {
  const { text, quantities } = sentence;
  const found: Breakdown[] = [];
  const opening = LIST_BEHIND.exec(text.slice(sentence.from, sentence.from + 6));
  const first = quantities[0];
  const head = before?.quantities.findLast(({ unit }) => unit === first?.unit);
  if (opening !== null && head !== undefined)
    take(head, readList(sentence, head, 0, sentence.from + opening[0].length, false));
  quantities.forEach((whole, i) => {
    if (whole.unit === '%') return;
    const next = text.slice(whole.end, whole.end + 24);
    const lead = LIST.exec(next) ?? (/[，\s]/.test(next.charAt(0)) ? null : IN_BRACKETS.exec(next));
    if (lead === null) return;
    take(whole, readList(sentence, whole, i + 1, whole.end + lead[0].length, lead[0].includes('(')));
  });
  return found;

  function take(whole: Quantity, { parts, labels, ended, open, end }: List): void {
    const own = [whole, ...parts].map((quantity) => bound.get(quantity)).filter((binding) => binding !== undefined);
    const inTables = own.filter(({ statement }) => statement.subject.role !== 'channel');
    if (parts.length < 2 || inTables.length > 1) return;
    const behind = (offset: number): string => text.slice(offset, offset + 6);
    if (parts.some((part) => AND_OTHERS.test(behind(part.end))) || /^ *(?:余|多)/.test(behind(end))) return;
    const sum = sumOf(parts);
    const channels = labels.every((label) => CHANNEL_LABEL.test(label));
    const exhaustive = channels || OTHERS.test(labels[labels.length - 1] ?? '');
    if (sum < whole.value && (exhaustive ? open : !ended || sum / whole.value < NEARLY_ALL)) return;
    const made = breakdown(paragraph, whole, parts, [whole.value], sum < whole.value && !exhaustive);
    if (made !== undefined) found.push(made);
  }
}

/** Reads the parts that follow a whole, from a quantity of the sentence and an offset on. */
function readList(sentence: Sentence, whole: Quantity, first: number, from: number, inBrackets: boolean): List {
  const { text, quantities } = sentence;
  const parts: Quantity[] = [];
  const labels: string[] = [];
  let at = from;
  let semicolons = false;
  const add = (part: Quantity, label: string): void => {
    semicolons ||= /^\s*[；;]/.test(text.slice(at, at + 3));
    parts.push(part);
    labels.push(label);
    at = part.end;
  };
  for (const part of quantities.slice(first)) {
    if (part.from < at) continue;
    // What stands in brackets behind a part is told of that part.
    if (parts.length > 0 && /^\s*\(/.test(text.slice(at, at + 3))) {
      const close = text.slice(at, Math.min(sentence.to, at + LONGEST_REMARK)).indexOf(')');
      if (close < 0) return closed(false);
      at += close + 1;
      if (part.from < at) continue;
    }
    if (part.from - at > 2 * LONGEST_ALONE) return closed(false);
    let between = text.slice(at, part.from);
    if (inBrackets && between.includes(')')) return closed(true);
    const bare = WITHOUT_UNIT.exec(between);
    if (bare?.[1] !== undefined && isLabel(between.slice(0, bare.index), parts.length > 0)) {
      const start = at + bare.index;
      const end = start + bare[1].length;
      const { unit } = whole;
      add(
        { value: Number(bare[1]), unit, from: start, to: end, end, rounded: false, decimals: 0 },
        between.slice(0, bare.index),
      );
      between = text.slice(at, part.from);
    }
    const label = between.replace(/^[，、；;和及与)\s]+/, '');
    if (part.unit !== whole.unit || !isLabel(between, parts.length > 0)) return closed(false);
    // More than the whole is a part only where it stands among parts.
    if (part.value > whole.value && !inBrackets && parts.length > 0 && !isAlike(label, labels)) return closed(false);
    add(part, label);
  }
  return closed(true);

  function closed(through: boolean): List {
    const rest = text.slice(at, Math.min(sentence.to, at + LONGEST_REMARK));
    const ended = semicolons ? /^\s*(?:[)。！]|$)/.test(rest) : /^\s*(?:[)。；;！]|$)/.test(rest);
    const open = !ended && (!through || /^\s*[^，、；\s]|^\s*[，、；][^，。；()]{0,20}\d/.test(rest));
    return { parts, labels, ended, open, end: at };
  }
}

/** Whether the words before a number are those of a part. */
function isLabel(between: string, behindPart: boolean): boolean {
  const label = between.replace(/^[，、；;和及与)\s]+/, '');
  if (NO_PART.test(label) || /[，。；(]/.test(label)) return false;
  if (behindPart && /^\s*\)/.test(between)) return false;
  return label.length <= (!behindPart || /^\s*[；;]/.test(between) ? LONGEST_ALONE : LONGEST_LABEL);
}

/** Whether a label is of the kind of another: both name a class, or end alike: `行政许可类信息`, `财政资金类`; `图解`, `文字解读`. */
function isAlike(label: string, labels: readonly string[]): boolean {
  const ending = label.slice(-1);
  return ending !== '' && labels.some((other) => other.endsWith(ending) || (other.includes('类') && ending === '类'));
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
