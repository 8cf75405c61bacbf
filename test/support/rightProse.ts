import * as fc from 'fast-check';
import { type FormatId, formatOf, tableOf } from '../../server/src/format/formats.ts';
import { rowShapes } from '../../server/src/format/shape.ts';
import { toChinese } from '../../server/src/text/numeral.ts';
import { below, pick, randomOf } from './random.ts';
import { type BalancedReport, type ReportSection, reportArb } from './report.ts';
import { filled, type Rows, type Tables } from './values.ts';

/** Reports with which nothing is wrong: random figures, and text that tells them in random words. */

/** Numbers of a table by row and column id. */
type Figure = (row: string, column: string) => number;

function figureOf(format: FormatId, id: 'disclosure' | 'applications' | 'litigation', rows: Rows): Figure {
  const at = new Map<string, number>();
  const seen = new Map<string, number>();
  for (const { row, column } of rowShapes(tableOf(format, id)).flatMap(({ slots }) => slots)) {
    const index = seen.get(row) ?? 0;
    seen.set(row, index + 1);
    at.set(`${row}/${column}`, rows[row]?.[index] ?? 0);
  }
  return (row, column) => at.get(`${row}/${column}`) ?? 0;
}

/** Figures of table 2 that can be true together, for a body that makes no 规章. */
function plausible(format: FormatId, rows: Rows): Rows {
  const round = (value: number | null | undefined): number => value ?? 0;
  const [made, second, inForce] = (rows.normative ?? []).map(round);
  const small = (value: number | null | undefined): number => (Math.round(round(value) * 100) % 500_000) / 100;
  const common = {
    ...rows,
    regulation: [0, 0, 0],
    normative:
      format === '2021'
        ? [round(made), round(second), Math.max(round(inForce), round(made))]
        : [round(made), Math.min(round(made), round(second)), Math.max(round(inForce), round(made))],
  };
  if (format === '2021') return { ...common, fee: [small(rows.fee?.[0])] };
  const items = round(rows.procurement?.[0]);
  return { ...common, procurement: items === 0 ? [0, 0] : [items, small(rows.procurement?.[1]) + 1] };
}

/** Writes one of several wordings with numbers in one of several scripts. */
interface Pen {
  /** An integer from 0 to `limit` − 1. */
  readonly random: (limit: number) => number;
  readonly one: (...wordings: readonly string[]) => string;
  readonly number: (value: number) => string;
}

function penOf(seed: number): Pen {
  const source = randomOf(seed);
  const random = (limit: number): number => below(source, limit);
  return {
    random,
    one: (...wordings) => pick(source, wordings),
    number: (value) => {
      if (value > 0 && value < 100 && random(12) === 0) return value === 2 ? '两' : toChinese(value);
      if (random(12) === 0)
        return String(value).replace(/\d/g, (digit) => '０１２３４５６７８９'.charAt(Number(digit)));
      return String(value);
    },
  };
}

const kinds: readonly (readonly [name: string, column: string])[] = [
  ['商业企业', 'commercial'],
  ['科研机构', 'research'],
  ['社会公益组织', 'publicInterest'],
  ['法律服务机构', 'legalService'],
  ['其他', 'other'],
];

const groups: readonly (readonly [name: string, prefix: string])[] = [
  ['予以公开', 'granted'],
  ['部分公开', 'partial'],
  ['不予公开', 'withheld'],
  ['无法提供', 'unavailable'],
  ['不予处理', 'unprocessed'],
  ['其他处理', 'other'],
];

function requestsText(pen: Pen, year: number, format: FormatId, figure: Figure): string {
  const { one, number, random } = pen;
  const total = (row: string): number => figure(row, 'total');
  const rows = rowShapes(tableOf(format, 'applications')).map(({ id }) => id);
  const sum = (prefix: string): number =>
    rows.filter((id) => id === prefix || id.startsWith(`${prefix}.`)).reduce((all, id) => all + total(id), 0);
  const unit = one('件', '件', '件', '宗', '条');
  const n = (value: number): string => number(value) + unit;
  const request = one('政府信息公开申请', '信息公开申请', '依申请公开');
  const parts: string[] = [];
  const carriedIn = total('carriedIn');
  const both = total('new') + carriedIn;
  const organisations = (row: string): number => kinds.reduce((all, [, column]) => all + figure(row, column), 0);
  const applicants = (base: readonly string[]): string => {
    const at = (column: string): number => base.reduce((all, row) => all + figure(row, column), 0);
    const others = base.reduce((all, row) => all + organisations(row), 0);
    if (random(2) === 0) return `，其中自然人${n(at('natural'))}，法人或其他组织${n(others)}`;
    return `，其中${[['自然人', 'natural'] as const, ...kinds].map(([name, column]) => `${name}${n(at(column))}`).join('，')}`;
  };
  if (total('new') === 0 && carriedIn === 0 && total('total') === 0 && total('carriedOut') === 0) {
    return one(`${year}年，未收到政府信息公开申请。`, '全年没有收到信息公开申请，无结转。', `本年度未接到${request}。`);
  }
  if (random(3) === 0) {
    parts.push(`${one('全年共', `${year}年，`, '本年度')}${one('收办', '收到和办理', '办理')}${request}${n(both)}`);
    if (random(2) === 0) parts.push(applicants(['new', 'carriedIn']));
    parts.push('。');
  } else {
    parts.push(
      `${one('全年', `${year}年，`, '本年度共')}${one('收到', '新收到', '受理', '接收')}${request}${n(total('new'))}`,
    );
    if (random(2) === 0) parts.push(applicants(['new']));
    parts.push(one('。', `；${one('上年结转', '上年度结转')}${n(carriedIn)}。`));
  }
  parts.push(`${one('办结', '共办结', '按期答复')}申请${n(total('total'))}`);
  if (random(2) === 0) parts.push(`，其中${groups.map(([name, id]) => `${name}${n(sum(id))}`).join(one('，', '、'))}`);
  parts.push(
    total('carriedOut') === 0
      ? one('。', '，无结转。')
      : `${one('，', '；')}${one('结转下年度继续办理', '转下一年办理', `结转${year + 1}年办理`)}${n(total('carriedOut'))}。`,
  );
  if (random(4) === 0 && total('total') > 0 && total('new') > 0) {
    parts.push(`另有网上咨询${n(200)}，答复${n(150)}，答复率75%。`);
  }
  return parts.join('');
}

function disputesText(pen: Pen, figure: Figure): string {
  const { one, number, random } = pen;
  const review = figure('review', 'total');
  const lawsuit = (column: string): number => figure('direct', column) + figure('afterReview', column);
  if (review === 0 && lawsuit('total') === 0) {
    return one('未发生因政府信息公开引起的行政复议、行政诉讼。', '没有因政府信息公开被申请行政复议、提起行政诉讼。');
  }
  const results = (value: (column: string) => number): string =>
    random(2) === 0
      ? ''
      : `，其中${[
          ['结果维持', 'upheld'],
          ['结果纠正', 'corrected'],
          ['其他结果', 'other'],
          ['尚未审结', 'pending'],
        ]
          .map(([name = '', column = '']) => `${name}${number(value(column))}件`)
          .join('，')}`;
  return `因政府信息公开${one('引发', '引起', '发生')}行政复议${number(review)}${one('件', '起')}${results((column) => figure('review', column))}；行政诉讼${number(lawsuit('total'))}${one('件', '起')}${results(lawsuit)}。`;
}

function documentsText(pen: Pen, format: FormatId, figure: Figure): string {
  const { one, number } = pen;
  const made = number(figure('normative', 'made'));
  if (format === '2019') return one(`制作规范性文件${made}件。`, '规范性文件集中公开，便于查阅。');
  return one(
    `${one('制发', '制定印发', '出台')}行政规范性文件${made}件，废止${number(figure('normative', 'repealed'))}件，现行有效${number(figure('normative', 'inForce'))}件。`,
    `全年制发行政规范性文件${made}件。`,
    '行政规范性文件集中公开，便于查阅。',
  );
}

const noise: readonly string[] = [
  '通过门户网站发布信息428条，其中政策文件12条、解读材料9条。',
  '公众号推送消息1036条，阅读量82万次。',
  '办理群众留言238件，答复热线工单1603件，满意率98.5%。',
  '办理人大代表建议3件、政协提案5件，答复意见全部公开。',
  '召开新闻发布会4场，编发公报6期。',
  '上半年组织培训2次，参加146人次。',
  '设置查阅点2处，配备自助查询设备3台。',
];

function overviewOf(pen: Pen, { format, year, body }: BalancedReport, tables: Tables): string[] {
  const requests = figureOf(format, 'applications', tables.applications ?? {});
  const disputes = figureOf(format, 'litigation', tables.litigation ?? {});
  const documents = figureOf(format, 'disclosure', tables.disclosure ?? {});
  const left = [...noise];
  // No sentence is told twice.
  const more = (): string => (pen.random(2) === 0 ? left.splice(pen.random(left.length), 1).join('') : '');
  const assessed = /人民政府|管理委员会|[开新]发?区$/.test(body)
    ? '政府信息公开列入绩效考核，开展社会评议1次，没有发生责任追究的情形。'
    : '把政府信息公开列入年度考核。';
  const aspects: readonly (readonly [heading: string, text: string])[] = [
    ['主动公开', `${year}年，及时公开群众关心的事项。${more()}${documentsText(pen, format, documents)}`],
    ['依申请公开', `${requestsText(pen, year, format, requests)}${disputesText(pen, disputes)}${more()}`],
    ['政府信息管理', `明确专人审查拟公开的信息，定期清理失效内容。${more()}`],
    ['政府信息公开平台建设', `改版公开专栏，方便群众检索。${more()}`],
    ['监督保障', `${assessed}${more()}`],
  ];
  const apart = pen.random(2) === 0;
  return aspects.flatMap(([heading, text], i) => {
    const numbered = `（${toChinese(i + 1)}）${heading}`;
    return apart ? [numbered, text] : [`${numbered}${pen.one('。', '情况。', '方面。')}${text}`];
  });
}

const problems = [
  '存在的主要问题：一是公开的形式较为单一；二是部分信息更新不够及时。',
  '改进情况：一是增加图解和短视频；二是明确每类信息的更新时限和责任人。',
];

function sectionsOf(pen: Pen, report: BalancedReport, tables: Tables): ReportSection[] {
  return report.sections.map((section) => {
    if (section.number === 1) return { ...section, paragraphs: overviewOf(pen, report, tables) };
    if (section.number === 5) return { ...section, paragraphs: problems };
    if (section.number !== 6) return { ...section, paragraphs: [] };
    if (report.year < 2021) return { ...section, paragraphs: [pen.one('无。', '无其他需要报告的事项。')] };
    const unpaid = figureOf(report.format, 'applications', tables.applications ?? {})('other.2', 'total') > 0;
    return {
      ...section,
      paragraphs: [`${unpaid ? '已发出收费通知，申请人逾期未缴纳。' : ''}本年度未收取信息处理费。`],
    };
  });
}

function citationOf(format: FormatId): string {
  return format === '2021'
    ? '《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）'
    : '《国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知》（国办公开办函〔2019〕60号）';
}

/** Whether so many requests were answered otherwise that a supervisor asks. */
function hasManyOthers({ format, tables }: BalancedReport): boolean {
  const requests = figureOf(format, 'applications', filled(tables).applications ?? {});
  const others = Math.max(requests('other', 'total'), requests('other.3', 'total'));
  return others >= 5 && 3 * others >= requests('total', 'total');
}

/** Right reports in both formats, of all report years. */
export const rightReportArb: fc.Arbitrary<BalancedReport> = fc
  .tuple(
    reportArb.filter((report) => !hasManyOthers(report)),
    fc.integer({ min: 0, max: 0x7fffffff }),
  )
  .map(([report, seed]) => {
    const pen = penOf(seed);
    const { format, year, body } = report;
    const whole = filled(report.tables);
    const tables = { ...whole, disclosure: plausible(format, whole.disclosure ?? {}) };
    const sections = report.sections.map((section, i) => ({
      ...section,
      heading: `${toChinese(i + 1)}、${formatOf(format).sections[i]?.title}`,
    }));
    const period = pen.one(
      `本报告所列数据的统计期限为${year}年1月1日至${year}年12月31日。`,
      `数据统计期限自${year}年1月1日起，至12月31日止。`,
    );
    return {
      ...report,
      title: [`${body}${year}年政府信息公开工作年度报告`],
      contents: 'none',
      preface: [`本报告根据《中华人民共和国政府信息公开条例》（国务院令第711号）和${citationOf(format)}编制。`, period],
      sections: sectionsOf(pen, { ...report, sections }, tables),
      tables,
      signature: [body, `${year + 1}年1月${10 + (seed % 15)}日`],
    };
  });
