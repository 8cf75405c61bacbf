import { eastAsianWidth } from 'get-east-asian-width';

/** Columns that a text takes in a fixed-width font: wide characters two, combining and zero-width marks none. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    if (code < 0x300) width += code < 0x20 ? 0 : 1;
    else if (!/[\p{M}\u200b-\u200f\u2060\ufeff]/u.test(char)) width += eastAsianWidth(code);
  }
  return width;
}
