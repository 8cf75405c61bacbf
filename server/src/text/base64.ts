const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const PAD = '='.charCodeAt(0);
const codes = Uint8Array.from(ALPHABET, (sign) => sign.charCodeAt(0));
/** Value of each sign by its code; 64 for signs that have none. */
const values = new Uint8Array(128).fill(64);
codes.forEach((code, value) => {
  values[code] = value;
});

/** Characters that are made into a string at once: arguments of a call, of which there may be so many. */
const CHUNK = 0x2000;

/** Bytes as base64 with its padding (RFC 4648, section 4), the way that files travel in JSON. */
export function toBase64(bytes: Uint8Array): string {
  const signs = new Uint8Array(Math.ceil(bytes.length / 3) * 4);
  for (let from = 0, to = 0; from < bytes.length; from += 3, to += 4) {
    const bits = ((bytes[from] ?? 0) << 16) | ((bytes[from + 1] ?? 0) << 8) | (bytes[from + 2] ?? 0);
    signs[to] = codes[bits >> 18] ?? PAD;
    signs[to + 1] = codes[(bits >> 12) & 63] ?? PAD;
    signs[to + 2] = from + 1 < bytes.length ? (codes[(bits >> 6) & 63] ?? PAD) : PAD;
    signs[to + 3] = from + 2 < bytes.length ? (codes[bits & 63] ?? PAD) : PAD;
  }
  const chunks: string[] = [];
  for (let at = 0; at < signs.length; at += CHUNK) {
    chunks.push(Reflect.apply(String.fromCharCode, undefined, signs.subarray(at, at + CHUNK)));
  }
  return chunks.join('');
}

/** The bytes that base64 stands for. What is no sign of it is passed over, so that any text gives bytes. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Math.ceil((text.length * 3) / 4));
  let count = 0;
  let bits = 0;
  let held = 0;
  for (let i = 0; i < text.length; i++) {
    const value = values[text.charCodeAt(i)] ?? 64;
    if (value === 64) continue;
    bits = ((bits << 6) | value) & 0xfff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes[count++] = bits >> held;
  }
  return bytes.slice(0, count);
}
