import { inflateRawSync } from 'node:zlib';
import { zipEntries } from '../../server/src/input/zip.ts';

/** The text of a file in a zip archive. */
export function fileIn(bytes: Uint8Array, name: string): string {
  const entry = zipEntries(bytes)?.find((candidate) => candidate.name === name);
  if (entry === undefined) throw new Error(`no ${name} in the archive`);
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const start = entry.header + 30 + view.getUint16(entry.header + 26, true) + view.getUint16(entry.header + 28, true);
  const packed = bytes.subarray(start, start + view.getUint32(entry.record + 20, true));
  return new TextDecoder().decode(view.getUint16(entry.record + 10, true) === 0 ? packed : inflateRawSync(packed));
}
