import mammoth from 'mammoth';
import { NOT_WORD } from './fileKind.ts';
import { zipEntries } from './zip.ts';

/** A Word file as an HTML page, or why it could not be read. */
export type WordInput =
  | { readonly kind: 'html'; readonly html: string; readonly notes: readonly string[] }
  | { readonly kind: 'refused'; readonly reason: string };

/** Contents of a file beyond which it is no report: a small archive may unpack to any size. */
const LARGEST = 256 * 1024 * 1024;

/** Reads a Word file: its text and tables with their merged cells as HTML, and what could not be read. */
export async function fromDocx(bytes: Uint8Array): Promise<WordInput> {
  const entries = zipEntries(bytes);
  if (entries === undefined) return { kind: 'refused', reason: NOT_WORD };
  if (entries.reduce((sum, { size }) => sum + size, 0) > LARGEST) {
    return { kind: 'refused', reason: '文件解开后过大，不像是年度报告。' };
  }
  const count: UnreadContents = { pictures: 0, numbered: 0, footnotes: 0, comments: 0 };
  try {
    const { value, messages } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) },
      {
        convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
        transformDocument: (document: unknown) => {
          countIn(document, count);
          return document;
        },
      },
    );
    const names = entries.map(({ name }) => name);
    return { kind: 'html', html: value.replace(/<img\b[^>]*>/g, ''), notes: notesOf(count, names, messages) };
  } catch {
    return { kind: 'refused', reason: NOT_WORD };
  }
}

interface UnreadContents {
  pictures: number;
  numbered: number;
  footnotes: number;
  comments: number;
}

/** Counts what has no place in a draft. A document's tree is as deep as its tables are nested. */
function countIn(document: unknown, count: UnreadContents): void {
  const open: unknown[] = [document];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (!isNode(node)) continue;
    if (node.type === 'image') count.pictures++;
    if (node.type === 'noteReference') count.footnotes++;
    if (node.type === 'commentReference') count.comments++;
    if (node.type === 'paragraph' && isNode(node.numbering) && node.numbering.isOrdered === true) count.numbered++;
    if (Array.isArray(node.children)) for (const child of node.children) open.push(child);
  }
}

function isNode(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function notesOf(
  count: UnreadContents,
  names: readonly string[],
  messages: readonly { readonly message: string }[],
): readonly string[] {
  const notes: string[] = [];
  if (count.pictures > 0) notes.push(`没有读入图片${count.pictures}幅。`);
  if (count.numbered > 0) notes.push(`没有读入自动编号${count.numbered}处：请在文中补上序号。`);
  if (count.footnotes > 0) notes.push(`脚注、尾注${count.footnotes}条移到文末，文中标为[1]等。`);
  if (count.comments > 0) notes.push(`没有读入批注${count.comments}条。`);
  if (names.some((name) => /(?:^|\/)(?:header|footer)\d*\.xml$/.test(name))) notes.push('没有读入页眉、页脚。');
  const ignored = new Set<string>();
  for (const { message } of messages) {
    const name = /unrecognised element was ignored: (\S+)/i.exec(message)?.[1];
    if (name !== undefined) ignored.add(name);
    else if (!/style|Image of type/i.test(message)) notes.push(`没有完全读入：${message}`);
  }
  if (ignored.size > 0) notes.push(`没有读入不认识的内容：${[...ignored].join('、')}。`);
  return notes;
}
