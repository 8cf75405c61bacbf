import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requests } from '../../server/src/lsp/protocol.ts';
import type { DraftForm } from '../../server/src/lsp/wire.ts';
import { endings, type Form, forms } from '../../server/src/output/forms.ts';
import { reportIn } from '../support/check.ts';
import { dataOf } from '../support/realReports.ts';
import { rightReport } from '../support/rightReports.ts';
import { type Client, pullClient, startClient } from './client.ts';

const uri = 'file:///drafts/report.txt';
const text = readFileSync('samples/003-区政府办-2020.txt', 'utf8');
const data = dataOf(reportIn(text, 'plaintext'));
let client: Client;

beforeAll(async () => {
  client = await startClient(['dist/server.js', '--stdio'], pullClient);
  await client.open(uri, 'plaintext', text);
});

afterAll(async () => {
  client.hangUp();
  await client.exited;
});

function exported(to: Form, of = uri) {
  return client.ask(requests.export, { uri: of, to });
}

function imported(name: string, bytes: Uint8Array | string, to: DraftForm = 'markdown') {
  return client.ask(requests.import, { name, base64: Buffer.from(bytes).toString('base64'), to });
}

/** The draft of an answer. */
function textOf(answer: Awaited<ReturnType<typeof imported>>): string {
  if ('refusal' in answer) throw new Error(answer.refusal);
  return answer.text;
}

describe('last year’s report', () => {
  const asked = (name: string, bytes: Uint8Array | string) =>
    client.ask(requests.draftFromLastYear, { name, base64: Buffer.from(bytes).toString('base64') });
  const base = rightReport('department', 'markdown');

  it('is the base of a draft in its own language', async () => {
    expect(await asked('2025.md', base)).toMatchObject({
      name: '云川市水务局2026年政府信息公开工作年度报告',
      language: 'markdown',
      year: 2026,
      notes: [],
      text: expect.stringContaining('二是2027年起'),
    });
    expect(await asked('2025.txt', rightReport('department', 'plaintext'))).toMatchObject({ language: 'plaintext' });
  });

  it('may be a Word file', async () => {
    const out = await exported('docx');
    const made = await asked('2020.docx', Buffer.from(out?.base64 ?? '', 'base64'));
    expect(made).toMatchObject({ language: 'markdown', year: 2021 });
    expect(reportIn('text' in made ? made.text : '').format).toBe('2021');
  });

  it('is refused where it is none', async () => {
    expect(await asked('notes.md', '会议纪要')).toEqual({ refusal: '文件中没有政府信息公开工作年度报告。' });
  });
});

describe('a report', () => {
  const beginnings: Readonly<Record<Form, string>> = {
    markdown: '# ',
    text: data.title ?? '',
    html: '<!DOCTYPE html>',
    docx: 'PK',
  };

  it.each(forms)('goes out as %s and comes back the same', async (form) => {
    const out = await exported(form);
    const bytes = Buffer.from(out?.base64 ?? '', 'base64');
    expect(bytes.toString('utf8').startsWith(beginnings[form])).toBe(true);
    expect(out).toMatchObject({ name: data.title, ending: endings[form] });
    for (const [to, language] of [
      ['markdown', 'markdown'],
      ['text', 'plaintext'],
    ] as const) {
      const back = await imported(`年报.${endings[form]}`, bytes, to);
      expect(dataOf(reportIn(textOf(back), language))).toEqual(data);
    }
  });

  it('goes out with its errors and their lines, and what is left out', async () => {
    const wrong = 'file:///drafts/wrong.txt';
    const lacksSection = readFileSync('samples/004-市外事办-2019.txt', 'utf8');
    await client.open(wrong, 'plaintext', `${lacksSection}\n<!-- 请核 -->\n`);
    const diagnostics = await client.diagnostics(wrong);
    const errors = diagnostics
      .filter(({ severity }) => severity === 1)
      .map(({ message, range }) => ({ message, line: range.start.line + 1 }));
    expect(errors.length).toBeGreaterThan(0);
    const out = await exported('html', wrong);
    expect(out?.errors).toEqual(errors);
    expect(out?.notes).toEqual(['没有转出注释1处。']);
  });

  it('is what the editor shows, saved or not', async () => {
    const draft = 'file:///drafts/changed.md';
    const right = rightReport('department', 'markdown');
    await client.open(draft, 'markdown', right);
    expect((await exported('text', draft))?.errors).toEqual([]);
    await client.change(draft, 2, { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, '# 送审\n\n');
    const out = Buffer.from((await exported('text', draft))?.base64 ?? '', 'base64').toString('utf8');
    expect(out).toContain('送审');
  });
});

it('gives null for what is no report or not open', async () => {
  const notes = 'file:///drafts/notes.md';
  await client.open(notes, 'markdown', '# 会议记录\n');
  expect(await exported('html', notes)).toBeNull();
  expect(await exported('docx', 'file:///drafts/closed.md')).toBeNull();
});

describe('a file', () => {
  it('is refused with what to do where it is an old Word file, whatever its bytes', async () => {
    const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1024)]);
    for (const bytes of [old, '{\\rtf1 }']) {
      expect(await imported('年报.doc', bytes)).toEqual({ refusal: expect.stringContaining('另存为') });
    }
  });

  it('is refused where it is damaged or holds no report', async () => {
    expect(await imported('年报.docx', 'PK')).toEqual({ refusal: '不是 Word 文件（.docx），或者文件已损坏。' });
    expect(await imported('通知.html', '<p>关于放假的通知</p>')).toEqual({
      refusal: '文件中没有政府信息公开工作年度报告，未导入。',
    });
  });

  it('is read in the encoding that it has, and tells what could not be read', async () => {
    const out = await exported('html');
    const html = Buffer.from(out?.base64 ?? '', 'base64').toString('utf8');
    const page = Buffer.from(`\ufeff${html.replace('</body>', '<img src="a.png"></body>')}`, 'utf16le');
    const back = await imported('年报.htm', page);
    expect(dataOf(reportIn(textOf(back), 'markdown'))).toEqual(data);
    expect(back).toMatchObject({ notes: ['没有读入图片、视频或嵌入的内容1处。'] });
  });
});
