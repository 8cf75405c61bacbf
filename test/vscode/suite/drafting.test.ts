/** Drafting as a drafter does it: new report, snippets, Tab, completion, hover, jumps, formatting, paste. */

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { applyAction, codeActions, diagnosticsOf, openCopy, paste, screenshot, waitFor } from './helpers.ts';

const SAMPLE = '001-办公厅-2019.md';

function positionOf(document: vscode.TextDocument, pattern: string): vscode.Position {
  const [before = '', after = ''] = pattern.split('¦');
  const at = document.getText().indexOf(before + after);
  assert.ok(at >= 0, `no ${pattern}`);
  return document.positionAt(at + before.length);
}

async function run<T>(command: string, ...args: unknown[]): Promise<T> {
  return vscode.commands.executeCommand<T>(command, ...args);
}

/** Resolves when the server knows the document. */
async function known(document: vscode.TextDocument): Promise<void> {
  await waitFor(() => diagnosticsOf(document.uri).length > 0, 'findings');
}

async function newReport(language: 'markdown' | 'plaintext'): Promise<vscode.TextEditor> {
  await run('nianbao.newReport', { body: '云川市水务局', kind: 'department', year: 2025, language });
  const editor = vscode.window.activeTextEditor;
  assert.ok(editor, 'no editor');
  await known(editor.document);
  return editor;
}

describe('a new report', () => {
  for (const language of ['markdown', 'plaintext'] as const) {
    it(`opens complete, and Tab goes from place to place, in ${language}`, async () => {
      const editor = await newReport(language);
      const { document } = editor;
      assert.equal(document.languageId, language === 'markdown' ? 'markdown' : 'nianbao');
      const name = /云川市水务局2025年政府信息公开工作年度报告(?:-\d+)?\.(\w+)$/.exec(document.uri.path);
      assert.equal(name?.[1], language === 'markdown' ? 'md' : 'txt', document.uri.toString());
      const codes = new Set(
        diagnosticsOf(document.uri).map(({ code }) => String(typeof code === 'object' ? code.value : code)),
      );
      assert.deepEqual([...codes].sort(), ['cell-blank', 'placeholder']);
      assert.equal(document.getText(editor.selection), '（请填写联系单位、地址、邮编和电话）');
      await run('type', { text: '联系办公室。' });
      await run('jumpToNextSnippetPlaceholder');
      assert.equal(document.getText(editor.selection), '（请填写主动公开情况）');
      assert.ok(document.getText().includes('联系办公室。'));
      await screenshot(`new-report-${language}`);
    });
  }
});

/** What a drafter writes in the places of a new report; cells and 依申请公开 come from the figures later. */
const ANSWERS: readonly (readonly [place: string, text: string])[] = [
  ['联系单位', '对本报告有疑问的，请与云川市水务局办公室联系（地址：云川市望江路18号；电话：0000-5550123）。'],
  ['填写主动公开', '2025年，通过门户网站发布信息326条，解读政策文件6件。'],
  ['政府信息管理', '修订政府信息公开目录，发布前由专人审查。'],
  ['平台建设', '改版门户网站水资源公报栏目，设置查阅点2处。'],
  ['监督保障', '把政府信息公开纳入年度考核，组织培训2次。'],
  ['主要问题', '存在的主要问题是政策解读以文字为主，图表和视频较少。'],
  ['改进情况', '2026年起重要文件的解读均配图表，并邀请用水户代表提出意见。'],
  ['信息处理费', '2025年，本机关未收取信息处理费。没有其他需要报告的事项。'],
  ['成文日期', '2026年1月20日'],
];

/** Types the answers, Tab by Tab, until the last place. */
async function fillIn(editor: vscode.TextEditor): Promise<void> {
  const { document } = editor;
  for (let stop = 0; stop < 300; stop++) {
    const place = document.getText(editor.selection);
    const answer = ANSWERS.find(([words]) => place.includes(words));
    if (answer !== undefined) await run('type', { text: answer[1] });
    if (answer?.[0] === '成文日期') return;
    await run('jumpToNextSnippetPlaceholder');
  }
  assert.fail('no end of places to fill in');
}

/** Writes a number into the first value cell of a row. */
async function fillCell(document: vscode.TextDocument, label: string, value: string): Promise<void> {
  const line = document
    .getText()
    .split('\n')
    .findIndex((text) => text.includes(label));
  const text = document.lineAt(line).text;
  const separator = document.languageId === 'markdown' ? '|' : '\t';
  const cells = text.split(separator);
  const values = separator === '|' ? cells.length - 8 : cells.length - 7;
  cells[values] = separator === '|' ? ` ${value} ` : value;
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, document.lineAt(line).range, cells.join(separator));
  assert.ok(await vscode.workspace.applyEdit(edit));
}

/** Chooses an action on the place of a pattern, by the beginning of its title. */
async function choose(document: vscode.TextDocument, pattern: string, title: string): Promise<void> {
  const at = positionOf(document, pattern);
  const actions = await codeActions(document, new vscode.Range(at, at), vscode.CodeActionKind.RefactorRewrite);
  const action = actions.find((candidate) => candidate.title.startsWith(title));
  assert.ok(action, `${title} is not among ${actions.map((each) => each.title).join()}`);
  await applyAction(action);
}

describe('a whole report', () => {
  for (const language of ['markdown', 'plaintext'] as const) {
    it(`is drafted from the command to no finding, in ${language}`, async function () {
      this.timeout(60_000);
      const editor = await newReport(language);
      const { document } = editor;
      await fillIn(editor);
      await run('leaveSnippet');
      await fillCell(document, '一、本年新收', '5');
      await fillCell(document, '1.本机关不掌握', '2');
      await fillCell(document, '（一）予以公开', '3');
      await choose(document, '行政许¦可', '表二空白格补0');
      await choose(document, '二、上年¦结转', '重算表三合计');
      await choose(document, '二、上年¦结转', '表三空白格补0');
      await choose(document, '未经复议直接¦起诉', '表四空白格补0');
      await choose(document, '（请填写依申请公开¦情况）', '据表三写依申请公开段落');
      assert.ok(document.getText().includes('收到政府信息公开申请5件，均为自然人'), document.getText().slice(0, 1500));
      const left = (): string =>
        diagnosticsOf(document.uri)
          .map(({ message }) => message)
          .join('\n');
      await waitFor(() => left() === '', 'no finding').catch(() => assert.fail(left()));
      await screenshot(`whole-report-${language}`);
    });
  }
});

describe('snippets', () => {
  for (const language of ['markdown', 'nianbao', 'plaintext']) {
    it(`insert a standard blank table whose cells Tab goes through, in ${language}`, async () => {
      const document = await vscode.workspace.openTextDocument({ language, content: '' });
      const editor = await vscode.window.showTextDocument(document);
      await run('editor.action.insertSnippet', { langId: language, name: '表三（2021）' });
      await waitFor(() => document.getText().includes('自然人'), 'the table', 5000).catch(() => undefined);
      assert.equal(document.getText(editor.selection), '0');
      await run('type', { text: '7' });
      await run('jumpToNextSnippetPlaceholder');
      await run('type', { text: '8' });
      const row =
        document
          .getText()
          .split('\n')
          .find((line) => line.includes('一、本年新收')) ?? '';
      assert.match(row, language === 'markdown' ? /\| 7 \| 8 \| 0 \|/ : /\t7\t8\t0\t/);
      // Tabs at the start of a line are cells that a merged one covers: they must not become spaces.
      if (language !== 'markdown') assert.match(document.getText(), /^\t\t\t自然人\t/m);
    });
  }
});

/** Table 4 as it lies on a clipboard: tab-separated, and as HTML of a word processor. */
const TABS = [
  '行政复议\t\t\t\t\t行政诉讼',
  '结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉\t\t\t\t\t复议后起诉',
  '\t\t\t\t\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计',
  '1\t0\t0\t0\t1\t2\t0\t0\t0\t2\t0\t0\t0\t3\t3',
].join('\n');
const RESULTS = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
const cellsOf = (texts: readonly string[], attributes = ''): string =>
  texts.map((text) => `<td${attributes}><p class="MsoNormal"><span>${text}</span></p></td>`).join('');
const HTML = `<html><body><!--StartFragment--><table class="MsoTableGrid">
<tr>${cellsOf(['行政复议'], ' colspan="5"')}${cellsOf(['行政诉讼'], ' colspan="10"')}</tr>
<tr>${cellsOf(RESULTS, ' rowspan="2"')}${cellsOf(['未经复议直接起诉', '复议后起诉'], ' colspan="5"')}</tr>
<tr>${cellsOf([...RESULTS, ...RESULTS])}</tr>
<tr>${cellsOf('1 0 0 0 1 2 0 0 0 2 0 0 0 3 3'.split(' '))}</tr>
</table><!--EndFragment--></body></html>`;

describe('pasting', () => {
  for (const [name, contents] of [
    ['tab-separated text', { 'text/plain': TABS }],
    ['HTML of a word processor', { 'text/plain': '1 0 0 0', 'text/html': HTML }],
  ] as const) {
    it(`offers a copied table as the standard one, from ${name}`, async () => {
      const settings = vscode.workspace.getConfiguration('editor');
      await settings.update('pasteAs.preferences', ['text.nianbao.table'], vscode.ConfigurationTarget.Workspace);
      try {
        const editor = await newReport('markdown');
        const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
        editor.selection = new vscode.Selection(end, end);
        await run('leaveSnippet');
        await run('workbench.action.focusActiveEditorGroup');
        paste(contents);
        const pasted = (): boolean =>
          editor.document.getText().includes('| 1 | 0 | 0 | 0 | 1 | 2 | 0 | 0 | 0 | 2 | 0 | 0 | 0 | 3 | 3 |');
        await waitFor(pasted, 'the pasted table').catch(() => assert.fail(editor.document.getText().slice(-300)));
      } finally {
        await settings.update('pasteAs.preferences', undefined, vscode.ConfigurationTarget.Workspace);
      }
    });
  }
});

describe('a table that is pasted into plain text', () => {
  it('keeps the tabs at the start of its rows, also where the editor indents with spaces', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'plaintext', content: '' });
    const editor = await vscode.window.showTextDocument(document);
    editor.options = { ...editor.options, insertSpaces: true, tabSize: 4 };
    await run('workbench.action.focusActiveEditorGroup');
    paste({ 'text/plain': TABS });
    const pasted = (): boolean => document.getText().includes('1\t0\t0\t0\t1\t2');
    await waitFor(pasted, 'the pasted table').catch(() => assert.fail(document.getText()));
    assert.match(document.getText(), /^\t\t\t\t\t结果维持\t/m);
  });
});

describe('writing in a report', () => {
  it('writes 依申请公开 from the tables by an action', async () => {
    const editor = await newReport('markdown');
    const { document } = editor;
    const at = positionOf(document, '（请填写依申请公开¦情况）');
    const actions = await codeActions(document, new vscode.Range(at, at), vscode.CodeActionKind.RefactorRewrite);
    const action = actions.find(({ title }) => title === '据表三写依申请公开段落');
    assert.ok(action, actions.map(({ title }) => title).join());
    await applyAction(action);
    assert.ok(document.getText().includes('2025年，未收到政府信息公开申请。'));
  });

  it('completes laws with their numbers', async () => {
    const document = await openCopy(SAMPLE);
    await known(document);
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    const end = positionOf(document, '逐类归集入库¦，');
    await editor.edit((edit) => edit.insert(end, '，依照《中华'));
    const list = await run<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      positionOf(document, '，依照《中华¦，'),
    );
    const item = list.items.find(({ insertText }) =>
      String(typeof insertText === 'string' ? insertText : insertText?.value).includes('国务院令第711号'),
    );
    assert.ok(item, 'no citation');
  });

  it('tells of a cell, a number and a heading on hover', async () => {
    const document = await openCopy(SAMPLE);
    await known(document);
    const hover = async (pattern: string): Promise<string> => {
      const found = await run<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        positionOf(document, pattern),
      );
      return found
        .flatMap(({ contents }) => contents.map((part) => (typeof part === 'string' ? part : part.value)))
        .join('\n');
    };
    assert.match(await hover('予以公开4¦4件'), /表三“予以公开”行“总计”列：44/);
    assert.match(await hover('## 六、其他¦需要'), /其他需要报告的事项/);
  });

  it('leads from a number in the text to its cell and back', async () => {
    const document = await openCopy(SAMPLE);
    await known(document);
    const [cell] = await run<vscode.Location[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      positionOf(document, '予以公开4¦4件'),
    );
    assert.ok(cell);
    assert.equal(document.getText(cell.range), '44');
    const uses = await run<vscode.Location[]>('vscode.executeReferenceProvider', document.uri, cell.range.start);
    assert.ok(uses.some(({ range }) => document.lineAt(range.start.line).text.includes('予以公开44件')));
  });

  it('shows outline, folds, hints and lenses', async () => {
    const document = await openCopy(SAMPLE);
    await known(document);
    const [root] = await run<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri);
    assert.ok(root);
    const names = (symbols: readonly vscode.DocumentSymbol[]): string[] =>
      symbols.flatMap(({ name, children }) => [name, ...names(children)]);
    const all = names(await run<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri));
    for (const name of ['一、总体情况', '（二）依申请公开方面', '表三', '（一）予以公开'])
      assert.ok(all.includes(name), name);
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const hints = await run<vscode.InlayHint[]>('vscode.executeInlayHintProvider', document.uri, whole);
    assert.ok(hints.some(({ label }) => String(typeof label === 'string' ? label : label[0]?.value).includes('✓')));
    const lenses = await run<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri);
    assert.ok(lenses.some(({ command }) => command?.title.includes('第一项97＋第二项5＝第三项95＋第四项7')));
    await screenshot('hints-and-lenses');
  });

  it('recomputes totals by command', async () => {
    const document = await openCopy(SAMPLE);
    await known(document);
    const line = document
      .getText()
      .split('\n')
      .findIndex((text) => text.includes('（一）予以公开'));
    const cell = document.lineAt(line).text.lastIndexOf('44');
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(line, cell, line, cell + 2), '45');
    assert.ok(await vscode.workspace.applyEdit(edit));
    await waitFor(() => diagnosticsOf(document.uri, 'applications-unbalanced').length > 0, 'the finding');
    await run('nianbao.recomputeTotals', document.uri.toString(), new vscode.Position(line, 0));
    await waitFor(() => diagnosticsOf(document.uri, 'applications-unbalanced').length === 0, 'no finding');
  });

  it('formats tables and headings, and nothing the second time', async () => {
    const document = await openCopy(SAMPLE);
    await known(document);
    const format = (): Thenable<vscode.TextEdit[]> =>
      run<vscode.TextEdit[]>('vscode.executeFormatDocumentProvider', document.uri, { tabSize: 2, insertSpaces: true });
    const edits = (await format()) ?? [];
    assert.ok(edits.length > 0);
    const change = new vscode.WorkspaceEdit();
    change.set(document.uri, edits);
    const before = document.getText().replace(/[\s-]/g, '');
    assert.ok(await vscode.workspace.applyEdit(change));
    assert.equal(document.getText().replace(/[\s-]/g, ''), before);
    assert.deepEqual((await format()) ?? [], []);
  });

  /** The comparison that a command opens and asks about, as a text; the question is left unanswered. */
  async function compared(command: string): Promise<string> {
    run(command).then(undefined, () => undefined);
    const tab = await waitFor(() => {
      const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
      return input instanceof vscode.TabInputTextDiff ? input : undefined;
    }, 'the comparison').catch(() => undefined);
    assert.ok(tab, 'no comparison');
    return (await vscode.workspace.openTextDocument(tab.modified)).getText();
  }

  it('shows what cleaning would do as a comparison first', async () => {
    const document = await openCopy('002-自治区外事办-2020.txt');
    await known(document);
    const before = document.getText();
    assert.notEqual(await compared('nianbao.cleanText'), before);
    assert.equal(document.getText(), before);
    await run('notifications.clearAll');
  });

  it('shows a table that fell apart restored, and asks first', async () => {
    const document = await openCopy('002-自治区外事办-2020.txt');
    await known(document);
    const before = document.getText();
    const editor = await vscode.window.showTextDocument(document);
    const place = document.positionAt(before.indexOf('予以公开'));
    editor.selection = new vscode.Selection(place, place);
    const restored = await compared('nianbao.restoreTable');
    assert.match(restored, /^\t?（一）予以公开\t|\t（一）予以公开\t/m);
    assert.equal(document.getText(), before);
    await screenshot('restored-table');
    await run('notifications.clearAll');
  });
});
