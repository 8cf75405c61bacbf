/** What every editor test needs. */

import assert from 'node:assert/strict';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { watch } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';

/** Opens a file of the workspace in an editor. */
export async function openDocument(name: string): Promise<vscode.TextDocument> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'no folder is open');
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, name));
  await vscode.window.showTextDocument(document);
  return document;
}

let copies = 0;

/** Opens a copy of a file of the workspace: an editor that saves by itself changes nothing for other tests. */
export async function openCopy(name: string): Promise<vscode.TextDocument> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'no folder is open');
  const copy = `copy-${++copies}-${name}`;
  const at = (file: string): vscode.Uri => vscode.Uri.joinPath(folder.uri, file);
  await vscode.workspace.fs.copy(at(name), at(copy), { overwrite: true });
  return openDocument(copy);
}

/**
 * Waits until a condition holds, looking again whenever diagnostics, texts or selections change, and resolves to what the condition gave.
 * `what` completes the sentence "waited for …" when the time is up.
 */
export function waitFor<T>(condition: () => T | undefined | false, what: string, timeoutMs = 10_000): Promise<T> {
  return new Promise((resolve, reject) => {
    const finish = (settle: () => void) => {
      clearTimeout(timer);
      subscription.dispose();
      settle();
    };
    const look = () => {
      try {
        const value = condition();
        if (value !== undefined && value !== false) finish(() => resolve(value));
      } catch (error) {
        finish(() => reject(error));
      }
    };
    const timer = setTimeout(() => {
      finish(() => reject(new Error(`waited for ${what}, ${timeoutMs / 1000} seconds in vain`)));
    }, timeoutMs);
    const subscription = vscode.Disposable.from(
      vscode.languages.onDidChangeDiagnostics(look),
      vscode.workspace.onDidChangeTextDocument(look),
      vscode.window.onDidChangeTextEditorSelection(look),
    );
    look();
  });
}

/** The diagnostics of this extension on a document; only those with the code, if one is given. */
export function diagnosticsOf(uri: vscode.Uri, code?: string): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter((diagnostic) => diagnostic.source === 'nianbao' && (code === undefined || codeOf(diagnostic) === code));
}

/** A diagnostic's code, whether or not it links to a page. */
export function codeOf(diagnostic: vscode.Diagnostic): string {
  const { code } = diagnostic;
  return String(typeof code === 'object' ? code.value : code);
}

/** The code actions that the editor offers at a range, with their edits. */
export async function codeActions(
  document: vscode.TextDocument,
  range: vscode.Range,
  kind?: vscode.CodeActionKind,
): Promise<vscode.CodeAction[]> {
  const resolveAtMost = 100;
  const found = await vscode.commands.executeCommand<(vscode.CodeAction | vscode.Command)[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    kind?.value,
    resolveAtMost,
  );
  return found.filter((action): action is vscode.CodeAction => typeof action.command !== 'string');
}

/** Does what choosing the action in the editor would do: its edit, then its command. */
export async function applyAction(action: vscode.CodeAction): Promise<void> {
  if (action.edit) assert.ok(await vscode.workspace.applyEdit(action.edit), `edit refused: ${action.title}`);
  if (action.command) {
    await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
  }
}

/** Has something pasted into what has the focus, by MIME type. What comes of it comes a moment later. */
export function paste(contents: Readonly<Record<string, string>>): void {
  // The host of the tests reads this line.
  console.log(`@@paste ${Buffer.from(JSON.stringify(contents)).toString('base64')}`);
}

/** Has keys pressed in what has the focus, as Playwright names them. What comes of it comes a moment later. */
export function press(...keys: readonly string[]): void {
  // The host of the tests reads this line.
  console.log(`@@press ${Buffer.from(JSON.stringify(keys)).toString('base64')}`);
}

/** Has a picture of the window saved where NIANBAO_SCREENSHOTS says, and waits for it. Without that: nothing. */
export async function screenshot(name: string): Promise<void> {
  const folder = process.env.NIANBAO_SCREENSHOTS;
  if (!folder) return;
  const file = join(folder, `${name}.png`);
  mkdirSync(folder, { recursive: true });
  rmSync(file, { force: true });
  const changes = watch(folder, { signal: AbortSignal.timeout(15_000) });
  // The host of the tests reads this line and takes the picture.
  console.log(`@@screenshot ${name}`);
  for await (const _ of changes) {
    if (existsSync(file)) return;
  }
}

export type Asking = 'showWarningMessage' | 'showInformationMessage' | 'showErrorMessage' | 'showSaveDialog';

/** What is asked or told by a method of the window, with its arguments; it is answered as given until that is taken back. */
export function answer(method: Asking, by: (...args: readonly unknown[]) => unknown = () => undefined): unknown[][] {
  const asked: unknown[][] = [];
  const own = Object.getOwnPropertyDescriptor(vscode.window, method);
  assert.ok(own);
  undo.push(() => Object.defineProperty(vscode.window, method, own));
  Object.defineProperty(vscode.window, method, {
    ...own,
    value: async (...args: unknown[]) => {
      asked.push(args);
      return by(...args);
    },
  });
  return asked;
}

const undo: (() => void)[] = [];

/** Has the window ask and tell by itself again. */
export function takeBackAnswers(): void {
  for (const each of undo.splice(0)) each();
}
