import { readdirSync, readFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import {
  createConnection,
  createProtocolConnection,
  InitializeRequest,
  type InitializeResult,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import manifest from '../../package.json';
import { commands, notifications, requests } from '../../server/src/lsp/protocol.ts';
import { startServer } from '../../server/src/lsp/server.ts';
import type { EditorSettings } from '../../server/src/lsp/wire.ts';
import { pullClient } from './client.ts';

/** The request that is answered by each capability. */
const answeredBy = {
  codeActionProvider: 'textDocument/codeAction',
  codeLensProvider: 'textDocument/codeLens',
  completionProvider: 'textDocument/completion',
  definitionProvider: 'textDocument/definition',
  diagnosticProvider: 'textDocument/diagnostic',
  documentFormattingProvider: 'textDocument/formatting',
  documentHighlightProvider: 'textDocument/documentHighlight',
  documentOnTypeFormattingProvider: 'textDocument/onTypeFormatting',
  documentRangeFormattingProvider: 'textDocument/rangeFormatting',
  documentSymbolProvider: 'textDocument/documentSymbol',
  foldingRangeProvider: 'textDocument/foldingRange',
  hoverProvider: 'textDocument/hover',
  inlayHintProvider: 'textDocument/inlayHint',
  inlineCompletionProvider: 'textDocument/inlineCompletion',
  referencesProvider: 'textDocument/references',
  selectionRangeProvider: 'textDocument/selectionRange',
  semanticTokensProvider: 'textDocument/semanticTokens/full',
} as const;

const ours = Object.values(requests).map(({ method }) => method);
const standard = Object.values(answeredBy);
/** All names of our own. */
const names = [
  ...ours,
  ...Object.values(notifications).map(({ method }) => method),
  ...Object.values(commands).map(({ command }) => command),
];

describe('a server', () => {
  const answered: string[] = [];
  const told: string[] = [];
  let initialized: InitializeResult;

  beforeAll(async () => {
    const [toServer, toClient] = [new PassThrough(), new PassThrough()];
    const connection = createConnection(
      ProposedFeatures.all,
      new StreamMessageReader(toServer),
      new StreamMessageWriter(toClient),
    );
    const onRequest = vi.spyOn(connection, 'onRequest');
    const onNotification = vi.spyOn(connection, 'onNotification');
    startServer(connection);
    const client = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
    client.listen();
    initialized = await client.sendRequest(InitializeRequest.type, {
      processId: null,
      rootUri: null,
      workspaceFolders: null,
      capabilities: pullClient,
    });
    answered.push(...onRequest.mock.calls.map(([type]) => nameOf(type)));
    told.push(...onNotification.mock.calls.map(([type]) => nameOf(type)));
    client.dispose();
  });

  it('answers what it says that it is capable of, and our own requests, each once, and nothing else', () => {
    const announced = Object.keys(initialized.capabilities).filter((name) => name.endsWith('Provider'));
    expect(announced.sort()).toEqual(Object.keys(answeredBy).sort());
    expect([...answered].sort()).toEqual([...standard, ...ours].sort());
  });

  it('hears our own notifications', () => {
    expect(told.filter((method) => method.startsWith('nianbao/'))).toEqual(
      Object.values(notifications).map(({ method }) => method),
    );
  });
});

function nameOf(type: unknown): string {
  const { method = type }: { readonly method?: unknown } = Object(type);
  return String(method);
}

it('has the name of no message anywhere else in the code', () => {
  expect(new Set(names).size).toBe(names.length);
  const files = ['server/src', 'client/src'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && name !== 'lsp/protocol.ts')
      .map((name) => `${folder}/${name}`),
  );
  const spelt = files.flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    return names.filter((name) => text.includes(`'${name}'`)).map((name) => `${file}: ${name}`);
  });
  expect(spelt).toEqual([]);
});

describe('the page for authors of clients', () => {
  const page = readFileSync('docs/lsp.md', 'utf8');

  it('has every message of ours, and no others', () => {
    const headings = [...page.matchAll(/^### `(.+)`$/gm)].map(([, name]) => name);
    expect(headings).toEqual(names);
  });

  it('has every request of the protocol that is answered, and no others', () => {
    const [, table = ''] = page.split('## Of the protocol');
    const [own = ''] = table.split(/^## /m);
    const cells = [...own.matchAll(/^\| (`textDocument\/.*?) \|/gm)].flatMap(([, cell = '']) => cell.split(', '));
    expect(cells.map((cell) => cell.replaceAll('`', '')).sort()).toEqual([...standard].sort());
  });
});

it('has the settings of the manifest, besides that of the client library', () => {
  const settings = { enable: true, inlayHints: true, codeLens: true, rules: true } as const satisfies Readonly<
    Record<keyof EditorSettings, true>
  >;
  const read = Object.keys(settings).map((name) => `nianbao.${name}`);
  const { properties } = manifest.contributes.configuration;
  expect(Object.keys(properties).sort()).toEqual([...read, 'nianbao.trace.server'].sort());
});
