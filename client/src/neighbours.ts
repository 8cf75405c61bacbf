import * as vscode from 'vscode';
import type { OtherDraft } from '../../server/src/output/review/lastYear.ts';
import { folderOf, nameOf } from './files.ts';

/** Files of a folder that are read, and bytes of each. */
const MOST = 50;
const LARGEST = 1024 * 1024;

/**
 * The other drafts and pages in the folder of a draft, by name; none for a draft that is not saved. What cannot be
 * read, is large, or is one of too many is left out.
 */
export async function neighboursOf(draft: vscode.Uri): Promise<readonly OtherDraft[]> {
  const folder = draft.scheme === 'untitled' ? undefined : folderOf(draft);
  if (folder === undefined) return [];
  const entries = await orNothing(vscode.workspace.fs.readDirectory(folder));
  const names = (entries ?? [])
    .filter(([name, type]) => (type & vscode.FileType.File) !== 0 && /\.(?:md|txt|html)$/i.test(name))
    .map(([name]) => name)
    .filter((name) => name !== nameOf(draft))
    .sort()
    .slice(0, MOST);
  const read = await Promise.all(names.map((name) => neighbour(vscode.Uri.joinPath(folder, name), name)));
  return read.filter((each) => each !== undefined);
}

async function neighbour(uri: vscode.Uri, name: string): Promise<OtherDraft | undefined> {
  const stat = await orNothing(vscode.workspace.fs.stat(uri));
  if (stat === undefined || stat.size > LARGEST) return undefined;
  const bytes = await orNothing(vscode.workspace.fs.readFile(uri));
  const text = bytes && (await orNothing(textOf(bytes, uri)));
  return text === undefined ? undefined : { name, text };
}

/** Text by the user's settings, or else by the encoding that WPS and older Windows programs write. */
async function textOf(bytes: Uint8Array, uri: vscode.Uri): Promise<string> {
  const text = await vscode.workspace.decode(bytes, { uri });
  return text.includes('\ufffd') ? vscode.workspace.decode(bytes, { encoding: 'gb18030' }) : text;
}

function orNothing<T>(wanted: Thenable<T>): Promise<T | undefined> {
  return Promise.resolve(wanted).catch(() => undefined);
}
