import { type FormatId, tableOf } from '../../server/src/format/formats.ts';
import type { TableId } from '../../server/src/format/schema.ts';
import type { Slot } from '../../server/src/format/shape.ts';
import { standardTable } from '../../server/src/writing/write.ts';

/** Reports with which nothing is wrong: the examples of the checks stand in them. Body, places and figures are invented. */
export type RightReport = 'department' | 'government' | 'trial';

type Figures = Readonly<Record<string, Readonly<Record<string, number | string>>>>;

interface Parts {
  readonly format: FormatId;
  readonly title: string;
  readonly preface: readonly string[];
  readonly overview: readonly (readonly [heading: string, ...paragraphs: string[]])[];
  readonly figures: Readonly<Record<TableId, Figures>>;
  readonly problems: readonly string[];
  readonly other: readonly string[];
  readonly signature: readonly string[];
}

const applications: Figures = {
  new: { natural: 12, commercial: 3, total: 15 },
  carriedIn: { natural: 1, total: 1 },
  granted: { natural: 6, commercial: 2, total: 8 },
  partial: { natural: 1, total: 1 },
  'withheld.6': { natural: 1, total: 1 },
  'unavailable.1': { natural: 3, commercial: 1, total: 4 },
  total: { natural: 12, commercial: 3, total: 15 },
  carriedOut: { natural: 1, total: 1 },
};

const litigation: Figures = {
  review: { upheld: 1, other: 1, total: 2 },
  direct: { upheld: 1, total: 1 },
  afterReview: { pending: 1, total: 1 },
};

const parts: Readonly<Record<RightReport, Parts>> = {
  department: {
    format: '2021',
    title: '云川市水务局2025年政府信息公开工作年度报告',
    preface: [
      '本报告根据《中华人民共和国政府信息公开条例》（国务院令第711号，以下简称《条例》）和《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）的要求编制，由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六个部分组成。',
      '本报告所列数据的统计期限为2025年1月1日至2025年12月31日。对报告内容有疑问的，请与云川市水务局办公室联系（地址：云川市望江路18号；邮编：999999；电话：0000-5550123）。',
    ],
    overview: [
      [
        '（一）主动公开',
        '2025年，通过门户网站发布信息326条，在政务新媒体发布信息512条，解读政策文件6件。全年制发行政规范性文件3件，废止1件，现行有效21件。',
      ],
      [
        '（二）依申请公开',
        '全年收到政府信息公开申请15件，其中自然人12件，商业企业3件；上年结转1件。办结15件，其中予以公开8件，部分公开1件，不予公开1件，无法提供4件，其他处理1件；结转下年度继续办理1件。因政府信息公开引发行政复议2件，结果维持1件，其他结果1件；行政诉讼2件，结果维持1件，尚未审结1件。',
      ],
      [
        '（三）政府信息管理',
        '修订政府信息公开目录，对公文逐件标注公开属性，发布前由专人审查，到期失效的文件及时移出。',
      ],
      ['（四）政府信息公开平台建设', '改版门户网站水资源公报栏目，在办事大厅设置政府信息查阅点2处，配备专人引导查阅。'],
      ['（五）监督保障', '把政府信息公开纳入年度考核，组织业务培训2次，参加86人次。全年没有发生需要追究责任的情形。'],
    ],
    figures: {
      disclosure: {
        normative: { made: 3, repealed: 1, inForce: 21 },
        licensing: { decisions: 86 },
        penalty: { decisions: 14 },
        fee: { amount: '12.36' },
      },
      applications: { ...applications, 'other.3': { natural: 1, total: 1 } },
      litigation,
    },
    problems: [
      '存在的主要问题：一是供水水质信息更新不够及时；二是政策解读多为文字，图表和视频较少。',
      '改进情况：一是供水水质信息改为按月更新，由专人负责；二是2026年起重要文件的解读均配图表，并邀请用水户代表提出意见。',
    ],
    other: ['2025年，本机关未收取信息处理费。没有其他需要报告的事项。'],
    signature: ['云川市水务局', '2026年1月20日'],
  },
  government: {
    format: '2021',
    title: '青澜县人民政府2025年政府信息公开工作年度报告',
    preface: [
      '本报告根据《中华人民共和国政府信息公开条例》（国务院令第711号）和《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）编制。',
      '报告所列数据的统计期限为2025年1月1日至12月31日。',
    ],
    overview: [
      ['（一）主动公开', '全县通过政府网站主动公开政府信息2874条，发布规划、预算、就业、教育等重点领域信息1120条。'],
      ['（二）依申请公开', '全县共收到政府信息公开申请15件，均按期答复。上年结转1件，结转下年度1件。'],
      ['（三）政府信息管理', '建立政府信息制作、公开、归档、清理的全流程制度，对历年规范性文件集中公开并动态更新。'],
      ['（四）政府信息公开平台建设', '县政府网站设政府信息公开专栏，乡镇和部门栏目统一格式，设政务公开专区14个。'],
      [
        '（五）监督保障',
        '县政府办公室每季度通报各单位公开情况。政府信息公开列入县政府部门绩效考核，开展社会评议1次，没有发生责任追究的情形。',
      ],
    ],
    figures: {
      disclosure: {
        normative: { made: 3, repealed: 1, inForce: 21 },
        licensing: { decisions: 5310 },
        penalty: { decisions: 964 },
        coercion: { decisions: 71 },
        fee: { amount: '1203.5' },
      },
      applications: { ...applications, 'other.3': { natural: 1, total: 1 } },
      litigation,
    },
    problems: [
      '存在的主要问题是乡镇公开的内容不够具体，群众查找不便。',
      '针对上述问题，县政府办公室编制了乡镇公开事项清单，逐项明确内容、时限和责任人，并在网站首页增设检索入口。',
    ],
    other: ['本年度发出收费通知0件，收取信息处理费0元。'],
    signature: ['青澜县人民政府', '2026年2月12日'],
  },
  trial: {
    format: '2019',
    title: '青澜县教育局2020年政府信息公开工作年度报告',
    preface: [
      '本报告根据《中华人民共和国政府信息公开条例》和《国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知》（国办公开办函〔2019〕60号）编制，数据统计期限为2020年1月1日至2020年12月31日。',
    ],
    overview: [
      ['（一）主动公开', '全年公开招生、资助、校园安全等信息214条，制作规范性文件2件。'],
      ['（二）依申请公开', '2020年新收政府信息公开申请15件，答复15件。'],
      ['（三）政府信息管理', '明确专人审查拟公开的信息，定期核对栏目内容。'],
      ['（四）平台建设', '依托县政府网站和本局公众号公开信息。'],
      ['（五）监督保障', '把政府信息公开列入股室考核，组织培训1次。'],
    ],
    figures: {
      disclosure: {
        normative: { made: 2, published: 2, inForce: 11 },
        licensing: { lastYear: 9, change: -1, decisions: 120 },
        fee: { lastYear: 2, change: 0 },
        procurement: { items: 4, amount: '86.2万元' },
      },
      applications: { ...applications, other: { natural: 1, total: 1 } },
      litigation,
    },
    problems: ['存在的问题是公开的形式较为单一。', '已安排专人制作图解和短视频，并在家长会上介绍查询方法。'],
    other: ['无其他需要报告的事项。'],
    signature: ['青澜县教育局', '2021年1月15日'],
  },
};

const numerals = ['一', '二', '三', '四', '五', '六'];
/** The six headings without their numerals. */
export const officialTitles = [
  '总体情况',
  '主动公开政府信息情况',
  '收到和处理政府信息公开申请情况',
  '政府信息公开行政复议、行政诉讼情况',
  '存在的主要问题及改进情况',
  '其他需要报告的事项',
];

/** A right report, whole. */
export function rightReport(name: RightReport, language: 'markdown' | 'plaintext'): string {
  const { format, title, preface, overview, figures, problems, other, signature } = parts[name];
  const [h1, h2, h3] = language === 'markdown' ? ['# ', '## ', '### '] : ['', '', ''];
  const section = (number: number, ...paragraphs: readonly string[]): string[] => [
    `${h2}${numerals[number]}、${officialTitles[number]}`,
    ...paragraphs,
  ];
  const table = (id: TableId): string =>
    standardTable(tableOf(format, id), language, (slot) => textOf(figures[id], slot));
  return `${[
    `${h1}${title}`,
    ...preface,
    ...section(0, ...overview.flatMap(([heading, ...paragraphs]) => [`${h3}${heading}`, ...paragraphs])),
    ...section(1, table('disclosure')),
    ...section(2, table('applications')),
    ...section(3, table('litigation')),
    ...section(4, ...problems),
    ...section(5, ...other),
    ...signature,
  ].join('\n\n')}\n`;
}

function textOf(figures: Figures, { row, column }: Slot): string {
  return String(figures[row]?.[column] ?? 0);
}
