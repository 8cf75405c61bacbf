import * as vscode from 'vscode';
import { requests } from '../../../server/src/lsp/protocol.ts';
import type { DraftForm, ImportedDraft } from '../../../server/src/lsp/wire.ts';
import type { Refused } from '../../../server/src/output/forms.ts';
import type { Server } from '../client.ts';
import { exists, folderOf, nameOf, reasonOf, stemOf } from '../files.ts';
import type { Notices } from './notices.ts';

/** What another extension, or a test, says instead of the user. */
export interface ImportWanted {
  readonly from: vscode.Uri;
  /** The form of the draft; unless given the user is asked. */
  readonly to?: DraftForm;
}

/** Bytes beyond which a file is no report. */
const LARGEST = 64 * 1024 * 1024;
const endings = ['docx', 'html', 'htm', 'doc'];

/** The command that makes drafts of Word files and web pages, beside them and never over a file that is there. */
export function importCommand(server: Server, notices: Notices): vscode.Disposable {
  return vscode.commands.registerCommand(
    'nianbao.import',
    // The explorer gives the file that was clicked and all that are selected.
    async (given?: vscode.Uri | ImportWanted, selected?: readonly vscode.Uri[]): Promise<void> => {
      const wanted = given !== undefined && !(given instanceof vscode.Uri) ? given : undefined;
      const files =
        wanted !== undefined
          ? [wanted.from]
          : given instanceof vscode.Uri
            ? filesOf(given, selected)
            : await vscode.window.showOpenDialog({
                title: vscode.l10n.t('Import an annual report'),
                canSelectMany: true,
                filters: { [vscode.l10n.t('Word files and web pages')]: endings },
              });
      if (files === undefined || files.length === 0) return;
      const to = wanted?.to ?? (await askForForm());
      if (to === undefined) return;
      for (const file of files) await importFile(server, notices, file, to);
    },
  );
}

/** What the server makes of a file's bytes. */
export async function asDraft(
  server: Server,
  name: string,
  bytes: Uint8Array,
  to: DraftForm,
): Promise<ImportedDraft | Refused> {
  if (bytes.length > LARGEST) return { refusal: vscode.l10n.t('The file is too large for an annual report.') };
  const base64 = Buffer.from(bytes).toString('base64');
  const answer = await server.request(requests.import, { name, base64, to });
  return answer ?? { refusal: vscode.l10n.t('The Nianbao language server does not run.') };
}

/** All selected files that can be imported, if the one that was clicked is among them. */
function filesOf(clicked: vscode.Uri, selected: readonly vscode.Uri[] = []): readonly vscode.Uri[] {
  const isClicked = (uri: vscode.Uri): boolean => uri.toString() === clicked.toString();
  if (!selected.some(isClicked)) return [clicked];
  return selected.filter((uri) => isClicked(uri) || endings.some((end) => uri.path.toLowerCase().endsWith(`.${end}`)));
}

async function askForForm(): Promise<DraftForm | undefined> {
  const items = [
    { label: 'Markdown', value: 'markdown' as const },
    { label: vscode.l10n.t('Plain text'), value: 'text' as const },
  ];
  return (await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Import as') }))?.value;
}

/** Resolves when the draft is open or the user has been told why there is none. */
async function importFile(server: Server, notices: Notices, file: vscode.Uri, to: DraftForm): Promise<void> {
  const name = nameOf(file);
  try {
    const imported = await asDraft(server, name, await vscode.workspace.fs.readFile(file), to);
    if ('refusal' in imported) {
      vscode.window.showErrorMessage(vscode.l10n.t('{0} was not imported. {1}', name, imported.refusal));
      return;
    }
    const { text, notes } = imported;
    const document = await openNew(file, text, to);
    await vscode.window.showTextDocument(document, { preview: false });
    const headline = vscode.l10n.t('{0} was imported as {1}.', name, nameOf(document.uri));
    notices.done(headline, notes).catch(() => undefined);
  } catch (error) {
    vscode.window.showErrorMessage(vscode.l10n.t('{0} was not imported. {1}', name, reasonOf(error)));
  }
}

/** A new draft beside a file; where nothing can be written there, one that is not saved. */
async function openNew(file: vscode.Uri, text: string, to: DraftForm): Promise<vscode.TextDocument> {
  const target = await freeBeside(file, to === 'markdown' ? 'md' : 'txt');
  if (target !== undefined) {
    const create = new vscode.WorkspaceEdit();
    // Fails where somebody else was faster.
    create.createFile(target, { overwrite: false, contents: new TextEncoder().encode(text) });
    if (await vscode.workspace.applyEdit(create)) return vscode.workspace.openTextDocument(target);
  }
  return vscode.workspace.openTextDocument({ language: to === 'markdown' ? 'markdown' : 'nianbao', content: text });
}

/** A name beside a file that is not taken: its own with another ending, or with a number behind it. */
async function freeBeside(file: vscode.Uri, ending: string): Promise<vscode.Uri | undefined> {
  const folder = folderOf(file);
  if (folder === undefined) return undefined;
  for (let number = 1; number < 100; number++) {
    const name = `${stemOf(file)}${number === 1 ? '' : `-${number}`}.${ending}`;
    const candidate = vscode.Uri.joinPath(folder, name);
    if (!(await exists(candidate))) return candidate;
  }
  return undefined;
}
