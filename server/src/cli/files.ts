import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { decode, type Encoding, encodingOf } from '../input/decode.ts';

/** What there was at a path, or why it could not be read. */
export type Input = TextInput | { readonly kind: 'unreadable'; readonly file: string; readonly reason: string };

/** A file that was read, or standard input (`-`). */
export interface TextInput {
  readonly kind: 'text';
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly encoding: Encoding;
  readonly text: string;
}

/** What a file could be read as, in folders; a file that is named by the user is read whatever its name. */
const ENDING = /\.(?:md|markdown|txt|nianbao|html?)$/i;

/**
 * Reads the files at the paths in their order, one at a time and each once. Folders are walked in the order of their
 * names, without hidden files, hidden folders and `node_modules`; links are followed. `-` is standard input.
 */
export async function* readInputs(paths: readonly string[]): AsyncGenerator<Input> {
  const seen = new Set<string>();
  for (const path of paths) {
    if (path === '-') {
      yield textOf('-', await readStandardInput());
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

type Found = { readonly kind: 'file'; readonly file: string } | Extract<Input, { kind: 'unreadable' }>;

function* expand(path: string, folders: Set<string>): Generator<Found> {
  try {
    if (!statSync(path).isDirectory()) {
      yield { kind: 'file', file: path };
      return;
    }
  } catch (error) {
    yield unreadable(path, error);
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
    yield unreadable(folder, error);
    return;
  }
  for (const name of names) {
    if (name.startsWith('.') || name === 'node_modules') continue;
    const path = join(folder, name);
    if (isFolder(path)) yield* walk(path, folders);
    else if (ENDING.test(name)) yield { kind: 'file', file: path };
  }
}

function isFolder(path: string): boolean {
  // A link that leads nowhere is reported when it is read, if its name is that of a draft.
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function read(file: string): Input {
  try {
    return textOf(file, readFileSync(file));
  } catch (error) {
    return unreadable(file, error);
  }
}

function textOf(file: string, bytes: Uint8Array): TextInput {
  const encoding = encodingOf(bytes);
  return { kind: 'text', file, bytes, encoding, text: decode(bytes, encoding) };
}

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

function unreadable(file: string, error: unknown): Extract<Input, { kind: 'unreadable' }> {
  return { kind: 'unreadable', file, reason: reasonOf(error, REASONS) };
}

/** Why the system refused something, in the user's words where there are words for it. */
export function reasonOf(error: unknown, reasons: Readonly<Record<string, string>>): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return reasons[code] ?? (error instanceof Error ? error.message : String(error));
}
