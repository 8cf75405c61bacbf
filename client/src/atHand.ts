import * as vscode from 'vscode';

/** The draft that a command is about, also while a preview or another page of ours has the focus. */
export interface AtHand extends vscode.Disposable {
  /** That of the active editor; where a page of ours has the focus, that of the editor before it. */
  readonly uri: () => vscode.Uri | undefined;
  /** Its editor, which gets the focus. */
  readonly editor: () => Promise<vscode.TextEditor | undefined>;
}

/** Follows the active editor. */
export function draftAtHand(selector: vscode.DocumentSelector): AtHand {
  let last: vscode.TextEditor | undefined;
  const keep = (editor: vscode.TextEditor | undefined): void => {
    if (editor !== undefined && vscode.languages.match(selector, editor.document) !== 0) last = editor;
  };
  keep(vscode.window.activeTextEditor);
  const listener = vscode.window.onDidChangeActiveTextEditor(keep);
  const document = (): vscode.TextDocument | undefined => {
    const active = vscode.window.activeTextEditor;
    if (active !== undefined) return active.document;
    return isPageOfOurs() && last?.document.isClosed === false ? last.document : undefined;
  };
  return {
    uri: () => document()?.uri,
    editor: async () => {
      const active = vscode.window.activeTextEditor;
      const draft = document();
      if (active !== undefined || draft === undefined) return active;
      return vscode.window.showTextDocument(draft, { viewColumn: last?.viewColumn ?? vscode.ViewColumn.One });
    },
    dispose: () => listener.dispose(),
  };
}

/** Whether the preview, the review sheet or the numbers have the focus. */
function isPageOfOurs(): boolean {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputWebview && /(?:^|-)nianbao\./.test(input.viewType);
}
