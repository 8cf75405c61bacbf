import * as vscode from 'vscode';
import { requests } from '../../server/src/lsp/protocol.ts';
import type { AtHand } from './atHand.ts';
import type { Server } from './client.ts';
import { nameOf, reasonOf } from './files.ts';
import { newDocument } from './newReport.ts';

/** Files of the folders that are offered, and bytes beyond which a file is no report. */
const MOST = 50;
const LARGEST = 64 * 1024 * 1024;
const endings = ['md', 'txt', 'nianbao', 'html', 'htm', 'docx'];

/** What the user picks from: a file, or the dialog that finds one. */
type Choice = vscode.QuickPickItem & { readonly uri: vscode.Uri | undefined };

/**
 * The command that opens a draft with last year's report as its base. It asks for the report, the one at hand first,
 * unless the explorer, a key binding or another extension gives it. The report itself stays as it is.
 */
export function lastYearCommand(server: Server, atHand: AtHand): vscode.Disposable {
  return vscode.commands.registerCommand('nianbao.newFromLastYear', async (given?: unknown) => {
    const uri = given instanceof vscode.Uri ? given : await askForReport(atHand.uri());
    if (uri === undefined) return;
    try {
      await openDraft(server, uri);
    } catch (error) {
      refuse(uri, reasonOf(error));
    }
  });
}

async function openDraft(server: Server, uri: vscode.Uri): Promise<void> {
  const { name, bytes } = await fileOf(uri);
  if (bytes.length > LARGEST) return refuse(uri, vscode.l10n.t('The file is too large for an annual report.'));
  const base64 = Buffer.from(bytes).toString('base64');
  const draft = await server.request(requests.draftFromLastYear, { name, base64 });
  if (draft === undefined) return refuse(uri, vscode.l10n.t('The Nianbao language server does not run.'));
  if ('refusal' in draft) return refuse(uri, draft.refusal);
  const document = await newDocument(draft.name, draft.language === 'markdown' ? 'markdown' : 'nianbao');
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  const start = new vscode.Position(0, 0);
  await editor.edit((edit) => edit.insert(start, draft.text));
  editor.selection = new vscode.Selection(start, start);
  const headline = vscode.l10n.t(
    'The draft of {0} is based on {1}. "Go to Next Place to Fill In" leads through what is to be written anew.',
    draft.year,
    nameOf(uri),
  );
  const tell = draft.notes.length > 0 ? vscode.window.showWarningMessage : vscode.window.showInformationMessage;
  tell([headline, ...draft.notes].join(' '));
}

function refuse(uri: vscode.Uri, reason: string): void {
  vscode.window.showErrorMessage(vscode.l10n.t('{0} cannot be the base of a draft. {1}', nameOf(uri), reason));
}

/** A report as a file: of an open document what its editor holds, under a name that tells its language. */
async function fileOf(uri: vscode.Uri): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open === undefined) return { name: nameOf(uri), bytes: await vscode.workspace.fs.readFile(uri) };
  const ending = { markdown: 'md', html: 'html' }[open.languageId] ?? 'txt';
  return { name: `${nameOf(uri)}.${ending}`, bytes: new TextEncoder().encode(open.getText()) };
}

/** Asks for the report: the one at hand, the files of the folders, or any other; undefined where the user has had enough. */
async function askForReport(first: vscode.Uri | undefined): Promise<vscode.Uri | undefined> {
  const found = await vscode.workspace.findFiles(`**/*.{${endings.join(',')}}`, '**/node_modules/**', MOST);
  const others = found
    .filter((uri) => uri.toString() !== first?.toString())
    .sort((a, b) => nameOf(a).localeCompare(nameOf(b), 'zh-CN'));
  const choices: readonly Choice[] = [
    ...(first === undefined ? [] : [choiceOf(first, vscode.l10n.t('in the editor'))]),
    { label: vscode.l10n.t('Another file…'), uri: undefined, alwaysShow: true },
    ...others.map((uri) => choiceOf(uri, vscode.workspace.asRelativePath(uri))),
  ];
  const choice = await vscode.window.showQuickPick(choices, { title: vscode.l10n.t('Last year’s report as the base') });
  if (choice === undefined || choice.uri !== undefined) return choice?.uri;
  const picked = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Last year’s report as the base'),
    filters: { [vscode.l10n.t('Annual reports')]: endings },
  });
  return picked?.[0];
}

function choiceOf(uri: vscode.Uri, description: string): Choice {
  return { label: nameOf(uri), description, uri };
}
