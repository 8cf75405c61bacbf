import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nianbao, temporaryFolder } from './cli.ts';

const lacksSection = 'samples/004-市外事办-2019.txt';
const sound = 'samples/001-办公厅-2019.txt';

interface Element {
  readonly file: string;
  readonly year: number | null;
  readonly format: string | null;
  readonly findings: readonly { readonly code: string; readonly fixes: readonly unknown[] }[];
}

async function checkJson(...parameters: Parameters<typeof nianbao>): Promise<readonly Element[]> {
  const [args, surroundings] = parameters;
  const { stdout } = await nianbao(['check', '--format', 'json', ...args], surroundings);
  return JSON.parse(stdout);
}

function codes(element: Element | undefined): readonly string[] | undefined {
  return element?.findings.map(({ code }) => code);
}

describe('exit code', () => {
  it.each([
    { code: 0, args: ['check', sound], why: 'without errors' },
    { code: 0, args: ['check', 'samples/README.md'], why: 'for a document that is no report' },
    { code: 0, args: ['--help'], why: 'for help' },
    { code: 0, args: ['check', '--help'], why: 'for help on a command' },
    { code: 0, args: ['--version'], why: 'for the version' },
    { code: 1, args: ['check', lacksSection], why: 'for an error' },
    { code: 1, args: ['check', '--format', 'jsonl', lacksSection], why: 'for an error, as data' },
    { code: 2, args: [], why: 'without a command' },
    { code: 2, args: ['mend'], why: 'for an unknown command' },
    { code: 2, args: ['check'], why: 'without a path' },
    { code: 2, args: ['check', '--format', 'xml', sound], why: 'for an unknown format' },
    { code: 2, args: ['check', '--strict', sound], why: 'for an unknown option' },
  ])('is $code $why', async ({ code, args }) => {
    expect((await nianbao(args)).code).toBe(code);
  });

  it('is 1 for a report with a table that cannot be read, which is told', async () => {
    const heading = '四、政府信息公开行政复议、行政诉讼情况';
    const text = readFileSync(sound, 'utf8');
    const [from, to] = [text.indexOf(heading) + heading.length, text.indexOf('五、', text.indexOf(heading))];
    const file = join(temporaryFolder(), '报告.txt');
    writeFileSync(file, `${text.slice(0, from)}\n1\n0 0 2\n13\n${text.slice(to)}`);
    const { code, stdout } = await nianbao(['check', '--format', 'jsonl', file]);
    expect(code).toBe(1);
    expect(codes(JSON.parse(stdout))).toContain('table-unread');
  });

  it('is 2 for a file that cannot be read; the others are checked', async () => {
    const { code, stdout, stderr } = await nianbao(['check', '--format', 'jsonl', 'missing.txt', lacksSection]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^nianbao: missing\.txt: .+\n$/);
    const lines = stdout.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line).file)).toEqual([lacksSection]);
  });
});

describe('json', () => {
  it('has the keys of the contract', async () => {
    const [element] = await checkJson([lacksSection]);
    expect(element).toMatchObject({ file: lacksSection, year: 2019, format: '2019' });
    const missing = element?.findings.find(({ code }) => code === 'section-missing');
    expect(missing).toEqual({
      code: 'section-missing',
      severity: 'error',
      message: expect.stringContaining('六、其他需要报告的事项'),
      range: {
        start: { line: expect.any(Number), character: expect.any(Number) },
        end: { line: expect.any(Number), character: expect.any(Number) },
      },
      relations: [],
      fixes: [{ title: expect.any(String), preferred: true }],
      fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
    });
  });

  it('names the suspect of a broken balance', async () => {
    const cell = '(一) 予以公开\t41';
    const text = readFileSync(sound, 'utf8');
    expect(text).toContain(cell);
    const [element] = await checkJson(['-'], { input: text.replace(cell, '(一) 予以公开\t40') });
    const line = text.slice(0, text.indexOf(cell)).split('\n').length - 1;
    expect(element?.findings.filter(({ code }) => code === 'applications-unbalanced')).toEqual([
      {
        code: 'applications-unbalanced',
        severity: 'error',
        message: expect.stringContaining('40'),
        range: { start: { line, character: expect.any(Number) }, end: { line, character: expect.any(Number) } },
        relations: expect.arrayContaining(['applications.row.granted', 'applications.result.natural']),
        suspect: { table: 'applications', row: 'granted', column: 'natural', value: 40, expected: 41 },
        fixes: expect.arrayContaining([{ title: expect.any(String), preferred: true }]),
        fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
      },
    ]);
  });

  it('has an element for what is no report', async () => {
    expect(await checkJson(['samples/README.md'])).toEqual([
      { file: 'samples/README.md', year: null, format: null, findings: [], verified: [] },
    ]);
  });

  it('is an empty array for an empty folder', async () => {
    expect(await checkJson([temporaryFolder()])).toEqual([]);
  });
});

describe('text', () => {
  it('shows each place, its line and a summary, without colour in a pipe', async () => {
    const { stdout } = await nianbao(['check', lacksSection, 'samples/README.md'], { env: { CI: '1' } });
    expect(stdout).not.toContain('\x1b');
    expect(stdout).toMatch(/004-市外事办-2019\.txt:\d+:\d+ 错误 缺少“六、其他需要报告的事项”.* section-missing\n/);
    expect(stdout).toMatch(/\n {2,4}\d+ \| .+\n {6}\| +\^+\n/);
    expect(stdout).toMatch(/检查了 1 份报告，1 处错误，.*；未识别为年度报告的 1 个文件。\n$/);
  });

  it('is coloured on demand only', async () => {
    expect((await nianbao(['check', lacksSection], { env: { FORCE_COLOR: '1' } })).stdout).toContain('\x1b[');
    const both = await nianbao(['check', lacksSection], { env: { FORCE_COLOR: '1', NO_COLOR: '1' } });
    expect(both.stdout).not.toContain('\x1b');
  });

  it('ends quietly when nobody reads on', async () => {
    const child = spawn(process.execPath, ['dist/cli.js', 'check', ...Array.from({ length: 50 }, () => 'samples')]);
    child.stdout.destroy();
    let complaint = '';
    child.stderr.on('data', (data) => {
      complaint += data;
    });
    await once(child, 'close');
    expect(complaint).toBe('');
  });
});

describe('files', () => {
  it('come from folders in the order of their names, hidden ones and other endings left out', async () => {
    const folder = temporaryFolder();
    for (const name of ['b', 'a/deep', '.hidden', 'node_modules/x']) mkdirSync(join(folder, name), { recursive: true });
    const wanted = ['a/2.md', 'a/deep/1.markdown', 'b/1.html', 'c.htm', 'd.TXT', 'f.docx', 'h.Pdf'];
    const unwanted = ['.e.txt', '.hidden/1.txt', 'node_modules/x/1.md', '~$f.docx', 'b/g.json', 'i.xlsx'];
    for (const name of [...wanted, ...unwanted]) writeFileSync(join(folder, name), '不是年报');
    const found = await checkJson(['.'], { cwd: folder });
    expect(found.map(({ file }) => file)).toEqual(wanted);
  });

  it('are read whatever their ending when they are named, and once', async () => {
    const folder = temporaryFolder();
    copyFileSync(sound, join(folder, 'draft.bak'));
    const found = await checkJson(['draft.bak', './draft.bak', '.'], { cwd: folder });
    expect(found.map(({ file, year }) => [file, year])).toEqual([['draft.bak', 2019]]);
  });

  it('are found behind links, which may lead in circles or nowhere', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'a'));
    copyFileSync(sound, join(folder, 'a', 'draft.txt'));
    symlinkSync('..', join(folder, 'a', 'up'));
    symlinkSync('a', join(folder, 'b'));
    symlinkSync('nowhere', join(folder, 'gone.txt'));
    symlinkSync('nowhere', join(folder, 'gone'));
    const { stdout, stderr, code } = await nianbao(['check', '--format', 'json', '.'], { cwd: folder });
    expect(JSON.parse(stdout).map(({ file }: Element) => file)).toEqual(['a/draft.txt']);
    expect(stderr).toMatch(/^nianbao: gone\.txt: .+\n$/);
    expect(code).toBe(2);
  });

  it('may be standard input', async () => {
    const [element] = await checkJson(['-'], { input: readFileSync(lacksSection) });
    expect(element?.file).toBe('-');
    expect(codes(element)).toContain('section-missing');
  });
});

describe('encodings', () => {
  const expected = checkJson([sound]);

  /** The sample in UTF-16, with its byte order mark. */
  function utf16(order: 'little' | 'big'): Buffer {
    const bytes = Buffer.from(`\ufeff${readFileSync(sound, 'utf8')}`, 'utf16le');
    return order === 'little' ? bytes : bytes.swap16();
  }

  /** The sample in GB18030: Node only decodes it, so its table is made from what it decodes. */
  function gb18030(): Buffer {
    const decoder = new TextDecoder('gb18030');
    const table = new Map<string, readonly number[]>();
    for (let code = 0; code < 0x80; code++) table.set(String.fromCharCode(code), [code]);
    for (let lead = 0x81; lead < 0xff; lead++) {
      for (let trail = 0x40; trail < 0xff; trail++)
        table.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
    }
    return Buffer.from([...readFileSync(sound, 'utf8')].flatMap((char) => table.get(char) ?? [0x3f]));
  }

  it.each([
    { encoding: 'GB18030', bytes: gb18030 },
    { encoding: 'UTF-8 with a byte order mark', bytes: () => Buffer.from(`\ufeff${readFileSync(sound, 'utf8')}`) },
    { encoding: 'UTF-16, little end first', bytes: () => utf16('little') },
    { encoding: 'UTF-16, big end first', bytes: () => utf16('big') },
    { encoding: 'UTF-8 that was cut off', bytes: () => Buffer.concat([readFileSync(sound), Buffer.from([0xe6])]) },
  ])('$encoding', async ({ bytes }) => {
    const [element] = await checkJson(['-'], { input: bytes() });
    // One character more is another last line, to which what is found at the end refers.
    expect(codes(element)).toEqual(codes((await expected)[0]));
  });
});
