import * as vscode from 'vscode';

/** Gives a document another text by changing what differs, so that one undo takes it back; adds it to an edit. */
export function replaceText(edit: vscode.WorkspaceEdit, document: vscode.TextDocument, text: string): void {
  const old = document.getText();
  const most = Math.min(old.length, text.length);
  let start = 0;
  while (start < most && old[start] === text[start]) start++;
  let same = 0;
  while (same < most - start && old[old.length - 1 - same] === text[text.length - 1 - same]) same++;
  const range = new vscode.Range(document.positionAt(start), document.positionAt(old.length - same));
  edit.replace(document.uri, range, text.slice(start, text.length - same));
}
