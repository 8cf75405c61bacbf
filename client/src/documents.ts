import * as vscode from 'vscode';

const languages = ['markdown', 'plaintext', 'nianbao', 'html'];

/**
 * Where drafts are edited. A list, because a selector cannot say what to leave out: output panels, the old side of a
 * comparison, comment boxes, notebook cells and VS Code's own settings files are Markdown or plain text as well.
 */
const schemes = ['file', 'untitled', 'vscode-remote', 'vscode-vfs'];

/** The documents that the server is told of; beside the usual places those of the folders that are open now. */
export function documentSelector(): readonly { readonly language: string; readonly scheme: string }[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const all = new Set([...schemes, ...folders.map(({ uri }) => uri.scheme)]);
  return languages.flatMap((language) => [...all].map((scheme) => ({ language, scheme })));
}
