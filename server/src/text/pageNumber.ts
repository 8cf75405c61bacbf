import { trimText } from './fold.ts';

/** What stands on either side of a page number: dashes in any width, dots. */
const MARKS = '[-—–－·]';
/** `- 3 -`, `—12—`, `第 3 页` (page 3), `第3页，共8页` (page 3 of 8), `第3页（共8页）`. */
const MARKED = new RegExp(
  `^(?:${MARKS}+\\s*\\d{1,3}\\s*${MARKS}+|第\\s*\\d{1,3}\\s*页(?:\\s*[，,/（(]?\\s*[共总]\\s*\\d{1,3}\\s*页[）)]?)?)$`,
);
/** `3`, `3 页`, `—3`: a page number only where a page may end. */
const BARE = new RegExp(`^(?:${MARKS}|\\s)*(?:第\\s*)?\\d{1,3}(?:\\s*页)?(?:${MARKS}|\\s)*$`);

/** Whether a text is a page number that copying left, wherever it stands: `- 3 -`, `第 3 页 共 8 页`. */
export function isPageNumber(text: string): boolean {
  return MARKED.test(trimText(text));
}

/** Whether a text may be a page number: also a number alone, which elsewhere is the value of a cell. */
export function mayBePageNumber(text: string): boolean {
  return BARE.test(trimText(text)) || isPageNumber(text);
}
