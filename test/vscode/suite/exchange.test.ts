/** Reports out of the editor and back in, with the dialogs answered as a drafter would. */

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Exports } from '../../../client/src/main.ts';
import { extract } from '../../../server/src/analysis/extract.ts';
import type { Language } from '../../../server/src/report/model.ts';
import { readReport } from '../../../server/src/report/reading/read.ts';
import { newReportText } from '../../../server/src/writing/newReport.ts';
import { answer, diagnosticsOf, openCopy, openDocument, screenshot, takeBackAnswers, waitFor } from './helpers.ts';

const SAMPLE = '001-办公厅-2019.md';
/** Has no section four: an error. */
const WITH_ERROR = '004-市外事办-2019.txt';

/** What must be the same in every form. */
function dataOf(text: string, language: Language) {
  const report = readReport(text, language);
  assert.ok(report, `no report: ${text.slice(0, 200)}`);
  const { sections, ...data } = extract(report);
  return { ...data, sections: sections.map(({ number, heading }) => ({ number, heading })) };
}

function place(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'no folder is open');
  return vscode.Uri.joinPath(folder.uri, name);
}

async function textAt(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

async function isThere(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}

afterEach(async () => {
  takeBackAnswers();
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
});

describe('export', () => {
  const forms: readonly (readonly [command: string, ending: string, language: Language])[] = [
    ['nianbao.exportHtml', 'html', 'html'],
    ['nianbao.exportMarkdown', 'md', 'markdown'],
    ['nianbao.exportText', 'txt', 'plaintext'],
  ];
  for (const [command, ending, language] of forms) {
    it(`writes the active report to the file that is named: ${ending}`, async () => {
      const document = await openCopy(SAMPLE);
      const target = place(`out.${ending}`);
      answer('showWarningMessage', (...[, , yes]) => yes);
      const told = answer('showInformationMessage');
      await vscode.commands.executeCommand(command, { target });
      assert.deepEqual(dataOf(await textAt(target), language), dataOf(document.getText(), 'markdown'));
      assert.match(String(told[0]?.[0]), new RegExp(`out\\.${ending}`));
    });
  }

  it('proposes a name and a place, and never the draft itself', async () => {
    const document = await openCopy(SAMPLE);
    const stem = document.fileName.replace(/^.*[\\/]|\.md$/g, '');
    answer('showWarningMessage', (...[, , yes]) => yes);
    const asked = answer('showSaveDialog');
    await vscode.commands.executeCommand('nianbao.exportWord', document.uri);
    await vscode.commands.executeCommand('nianbao.exportMarkdown');
    const options = asked.map(([given]) => given as vscode.SaveDialogOptions);
    assert.deepEqual(
      options.map(({ defaultUri, filters }) => [defaultUri?.toString(), filters]),
      [
        [place(`${stem}.docx`).toString(), { Word: ['docx'] }],
        [place(`${stem}-${vscode.l10n.t('standard')}.md`).toString(), { Markdown: ['md'] }],
      ],
    );
    const before = await textAt(document.uri);
    const refused = answer('showErrorMessage');
    await vscode.commands.executeCommand('nianbao.exportMarkdown', { target: document.uri });
    assert.equal(refused.length, 1);
    assert.equal(await textAt(document.uri), before);
  });

  it('says what is wrong and asks, and writes nothing unless the answer is yes', async () => {
    const document = await openCopy(WITH_ERROR);
    const errors = (): vscode.Diagnostic[] =>
      diagnosticsOf(document.uri).filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error);
    const [error] = await waitFor(() => errors().length > 0 && errors(), 'the error');
    assert.ok(error);
    const target = place('with-errors.docx');
    const asked = answer('showWarningMessage');
    await vscode.commands.executeCommand('nianbao.exportWord', { target });
    assert.equal(await isThere(target), false);
    const [question, options] = asked[0] ?? [];
    assert.ok(String(question).includes(String(errors().length)), String(question));
    const { modal, detail = '' } = options as vscode.MessageOptions;
    assert.ok(modal);
    assert.ok(detail.includes(error.message), detail);
    answer('showWarningMessage', (...[, , yes]) => yes);
    await vscode.commands.executeCommand('nianbao.exportWord', { target });
    assert.equal(await isThere(target), true);
  });

  it('asks as well where places are still to be filled in, and leads to the next one', async () => {
    const blank = place('空白.md');
    const text = newReportText({ body: '云川市水务局', kind: 'department', year: 2025, language: 'markdown' });
    await vscode.workspace.fs.writeFile(blank, new TextEncoder().encode(text));
    const document = await openDocument('空白.md');
    await waitFor(() => diagnosticsOf(document.uri).length > 0, 'findings');
    const asked = answer('showWarningMessage', (...args) => args[args.length - 1]);
    const target = place('blank.docx');
    await vscode.commands.executeCommand('nianbao.exportWord', { target });
    assert.equal(await isThere(target), false);
    assert.match(String(asked[0]?.[0]), /2\d\d/);
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor && document.getText(editor.selection), '（请填写联系单位、地址、邮编和电话）');
  });

  it('tells that a document is no report', async () => {
    await openDocument('README.md');
    const told = answer('showInformationMessage');
    await vscode.commands.executeCommand('nianbao.exportHtml', { target: place('none.html') });
    assert.equal(told.length, 1);
    assert.equal(await isThere(place('none.html')), false);
  });
});

describe('import', () => {
  /** A Word file of the sample, and the sample's data. */
  async function wordFile(name: string): Promise<{ readonly file: vscode.Uri; readonly data: unknown }> {
    const document = await openCopy(SAMPLE);
    const file = place(name);
    answer('showWarningMessage', (...[, , yes]) => yes);
    await vscode.commands.executeCommand('nianbao.exportWord', { target: file });
    return { file, data: dataOf(document.getText(), 'markdown') };
  }

  it('makes drafts beside a Word file and overwrites none', async () => {
    const { file, data } = await wordFile('来稿.docx');
    for (const [to, name, language] of [
      ['markdown', '来稿.md', 'markdown'],
      ['text', '来稿.txt', 'plaintext'],
      ['markdown', '来稿-2.md', 'markdown'],
    ] as const) {
      await vscode.commands.executeCommand('nianbao.import', { from: file, to });
      const document = vscode.window.activeTextEditor?.document;
      assert.equal(document?.uri.toString(), place(name).toString());
      assert.deepEqual(dataOf(document.getText(), language), data);
      assert.equal(await textAt(document.uri), document.getText());
    }
    await screenshot('imported');
  });

  it('says how to save an old Word file anew, and makes nothing', async () => {
    const old = place('旧稿.doc');
    await vscode.workspace.fs.writeFile(
      old,
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]),
    );
    const told = answer('showErrorMessage');
    await vscode.commands.executeCommand('nianbao.import', { from: old, to: 'markdown' });
    assert.match(String(told[0]?.[0]), /另存为/);
    assert.equal(await isThere(place('旧稿.md')), false);
  });

  it('tells what could not be read', async () => {
    const { file, data } = await wordFile('网页.docx');
    await vscode.commands.executeCommand('nianbao.import', { from: file, to: 'text' });
    const text = vscode.window.activeTextEditor?.document.getText() ?? '';
    const page = place('有图.html');
    const paragraphs = text.split('\n').map((line) => `<p>${line}</p>`);
    await vscode.workspace.fs.writeFile(
      page,
      new TextEncoder().encode([...paragraphs, '<img src="a.png">'].join('\n')),
    );
    const told = answer('showWarningMessage');
    await vscode.commands.executeCommand('nianbao.import', { from: page, to: 'text' });
    assert.match(String(told[0]?.[0]), /没有读入图片、视频或嵌入的内容1处/);
    const { title } = dataOf(vscode.window.activeTextEditor?.document.getText() ?? '', 'plaintext');
    assert.equal(title, (data as { readonly title: string }).title);
  });

  it('is offered for a Word file that is dropped onto a draft: first where the draft is empty', async () => {
    const { file, data } = await wordFile('拖放.docx');
    const extension = vscode.extensions.getExtension<Exports>('nianbao.nianbao');
    assert.ok(extension);
    const { dropping } = await extension.activate();
    const drop = async (document: vscode.TextDocument, uri: vscode.Uri) => {
      const transfer = new vscode.DataTransfer();
      transfer.set('text/uri-list', new vscode.DataTransferItem(uri.toString()));
      const { token } = new vscode.CancellationTokenSource();
      const edit = await dropping.provideDocumentDropEdits(document, new vscode.Position(0, 0), transfer, token);
      assert.ok(!Array.isArray(edit));
      return edit ?? undefined;
    };
    const empty = await vscode.workspace.openTextDocument({ language: 'markdown', content: '' });
    const edit = await drop(empty, file);
    assert.equal(edit?.yieldTo, undefined);
    assert.deepEqual(dataOf(String(edit?.insertText), 'markdown'), data);
    const full = await openCopy(WITH_ERROR);
    const second = await drop(full, file);
    assert.deepEqual(dataOf(String(second?.insertText), 'plaintext'), data);
    assert.ok(second?.yieldTo?.length);
    assert.equal(await drop(full, place(SAMPLE)), undefined);
  });
});
