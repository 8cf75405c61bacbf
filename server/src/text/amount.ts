import { INVISIBLE, squeeze } from './fold.ts';
import { memo } from './memo.ts';
import { chineseNumber } from './numeral.ts';

/** What had to be forgiven to read a cell as a number. */
export type Repair = 'full-width' | 'separator' | 'space' | 'invisible' | 'letter' | 'word' | 'sign' | 'unit' | 'mark';

/** A cell's content: nothing, "does not apply" (`/`, `—`), a number with what was forgiven, or something else. */
export type Amount =
  | { readonly kind: 'blank' }
  | { readonly kind: 'none' }
  | { readonly kind: 'number'; readonly value: number; readonly repairs: readonly Repair[]; readonly unit: string }
  | { readonly kind: 'text' };

const BLANK: Amount = { kind: 'blank' };
const NONE: Amount = { kind: 'none' };
const TEXT: Amount = { kind: 'text' };
const DIGITS: readonly Amount[] = Array.from({ length: 10 }, (_, value) => ({
  kind: 'number',
  value,
  repairs: [],
  unit: '',
}));

/** Amounts of 万元 that one of the unit is, as a power of ten. */
const MONEY: Readonly<Record<string, number>> = { 元: -4, 千元: -1, 万元: 0, 万: 0, 百万元: 2, 亿元: 4, 亿: 4 };

/** What one of a unit of money comes to in 万元, `亿元` → 10,000; undefined where it is no unit of money. */
export function inTenThousands(unit: string): number | undefined {
  const exponent = MONEY[unit];
  return exponent === undefined ? undefined : Number(`1e${exponent}`);
}

// `+0`, `-4`, `减4` (less 4), `1,238.24万元` (12,382,400 yuan), `38项` (38 items)
const NUMBER = /^([+\-−–—]|增加?|减少?|下降)?(\d{1,3}(?:[,，、'’]\d{3})+|\d+)(\.\d+)?([\u4e00-\u9fff]{0,3})[。；;]?$/;
const COUNT_UNIT = /^(?:件次?|项次?|个|条|起|宗|份|次|期|人次?)$/;

/** Whether a text can be nothing but a value: decides what is a cell of numbers and what a label. */
export function isAmount(text: string): boolean {
  const { kind } = readAmount(text);
  return kind === 'number' || kind === 'none';
}

/**
 * Reads a cell. Money is given in 万元 (`251000元` → 25.1), an amount without unit as it stands; never throws.
 * What it takes for a number: digits in any width, thousands separators, a sign or its word, one unit behind,
 * `无` (none) and Chinese numerals, and the letters O and l that stand where digits are meant.
 */
export function readAmount(text: string): Amount {
  if (text === '') return BLANK;
  if (text.length === 1) {
    const code = text.charCodeAt(0);
    const digit = DIGITS[code - 0x30];
    if (digit !== undefined) return digit;
  }
  return text.length > 40 ? TEXT : readLonger(text);
}

const readLonger = memo((text: string): Amount => {
  const plain = squeeze(text);
  if (plain === '') return BLANK;
  if (/^(?:[/\\\-−–—─]|--|——|──|―+|\/\/)$/.test(plain)) return NONE;
  if (/^(?:无|没有|零|〇|无件|零件)$/.test(plain)) return { kind: 'number', value: 0, repairs: ['word'], unit: '' };
  const repairs: Repair[] = [];
  if (/[\uff01-\uff5e]/.test(text)) repairs.push('full-width');
  if (INVISIBLE.test(text)) repairs.push('invisible');
  if (/\d\s+\d/.test(text)) repairs.push('space');
  let digits = plain;
  // A bar alone is the edge of a cell, no number.
  if (/^[\dOoQlI|,.]+$/.test(digits) && /[OoQlI|]/.test(digits) && /[^|,.]/.test(digits) && digits.length <= 6) {
    digits = digits.replace(/[OoQ]/g, '0').replace(/[lI|]/g, '1');
    repairs.push('letter');
  }
  const match = NUMBER.exec(digits);
  if (match === null) return chinese(plain);
  const [, sign = '', whole = '', fraction = '', unit = ''] = match;
  if (sign !== '' && !'+-'.includes(sign)) repairs.push('sign');
  if (/\D/.test(whole)) repairs.push('separator');
  if (/[。；;]$/.test(plain)) repairs.push('mark');
  const exponent = MONEY[unit];
  if (unit !== '') {
    if (exponent === undefined && !COUNT_UNIT.test(unit)) return TEXT;
    repairs.push('unit');
  }
  const value = Number(`${whole.replace(/\D/g, '')}${fraction}e${exponent ?? 0}`);
  const negative = sign !== '' && !/^(?:\+|增)/.test(sign);
  return { kind: 'number', value: negative && value !== 0 ? -value : value, repairs, unit };
});

function chinese(plain: string): Amount {
  const value = chineseNumber(plain.replace(/[件项个条起宗份]$/, ''));
  return value === undefined ? TEXT : { kind: 'number', value, repairs: ['word'], unit: '' };
}

/**
 * Whether a cell that reads as a number may hold several, as a row that copying put into one cell: `92 3 1 97`; not one
 * number whose digits were set apart, `1 0 5`, or one with spaces between its thousands, `12 345 678`.
 */
export function mayBeSeveral(text: string): boolean {
  const parts = text.split(/\s+/).filter((part) => /\d/.test(part));
  if (parts.length < 3 || /^\s*\d{1,3}(?:\s\d{3})+(?:\.\d+)?\D*$/.test(text)) return false;
  return parts.some((part) => part.length > 1);
}
