/** How often each number stands in a text. */
export type Count = ReadonlyMap<string, number>;

/** Tags, comments, entities and addresses of links, `[words](https://… "title")`: what they hold is not shown. */
const MARKUP = /<!--[\s\S]*?-->|<\/?[a-z][^<>]*>|&#?\w{1,10};|(?<=\])\(https?:(?:[^()\n]|\([^()\n]*\))*\)/gi;
/** What Markdown and copying put into words and numbers. */
const UNSEEN = /[\\*_\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/g;
const SEPARATOR = /(?<=\d)[,，'’](?=\d{3}(?!\d))/g;
/** A numeral of a label: `1.属于国家秘密`, or `1.` in a cell of its own. */
const NUMERAL =
  /(?<![\d.,+−–—\p{L}-])\d{1,2} *(?:[.．、)）](?= *\p{Script=Han})|[.．、](?=\s*(?:[|\t<\r\n]|$)))|(?<=\p{L})\d *[.．](?= *\p{Script=Han})/gu;
/** Page numbers that nobody takes for a number of a table. */
const PAGE = /^[^\S\r\n]*(?:[-—–]\s*\d{1,3}\s*[-—–]|第\s*\d{1,3}\s*页)[^\S\r\n]*$/gmu;

/** The numbers of a text, save those of labels, page numbers and markup. */
export function numbersOf(text: string): Count {
  const count = new Map<string, number>();
  const plain = text.replace(MARKUP, ' ').normalize('NFKC').replace(UNSEEN, '').replace(SEPARATOR, '');
  for (const [digits] of plain.replace(PAGE, '').replace(NUMERAL, '').matchAll(/\d+/g)) {
    const number = String(BigInt(digits));
    count.set(number, (count.get(number) ?? 0) + 1);
  }
  return count;
}

/** The numbers that a text has more often than another, each as often as it is missing there. */
export function missingNumbers(before: string, after: string): string[] {
  const there = numbersOf(after);
  return [...numbersOf(before)].flatMap(([number, times]) =>
    Array.from({ length: Math.max(0, times - (there.get(number) ?? 0)) }, () => number),
  );
}
