import * as vscode from 'vscode';
import type { Server } from './client.ts';

/** An edit as the server sends it. */
interface SentEdit {
  readonly range: { readonly start: vscode.Position; readonly end: vscode.Position };
  readonly newText: string;
}

/** The command that writes the totals of a table anew; of the one at the caret, unless a place is given. */
export function recomputeTotalsCommand(server: Server): vscode.Disposable {
  return vscode.commands.registerCommand('nianbao.recomputeTotals', async (uri?: unknown, position?: unknown) => {
    const editor = vscode.window.activeTextEditor;
    const target = typeof uri === 'string' ? vscode.Uri.parse(uri) : editor?.document.uri;
    const at = position ?? editor?.selection.active;
    if (target === undefined || at === undefined) return;
    const edits = await server.request<readonly SentEdit[]>('nianbao/recomputeTotals', {
      uri: target.toString(),
      position: at,
    });
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
  });
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
    return server.request<{ readonly title: string; readonly text: string }>('nianbao/pasteTable', {
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
