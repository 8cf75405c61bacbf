/** Chinese text and what follows it, a space between them where that begins with a Latin letter: `转为 Markdown 表格`. */
export function followedBy(text: string, next: string): string {
  return /^[A-Za-z]/.test(next) ? `${text} ${next}` : text + next;
}

/** Runs of letters and digits that count as one character: `12345`, `H5`, `https`; every other sign counts as one. */
const COUNTED = /[A-Za-z\d０-９Ａ-Ｚａ-ｚ]+|[^\s\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/gu;

/** Number of characters of a text as office programs count them: without white space, a number or Latin word as one. */
export function wordCount(text: string): number {
  return text.match(COUNTED)?.length ?? 0;
}
