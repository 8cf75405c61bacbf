/** A file in a zip archive, as its directory lists it. */
export interface ZipEntry {
  readonly name: string;
  /** Size of its contents when they are unpacked. */
  readonly size: number;
  /** Offset of its record in the directory, and of its own header. */
  readonly record: number;
  readonly header: number;
}

const END = 0x06054b50;
const RECORD = 0x02014b50;
/** Length of the record that ends an archive, without its comment. */
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
/** The first day that a zip archive can tell, 1 January 1980, as it writes dates. */
const FIRST_DAY = 0x21;

/** The files of a zip archive; undefined for bytes that are none. */
export function zipEntries(bytes: Uint8Array): ZipEntry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - END_LENGTH;
  const first = Math.max(0, end - LONGEST_COMMENT);
  while (end >= first && view.getUint32(end, true) !== END) end--;
  if (end < first) return undefined;
  const entries: ZipEntry[] = [];
  let record = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (record + 46 > bytes.length || view.getUint32(record, true) !== RECORD) return undefined;
    const length = view.getUint16(record + 28, true);
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(record + 46, record + 46 + length)),
      size: view.getUint32(record + 24, true),
      record,
      header: view.getUint32(record + 42, true),
    });
    record += 46 + length + view.getUint16(record + 30, true) + view.getUint16(record + 32, true);
  }
  return entries;
}

/** A zip archive whose files all have one date, so that the same contents are the same bytes. */
export function withFixedDates(bytes: Uint8Array): Uint8Array {
  const fixed = bytes.slice();
  const view = new DataView(fixed.buffer);
  for (const { record, header } of zipEntries(fixed) ?? []) {
    // Time and date, two bytes each, in the directory and in the file's own header.
    view.setUint32(record + 12, FIRST_DAY << 16, true);
    view.setUint32(header + 10, FIRST_DAY << 16, true);
  }
  return fixed;
}
