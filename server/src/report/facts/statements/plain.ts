import { memo, PARAGRAPHS } from '../../../text/memo.ts';

/** Full-width digits, brackets and signs that patterns name in narrow form; commas and other marks stay. */
const NARROWED = /[０-９（）：．％＋－／]/g;

/** A paragraph's text with digits, brackets and signs in narrow form, character for character: the same offsets. */
export const plainText: (text: string) => string = memo(
  (text) => text.replace(NARROWED, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0)),
  PARAGRAPHS,
);
