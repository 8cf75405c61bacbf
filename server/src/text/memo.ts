/** Entries after which a memo forgets everything; lines and cells of a draft are some hundred. */
const MOST = 2000;
/** Longest text that is remembered unless more is asked for: cells, labels, headings. */
const LONGEST = 160;
/** Longest paragraph: of a draft that is typed in, all others have been seen before. */
export const PARAGRAPH = 4000;

/**
 * Remembers what a pure function says of short texts. Drafts are made of the same labels, and typing changes one line
 * at a time, so most texts have been seen before.
 * @param longest longer texts, in UTF-16 units, are computed each time
 */
export function memo<T>(compute: (text: string) => T, longest = LONGEST): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (text.length > longest) return compute(text);
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size >= MOST) known.clear();
    // A copy: a part of a draft, and what is computed of it, would keep the whole draft in memory.
    const own = ` ${text}`.slice(1);
    const result = compute(own);
    known.set(own, result);
    return result;
  };
}

/** Computes something of an object once and keeps it as long as the object lives. */
export function once<K extends object, T>(compute: (key: K) => T): (key: K) => T {
  const known = new WeakMap<K, T>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const result = compute(key);
    known.set(key, result);
    return result;
  };
}
