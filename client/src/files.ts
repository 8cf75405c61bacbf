import * as vscode from 'vscode';

/** The last part of a path, without its ending. */
export function stemOf(uri: vscode.Uri): string {
  return nameOf(uri).replace(/\.[^.]*$/, '');
}

/** The last part of a path. */
export function nameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The folder of a document; of one that was never saved the first folder that is open. */
export function folderOf(uri: vscode.Uri): vscode.Uri | undefined {
  return uri.scheme === 'untitled'
    ? vscode.workspace.workspaceFolders?.[0]?.uri
    : uri.with({ path: uri.path.slice(0, uri.path.lastIndexOf('/')) || '/' });
}

/** Whether there is something at a place; true as well where that cannot be told. */
export async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch (error) {
    return !(error instanceof vscode.FileSystemError && error.code === 'FileNotFound');
  }
}

/** What an error says of itself. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
