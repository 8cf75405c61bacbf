/** A text of 总体情况 and the tables that go with it. Bodies, figures and sentences are invented. */
export interface Case {
  /** Number of the pattern or trap in the list that the cases follow. */
  readonly of: number;
  readonly about: string;
  /** Numbers that words bind to the tables stand between ⟦ and ⟧; all others must stay unbound. */
  readonly text: string;
  /** Values by `row/column`, of table 4 by `group.column`; all others are 0. */
  readonly cells?: Readonly<Record<string, number | string>>;
  readonly year?: number;
  readonly body?: string;
  /** The numbers are rounded: bound, but not judged. */
  readonly rounded?: boolean;
  /** Texts that are wrong by themselves or with the same tables, the places of the findings marked. */
  readonly wrong?: readonly string[];
}

/** Cells of table 3 in its column 总计, and of its applicants: all natural persons unless given. */
function requests(totals: Readonly<Record<string, number>>, others: Readonly<Record<string, number>> = {}) {
  const cells: Record<string, number> = {};
  for (const [row, value] of Object.entries(totals)) {
    cells[`${row}/total`] = value;
    if (!Object.keys(others).some((key) => key.startsWith(`${row}/`))) cells[`${row}/natural`] = value;
  }
  return { ...cells, ...others };
}

export const sentences: readonly Case[] = [
  {
    of: 1,
    about: 'received and handled, with those carried in, split by applicants',
    text: '（二）依申请公开。本年共收到和办理信息公开申请⟦102⟧件，其中自然人提出⟦92⟧件，法人或其他组织提出⟦5⟧件，上年结转⟦5⟧件。',
    cells: requests(
      { new: 97, carriedIn: 5, total: 95, carriedOut: 7 },
      { 'new/natural': 92, 'new/commercial': 3, 'new/research': 1, 'new/legalService': 1, 'carriedIn/natural': 5 },
    ),
    wrong: [
      '（二）依申请公开。本年共收到和办理信息公开申请⟦101⟧件，其中自然人提出92件，法人或其他组织提出5件，上年结转5件。',
    ],
  },
  {
    of: 2,
    about: "results of handling, 'and other reasons', carried to next year",
    text: '（二）依申请公开。从办理结果看，予以公开⟦44⟧件，不予公开⟦2⟧件，由于本机关不掌握等原因无法提供⟦47⟧件，不予处理⟦2⟧件，转下一年继续办理⟦7⟧件。',
    cells: requests({
      granted: 44,
      'withheld.4': 1,
      'withheld.6': 1,
      'unavailable.1': 41,
      'unavailable.2': 6,
      'unprocessed.1': 2,
      total: 95,
      carriedOut: 7,
    }),
  },
  {
    of: 3,
    about: 'one review, result upheld',
    text: '（二）依申请公开。涉及信息公开的行政复议⟦1⟧起，结果维持。',
    cells: { 'review.upheld': 1, 'review.total': 1 },
    wrong: ['（二）依申请公开。涉及信息公开的行政复议1起，结果⟦纠正⟧。'],
  },
  {
    of: 4,
    about: 'a request over the network, not held by this body',
    text: '（二）依申请公开。到年底，我局收到公民要求公开信息的网络申请⟦2⟧件，均已答复，其中不属于本机关掌握、无法提供⟦2⟧件。',
    cells: requests({ new: 2, 'unavailable.1': 2, total: 2 }),
  },
  {
    of: 5,
    about: 'no request, no review, no lawsuit came in',
    text: '（二）依申请公开。全年没有接到依申请公开申请，也未接到信息公开方面的行政复议、行政诉讼。',
    wrong: [],
  },
  {
    of: 6,
    about: 'cases received and handled, by applicants',
    text: '（二）依申请公开。本年度共收办政府信息公开申请案件⟦3607⟧件，其中自然人申请⟦3493⟧件，法人或其他组织申请⟦114⟧件。',
    cells: requests(
      { new: 3511, carriedIn: 96, total: 3486, carriedOut: 121 },
      {
        'new/natural': 3402,
        'carriedIn/natural': 91,
        'new/commercial': 60,
        'new/publicInterest': 49,
        'carriedIn/commercial': 5,
      },
    ),
  },
  {
    of: 7,
    about: 'results, each the sum of its group, carried to next year',
    text: '（二）依申请公开。对申请作出的处理为：不予公开⟦142⟧件、无法提供⟦1078⟧件、不予处理⟦406⟧件、作其他处理（含主动撤回）⟦341⟧件、转下年度办理⟦121⟧件。',
    cells: requests({
      'withheld.1': 42,
      'withheld.7': 100,
      'unavailable.1': 1000,
      'unavailable.3': 78,
      'unprocessed.2': 406,
      'other.1': 41,
      'other.3': 300,
      carriedOut: 121,
    }),
  },
  {
    of: 8,
    about: 'received and handled, year on year, two of the results',
    text: '（二）依申请公开。收办信息公开申请⟦3646⟧件，同比增长1.05%，其中，予以公开⟦1431⟧件、部分公开⟦471⟧件。',
    cells: requests({ new: 3525, carriedIn: 121, granted: 1431, partial: 471 }),
  },
  {
    of: 9,
    about: 'handled in all, newly received, carried in, all but those carried out',
    text: '（二）依申请公开。全年累计处理依申请公开⟦92⟧件，其中，本年度新接收⟦91⟧件，2023年结转办理⟦1⟧件。除⟦4⟧件转结2025年办理以外，其余全部按期办结。',
    cells: requests({ new: 91, carriedIn: 1, total: 88, carriedOut: 4 }),
  },
  {
    of: 10,
    about: 'received, answered, including those carried in',
    text: '（二）依申请公开。共收到政府信息公开申请⟦1499⟧件，共完成申请答复⟦1453⟧件，包括上年结转办理的⟦30⟧件。',
    cells: requests({ new: 1499, carriedIn: 30, total: 1453, carriedOut: 76 }),
  },
  {
    of: 11,
    about: 'done including those carried in, six results',
    text: '（二）依申请公开。收到信息公开申请⟦176⟧件，办结⟦177⟧件（含2023年结转的⟦3⟧件），其中予以公开⟦60⟧件，部分公开⟦51⟧件，不予公开⟦4⟧件，无法提供⟦31⟧件，不予处理⟦2⟧件，其他处理⟦29⟧件。',
    cells: requests({
      new: 176,
      carriedIn: 3,
      granted: 60,
      partial: 51,
      'withheld.2': 4,
      'unavailable.1': 31,
      'unprocessed.2': 2,
      'other.3': 29,
      total: 177,
      carriedOut: 2,
    }),
  },
  {
    of: 12,
    about: 'done with its parts; carried out stands outside the sum',
    text: '（二）依申请公开。共办结申请⟦733⟧件，其中予以公开⟦238⟧件，其他处理⟦76⟧件，转接下年度办理⟦45⟧件。',
    cells: requests({ granted: 238, 'other.1': 70, 'other.2': 6, total: 733, carriedOut: 45 }),
  },
  {
    of: 13,
    about: 'newly received, plus carried in, handled in all',
    text: '（二）依申请公开。全市新收信息公开申请⟦1541⟧件，加上上年结转的，除去依法结转下年度办理的，共办理申请⟦1527⟧件。',
    body: '云川市人民政府',
    cells: requests({ new: 1541, carriedIn: 30, total: 1527, carriedOut: 44 }),
  },
  {
    of: 14,
    about: 'reviews and lawsuits that were caused',
    text: '（二）依申请公开。由政府信息公开引起的行政复议⟦93⟧件，行政诉讼⟦19⟧件。',
    cells: { 'review.total': 93, 'direct.total': 12, 'afterReview.total': 7 },
  },
  {
    of: 15,
    about: 'newly received, answered, carried out to next year',
    text: '（二）依申请公开。本年新收到申请⟦42⟧件，按期答复申请人⟦39⟧件，结转下年度继续办理⟦3⟧件。',
    cells: requests({ new: 42, total: 39, carriedOut: 3 }),
  },
  {
    of: 16,
    about: 'accepted, carried over from last year, done, carried to next year',
    text: '（二）依申请公开。共受理信息公开申请⟦452⟧件，结转上年⟦9⟧件，按时办结⟦454⟧件，结转下年继续办理⟦7⟧件。',
    cells: requests({ new: 452, carriedIn: 9, total: 454, carriedOut: 7 }),
  },
  {
    of: 17,
    about: 'granted and partial together, with a percentage',
    text: '（二）依申请公开。办结⟦454⟧件，其中予以公开及部分公开⟦245⟧件，占54%；不予公开⟦39⟧件。',
    cells: requests({ granted: 200, partial: 45, 'withheld.3': 39, total: 454 }),
    wrong: ['（二）依申请公开。办结454件，其中予以公开及部分公开245件，占⟦45⟧%；不予公开39件。'],
  },
  {
    of: 18,
    about: 'done without those not corrected in time and those withdrawn',
    text: '（二）依申请公开。收到申请⟦75⟧件，按时办结⟦66⟧件，⟦5⟧件逾期未补正，⟦2⟧件撤销申请，结转下年⟦2⟧件。',
    cells: requests({ new: 75, 'other.1': 5, 'other.3': 2, total: 73, carriedOut: 2 }),
  },
  {
    of: 19,
    about: 'reviews and lawsuits each with results, one suit withdrawn',
    text: '（二）依申请公开。因信息公开发生行政复议⟦4⟧件，⟦3⟧件维持，⟦1⟧件撤诉；行政诉讼⟦2⟧件，⟦1⟧件维持，⟦1⟧件尚未审结。',
    cells: {
      'review.upheld': 3,
      'review.other': 1,
      'review.total': 4,
      'direct.upheld': 1,
      'direct.total': 1,
      'afterReview.pending': 1,
      'afterReview.total': 1,
    },
  },
  {
    of: 20,
    about: 'received, counted in copies, with each reason',
    text: '（二）依申请公开。共收到⟦8⟧份政府信息公开申请，其中予以公开⟦2⟧件，部分公开⟦2⟧件，属于过程性信息不予公开⟦1⟧件，本机关不掌握相关信息⟦2⟧件，其他⟦1⟧件。',
    cells: requests({ new: 8, granted: 2, partial: 2, 'withheld.6': 1, 'unavailable.1': 2, 'other.3': 1, total: 8 }),
  },
  {
    of: 21,
    about: 'received, carried in; the parts leave out those carried in',
    text: '（二）依申请公开。共接收政府信息公开申请⟦101⟧件，上年结转⟦1⟧件，其中自然人申请⟦100⟧件、法人或其他组织申请⟦1⟧件。',
    cells: requests(
      { new: 101, carriedIn: 1, total: 102 },
      { 'new/natural': 100, 'new/commercial': 1, 'carriedIn/natural': 1 },
    ),
  },
  {
    of: 22,
    about: 'accepted, done, two of the results',
    text: '（二）依申请公开。受理依申请公开⟦255⟧件，办结⟦255⟧件，其中予以公开⟦71⟧件、部分公开⟦5⟧件。',
    cells: requests({ new: 255, granted: 71, partial: 5, 'unavailable.1': 179, total: 255 }),
  },
  {
    of: 23,
    about: 'made and issued, repealed, in force',
    text: '（一）主动公开。制定发布行政规范性文件⟦4⟧件，清理废止文件⟦0⟧件，现行有效文件⟦20⟧件。',
    cells: { 'normative/made': 4, 'normative/inForce': 20 },
  },
  {
    of: 24,
    about: 'all natural persons, year on year, nothing carried out',
    text: '（二）依申请公开。本年受理信息公开申请⟦36⟧件（均为自然人提交），同比上升16.13%，办结⟦36⟧件，无结转2025年办理的申请。',
    cells: requests({ new: 36, total: 36 }, { 'new/natural': 36 }),
    wrong: [
      '（二）依申请公开。本年受理信息公开申请36件（均为⟦商业企业⟧提交），同比上升16.13%，办结36件，无结转2025年办理的申请。',
    ],
  },
  {
    of: 25,
    about: 'documents made, repealed, in force',
    text: '（一）主动公开。本年度制发行政规范性文件⟦2⟧件，废止行政规范性文件⟦10⟧件，现行有效件数⟦14⟧件。',
    cells: { 'normative/made': 2, 'normative/repealed': 10, 'normative/inForce': 14 },
  },
  {
    of: 26,
    about: 'documents counted by another word',
    text: '（一）主动公开。全年共制发行政规范性文件⟦6⟧个，废止行政规范性文件⟦6⟧个。',
    cells: { 'normative/made': 6, 'normative/repealed': 6, 'normative/inForce': 49 },
  },
  {
    of: 27,
    about: 'handled, done, carried out, a lawsuit after review',
    text: '（二）依申请公开。全年办理信息公开申请⟦61⟧件，办结⟦54⟧件，结转下一年办理⟦7⟧件，行政复议⟦7⟧件，复议后起诉⟦1⟧件。',
    cells: {
      ...requests({ new: 60, carriedIn: 1, total: 54, carriedOut: 7 }),
      'review.total': 7,
      'afterReview.total': 1,
    },
  },
  {
    of: 28,
    about: 'the number before its words, a review withdrawn',
    text: '（二）依申请公开。收到政府信息公开申请⟦20⟧件，⟦19⟧件已依法答复，⟦1⟧件结转下年。涉及行政复议案件⟦3⟧件，维持⟦1⟧件，纠正⟦1⟧件，撤销复议申请⟦1⟧件。',
    cells: {
      ...requests({ new: 20, total: 19, carriedOut: 1 }),
      'review.upheld': 1,
      'review.corrected': 1,
      'review.other': 1,
      'review.total': 3,
    },
  },
  {
    of: 29,
    about: 'online and offline, results of reviews',
    text: '（二）依申请公开。共收到政府信息公开申请⟦24⟧件，其中：线下申请15件，通过网站在线申请9件。被申请行政复议⟦3⟧件，⟦1⟧件结果维持，⟦2⟧件结果纠正。',
    cells: { ...requests({ new: 24, total: 24 }), 'review.upheld': 1, 'review.corrected': 2, 'review.total': 3 },
    wrong: [
      '（二）依申请公开。共收到政府信息公开申请⟦24⟧件，其中：线下申请15件，通过网站在线申请8件。被申请行政复议3件，1件结果维持，2件结果纠正。',
    ],
  },
  {
    of: 30,
    about: 'ended with another result',
    text: '（二）依申请公开。收到信息公开申请⟦21⟧件。信息公开行政复议案件⟦1⟧件，为其他结果；行政诉讼案件⟦1⟧件，为其他结果。',
    cells: {
      ...requests({ new: 21 }),
      'review.other': 1,
      'review.total': 1,
      'direct.other': 1,
      'direct.total': 1,
    },
  },
  {
    of: 31,
    about: 'one review, withdrawn and closed; no lawsuit',
    text: '（二）依申请公开。收到信息公开申请⟦5⟧件，行政复议⟦1⟧件（申请人撤回后结案）、行政诉讼⟦0⟧件。',
    cells: { ...requests({ new: 5, total: 5 }), 'review.other': 1, 'review.total': 1 },
  },
  {
    of: 32,
    about: 'no request, but reviews and lawsuits from earlier years, all upheld',
    text: '（二）依申请公开。本年度未收到政府信息公开申请。因2023年度信息公开答复引发行政复议⟦1⟧件、行政诉讼⟦2⟧件，均维持。',
    cells: { 'review.upheld': 1, 'review.total': 1, 'afterReview.upheld': 2, 'afterReview.total': 2 },
    wrong: [
      '（二）依申请公开。本年度收到政府信息公开申请⟦1⟧件。因2023年度信息公开答复引发行政复议1件、行政诉讼2件，均维持。',
    ],
  },
  {
    of: 33,
    about: 'received, answered, reviews, lawsuits',
    text: '（二）依申请公开。收到政府信息公开申请共⟦104⟧件，共答复申请人⟦104⟧件，发生行政复议⟦1⟧件、行政诉讼⟦0⟧件。',
    cells: { ...requests({ new: 104, total: 104 }), 'review.upheld': 1, 'review.total': 1 },
  },
  {
    of: 34,
    about: 'text and table do differ',
    text: '（二）依申请公开。共受理政府信息公开申请⟦3⟧件。',
    cells: requests({ new: 3, total: 3 }),
    wrong: ['（二）依申请公开。共受理政府信息公开申请⟦2⟧件。'],
  },
  {
    of: 35,
    about: 'all answered but those carried out',
    text: '（二）依申请公开。全区收到政府信息公开申请⟦85⟧件，除⟦2⟧件结转下年办理外，均在法定期限内答复。',
    body: '望江区人民政府',
    cells: requests({ new: 85, total: 83, carriedOut: 2 }),
  },
  {
    of: 36,
    about: 'handled to the end, none carried out, reviews happened',
    text: '（二）依申请公开。收到信息公开申请⟦42⟧件，共办理完成⟦42⟧件，结转下年办理⟦0⟧件；发生行政复议⟦8⟧件。',
    cells: { ...requests({ new: 42, total: 42 }), 'review.total': 8, 'review.upheld': 8 },
  },
  {
    of: 37,
    about: 'all of them natural persons',
    text: '（二）依申请公开。收到政府信息公开申请⟦7⟧件，皆为自然人申请，答复⟦7⟧件。',
    cells: requests({ new: 7, total: 7 }, { 'new/natural': 7 }),
  },
  {
    of: 38,
    about: 'one request, for what this body does not hold',
    text: '（二）依申请公开。收到政府信息公开申请⟦1⟧件，为本机关不掌握的政府信息。',
    cells: requests({ new: 1, 'unavailable.1': 1, total: 1 }),
  },
  {
    of: 39,
    about: 'applicants in brackets; fees in units of 10,000 yuan',
    text: '（二）依申请公开。收到信息公开申请⟦2⟧件（⟦1⟧件属自然人申请，⟦1⟧件属商业企业申请）。全年行政事业性收费共⟦47.10⟧万元。',
    cells: { ...requests({ new: 2 }, { 'new/natural': 1, 'new/commercial': 1 }), 'fee/amount': '47.1' },
  },
  {
    of: 40,
    about: 'items of fees and the amount of fees',
    text: '（一）主动公开。行政事业性收费1项，收费总额为⟦4.043⟧万元。',
    cells: { 'fee/amount': '4.043' },
  },
  {
    of: 41,
    about: 'online and offline, reviews applied for',
    text: '（二）依申请公开。收到政府信息公开申请⟦31⟧件，其中线上26件，线下5件，申请行政复议⟦3⟧件。',
    cells: { ...requests({ new: 31 }), 'review.total': 3 },
  },
  {
    of: 42,
    about: 'answered in time, none carried over, no review and no lawsuit',
    text: '（二）依申请公开。收到政府信息公开申请⟦1⟧件，已按期答复⟦1⟧件，无转结；信息公开行政复议⟦0⟧件，行政诉讼⟦0⟧件。',
    cells: requests({ new: 1, total: 1 }),
  },
  {
    of: 43,
    about: 'requests counted by another word',
    text: '（二）依申请公开。收到申请公开⟦21⟧条，办结⟦21⟧条。',
    cells: requests({ new: 21, total: 21 }),
  },
  {
    of: 44,
    about: 'documents issued',
    text: '（一）主动公开。全年发布规范性文件⟦4⟧件。',
    cells: { 'normative/made': 4 },
  },
  {
    of: 45,
    about: 'so many documents in force',
    text: '（一）主动公开。加强行政规范性文件管理，目前我区在运行的共⟦6⟧件。',
    cells: { 'normative/inForce': 6 },
  },
  {
    of: 46,
    about: 'still in force, repealed, declared lapsed',
    text: '（一）主动公开。清理后继续有效的行政规范性文件⟦66⟧件，废止行政规范性文件⟦6⟧件，宣布失效5件。',
    cells: { 'normative/inForce': 66, 'normative/repealed': 11 },
  },
  {
    of: 46,
    about: 'repealed without those that lapsed',
    text: '（一）主动公开。清理后继续有效的行政规范性文件⟦66⟧件，废止行政规范性文件⟦6⟧件，宣布失效5件。',
    cells: { 'normative/inForce': 66, 'normative/repealed': 6 },
  },
  {
    of: 47,
    about: 'a processing fee that is the sum of its payments',
    text: '（二）依申请公开。对3件申请收取信息处理费2230元（880+1080+270）。',
    wrong: ['（二）依申请公开。对3件申请收取信息处理费⟦2320⟧元（880+1080+270）。'],
  },
];

export const traps: readonly Case[] = [
  {
    of: 1,
    about: 'received, with or without those carried in',
    text: '（二）依申请公开。全年收到政府信息公开申请⟦46⟧件。',
    cells: requests({ new: 40, carriedIn: 6, total: 46 }),
    wrong: ['（二）依申请公开。全年收到政府信息公开申请⟦45⟧件。'],
  },
  {
    of: 1,
    about: 'received, without those carried in',
    text: '（二）依申请公开。全年收到政府信息公开申请⟦40⟧件。',
    cells: requests({ new: 40, carriedIn: 6, total: 46 }),
  },
  {
    of: 2,
    about: 'parts of a whole that includes those carried in',
    text: '（二）依申请公开。全年收到申请⟦9⟧件，上年结转⟦1⟧件，其中自然人⟦5⟧件，法人或其他组织⟦5⟧件。',
    cells: requests(
      { new: 9, carriedIn: 1, total: 10 },
      { 'new/natural': 5, 'new/commercial': 4, 'carriedIn/commercial': 1 },
    ),
  },
  {
    of: 3,
    about: 'done without those otherwise handled',
    text: '（二）依申请公开。按时办结申请⟦30⟧件。',
    cells: requests(
      { new: 33, granted: 30, 'other.1': 2, 'other.3': 1, total: 33 },
      { 'new/natural': 33, 'granted/natural': 30, 'other.1/natural': 2, 'other.3/natural': 1, 'total/natural': 33 },
    ),
    wrong: ['（二）依申请公开。按时办结申请⟦31⟧件。'],
  },
  {
    of: 4,
    about: 'carried out in a list is not part of the sum',
    text: '（二）依申请公开。办结申请⟦50⟧件，其中予以公开⟦30⟧件、无法提供⟦20⟧件，转下年度⟦45⟧件。',
    cells: requests({ granted: 30, 'unavailable.1': 20, total: 50, carriedOut: 45 }),
  },
  {
    of: 5,
    about: 'reviews and lawsuits put on file or into statistics',
    text: '（五）监督保障。全年备案信息公开行政复议案件134件，行政诉讼案件57件。',
    cells: { 'review.total': 170, 'direct.total': 77 },
  },
  {
    of: 6,
    about: "disputes caused by earlier years' requests",
    text: '（二）依申请公开。未收到政府信息公开申请。因上年度信息公开申请引发行政复议⟦2⟧件。',
    cells: { 'review.total': 2, 'review.upheld': 2 },
  },
  {
    of: 7,
    about: 'numbers of half a year, a quarter, an earlier year',
    text: '（二）依申请公开。上半年收到政府信息公开申请267件。2023年收到政府信息公开申请91件。',
    cells: requests({ new: 500, total: 500 }),
  },
  {
    of: 8,
    about: 'numbers of items published on the website',
    text: '（一）主动公开。全年主动公开政府信息70件，发布公文12件、政策解读6件，公报12期，点击量3万次。',
    cells: requests({ new: 5, total: 5 }),
  },
  {
    of: 9,
    about: 'mailbox, hotline, proposals',
    text: '（二）依申请公开。收到政府信息公开申请⟦5⟧件。办理群众留言238件，答复12345热线工单16038件，办结人大建议、政协提案9件。',
    cells: requests({ new: 5, total: 5 }),
  },
  {
    of: 10,
    about: 'helping others to handle theirs',
    text: '（二）依申请公开。收到信息公开申请⟦4⟧件，协助上级机关办理信息公开申请5件。',
    cells: requests({ new: 4, total: 4 }),
  },
  {
    of: 11,
    about: 'the sum of several bodies in brackets',
    text: '（二）依申请公开。全市收到政府信息公开申请⟦660⟧件（市政府349件、望江区120件、青澜县191件）。',
    body: '云川市人民政府',
    cells: requests({ new: 660, total: 660 }),
  },
  {
    of: 11,
    about: "a subordinate unit's number",
    text: '（二）依申请公开。本局收到政府信息公开申请⟦3⟧件，下属单位收到政府信息公开申请11件。',
    cells: requests({ new: 3, total: 3 }),
  },
  {
    of: 12,
    about: 'ways of coming in, which no table has',
    text: '（二）依申请公开。收到政府信息公开申请⟦176⟧件，其中网络申请72件、信函申请69件、当面申请35件。',
    cells: requests({ new: 176, total: 176 }),
    wrong: ['（二）依申请公开。收到政府信息公开申请⟦176⟧件，其中网络申请72件、信函申请69件、当面申请36件。'],
  },
  {
    of: 13,
    about: 'percentages',
    text: '（二）依申请公开。收到政府信息公开申请⟦10⟧件，办结率100%，同比增长25%，公开率30.80%。',
    cells: requests({ new: 10, total: 10 }),
  },
  {
    of: 13,
    about: "percentages that follow from the text's own numbers",
    text: '（一）主动公开。办理在线咨询15148条，办结留言13866条，办结率91.54%。从3337个减少至1937个，减少了42%。',
    wrong: [
      '（一）主动公开。办理在线咨询15148条，办结留言13866条，办结率⟦94.51⟧%。从3337个减少至1937个，减少了⟦24⟧%。',
    ],
  },
  {
    of: 14,
    about: 'rules published, not made',
    text: '（一）主动公开。公开规章13件（含新制定5件，修改4件，废止4件）。',
    body: '云川市人民政府',
    cells: { 'regulation/made': 9, 'regulation/repealed': 4 },
  },
  {
    of: 15,
    about: 'normative and policy documents within some scope',
    text: '（一）主动公开。网站公开行政规范性文件25件，发布政策文件31件。',
    cells: { 'normative/made': 3, 'normative/inForce': 40 },
  },
  {
    of: 16,
    about: 'items on lists and notices, not decisions',
    text: '（一）主动公开。公布行政许可事项128条、权力清单194项，公示行政处罚信息19条；作出行政处罚决定⟦14⟧件。',
    cells: { 'licensing/decisions': 86, 'penalty/decisions': 14 },
  },
  {
    of: 17,
    about: "the processing fee is not table 2's fees",
    text: '（二）依申请公开。收取信息处理费400元。行政事业性收费项目1项。',
    cells: { 'fee/amount': '12.5' },
  },
  {
    of: 18,
    about: 'cases that the body decides as reviewing authority',
    text: '（二）依申请公开。收到政府信息公开申请⟦6⟧件。全年审理行政复议案件120件，出庭应诉行政诉讼案件33件。',
    cells: requests({ new: 6, total: 6 }),
  },
  {
    of: 19,
    about: 'zero in words',
    text: '（二）依申请公开。全年未收到政府信息公开申请，未发生因政府信息公开引起的行政复议、行政诉讼，无结转。',
  },
  {
    of: 20,
    about: 'all done but those carried out',
    text: '（二）依申请公开。收到政府信息公开申请⟦9⟧件，除⟦2⟧件结转下年外，均已办结。群众留言30件，均已办结。',
    cells: requests({ new: 9, total: 7, carriedOut: 2 }),
    wrong: ['（二）依申请公开。收到政府信息公开申请9件，⟦均已办结⟧。'],
  },
  {
    of: 21,
    about: 'numbers in names of documents',
    text: '（二）依申请公开。依照国办公开办函〔2021〕30号、国务院令第711号第二十条，在20个工作日内答复，落实“8+4”和32条举措。全年收到申请⟦9⟧件。',
    cells: requests({ new: 9, total: 9 }),
  },
  {
    of: 22,
    about: 'Chinese numerals, and the other word for two',
    text: '（二）依申请公开。收到政府信息公开申请⟦十二⟧件，其中自然人⟦十⟧件，商业企业⟦两⟧件。',
    cells: requests({ new: 12, total: 12 }, { 'new/natural': 10, 'new/commercial': 2 }),
  },
  {
    of: 22,
    about: 'more than, nearly, about',
    text: '（二）依申请公开。收到政府信息公开申请⟦300⟧余件，办结近⟦300⟧件，结转下年度约⟦20⟧件。',
    cells: requests({ new: 317, total: 298, carriedOut: 19 }),
    rounded: true,
  },
  {
    of: 23,
    about: 'digits set apart',
    text: '（二）依申请公开。收到政府信息公开申请 ⟦1 2⟧ 件，全角的办结⟦１２⟧件。',
    cells: requests({ new: 12, total: 12 }),
  },
];
