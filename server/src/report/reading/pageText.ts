import { trimSpan } from '../../text/fold.ts';
import { part, type TextPart } from './pieces.ts';

/** The text of a line or a cell of a page, gathered from its parts as a browser shows it. */
export interface TextOfPage {
  /** Adds some text of the page, entities resolved, with its place there. */
  readonly add: (data: string, start: number, end: number) => void;
  /** What follows stands on a line of its own: it does not run together with the word or number before it. */
  readonly breakLine: () => void;
  /** The text from its first character to its last, and its place; undefined where nothing is shown. */
  readonly taken: () => TextPart | undefined;
}

const SPACES = /[\t\n\f\r ]+/g;
/** In place of what a browser does not show, as comments: no white space, so that `1<!-- -->2` is 12. */
export const UNSHOWN = '\u2064';
const EDGE = '\t\n\f\r \u2064';
/** What would be another number or word if it ran together. */
const WORD = /[\dA-Za-z０-９]/;

/**
 * Gathers a text. White space is one space however much there is, also where tags stand in it, and none at the edges:
 * `<span>1</span><span>2</span>` is 12, `<span>1</span> <span> 2</span>` is `1 2`.
 */
export function textOfPage(): TextOfPage {
  const parts: string[] = [];
  let start = 0;
  let end = 0;
  let last = '';
  let broken = false;
  return {
    add: (data, from, to) => {
      const exact = data.length === to - from;
      let text = data.replaceAll(UNSHOWN, '').replace(SPACES, ' ');
      if ((parts.length === 0 || last === ' ') && text.startsWith(' ')) text = text.slice(1);
      if (text === '') return;
      if (text === ' ') {
        parts.push(text);
        last = text;
        return;
      }
      if (broken && parts.length > 0 && WORD.test(last) && WORD.test(text.charAt(0))) parts.push(' ');
      broken = false;
      if (parts.length === 0) start = exact ? from + leadOf(data) : from;
      parts.push(text);
      last = text.charAt(text.length - 1);
      end = exact ? from + endOf(data) : to;
    },
    breakLine: () => {
      broken = true;
    },
    taken: () => {
      if (parts.length === 0) return undefined;
      const text = parts.join('');
      const whole = { text: text.slice(0, endOf(text)), span: { start, end } };
      const inner = trimSpan(whole.text, 0, whole.text.length);
      // What is not exact keeps its whole place.
      return inner.start === inner.end ? undefined : part(whole, inner.start, inner.end);
    },
  };
}

/** How many characters stand before a text's first one that is shown. */
function leadOf(text: string): number {
  let at = 0;
  while (at < text.length && EDGE.includes(text.charAt(at))) at++;
  return at;
}

/** Where a text's last character that is shown ends. */
function endOf(text: string): number {
  let end = text.length;
  while (end > 0 && EDGE.includes(text.charAt(end - 1))) end--;
  return end;
}
