import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Exports } from '../../../client/src/main.ts';
import type { Preview } from '../../../client/src/preview/panel.ts';
import { diagnosticsOf, openCopy, openDocument, screenshot, waitFor } from './helpers.ts';

const MARKDOWN = '001-办公厅-2019.md';
const TEXT = '001-办公厅-2019.txt';

/** The previews that are open. */
async function previews(): Promise<readonly Preview[]> {
  const extension = vscode.extensions.getExtension<Exports>('nianbao.nianbao');
  assert.ok(extension);
  return (await extension.activate()).previews();
}

/** Waits until a condition holds, looking again and again: pages tell nobody outside that they have been painted. */
async function eventually<T>(
  look: () => Promise<T | undefined | false> | T | undefined | false,
  what: string,
): Promise<T> {
  const deadline = Date.now() + 15_000;
  while (Date.now() < deadline) {
    const value = await look();
    if (value !== undefined && value !== false) return value;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`waited for ${what} in vain`);
}

/** Waits for the only preview to have painted the document as it is. */
function painted(document: vscode.TextDocument): Promise<Preview> {
  return eventually(async () => {
    const [preview] = await previews();
    const isOfIt = preview?.uri()?.toString() === document.uri.toString();
    return isOfIt && preview.painted()?.version === document.version && preview;
  }, `a preview of ${document.fileName}`);
}

async function replace(document: vscode.TextDocument, from: string, to: string): Promise<void> {
  const at = document.getText().indexOf(from);
  assert.ok(at >= 0, `the document has no ${from}`);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(document.positionAt(at), document.positionAt(at + from.length)), to);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

describe('the preview', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await eventually(async () => (await previews()).length === 0, 'all previews to be closed');
  });

  it('shows the active report to the side, and what is typed into it', async () => {
    const document = await openCopy(MARKDOWN);
    await vscode.commands.executeCommand('nianbao.previewToSide');
    const preview = await painted(document);
    const before = preview.painted();
    assert.ok(before && before.blocks > 30, `${before?.blocks} blocks`);
    assert.equal(vscode.window.tabGroups.all.length, 2);
    assert.match(preview.panel.title, /001-办公厅-2019\.md$/);
    await screenshot('preview');
    await replace(document, '| 92 |', '| 29 |');
    await painted(document);
    await eventually(() => (preview.painted()?.marks ?? 0) > before.marks, 'the mark of the wrong number');
    await screenshot('preview-finding');
  });

  it('follows the active draft, stays with it when locked, and does not follow what is no report', async () => {
    const first = await openCopy(MARKDOWN);
    await vscode.commands.executeCommand('nianbao.previewToSide');
    await painted(first);
    const second = await openCopy(TEXT);
    const preview = await painted(second);
    await openDocument('README.md');
    await vscode.window.showTextDocument(second);
    assert.equal((await previews()).length, 1);
    assert.equal(preview.uri()?.toString(), second.uri.toString());
    await vscode.commands.executeCommand('nianbao.previewLock');
    assert.ok(preview.locked());
    await vscode.window.showTextDocument(first);
    await vscode.commands.executeCommand('nianbao.preview');
    await eventually(async () => (await previews()).length === 2, 'a preview beside the locked one');
    assert.equal(preview.uri()?.toString(), second.uri.toString());
  });

  it('goes to the place that was clicked, in the editor that is open', async () => {
    const document = await openCopy(MARKDOWN);
    await vscode.commands.executeCommand('nianbao.previewToSide');
    const preview = await painted(document);
    const start = document.getText().indexOf('| 92 |') + 2;
    await preview.receive({ type: 'reveal', start, end: start + 2 });
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.toString(), document.uri.toString());
    assert.equal(document.getText(editor?.selection), '92');
    assert.equal(vscode.window.tabGroups.all.length, 2);
  });

  it('scrolls the editor to the line that the page is scrolled to', async () => {
    const document = await openCopy(MARKDOWN);
    await vscode.commands.executeCommand('nianbao.previewToSide');
    const preview = await painted(document);
    await preview.receive({ type: 'scrolled', line: 60.5 });
    const [editor] = vscode.window.visibleTextEditors;
    await eventually(() => (editor?.visibleRanges[0]?.start.line ?? 0) >= 50, 'the editor to be scrolled');
    await screenshot('preview-scrolled');
  });

  it('applies the fix of a finding', async () => {
    const document = await openCopy(MARKDOWN);
    await vscode.commands.executeCommand('nianbao.previewToSide');
    const preview = await painted(document);
    await replace(document, '| 92 |', '| 29 |');
    const [finding] = await waitFor(() => {
      const found = diagnosticsOf(document.uri, 'applications-unbalanced');
      return found.length === 1 && found;
    }, 'the finding');
    assert.ok(finding);
    const [start, end] = [document.offsetAt(finding.range.start), document.offsetAt(finding.range.end)];
    await preview.receive({ type: 'fix', code: 'applications-unbalanced', start, end, title: '改为92' });
    await eventually(() => document.getText().includes('| 92 |'), 'the fix');
  });

  it('writes what was tried in a cell, but not into a draft that has changed', async () => {
    const document = await openCopy(MARKDOWN);
    await vscode.commands.executeCommand('nianbao.previewToSide');
    const preview = await painted(document);
    const start = document.getText().indexOf('| 92 |') + 2;
    const answer = { version: document.version, broken: [], fixed: [], edit: { start, end: start + 2, text: '93' } };
    await preview.receive({ type: 'write', answer });
    assert.ok(document.getText().includes('| 93 |'));
    await preview.receive({ type: 'write', answer: { ...answer, edit: { start, end: start + 2, text: '94' } } });
    assert.ok(document.getText().includes('| 93 |'));
  });
});
