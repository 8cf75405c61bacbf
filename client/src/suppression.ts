import * as vscode from 'vscode';
import { commands } from '../../server/src/lsp/protocol.ts';
import type { Given, SuppressedFinding } from '../../server/src/lsp/wire.ts';
import { type ConfigSuppression, withSuppression } from './configEdit.ts';
import { CONFIG_NAME, foldersAround, readText } from './configs.ts';
import { replaceText } from './edits.ts';

/**
 * The commands that the server's light bulbs call: suppress a finding, a code in a file or in the workspace, and show
 * the page of a code.
 */
export function suppressionCommands(extension: vscode.Uri): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand(commands.suppress.command, (argument: unknown) =>
      suppress(argument, ({ file, code, fingerprint }) => ({ kind: 'finding', file, code, fingerprint })),
    ),
    vscode.commands.registerCommand(commands.suppressFile.command, (argument: unknown) =>
      suppress(argument, ({ file, code }) => ({ kind: 'file', file, code })),
    ),
    vscode.commands.registerCommand(commands.suppressWorkspace.command, (argument: unknown) =>
      suppress(argument, ({ code }) => ({ kind: 'folder', code }), true),
    ),
    vscode.commands.registerCommand(commands.showRule.command, (code: unknown) => {
      if (typeof code !== 'string' || !/^[a-z-]+$/.test(code)) return undefined;
      const page = vscode.Uri.joinPath(extension, 'docs', 'rules', `${code}.md`);
      return vscode.commands.executeCommand('markdown.showPreview', page);
    }),
  );
}

interface Target {
  /** The draft's path from the configuration's folder. */
  readonly file: string;
  readonly code: string;
  readonly fingerprint: string;
}

/** Writes a suppression into the configuration that is meant for a draft, and saves it. */
async function suppress(argument: unknown, make: (target: Target) => ConfigSuppression, inRoot = false): Promise<void> {
  const { uri, code, fingerprint = '' }: Given<SuppressedFinding> = Object(argument);
  if (typeof uri !== 'string' || typeof code !== 'string' || typeof fingerprint !== 'string') return;
  const draft = vscode.Uri.parse(uri);
  const config = await configFor(draft, inRoot);
  if (config === undefined) {
    vscode.window.showWarningMessage(vscode.l10n.t('Save the draft first: the setting is written into its folder.'));
    return;
  }
  const folder = vscode.Uri.joinPath(config, '..').path.replace(/\/?$/, '/');
  const document = (await readText(config)) === undefined ? undefined : await vscode.workspace.openTextDocument(config);
  const before = document?.getText();
  const text = withSuppression(before ?? '', make({ file: draft.path.slice(folder.length), code, fingerprint }));
  if (text === undefined) {
    vscode.window.showWarningMessage(vscode.l10n.t('nianbao.config.json is not in order and was left alone.'));
    await vscode.window.showTextDocument(config);
    return;
  }
  await replace(config, document, text);
  // Whoever waits for the silence does not wait for an answer.
  offerUndo(config, code, text, before).catch(() => undefined);
}

/** Tells that a file was written, and takes that back on demand. */
async function offerUndo(config: vscode.Uri, code: string, text: string, before: string | undefined): Promise<void> {
  const undo = vscode.l10n.t('Undo');
  const open = vscode.l10n.t('Open');
  const told = vscode.l10n.t('{0} is not shown any more there: written into {1}.', code, CONFIG_NAME);
  const choice = await vscode.window.showInformationMessage(told, undo, open);
  if (choice === open) await vscode.window.showTextDocument(config);
  if (choice !== undo) return;
  const document = await vscode.workspace.openTextDocument(config);
  if (document.getText() !== text) {
    vscode.window.showWarningMessage(vscode.l10n.t('{0} has changed meanwhile and was left alone.', CONFIG_NAME));
    return;
  }
  const edit = new vscode.WorkspaceEdit();
  if (before === undefined) edit.deleteFile(config);
  else replaceText(edit, document, before);
  if ((await vscode.workspace.applyEdit(edit)) && before !== undefined) await document.save();
}

/**
 * The nearest configuration around a draft that is inside the same workspace folder; where there is none, that which
 * would be at the folder's root, or beside a draft that is in no workspace.
 */
async function configFor(draft: vscode.Uri, inRoot: boolean): Promise<vscode.Uri | undefined> {
  if (draft.scheme === 'untitled') return undefined;
  const root = vscode.workspace.getWorkspaceFolder(draft)?.uri ?? vscode.Uri.joinPath(draft, '..');
  const own = vscode.Uri.joinPath(root, CONFIG_NAME);
  if (inRoot) return own;
  for (const folder of foldersAround(draft)) {
    const config = vscode.Uri.joinPath(folder, CONFIG_NAME);
    if (config.toString() === own.toString()) return own;
    if ((await readText(config)) !== undefined) return config;
  }
  return own;
}

/** Gives a file another text by changing what differs, so that it can be undone in one step, and saves it. */
async function replace(uri: vscode.Uri, document: vscode.TextDocument | undefined, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  if (document === undefined) edit.createFile(uri, { contents: new TextEncoder().encode(text) });
  else replaceText(edit, document, text);
  if (await vscode.workspace.applyEdit(edit)) await (await vscode.workspace.openTextDocument(uri)).save();
}
