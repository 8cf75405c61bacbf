/**
 * Text of a file: UTF-8, UTF-16 with a byte order mark, or GB18030 (with GBK and GB2312 in it), which WPS and older
 * Windows programs write. Never throws; bytes that are no text become U+FFFD.
 *
 * A byte order mark is not part of the text, as in editors: positions are the same here and there.
 */
export function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const text = new TextDecoder('utf-8').decode(bytes);
  return isPlausible(text) ? text : new TextDecoder('gb18030').decode(bytes);
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
