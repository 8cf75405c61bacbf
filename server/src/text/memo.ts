/** Entries after which a memo forgets everything; lines and cells of a draft are some hundred. */
const MOST = 2000;
/** Longest text that is remembered unless more is asked for: cells, labels, headings. */
const LONGEST = 160;
/** Longest paragraph: of a draft that is typed in, all others have been seen before. */
export const PARAGRAPH = 4000;

/** What was computed: also nothing, which is an answer as good as any. */
interface Answer<T> {
  readonly is: T;
}

/**
 * Remembers what a pure function says of short texts. Drafts are made of the same labels, and typing changes one line
 * at a time, so most texts have been seen before.
 * @param longest longer texts, in UTF-16 units, are computed each time
 */
export function memo<T>(compute: (text: string) => T, longest = LONGEST): (text: string) => T {
  const known = new Map<string, Answer<T>>();
  return (text) => {
    if (text.length > longest) return compute(text);
    const before = known.get(text);
    if (before !== undefined) return before.is;
    // A copy: a part of a draft, and what is computed of it, would keep the whole draft in memory.
    const own = ` ${text}`.slice(1);
    return remember(known, own, compute(own));
  };
}

/**
 * Remembers what a pure function says of short texts in a context, as `memo` does without one.
 * @param keyOf contexts of one key are alike: the function says the same of a text in each of them
 */
export function memoIn<C, T>(
  compute: (text: string, context: C) => T,
  keyOf: (context: C) => string,
  longest = LONGEST,
): (text: string, context: C) => T {
  const known = new Map<string, Answer<T>>();
  return (text, context) => {
    if (text.length > longest) return compute(text, context);
    const key = `${keyOf(context)}\n${text}`;
    const before = known.get(key);
    if (before !== undefined) return before.is;
    return remember(known, key, compute(key.slice(key.length - text.length), context));
  };
}

function remember<T>(known: Map<string, Answer<T>>, key: string, is: T): T {
  if (known.size >= MOST) known.clear();
  known.set(key, { is });
  return is;
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
