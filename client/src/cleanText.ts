import * as vscode from 'vscode';
import { requests } from '../../server/src/lsp/protocol.ts';
import type { AtHand } from './atHand.ts';
import type { Server } from './client.ts';
import type { Comparison } from './comparison.ts';
import { replaceText } from './edits.ts';

/** The command that fixes what copying did to a selection or a whole draft: a comparison first, then on demand the change. */
export function cleanTextCommand(server: Server, comparison: Comparison, atHand: AtHand): vscode.Disposable {
  return vscode.commands.registerCommand('nianbao.cleanText', async () => {
    const editor = await atHand.editor();
    if (editor === undefined) return;
    const { document, selection } = editor;
    const range = selection.isEmpty ? undefined : { start: selection.start, end: selection.end };
    const answer = await server.request(requests.clean, { uri: document.uri.toString(), range });
    if (answer === undefined) return;
    if (answer.text === document.getText()) {
      vscode.window.showInformationMessage(vscode.l10n.t('There is nothing to clean.'));
      return;
    }
    const title = vscode.l10n.t('Clean pasted text: before and after');
    const question = vscode.l10n.t('Apply these changes to the draft?');
    if (!(await comparison.confirmed(document, answer.text, title, question))) return;
    const edit = new vscode.WorkspaceEdit();
    replaceText(edit, document, answer.text);
    await vscode.workspace.applyEdit(edit);
  });
}
