import { trimText } from './fold.ts';

/** What stands on either side of a page number: dashes in any width, dots. */
const MARKS = '[-—–－·]';
/** `- 3 -`, `—12—`, `第 3 页` (page 3), `第3页，共8页` (page 3 of 8), `第3页（共8页）`. */
const MARKED = new RegExp(
  `^(?:${MARKS}+\\s*\\d{1,3}\\s*${MARKS}+|第\\s*\\d{1,3}\\s*页(?:\\s*[，,/（(]?\\s*[共总]\\s*\\d{1,3}\\s*页[）)]?)?)$`,
);
/** `3`, `—3`, `3 -`: of the marks one or both are lost. */
const HALF_MARKED = new RegExp(`^(?:${MARKS}|\\s)*\\d{1,3}(?:${MARKS}|\\s)*$`);

/** Whether a text is a page number that copying left, wherever it stands: `- 3 -`, `第 3 页 共 8 页` (page 3 of 8). */
export function isPageNumber(text: string): boolean {
  return MARKED.test(trimText(text));
}

/** Whether a text may be a page number where no numbers stand alone, as between two lines of a sentence: also `3`, `—3`. */
export function mayBePageNumber(text: string): boolean {
  return HALF_MARKED.test(trimText(text)) || isPageNumber(text);
}

/** Whether a text may be a page number in a table, where a sign makes it a value: a number alone, `3`. */
export function isLoneNumber(text: string): boolean {
  return /^\d{1,3}$/.test(trimText(text));
}
