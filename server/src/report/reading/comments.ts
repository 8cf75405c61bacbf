import type { Span } from '../../text/span.ts';
import type { SuppressionComment } from '../model.ts';

/** What a comment to this program can ask for, as its first word. */
export const suppressionWords = {
  /** What begins on the next line that holds text; where a table begins there, in the table. */
  nextLine: 'nianbao-disable-next-line',
  /** What begins on its own line. */
  line: 'nianbao-disable-line',
  /** All from here on. */
  begin: 'nianbao-disable',
  /** Ends `begin`. */
  end: 'nianbao-enable',
} as const;

/** A draft whose comments are blanked out, and what they say. */
export interface Uncommented {
  /** The draft with a space in place of each character of a comment; line breaks stay, so all offsets are the same. */
  readonly text: string;
  /** The comments in order. */
  readonly spans: readonly Span[];
  readonly suppressions: readonly SuppressionComment[];
}

const OPENING = '<!--';
const CLOSING = '-->';
/** Of `<!-- nianbao-disable-next-line period, citation -->` the word and what follows it. */
const SUPPRESSION = /^<!--\s*(nianbao-[\w-]*)(?=[\s,，、]|-->)/;
const NAME = /[^\s,，、]+/g;
/** What may follow the codes: `-- why it is so`. */
const REASON = /(?<=\s)-{2,}(?=\s)/;

/**
 * Blanks out the HTML comments of a draft. One that is never closed is no comment: it is damage.
 * @param isHidden whether an offset stands in a code block, where nothing is a comment
 */
export function withoutComments(text: string, isHidden: (offset: number) => boolean): Uncommented {
  const spans: Span[] = [];
  const suppressions: SuppressionComment[] = [];
  let plain = '';
  let at = 0;
  for (let start = text.indexOf(OPENING); start >= 0; ) {
    if (isHidden(start)) {
      start = text.indexOf(OPENING, start + OPENING.length);
      continue;
    }
    const closing = text.indexOf(CLOSING, start + OPENING.length);
    if (closing < 0) break;
    const end = closing + CLOSING.length;
    const comment = text.slice(start, end);
    plain += text.slice(at, start) + comment.replace(/[^\r\n]/g, ' ');
    at = end;
    spans.push({ start, end });
    const suppression = suppressionIn(comment, start);
    if (suppression !== undefined) suppressions.push(suppression);
    start = text.indexOf(OPENING, end);
  }
  return { text: spans.length === 0 ? text : plain + text.slice(at), spans, suppressions };
}

/** What a comment says to this program; undefined for any other comment. */
function suppressionIn(comment: string, start: number): SuppressionComment | undefined {
  const word = SUPPRESSION.exec(comment)?.[1];
  if (word === undefined) return undefined;
  const from = comment.indexOf(word);
  const rest = comment.slice(from + word.length, comment.length - CLOSING.length);
  const list = rest.slice(0, REASON.exec(rest)?.index ?? rest.length);
  return {
    span: { start, end: start + comment.length },
    word,
    wordSpan: { start: start + from, end: start + from + word.length },
    names: [...list.matchAll(NAME)].map(({ 0: text, index }) => {
      const at = start + from + word.length + index;
      return { text, span: { start: at, end: at + text.length } };
    }),
  };
}
