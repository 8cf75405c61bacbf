import * as vscode from 'vscode';
import { requests } from '../../../server/src/lsp/protocol.ts';
import type { Exported } from '../../../server/src/lsp/wire.ts';
import type { AtHand } from '../atHand.ts';
import type { Server } from '../client.ts';
import { folderOf, nameOf, reasonOf, stemOf } from '../files.ts';
import { type ExportForm, exportForms } from './forms.ts';
import type { Notices } from './notices.ts';

/** What another extension, or a test, says instead of the user. */
export interface ExportWanted {
  /** The draft; unless given the one at hand. */
  readonly draft?: vscode.Uri | undefined;
  /** The file to write, replaced if it is there; unless given the user is asked. */
  readonly target?: vscode.Uri;
}

/** Errors that the question before an export has room for. */
const ROOM = 3;

/**
 * The commands that write a report in another form to a file that the user names. A report with errors, or with
 * places that are not filled in, is written only after the user has been told.
 */
export function exportCommands(server: Server, notices: Notices, atHand: AtHand): vscode.Disposable {
  return vscode.Disposable.from(
    ...Object.values(exportForms).map((form) =>
      // Menus give the place of the document.
      vscode.commands.registerCommand(form.command, (given?: vscode.Uri | ExportWanted) =>
        exportReport(server, notices, form, {
          draft: atHand.uri(),
          ...(given instanceof vscode.Uri ? { draft: given } : given),
        }),
      ),
    ),
  );
}

/** Resolves when the file is written or the user has had enough; the notice may stand longer. */
async function exportReport(server: Server, notices: Notices, form: ExportForm, wanted: ExportWanted): Promise<void> {
  const { draft } = wanted;
  const exported = draft && (await read(server, draft, form));
  if (draft === undefined || exported === undefined) {
    vscode.window.showInformationMessage(vscode.l10n.t('The active document is not an annual report.'));
    return;
  }
  if (!(await isWanted(exported))) return;
  const target = wanted.target ?? (await askForTarget(draft, exported, form.files));
  if (target === undefined) return;
  if (target.toString() === draft.toString()) {
    vscode.window.showErrorMessage(vscode.l10n.t('The draft itself cannot be replaced; choose another file.'));
    return;
  }
  try {
    await vscode.workspace.fs.writeFile(target, Buffer.from(exported.base64, 'base64'));
  } catch (error) {
    vscode.window.showErrorMessage(vscode.l10n.t('{0} could not be written: {1}', nameOf(target), reasonOf(error)));
    return;
  }
  notices
    .done(vscode.l10n.t('{0} was written.', nameOf(target)), exported.notes, vscode.l10n.t('Open'))
    .then((open) => (open ? show(target, form) : undefined))
    .catch((error) => vscode.window.showErrorMessage(reasonOf(error)));
}

/** The draft in another form; undefined where it is no report. */
async function read(server: Server, draft: vscode.Uri, { to }: ExportForm): Promise<Exported | undefined> {
  // The server knows only documents that are open.
  await vscode.workspace.openTextDocument(draft);
  return server.request(requests.export, { uri: draft.toString(), to });
}

/** Says what is wrong with a report or still to be filled in, and asks whether it is to go out all the same. */
async function isWanted({ errors, unfilled }: Exported): Promise<boolean> {
  if (errors.length === 0 && unfilled === 0) return true;
  const first = errors.slice(0, ROOM).map(({ message, line }) => vscode.l10n.t('Line {0}: {1}', line, message));
  const rest = errors.length - first.length;
  const detail = [...first, ...(rest > 0 ? [vscode.l10n.t('and {0} more', rest)] : [])].join('\n');
  const yes = vscode.l10n.t('Export all the same');
  const problems = vscode.l10n.t('Show the problems');
  const next = vscode.l10n.t('Go to the next place to fill in');
  const question =
    unfilled === 0
      ? vscode.l10n.t('The report has {0} errors. Export it all the same?', errors.length)
      : vscode.l10n.t(
          'The report has {0} errors, and {1} places are still to be filled in. Export it all the same?',
          errors.length,
          unfilled,
        );
  const more = [...(errors.length > 0 ? [problems] : []), ...(unfilled > 0 ? [next] : [])];
  const choice = await vscode.window.showWarningMessage(question, { modal: true, detail }, yes, ...more);
  if (choice === problems) await vscode.commands.executeCommand('workbench.actions.view.problems');
  if (choice === next) await vscode.commands.executeCommand('nianbao.nextBlank');
  return choice === yes;
}

/** The file to write: beside the draft under its name, or under the report's title, unless the user says otherwise. */
async function askForTarget(
  draft: vscode.Uri,
  { name: title, ending }: Exported,
  files: string,
): Promise<vscode.Uri | undefined> {
  const isNew = draft.scheme === 'untitled';
  const stem = isNew ? title.replace(/[\\/:*?"<>|\s]+/g, '') : stemOf(draft);
  const name = `${stem}.${ending}`;
  const other = !isNew && name === nameOf(draft) ? `${stem}-${vscode.l10n.t('standard')}.${ending}` : name;
  const folder = folderOf(draft);
  return vscode.window.showSaveDialog({
    title: vscode.l10n.t('Export the annual report'),
    defaultUri: folder === undefined ? vscode.Uri.file(other) : vscode.Uri.joinPath(folder, other),
    filters: { [files]: [ending] },
  });
}

/** Opens what was written, in the program for it where the file is within its reach. */
async function show(target: vscode.Uri, { opensIn }: ExportForm): Promise<void> {
  const isNear = target.scheme === 'file' && vscode.env.remoteName === undefined;
  const opened = opensIn === 'program' && isNear && (await vscode.env.openExternal(target));
  if (!opened) await vscode.commands.executeCommand('vscode.open', target);
}
