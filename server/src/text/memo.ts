/** Entries after which a memo forgets everything; lines and cells of a draft are some hundred, paragraphs some dozen. */
const MOST = 2000;
const MOST_LONG = 500;
/** Contexts of a memo that are kept apart. */
const MOST_CONTEXTS = 8;
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
  const most = longest > LONGEST ? MOST_LONG : MOST;
  const known = new Map<string, Answer<T>>();
  return (text) => {
    if (text.length > longest) return compute(text);
    const before = known.get(text);
    if (before !== undefined) return before.is;
    // A copy: a part of a draft, and what is computed of it, would keep the whole draft in memory.
    const own = ` ${text}`.slice(1);
    const is = compute(own);
    if (known.size >= most) known.clear();
    known.set(own, { is });
    return is;
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
  const contexts = new Map<string, (text: string) => T>();
  return (text, context) => {
    const key = keyOf(context);
    let inContext = contexts.get(key);
    if (inContext === undefined) {
      if (contexts.size >= MOST_CONTEXTS) contexts.clear();
      inContext = memo((own) => compute(own, context), longest);
      contexts.set(key, inContext);
    }
    return inContext(text);
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
