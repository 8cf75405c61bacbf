/** Tables filled in like a grid, with keys and the clipboard, in files that are saved. */

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { formatOfYear } from '../../../server/src/format/formats.ts';
import { newReportText } from '../../../server/src/writing/newReport.ts';
import { standardTable } from '../../../server/src/writing/write.ts';
import { diagnosticsOf, openDocument, paste, press, screenshot, waitFor } from './helpers.ts';

const endings = { markdown: 'md', plaintext: 'txt' } as const;
let files = 0;

/** A new report as a saved file; the caret where `¦` stands in a pattern. */
async function open(language: 'markdown' | 'plaintext', pattern: string): Promise<vscode.TextEditor> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder);
  const name = `填表-${++files}.${endings[language]}`;
  const text = newReportText({ body: '云川市水务局', kind: 'department', year: 2025, language });
  await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder.uri, name), new TextEncoder().encode(text));
  const document = await openDocument(name);
  await waitFor(() => diagnosticsOf(document.uri).length > 0, 'findings');
  const editor = vscode.window.activeTextEditor;
  assert.ok(editor);
  await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
  await caretAt(editor, pattern);
  return editor;
}

/** Puts the caret where `¦` stands, and waits until the editor knows what is there. */
async function caretAt(editor: vscode.TextEditor, pattern: string): Promise<void> {
  const [before = '', after = ''] = pattern.split('¦');
  const at = editor.document.getText().indexOf(before + after);
  assert.ok(at >= 0, `no ${pattern}`);
  const place = editor.document.positionAt(at + before.length);
  editor.selection = new vscode.Selection(place, place);
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenter);
  await new Promise((resolve) => setTimeout(resolve, 700));
}

/** The texts of the cells of the first line with a label. */
function cellsOf(editor: vscode.TextEditor, label: string): readonly string[] {
  const text = editor.document.getText();
  const line = text.split('\n').find((each) => each.includes(label)) ?? '';
  const cells = line.includes('|') ? line.split('|').slice(1, -1) : line.split('\t');
  return cells.slice(-7).map((cell) => cell.trim());
}

/** Types like one who looks at what comes of each key. */
async function type(editor: vscode.TextEditor, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    const { version } = editor.document;
    const { selection } = editor;
    press(key);
    const changed = () => editor.document.version !== version || !editor.selection.isEqual(selection);
    await waitFor(changed, `what ${key} does`);
    // The editor learns in which cell it is.
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

async function becomes(editor: vscode.TextEditor, label: string, expected: readonly string[]): Promise<void> {
  const same = () => cellsOf(editor, label).join() === expected.join();
  await waitFor(same, label, 8000).catch(() => assert.deepEqual(cellsOf(editor, label), expected));
}

const FIRST = {
  markdown: '一、本年新收政府信息公开申请数量 |  |  | ¦',
  plaintext: '一、本年新收政府信息公开申请数量\t\t\t¦',
} as const;

for (const language of ['markdown', 'plaintext'] as const) {
  describe(`a table in a saved file, in ${language}`, () => {
    it('is filled in along its rows with Tab, and back with Shift+Tab', async function () {
      this.timeout(60_000);
      const editor = await open(language, FIRST[language]);
      await editor.document.save();
      await type(editor, '5', 'Tab', '6', 'Tab', '7', 'Shift+Tab', '8');
      await becomes(editor, '一、本年新收', ['5', '8', '7', '', '', '', '']);
      await screenshot(`grid-${language}`);
    });

    it('is filled in down its columns with Enter, which breaks no row', async function () {
      this.timeout(60_000);
      const editor = await open(language, FIRST[language]);
      const lines = editor.document.lineCount;
      await type(editor, '1', 'Enter', '2', 'Enter', '3', 'Shift+Enter', '4');
      await becomes(editor, '（一）予以公开', ['3', '', '', '', '', '', '']);
      await becomes(editor, '二、上年结转', ['4', '', '', '', '', '', '']);
      await becomes(editor, '一、本年新收', ['1', '', '', '', '', '', '']);
      assert.equal(editor.document.lineCount, lines);
    });

    it('offers a total that its parts give, and Tab takes it', async function () {
      this.timeout(60_000);
      const editor = await open(language, FIRST[language]);
      await type(editor, '5', 'Tab', '1', 'Tab', '0', 'Tab', '0', 'Tab', '0', 'Tab', '0', 'Tab');
      await becomes(editor, '一、本年新收', ['5', '1', '0', '0', '0', '0', '']);
      await new Promise((resolve) => setTimeout(resolve, 1500));
      await screenshot(`grid-total-${language}`);
      press('Tab');
      await becomes(editor, '一、本年新收', ['5', '1', '0', '0', '0', '0', '6']);
      await type(editor, 'Tab', '3');
      await becomes(editor, '二、上年结转', ['3', '', '', '', '', '', '']);
    });

    it('takes a row, a column and a block from a spreadsheet into its cells', async () => {
      const editor = await open(language, FIRST[language]);
      const lines = editor.document.lineCount;
      paste({
        'text/plain': '136\t12\t25\t204\t51\t28\t456\n',
        'text/html': '<table><tr><td>136</td><td>12</td></tr></table>',
      });
      await becomes(editor, '一、本年新收', ['136', '12', '25', '204', '51', '28', '456']);
      await vscode.commands.executeCommand('nianbao.cellBelow');
      paste({ 'text/plain': '1\n2\n3\n' });
      await becomes(editor, '（一）予以公开', ['2', '', '', '', '', '', '']);
      await vscode.commands.executeCommand('nianbao.nextCell');
      paste({ 'text/plain': '4\t5\n6\t7\n' });
      await becomes(editor, '二、上年结转', ['1', '4', '5', '', '', '', '']);
      await becomes(editor, '（一）予以公开', ['2', '6', '7', '', '', '', '']);
      assert.equal(editor.document.lineCount, lines);
      await vscode.commands.executeCommand('undo');
      await becomes(editor, '二、上年结转', ['1', '', '', '', '', '', '']);
    });
  });
}

describe('a whole table from a word processor', () => {
  for (const language of ['markdown', 'plaintext'] as const) {
    it(`takes the place of the blank one, in ${language}`, async () => {
      const editor = await open(language, FIRST[language]);
      const before = editor.document.lineCount;
      const format = formatOfYear(2025).tables.find(({ id }) => id === 'applications');
      assert.ok(format);
      const html = standardTable(format, 'html', ({ index }) => String(index));
      paste({ 'text/plain': 'a', 'text/html': `<html><body>${html}</body></html>` });
      await becomes(editor, '一、本年新收', ['0', '1', '2', '3', '4', '5', '6']);
      await becomes(editor, '（一）予以公开', ['14', '15', '16', '17', '18', '19', '20']);
      assert.equal(editor.document.lineCount, before);
      assert.equal(editor.document.getText().split('自然人').length, 2);
    });
  }
});

describe('keys outside a table', () => {
  it('stay those of the editor', async () => {
    const editor = await open('markdown', '¦（请填写主动公开情况）');
    const before = editor.document.getText();
    await type(editor, 'Tab', 'Enter');
    await waitFor(() => /^[ \t]+\n[ \t]*（请填写主动公开情况）/m.test(editor.document.getText()), 'white space').catch(
      () => assert.fail(editor.document.getText().slice(0, 600)),
    );
    assert.equal(editor.document.getText().replace(/\s/g, ''), before.replace(/\s/g, ''));
  });

  it('lead to the next place to fill in, from anywhere', async () => {
    const editor = await open('markdown', '¦# 云川市');
    const selected = () => editor.document.getText(editor.selection);
    press('Control+Alt+n');
    await waitFor(() => selected() === '（请填写联系单位、地址、邮编和电话）', 'the first place').catch(() =>
      assert.fail(selected()),
    );
    for (let i = 0; i < 6; i++) await vscode.commands.executeCommand('nianbao.nextBlank');
    assert.equal(selected(), '');
    assert.match(editor.document.lineAt(editor.selection.active.line).text, /^\| 规章 \|/);
    await vscode.commands.executeCommand('nianbao.previousBlank');
    assert.equal(selected(), '（请填写监督保障情况）');
  });
});
