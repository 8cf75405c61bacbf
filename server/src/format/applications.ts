import type { Head, Note, Relation, TableFormat } from './schema.ts';

function note(text: string, source: string): Note {
  return { text, source };
}

const UNIT = note('以件计，一件申请计一件。', '国办函〔2020〕109号第四条');

/** The seven applicant columns, the same in both formats. */
const columns: readonly Head[] = [
  {
    id: 'applicants',
    label: '申请人情况',
    children: [
      { id: 'natural', label: '自然人' },
      {
        id: 'organisation',
        label: '法人或其他组织',
        children: [
          { id: 'commercial', label: '商业企业' },
          { id: 'research', label: '科研机构' },
          { id: 'publicInterest', label: '社会公益组织', misspellings: ['社会组织'] },
          { id: 'legalService', label: '法律服务机构' },
          { id: 'other', label: '其他' },
        ],
      },
      { id: 'total', label: '总计', aliases: ['合计'] },
    ],
  },
];

const withheld: Head = {
  id: 'withheld',
  label: '（三）不予公开',
  children: [
    { id: 'withheld.1', label: '1.属于国家秘密', note: note('依法确定为国家秘密的政府信息。', '《条例》第十四条') },
    {
      id: 'withheld.2',
      label: '2.其他法律行政法规禁止公开',
      note: note('法律、行政法规禁止公开的政府信息。', '《条例》第十四条'),
    },
    {
      id: 'withheld.3',
      label: '3.危及“三安全一稳定”',
      note: note('公开后可能危及国家安全、公共安全、经济安全、社会稳定的。', '《条例》第十四条'),
    },
    {
      id: 'withheld.4',
      label: '4.保护第三方合法权益',
      note: note('涉及商业秘密、个人隐私等，公开会损害第三方合法权益的。', '《条例》第十五条'),
    },
    {
      id: 'withheld.5',
      label: '5.属于三类内部事务信息',
      misspellings: ['5.属于三类内容事务信息'],
      note: note('人事管理、后勤管理、内部工作流程三类信息。', '《条例》第十六条'),
    },
    {
      id: 'withheld.6',
      label: '6.属于四类过程性信息',
      misspellings: ['6.属于四类过程性性信息'],
      note: note('讨论记录、过程稿、磋商信函、请示报告四类信息。', '《条例》第十六条'),
    },
    { id: 'withheld.7', label: '7.属于行政执法案卷', note: note('行政执法案卷信息。', '《条例》第十六条') },
    {
      id: 'withheld.8',
      label: '8.属于行政查询事项',
      note: note('工商、不动产登记资料等，告知按专门规定查询的。', '《条例》第三十六条第（七）项'),
    },
  ],
};

const unavailable: Head = {
  id: 'unavailable',
  label: '（四）无法提供',
  children: [
    {
      id: 'unavailable.1',
      label: '1.本机关不掌握相关政府信息',
      note: note('经检索没有，或不属于本机关负责公开的。', '《条例》第三十六条第（四）（五）项'),
    },
    {
      id: 'unavailable.2',
      label: '2.没有现成信息需要另行制作',
      note: note('需要对现有信息加工、分析或另行制作的。', '《条例》第三十八条'),
    },
    {
      id: 'unavailable.3',
      label: '3.补正后申请内容仍不明确',
      note: note('申请人已补正，仍不明确的；逾期不补正的不计入本项。', '《条例》第三十条'),
    },
  ],
};

const unprocessed: Head = {
  id: 'unprocessed',
  label: '（五）不予处理',
  children: [
    {
      id: 'unprocessed.1',
      label: '1.信访举报投诉类申请',
      note: note('以申请公开的形式进行信访、投诉、举报等活动的。', '《条例》第三十九条'),
    },
    { id: 'unprocessed.2', label: '2.重复申请', note: note('已答复，又重复申请的。', '《条例》第三十六条第（六）项') },
    {
      id: 'unprocessed.3',
      label: '3.要求提供公开出版物',
      note: note('要求提供政府公报、报刊、书籍等公开出版物的。', '《条例》第三十九条'),
    },
    {
      id: 'unprocessed.4',
      label: '4.无正当理由大量反复申请',
      note: note('数量、频次明显超过合理范围，说明理由不合理的。', '《条例》第三十五条'),
    },
    {
      id: 'unprocessed.5',
      label: '5.要求行政机关确认或重新出具已获取信息',
      note: note('要求对已获取的信息进行确认或者重新出具的。', '填报惯例'),
    },
  ],
};

/** （六）其他处理: one row in the trial format, a group of three since 2021. */
const other2019: Head = {
  id: 'other',
  label: '（六）其他处理',
  note: note('逾期不补正、逾期不缴费、申请人撤回等，均计入本项。', '填报惯例'),
};
const other2021: Head = {
  id: 'other',
  label: '（六）其他处理',
  children: [
    {
      id: 'other.1',
      label: '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
      aliases: [
        '1.申请人无正当理由逾期不补正，行政机关不再处理其政府信息公开申请',
        '1.逾期不补正',
        '1.申请人无正当理由逾期不补正',
      ],
      note: note('补正通知书送达后，申请人逾期不补正，视为放弃申请的。', '《条例》第三十条'),
    },
    {
      id: 'other.2',
      label: '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
      aliases: [
        '2.申请人逾期未按收费通知要求缴纳费用，行政机关不再处理其政府信息公开申请',
        '2.逾期不缴费',
        '2.逾期未缴费',
        '2.申请人逾期未按收费通知要求缴纳费用',
      ],
      note: note('收费通知送达后二十个工作日内未缴费，视为放弃申请的。', '《条例》第四十二条；国办函〔2020〕109号'),
    },
    { id: 'other.3', label: '3.其他', note: note('申请人主动撤回等其他情形。', '填报惯例'), rest: true },
  ],
};

function rows(other: Head): readonly Head[] {
  return [
    {
      id: 'new',
      label: '一、本年新收政府信息公开申请数量',
      aliases: ['一、本年新收政府信息公开申请'],
      note: note(`本年收到的申请。${UNIT.text}`, UNIT.source),
    },
    {
      id: 'carriedIn',
      label: '二、上年结转政府信息公开申请数量',
      aliases: ['二、上年结转政府信息公开申请'],
      note: note('上年末尚未办结、转入本年的申请，应与上一年报告“结转下年度继续办理”一致。', '表内勾稽关系'),
    },
    {
      id: 'result',
      label: '三、本年度办理结果',
      aliases: ['三、本年办理结果'],
      children: [
        {
          id: 'granted',
          label: '（一）予以公开',
          note: note('提供政府信息，或告知已公开信息的获取途径。', '《条例》第三十六条第（一）（二）项'),
        },
        {
          id: 'partial',
          label: '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
          aliases: ['（二）部分公开'],
          misspellings: [
            '（二）部分公开（区分处理的，只计这一情况，不计其他情形）',
            '（二）部分公开（区分处理的，只计这一情况，不计其他情况）',
          ],
          note: note('区分处理、公开一部分的，只计入本项，不再计入不予公开各项。', '表内说明；《条例》第三十七条'),
        },
        withheld,
        unavailable,
        unprocessed,
        other,
        {
          id: 'total',
          label: '（七）总计',
          aliases: ['（七）合计'],
          note: note('（一）至（六）各项之和。', '表内勾稽关系'),
        },
      ],
    },
    {
      id: 'carriedOut',
      label: '四、结转下年度继续办理',
      aliases: ['四、结转下一年度继续办理', '四、结转下一年继续办理', '四、结转下年继续办理'],
      note: note('12月31日尚未办结的申请。', '表内勾稽关系'),
    },
  ];
}

const relations: readonly Relation[] = [
  {
    id: 'applications.identity',
    of: 'columns',
    left: ['new', 'carriedIn'],
    right: ['total', 'carriedOut'],
    total: 'total',
    title: '勾稽关系',
    says: '第一项加第二项之和，等于第三项加第四项之和',
  },
  {
    id: 'applications.result',
    of: 'columns',
    left: ['result'],
    right: ['total'],
    total: 'total',
    title: '列合计',
    says: { parts: '各项办理结果', total: '（七）总计' },
  },
  {
    id: 'applications.row',
    of: 'rows',
    left: ['natural', 'commercial', 'research', 'publicInterest', 'legalService', 'other'],
    right: ['total'],
    total: 'total',
    title: '行合计',
    says: { parts: '各类申请人', total: '总计' },
  },
];

function applications(other: Head): TableFormat {
  return {
    id: 'applications',
    section: 3,
    name: '表三',
    blocks: [
      {
        id: 'applications',
        corner: { id: 'corner', label: '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）' },
        rows: rows(other),
        columns,
      },
    ],
    relations,
  };
}

/** Table 3 of the trial format: 23 rows of values × 7 columns. */
export const applications2019 = applications(other2019);

/** Table 3 of the format in force since report year 2021: 25 rows of values × 7 columns. */
export const applications2021 = applications(other2021);
