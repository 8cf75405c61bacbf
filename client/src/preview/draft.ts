/** What the page does to the draft that it shows, through its editor. */

import * as vscode from 'vscode';
import type { WhatIf } from './messages.ts';

/** A draft, opened if need be; undefined where it is not there any more. */
export async function documentOf(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch {
    return undefined;
  }
}

/** Goes to a place of a draft, in the editor that shows it or in a new one. */
export async function reveal(
  uri: vscode.Uri,
  { start, end }: { readonly start: number; readonly end: number },
): Promise<void> {
  const document = await documentOf(uri);
  if (document === undefined) return;
  const shown = vscode.window.visibleTextEditors.find((editor) => editor.document.uri.toString() === uri.toString());
  await vscode.window.showTextDocument(document, {
    viewColumn: shown?.viewColumn ?? vscode.ViewColumn.One,
    selection: new vscode.Range(document.positionAt(start), document.positionAt(end)),
  });
}

/** Writes into a draft what was tried in a cell, unless the draft has changed since. */
export async function write(uri: vscode.Uri, { version, edit }: WhatIf): Promise<void> {
  const document = await documentOf(uri);
  const change = new vscode.WorkspaceEdit();
  if (document?.version === version) {
    change.replace(uri, new vscode.Range(document.positionAt(edit.start), document.positionAt(edit.end)), edit.text);
    if (await vscode.workspace.applyEdit(change)) return;
  }
  vscode.window.showWarningMessage(vscode.l10n.t('The draft has changed meanwhile; nothing was written.'));
}

/** Applies the fix of a finding that the light bulb offers under a title. */
export async function applyFix(
  uri: vscode.Uri,
  fix: { readonly start: number; readonly end: number; readonly title: string },
): Promise<void> {
  const document = await documentOf(uri);
  if (document === undefined) return;
  const range = new vscode.Range(document.positionAt(fix.start), document.positionAt(fix.end));
  const actions = await vscode.commands.executeCommand<readonly (vscode.CodeAction | vscode.Command)[]>(
    'vscode.executeCodeActionProvider',
    uri,
    range,
    vscode.CodeActionKind.QuickFix.value,
    100,
  );
  const action = actions.find((each) => each.title === fix.title && 'edit' in each && each.edit !== undefined);
  const applied =
    action !== undefined && 'edit' in action && action.edit && (await vscode.workspace.applyEdit(action.edit));
  if (applied !== true) {
    vscode.window.showWarningMessage(vscode.l10n.t('The draft has changed meanwhile; the fix was not applied.'));
  }
}
