/** What helps with what was found: everything fixed at once, light bulbs, ways to the place, also from a preview. */

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeActions, diagnosticsOf, openCopy, waitFor } from './helpers.ts';

async function run<T>(command: string, ...args: unknown[]): Promise<T> {
  return vscode.commands.executeCommand<T>(command, ...args);
}

async function opened(name: string): Promise<vscode.TextDocument> {
  const document = await openCopy(name);
  await waitFor(() => diagnosticsOf(document.uri).length > 0, 'findings');
  return document;
}

/** A draft beside the samples with two faults that are safe to fix, and one that only its drafter can mend. */
async function faulty(): Promise<vscode.TextDocument> {
  const document = await opened('001-办公厅-2019.md');
  const edit = new vscode.WorkspaceEdit();
  const text = document.getText();
  const replace = (words: string, by: string): void => {
    const start = text.indexOf(words);
    assert.ok(start >= 0, words);
    edit.replace(
      document.uri,
      new vscode.Range(document.positionAt(start), document.positionAt(start + words.length)),
      by,
    );
  };
  replace('## 六、其他需要报告的事项', '## 五、其他需要报告的事项\n\n（待补充）');
  replace('## 二、', '## 三、');
  const before = diagnosticsOf(document.uri).length;
  assert.ok(await vscode.workspace.applyEdit(edit));
  await waitFor(() => diagnosticsOf(document.uri).length >= before + 3, 'the faults').catch(() =>
    assert.fail(
      diagnosticsOf(document.uri)
        .map(({ message }) => message)
        .join('\n'),
    ),
  );
  return document;
}

/** Titles in the order in which VS Code lists them: what has a diagnostic first. */
function listed(actions: readonly vscode.CodeAction[]): readonly string[] {
  const has = ({ diagnostics = [] }: vscode.CodeAction): number => (diagnostics.length > 0 ? 0 : 1);
  return [...actions].sort((a, b) => has(a) - has(b)).map(({ title }) => title);
}

describe('everything that is safe to fix', () => {
  it('is fixed by one command, and taken back by one undo', async () => {
    const document = await faulty();
    const before = document.getText();
    await run('nianbao.fixAll');
    await waitFor(() => document.getText().includes('## 六、其他需要报告的事项'), 'the fixes');
    assert.ok(document.getText().includes('（待补充）'));
    await run('undo');
    assert.equal(document.getText(), before);
  });

  it('is offered by the light bulb of any finding, and no way to be silent comes first', async () => {
    const document = await faulty();
    const at = (words: string): vscode.Range => {
      const start = document.positionAt(document.getText().indexOf(words) + 1);
      return new vscode.Range(start, start);
    };
    const onFault = listed(await codeActions(document, at('五、其他需要报告的事项'), vscode.CodeActionKind.QuickFix));
    assert.ok(
      onFault.some((title) => title.startsWith('修正全部可安全修正的问题')),
      onFault.join(),
    );
    const onPlace = listed(await codeActions(document, at('（待补充）'), vscode.CodeActionKind.QuickFix));
    assert.match(onPlace[0] ?? '', /^为什么/);
    assert.ok(onPlace.some((title) => title.startsWith('此处不再提示')));
  });
});

describe('the way to a place', () => {
  it('leads from a page beside the draft to its line', async () => {
    const document = await opened('001-办公厅-2019.md');
    await run('nianbao.showReview');
    await run('nianbao.showLine', document.uri.toString(), 12);
    const editor = (): vscode.TextEditor | undefined => vscode.window.activeTextEditor;
    await waitFor(() => editor()?.selection.active.line === 11, 'the line').catch(() => assert.fail('not there'));
    assert.equal(editor()?.document.uri.toString(), document.uri.toString());
    await run('workbench.action.closeActiveEditor');
  });

  it('is found while the preview has the focus', async () => {
    const document = await faulty();
    await run('nianbao.preview');
    await waitFor(() => vscode.window.activeTextEditor === undefined, 'the preview').catch(() =>
      assert.fail('no focus'),
    );
    await run('nianbao.nextBlank');
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.toString(), document.uri.toString());
    assert.ok((editor && document.getText(editor.selection) !== '') || editor?.selection.active.line !== 0);
  });
});

describe('a report in a text file', () => {
  it('has the language of reports by its first line, whatever its name', async () => {
    const folder = vscode.workspace.workspaceFolders?.[0];
    assert.ok(folder);
    const uri = vscode.Uri.joinPath(folder.uri, '送审稿.txt');
    const text = '云川市水务局2025年政府信息公开工作年度报告\n\n一、总体情况\n\n2025年，主动公开信息326条。\n';
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    const now = (): string | undefined => vscode.window.activeTextEditor?.document.languageId;
    await waitFor(() => now() === 'nianbao', 'the language').catch(() => assert.equal(now(), 'nianbao'));
    await vscode.languages.setTextDocumentLanguage(await vscode.workspace.openTextDocument(uri), 'plaintext');
    await new Promise((resolve) => setTimeout(resolve, 1000));
    assert.equal(now(), 'plaintext');
  });
});
