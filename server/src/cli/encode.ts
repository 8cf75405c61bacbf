import { decode, type Encoding } from '../input/decode.ts';
import type { TextInput } from './files.ts';

/**
 * The bytes of a file with another text in its own encoding. Undefined where that cannot be done exactly: its bytes
 * are not all text, or its encoding has no place for a character.
 */
export function reencode({ bytes, encoding, text }: TextInput, changed: string): Uint8Array | undefined {
  const before = encode(text, encoding);
  if (before === undefined || !Buffer.from(bytes).equals(before)) return undefined;
  const after = encode(changed, encoding);
  return after !== undefined && decode(after, encoding) === changed ? after : undefined;
}

/** A text in an encoding, with its byte order mark; undefined where it has no place for a character. */
function encode(text: string, { name, mark }: Encoding): Uint8Array | undefined {
  const whole = mark ? `\ufeff${text}` : text;
  switch (name) {
    case 'utf-8':
      return Buffer.from(whole, 'utf8');
    case 'utf-16le':
      return Buffer.from(whole, 'utf16le');
    case 'utf-16be':
      return Buffer.from(whole, 'utf16le').swap16();
    case 'gb18030':
      return encodeGb18030(whole);
  }
}

/** Made when the first file wants it. */
let table: ReadonlyMap<string, readonly number[]> | undefined;

function encodeGb18030(text: string): Uint8Array | undefined {
  table ??= gb18030();
  const bytes: number[] = [];
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    if (code < 0x80) bytes.push(code);
    else if (code > 0xffff) bytes.push(...fourBytes(0x90, code - 0x10000));
    else {
      const found = table.get(char);
      if (found === undefined) return undefined;
      bytes.push(...found);
    }
  }
  return Uint8Array.from(bytes);
}

/**
 * Bytes of every character from U+0080 to U+FFFF that GB18030 has: what the decoder makes of all sequences of two
 * bytes, and of those of four that stand for such a character. Node has a decoder only; this is its inverse.
 */
function gb18030(): ReadonlyMap<string, readonly number[]> {
  const sequences: number[][] = [];
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) sequences.push([lead, trail]);
  // 0x8431a439 is the last: U+FFFF.
  for (let index = 0; index < 39420; index++) sequences.push(fourBytes(0x81, index));

  const texts = new TextDecoder('gb18030').decode(Uint8Array.from(sequences.flatMap((bytes) => [...bytes, 0x0a])));
  const found = new Map<string, readonly number[]>();
  texts.split('\n').forEach((char, i) => {
    const bytes = sequences[i];
    if (bytes !== undefined && char.length === 1 && char !== '\ufffd' && !found.has(char)) found.set(char, bytes);
  });
  return found;
}

/** The sequence of four bytes of that number from a first byte on: the second and fourth have ten values, the third 126. */
function fourBytes(first: number, index: number): number[] {
  return [
    first + Math.floor(index / 12600),
    0x30 + (Math.floor(index / 1260) % 10),
    0x81 + (Math.floor(index / 10) % 126),
    0x30 + (index % 10),
  ];
}
