import { misspellings, type Series, series } from '../../format/wording.ts';
import { fold } from '../../text/fold.ts';
import type { Slip } from './slip.ts';

/** A text without marks and white space, and where in the text each of its characters stands. */
interface Key {
  readonly text: string;
  readonly at: readonly number[];
}

function keyOf(text: string): Key {
  const at: number[] = [];
  let key = '';
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x4e00 || code > 0x9fff) continue;
    key += text.charAt(i);
    at.push(i);
  }
  return { text: key, at };
}

/** A fixed series as it is looked for: where all but one of its characters stand, one half of it does. */
interface Sought {
  readonly series: Series;
  readonly key: string;
  readonly half: number;
  readonly head: string;
  readonly tail: string;
  /** The head from its end. */
  readonly back: string;
  readonly variants: readonly string[];
}

const sought: readonly Sought[] = series.map((one) => {
  const key = fold(one.text);
  const half = key.length >> 1;
  const head = key.slice(0, half);
  const variants = (one.variants ?? []).map(fold);
  return { series: one, key, half, head, tail: key.slice(half), back: reversed(head), variants };
});

/** First three characters of either half, whatever marks stand between them: a text without them holds no series. */
const GUARD = new RegExp(
  [...new Set(sought.flatMap(({ key, half }) => [key.slice(0, 3), key.slice(half, half + 3)]))]
    .map((start) => [...start].join('[^\\u4e00-\\u9fff]{0,3}'))
    .join('|'),
);

/** Fixed series that are off by one character, other than the first and the last. */
export function seriesSlips(text: string): readonly Slip[] {
  if (!GUARD.test(text)) return [];
  const key = keyOf(text);
  return sought
    .filter(({ head, tail }) => key.text.includes(head) || key.text.includes(tail))
    .flatMap((one) => [...slipsOf(one, key, text)]);
}

function* slipsOf(one: Sought, found: Key, text: string): Iterable<Slip> {
  const { key, half, head, tail, back, variants } = one;
  const right = one.series.text;
  for (let at = found.text.indexOf(head); at >= 0; at = found.text.indexOf(head, at + 1)) {
    const rest = found.text.slice(at + half, at + key.length + 1);
    if (variants.some((variant) => found.text.startsWith(variant, at))) continue;
    const edit = oneEdit(rest, tail);
    if (edit !== undefined) yield slipAt(at, at + half + edit.length, right, found, text);
  }
  for (let at = found.text.indexOf(tail); at >= 0; at = found.text.indexOf(tail, at + 1)) {
    const before = reversed(found.text.slice(Math.max(0, at - half - 1), at));
    const end = at + tail.length;
    // With the first half whole as well, the character between them was found from there.
    if (before.startsWith(back, 1) || variants.some((variant) => found.text.endsWith(variant, end))) continue;
    const edit = oneEdit(before, back);
    if (edit !== undefined) yield slipAt(at - edit.length, end, right, found, text);
  }
}

function reversed(text: string): string {
  return [...text].reverse().join('');
}

/**
 * How many characters of a text are the other one but for one that was changed, added or left out before its last;
 * undefined where they are the same or differ by more.
 */
function oneEdit(text: string, right: string): { readonly length: number } | undefined {
  let same = 0;
  while (same < right.length && text.charAt(same) === right.charAt(same)) same++;
  if (same === right.length) return undefined;
  if (text.startsWith(right.slice(same), same + 1)) return { length: right.length + 1 };
  if (same === right.length - 1) return undefined;
  if (text.startsWith(right.slice(same + 1), same + 1)) return { length: right.length };
  if (text.startsWith(right.slice(same + 1), same)) return { length: right.length - 1 };
  return undefined;
}

function slipAt(start: number, end: number, right: string, { at }: Key, text: string): Slip {
  const from = at[start] ?? 0;
  const to = (at[end - 1] ?? from) + 1;
  return {
    from,
    to,
    message: `“${text.slice(from, to)}”与固定表述“${right}”差一个字，请核对`,
    correction: { title: `改为“${right}”`, from, to, text: right, safe: false },
  };
}

const MISSPELT = new RegExp(misspellings.map(({ wrong }) => wrong).join('|'), 'g');

/** Words that the input method put for others. */
export function misspellingSlips(text: string): readonly Slip[] {
  return [...text.matchAll(MISSPELT)].flatMap((match) => {
    const [wrong] = match;
    const to = match.index + wrong.length;
    const known = misspellings.find((one) => one.wrong === wrong);
    if (known === undefined || known.before?.test(text.slice(to, to + 1)) === false) return [];
    const { right } = known;
    return [
      {
        from: match.index,
        to,
        message: `“${wrong}”疑为“${right}”之误，请核对`,
        correction: { title: `改为“${right}”`, from: match.index, to, text: right, safe: false },
      },
    ];
  });
}
