/**
 * Folding makes keys out of labels: what copying adds, drops or changes in a label (white space, width, brackets,
 * punctuation) is not in the key. A folded text is only ever looked up, never measured: it has no offsets.
 */

/** White space and invisible characters: ASCII, NBSP, U+3000, the U+2000 block's spaces, zero-width marks, BOM. */
export function isSpace(code: number): boolean {
  if (code < 0x80) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  if (code > 0x3000) return code === 0xfeff;
  if (code === 0xa0 || code === 0x3000 || code === 0xfeff || code === 0xad) return true;
  return (code >= 0x2000 && code <= 0x200f) || (code >= 0x2028 && code <= 0x202f) || (code >= 0x205f && code <= 0x2064);
}

/** White space that takes room: what sets words apart. */
export function isGap(code: number): boolean {
  return isSpace(code) && !(code >= 0x200b && code <= 0x200f) && code !== 0xad && (code < 0x2060 || code === 0x3000);
}

/** Invisible characters that no keyboard types into a draft: zero-width spaces and joiners, soft hyphen, BOM. */
export const INVISIBLE = /[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]/;

/** Code of the character that a width variant stands for (`１` → `1`, `Ａ` → `A`, `－` → `-`). */
function narrow(code: number): number {
  return code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code;
}

function isKeyCode(code: number): boolean {
  if (code < 0x80)
    return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
  return code >= 0x3400 && code <= 0x9fff;
}

/** Radical look-alikes (U+2E80–2FDF) and compatibility ideographs, which PDF text layers put for common characters. */
const COMPATIBILITY = /[\u2e80-\u2fdf\uf900-\ufaff]/;

/**
 * Key of a label: its Chinese characters, letters and digits in narrow form; everything else is dropped.
 * `（二）部分 公开(区分处理的, …` → `二部分公开区分处理的…`
 */
export function fold(text: string): string {
  const source = COMPATIBILITY.test(text) ? text.normalize('NFKC') : text;
  let start = -1;
  let key = '';
  for (let i = 0; i < source.length; i++) {
    const code = source.charCodeAt(i);
    if (isKeyCode(code)) {
      if (start < 0) start = i;
      continue;
    }
    if (start >= 0) {
      key += source.slice(start, i);
      start = -1;
    }
    const plain = narrow(code);
    if (plain !== code && isKeyCode(plain)) key += String.fromCharCode(plain);
  }
  return start < 0 ? key : key + source.slice(start);
}

/** The text in narrow form without any white space; everything else stays. For numbers, not for labels. */
export function squeeze(text: string): string {
  let result = '';
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (!isSpace(code)) result += String.fromCharCode(narrow(code));
  }
  return result;
}

/**
 * The span of the text inside `start`…`end` without the white space around it; empty at `start` if nothing is left.
 */
export function trimSpan(text: string, start: number, end: number): { start: number; end: number } {
  let from = start;
  let to = end;
  while (from < to && isSpace(text.charCodeAt(from))) from++;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
  return from === to ? { start, end: start } : { start: from, end: to };
}

/** Whether a text is nothing but white space and invisible characters. */
export function isBlank(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (!isSpace(text.charCodeAt(i))) return false;
  return true;
}

/** A text without the white space around it. */
export function trimText(text: string): string {
  const { start, end } = trimSpan(text, 0, text.length);
  return text.slice(start, end);
}

/**
 * Levenshtein distance in a band: number of insertions, deletions and substitutions between two keys, or `limit + 1` when there are more.
 * Costs at most length × (2·limit + 1).
 */
export function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = new Array<number>(b.length + 1).fill(limit + 1);
    if (i <= limit) current[0] = i;
    let best = limit + 1;
    for (let j = Math.max(1, i - limit); j <= Math.min(b.length, i + limit); j++) {
      const change = (previous[j - 1] ?? 0) + (a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1);
      const value = Math.min(change, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1);
      current[j] = value;
      if (value < best) best = value;
    }
    if (best > limit) return limit + 1;
    previous = current;
  }
  return Math.min(previous[b.length] ?? limit + 1, limit + 1);
}
