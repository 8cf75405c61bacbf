import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import type { CodeAction, Diagnostic } from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Client, pullClient, pushClient, startClient } from './client.ts';

const uri = 'file:///w%20s/%E7%A8%BF/report.txt';
const text = readFileSync('samples/004-市外事办-2019.txt', 'utf8');
const server = ['dist/server.js', '--stdio'];

const running: Client[] = [];

async function start(settings: { enable: boolean; rules?: unknown }, options?: unknown, capabilities = pullClient) {
  const client = await startClient(server, capabilities, settings, options);
  running.push(client);
  return client;
}

afterEach(async () => {
  for (const client of running.splice(0)) {
    client.hangUp();
    await client.exited;
  }
});

function missing(diagnostics: readonly Diagnostic[]): Diagnostic | undefined {
  return diagnostics.find(({ code }) => code === 'section-missing');
}

describe('levels', () => {
  it('come from the editor and follow it', async () => {
    const settings = { enable: true, rules: { 'section-missing': 'hint', 'no-such': 'off', period: 7 } as unknown };
    const client = await start(settings);
    await client.open(uri, 'plaintext', text);
    expect(missing(await client.diagnostics(uri))?.severity).toBe(4);

    settings.rules = { 'section-missing': 'off' };
    await client.changeSettings();
    expect(missing(await client.diagnostics(uri))).toBeUndefined();
  });

  it('come from the initialization of a client that is not asked', async () => {
    const client = await start({ enable: true }, { rules: { 'section-missing': 'hint' } }, pushClient);
    await client.open(uri, 'plaintext', text);
    expect(missing((await client.published()).diagnostics)?.severity).toBe(4);
  });

  it('of configurations overrule those of the editor, the nearest folder most', async () => {
    const config = (folder: string, level: string) => ({
      uri: `${folder}/nianbao.config.json`,
      text: JSON.stringify({ rules: { 'section-missing': level } }),
    });
    const outer = config('file:///w%20s', 'information');
    const client = await start({ enable: true, rules: { 'section-missing': 'off' } }, { configs: [outer] });
    await client.open(uri, 'plaintext', text);
    expect(missing(await client.diagnostics(uri))?.severity).toBe(3);

    await client.sendConfigs([config('file:///w%20s/%E7%A8%BF', 'hint'), outer, config('file:///other', 'error')]);
    expect(missing(await client.diagnostics(uri))?.severity).toBe(4);

    await client.sendConfigs([]);
    expect(missing(await client.diagnostics(uri))).toBeUndefined();
  });

  it('survive configurations that are none', async () => {
    const client = await start({ enable: true });
    await client.open(uri, 'plaintext', text);
    for (const configs of [{}, [1, null, { uri: 1 }, { uri: 'file:///w%20s/%', text: '{' }, { uri: '', text: '[' }]]) {
      await client.sendConfigs(configs);
      expect(missing(await client.diagnostics(uri))?.severity).toBe(1);
    }
  });

  it('leave out a file that a glob with Chinese characters excludes', async () => {
    const config = { uri: 'file:///w%20s/nianbao.config.json', text: '{ "exclude": ["稿/*.txt"] }' };
    const client = await start({ enable: true }, { configs: [config] });
    await client.open(uri, 'plaintext', text);
    expect(await client.diagnostics(uri)).toEqual([]);
  });
});

describe('the page of a code', () => {
  it('is linked where the client says where the pages are', async () => {
    const client = await start({ enable: true }, { rulesUri: 'https://example.org/rules/' });
    await client.open(uri, 'plaintext', text);
    expect(missing(await client.diagnostics(uri))?.codeDescription).toEqual({
      href: 'https://example.org/rules/section-missing.md',
    });
    const other = await start({ enable: true });
    await other.open(uri, 'plaintext', text);
    expect(missing(await other.diagnostics(uri))?.codeDescription).toBeUndefined();
  });
});

describe('suppressing', () => {
  async function actionsOf(options: unknown, language: string) {
    const client = await start({ enable: true }, options);
    await client.open(uri, language, text);
    const diagnostic = missing(await client.diagnostics(uri));
    if (diagnostic === undefined) throw new Error('no section is missing');
    const all = await client.codeActions(uri, diagnostic.range, { only: ['quickfix'] });
    const own = all.filter(({ diagnostics = [] }) => diagnostics.every(({ code }) => code === 'section-missing'));
    return { client, actions: own };
  }

  const named = (actions: readonly CodeAction[], start: string) => actions.find(({ title }) => title.startsWith(start));

  it('is offered behind the fixes, never as preferred', async () => {
    const { actions } = await actionsOf({ silenceCommands: true }, 'plaintext');
    expect(actions.map(({ title }) => title.replace(/[ ：（].*/, '')).slice(1)).toEqual([
      '为什么',
      '修正全部可安全修正的问题',
      '此处不再提示',
      '本文件不再提示',
      '本工作区不再提示',
    ]);
    // An editor puts what has no diagnostic behind what has one.
    expect(actions.map(({ diagnostics }) => diagnostics !== undefined)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
    expect(actions[0]?.isPreferred).toBe(true);
    for (const action of actions.slice(1))
      expect(action).toMatchObject({ kind: 'quickfix', title: expect.any(String) });
    expect(actions.slice(1).filter(({ isPreferred }) => isPreferred === true)).toEqual([]);
    const code = 'section-missing';
    expect([1, 4, 5].map((i) => [actions[i]?.command?.command, actions[i]?.command?.arguments])).toEqual([
      ['nianbao.showRule', [code]],
      ['nianbao.silenceFile', [{ uri, code }]],
      ['nianbao.silenceWorkspace', [{ uri, code }]],
    ]);
  });

  it('is not offered to a client without the commands', async () => {
    const { actions } = await actionsOf(undefined, 'plaintext');
    expect(actions.map(({ title }) => title).filter((title) => /不再提示|为什么/.test(title))).toEqual([]);
    expect(actions.length).toBeGreaterThan(0);
  });

  it('in plain text is a fingerprint that works in a configuration', async () => {
    const { client, actions } = await actionsOf({ silenceCommands: true }, 'plaintext');
    const command = named(actions, '此处')?.command;
    expect(command).toMatchObject({ command: 'nianbao.silence', arguments: [{ uri, code: 'section-missing' }] });
    const { code, fingerprint } = command?.arguments?.[0] ?? {};
    const config = JSON.stringify({ ignore: [{ file: '稿/report.txt', code, fingerprint }] });
    await client.sendConfigs([{ uri: 'file:///w%20s/nianbao.config.json', text: config }]);
    const codes = (await client.diagnostics(uri)).map((diagnostic) => diagnostic.code);
    expect(codes).not.toContain('section-missing');
    expect(codes).not.toContain('silence-unused');
  });

  it('in Markdown is a comment', async () => {
    const { client, actions } = await actionsOf({ silenceCommands: true }, 'markdown');
    const [change] = named(actions, '此处')?.edit?.documentChanges ?? [];
    if (change === undefined || !('edits' in change)) throw new Error('no edits');
    const edits = change.edits.filter((edit) => 'newText' in edit && 'range' in edit);
    const document = TextDocument.create(uri, 'markdown', 1, text);
    const suppressed = TextDocument.applyEdits(document, edits);
    expect(suppressed).toContain(' section-missing -->');
    const end = document.positionAt(text.length);
    await client.change(uri, 2, { start: { line: 0, character: 0 }, end }, suppressed);
    expect(missing(await client.diagnostics(uri))).toBeUndefined();
  });
});
