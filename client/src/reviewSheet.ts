import * as vscode from 'vscode';
import { requests } from '../../server/src/lsp/protocol.ts';
import type { AtHand } from './atHand.ts';
import type { Server } from './client.ts';
import { folderOf, reasonOf, stemOf } from './files.ts';

/** The command that writes the review sheet of the active report to a file that the user names. */
export function reviewSheetCommand(server: Server, atHand: AtHand): vscode.Disposable {
  return vscode.commands.registerCommand('nianbao.reviewSheet', async () => {
    const draft = atHand.uri();
    const isReport = draft && (await server.request(requests.readiness, { uri: draft.toString() })) !== undefined;
    if (draft === undefined || isReport !== true) return tellNoReport();
    const target = await vscode.window.showSaveDialog({
      title: vscode.l10n.t('Save the review sheet'),
      defaultUri: besides(draft),
      filters: { HTML: ['html'], Word: ['docx'] },
    });
    if (target === undefined) return;
    const to = /\.docx$/i.test(target.path) ? 'docx' : 'html';
    try {
      const bytes = await sheetOf(server, draft, to);
      if (bytes === undefined) return tellNoReport();
      await vscode.workspace.fs.writeFile(target, bytes);
    } catch (error) {
      vscode.window.showErrorMessage(vscode.l10n.t('The review sheet could not be written: {0}', reasonOf(error)));
      return;
    }
    const button = to === 'docx' ? vscode.l10n.t('Open') : vscode.l10n.t('Open in the browser');
    const choice = await vscode.window.showInformationMessage(vscode.l10n.t('The review sheet was written.'), button);
    if (choice === button) await vscode.env.openExternal(target);
  });
}

/** Says that there is nothing to make a sheet of. */
export function tellNoReport(): void {
  vscode.window.showInformationMessage(vscode.l10n.t('The active document is not an annual report.'));
}

/** The review sheet of a draft as a file; undefined where the draft is no report any more. */
async function sheetOf(server: Server, draft: vscode.Uri, to: 'html' | 'docx'): Promise<Uint8Array | undefined> {
  const sheet = await server.request(requests.reviewSheet, { uri: draft.toString(), to });
  if (sheet === undefined) return undefined;
  return 'html' in sheet ? new TextEncoder().encode(sheet.html) : Buffer.from(sheet.base64, 'base64');
}

/** Where the sheet of a draft goes unless the user says otherwise: beside it, or into the first folder. */
function besides(draft: vscode.Uri): vscode.Uri {
  const folder = folderOf(draft);
  const file = `${stemOf(draft)}-核对表.html`;
  return folder === undefined ? vscode.Uri.file(file) : vscode.Uri.joinPath(folder, file);
}
