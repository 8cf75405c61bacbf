import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fixAll } from '../../server/src/analysis/fix.ts';
import { defaultOptions } from '../../server/src/analysis/settings/resolve.ts';
import { reencode } from '../../server/src/cli/encode.ts';
import { decode } from '../../server/src/input/decode.ts';
import { rightReport } from '../support/rightReports.ts';
import { nianbao, temporaryFolder } from './cli.ts';

const applied = rightReport('department', 'plaintext');

function plant(from: string, to: string, into: string): string {
  if (!into.includes(from)) throw new Error(`nothing to plant at ${from}`);
  return into.replace(from, to);
}

/** The same draft with a number in full-width digits and a blank cell that is 0 beyond doubt. */
const text = plant('文件\t3\t1\t21', '文件\t3\t1\t２１', plant('2.重复申请\t0\t0', '2.重复申请\t0\t', applied));
/** One more with a wrong number, which is for its drafter to fix. */
const unbalanced = plant('行政机关确认或重新出具已获取信息\t0', '行政机关确认或重新出具已获取信息\t5', text);

/** A file in a new folder. */
function fileWith(contents: string | Uint8Array, name = '年报.txt') {
  const folder = temporaryFolder();
  writeFileSync(join(folder, name), contents);
  return { folder, name, file: join(folder, name) };
}

/** The bytes of a text in GB18030. */
function gb18030(of: string): Uint8Array {
  // `年报` in GB18030: its encoding is known by these bytes, and by nothing else.
  const bytes = Uint8Array.of(0xc4, 0xea, 0xb1, 0xa8);
  const encoded = reencode(
    { kind: 'text', file: '', bytes, encoding: { name: 'gb18030', mark: false }, text: '年报' },
    of,
  );
  if (encoded === undefined) throw new Error('not to be written in GB18030');
  return encoded;
}

const utf16le = (of: string): Buffer => Buffer.from(`\ufeff${of}`, 'utf16le');

describe('a file', () => {
  it('is applied, with a word on each place and a summary', async () => {
    const { folder, name, file } = fileWith(text);
    const { stdout, stderr, code } = await nianbao(['fix', name], { cwd: folder });
    expect(readFileSync(file, 'utf8')).toBe(applied);
    expect(stderr).toBe('');
    expect(stdout).toMatch(
      /^年报\.txt · 2 处\n {2}年报\.txt:34 .+ → .+ cell-invalid\n {2}年报\.txt:67 .+ → .+ cell-blank\n\n/,
    );
    expect(stdout).toMatch(/\n修正了 1 份报告的 2 处；没有遗留问题。\n$/);
    expect(code).toBe(0);
    expect(readdirSync(folder)).toEqual([name]);
  });

  it('is not touched where nothing is to be done', async () => {
    const { folder, name, file } = fileWith(applied);
    writeFileSync(join(folder, 'other.md'), '# 读我\n');
    const before = [file, join(folder, 'other.md')].map((path) => statSync(path, { bigint: true }));
    const { stdout } = await nianbao(['fix', '.'], { cwd: folder });
    const after = [file, join(folder, 'other.md')].map((path) => statSync(path, { bigint: true }));
    expect(after.map(({ ino, mtimeNs }) => [ino, mtimeNs])).toEqual(before.map(({ ino, mtimeNs }) => [ino, mtimeNs]));
    expect(stdout).toMatch(/^检查了 1 份报告，没有可自动修正的问题；/);
    expect(readdirSync(folder).sort()).toEqual(['other.md', name].sort());
  });

  it('is applied by the settings of its folder', async () => {
    const { folder, name, file } = fileWith(text);
    writeFileSync(join(folder, 'nianbao.config.json'), '{ "rules": { "cell-blank": "off" } }');
    const { stdout } = await nianbao(['fix', name], { cwd: folder });
    expect(readFileSync(file, 'utf8')).toBe(
      fixAll(text, 'plaintext', { ...defaultOptions, severities: { 'cell-blank': 'off' } }).text,
    );
    expect(stdout).toContain('cell-invalid');
    expect(stdout).not.toContain('cell-blank');
  });

  it('keeps its mode', async () => {
    const { file } = fileWith(text);
    chmodSync(file, 0o640);
    await nianbao(['fix', file]);
    expect(readFileSync(file, 'utf8')).toBe(applied);
    expect(statSync(file).mode & 0o7777).toBe(0o640);
  });

  it('is written behind a link, which stays', async () => {
    const { folder, name, file } = fileWith(text);
    mkdirSync(join(folder, 'links'));
    symlinkSync(join('..', name), join(folder, 'links', 'draft.txt'));
    await nianbao(['fix', 'links'], { cwd: folder });
    expect(lstatSync(join(folder, 'links', 'draft.txt')).isSymbolicLink()).toBe(true);
    expect(readFileSync(file, 'utf8')).toBe(applied);
    expect(readdirSync(join(folder, 'links'))).toEqual(['draft.txt']);
  });
});

describe('encoding and line ends', () => {
  it.each([
    { what: 'UTF-8 with a byte order mark', encode: (of: string) => Buffer.from(`\ufeff${of}`) },
    { what: 'UTF-16, little end first', encode: utf16le },
    { what: 'UTF-16, big end first', encode: (of: string) => utf16le(of).swap16() },
    { what: 'GB18030', encode: gb18030 },
    { what: 'CRLF', encode: (of: string) => Buffer.from(of.replaceAll('\n', '\r\n')) },
    { what: 'CRLF in GB18030', encode: (of: string) => gb18030(of.replaceAll('\n', '\r\n')) },
    { what: 'CR', encode: (of: string) => Buffer.from(of.replaceAll('\n', '\r')) },
  ])('$what is kept', async ({ encode }) => {
    const { file } = fileWith(encode(text));
    const { code, stderr } = await nianbao(['fix', file]);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(readFileSync(file).equals(encode(applied))).toBe(true);
  });

  it.each([
    { what: 'UTF-8 that was cut off', bytes: Buffer.concat([Buffer.from(text), Buffer.from([0xe6])]) },
    { what: 'UTF-16 that was cut off', bytes: Buffer.concat([utf16le(text), Buffer.from([0x41])]) },
    { what: 'GB18030 with a byte that is no text', bytes: Buffer.concat([gb18030(text), Buffer.from([0xff, 0x0a])]) },
  ])('$what cannot be written back: it is left alone, and that is said', async ({ bytes }) => {
    const { folder, name, file } = fileWith(bytes);
    writeFileSync(join(folder, 'z.txt'), text);
    const { code, stdout, stderr } = await nianbao(['fix', '.'], { cwd: folder });
    expect(readFileSync(file).equals(bytes)).toBe(true);
    expect(stderr).toMatch(new RegExp(`^nianbao: ${name}: 不能按原编码（(?:UTF-8|UTF-16LE|GB18030)）准确写回.+\\n$`));
    expect(stdout).toMatch(/修正了 1 份报告的 \d+ 处；.+；未能处理的 1 个文件。\n$/);
    expect(readFileSync(join(folder, 'z.txt'), 'utf8')).toBe(applied);
    expect(code).toBe(2);
  });

  it('writes every character that GB18030 has as it reads it', () => {
    // Every kind of sequence: ASCII, of two bytes, of four within and beyond the first plane.
    const all = 'aé年〔〕“”—…（）￥①㎡䶮𠮷😀\u00a0\u3000';
    expect(decode(gb18030(all), { name: 'gb18030', mark: false })).toBe(all);
    const every = Array.from({ length: 0xffff }, (_, code) => code)
      .filter((code) => code < 0xd800 || (code > 0xf8ff && code < 0xfff0))
      .map((code) => String.fromCharCode(code))
      .join('');
    expect(decode(gb18030(every), { name: 'gb18030', mark: false })).toBe(every);
  });
});

describe('standard input', () => {
  it('goes to standard output, applied, in its encoding; what is said of it goes to standard error', () => {
    const { stdout, stderr, status } = spawnSync(process.execPath, ['dist/cli.js', 'fix', '-'], {
      input: gb18030(text),
    });
    expect(stdout.equals(gb18030(applied))).toBe(true);
    const lines = stderr.toString('utf8').split('\n');
    expect(lines[2]).toMatch(/^ {2}-:67 .+ cell-blank$/);
    expect(lines.at(-2)).toMatch(/^修正了 1 份报告的 \d+ 处；/);
    expect(status).toBe(0);
  });

  it.each([
    { what: 'no report', input: '今天天气很好。\n' },
    { what: 'without anything to fix', input: applied },
  ])('$what goes on as it came', async ({ input }) => {
    expect((await nianbao(['fix', '-'], { input })).stdout).toBe(input);
  });
});

describe('exit code', () => {
  it('is 1 where errors are left', async () => {
    const { file } = fileWith(unbalanced);
    const { code, stdout } = await nianbao(['fix', file]);
    expect(code).toBe(1);
    expect(readFileSync(file, 'utf8')).toBe(fixAll(unbalanced, 'plaintext').text);
    expect(stdout).toMatch(/修正了 1 份报告的 2 处；尚有 \d+ 处错误/);
  });

  it('is 2 for a file that may not be written or is not there; the others are fixed', async () => {
    const { folder, name, file } = fileWith(text);
    chmodSync(file, 0o444);
    writeFileSync(join(folder, 'z.txt'), text);
    const { code, stderr } = await nianbao(['fix', 'gone.txt', '.'], { cwd: folder });
    expect(code).toBe(2);
    expect(stderr).toMatch(new RegExp(`^nianbao: gone\\.txt: .+\\nnianbao: ${name}: 没有写入权限.*\\n$`));
    expect(readFileSync(file, 'utf8')).toBe(text);
    expect(readFileSync(join(folder, 'z.txt'), 'utf8')).toBe(applied);
    expect(readdirSync(folder).sort()).toEqual(['z.txt', name].sort());
  });
});

describe('--diff', () => {
  const tools: readonly { readonly tool: string; readonly args: readonly string[] }[] = [
    { tool: 'git', args: ['apply', '-p1', '-'] },
    { tool: 'patch', args: ['-p1', '--binary'] },
  ].filter(({ tool }) => spawnSync(tool, ['--version']).status === 0);

  const drafts = [
    { what: 'LF', of: (from: string) => from },
    { what: 'CRLF', of: (from: string) => from.replaceAll('\n', '\r\n') },
    { what: 'a byte order mark and no line end at the end', of: (from: string) => `\ufeff${from.trimEnd()}` },
  ];
  const names = ['年报.txt', 'a b.txt', 'deep/2019 年报.txt'];
  const cases = tools.flatMap((tool) => drafts.flatMap((draft) => names.map((name) => ({ ...tool, ...draft, name }))));

  it.each(cases)('is what $tool applies to “$name” with $what', async ({ tool, args, of, name }) => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'deep'));
    const file = join(folder, name);
    writeFileSync(file, of(text));
    const { stdout } = await nianbao(['fix', '--diff', name], { cwd: folder });
    expect(readFileSync(file, 'utf8')).toBe(of(text));
    const { status, stderr } = spawnSync(tool, args, { cwd: folder, input: stdout, encoding: 'utf8' });
    expect({ status, stderr }).toMatchObject({ status: 0 });
    expect(readFileSync(file, 'utf8')).toBe(of(applied));
  });

  it('shows nothing but the diff on standard output, and writes nothing', async () => {
    const { folder, name, file } = fileWith(text);
    const before = statSync(file, { bigint: true });
    const { stdout, stderr, code } = await nianbao(['fix', '--diff', '.'], { cwd: folder });
    expect(stdout).toMatch(new RegExp(`^--- a/${name}\\n\\+\\+\\+ b/${name}\\n@@ `));
    expect(stdout.split('\n').filter((line) => !/^[ +-@\\]|^$/.test(line))).toEqual([]);
    expect(stderr).toMatch(/可修正 1 份报告的 \d+ 处/);
    expect(code).toBe(0);
    expect(statSync(file, { bigint: true }).mtimeNs).toBe(before.mtimeNs);
    expect(readdirSync(folder)).toEqual([name]);
  });

  it('is empty where nothing is to be done', async () => {
    expect((await nianbao(['fix', '--diff', '-'], { input: applied })).stdout).toBe('');
  });

  it('says that it cannot be applied to another encoding', async () => {
    const { stdout, stderr } = await nianbao(['fix', '--diff', '-'], { input: gb18030(text) });
    expect(stdout).toMatch(/^--- a\/-\n/);
    expect(stderr).toMatch(/^nianbao: -: 文件编码为 GB18030，差异以 UTF-8 显示/);
  });
});
