/**
 * Inline marks of Markdown and HTML, which set type and are no text: bold, italics, code, links, escapes, tags. They
 * are blanked out before anything is read, so that every line reads as without them. In a mark's place stand
 * invisible characters, as many as it has, so that all offsets stay the draft's.
 */

/** In place of bold and of a heading's tag, which make a line look like a heading. */
const STRONG = '\u2063';
/** In place of every other mark. */
const OTHER = '\u2064';

const BLANKED = /[\u2063\u2064]+/g;

/** A text that was blanked, without what stands in place of marks. */
export function withoutBlanks(text: string): string {
  return hasBlanks(text) ? text.replace(BLANKED, '') : text;
}

/** Cells are short, and there are thousands: a loop costs less than a pattern. */
function hasBlanks(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x2063 || code === 0x2064) return true;
  }
  return false;
}

/**
 * The offset in a blanked text of an offset in the same text without blanks: before the character that stands there,
 * behind the blanks in front of it.
 */
export function offsetWithBlanks(text: string, offset: number): number {
  let at = offset;
  for (const { start, end } of blanksIn(text)) {
    if (start > at) break;
    at += end - start;
  }
  return at;
}

/** Whether a blanked line is set like a heading: `## 一、总体情况`, `**一、总体情况**`, `<h2>一、总体情况</h2>`. */
export function isSetAsHeading(text: string): boolean {
  return /^[\s\u2064]*(?:#|\u2063)/.test(text);
}

/** The places of a blanked text that stand for marks, as offsets in it. */
export function blanksIn(text: string): { readonly start: number; readonly end: number }[] {
  return [...text.matchAll(BLANKED)].map(({ 0: blank, index }) => ({ start: index, end: index + blank.length }));
}

/** Whether a text can have marks at all; most have none. */
const MAY_HAVE_MARKS = /[\\`*_~<&\]]/;
/**
 * What a mark may begin with: an escape or a line's last backslash, a run of one sign, brackets, a tag, a space
 * written as an entity.
 */
const MARK =
  /\\(?:[!-/:-@[-`{-~]|(?=\r?\n|\r|$))|`+|\*+|_+|~~|!?\[|\]|<\/?[a-z][^<>\r\n]{0,300}>|&(?:nbsp|ensp|emsp|#160|#12288);/gi;
/** The same, and what ends a mark's reach: an empty line, the edge of a cell. */
const MARK_OR_EDGE = new RegExp(`${MARK.source}|[\\t|]|(?:\\r\\n|\\r|\\n)[ \\t]*(?=\\r|\\n)`, 'gi');
/** Behind the words of a link: `(https://… "…")`; at most this long. */
const TARGET = /^\(\s*(?:<[^<>\r\n]*>|[^\s()<>]*(?:\([^\s()]*\)[^\s()]*)*)(?:\s+(?:"[^"\r\n]*"|'[^'\r\n]*'))?\s*\)/;
const LONGEST_TARGET = 600;
/** `[1]: https://…`, by which `[政策解读][1]` is a link. */
const DEFINITION = /^ {0,3}\[([^\]\r\n]{1,80})\]:[ \t]/gm;
const REFERENCE = /^\[([^\]\r\n]{1,80})\]/;

/** Blanks out the signs of bold alone: `**一是强化培训。**`. */
export function blankBold(text: string): string {
  return text.replaceAll('**', STRONG + STRONG);
}

/** What stands in place of marks, in the order in which they were found: pairs are found at their ends. */
type Blanks = { readonly start: number; readonly end: number; readonly blank: string }[];

/**
 * Blanks out the inline marks of a text; line breaks stay. Total and linear. Bold without its other half is a mark
 * too: its half belongs to another paragraph, or was lost. Other signs without their halves are text: `5*6`, `___`.
 */
export function blankMarks(text: string): string {
  if (!MAY_HAVE_MARKS.test(text)) return text;
  const blanks: Blanks = [];
  const code = codeIn(text);
  const definitions = definitionsIn(text);
  let runs: SignRun[] = [];
  let brackets: { readonly start: number; readonly end: number }[] = [];
  let skip = 0;
  for (;;) {
    // Where nothing is open, nothing ends.
    const pattern = runs.length === 0 && brackets.length === 0 ? MARK : MARK_OR_EDGE;
    pattern.lastIndex = skip;
    const match = pattern.exec(text);
    if (match === null) break;
    const { 0: token, index: start } = match;
    const end = start + token.length;
    skip = end;
    switch (token.charAt(0)) {
      case '\\':
        // The backslash of an escaped pipe tells that no cell ends there.
        if (token !== '\\|') blanks.push({ start, end: start + 1, blank: OTHER });
        break;
      case '`':
        skip = blankCode(start, end, code.get(start), blanks);
        break;
      case '*':
      case '_':
      case '~':
        pair(runAt(text, start, token), runs, blanks);
        break;
      case '!':
      case '[':
        brackets.push({ start, end });
        break;
      case ']': {
        const open = brackets.pop();
        const target = open === undefined ? 0 : targetLength(text.slice(end, end + LONGEST_TARGET), definitions);
        if (open === undefined || target === 0) break;
        skip = end + target;
        // An image is no text, nor is what is said in its place.
        const isImage = text[open.start] === '!';
        blanks.push(
          { start: open.start, end: isImage ? skip : open.end, blank: OTHER },
          { start, end: skip, blank: OTHER },
        );
        break;
      }
      case '<':
        blankTag(start, token, blanks);
        break;
      case '&':
        blanks.push({ start, end, blank: OTHER });
        break;
      default:
        boldAlone(runs, blanks);
        runs = [];
        brackets = [];
    }
  }
  boldAlone(runs, blanks);
  return blanked(text, blanks);
}

function blanked(text: string, blanks: Blanks): string {
  let result = '';
  let at = 0;
  for (const { start, end, blank } of blanks.sort((a, b) => a.start - b.start)) {
    // What stands in an image or in an address was blanked with it.
    if (end <= at) continue;
    const from = Math.max(at, start);
    result += text.slice(at, from) + blank.repeat(end - from);
    at = end;
  }
  return result + text.slice(at);
}

/** Where the runs of backticks that begin code end it: at the next run of equal length before an empty line. */
function codeIn(text: string): ReadonlyMap<number, number> {
  const closing = new Map<number, number>();
  if (!text.includes('`')) return closing;
  /** By length the run that waits for its other half. */
  const open = new Map<number, number>();
  let until = 0;
  for (const { 0: token, index } of text.matchAll(/(?<!\\)`+|(?:\r\n|\r|\n)[ \t]*(?=[\r\n])/g)) {
    const start = open.get(token.length);
    if (!token.startsWith('`')) open.clear();
    // A run inside code is part of it.
    else if (start === undefined || start < until) open.set(token.length, index);
    else {
      closing.set(start, index);
      until = index + token.length;
      open.delete(token.length);
    }
  }
  return closing;
}

/** Blanks the backticks around code; the offset behind it. */
function blankCode(start: number, end: number, closing: number | undefined, blanks: Blanks): number {
  if (closing === undefined) return end;
  const until = closing + end - start;
  blanks.push({ start, end, blank: OTHER }, { start: closing, end: until, blank: OTHER });
  return until;
}

/** Tags that set type or lay out a page; every other one is text, whatever it says. */
const TAGS =
  /^<\/?(?:a|b|big|br|center|code|del|div|em|font|h[1-6]|hr|i|img|ins|kbd|mark|o:p|p|q|s|small|span|strike|strong|sub|sup|tt|u)(?=[\s/>])/i;

/** Blanks a tag; of an address between angle brackets, `<https://…>`, only the brackets. */
function blankTag(start: number, tag: string, blanks: Blanks): void {
  const end = start + tag.length;
  if (/^<[a-z][\w+.-]*:|^<[^\s<>]+@/i.test(tag)) {
    blanks.push({ start, end: start + 1, blank: OTHER }, { start: end - 1, end, blank: OTHER });
  } else if (TAGS.test(tag)) blanks.push({ start, end, blank: /^<(?:h[1-6]|b|strong)\b/i.test(tag) ? STRONG : OTHER });
}

function definitionsIn(text: string): ReadonlySet<string> {
  return new Set(text.includes(']:') ? [...text.matchAll(DEFINITION)].map(([, name = '']) => name) : []);
}

/** Length of a link's target behind its words: `(https://…)`, or `[1]` where that is defined; 0 where there is none. */
function targetLength(rest: string, definitions: ReadonlySet<string>): number {
  if (rest.startsWith('(')) return TARGET.exec(rest)?.[0].length ?? 0;
  const reference = definitions.size === 0 ? null : REFERENCE.exec(rest);
  return reference !== null && definitions.has(reference[1] ?? '') ? reference[0].length : 0;
}

/** A run of one sign that may begin or end marks. */
interface SignRun {
  readonly sign: string;
  readonly start: number;
  readonly canOpen: boolean;
  readonly canClose: boolean;
  /** How many of its signs, from its start, belong to no pair. */
  readonly left: number;
}

/** A run of signs; between white space on both sides, or inside a Latin word or a number, it is text. */
function runAt(text: string, start: number, token: string): SignRun {
  const before = text.charAt(start - 1);
  const after = text.charAt(start + token.length);
  const inWord = /\w/.test(before) && /\w/.test(after);
  const sign = token.charAt(0);
  return {
    sign,
    start,
    left: token.length,
    // Underscores inside words are text, in Chinese as well.
    canOpen: !inWord && /\S/.test(after) && !(sign === '_' && WORD.test(before)),
    canClose: !inWord && /\S/.test(before) && !(sign === '_' && WORD.test(after)),
  };
}

const WORD = /[\p{L}\p{N}]/u;
/** Runs that are looked back at for a closing one: a text of nothing but signs costs no more than its length. */
const MOST_OPEN = 32;

/** Pairs a run with those before it that it closes, nearest first, as CommonMark does; what is left of it may open. */
function pair(run: SignRun, runs: SignRun[], blanks: Blanks): void {
  let { start, left } = run;
  for (let i = runs.length - 1; run.canClose && left > 0 && i >= Math.max(0, runs.length - MOST_OPEN); i--) {
    const open = runs[i];
    if (open === undefined || open.sign !== run.sign || !open.canOpen) continue;
    // What was opened in between has no other half inside this pair.
    boldAlone(runs.splice(i + 1), blanks);
    const length = Math.min(open.left, left);
    const blank = length > 1 && run.sign !== '~' ? STRONG : OTHER;
    const end = open.start + open.left;
    blanks.push({ start: end - length, end, blank }, { start, end: start + length, blank });
    start += length;
    left -= length;
    runs.splice(i, 1, ...(open.left > length ? [{ ...open, left: open.left - length }] : []));
  }
  if (left > 0) runs.push({ ...run, start, left });
}

/** Blanks bold that has no other half. */
function boldAlone(runs: readonly SignRun[], blanks: Blanks): void {
  for (const { sign, start, left } of runs) {
    if (left === 2 && sign !== '~') blanks.push({ start, end: start + 2, blank: STRONG });
  }
}
