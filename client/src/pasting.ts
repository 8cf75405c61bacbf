import * as vscode from 'vscode';
import type { PastedTable } from '../../server/src/features/paste.ts';
import { requests } from '../../server/src/lsp/protocol.ts';
import type { Server } from './client.ts';

const kind = vscode.DocumentDropOrPasteEditKind.Text.append('nianbao', 'table');
const types = ['text/html', 'text/plain'];

/**
 * Puts what is copied into the cells of a statutory table where the caret is in one; elsewhere offers copied tables, when
 * they are pasted or dropped, as the standard table they are, else as a pipe table.
 */
export function tablePasting(server: Server, selector: vscode.DocumentSelector): vscode.Disposable {
  /** What found no place, by the edit that left it out. */
  const left = new WeakMap<vscode.DocumentPasteEdit, readonly string[]>();
  const fill = async (
    document: vscode.TextDocument,
    ranges: readonly vscode.Range[],
    copied: Copied,
  ): Promise<vscode.DocumentPasteEdit | undefined> => {
    const [place, ...others] = ranges;
    if (place === undefined || others.length > 0) return undefined;
    const uri = document.uri.toString();
    const filled = await server.request(requests.fillTable, { uri, position: place.start, ...copied });
    if (filled === undefined) return undefined;
    // Nothing goes to the caret itself: all of it is in the edits of the cells.
    const edit = new vscode.DocumentPasteEdit('', filled.title, kind);
    edit.additionalEdit = new vscode.WorkspaceEdit();
    for (const { range, newText } of filled.edits) {
      const { start, end } = range;
      const cell = new vscode.Range(start.line, start.character, end.line, end.character);
      edit.additionalEdit.replace(document.uri, cell, newText);
    }
    left.set(edit, filled.notes);
    return edit;
  };
  const asTable = async ({ languageId }: vscode.TextDocument, copied: Copied) => {
    const language = languageId === 'markdown' || languageId === 'html' ? languageId : 'plaintext';
    return server.request(requests.pasteTable, { language, ...copied });
  };
  const paste: vscode.DocumentPasteEditProvider = {
    provideDocumentPasteEdits: async (document, ranges, data, _context, token) => {
      const copied = await copiedIn(data);
      if (copied === undefined) return undefined;
      const filling = await fill(document, ranges, copied);
      const table = filling === undefined ? await asTable(document, copied) : undefined;
      if (token.isCancellationRequested) return undefined;
      if (filling !== undefined) return [filling];
      return table && [writing(table, document, ranges)];
    },
    // Asked of the edit that is applied.
    resolveDocumentPasteEdit: (edit) => {
      for (const note of left.get(edit) ?? []) vscode.window.showWarningMessage(note);
      return edit;
    },
  };
  const drop: vscode.DocumentDropEditProvider = {
    provideDocumentDropEdits: async (document, _position, data, token) => {
      const copied = await copiedIn(data);
      const table = copied && (await asTable(document, copied));
      if (table === undefined || token.isCancellationRequested) return undefined;
      return new vscode.DocumentDropEdit(table.text, table.title, kind);
    },
  };
  return vscode.Disposable.from(
    vscode.languages.registerDocumentPasteEditProvider(selector, paste, {
      providedPasteEditKinds: [kind],
      pasteMimeTypes: types,
    }),
    vscode.languages.registerDocumentDropEditProvider(selector, drop, {
      providedDropEditKinds: [kind],
      dropMimeTypes: types,
    }),
  );
}

/**
 * A paste of a text as it is: what VS Code inserts by itself, it indents as the editor is set to, and tabs at the start
 * of a line, which are cells, would become spaces.
 */
function writing(
  { text, title }: PastedTable,
  { uri }: vscode.TextDocument,
  ranges: readonly vscode.Range[],
): vscode.DocumentPasteEdit {
  const edit = new vscode.DocumentPasteEdit('', title, kind);
  edit.additionalEdit = new vscode.WorkspaceEdit();
  for (const range of ranges) edit.additionalEdit.replace(uri, range, text);
  return edit;
}

interface Copied {
  readonly text: string;
  readonly html?: string;
}

async function copiedIn(data: vscode.DataTransfer): Promise<Copied | undefined> {
  const text = (await data.get('text/plain')?.asString()) ?? '';
  const html = (await data.get('text/html')?.asString()) ?? '';
  if (text === '' && html === '') return undefined;
  return { text, ...(html !== '' && { html }) };
}
