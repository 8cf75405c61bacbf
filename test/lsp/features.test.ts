import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  CodeLens,
  CompletionItem,
  DocumentHighlight,
  DocumentSymbol,
  FoldingRange,
  Hover,
  InlayHint,
  Location,
  SelectionRange,
  SemanticTokens,
  TextEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { requests } from '../../server/src/lsp/protocol.ts';
import { renderPreview } from '../../server/src/output/preview/preview.ts';
import { checked } from '../support/check.ts';
import { rightReport } from '../support/rightReports.ts';
import { type Client, pullClient, startClient } from './client.ts';

const uri = 'file:///drafts/report.md';
const text = rightReport('department', 'markdown');
const document = TextDocument.create(uri, 'markdown', 1, text);
const textDocument = { uri };

/** The position of `¦` in a pattern's place. */
function at(pattern: string): { textDocument: { uri: string }; position: { line: number; character: number } } {
  const [before = '', after = ''] = pattern.split('¦');
  const offset = text.indexOf(before + after);
  if (offset < 0) throw new Error(`no ${pattern}`);
  return { textDocument, position: document.positionAt(offset + before.length) };
}

describe('over stdio', () => {
  let client: Client;

  beforeAll(async () => {
    client = await startClient(['dist/cli.js', 'lsp', '--stdio'], pullClient);
    await client.open(uri, 'markdown', text);
  });

  afterAll(async () => {
    client.hangUp();
    await client.exited;
  });

  it('says what it can do', () => {
    expect(client.initialized.capabilities).toMatchObject({
      hoverProvider: true,
      definitionProvider: true,
      referencesProvider: true,
      documentHighlightProvider: true,
      documentSymbolProvider: true,
      foldingRangeProvider: true,
      selectionRangeProvider: true,
      inlayHintProvider: true,
      documentFormattingProvider: true,
      documentRangeFormattingProvider: true,
    });
  });

  it('tells on hover what a number of the text is held against', async () => {
    const hover = await client.request<Hover>('textDocument/hover', at('收到政府信息公开申请¦15件'));
    expect(JSON.stringify(hover.contents)).toContain('表三“本年新收”行“总计”列：15');
    expect(hover.range && document.getText(hover.range)).toBe('15');
  });

  it('leads from the text to the cell, back, and marks both', async () => {
    const place = at('收到政府信息公开申请¦15件');
    const [cell] = await client.request<Location[]>('textDocument/definition', place);
    if (cell === undefined) throw new Error('no cell');
    expect(document.getText(cell.range)).toBe('15');
    const uses = await client.request<Location[]>('textDocument/references', {
      textDocument,
      position: cell.range.start,
      context: { includeDeclaration: false },
    });
    expect(uses.map(({ range }) => range.start)).toContainEqual(place.position);
    const marks = await client.request<DocumentHighlight[]>('textDocument/documentHighlight', place);
    expect(marks.map(({ range }) => range)).toContainEqual(cell.range);
  });

  it('shows outline, folds, selections and tokens', async () => {
    const [root] = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument });
    expect(root?.children?.map(({ name }) => name)[0]).toBe('一、总体情况');
    const folds = await client.request<FoldingRange[]>('textDocument/foldingRange', { textDocument });
    expect(folds.length).toBeGreaterThan(8);
    const [selection] = await client.request<SelectionRange[]>('textDocument/selectionRange', {
      textDocument,
      positions: [at('（一）予以公开 |  | ¦6').position],
    });
    expect(selection && document.getText(selection.range)).toBe('6');
    const tokens = await client.request<SemanticTokens>('textDocument/semanticTokens/full', { textDocument });
    expect(tokens.data.length).toBeGreaterThan(5 * 200);
  });

  it('shows totals as hints and the balance as a lens', async () => {
    const hints = await client.request<InlayHint[]>('textDocument/inlayHint', {
      textDocument,
      range: { start: { line: 0, character: 0 }, end: document.positionAt(text.length) },
    });
    expect(new Set(hints.map(({ label }) => label))).toEqual(new Set(['✓']));
    const lenses = await client.request<CodeLens[]>('textDocument/codeLens', { textDocument });
    expect(lenses.map(({ command }) => command?.title)).toContainEqual(
      expect.stringContaining('第一项15＋第二项1＝第三项15＋第四项1 ✓'),
    );
  });

  it('completes, and formats to a text that it formats no further', async () => {
    const items = await client.request<CompletionItem[]>(
      'textDocument/completion',
      at('其他处理1件；结转下年度继续办理1件。¦'),
    );
    expect(items.some(({ documentation }) => String(documentation).includes('收到政府信息公开申请15件'))).toBe(true);
    const options = { tabSize: 2, insertSpaces: true };
    const edits = await client.request<TextEdit[]>('textDocument/formatting', { textDocument, options });
    const formatted = TextDocument.applyEdits(document, edits);
    const other = 'file:///drafts/formatted.md';
    await client.open(other, 'markdown', formatted);
    expect(await client.request('textDocument/formatting', { textDocument: { uri: other }, options })).toEqual([]);
  });

  it('answers our own client', async () => {
    expect(await client.ask(requests.readiness, { uri })).toMatchObject({ year: 2025, relations: { fails: 0 } });
    const draft = await client.ask(requests.newReport, {
      body: '云川市水务局',
      kind: 'department',
      year: 2025,
      language: 'plaintext',
    });
    expect(draft?.text).toContain('云川市水务局2025年政府信息公开工作年度报告');
    const pasted = await client.ask(requests.pasteTable, {
      language: 'markdown',
      text: '渠道\t条数\n网站\t326\n',
    });
    expect(pasted?.text).toContain('| 网站 | 326 |');
    expect(await client.ask(requests.clean, { uri })).toMatchObject({ text });
  });

  it('shows our own client the report, what a cell would change, and the totals that it lacks', async () => {
    const { report, findings } = checked(text);
    expect(await client.ask(requests.preview, { uri })).toEqual({ version: 1, ...renderPreview(report, findings) });

    const start = text.indexOf('| 15 |') + 2;
    const cell = { uri, start, end: start + 2 };
    const answer = await client.ask(requests.whatIf, { ...cell, text: '16' });
    expect(answer).toMatchObject({ version: 1, fixed: [], edit: { start, end: start + 2, text: '16' } });
    expect(answer?.broken.length).toBeGreaterThan(0);
    expect(await client.ask(requests.whatIf, { ...cell, end: start + 1, text: '16' })).toBeNull();

    const wrong = 'file:///drafts/wrong.md';
    const { position } = at('（一）予以公开 |  | ¦6');
    const without = text.replace('| 6 | 2 | 0 | 0 | 0 | 0 | 8 |', '| 6 | 2 | 0 | 0 | 0 | 0 |  |');
    await client.open(wrong, 'markdown', without);
    const edits = await client.ask(requests.recomputeTotals, { uri: wrong, position });
    expect(TextDocument.applyEdits(TextDocument.create(wrong, 'markdown', 1, without), edits)).toBe(text);
    expect(await client.ask(requests.recomputeTotals, { uri, position })).toEqual([]);
  });

  it('has nothing to say of a document that is no report', async () => {
    const other = 'file:///drafts/notes.md';
    await client.open(other, 'markdown', '# 会议记录\n\n讨论了几件事。\n');
    const params = { textDocument: { uri: other }, position: { line: 0, character: 3 } };
    expect(await client.request('textDocument/hover', params)).toBeNull();
    expect(await client.request('textDocument/definition', params)).toEqual([]);
    expect(await client.request('textDocument/documentSymbol', params)).toEqual([]);
    expect(await client.ask(requests.readiness, { uri: other })).toBeNull();
  });
});
