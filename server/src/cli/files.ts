import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { decode, type Encoding, encodingOf } from '../input/decode.ts';
import { type FileKind, fileKindOf, unreadable } from '../input/fileKind.ts';

/** What there was at a path. */
export type Input = TextInput | BinaryInput | Unreadable;

/** A file that was read, or standard input (`-`). */
export interface TextInput {
  readonly kind: 'text';
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly encoding: Encoding;
  readonly text: string;
}

/** A file, or standard input, whose bytes are no text. */
export interface BinaryInput {
  readonly kind: 'binary';
  readonly file: string;
  readonly bytes: Uint8Array;
  /** Why its text could not be read, and what to do. */
  readonly reason: string;
}

/** A path where nothing could be read. */
interface Unreadable {
  readonly kind: 'unreadable';
  readonly file: string;
  readonly reason: string;
}

/**
 * What a report may be in, in folders: a file that cannot be read is named too, so that none is taken for checked. A
 * file that is named by the user is read whatever its name.
 */
const ENDING = /\.(?:md|markdown|txt|nianbao|html?|docx?|wps|rtf|odt|pdf|ofd)$/i;
/** What Word and WPS keep beside a file that is open in them: `~$年报.docx`. */
const LOCK = /^~\$/;

/**
 * Reads the files at the paths in their order, one at a time and each once. Folders are walked in the order of their
 * names, without hidden files, hidden folders and `node_modules`; links are followed. `-` is standard input.
 */
export async function* readInputs(paths: readonly string[]): AsyncGenerator<Input> {
  const seen = new Set<string>();
  for (const path of paths) {
    if (path === '-') {
      yield inputOf('-', await readStandardInput());
      continue;
    }
    for (const found of expand(path, new Set())) {
      const key = resolve(found.file);
      if (seen.has(key)) continue;
      seen.add(key);
      yield found.kind === 'file' ? read(found.file) : found;
    }
  }
}

type Found = { readonly kind: 'file'; readonly file: string } | Unreadable;

function* expand(path: string, folders: Set<string>): Generator<Found> {
  try {
    if (!statSync(path).isDirectory()) {
      yield { kind: 'file', file: path };
      return;
    }
  } catch (error) {
    yield failed(path, error);
    return;
  }
  yield* walk(path, folders);
}

/** @param folders real paths of the folders that were walked: a link to one of them leads nowhere new */
function* walk(folder: string, folders: Set<string>): Generator<Found> {
  let names: string[];
  try {
    const real = realpathSync(folder);
    if (folders.has(real)) return;
    folders.add(real);
    names = readdirSync(folder).sort();
  } catch (error) {
    yield failed(folder, error);
    return;
  }
  for (const name of names) {
    if (name.startsWith('.') || name === 'node_modules') continue;
    const path = join(folder, name);
    if (isFolder(path)) yield* walk(path, folders);
    else if (ENDING.test(name) && !LOCK.test(name)) yield { kind: 'file', file: path };
  }
}

function isFolder(path: string): boolean {
  // A link that leads nowhere is reported when it is read, if its name is that of a draft.
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function read(file: string): Input {
  try {
    return inputOf(file, readFileSync(file));
  } catch (error) {
    return failed(file, error);
  }
}

function inputOf(file: string, bytes: Uint8Array): TextInput | BinaryInput {
  const encoding = encodingOf(bytes);
  let text: string | undefined;
  const decoded = (): string => {
    text ??= decode(bytes, encoding);
    return text;
  };
  const kind = fileKindOf(bytes, decoded);
  if (kind === 'text') return { kind: 'text', file, bytes, encoding, text: decoded() };
  return { kind: 'binary', file, bytes, reason: `${chinese(kind)} ${english[kind]}` };
}

function chinese(kind: Exclude<FileKind, 'text'>): string {
  return kind === 'docx' ? 'Word 文件不能直接读取：请先用 nianbao convert --to markdown 转换。' : unreadable[kind];
}

const english: Readonly<Record<Exclude<FileKind, 'text'>, string>> = {
  docx: 'a Word file: convert it first',
  'old-word': 'an old or protected Word file: save it as .docx',
  workbook: 'an Excel workbook',
  presentation: 'a presentation',
  opendocument: 'an OpenDocument file: save it as .docx',
  ofd: 'an OFD file: copy its text',
  pdf: 'a PDF file: copy its text',
  rtf: 'an RTF file: save it as .docx',
  image: 'a picture',
  archive: 'an archive: unpack it',
  damaged: 'damaged or incomplete',
  empty: 'the file is empty',
  binary: 'not a text file, or of unknown encoding',
};

async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: '没有这个文件 no such file',
  EACCES: '没有读取权限 permission denied',
  EPERM: '没有读取权限 permission denied',
  ELOOP: '链接成环 links in a circle',
};

function failed(file: string, error: unknown): Unreadable {
  return { kind: 'unreadable', file, reason: reasonOf(error, REASONS) };
}

/** Why the system refused something, in the user's words where there are words for it. */
export function reasonOf(error: unknown, reasons: Readonly<Record<string, string>>): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return reasons[code] ?? (error instanceof Error ? error.message : String(error));
}
