import * as vscode from 'vscode';
import type { ConfigText } from '../../server/src/lsp/wire.ts';

/** Name of the files that hold the settings of folders. */
export const CONFIG_NAME = 'nianbao.config.json';

/** The configurations around the drafts. */
export interface Configs extends vscode.Disposable {
  /** All of them, read anew. Never rejects. */
  readonly read: () => Promise<readonly ConfigText[]>;
}

/**
 * Finds the configurations of the folders that are open and of all folders around them and around open drafts, as the
 * command line does.
 * @param changed called when one of them may have changed
 */
export function watchConfigs(changed: () => void): Configs {
  const watcher = vscode.workspace.createFileSystemWatcher(`**/${CONFIG_NAME}`);
  const disposables = [
    watcher,
    watcher.onDidCreate(changed),
    watcher.onDidChange(changed),
    watcher.onDidDelete(changed),
    vscode.workspace.onDidChangeWorkspaceFolders(changed),
    vscode.workspace.onDidSaveTextDocument(({ uri }) => (uri.path.endsWith(`/${CONFIG_NAME}`) ? changed() : undefined)),
    vscode.workspace.onDidOpenTextDocument(({ uri }) =>
      uri.scheme === 'file' && vscode.workspace.getWorkspaceFolder(uri) === undefined ? changed() : undefined,
    ),
  ];
  return {
    read: async () => {
      const places = new Map((await candidates()).map((uri) => [uri.toString(), uri]));
      const texts = await Promise.all([...places.values()].map(textAt));
      return texts.filter((text) => text !== undefined);
    },
    dispose: () => vscode.Disposable.from(...disposables).dispose(),
  };
}

/** Where configurations are or could be. */
async function candidates(): Promise<vscode.Uri[]> {
  const folders = vscode.workspace.workspaceFolders?.map(({ uri }) => uri) ?? [];
  const drafts = vscode.workspace.textDocuments.map(({ uri }) => uri).filter(({ scheme }) => scheme === 'file');
  const found = await Promise.resolve(vscode.workspace.findFiles(`**/${CONFIG_NAME}`, '**/node_modules/**')).catch(
    () => [],
  );
  const around = [...folders.map((uri) => vscode.Uri.joinPath(uri, CONFIG_NAME)), ...drafts].flatMap(foldersAround);
  return [...found, ...around.map((folder) => vscode.Uri.joinPath(folder, CONFIG_NAME))];
}

/** The folders that a file is in, the nearest first. */
export function foldersAround(file: vscode.Uri): vscode.Uri[] {
  const folders: vscode.Uri[] = [];
  for (let uri = file; uri.path !== '/' && uri.path !== ''; ) {
    uri = vscode.Uri.joinPath(uri, '..');
    folders.push(uri);
  }
  return folders;
}

async function textAt(uri: vscode.Uri): Promise<ConfigText | undefined> {
  const text = await readText(uri);
  return text === undefined ? undefined : { uri: uri.toString(), text };
}

/** The text of a file as it is stored; undefined where it cannot be read. */
export async function readText(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}
