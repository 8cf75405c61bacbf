/** Fixed wordings of reports, and how they are misspelt. */

/** A series that is always worded so; a text that differs from it by one character inside is a slip. */
export interface Series {
  /** As it is written. */
  readonly text: string;
  /** Wordings of published reports that differ by a character and are right. */
  readonly variants?: readonly string[];
}

/**
 * Sources: 国办发〔2022〕8号 and the yearly points of work on open government (公开为常态); 《国务院关于加强数字政府建设的指导意见》;
 * 国办发〔2018〕123号 (三审三校 and the five 关 of 政务新媒体 by local rules); 国办发〔2017〕32号; 《条例》第一条, 第二十七条 (公民、
 * 法人或者其他组织); 国发〔2019〕5号 (双随机、一公开); 国办发〔2016〕61号 (同步组织、同步审签、同步部署).
 */
export const series: readonly Series[] = [
  { text: '习近平新时代中国特色社会主义思想' },
  { text: '政治关、法律关、政策关、保密关、文字关' },
  { text: '公开为常态、不公开为例外', variants: ['公开为常态、以不公开为例外', '公开为常态、不公开是例外'] },
  { text: '公开为原则、不公开为例外', variants: ['公开为原则、以不公开为例外', '公开为原则、不公开是例外'] },
  { text: '同步组织、同步审签、同步部署' },
  {
    text: '决策、执行、管理、服务、结果公开',
    variants: ['决策、执行、管理、服务和结果公开', '决策、执行、管理、服务、结果五公开'],
  },
  { text: '谁公开、谁审查、谁负责', variants: ['谁公开、谁审核、谁负责', '谁公开、谁审批、谁负责'] },
  { text: '双随机、一公开' },
  { text: '公民、法人或者其他组织', variants: ['公民、法人或其他组织', '公民、法人或者其它组织'] },
];

/** A slip of the input method that is no word, and what was meant. */
export interface Misspelling {
  readonly wrong: string;
  readonly right: string;
  /** What stands behind it where it is a slip, as a mark or the end; anything unless said otherwise. */
  readonly before?: RegExp;
}

const END = /^(?:[，。；、：）,;:)]|$)/;

/**
 * By the 《现代汉语词典》 and the terms of 《条例》: words of the same sound, characters that were left out or doubled. None of
 * them is a part of another word.
 */
export const misspellings: readonly Misspelling[] = [
  { wrong: '三审三较', right: '三审三校' },
  { wrong: '三审三效', right: '三审三校' },
  { wrong: '三申三校', right: '三审三校' },
  { wrong: '应公开近公开', right: '应公开尽公开' },
  { wrong: '应公开进公开', right: '应公开尽公开' },
  { wrong: '因公开尽公开', right: '应公开尽公开' },
  { wrong: '依申情公开', right: '依申请公开' },
  { wrong: '依审请公开', right: '依申请公开' },
  { wrong: '行政复义', right: '行政复议' },
  { wrong: '行政法复议', right: '行政复议' },
  { wrong: '行政诉颂', right: '行政诉讼' },
  { wrong: '信息处里费', right: '信息处理费' },
  { wrong: '规范性性文件', right: '规范性文件' },
  { wrong: '过程性性信息', right: '过程性信息' },
  { wrong: '政策解毒', right: '政策解读' },
  { wrong: '政务新媒休', right: '政务新媒体' },
  { wrong: '权利清单', right: '权力清单' },
  { wrong: '权利运行', right: '权力运行' },
  { wrong: '布署', right: '部署' },
  { wrong: '惯彻', right: '贯彻' },
  { wrong: '贯彻落时', right: '贯彻落实' },
  { wrong: '办结律', right: '办结率' },
  { wrong: '渠到', right: '渠道' },
  { wrong: '需一步', right: '需进一步' },
  { wrong: '待一步', right: '待进一步' },
  { wrong: '受理渠', right: '受理渠道', before: END },
  { wrong: '公开渠', right: '公开渠道', before: END },
  { wrong: '发布审查管', right: '发布审查管理', before: END },
];

/** Counting words of the text of a report. */
export const counters = '条|件|次|篇|份|个|项|张|场|期|家|处|名|户|种|封|起|宗|人次|人|部|则';

/** Words that end in a counting word and count nothing: `规范性文件` (documents), `头条` (headlines), `身份` (identity). */
export const countless =
  /(?:文|案|信|稿|邮|条|证|软|硬|附|部|要|事|急|函|元|构|零|物|批|电|快|抄|单|一)件$|(?:头|面|链|线|逐|信|词|教|天|一|金)条$|(?:身|股|省|月|年|备|部|成|一|双)份$|(?:长|开|一|诗|短)篇$|(?:其|层|档|频|再|首|每|多|依|位|班|场|人|梯|数|一)次$|(?:纸|主|夸|扩|伸|一)张$/;

/** `，并附相关的说明和指标统计表` (with notes and the table of indicators attached): reports up to that on 2018 had that annex. */
export const formerTable = /[，,](?:并|另)?附(?:有|上)?[^，。；：,;:]{0,16}?指标统计表(?=[。；，,;])/;

/** What the preface of a report calls its six parts, in any wording, in their order. */
export const partWords: readonly RegExp[] = [
  /总体情况|概述|基本情况|总体工作/,
  /主动公开/,
  /收到和处理|申请(?:办理)?情况|依申请公开|公开申请/,
  /复议|诉讼/,
  /问题|改进/,
  /(?:其他|其它|需要)[^，。；]{0,8}(?:事项|情况)/,
];
