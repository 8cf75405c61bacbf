import { zipEntries } from './zip.ts';

/** What a file is. */
export type FileKind = 'text' | 'docx' | UnreadableKind;

/** What holds no text that this program could read. */
export type UnreadableKind = keyof typeof unreadable;

/**
 * What a file is, by its bytes, whatever it is called.
 * @param text the bytes as text; called only where no mark tells what they are
 */
export function fileKindOf(bytes: Uint8Array, text: () => string): FileKind {
  const marked = marks.find(({ mark }) => mark.every((byte, i) => bytes[i] === byte));
  if (marked === undefined) return kindOfText(text());
  return typeof marked.kind === 'function' ? marked.kind(bytes) : marked.kind;
}

const saveAnew = '请用 Word 或 WPS 打开，在“文件—另存为”中选“Word 文档（*.docx）”';

/** Why a file of a kind cannot be read, and what to do: a sentence in Chinese. */
export const unreadable = {
  'old-word': `旧格式（.doc）或有密码的 Word 文件不能读取：${saveAnew}、不设密码，再转换新存的文件。`,
  workbook: 'Excel 工作簿不能读取：请将表格复制到报告稿中。',
  presentation: '演示文稿不能读取。',
  opendocument: `OpenDocument 文件不能读取：${saveAnew}，再转换新存的文件。`,
  ofd: 'OFD 文件不能读取：请将文字和表格复制到文本文件。',
  pdf: 'PDF 文件不能读取：请将文字和表格复制到文本文件。',
  rtf: `RTF 文件不能读取：${saveAnew}，再转换新存的文件。`,
  image: '图片不能读取。',
  archive: '压缩文件不能读取：请先解压。',
  damaged: '文件已损坏或不完整，不能读取。',
  empty: '文件是空的。',
  binary: '不是文本文件，或者文字编码不能识别。',
} as const;

/** What to say of a file that should be a Word file and is none. */
export const NOT_WORD = '不是 Word 文件（.docx），或者文件已损坏。';

interface Mark {
  readonly kind: FileKind | ((bytes: Uint8Array) => FileKind);
  readonly mark: readonly number[];
}

/** How files of a kind begin. */
const marks: readonly Mark[] = [
  { kind: kindOfZip, mark: [...ascii('PK'), 3, 4] },
  { kind: 'archive', mark: [...ascii('PK'), 5, 6] },
  { kind: kindOfCompound, mark: [0xd0, 0xcf, 0x11, 0xe0] },
  { kind: 'pdf', mark: ascii('%PDF-') },
  { kind: 'rtf', mark: ascii('{\\rtf') },
  { kind: 'image', mark: [0x89, ...ascii('PNG')] },
  { kind: 'image', mark: [0xff, 0xd8, 0xff] },
  { kind: 'image', mark: ascii('GIF8') },
  { kind: 'image', mark: [...ascii('II*'), 0] },
  { kind: 'image', mark: [...ascii('MM'), 0, 0x2a] },
  { kind: 'archive', mark: [...ascii('Rar!'), 0x1a] },
  { kind: 'archive', mark: [...ascii('7z'), 0xbc, 0xaf] },
  { kind: 'archive', mark: [0x1f, 0x8b, 8] },
];

function ascii(text: string): readonly number[] {
  return [...text].map((char) => char.charCodeAt(0));
}

/** What a zip archive holds, by the files and folders that the programs keep in it. */
function kindOfZip(bytes: Uint8Array): FileKind {
  const names = zipEntries(bytes)?.map(({ name }) => name);
  if (names === undefined) return 'damaged';
  const has = (part: string): boolean => names.some((name) => name.startsWith(part));
  if (has('OFD.xml')) return 'ofd';
  if (has('mimetype') && has('content.xml')) return 'opendocument';
  if (has('xl/')) return 'workbook';
  if (has('ppt/')) return 'presentation';
  return has('word/') ? 'docx' : 'archive';
}

/** What a compound file holds, as Office wrote them before 2007 and writes them with a password: by its streams. */
function kindOfCompound(bytes: Uint8Array): FileKind {
  // A stream is listed by its name in UTF-16, at an even offset.
  const names = new TextDecoder('utf-16le').decode(bytes);
  if (names.includes('WordDocument')) return 'old-word';
  if (names.includes('PowerPoint Document')) return 'presentation';
  return /Workbook\0|Book\0/.test(names) ? 'workbook' : 'old-word';
}

/** Characters of which a text has none: what could not be decoded, and control characters that no editor writes. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const STRANGE = /[\ufffd\0-\x07\x0e-\x19\x1c-\x1f\x7f]/g;
/** In so many characters of a text there is less than one of them, be it cut off within a character. */
const CLEAR = 20;

function kindOfText(text: string): FileKind {
  if (text.trim() === '') return 'empty';
  const strange = text.match(STRANGE)?.length ?? 0;
  return text.includes('\0') || strange * CLEAR > text.length ? 'binary' : 'text';
}
