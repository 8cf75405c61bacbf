const DIGITS = '零一二三四五六七八九';

/** How a numeral before a heading or label is written. */
export type NumeralStyle = 'chinese' | 'arabic' | 'bracketed' | 'part';

/** A numeral before a heading, as `一、`, `1.`, `（一）` or `第一部分` (part one). */
export interface Numeral {
  readonly value: number;
  readonly style: NumeralStyle;
  /** UTF-16 units from the start of the text to the end of the numeral with its mark. */
  readonly length: number;
}

/** Value of a Chinese number up to 99 (`十二` → 12); undefined where it is none. */
export function chineseNumber(text: string): number | undefined {
  const match = /^(?:([一二两三四五六七八九])?(十))?([零〇一二两三四五六七八九])?$/.exec(text);
  if (match === null || text === '') return undefined;
  const digit = (char: string | undefined) =>
    char === undefined ? 0 : DIGITS.indexOf(char === '两' ? '二' : char === '〇' ? '零' : char);
  return (match[2] === undefined ? 0 : 10 * (match[1] === undefined ? 1 : digit(match[1]))) + digit(match[3]);
}

const UNITS_OF_TEN: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** Value of a Chinese number below 10,000 (`一百零二` → 102, `两` → 2); undefined where it is none. */
export function largeChineseNumber(text: string): number | undefined {
  let total = 0;
  let digit: number | undefined;
  let smallest = 10_000;
  for (const char of text) {
    const unit = UNITS_OF_TEN[char];
    if (unit !== undefined) {
      if (unit >= smallest || (digit === undefined && total > 0)) return undefined;
      total += (digit ?? 1) * unit;
      smallest = unit;
      digit = undefined;
      continue;
    }
    const value = char === '两' ? 2 : char === '〇' ? 0 : DIGITS.indexOf(char);
    if (value < 0 || (digit !== undefined && digit !== 0)) return undefined;
    digit = value === 0 && total > 0 ? undefined : value;
  }
  return text === '' ? undefined : total + (digit ?? 0);
}

/** Chinese numeral of a number from 1 to 99: 12 → `十二`. */
export function toChinese(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  const head = tens === 0 ? '' : tens === 1 ? '十' : `${DIGITS[tens]}十`;
  return head + (ones === 0 && tens > 0 ? '' : (DIGITS[ones] ?? ''));
}

const NUMERAL =
  /^(?:第\s*([一二三四五六七八九十]{1,3})\s*(?:部分|章|条)?[、.．,，:：\s]?|[（(]\s*([一二三四五六七八九十]{1,3}|\d{1,2})\s*[）)][、.．]?|([一二三四五六七八九十]{1,3})\s*([、.．,，:：)）]|(?=\s))|(\d{1,2}|[０-９]{1,2})\s*([、．,，:：)）]|\.(?!\d)|(?=\s)))/;

/**
 * The numeral at the start of a text that begins without white space; undefined where there is none.
 * Samples: `一、 总体情况`, `1、 总体情况`, `( 一)`, `一)` (left bracket lost), `第一部分 …`.
 */
export function readNumeral(text: string): Numeral | undefined {
  const match = NUMERAL.exec(text);
  if (match === null) return undefined;
  const style: NumeralStyle =
    match[1] !== undefined
      ? 'part'
      : match[2] !== undefined || /[)）]/.test(match[4] ?? match[6] ?? '')
        ? 'bracketed'
        : match[3] !== undefined
          ? 'chinese'
          : 'arabic';
  const digits = match[1] ?? match[2] ?? match[3] ?? match[5] ?? '';
  const value = chineseNumber(digits) ?? Number(digits.normalize('NFKC'));
  return Number.isNaN(value) ? undefined : { value, style, length: match[0].length };
}
