import { Document, Packer, Paragraph } from 'docx';

const document = new Document({
  sections: [{ children: [new Paragraph('云川市水务局2025年政府信息公开工作年度报告')] }],
});

/** A Word file with one line. */
export const wordFile: Uint8Array = await Packer.pack(document, 'uint8array');

/** A Word file that was not copied to its end. */
export const damaged = wordFile.subarray(0, wordFile.length / 2);

export const oldWord = compound('Root Entry', 'WordDocument');
export const oldExcel = compound('Root Entry', 'Workbook');
/** A Word file with a password. */
export const locked = compound('Root Entry', 'EncryptedPackage');

export const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n');
export const picture = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
export const openDocument = archive('mimetype', 'content.xml', 'styles.xml');
export const workbook = archive('[Content_Types].xml', 'xl/workbook.xml');
export const ofd = archive('OFD.xml', 'Doc_0/Document.xml');

/** A compound file with streams of those names, as Office wrote them before 2007. */
function compound(...names: readonly string[]): Buffer {
  const mark = Buffer.from('d0cf11e0a1b11ae1', 'hex');
  const entries = names.map((name) => Buffer.concat([Buffer.from(`${name}\0`, 'utf16le'), Buffer.alloc(64)]));
  return Buffer.concat([mark, Buffer.alloc(504), ...entries]);
}

/** A zip archive with empty files of those names, in ASCII. */
export function archive(...names: readonly string[]): Buffer {
  const headers = names.map((name) => Buffer.concat([record(0x04034b50, 30, name, 26), Buffer.from(name)]));
  let at = 0;
  const records = names.map((name, i) => {
    const entry = record(0x02014b50, 46, name, 28);
    entry.writeUInt32LE(at, 42);
    at += headers[i]?.length ?? 0;
    return Buffer.concat([entry, Buffer.from(name)]);
  });
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(names.length, 8);
  end.writeUInt16LE(names.length, 10);
  end.writeUInt32LE(Buffer.concat(records).length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...headers, ...records, end]);
}

/** A record of a zip archive with its mark and the length of the name behind it. */
function record(mark: number, length: number, name: string, at: number): Buffer {
  const bytes = Buffer.alloc(length);
  bytes.writeUInt32LE(mark, 0);
  bytes.writeUInt16LE(name.length, at);
  return bytes;
}
