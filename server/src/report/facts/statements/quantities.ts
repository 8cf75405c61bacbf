import { largeChineseNumber } from '../../../text/numeral.ts';

/** A number with its unit in running text. Offsets are those of the paragraph's text. */
export interface Quantity {
  readonly value: number;
  /** What is counted by: 件, 份, 条 … 元, 万元, %. */
  readonly unit: string;
  /** The number's own characters: `１５`, `十二` (12), `1.2万` (12,000); without signs of rounding and unit. */
  readonly from: number;
  readonly to: number;
  /** Behind the unit. */
  readonly end: number;
  /** 余, 近, 约, 多, 万 (over, nearly, about, and more, ten thousand): the number is no exact one. */
  readonly rounded: boolean;
  /** Digits behind the point: a percentage or amount is compared to as many. */
  readonly decimals: number;
}

/** Counting words that count the same thing: requests, cases, documents. */
export const COUNTED: ReadonlySet<string> = new Set([
  '件',
  '件次',
  '份',
  '条',
  '起',
  '封',
  '项',
  '个',
  '宗',
  '例',
  '桩',
]);

/** These and others: people, times, meetings, articles, issues, copies, places; money; percent. */
const UNITS =
  '件次|人次|场次|件|份|条|起|封|项|个|宗|例|桩|篇|期|次|场|家|人|部|册|幅|处|名|万元|亿元|元|%|％|个百分点';

// `1,234件`, `1 2 件` (digits that a PDF set apart), `1.2万件` (12,000), `300余件` (over 300), `47.10万元` (471,000 yuan)
const DIGITS = new RegExp(
  `(?<![\\d.〔第+])(\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d+(?:[ \\u3000]\\d+)*)(\\.\\d+)?([ \\u3000]{0,2}[万亿](?!元))?([ \\u3000]?(?:余|多))?[ \\u3000]{0,3}(?:左右|以上)?(${UNITS})`,
  'g',
);
// `两件`, `十二件`, `三十余件` (two, twelve, over thirty); 条, 个, 项, 次 with a Chinese numeral are mostly turns of phrase:
// 一条龙 (all in one), 一次性 (at once)
const CHINESE =
  /(?<![第一二两三四五六七八九十百千零〇\d])([一二两三四五六七八九十百千零〇]{1,7})(余|多)?(件次|件|份|起|封|宗)/g;
/** Without one of its units no Chinese numeral is looked for. */
const COUNTED_BY_CHINESE = /[件份起封宗]/;
/**
 * What is counted by 个 or 项 but is no request or document: `20个工作日` (working days), `39个政府部门` (departments),
 * `6个部分` (parts), `3项制度` (rules).
 */
const OTHER_NOUN =
  /^\s?(?:工作日|月|小时|季度|部门|部分|单位|方面|乡镇|街道|县|区|平台|网站|账号|专区|栏目|类|环节|政府|百分点|内容|工作|制度|措施|举措|任务|机制|要求|指标|章节|板块|问题|领域)/;
/** Nearly, about, over, as many as, less than. */
const ROUNDED_BEFORE = /(?:近|约|超|逾|达到?约|大约|将近|超过|不足|不到|突破)[ ]?$/;
/** And more, or so, or more. */
const ROUNDED_AFTER = /^(?:余|多|左右|以上|上下)/;

/**
 * The quantities of a text, in order. Linear in the text.
 * @param text digits and signs in narrow form (see `plainText`)
 */
export function quantitiesIn(text: string): Quantity[] {
  const found: Quantity[] = [];
  for (const match of text.matchAll(DIGITS)) {
    const [all, whole = '', fraction = '', scale = '', more = '', unit = ''] = match;
    const from = match.index;
    const end = from + all.length;
    if ((unit === '个' || unit === '项') && OTHER_NOUN.test(text.slice(end, end + 5))) continue;
    const factor = scale.endsWith('万') ? 4 : scale.endsWith('亿') ? 8 : 0;
    found.push({
      value: Number(`${whole.replace(/\D/g, '')}${fraction}e${factor}`),
      unit: unit === '％' ? '%' : unit,
      from,
      to: from + whole.length + fraction.length + scale.length,
      end,
      rounded: factor > 0 || more !== '' || /左右|以上/.test(all) || isRounded(text, from, end),
      decimals: Math.max(0, fraction.length - 1),
    });
  }
  for (const match of COUNTED_BY_CHINESE.test(text) ? text.matchAll(CHINESE) : []) {
    const [all, digits = '', more = '', unit = ''] = match;
    const value = largeChineseNumber(digits);
    if (value === undefined) continue;
    const from = match.index;
    const end = from + all.length;
    const rounded = more !== '' || isRounded(text, from, end);
    found.push({ value, unit, from, to: from + digits.length, end, rounded, decimals: 0 });
  }
  return found.sort((a, b) => a.from - b.from);
}

function isRounded(text: string, from: number, end: number): boolean {
  return ROUNDED_BEFORE.test(text.slice(Math.max(0, from - 4), from)) || ROUNDED_AFTER.test(text.slice(end, end + 2));
}
