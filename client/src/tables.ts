import * as vscode from 'vscode';
import { commands, requests } from '../../server/src/lsp/protocol.ts';
import type { Given } from '../../server/src/lsp/wire.ts';
import type { Position } from '../../server/src/text/lines.ts';
import type { AtHand } from './atHand.ts';
import type { Server } from './client.ts';
import type { Comparison } from './comparison.ts';

/** The command that writes the totals of a table anew; of the one at the caret, unless a place is given. */
export function recomputeTotalsCommand(server: Server, atHand: AtHand): vscode.Disposable {
  return vscode.commands.registerCommand(
    commands.recomputeTotals.command,
    async (uri?: unknown, position?: unknown) => {
      const editor = typeof uri === 'string' ? undefined : await atHand.editor();
      const target = typeof uri === 'string' ? vscode.Uri.parse(uri) : editor?.document.uri;
      const at = isPosition(position) ? position : editor?.selection.active;
      if (target === undefined || at === undefined) return;
      const edits = await server.request(requests.recomputeTotals, { uri: target.toString(), position: at });
      if (edits === undefined || edits.length === 0) {
        vscode.window.showInformationMessage(vscode.l10n.t('There is no total to recompute here.'));
        return;
      }
      const change = new vscode.WorkspaceEdit();
      for (const { range, newText } of edits) {
        const { start, end } = range;
        change.replace(target, new vscode.Range(start.line, start.character, end.line, end.character), newText);
      }
      await vscode.workspace.applyEdit(change);
    },
  );
}

/**
 * The command that makes a table that fell apart the standard one: a comparison first, which tells what was certain and
 * what is open; then, on demand, the change, with a place to fill in for each open value.
 */
export function restoreTableCommand(server: Server, comparison: Comparison, atHand: AtHand): vscode.Disposable {
  return vscode.commands.registerCommand('nianbao.restoreTable', async () => {
    const editor = await atHand.editor();
    if (editor === undefined) return;
    const { document } = editor;
    const uri = document.uri.toString();
    const answer = await server.request(requests.restoreTable, { uri, position: editor.selection.active });
    if (answer === undefined || answer === null) {
      vscode.window.showInformationMessage(vscode.l10n.t('There is no table to restore at the caret.'));
      return;
    }
    if ('refusal' in answer) {
      vscode.window.showWarningMessage(answer.refusal);
      return;
    }
    const { name, certain, open, range, text, snippet, version } = answer;
    if (document.version !== version) return;
    const place = new vscode.Range(range.start.line, range.start.character, range.end.line, range.end.character);
    const [start, end] = [document.offsetAt(place.start), document.offsetAt(place.end)];
    const whole = document.getText();
    const title = vscode.l10n.t('Restore {0}: before and after', name);
    const question =
      open.length === 0
        ? vscode.l10n.t('{0}: all {1} cells are certain. Restore the table?', name, certain)
        : vscode.l10n.t(
            '{0}: {1} cells are certain, {2} are left to fill in ({3}). Restore the table?',
            name,
            certain,
            open.length,
            open.slice(0, NAMED).join('、') + (open.length > NAMED ? '…' : ''),
          );
    if (!(await comparison.confirmed(document, whole.slice(0, start) + text + whole.slice(end), title, question)))
      return;
    const edit = new vscode.WorkspaceEdit();
    if (open.length === 0) edit.replace(document.uri, place, text);
    else {
      await vscode.window.showTextDocument(document);
      edit.set(document.uri, [vscode.SnippetTextEdit.replace(place, new vscode.SnippetString(snippet))]);
    }
    await vscode.workspace.applyEdit(edit);
  });
}

/** Open values that the question names, at most. */
const NAMED = 6;

function isPosition(value: unknown): value is Position {
  const { line, character }: Given<Position> = Object(value);
  return typeof line === 'number' && typeof character === 'number';
}
