/** A number that tells a person, in a text. */
export interface PersonalNumber {
  readonly kind: 'identity' | 'mobile';
  readonly from: number;
  readonly to: number;
}

/** `99010119900101006X`: 18 digits, the last of which may be an X. No part of a longer number, an address or a word. */
const IDENTITY = /(?<![\dA-Za-z/_.=-])[1-9]\d{16}[\dXx](?![\dA-Za-z/_=-])/g;
/** `19912345678`, `199-1234-5678`: no landline, whose area code begins with 0, and no count: `19912345678次`. */
const MOBILE =
  /(?<![\dA-Za-z/_.,=¥￥-])1[3-9]\d(?:\d{8}|-\d{4}-\d{4})(?![\dA-Za-z/_=-]|[.,]\d|\s?[次人条件元个项份万亿余多%％])/g;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** The identity numbers with a right check digit and date of birth (GB 11643), and the mobile numbers of a text, in order. */
export function personalNumbers(text: string): readonly PersonalNumber[] {
  const found: PersonalNumber[] = [];
  for (const match of text.matchAll(IDENTITY)) {
    if (isIdentity(match[0])) found.push({ kind: 'identity', from: match.index, to: match.index + match[0].length });
  }
  for (const match of text.matchAll(MOBILE)) {
    found.push({ kind: 'mobile', from: match.index, to: match.index + match[0].length });
  }
  return found.sort((a, b) => a.from - b.from);
}

function isIdentity(number: string): boolean {
  const [year, month, day] = [number.slice(6, 10), number.slice(10, 12), number.slice(12, 14)].map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  if (year < 1900 || year > 2099 || month < 1 || month > 12 || day < 1 || day > 31) return false;
  const sum = WEIGHTS.reduce((all, weight, i) => all + weight * Number(number.charAt(i)), 0);
  return '10X98765432'.charAt(sum % 11) === number.charAt(17).toUpperCase();
}

/** A number with all but its ends hidden: `199****5678`, `990***********006X`. */
export function masked(number: string): string {
  return number.slice(0, 3) + '*'.repeat(Math.max(0, number.length - 7)) + number.slice(-4);
}
