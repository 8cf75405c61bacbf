import type { Head, Note, TableBlock, TableFormat } from './schema.ts';

const CORNER: Head = { id: 'content', label: '信息内容' };

const STOCK_NOTE: Note = {
  text: '行政规范性文件是对公民、法人权利义务有普遍约束力、可反复适用的文件；内部制度、人事任免、请示报告等不计入。制发、废止、现行有效件数应与同级司法行政部门共同核定。',
  source: '《条例》第二十条第（一）项；地方填报要求',
};
const DECISION_NOTE: Note = {
  text: '填写本年作出的处理决定数量，已公开和依法不公开的都计入；不是公开的条数，也不是事项的项数。',
  source: '《条例》第二十条第（五）（六）项；地方填报要求',
};
const REGULATION_NOTE: Note = {
  text: '只有国务院部门、省和设区的市（自治州）人民政府可以制定规章，其他机关填0。',
  source: '《立法法》第八十条、第八十二条',
};

/** `第二十条第（）项`: conversions lose the number. */
const RUINS: readonly Head[] = [{ id: 'caption', label: '第二十条第（）项' }];

function caption(id: string, numeral: string): Head {
  return { id, label: `第二十条第（${numeral}）项` };
}

const regulation: Head = { id: 'regulation', label: '规章', note: REGULATION_NOTE };
const licensing: Head = { id: 'licensing', label: '行政许可', misspellings: ['政许可'], note: DECISION_NOTE };
const penalty: Head = { id: 'penalty', label: '行政处罚', misspellings: ['政处罚'], note: DECISION_NOTE };
const coercion: Head = { id: 'coercion', label: '行政强制', misspellings: ['政强制'], note: DECISION_NOTE };
const otherService: Head = { id: 'otherService', label: '其他对外管理服务事项' };

function block(id: string, numeral: string, rows: readonly Head[], columns: readonly Head[]): TableBlock {
  return { id, caption: caption(id, numeral), corner: CORNER, rows, columns };
}

const itemColumns: readonly Head[] = [
  { id: 'lastYear', label: '上一年项目数量' },
  { id: 'change', label: '本年增/减', kind: 'change' },
];
const decisionColumns: readonly Head[] = [
  ...itemColumns,
  { id: 'decisions', label: '处理决定数量', aliases: ['本年处理决定数量'] },
];

/** Table 2 of the trial format: 5 blocks, 18 rows, 8 of them with values. */
export const disclosure2019: TableFormat = {
  id: 'disclosure',
  section: 2,
  name: '表二',
  blocks: [
    block(
      'article20.1',
      '一',
      [regulation, { id: 'normative', label: '规范性文件', aliases: ['行政规范性文件'], note: STOCK_NOTE }],
      [
        { id: 'made', label: '本年新制作数量' },
        { id: 'published', label: '本年新公开数量' },
        // What was published in all; later formats count what is in force.
        { id: 'inForce', label: '对外公开总数量', measure: 'published' },
      ],
    ),
    block('article20.5', '五', [licensing, otherService], decisionColumns),
    block('article20.6', '六', [penalty, coercion], decisionColumns),
    block('article20.8', '八', [{ id: 'fee', label: '行政事业性收费' }], itemColumns),
    block(
      'article20.9',
      '九',
      [
        {
          id: 'procurement',
          label: '政府集中采购',
          note: {
            text: '格式未印金额单位，应写明；通常以万元计。',
            source: '《条例》第二十条第（九）项；已公布报告的做法',
          },
        },
      ],
      [
        { id: 'items', label: '采购项目数量' },
        { id: 'amount', label: '采购总金额', kind: 'money' },
      ],
    ),
  ],
  ruins: RUINS,
  relations: [],
};

const decisions: readonly Head[] = [{ id: 'decisions', label: '本年处理决定数量', aliases: ['处理决定数量'] }];

/** Table 2 of the format in force since report year 2021: 4 blocks, 14 rows, 6 of them with values. */
export const disclosure2021: TableFormat = {
  id: 'disclosure',
  section: 2,
  name: '表二',
  blocks: [
    block(
      'article20.1',
      '一',
      [regulation, { id: 'normative', label: '行政规范性文件', aliases: ['规范性文件'], note: STOCK_NOTE }],
      [
        { id: 'made', label: '本年制发件数' },
        { id: 'repealed', label: '本年废止件数', misspellings: ['年废止件数'] },
        { id: 'inForce', label: '现行有效件数', misspellings: ['现行有效件'] },
      ],
    ),
    block('article20.5', '五', [licensing], decisions),
    block('article20.6', '六', [penalty, coercion], decisions),
    block(
      'article20.8',
      '八',
      [
        {
          id: 'fee',
          label: '行政事业性收费',
          note: {
            text: '填写本年实际收取的金额，以万元为单位，可保留小数。',
            source: '《条例》第二十条第（八）项；表头所印单位',
          },
        },
      ],
      [{ id: 'amount', label: '本年收费金额（单位：万元）', aliases: ['本年收费金额'], kind: 'money' }],
    ),
  ],
  ruins: RUINS,
  relations: [],
};
