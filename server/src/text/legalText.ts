/** Characters that neither XML nor HTML has a place for: controls, halves of surrogate pairs, no characters. */
const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A text without the characters that no XML or HTML file may hold. */
export function legalText(text: string): string {
  return text.replace(FORBIDDEN, '');
}
