/** How much a memo remembers. */
export interface Bounds {
  /** Longer texts, in UTF-16 units, are computed each time. */
  readonly longest: number;
  /** Entries after which it forgets everything. */
  readonly most: number;
}

/** Lines, cells, labels, headings: a draft has some hundred. */
const SHORT: Bounds = { longest: 160, most: 2000 };
/** Paragraphs: of a draft that is typed in, all but one have been seen before. */
export const PARAGRAPHS: Bounds = { longest: 4000, most: 500 };
/** Tables with all their cells: a draft has three. */
export const TABLES: Bounds = { longest: 20_000, most: 48 };

/** Contexts of a memo that are kept apart. */
const MOST_CONTEXTS = 12;

/** What was computed: also nothing, which is an answer as good as any. */
interface Answer<T> {
  readonly is: T;
}

/**
 * Remembers what a pure function says of short texts. Drafts are made of the same labels, and typing changes one line
 * at a time, so most texts have been seen before.
 */
export function memo<T>(compute: (text: string) => T, { longest, most } = SHORT): (text: string) => T {
  const known = new Map<string, Answer<T>>();
  return (text) => {
    if (text.length > longest) return compute(text);
    const before = known.get(text);
    if (before !== undefined) return before.is;
    const own = copyOf(text);
    const is = compute(own);
    if (known.size >= most) known.clear();
    known.set(own, { is });
    return is;
  };
}

/** The copies of texts that are remembered, one of each for all memos; so many, and none of a longer one. */
const copies = new Map<string, string>();
const COPIES: Bounds = { longest: PARAGRAPHS.longest, most: SHORT.most };

/** Shorter parts of a text are copies by themselves: engines share only what is long with the text that it is cut from. */
const SHARED = 13;

/** A copy of a text. A part of a draft, and what is computed of it, would keep the whole draft in memory. */
function copyOf(text: string): string {
  if (text.length < SHARED) return text;
  const before = copies.get(text);
  if (before !== undefined) return before;
  const copy = ` ${text}`.slice(1);
  if (text.length > COPIES.longest) return copy;
  if (copies.size >= COPIES.most) copies.clear();
  copies.set(copy, copy);
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
export function recurring({ longest, most }: Bounds): (text: string) => boolean {
  const seen = new Set<string>();
  return (text) => {
    if (text.length > longest) return false;
    if (seen.has(text)) return true;
    if (seen.size >= most) seen.clear();
    seen.add(copyOf(text));
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
