import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import type { CodeAction, Diagnostic, TextEdit } from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { version } from '../../package.json';
import { fixAll } from '../../server/src/analysis/fix.ts';
import { type Client, pullClient, pushClient, startClient } from './client.ts';

const uri = 'file:///drafts/report.txt';
const lacksSection = readFileSync('samples/004-市外事办-2019.txt', 'utf8');
const balanced = readFileSync('samples/001-办公厅-2019.txt', 'utf8');
/** A cell of table 3 whose row and column are filled: 予以公开, 自然人. */
const cell = '(一) 予以公开\t41';
const unbalanced = balanced.replace(cell, cell.replace('41', '14'));

const running: Client[] = [];

async function start(...parameters: Parameters<typeof startClient>): Promise<Client> {
  const client = await startClient(...parameters);
  running.push(client);
  return client;
}

afterEach(async () => {
  for (const client of running.splice(0)) {
    client.hangUp();
    await client.exited;
  }
});

function withCode(diagnostics: readonly Diagnostic[], code: string): Diagnostic {
  const found = diagnostics.find((diagnostic) => diagnostic.code === code);
  if (found === undefined) throw new Error(`no ${code} among ${diagnostics.map((each) => each.code).join(', ')}`);
  return found;
}

function codes(diagnostics: readonly Diagnostic[]): unknown[] {
  return diagnostics.map(({ code }) => code);
}

/** The versioned edits of an action on one document. */
function edits(action: CodeAction | undefined, version: number): TextEdit[] {
  const [change, ...others] = action?.edit?.documentChanges ?? [];
  expect(others).toEqual([]);
  expect(action?.edit?.changes).toBeUndefined();
  if (change === undefined || !('textDocument' in change)) throw new Error('no versioned edits');
  expect(change.textDocument).toEqual({ uri, version });
  return change.edits.filter((edit): edit is TextEdit => 'newText' in edit);
}

function apply(text: string, changes: TextEdit[]): string {
  return TextDocument.applyEdits(TextDocument.create(uri, 'plaintext', 0, text), changes);
}

function wholeOf(text: string) {
  const document = TextDocument.create(uri, 'plaintext', 0, text);
  return { start: document.positionAt(0), end: document.positionAt(text.length) };
}

describe.each([
  { program: 'server.js', args: ['dist/server.js', '--stdio'] },
  { program: 'nianbao lsp', args: ['dist/cli.js', 'lsp', '--stdio'] },
])('$program', ({ args }) => {
  it('finds a missing section, fixes it and is content', async () => {
    const client = await start(args, pullClient);
    expect(client.initialized.serverInfo).toEqual({ name: 'nianbao', version });
    expect(client.initialized.capabilities.positionEncoding).toBe('utf-16');

    await client.open(uri, 'plaintext', lacksSection);
    const missing = withCode(await client.diagnostics(uri), 'section-missing');
    expect(missing).toMatchObject({ source: 'nianbao', severity: 1 });
    expect(missing.message).toContain('六、其他需要报告的事项');

    const actions = await client.codeActions(uri, missing.range, { only: ['quickfix'], diagnostics: [missing] });
    const action = actions.find(({ diagnostics }) => diagnostics?.[0]?.code === 'section-missing');
    expect(action).toMatchObject({ kind: 'quickfix', isPreferred: true, diagnostics: [missing] });

    const fixed = apply(lacksSection, edits(action, 1));
    await client.change(uri, 2, wholeOf(lacksSection), fixed);
    expect(codes(await client.diagnostics(uri))).not.toContain('section-missing');
  });

  it.each([
    { how: 'after shutdown', code: 0, polite: true },
    { how: 'without shutdown', code: 1, polite: false },
  ])('exits with $code $how', async ({ code, polite }) => {
    const client = await start(args, pullClient);
    if (polite) await client.shutdown();
    await client.exit();
    expect(await client.exited).toBe(code);
  });

  it('exits when its client is gone', async () => {
    const client = await start(args, pullClient);
    client.hangUp();
    expect(await client.exited).toBe(1);
  });
});

const server = ['dist/server.js', '--stdio'];

describe('diagnostics', () => {
  it('follow an incremental change', async () => {
    const client = await start(server, pullClient);
    await client.open(uri, 'plaintext', balanced);
    expect(codes(await client.diagnostics(uri))).not.toContain('applications-unbalanced');

    const before = TextDocument.create(uri, 'plaintext', 1, balanced);
    const at = balanced.indexOf(cell) + cell.length - 2;
    const range = { start: before.positionAt(at), end: before.positionAt(at + 2) };
    await client.change(uri, 2, range, '14');
    const broken = withCode(await client.diagnostics(uri), 'applications-unbalanced');
    expect(broken.range).toEqual(range);
    expect(broken.relatedInformation).not.toEqual([]);

    const actions = await client.codeActions(uri, broken.range, { only: ['quickfix'] });
    const preferred = actions.find(
      ({ isPreferred, diagnostics }) => isPreferred && diagnostics?.[0]?.code === 'applications-unbalanced',
    );
    expect(apply(unbalanced, edits(preferred, 2))).toBe(balanced);
  });

  it('are unchanged as long as the document is', async () => {
    const client = await start(server, pullClient);
    await client.open(uri, 'plaintext', lacksSection);
    const first = await client.pull(uri);
    expect(await client.pull(uri, first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });

    const end = { line: 0, character: 0 };
    await client.change(uri, 2, { start: end, end }, '\n');
    const second = await client.pull(uri, first.resultId);
    expect(second.kind).toBe('full');

    await client.close(uri);
    await client.open(uri, 'plaintext', lacksSection);
    expect((await client.pull(uri, first.resultId)).kind).toBe('full');
  });

  it.each(['README.md', 'samples/README.md'])('are none in %s', async (file) => {
    const client = await start(server, pullClient);
    const readme = 'file:///project/README.md';
    await client.open(readme, 'markdown', readFileSync(file, 'utf8'));
    expect(await client.diagnostics(readme)).toEqual([]);
  });

  it('are none in a document that is not open', async () => {
    const client = await start(server, pullClient);
    expect(await client.diagnostics(uri)).toEqual([]);
  });

  it('are sent to a client that does not ask, with their version, and taken back', async () => {
    const client = await start(server, pushClient);
    expect(client.initialized.capabilities.diagnosticProvider).toBeUndefined();
    await client.open(uri, 'plaintext', lacksSection);
    const first = await client.published();
    expect(first).toMatchObject({ uri, version: 1 });
    const missing = withCode(first.diagnostics, 'section-missing');
    expect(first.diagnostics.filter(({ relatedInformation }) => relatedInformation !== undefined)).toEqual([]);

    const actions = await client.codeActions(uri, missing.range, { diagnostics: [missing] });
    const changes = actions.find(({ diagnostics }) => diagnostics?.[0]?.code === 'section-missing')?.edit?.changes;
    const fixed = apply(lacksSection, changes?.[uri] ?? []);
    await client.change(uri, 2, wholeOf(lacksSection), fixed);
    const second = await client.published();
    expect(second.version).toBe(2);
    expect(codes(second.diagnostics)).not.toContain('section-missing');

    await client.close(uri);
    expect(await client.published()).toEqual({ uri, diagnostics: [] });
  });
});

describe('settings', () => {
  it('switch the findings of a document off and on', async () => {
    const settings = { enable: false };
    const client = await start(server, pullClient, settings);
    await client.open(uri, 'plaintext', lacksSection);
    expect(await client.diagnostics(uri)).toEqual([]);
    expect(await client.codeActions(uri, wholeOf(lacksSection))).toEqual([]);
    expect(client.registered).toEqual(['workspace/didChangeConfiguration']);

    settings.enable = true;
    await client.changeSettings();
    expect(codes(await client.diagnostics(uri))).toContain('section-missing');
  });
});

describe('fix all', () => {
  const start0 = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

  it.each(['source', 'source.fixAll', 'source.fixAll.nianbao'])('answers to %s with one action', async (kind) => {
    const client = await start(server, pullClient);
    await client.open(uri, 'plaintext', lacksSection);
    const [action, ...others] = await client.codeActions(uri, start0, { only: [kind] });
    expect(others).toEqual([]);
    expect(action?.kind).toBe('source.fixAll.nianbao');
    // Overlapping edits are refused here.
    const fixed = apply(lacksSection, edits(action, 1));
    expect(fixed).toBe(fixAll(lacksSection, 'plaintext').text);
    expect(fixed).not.toBe(lacksSection);
  });

  it.each([
    { what: 'a light bulb', context: { triggerKind: 2 } as const },
    { what: 'another kind', context: { only: ['source.fixAll.other', 'source.organizeImports', 'refactor'] } },
  ])('is not for $what', async ({ context }) => {
    const client = await start(server, pullClient);
    await client.open(uri, 'plaintext', lacksSection);
    expect(await client.codeActions(uri, start0, context)).toEqual([]);
  });
});
