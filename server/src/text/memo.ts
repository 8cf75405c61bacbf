/** How much a memo remembers. */
export interface Bounds {
  /** Longer texts, in UTF-16 units, are computed each time. */
  readonly longest: number;
  /** Units of all that is remembered, some more for each text, after which it forgets everything. */
  readonly room: number;
}

/** Lines, cells, labels, headings: a draft has some hundred. */
const SHORT: Bounds = { longest: 160, room: 150_000 };
/** Paragraphs: of a draft that is typed in, all but one have been seen before. */
export const PARAGRAPHS: Bounds = { longest: 4000, room: 150_000 };
/** Tables with all their cells: a draft has three. */
export const TABLES: Bounds = { longest: 100_000, room: 200_000 };

/** Contexts of a memo that are kept apart. */
const MOST_CONTEXTS = 12;

/** What was computed: also nothing, which is an answer as good as any. */
interface Answer<T> {
  readonly is: T;
}

/** What is known of texts. Where there is no room left, all is forgotten. */
function knowledge<T>(room: number) {
  const known = new Map<string, T>();
  let taken = 0;
  const add = (text: string, what: T): void => {
    taken += text.length + EACH;
    if (taken > room) {
      known.clear();
      taken = text.length + EACH;
    }
    known.set(text, what);
  };
  return { known, add };
}

/** What a text takes beside its characters, about. */
const EACH = 50;

/**
 * Remembers what a pure function says of short texts. Drafts are made of the same labels, and typing changes one line
 * at a time, so most texts have been seen before.
 */
export function memo<T>(compute: (text: string) => T, { longest, room } = SHORT): (text: string) => T {
  const { known, add } = knowledge<Answer<T>>(room);
  return (text) => {
    if (text.length > longest) return compute(text);
    const before = known.get(text);
    if (before !== undefined) return before.is;
    const own = copyOf(text);
    const is = compute(own);
    add(own, { is });
    return is;
  };
}

/** The copies of texts that are remembered, one of each for all memos; none of longer ones. */
const COPIES: Bounds = { longest: PARAGRAPHS.longest, room: 2 * PARAGRAPHS.room };
const copies = knowledge<string>(COPIES.room);
/** Shorter parts of a text are copies by themselves: engines share only what is long with the text that it is cut from. */
const SHARED = 13;

/** A copy of a text. A part of a draft, and what is computed of it, would keep the whole draft in memory. */
function copyOf(text: string): string {
  if (text.length < SHARED) return text;
  const before = copies.known.get(text);
  if (before !== undefined) return before;
  const copy = ` ${text}`.slice(1);
  if (text.length <= COPIES.longest) copies.add(copy, copy);
  return copy;
}

/**
 * Remembers what a pure function says of short texts in a context, as `memo` does without one.
 * @param keyOf contexts of one key are alike: the function says the same of a text in each of them
 */
export function memoIn<C, T>(
  compute: (text: string, context: C) => T,
  keyOf: (context: C) => string,
  bounds = SHORT,
): (text: string, context: C) => T {
  const contexts = new Map<string, (text: string) => T>();
  return (text, context) => {
    const key = keyOf(context);
    let inContext = contexts.get(key);
    if (inContext === undefined) {
      if (contexts.size >= MOST_CONTEXTS) contexts.clear();
      inContext = memo((own) => compute(own, context), bounds);
      contexts.set(key, inContext);
    }
    return inContext(text);
  };
}

/**
 * Whether a text has come before. What is large, as a table with all its cells, is worth remembering only of texts that come
 * again: where every draft is another one, it would but fill the memory.
 */
export function recurring({ longest, room }: Bounds): (text: string) => boolean {
  const { known, add } = knowledge<true>(room);
  return (text) => {
    if (text.length > longest) return false;
    if (known.has(text)) return true;
    add(copyOf(text), true);
    return false;
  };
}

/** Computes something when it is first asked for, and once. */
export function lazily<T>(compute: () => T): () => T {
  let answer: Answer<T> | undefined;
  return () => {
    answer ??= { is: compute() };
    return answer.is;
  };
}

/** Computes something of an object once and keeps it as long as the object lives. */
export function once<K extends object, T>(compute: (key: K) => T): (key: K) => T {
  const known = new WeakMap<K, Answer<T>>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before.is;
    const is = compute(key);
    known.set(key, { is });
    return is;
  };
}
