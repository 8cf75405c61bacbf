import { applicantFigures, disputeFigures, type Figure, figures, resultFigure } from './figures.ts';

/**
 * The words that bind a number of running text to the tables. Source: sentences of published reports (RY2019–2025).
 * All patterns are matched against a few words before or behind a number, with digits and brackets in narrow form.
 */

/** What a sentence is about. `other`: mail, publications and whatever else is counted, but stands in no table. */
export type Topic = 'requests' | 'review' | 'lawsuit' | 'normative' | 'regulation' | 'fee' | 'decisions' | 'other';

/** The part that a number plays among the numbers around it. */
export type Role =
  | 'received'
  | 'handled'
  | 'done'
  | 'carriedIn'
  | 'carriedOut'
  | 'applicant'
  | 'channel'
  | 'result'
  | 'withdrawn'
  | 'review'
  | 'lawsuit'
  | 'disputeResult'
  | 'document'
  | 'fee'
  | 'decision';

/** What a number is said of. */
export interface Subject {
  readonly role: Role;
  /** Which kind of its role: an applicant column, a result of table 4. */
  readonly of?: string;
  /** What it is in the tables, the likeliest first; none where no cell holds it. */
  readonly figures: readonly Figure[];
  /** It is one of several that the cell holds: not more, perhaps less. */
  readonly atMost?: true;
  /** The words say it loosely: a difference is worth a hint only. */
  readonly loose?: true;
  /** It may have been counted in another way than the table's: a difference is said only where a number beside it agrees. */
  readonly unsure?: true;
}

/** A pattern with what it says. */
export type WordPattern<T> = readonly [pattern: RegExp, meaning: T];

/**
 * Words by which a sentence takes up a topic, a named group for each; the last one before a number counts. `other` are
 * messages, mailboxes, hotlines, proposals, meetings, gazettes, articles, visits to websites. 公开…申请 (application for
 * disclosure) is about requests, 公开栏 (notice board) and 申请人 (applicant) are not.
 */
export const TOPICS =
  /(?<requests>信息公开申请|依申请|申请公开|公开(?!栏|网|专栏|平台|工作)[^，。；、:()]{0,12}申请(?!人))|(?<review>复议)|(?<lawsuit>诉讼|起诉)|(?<normative>规范性文件)|(?<regulation>规章(?!制度))|(?<fee>行政事业性收费)|(?<decisions>行政(?:许可|处罚|强制))|(?<other>留言|来信|来电|信箱|信件|热线|12345|咨询|提案|建议|舆情|问政|网民|(?<!公开)诉求|意见|会议|培训|发布会|公报|稿件|解读|公文|议案|工单|来访|督办|信访(?!举报|投诉|类|、举报|[^，。；]{0,10}不予处理)|投诉(?!类|举报)|举报(?!投诉|类)|发布|推送|编发|转载|刊登|访问|点击|浏览|阅读|主动公开|政策文件|案例|信息处理费|(?<!申请|同意|准予|予以)公开信息|条信息|事项清单)/g;

/**
 * Numbers that are no number of the year's own requests: of others (helping, on behalf of, subordinate, other units),
 * of other times (half-year, quarter, over the years), of differences (year on year, than, more, less, on average).
 */
export const ELSEWHERE =
  /协助|代办|转办|代为|同比|环比|同期|较|相比|比上|增长|增加|减少|下降|上升|增幅|降幅|平均|日均|人均|每[年月日]|历年|上半年|下半年|季度|全系统|系统内|下属|所属|其他单位|各部门|名义/;

/** Words for the results in table 3; the first that fits counts: reasons stand before the groups that they are in. */
const RESULTS: readonly WordPattern<readonly Figure[]>[] = [
  [/予以?公开\(?(?:及|和|、|与|或|含|包括)\)?部分公开|公开(?:及|和|或)部分公开/, figures.grantedOrPartial],
  [/部分公开/, figures.partial],
  [/国家秘密/, resultFigure('withheld.1')],
  [/法律[、，]?(?:行政)?法规(?:规定)?禁止/, resultFigure('withheld.2')],
  [/三安全一稳定/, resultFigure('withheld.3')],
  [/第三方|商业秘密|个人隐私/, resultFigure('withheld.4')],
  [/内部事务/, resultFigure('withheld.5')],
  [/过程性/, resultFigure('withheld.6')],
  [/执法案卷/, resultFigure('withheld.7')],
  [/行政查询|查询事项/, resultFigure('withheld.8')],
  [/不掌握|不属于本(?:机关|单位|部门|局)|非本(?:机关|单位|部门|局)/, resultFigure('unavailable.1')],
  [/没有现成|无现成|另行制作/, resultFigure('unavailable.2')],
  [/补正后/, resultFigure('unavailable.3')],
  [/(?:信访|举报|投诉)[^，。；]{0,6}类/, resultFigure('unprocessed.1')],
  [/大量反复|反复申请/, resultFigure('unprocessed.4')],
  [/重复申请/, resultFigure('unprocessed.2')],
  [/公开出版物/, resultFigure('unprocessed.3')],
  [/重新出具|要求(?:行政机关)?确认/, resultFigure('unprocessed.5')],
  [/(?:逾期|未按期|未在?规定期限内?)[不未]?[^，。；]{0,4}补正/, resultFigure('other.1')],
  [/(?:逾期|未按期)[不未]?[^，。；]{0,10}(?:缴纳?费|缴纳)/, resultFigure('other.2')],
  [/不予公开|不公开|未予公开/, figures.withheld],
  [/无法提供/, figures.unavailable],
  [/不予处理/, figures.unprocessed],
  [/其[他它](?:方式)?处理/, figures.other],
  [/(?<![不未])予以?公开|同意公开|准予公开|全部公开/, figures.granted],
];

/** Numbers of plans, not of results: `计划制发`, `预计收到` (expected), `明年`, `下一年度` (next year). */
export const PLANNED =
  /计划(?=[^，。；]{0,2}[制办收新废发开完])|拟(?=[制办收新废])|预计|力争|明年|下一?年度?(?=[^，。；]{0,6}[制收新废发])/;

/** Groups of results with the words for them: a row named together with its group may stand for the whole group. */
const GROUPS: readonly WordPattern<readonly Figure[]>[] = [
  [/不予公开/, figures.withheld],
  [/无法提供/, figures.unavailable],
  [/不予处理/, figures.unprocessed],
  [/其[他它]处理/, figures.other],
];

/** Words for the columns of table 3; 企业 (companies) is none in 企业信息 (information on companies). */
const APPLICANTS: readonly WordPattern<string>[] = [
  [/商业企业|企业(?!信)/, 'commercial'],
  [/科研机构|科研单位/, 'research'],
  [/公益组织/, 'publicInterest'],
  [/法律服务机构|律师事务所/, 'legalService'],
  [/其[他它]法人|(?<![或和及、与])其[他它]组织/, 'other'],
  [/法人/, 'organisation'],
  [/自然人|个人申请|公民(?:个人)?申请/, 'natural'],
];

/** Ways in which requests come in (network, mail, fax, in person, counter …): no table has them, but they add up. */
const CHANNEL =
  /网络|线上|在线|网上|网站|邮件|邮箱|信函|邮寄|邮政|快递|当面|现场|线下|窗口|传真|平台|来函|书面申请|纸质/;

/** Received, accepted. */
const TAKEN_IN = /收到|接到|接收|受理|收悉|收件|收取/;
/** Done, answered, handled to the end. */
const FINISHED = /办结|答复|回复|办理完|完成办理|完成答复|处理完|已(?:全部)?办理/;

/** What is said of requests by the words next to a number; the applicants' figures depend on the head and come later. */
export function requestSubject(words: string, previous: Role | undefined): Subject | undefined {
  const leaf = RESULTS.find(([pattern]) => pattern.test(words))?.[1];
  if (leaf !== undefined) return { role: 'result', figures: withGroup(leaf, words) };
  if (/撤回|撤销|主动撤|自行撤/.test(words)) return { role: 'withdrawn', figures: figures.otherResult, atMost: true };
  // `其他1件` (others 1): of applicants or of results, as in what it goes on with.
  if (/^(?:均?为|属于?|以)?其[他它]$/.test(words)) {
    if (previous === 'applicant') return applicant('other');
    return previous === 'result' || previous === 'done' ? { role: 'result', figures: figures.otherResult } : undefined;
  }
  const kinds = APPLICANTS.filter(([pattern]) => pattern.test(words));
  // `公民、法人或其他组织提出申请15件` (citizens, legal persons or others made 15) names everyone who may apply.
  const everyone = /(?:公民|自然人|个人).*法人/.test(words);
  if (kinds.length > 0 && !everyone) return applicant(kinds[0]?.[1] ?? 'natural');
  if (CHANNEL.test(words) && !TAKEN_IN.test(words) && !FINISHED.test(words)) return { role: 'channel', figures: [] };
  if (/新收|新接|新受理|本年新/.test(words)) return { role: 'received', figures: figures.newRequests };
  if (/收办|(?:收到|受理|接收)(?:和|并|及|、)?(?:办理|处理)/.test(words))
    return { role: 'handled', figures: figures.handled };
  if (TAKEN_IN.test(words)) {
    return { role: 'received', figures: figures.received, ...(CHANNEL.test(words) && { of: 'channel' }) };
  }
  if (FINISHED.test(words)) return { role: 'done', figures: figures.done };
  if (/办理|处理|承办/.test(words)) return { role: 'handled', figures: figures.handled };
  // `政府信息公开申请15件` (requests, 15): no verb says whether they were received or handled.
  if (/(?:信息公开|公开|依)申请(?:公开(?:政府)?(?:信息)?)?(?:件|数量?|总量|总数|事项|案件|共计?|为|的)*$/.test(words))
    return { role: 'received', figures: figures.handled };
  return undefined;
}

function applicant(kind: string): Subject {
  return { role: 'applicant', of: kind, figures: applicantFigures(kind, 'handled') };
}

/** A row's figure; together with the words for its group that of the group too, and alone if there are other reasons. */
function withGroup(leaf: readonly Figure[], words: string): readonly Figure[] {
  const group = GROUPS.find(([pattern]) => pattern.test(words))?.[1];
  if (group === undefined || group === leaf || leaf === figures.grantedOrPartial || leaf === figures.partial)
    return leaf;
  return /等/.test(words) ? group : [...leaf, ...group];
}

/** Words for the results in table 4: upheld, corrected, other, withdrawn or ended, pending. */
const DISPUTE_RESULTS: readonly WordPattern<{ readonly column: string; readonly atMost?: true }>[] = [
  [/维持/, { column: 'upheld' }],
  [/纠正/, { column: 'corrected' }],
  [/其[他它]结果|其[他它]$/, { column: 'other' }],
  [/撤诉|撤回|撤销.{0,6}(?:复议|诉讼|申请|起诉)|终止/, { column: 'other', atMost: true }],
  [/未审结|正在(?:审理|办理)|审理中|未办结|未结案|未结|待审/, { column: 'pending' }],
];

/**
 * Disputes in which the body is the judge (hears, accepts, handles, guides), appears for others, or of which it only
 * keeps count (files, statistics).
 */
export const DISPUTES_OF_OTHERS =
  /备案|统计|(?<!在)审理(?!中)|受理|(?<!未)办理|承办|(?<!未)审结|指导|开庭|应诉|出庭|代理|收案|立案|法律顾问/;

/** What is said of disputes by the words next to a number. */
export function disputeSubject(words: string, kind: 'review' | 'lawsuit'): Subject | undefined {
  const result = DISPUTE_RESULTS.find(([pattern]) => pattern.test(words))?.[1];
  if (result !== undefined) {
    return {
      role: 'disputeResult',
      of: kind,
      figures: disputeFigures(kind, result.column),
      ...(result.atMost && { atMost: true }),
    };
  }
  if (/复议后/.test(words)) return { role: 'lawsuit', of: 'part', figures: figures.lawsuitsAfterReview };
  if (/直接(?:起诉|提起)|未经复议/.test(words)) return { role: 'lawsuit', of: 'part', figures: figures.directLawsuits };
  const review = /复议/.test(words);
  const lawsuit = /诉讼|起诉/.test(words);
  if (review && lawsuit) return { role: 'review', of: 'both', figures: figures.disputes };
  if (review) return { role: 'review', figures: figures.reviews };
  return lawsuit ? { role: 'lawsuit', figures: figures.lawsuits } : undefined;
}

/**
 * Results without a number of their own, right behind the number of disputes: `1起，结果维持` (1 case, upheld),
 * `2件，均获维持` (2, all upheld), `3件，均已审结` (3, all closed).
 */
export const RESULT_BEHIND =
  /^(?:案件)?[，、(]?(?:复议|诉讼|审理)?(?:以上|上述)?(?:案件|结果|均|皆|都|全部|已|被|为|是|系|获得?|得到|予以|依法|按期)*(?<words>(?:结果)?维持|(?:结果)?纠正|其[他它]结果|尚?未审结|正在(?:审理|办理)|(?:审|办)结|结案)/;

/** That disputes are closed: none is pending. */
export const CLOSED = /^(?:审结|办结|结案)$/;

/** Disputes of a kind that are pending, none of which is left where all are closed. */
export function pendingSubject(kind: 'review' | 'lawsuit'): Subject {
  return { role: 'disputeResult', of: kind, figures: disputeFigures(kind, 'pending') };
}

/** What is done with documents; the last such word before a number tells what was counted. */
const DOCUMENT_VERBS =
  /解读|备案|审查|审核|评估|汇编|征求|报送|制发|制定|出台|印发|制作|废止|失效|修改|修订|清理|有效|运行|主动公开|公开|公布|发布|刊登/g;

/**
 * The words of a document's number from what was done with it on, which may be said once for several:
 * `制发规章2件、行政规范性文件5件` (2 rules, 5 normative documents were made).
 * @param lead the words right before the number
 * @param part what stands before it back to the last full stop or semicolon
 */
export function documentWords(lead: string, part: string): string {
  DOCUMENT_VERBS.lastIndex = 0;
  if (DOCUMENT_VERBS.test(lead)) return lead;
  const last = [...part.matchAll(DOCUMENT_VERBS)].pop();
  // Behind other numbers it is no list of documents any more: `发布信息393件，其中规范性文件类13件`.
  return last === undefined || /信息[^，、。；]{0,3}\d|(?:类|信息)$/.test(part.slice(last.index))
    ? lead
    : part.slice(last.index);
}

/** What is said of 行政规范性文件 and 规章 by the words before a number. */
export function documentSubject(words: string, topic: 'normative' | 'regulation'): Subject | undefined {
  const regulation = topic === 'regulation';
  if (regulation && !words.includes('规章')) return undefined;
  const of = (figure: readonly Figure[], how: 'loose' | 'unsure' | undefined = undefined): Subject => ({
    role: 'document',
    figures: figure,
    ...(how !== undefined && { loose: true }),
    ...(how === 'unsure' && { unsure: true }),
  });
  // Explained, filed, examined, reviewed, compiled: documents of any kind, not those of the table; nor items on them.
  if (/解读|备案|审查|审核|评估|汇编|条款|征求|报送|刊登|文件(?:类|信息)|规章(?:类|信息|[和、及]规范)/.test(words))
    return undefined;
  if (/现行有效|继续有效|在运行|目前有效|有效/.test(words))
    return of(regulation ? figures.regulationInForce : figures.normativeInForce);
  if (/废止/.test(words)) return of(regulation ? figures.regulationRepealed : figures.normativeRepealed);
  // Lapsed, amended, cleaned up: no cell holds them.
  if (/失效|修改|修订|清理/.test(words)) return undefined;
  if (/制发|制定|出台|印发|制作/.test(words)) return of(regulation ? figures.regulationMade : figures.normativeMade);
  if (/主动公开|公布/.test(words))
    return of(regulation ? figures.regulationPublished : figures.normativePublished, 'unsure');
  if (regulation) return undefined;
  return /发布/.test(words) ? of(figures.normativePublished, 'loose') : undefined;
}

/** What is said of decisions: only decisions or cases handled, never items or publications. */
export function decisionSubject(words: string): Subject | undefined {
  if (!/决定|办件/.test(words) || /公开|公示|发布|信息|事项|推送/.test(words)) return undefined;
  const figure = /许可/.test(words) ? figures.licensing : /处罚/.test(words) ? figures.penalty : figures.coercion;
  return { role: 'decision', figures: figure };
}

/** What the fees of the year are; the number must be an amount of money. */
export const feeSubject: Subject = { role: 'fee', figures: figures.fee };

export const carriedInSubject: Subject = { role: 'carriedIn', figures: figures.carriedIn };
export const carriedOutSubject: Subject = { role: 'carriedOut', figures: figures.carriedOut };
/** `结转N件` (N carried over), of which the direction is not said. */
export const carriedSubject: Subject = { role: 'carriedOut', figures: figures.carried };

/** `均已办结`, `已全部办理完毕`, `均按要求办理完成` (all are done): said of all requests, it says that none is carried out. */
export const ALL_DONE =
  /(?:均|全部|都)(?:已|得到|能|予以)?(?:经)?(?:全部|按[期时]|按(?:要求|规定)|依法(?:依规)?|依规|及时|如期|妥善)*(?:在[^，。；]{0,10}内)?(?:办结|办理完[毕成结]|处理完[毕成]|完成办理)/g;

/** What `均已办结` says; a difference is worth a hint: some mean those that were due. */
export const allDoneSubject: Subject = { role: 'carriedOut', figures: figures.carriedOut, loose: true };

/** A number of zero in words: pattern and what it says is none. */
export const zeroes: readonly WordPattern<readonly Subject[]>[] = [
  [
    // `未收到政府信息公开申请`, `没有接到依申请公开申请`, `未收到公民提出的公开政府信息申请` (no request was received),
    // `无依申请公开事项` (no such matter)
    /(?:未|没有|无)(?!正当|法|需|关)(?:曾|有|再)?(?:收到|接到|受理|接收|收悉|产生|发生)?(?:过|任何|有关|相关|公众|群众|社会|公民|法人|自然人|个人|企业|其他组织|申请人|提出|提交|递交|要求|书面|对|关于|的|、|和|或|及)*(?:(?:政府)?信息(?:依申请)?公开(?:的)?(?:书面)?申请(?:公开)?(?:件|事项|情况)?|依申请公开(?:政府)?(?:信息)?(?:的)?(?:申请|事项|件|情况)*|公开(?:政府)?信息(?:的)?(?:书面)?申请(?:件|事项)?|申请公开(?:政府)?信息(?:的)?(?:申请|事项|件|情况)*)(?=[，。；、:().]|$|和|及|的)/g,
    [{ role: 'received', figures: figures.newRequests }],
  ],
  [
    // `未发生因政府信息公开引起的行政复议、行政诉讼` (no review and no lawsuit was caused by open information)
    /(?:未|没有|无)(?!经)(?:发生|产生|引发|引起|收到|接到|出现|存在|涉及|有|被|因)?[^，。；:复诉]{0,36}?(?:复议(?:申请)?(?:(?:、|和|及|或|与|以及|，)(?:提起|未发生|无)?(?:行政)?(?:诉讼|起诉))?|行政诉讼|诉讼)(?:案件|事项|情况|的)*(?=[，。；、:().]|$|和|及|或|等|情形)(?![^，。；]{0,10}(?:纠正|败诉|撤销|错误))/g,
    [
      { role: 'review', figures: figures.reviews },
      { role: 'lawsuit', figures: figures.lawsuits },
    ],
  ],
  [
    // `未发生被行政复议纠错、行政诉讼败诉的情形` (no decision was corrected in review, no lawsuit was lost)
    /(?:未|没有|无)(?:发生|出现|存在|产生)?[^，。；:复诉]{0,30}(?:复议|诉讼)[^，。；维]{0,6}(?:纠错|纠正|败诉)(?:[、或和及](?:行政)?(?:复议|诉讼)[^，。；维]{0,6}(?:纠错|纠正|败诉))?/g,
    [
      { role: 'disputeResult', of: 'review', figures: disputeFigures('review', 'corrected') },
      { role: 'disputeResult', of: 'lawsuit', figures: disputeFigures('lawsuit', 'corrected') },
    ],
  ],
  [
    // `未制发行政规范性文件` (no normative document was made)
    /(?:未|没有|无)(?:新)?(?:制发|制定|出台|印发)[^，。；、]{0,8}规范性文件/g,
    [{ role: 'document', figures: figures.normativeMade }],
  ],
  // `无上年结转` (none carried in)
  [/(?:无|没有)上一?年度?(?:结转|转结)|(?:无|没有)(?:结转|转结)上一?年度?/g, [carriedInSubject]],
  // `无结转`, `没有需下年度结转的` (none carried out); not 无结转费 (no fee)
  [/(?:无|没有|未)(?:需|须)?(?:下一?年度?)?(?:结转|转结)(?!上|费)/g, [carriedOutSubject]],
];
