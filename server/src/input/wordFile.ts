/** How old Word files (.doc) begin, and new ones that a password protects. */
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0];
/** How zip archives begin, as Word files (.docx) are. */
const ZIP = [0x50, 0x4b, 0x03, 0x04];

/** What to tell of a Word file that is old or has a password. */
export const saveAnew =
  '旧格式（.doc）或有密码的 Word 文件不能读取：请用 Word 或 WPS 打开，在“文件—另存为”中选“Word 文档（*.docx）”、不设密码，再转换新存的文件。';

/** Whether bytes are those of a Word file, old or new, whatever the file is called. */
export function isWordFile(bytes: Uint8Array): boolean {
  return isCompoundFile(bytes) || begins(bytes, ZIP);
}

/** Whether bytes are those of an old or a protected Word file, which cannot be read. */
export function isCompoundFile(bytes: Uint8Array): boolean {
  return begins(bytes, COMPOUND_FILE);
}

function begins(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, i) => bytes[i] === byte);
}
