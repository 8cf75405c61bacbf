import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { damaged, oldExcel, oldWord, openDocument, pdf, picture, wordFile } from '../support/files.ts';
import { nianbao, temporaryFolder } from './cli.ts';

const sample = readFileSync('samples/004-市外事办-2019.txt');

/** Files that hold no text, by their names: what a file is, its bytes tell. */
const unread: Readonly<Record<string, { readonly bytes: Uint8Array; readonly why: string }>> = {
  '年报.docx': { bytes: wordFile, why: 'convert' },
  '改名.txt': { bytes: wordFile, why: 'convert' },
  '旧稿.doc': { bytes: oldWord, why: '另存为' },
  '统计.xls': { bytes: oldExcel, why: 'Excel' },
  '公开稿.pdf': { bytes: pdf, why: 'PDF' },
  '扫描.md': { bytes: picture, why: '图片' },
  '半份.docx': { bytes: damaged, why: '损坏' },
  '文档.odt': { bytes: openDocument, why: 'OpenDocument' },
  '空稿.txt': { bytes: new Uint8Array(), why: '空' },
  '空行.md': { bytes: Buffer.from('\ufeff\r\n\r\n'), why: '空' },
};

function folderWith(files: Readonly<Record<string, Uint8Array>>): string {
  const folder = temporaryFolder();
  for (const [name, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  return folder;
}

it.each([
  { command: ['check', '--format', 'json'], data: true },
  { command: ['extract'], data: true },
  { command: ['fix', '--diff'], data: false },
])('$command.0 names what it cannot read with the reason, does the rest, exits with 2', async ({ command, data }) => {
  const bytes = Object.fromEntries(Object.entries(unread).map(([name, file]) => [name, file.bytes]));
  const cwd = folderWith({ ...bytes, 'draft.txt': sample });
  const { stdout, stderr, code } = await nianbao([...command, ...Object.keys(unread), 'draft.txt'], { cwd });
  for (const [name, { why }] of Object.entries(unread)) {
    const named = stderr.split('\n').filter((line) => line.startsWith(`nianbao: ${name}: `));
    expect(named).toEqual([expect.stringContaining(why)]);
    // Words for whoever reads no Chinese.
    expect(named[0]).toMatch(/[a-z]+ [a-z]+/);
  }
  expect(code).toBe(2);
  if (data) expect(JSON.parse(stdout).map(({ file }: { readonly file: string }) => file)).toEqual(['draft.txt']);
  else expect(stdout).toContain('+++ b/draft.txt');
});

describe('a folder', () => {
  const files = { 'a.docx': wordFile, 'b/c.pdf': pdf, 'd.wps': oldWord, '~$a.docx': damaged, 'e.xls': oldExcel };

  it('has no Word or PDF file that is passed over in silence', async () => {
    const cwd = folderWith(files);
    const { stdout, stderr, code } = await nianbao(['check', '.'], { cwd });
    expect(
      stderr
        .trimEnd()
        .split('\n')
        .map((line) => line.split(': ')[1]),
    ).toEqual(['a.docx', 'b/c.pdf', 'd.wps']);
    expect({ stdout, code }).toEqual({ stdout: '没有检查任何报告；未能读取的 3 个文件。\n', code: 2 });
  });

  it('may leave them out of the checks', async () => {
    const config = Buffer.from('{ "exclude": ["**/*.pdf", "*.docx", "*.wps"] }');
    const cwd = folderWith({ ...files, 'nianbao.config.json': config, 'draft.txt': sample });
    for (const command of [['check'], ['fix', '--diff']]) {
      const { stderr, code } = await nianbao([...command, '.'], { cwd });
      expect(code).toBe(1);
      expect(stderr).not.toContain('nianbao:');
    }
  });
});

it('a text is read whatever its name', async () => {
  const cwd = folderWith({ 'draft.docx': sample, 'draft.pdf': sample });
  const { stdout, code } = await nianbao(['check', '--format', 'json', '.'], { cwd });
  const years = JSON.parse(stdout).map(({ year }: { readonly year: number | null }) => year);
  expect({ years, code }).toEqual({ years: [2019, 2019], code: 1 });
});

describe('standard input', () => {
  it('is no report that was checked where it is no text', async () => {
    const { stdout, stderr, code } = await nianbao(['check', '--format', 'json', '-'], { input: wordFile });
    expect({ stdout, code }).toEqual({ stdout: '[]\n', code: 2 });
    expect(stderr).toMatch(/^nianbao: -: Word /);
  });

  it('goes through fix as it came', async () => {
    // Standard output is compared as text here.
    const rtf = '{\\rtf1 report}';
    const { stdout, code } = await nianbao(['fix', '-'], { input: rtf });
    expect({ stdout, code }).toEqual({ stdout: rtf, code: 2 });
  });
});

it('review says what it cannot read', async () => {
  const cwd = folderWith({ 'a.pdf': pdf });
  const { stderr, code } = await nianbao(['review', 'a.pdf', '-o', '-'], { cwd });
  expect(stderr).toContain('PDF');
  expect(code).toBe(2);
});
