import * as vscode from 'vscode';
import type { Server } from '../client.ts';
import { nameOf } from '../files.ts';
import { asDraft } from './import.ts';
import type { Notices } from './notices.ts';

const kind = vscode.DocumentDropOrPasteEditKind.Text.append('nianbao', 'report');
const mimeTypes = ['files', 'text/uri-list'];
/** Links and paths, which VS Code itself offers. */
const links = [
  vscode.DocumentDropOrPasteEditKind.Empty.append('uri'),
  vscode.DocumentDropOrPasteEditKind.Empty.append('markdown', 'link'),
];

/** What stands ready to be dropped, until it is or something else is. */
interface Ready {
  readonly uri: string;
  readonly text: string;
  readonly headline: string;
  readonly notes: readonly string[];
}

/**
 * Offers a Word file that is dropped onto a draft as its report in the draft's form: first in an empty draft, behind
 * links in others. What could not be read is told once the text stands in the draft.
 */
export function reportDropping(
  server: Server,
  notices: Notices,
  selector: readonly vscode.DocumentFilter[],
): { readonly provider: vscode.DocumentDropEditProvider; readonly registration: vscode.Disposable } {
  let ready: Ready | undefined;
  const provider: vscode.DocumentDropEditProvider = {
    provideDocumentDropEdits: async (document, _position, data, token) => {
      const file = await wordFileIn(data);
      if (file === undefined || token.isCancellationRequested) return undefined;
      const to = document.languageId === 'markdown' ? 'markdown' : 'text';
      const imported = await asDraft(server, file.name, file.bytes, to);
      if (token.isCancellationRequested || 'refusal' in imported) return undefined;
      const { text, notes } = imported;
      const headline = vscode.l10n.t('{0} was imported.', file.name);
      ready = { uri: document.uri.toString(), text, headline, notes };
      const edit = new vscode.DocumentDropEdit(text, vscode.l10n.t('Import the annual report'), kind);
      if (document.getText().trim() !== '') edit.yieldTo = links;
      return edit;
    },
  };
  const registration = vscode.Disposable.from(
    vscode.languages.registerDocumentDropEditProvider(
      // HTML drafts get no report in another form.
      selector.filter(({ language }) => language !== 'html'),
      provider,
      { providedDropEditKinds: [kind], dropMimeTypes: mimeTypes },
    ),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (ready === undefined || document.uri.toString() !== ready.uri) return;
      const { text, headline, notes } = ready;
      const length = withoutReturns(text).length;
      if (!contentChanges.some((change) => withoutReturns(change.text).length >= length)) return;
      ready = undefined;
      if (notes.length > 0) notices.done(headline, notes).catch(() => undefined);
    }),
  );
  return { provider, registration };
}

/** Line ends become those of the document. */
function withoutReturns(text: string): string {
  return text.replace(/\r/g, '');
}

/** The Word file that is dropped, if it is one and the only one. */
async function wordFileIn(
  data: vscode.DataTransfer,
): Promise<{ readonly name: string; readonly bytes: Uint8Array } | undefined> {
  const list = (await data.get('text/uri-list')?.asString()) ?? '';
  const uris = list.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'));
  const [first] = uris;
  try {
    if (uris.length === 1 && first !== undefined && /\.docx$/i.test(decodeURIComponent(first))) {
      const uri = vscode.Uri.parse(first, true);
      return { name: nameOf(uri), bytes: await vscode.workspace.fs.readFile(uri) };
    }
    const files = [...data].flatMap(([, item]) => item.asFile() ?? []);
    const [file] = files;
    if (files.length !== 1 || file === undefined || !/\.docx$/i.test(file.name)) return undefined;
    return { name: file.name, bytes: await file.data() };
  } catch {
    // A file that cannot be read, or an address that is none: the editor offers what it can.
    return undefined;
  }
}
