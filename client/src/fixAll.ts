import * as vscode from 'vscode';
import type { AtHand } from './atHand.ts';
import { documentOf } from './preview/draft.ts';

/** The kind of the server's action that applies every safe fix of a document. */
const KIND = vscode.CodeActionKind.SourceFixAll.append('nianbao');

/** The command that applies every safe fix of the report at hand, or of the one whose address it is given. */
export function fixAllCommand(atHand: AtHand): vscode.Disposable {
  return vscode.commands.registerCommand('nianbao.fixAll', async (given?: unknown) => {
    const uri = typeof given === 'string' ? vscode.Uri.parse(given) : atHand.uri();
    const document = uri && (await documentOf(uri));
    const edit = document && (await editOf(document));
    if (edit === undefined) {
      vscode.window.showInformationMessage(vscode.l10n.t('There is nothing to fix that is safe to fix unseen.'));
      return;
    }
    if (await vscode.workspace.applyEdit(edit)) {
      const changes = edit.entries().reduce((sum, [, edits]) => sum + edits.length, 0);
      vscode.window.setStatusBarMessage(
        vscode.l10n.t('{0} places were fixed; Undo takes all of it back.', changes),
        8000,
      );
    }
  });
}

async function editOf(document: vscode.TextDocument): Promise<vscode.WorkspaceEdit | undefined> {
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  const actions = await vscode.commands.executeCommand<readonly (vscode.CodeAction | vscode.Command)[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    whole,
    KIND.value,
    1,
  );
  for (const action of actions) if ('edit' in action && action.edit !== undefined) return action.edit;
  return undefined;
}
