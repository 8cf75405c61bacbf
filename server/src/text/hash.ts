/** A 64-bit hash in hexadecimal digits: two runs of FNV-1a over the UTF-16 units. Stands in users' settings: never changes. */
export function hashOf(text: string): string {
  let [one, two] = [0x811c9dc5, 0x01000193];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    one = Math.imul(one ^ code, 0x01000193);
    two = Math.imul(two ^ code, 0x01000193);
  }
  return [one, two].map((value) => (value >>> 0).toString(16).padStart(8, '0')).join('');
}
