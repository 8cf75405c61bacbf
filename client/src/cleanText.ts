import * as vscode from 'vscode';
import { requests } from '../../server/src/lsp/protocol.ts';
import type { Server } from './client.ts';
import { replaceText } from './edits.ts';

/** Scheme of the documents that show what a draft would be. */
const SCHEME = 'nianbao-cleaned';

/** The command that fixes what copying did to a selection or a whole draft: a comparison first, then on demand the change. */
export function cleanTextCommand(server: Server): vscode.Disposable {
  const cleaned = new Map<string, string>();
  const provider = vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    provideTextDocumentContent: (uri) => cleaned.get(uri.toString()),
  });
  const command = vscode.commands.registerTextEditorCommand('nianbao.cleanText', async ({ document, selection }) => {
    const range = selection.isEmpty ? undefined : { start: selection.start, end: selection.end };
    const { version } = document;
    const answer = await server.request(requests.clean, { uri: document.uri.toString(), range });
    if (answer === undefined) return;
    if (answer.text === document.getText()) {
      vscode.window.showInformationMessage(vscode.l10n.t('There is nothing to clean.'));
      return;
    }
    const preview = document.uri.with({ scheme: SCHEME, query: String(version) });
    cleaned.set(preview.toString(), answer.text);
    await vscode.commands.executeCommand(
      'vscode.diff',
      document.uri,
      preview,
      vscode.l10n.t('Clean pasted text: before and after'),
    );
    const apply = vscode.l10n.t('Apply');
    const choice = await vscode.window.showInformationMessage(
      vscode.l10n.t('Apply these changes to the draft?'),
      apply,
    );
    cleaned.delete(preview.toString());
    if (choice !== apply) return;
    if (document.version !== version) {
      vscode.window.showWarningMessage(vscode.l10n.t('The draft has changed meanwhile; please clean it again.'));
      return;
    }
    const edit = new vscode.WorkspaceEdit();
    replaceText(edit, document, answer.text);
    await vscode.workspace.applyEdit(edit);
  });
  return vscode.Disposable.from(provider, command);
}
