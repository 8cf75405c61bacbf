import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  applyAction,
  codeActions,
  codeOf,
  diagnosticsOf,
  openCopy,
  openDocument,
  screenshot,
  waitFor,
} from './helpers.ts';

const TEXT = '001-办公厅-2019.txt';
const MARKDOWN = '001-办公厅-2019.md';
const UNFINISHED = '004-市外事办-2019.txt';

/** Replaces the first occurrence of a text in the document, as typing would. */
async function replace(document: vscode.TextDocument, from: string, to: string): Promise<void> {
  const at = document.getText().indexOf(from);
  assert.ok(at >= 0, `the document has no ${from}`);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(document.positionAt(at), document.positionAt(at + from.length)), to);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

/** Waits for exactly that many findings of a code on the document. */
function waitForCode(document: vscode.TextDocument, code: string, count = 1): Promise<vscode.Diagnostic[]> {
  return waitFor(() => {
    const found = diagnosticsOf(document.uri, code);
    return found.length === count ? found : undefined;
  }, `${count} × ${code} on ${document.fileName}`);
}

/** Presses the lightbulb on a finding and chooses its preferred fix. */
async function fix(document: vscode.TextDocument, diagnostic: vscode.Diagnostic): Promise<void> {
  const actions = await codeActions(document, diagnostic.range, vscode.CodeActionKind.QuickFix);
  // The command gives actions without the diagnostics that they belong to.
  const action = actions.find(({ isPreferred }) => isPreferred) ?? actions[0];
  assert.ok(action, `no fix for ${codeOf(diagnostic)}`);
  await applyAction(action);
}

/** The numbers in a text that are not blank, in order. */
function numbersIn(text: string): string[] {
  return text.match(/\d+(?:\.\d+)?/g) ?? [];
}

interface Planted {
  readonly code: string;
  readonly name: string;
  readonly plant: (document: vscode.TextDocument) => Promise<void>;
}

/** A fault of each kind, planted in the Markdown draft. */
const planted: readonly Planted[] = [
  {
    code: 'section-missing',
    name: 'a heading deleted',
    plant: (document) => replace(document, '## 六、其他需要报告的事项', ''),
  },
  {
    code: 'section-order',
    name: 'a section moved to the end',
    plant: async (document) => {
      const text = document.getText();
      const start = text.indexOf('## 五、');
      const section = text.slice(start, text.indexOf('## 六、'));
      await replace(document, section, '');
      await replace(
        document,
        text.slice(text.indexOf('## 六、')),
        `${text.slice(text.indexOf('## 六、')).trimEnd()}\n\n${section}`,
      );
    },
  },
  {
    code: 'table-shape',
    name: 'a row deleted',
    plant: (document) => replace(document, rowOf(document, '2.重复申请'), ''),
  },
  {
    code: 'table-layout',
    name: 'the delimiter row deleted',
    plant: (document) => replace(document, '| --- | --- | --- | --- |\n', ''),
  },
  {
    code: 'table-misaligned',
    name: 'a cell deleted',
    plant: (document) => {
      const row = rowOf(document, '1.本机关不掌握');
      return replace(document, row, row.replace('| 39 | 1 |', '| 39 |'));
    },
  },
  {
    code: 'cell-invalid',
    name: 'full-width digits',
    plant: (document) => {
      const row = rowOf(document, '规范性文件');
      return replace(document, row, row.replace('2119', '２１１９'));
    },
  },
  {
    code: 'total-blank',
    name: 'a total deleted',
    plant: (document) => {
      const row = rowOf(document, '2.没有现成信息');
      return replace(document, row, row.replace(/6 \|$/, ' |'));
    },
  },
  {
    code: 'applications-unbalanced',
    name: 'a wrong number in table 3',
    plant: (document) => replace(document, '| 92 |', '| 29 |'),
  },
  {
    code: 'litigation-unbalanced',
    name: 'a wrong total in table 4',
    plant: (document) => {
      const lines = document.getText().split('\n');
      const row = lines.find((line, i) => /^\| 1 \|/.test(line) && i > 90) ?? '';
      return replace(document, row, row.replace(/^((?:\|[^|]*){4}\|) 1 /, '$1 3 '));
    },
  },
];

function rowOf(document: vscode.TextDocument, label: string): string {
  const row = document
    .getText()
    .split('\n')
    .find((line) => line.includes(label));
  assert.ok(row, `no row ${label}`);
  return row;
}

describe('findings in the editor', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('shows a missing section, inserts it by its fix, and then shows it no more', async () => {
    const document = await openCopy(UNFINISHED);
    const [missing] = await waitForCode(document, 'section-missing');
    assert.ok(missing);
    assert.match(missing.message, /六、其他需要报告的事项/);
    await screenshot('section-missing');
    await fix(document, missing);
    await waitForCode(document, 'section-missing', 0);
    assert.match(document.getText(), /六、其他需要报告的事项\s+无其他需要报告的事项。/);
    await screenshot('section-missing-fixed');
  });

  it('shows a broken number on its very cell, names what it breaks, and fixes it', async () => {
    const document = await openCopy(TEXT);
    await waitForCode(document, 'cell-blank', 2);
    await replace(document, '\t92\t', '\t29\t');
    const [finding] = await waitForCode(document, 'applications-unbalanced');
    assert.ok(finding);
    assert.equal(document.getText(finding.range), '29');
    assert.match(finding.message, /应为92/);
    assert.equal(finding.relatedInformation?.length, 2);
    await screenshot('unbalanced');
    await fix(document, finding);
    await waitForCode(document, 'applications-unbalanced', 0);
    assert.ok(document.getText().includes('\t92\t'));
  });

  for (const { code, name, plant } of planted) {
    it(`shows ${code} for ${name}, and its fix makes it go`, async () => {
      const document = await openCopy(MARKDOWN);
      await waitForCode(document, 'cell-blank', 2);
      await plant(document);
      const [finding] = await waitForCode(document, code);
      assert.ok(finding);
      await fix(document, finding);
      await waitForCode(document, code, 0);
    });
  }

  it('shows a doubled section and a table left out', async () => {
    const document = await openCopy(MARKDOWN);
    await waitForCode(document, 'cell-blank', 2);
    const text = document.getText();
    const second = text.slice(text.indexOf('## 二、'), text.indexOf('## 三、'));
    await replace(
      document,
      second,
      '## 二、主动公开政府信息情况\n\n详见网站。\n\n## 五、存在的主要问题及改进情况\n\n见下文。\n\n',
    );
    await waitForCode(document, 'section-duplicate');
    const [missing] = await waitForCode(document, 'table-missing');
    assert.ok(missing);
    await fix(document, missing);
    await waitForCode(document, 'table-missing', 0);
  });

  it('fills blank cells with 0 by one fix, and changes no number', async () => {
    const document = await openCopy(TEXT);
    const [blank] = await waitForCode(document, 'cell-blank', 2);
    assert.ok(blank);
    const before = numbersIn(document.getText());
    await fix(document, blank);
    await waitForCode(document, 'cell-blank', 1);
    const after = numbersIn(document.getText());
    assert.deepEqual(
      after.filter((number) => number !== '0'),
      before.filter((number) => number !== '0'),
    );
  });

  it('keeps findings in step with typing above them', async () => {
    const document = await openCopy(UNFINISHED);
    const [before] = await waitForCode(document, 'section-missing');
    assert.ok(before);
    await replace(document, '一、总体情况', '前言一行。\n\n又一行。\n\n一、总体情况');
    const moved = await waitFor(
      () =>
        diagnosticsOf(document.uri, 'section-missing').find(
          ({ range }) => range.start.line === before.range.start.line + 4,
        ),
      'the finding four lines further down',
    );
    assert.equal(
      document.getText(moved.range),
      document.getText(before.range.with(moved.range.start, moved.range.end)),
    );
    assert.equal(diagnosticsOf(document.uri, 'section-missing').length, 1);
  });

  it('makes only sure fixes on save: no written number changes', async () => {
    const document = await openCopy(TEXT);
    await waitForCode(document, 'cell-blank', 2);
    const before = numbersIn(document.getText()).filter((number) => number !== '0');
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const kind = vscode.CodeActionKind.SourceFixAll.append('nianbao');
    const [all] = await codeActions(document, whole, kind);
    assert.ok(all, 'no fix-all');
    const original = document.getText();
    await applyAction(all);
    assert.deepEqual(
      numbersIn(document.getText()).filter((number) => number !== '0'),
      before,
    );
    assert.deepEqual(await codeActions(document, whole, kind), [], 'a second fix-all has something to do');
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), original, 'one undo does not take it back');
  });

  it('reads pasted text in an untitled document', async () => {
    const source = await openCopy(UNFINISHED);
    const document = await vscode.workspace.openTextDocument({ language: 'plaintext', content: source.getText() });
    await vscode.window.showTextDocument(document);
    await waitForCode(document, 'section-missing');
  });

  it('is silent about documents that are no report', async () => {
    const report = await openCopy(UNFINISHED);
    const readme = await openDocument('README.md');
    // The report's findings show that the server has answered; the README was opened before they are waited for.
    await vscode.window.showTextDocument(report);
    await waitForCode(report, 'section-missing');
    await vscode.window.showTextDocument(readme);
    assert.deepEqual(diagnosticsOf(readme.uri), []);
  });

  it('finds again after the server was restarted', async () => {
    const document = await openCopy(UNFINISHED);
    await waitForCode(document, 'section-missing');
    await vscode.commands.executeCommand('nianbao.restartServer');
    await replace(document, '一、总体情况', '\n一、总体情况');
    await waitForCode(document, 'section-missing');
  });
});
