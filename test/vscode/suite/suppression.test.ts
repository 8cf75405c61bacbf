/** Severities and suppression as a drafter reaches them: settings, light bulb, comments, the folder's configuration. */

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { answer, applyAction, codeActions, diagnosticsOf, openCopy, takeBackAnswers, waitFor } from './helpers.ts';

const CODE = 'cell-blank';

async function action(document: vscode.TextDocument, title: string): Promise<vscode.CodeAction> {
  const [diagnostic] = diagnosticsOf(document.uri, CODE);
  assert.ok(diagnostic);
  const actions = await codeActions(document, diagnostic.range, vscode.CodeActionKind.QuickFix);
  const found = actions.find((candidate) => candidate.title === title);
  assert.ok(found, `${title} is not among ${actions.map((each) => each.title).join()}`);
  return found;
}

function shown(document: vscode.TextDocument): number {
  return diagnosticsOf(document.uri, CODE).length;
}

async function open(name: string): Promise<vscode.TextDocument> {
  const document = await openCopy(name);
  await waitFor(() => shown(document) === 2, 'both tables with blank cells');
  return document;
}

async function removeConfig(): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder);
  const uri = vscode.Uri.joinPath(folder.uri, 'nianbao.config.json');
  await vscode.workspace.fs.delete(uri).then(undefined, () => undefined);
}

describe('severities and suppression', () => {
  afterEach(removeConfig);

  it('shows a finding as the setting wants it, or not at all', async () => {
    const document = await open('001-办公厅-2019.md');
    const settings = vscode.workspace.getConfiguration('nianbao');
    try {
      await settings.update('rules', { [CODE]: 'error' }, vscode.ConfigurationTarget.Workspace);
      await waitFor(
        () =>
          diagnosticsOf(document.uri, CODE).every(({ severity }) => severity === vscode.DiagnosticSeverity.Error) &&
          shown(document) === 2,
        'errors',
      );
      await settings.update('rules', { [CODE]: 'off' }, vscode.ConfigurationTarget.Workspace);
      await waitFor(() => shown(document) === 0, 'suppression');
    } finally {
      await settings.update('rules', undefined, vscode.ConfigurationTarget.Workspace);
    }
    await waitFor(() => shown(document) === 2, 'both again');
  });

  it('suppresses one finding by a comment in Markdown', async () => {
    const document = await open('001-办公厅-2019.md');
    await applyAction(await action(document, `此处不再提示 ${CODE}`));
    await waitFor(() => shown(document) === 1, 'one finding less');
    assert.match(document.getText(), /<!-- nianbao-disable-(?:next-)?line cell-blank -->/);
  });

  it('suppresses one finding by its fingerprint in plain text, which stays as it is', async () => {
    const document = await open('001-办公厅-2019.txt');
    const before = document.getText();
    await applyAction(await action(document, `此处不再提示 ${CODE}`));
    await waitFor(() => shown(document) === 1, 'one finding less');
    assert.equal(document.getText(), before);
  });

  it('suppresses a code in a file, and in the workspace', async () => {
    const document = await open('001-办公厅-2019.txt');
    await applyAction(await action(document, `本文件不再提示 ${CODE}`));
    await waitFor(() => shown(document) === 0, 'suppression in the file');
    const other = await open('001-办公厅-2019.md');
    await applyAction(await action(other, `本工作区不再提示 ${CODE}`));
    await waitFor(() => shown(other) === 0, 'suppression in the workspace');
  });

  it('tells that it wrote a file, and takes it back on demand', async () => {
    const document = await open('001-办公厅-2019.txt');
    const before = shown(document);
    const told = answer('showInformationMessage', (...[, undo]) => undo);
    try {
      await applyAction(await action(document, `本文件不再提示 ${CODE}`));
      await waitFor(() => told.length > 0 && shown(document) === before, 'the findings again');
    } finally {
      takeBackAnswers();
    }
    assert.ok(String(told[0]?.[0]).includes('nianbao.config.json'));
    const folder = vscode.workspace.workspaceFolders?.[0];
    assert.ok(folder);
    const config = vscode.Uri.joinPath(folder.uri, 'nianbao.config.json');
    const isThere = () =>
      vscode.workspace.fs.stat(config).then(
        () => true,
        () => false,
      );
    for (let tries = 0; tries < 50 && (await isThere()); tries++) await new Promise((next) => setTimeout(next, 100));
    assert.equal(await isThere(), false);
  });

  it('links a code to its page', async () => {
    const document = await open('001-办公厅-2019.md');
    const [diagnostic] = diagnosticsOf(document.uri, CODE);
    const code = diagnostic?.code;
    assert.ok(typeof code === 'object' && code.target.path.endsWith(`/docs/rules/${CODE}.md`));
    await vscode.workspace.fs.stat(code.target);
  });
});
