import * as vscode from 'vscode';
import { commands, requests } from '../../server/src/lsp/protocol.ts';
import type { Given } from '../../server/src/lsp/wire.ts';
import type { Position } from '../../server/src/text/lines.ts';
import type { Server } from './client.ts';

/** The command that writes the totals of a table anew; of the one at the caret, unless a place is given. */
export function recomputeTotalsCommand(server: Server): vscode.Disposable {
  return vscode.commands.registerCommand(
    commands.recomputeTotals.command,
    async (uri?: unknown, position?: unknown) => {
      const editor = vscode.window.activeTextEditor;
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

function isPosition(value: unknown): value is Position {
  const { line, character }: Given<Position> = Object(value);
  return typeof line === 'number' && typeof character === 'number';
}

const kind = vscode.DocumentDropOrPasteEditKind.Text.append('nianbao', 'table');

/** Offers copied tables as the standard table they are, else as a pipe table, when they are pasted or dropped. */
export function tablePasting(server: Server, selector: vscode.DocumentSelector): vscode.Disposable {
  const read = async (document: vscode.TextDocument, data: vscode.DataTransfer) => {
    const text = (await data.get('text/plain')?.asString()) ?? '';
    const html = await data.get('text/html')?.asString();
    if (text === '' && html === undefined) return undefined;
    const language =
      document.languageId === 'markdown' || document.languageId === 'html' ? document.languageId : 'plaintext';
    return server.request(requests.pasteTable, {
      language,
      text,
      ...(html !== undefined && html !== '' && { html }),
    });
  };
  const paste = vscode.languages.registerDocumentPasteEditProvider(
    selector,
    {
      provideDocumentPasteEdits: async (document, _ranges, data, _context, token) => {
        const table = await read(document, data);
        if (table === undefined || token.isCancellationRequested) return undefined;
        return [new vscode.DocumentPasteEdit(table.text, table.title, kind)];
      },
    },
    { providedPasteEditKinds: [kind], pasteMimeTypes: ['text/html', 'text/plain'] },
  );
  const drop = vscode.languages.registerDocumentDropEditProvider(
    selector,
    {
      provideDocumentDropEdits: async (document, _position, data, token) => {
        const table = await read(document, data);
        if (table === undefined || token.isCancellationRequested) return undefined;
        return new vscode.DocumentDropEdit(table.text, table.title, kind);
      },
    },
    { providedDropEditKinds: [kind], dropMimeTypes: ['text/html', 'text/plain'] },
  );
  return vscode.Disposable.from(paste, drop);
}
