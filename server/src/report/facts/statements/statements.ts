import {
  ALL_DONE,
  allDoneSubject,
  CLOSED,
  carriedInSubject,
  carriedOutSubject,
  carriedSubject,
  DISPUTES_OF_OTHERS,
  decisionSubject,
  disputeSubject,
  documentSubject,
  documentWords,
  ELSEWHERE,
  feeSubject,
  PLANNED,
  pendingSubject,
  RESULT_BEHIND,
  type Role,
  requestSubject,
  type Subject,
  TOPICS,
  type Topic,
  zeroes,
} from '../../../format/subjects.ts';
import { memoIn, PARAGRAPHS } from '../../../text/memo.ts';
import { countWhile } from '../../../text/search.ts';
import { COUNTED, type Quantity, quantitiesIn } from './quantities.ts';

/** A number that running text says of something that the tables count. Offsets are those of the paragraph's text. */
export interface Statement {
  /** The paragraph's text in plain form. */
  readonly text: string;
  readonly subject: Subject;
  readonly value: number;
  /** Undefined for zero in words (`未收到申请`, none received) and results without a number (`均维持`, all upheld). */
  readonly quantity: Quantity | undefined;
  /** The words that bind it, with the number. */
  readonly from: number;
  readonly to: number;
  /** The sentence that it stands in: statements of one sentence belong together. */
  readonly sentence: number;
}

/** Whether a number is one that kinds of applicants, ways of coming in and results add up to. */
export function isOfAllRequests(role: Role): boolean {
  return role === 'received' || role === 'handled' || role === 'done';
}

/** Whether a number is one that results of disputes add up to. */
function isDispute(role: Role): boolean {
  return role === 'review' || role === 'lawsuit';
}

/** What is known of the report when its text is read. */
export interface Setting {
  readonly year: number | undefined;
  /** The areas whose numbers its tables add up, by their letters (`area.ts`); empty where they are one body's. */
  readonly area: string;
}

/** A sentence with its numbers, from 。 to 。. */
export interface Sentence {
  /** The paragraph's text in plain form. */
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly quantities: readonly Quantity[];
}

const SENTENCE_END = /[。！？!?]/g;
/** With more numbers it is no sentence, but a table that lost its lines. */
const MOST_NUMBERS = 100;
/** Characters before a number in which the year is looked for that it belongs to. */
const CLAUSE = 300;
const DELIMITER = /[，。；：:()、,;]/;

/** Sentences with what they say. */
export interface ReadText {
  readonly sentences: readonly Sentence[];
  readonly statements: readonly Statement[];
}

/** What a paragraph is read in: the report, and the heading that it stands under. */
interface Context extends Setting {
  /** It stands under 依申请公开. */
  readonly aboutRequests: boolean;
}

/**
 * What a paragraph says of the tables' numbers. Of a draft that is typed in, all paragraphs but one have been read before.
 * The text is in plain form (see `plainText`).
 */
export const readStatements: (text: string, context: Context) => ReadText = memoIn(
  (text, { aboutRequests, ...setting }: Context) => {
    const sentences = sentencesOf(text);
    return { sentences, statements: statementsOf(sentences, setting, aboutRequests) };
  },
  ({ year, area, aboutRequests }) => `${year} ${area} ${aboutRequests}`,
  PARAGRAPHS,
);

/** The sentences of a paragraph. */
function sentencesOf(text: string): Sentence[] {
  const all = quantitiesIn(text);
  const sentences: Sentence[] = [];
  let from = 0;
  let next = 0;
  const close = (to: number): void => {
    const first = next;
    while ((all[next]?.from ?? to) < to) next++;
    const quantities = next - first > MOST_NUMBERS ? [] : all.slice(first, next);
    if (to > from) sentences.push({ text, from, to, quantities });
    from = to;
  };
  for (const end of text.matchAll(SENTENCE_END)) close(end.index + 1);
  close(text.length);
  return sentences;
}

/** What a paragraph says of the tables' numbers. `aboutRequests`: it stands under 依申请公开. */
function statementsOf(sentences: readonly Sentence[], setting: Setting, aboutRequests: boolean): Statement[] {
  const found: Statement[] = [];
  let topic: Topic | undefined = aboutRequests ? 'requests' : undefined;
  let requestsSoFar = aboutRequests;
  const [first] = sentences;
  if (first === undefined) return [];
  const whole = first.text;
  // Where nothing is counted, no topic is asked for.
  const counts = sentences.some(({ quantities }) => quantities.length > 0) || DONE.test(whole);
  const words = counts ? topicWords(whole) : [];
  sentences.forEach((sentence, index) => {
    requestsSoFar ||= /信息公开|依申请/.test(whole.slice(sentence.from, sentence.to));
    const reader = readerOf(sentence, index, setting, topic, requestsSoFar, words);
    found.push(...reader.statements);
    topic = reader.topic === 'other' && aboutRequests ? 'requests' : reader.topic;
  });
  return found;
}

/** A word that takes up a topic, and where it begins. */
interface TopicWord {
  readonly at: number;
  readonly topic: Topic;
}

/** The words of a text that take up topics, in order. */
function topicWords(text: string): TopicWord[] {
  const words: TopicWord[] = [];
  for (const { groups = {}, index } of text.matchAll(TOPICS)) {
    for (const name in groups) if (groups[name] !== undefined) words.push({ at: index, topic: name as Topic });
  }
  return words;
}

/** The last topic that a part of a text takes up; undefined where it takes up none. */
function topicIn(words: readonly TopicWord[], from: number, to: number): Topic | undefined {
  const last = words[countWhile(words, ({ at }) => at < to) - 1];
  return last !== undefined && last.at >= from ? last.topic : undefined;
}

/** Reads one sentence from its start to its end. */
function readerOf(
  sentence: Sentence,
  index: number,
  setting: Setting,
  before: Topic | undefined,
  aboutRequests: boolean,
  topicWords: readonly TopicWord[],
): { readonly statements: readonly Statement[]; readonly topic: Topic | undefined } {
  const { text, quantities } = sentence;
  const statements: Statement[] = [];
  let topic = before;
  let previous: Role | undefined;
  let at = sentence.from;
  quantities.forEach((quantity, i) => {
    const between = text.slice(at, quantity.from);
    const next = quantities[i + 1]?.from ?? sentence.to;
    const behind = text.slice(quantity.end, Math.min(next, sentence.to));
    const cut = behind.search(DELIMITER);
    const after = cut < 0 ? behind.slice(0, next < sentence.to ? 0 : 30) : behind.slice(0, cut);
    const behindWords = topic === undefined || after.length > 2;
    topic =
      topicIn(topicWords, at, quantity.from) ??
      (behindWords ? topicIn(topicWords, quantity.end, quantity.end + after.length) : undefined) ??
      topic;
    at = quantity.end;
    const start = leadStart(between);
    // Of these, besides, in all, also, as well as, and.
    const lead = between.slice(start).replace(/^(?:其中|另有?|共有?|还有|以及|和|及)+/, '');
    const clause = text.slice(Math.max(sentence.from, quantity.from - CLAUSE), quantity.from);
    const subject = subjectOf({ lead, after, clause, between, quantity, topic, previous, aboutRequests }, setting);
    if (subject === undefined) return;
    previous = subject.role;
    const words = quantity.from - lead.length;
    statements.push({
      text,
      subject,
      value: quantity.value,
      quantity,
      from: lead === '' ? quantity.from : words,
      to: lead === '' ? quantity.end + after.length : quantity.end,
      sentence: index,
    });
    statements.push(...resultBehind(statements, text, index), ...allOfOneKind(statements, text, index));
  });
  const rest = topicIn(topicWords, at, sentence.to);
  statements.push(...zeroesIn(sentence, index, aboutRequests, setting));
  if (aboutRequests) statements.push(...allDoneIn(sentence, index, topicWords, before));
  return { statements, topic: rest ?? topic };
}

/** Where the words right before a number begin: behind the last comma, colon or bracket. */
function leadStart(between: string): number {
  let start = 0;
  // `其他处理(含主动撤回)12件` (handled otherwise, with those withdrawn): a remark stands between words and number.
  const remark = between.endsWith(')') ? between.lastIndexOf('(') : -1;
  for (let i = (remark < 0 ? between.length : remark) - 1; i >= 0; i--) {
    if ('，。；：:(),;'.includes(between.charAt(i))) {
      start = i + 1;
      break;
    }
  }
  while (between.charAt(start) === '、' || between.charAt(start) === ' ') start++;
  return start;
}

interface Surroundings {
  readonly lead: string;
  readonly after: string;
  /** From the start of the sentence. */
  readonly clause: string;
  /** From the number before. */
  readonly between: string;
  readonly quantity: Quantity;
  readonly topic: Topic | undefined;
  readonly previous: Role | undefined;
  readonly aboutRequests: boolean;
}

/** A year that is not compared with (比, 较), counted from (从, 自) or carried from (年结转). */
const YEARS = /(?<![较比与同自从转至入到])(20\d\d)[ ]?年(?!度?(?:结转|转结|转入|接转))/g;

/** The last year that a clause is about; years that it only compares or carries from are none. */
function yearOf(clause: string): number | undefined {
  let year: number | undefined;
  for (const match of clause.matchAll(YEARS)) year = Number(match[1]);
  return year;
}

function subjectOf(words: Surroundings, setting: Setting): Subject | undefined {
  const { lead, after, quantity, topic } = words;
  if (quantity.unit === '%' || quantity.unit === '个百分点') return undefined;
  const money = /元$/.test(quantity.unit);
  if (topic === 'fee') return money && /收费/.test(lead) && !isElsewhere(words, setting) ? feeSubject : undefined;
  if (money || !COUNTED.has(quantity.unit)) return undefined;
  if (topic === 'requests' || topic === 'review' || topic === 'lawsuit') {
    const carried = carriedIn(lead, setting.year) ?? (CARRIED.test(lead) ? undefined : carriedIn(after, setting.year));
    if (carried !== undefined) return carried;
  }
  if (topic === 'review' || topic === 'lawsuit') return disputeOf(words, topic);
  if (topic === 'other' || topic === undefined || isElsewhere(words, setting)) return undefined;
  if (topic === 'normative' || topic === 'regulation') {
    const own = topic === 'regulation' || lead.includes('规范性文件');
    const part = words.clause.replace(/^.*[；。(]/, '');
    return documentSubject(own ? documentWords(lead, part) : words.between.replace(/^.*[；。(]/, ''), topic);
  }
  if (topic === 'decisions') return decisionSubject(lead);
  return requestSubject(lead, words.previous) ?? (endsInVerb(lead) ? undefined : requestSubject(after, words.previous));
}

/** Whether the words before a number say by themselves what it is, though nothing that is counted. */
function endsInVerb(lead: string): boolean {
  return lead.length > 8;
}

/** Numbers of others, of other times and of differences. */
function isElsewhere({ lead, after, clause, between }: Surroundings, setting: Setting): boolean {
  if (ELSEWHERE.test(lead) || /^(?:增长|增加|减少|下降)/.test(after)) return true;
  // Plans: of the words since the last full stop or semicolon.
  if (PLANNED.test(clause.replace(/^.*[。；]/, ''))) return true;
  // Half-year, quarter, over the years, since.
  if (/上半年|下半年|季度|历年|以来/.test(between)) return true;
  // Last year, unless carried over from it.
  if (/(?:上一?年度?|去年)(?!.{0,12}(?:结转|转结))/.test(lead)) return true;
  // A body in the lead is one of many whose numbers add up: `(市政府349件、某区120件)` (city 349, some district 120).
  if (/(?:政府|局|委|办|厅|县|区|市|乡|镇|街道|中心|公司)$/.test(lead)) return true;
  // The whole city: a number of the city's own report, of no department's, county's or province's.
  const whole = /全([省市县区州盟旗])/.exec(lead)?.[1];
  if (whole !== undefined && !setting.area.includes(whole)) return true;
  if (setting.area === '' ? /各[市县区]/.test(lead) : ONE_OF_MANY.test(lead)) return true;
  const year = yearOf(clause);
  return year !== undefined && setting.year !== undefined && year !== setting.year;
}

/**
 * One body of an area whose numbers are added up: `区政府办代表区政府受理申请17件` (the district's office took in 17 for it),
 * `县教育局受理5件`; not `各部门共受理` (all departments took in).
 */
const ONE_OF_MANY =
  /(?<!各|所有|全部)(?:政府办(?:公[厅室])?|[^各和及、]局|[^各和及、]厅|[^各和及、管]委|街道办事处|办公室)(?:代表[^，。；]{1,12})?(?:全年|本年度?|共|累计|直接)*(?:收到|受理|接收|接到|办理|办结|答复)/;

/** Carried over, in or on. */
const CARRIED = /结转|转结|转接|接转|转入|转下|顺延|延续/;

/** Requests carried from year to year, by direction; undefined where the words carry nothing. */
function carriedIn(words: string, year: number | undefined): Subject | undefined {
  if (!CARRIED.test(words) && !/下一?年度?继续/.test(words)) return undefined;
  // `除上年结转外，新收到申请47件` (besides those carried in, 47 new): what was carried is not what is counted.
  if (/(?:结转|转结|接转|转入).*(?:收到|受理|新收|接收)/.test(words)) return undefined;
  if (/下一?年|次年|翌年|明年/.test(words)) return carriedOutSubject;
  if (/上一?年|去年|往年/.test(words)) return carriedInSubject;
  const named = /(20\d\d)[ ]?年/.exec(words);
  if (named === null || year === undefined) return carriedSubject;
  return Number(named[1]) > year ? carriedOutSubject : carriedInSubject;
}

function disputeOf(
  { lead, after, clause, quantity, previous, aboutRequests }: Surroundings,
  topic: 'review' | 'lawsuit',
) {
  if (ELSEWHERE.test(lead) && !/发生|引发|引起|增加行政/.test(lead)) return undefined;
  const part = clause.replace(/^.*[；;]/, '');
  const own = /信息公开|引发|引起|被申请|被提起|被诉/.test(part);
  const bound = own || (aboutRequests && !DISPUTES_OF_OTHERS.test(part));
  if (!bound || !COUNTED.has(quantity.unit)) return undefined;
  if (/备案|统计/.test(part)) return undefined;
  const isPart = previous === 'disputeResult' || (previous !== undefined && isDispute(previous));
  const subject = disputeSubject(lead, topic) ?? disputeSubject(after, topic);
  return subject?.role === 'disputeResult' && !isPart && !/复议|诉讼/.test(lead) ? undefined : subject;
}

/** The result that stands behind the number of disputes without a number of its own; 均 speaks of all disputes before. */
function resultBehind(statements: readonly Statement[], text: string, sentence: number): Statement[] {
  const last = statements[statements.length - 1];
  if (last === undefined || last.quantity === undefined || last.value === 0) return [];
  const { role, of } = last.subject;
  if (!isDispute(role) || of !== undefined) return [];
  const match = RESULT_BEHIND.exec(text.slice(last.quantity.end, last.quantity.end + 24));
  const words = match?.groups?.words;
  if (match === null || words === undefined || /^\d/.test(text.slice(last.quantity.end + match[0].length))) return [];
  const from = last.quantity.end + match[0].length - words.length;
  const to = from + words.length;
  const heads = /均|皆|都|全部/.test(match[0])
    ? statements.filter((other) => other.sentence === sentence && isDispute(other.subject.role) && other.value > 0)
    : [last];
  return heads.flatMap((head) => {
    const kind = head.subject.role === 'lawsuit' ? 'lawsuit' : 'review';
    const closed = CLOSED.test(words);
    const subject = closed ? pendingSubject(kind) : disputeSubject(words, kind);
    if (subject === undefined) return [];
    return [{ text, subject, value: closed ? 0 : head.value, quantity: undefined, from, to, sentence }];
  });
}

const ALL_OF_ONE_KIND = /^[，、(]?(?:均|皆|全部|都)(?:为|是|系|由)?(?<words>自然人|商业企业|科研机构|法律服务机构)/;

/** That all requests are of one kind of applicant, right behind their number: `7件，皆为自然人申请` (all by persons). */
function allOfOneKind(statements: readonly Statement[], text: string, sentence: number): Statement[] {
  const last = statements[statements.length - 1];
  if (last?.quantity === undefined || (last.subject.role !== 'received' && last.subject.role !== 'handled')) return [];
  const match = ALL_OF_ONE_KIND.exec(text.slice(last.quantity.end, last.quantity.end + 24));
  const words = match?.groups?.words;
  const subject = words === undefined ? undefined : requestSubject(words, undefined);
  if (match === null || words === undefined || subject === undefined) return [];
  const to = last.quantity.end + match[0].length;
  const { value } = last;
  return [{ text, subject, value, quantity: undefined, from: to - words.length, to, sentence }];
}

/** What a sentence says there is none of. */
function zeroesIn(sentence: Sentence, index: number, aboutRequests: boolean, setting: Setting): Statement[] {
  const { from, to } = sentence;
  const text = sentence.text.slice(from, to);
  if (!/[未无]|没有/.test(text)) return [];
  const year = yearOf(text);
  if (year !== undefined && setting.year !== undefined && year !== setting.year) return [];
  return zeroes.flatMap(([pattern, subjects]) =>
    [...text.matchAll(pattern)].flatMap((match) =>
      subjects
        .filter(({ role, of: kind }) => {
          const of = role === 'disputeResult' ? kind : role;
          if (of === 'review') return match[0].includes('复议') && aboutRequests;
          if (of === 'lawsuit') return /诉讼|起诉/.test(match[0]) && aboutRequests;
          return role === 'document' || aboutRequests;
        })
        .map((subject) => ({
          text: sentence.text,
          subject,
          value: 0,
          quantity: undefined,
          from: from + match.index,
          to: from + match.index + match[0].length,
          sentence: index,
        })),
    ),
  );
}

/** Without such a word nothing is done, in whatever form. */
const DONE = /办结|理完|完成/;
/** Besides; carried on to the next year, or to one that is named: then not all are said to be done. */
const LEFT_OVER =
  /除|以外|之外|其余|(?:结转|转结|转接|转入|顺延|延续)(?!上)[^，。；上]{0,4}(?:下|次|20\d\d)|转下|(?<!年度?)(?:结转|转结)\s?\d/;

/** That all requests are done, where the sentence neither speaks of other things nor of requests that are left. */
function allDoneIn(
  { text: whole, from, to }: Sentence,
  sentence: number,
  topicWords: readonly TopicWord[],
  before: Topic | undefined,
): Statement[] {
  const text = whole.slice(from, to);
  if (!DONE.test(text) || LEFT_OVER.test(text)) return [];
  return [...text.matchAll(ALL_DONE)].flatMap(({ 0: words, index }) => {
    const at = from + index;
    if ((topicIn(topicWords, from, at) ?? before) !== 'requests') return [];
    const place = { from: at, to: at + words.length };
    return [{ text: whole, subject: allDoneSubject, value: 0, quantity: undefined, ...place, sentence }];
  });
}
