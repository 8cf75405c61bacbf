import type { SectionFormat } from './schema.ts';

/** What section six says where nothing was charged, and where there is nothing else to report. */
export const noFees = '本年度未收取信息处理费。';
export const nothingElse = '无其他需要报告的事项。';
/** What section six says where something was charged; the amount is still to be filled in. */
export const feesToFill = '本年度收取信息处理费（请填写金额）元。';

/**
 * The first five sections, the same in both formats (《条例》第五十条 with 总体情况 in front).
 * Aliases are wordings of published reports; the numeral is not part of a title.
 */
const firstFive: readonly SectionFormat[] = [
  {
    number: 1,
    title: '总体情况',
    contents:
      '主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障五个方面的情况；各级人民政府的报告还应有工作考核、社会评议和责任追究结果情况。',
    aliases: ['概述', '总体情况概述', '基本情况', '工作总体情况'],
    starter: '（请填写主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障五个方面的情况。）',
  },
  {
    number: 2,
    title: '主动公开政府信息情况',
    contents: '表二：规章和行政规范性文件、行政许可、行政处罚和行政强制、行政事业性收费的情况。',
    aliases: [
      '行政机关主动公开政府信息情况',
      '行政机关主动公开政府信息的情况',
      '主动公开政府信息的情况',
      '主动公开情况',
      '政府信息主动公开情况',
      '主动公开信息情况',
    ],
    table: 'disclosure',
  },
  {
    number: 3,
    title: '收到和处理政府信息公开申请情况',
    contents:
      '表三：按申请人分列的新收、上年结转、办理结果和结转下年度的件数。第一项加第二项之和，等于第三项加第四项之和。',
    aliases: [
      '行政机关收到和处理政府信息公开申请情况',
      '行政机关收到和处理政府信息公开申请的情况',
      '收到和处理政府信息公开申请的情况',
      '收到和处理政府信息申请公开申请情况',
      '政府信息公开申请情况',
      '依申请公开情况',
      '依申请公开政府信息情况',
    ],
    table: 'applications',
  },
  {
    number: 4,
    title: '政府信息公开行政复议、行政诉讼情况',
    contents: '表四：行政复议、未经复议直接起诉和复议后起诉三类案件的结果。',
    aliases: [
      '政府信息公开行政复议及行政诉讼情况',
      '政府信息公开行政复议和行政诉讼情况',
      '政府信息公开行政复议与行政诉讼情况',
      '政府信息公开行政复议和诉讼情况',
      '因政府信息公开工作被申请行政复议、提起行政诉讼情况',
      '因政府信息公开工作被申请行政复议、提起行政诉讼的情况',
      '因政府信息公开工作被申请行政复议和提起行政诉讼情况',
      '政府信息公开工作被申请行政复议、提起行政诉讼情况',
      '政府信息公开被申请行政复议、提起行政诉讼情况',
      '行政复议、行政诉讼情况',
      '行政复议和诉讼情况',
      '行政复议和行政诉讼情况',
    ],
    table: 'litigation',
  },
  {
    number: 5,
    title: '存在的主要问题及改进情况',
    contents: '主要问题和改进情况，两方面都要写，问题要具体，措施要逐项对应。',
    aliases: [
      '政府信息公开工作存在的主要问题及改进情况',
      '存在问题及改进情况',
      '存在的问题及改进情况',
      '存在的主要问题和改进情况',
      '存在的主要问题和改进措施',
      '存在的主要问题及改进措施',
      '存在的问题及改进措施',
      '存在问题及改进措施',
      '存在主要问题及改进情况',
      '存在主要问题及改进措施',
      '当前存在的主要问题及下一步改进措施',
      '存在的主要问题及下一步改进措施',
    ],
    starter: '（请填写存在的主要问题和改进情况。）',
  },
];

const other = {
  number: 6,
  title: '其他需要报告的事项',
  aliases: [
    '其他需要报告事项',
    '其他报告的事项',
    '其他事项',
    '其它需要报告的事项',
    '其他需要报告的情况',
    '需要报告的其他事项',
  ],
} as const;

/** The sections of the trial format. */
export const sections2019: readonly SectionFormat[] = [
  ...firstFive,
  { ...other, contents: '没有其他事项的，写明没有。', starter: nothingElse },
];

/**
 * The sections since report year 2021: section one has about 1,000 characters in principle (一（一）), section six states
 * the 信息处理费 (一（六）; 国办函〔2020〕109号, in force from 2021-01-01).
 */
export const sections2021: readonly SectionFormat[] = [
  ...firstFive.map((section) => (section.number === 1 ? { ...section, longest: 1000 } : section)),
  {
    ...other,
    contents: '写明收取信息处理费的情况；没有其他事项的，写明没有。',
    starter: '（请填写本年度收取信息处理费的情况；没有收取的，写明未收取。）',
    statesFees: true,
  },
];
