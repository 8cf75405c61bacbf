/** How a file writes its text. A byte order mark is not part of the text, as in editors: positions are the same. */
export interface Encoding {
  /** As `TextDecoder` calls it. */
  readonly name: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';
  /** Whether it begins with a byte order mark. */
  readonly mark: boolean;
}

/**
 * Encoding of a file: UTF-8, UTF-16 with a byte order mark, or GB18030 (with GBK and GB2312 in it), which WPS and
 * older Windows programs write.
 */
export function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { name: 'utf-16le', mark: true };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { name: 'utf-16be', mark: true };
  if (!isPlausible(new TextDecoder('utf-8').decode(bytes))) return { name: 'gb18030', mark: false };
  return { name: 'utf-8', mark: bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf };
}

/** Text of a file. Never throws; bytes that are no text become U+FFFD. */
export function decode(bytes: Uint8Array, encoding: Encoding = encodingOf(bytes)): string {
  return new TextDecoder(encoding.name).decode(bytes);
}

/**
 * Whether the text looks as if its bytes were UTF-8. A single damaged byte, as at the end of a file that was cut off,
 * does not make it GB18030: Chinese in GB18030 that is read as UTF-8 is hardly anything but replacement characters.
 */
function isPlausible(text: string): boolean {
  if (!text.includes('\ufffd')) return true;
  const replaced = text.match(/\ufffd/g)?.length ?? 0;
  const foreign = text.match(/[^\0-\x7f]/g)?.length ?? 0;
  return replaced * 10 < foreign;
}
