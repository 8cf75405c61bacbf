import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { endings, forms } from '../../server/src/output/forms.ts';
import { reportIn } from '../support/check.ts';
import { dataOf } from '../support/realReports.ts';
import { nianbao, temporaryFolder } from './cli.ts';

const sample = 'samples/003-区政府办-2020.txt';
const data = dataOf(reportIn(readFileSync(sample, 'utf8'), 'plaintext'));

/** A folder with a copy of the sample. */
function folderWithSample() {
  const folder = temporaryFolder();
  const file = join(folder, '年报.txt');
  cpSync(sample, file);
  return { folder, file };
}

describe('convert', () => {
  // The draft itself is in the form that is left out.
  it.each(forms.filter((form) => form !== 'text'))('writes %s beside the draft', async (form) => {
    const { folder, file } = folderWithSample();
    const name = `年报.${endings[form]}`;
    const { stdout, stderr, code } = await nianbao(['convert', '--to', form, file]);
    expect({ stdout, stderr, code }).toEqual({ stdout: `${file} → ${join(folder, name)}\n`, stderr: '', code: 0 });
    expect(readFileSync(file)).toEqual(readFileSync(sample));
    const back = await nianbao(['convert', '--to', 'text', join(folder, name), '-o', '-']);
    expect(back.code).toBe(0);
    expect(dataOf(reportIn(back.stdout, 'plaintext'))).toEqual(data);
  });

  it('writes to the file or the output that is named', async () => {
    const { folder, file } = folderWithSample();
    const out = join(folder, 'out.markdown');
    expect((await nianbao(['convert', '--to', 'markdown', file, '-o', out])).code).toBe(0);
    const { stdout } = await nianbao(['convert', '-t', 'markdown', file, '--output', '-']);
    expect(stdout).toBe(readFileSync(out, 'utf8'));
    expect(dataOf(reportIn(stdout, 'markdown'))).toEqual(data);
  });

  it('turns standard input into standard output', async () => {
    const { stdout, code } = await nianbao(['convert', '--to', 'html', '-'], { input: readFileSync(sample) });
    expect(code).toBe(0);
    expect(dataOf(reportIn(stdout, 'html'))).toEqual(data);
  });

  it('overwrites a file only when told to', async () => {
    const { folder, file } = folderWithSample();
    const out = join(folder, '年报.md');
    writeFileSync(out, '别的文件');
    const refused = await nianbao(['convert', '--to', 'markdown', file]);
    expect(refused).toMatchObject({ stdout: '', code: 2, stderr: expect.stringContaining('--force') });
    expect(readFileSync(out, 'utf8')).toBe('别的文件');
    expect((await nianbao(['convert', '--to', 'markdown', file, '--force'])).code).toBe(0);
    expect(dataOf(reportIn(readFileSync(out, 'utf8'), 'markdown'))).toEqual(data);
  });

  it('does not take the draft itself for its output', async () => {
    const { file } = folderWithSample();
    expect((await nianbao(['convert', '--to', 'text', file])).code).toBe(2);
    expect(readFileSync(file)).toEqual(readFileSync(sample));
  });

  it('tells what it could not carry over', async () => {
    const { folder, file } = folderWithSample();
    writeFileSync(file, `${readFileSync(sample, 'utf8')}\n<!-- 核对人 -->\n\n- 12 -\n`);
    const { stderr, code } = await nianbao(['convert', '--to', 'html', file, '-o', join(folder, 'a.html')]);
    expect(code).toBe(0);
    expect(stderr).toBe(`nianbao: ${file}: 没有转出页码1处：- 12 -。\nnianbao: ${file}: 没有转出注释1处。\n`);
  });

  it('says how to save an old Word file anew', async () => {
    const folder = temporaryFolder();
    const file = join(folder, '旧稿.doc');
    writeFileSync(file, Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1024)]));
    const { stderr, code } = await nianbao(['convert', '--to', 'markdown', file]);
    expect(code).toBe(2);
    expect(stderr).toContain('另存为');
    expect(existsSync(join(folder, '旧稿.md'))).toBe(false);
  });

  it('converts several files and names those that it cannot', async () => {
    const { folder, file } = folderWithSample();
    const other = join(folder, '通知.txt');
    writeFileSync(other, '关于放假的通知\n\n各单位：现将放假安排通知如下。\n');
    const { stdout, stderr, code } = await nianbao(['convert', '--to', 'html', folder, join(folder, 'missing.txt')]);
    expect(code).toBe(2);
    expect(stdout).toContain(file);
    expect(stderr).toContain(`${other}: 不是政府信息公开工作年度报告`);
    expect(stderr).toContain('missing.txt');
    expect(existsSync(join(folder, '通知.html'))).toBe(false);
  });

  it('writes one file only where one is named', async () => {
    const { folder, file } = folderWithSample();
    const second = join(folder, '又一份.txt');
    cpSync(sample, second);
    const out = join(folder, 'out.md');
    const { stderr, code } = await nianbao(['convert', '--to', 'markdown', file, second, '-o', out]);
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(second) });
    expect(dataOf(reportIn(readFileSync(out, 'utf8'), 'markdown'))).toEqual(data);
  });

  it('refuses what it cannot write', async () => {
    const { folder, file } = folderWithSample();
    mkdirSync(join(folder, 'a.md'));
    for (const args of [
      ['--to', 'docx', file, '-o', '-'],
      ['--to', 'docx', '-'],
      ['--to', 'pdf', file],
      [file],
      ['--to', 'markdown', file, '-o', join(folder, 'missing', 'a.md')],
      ['--to', 'markdown', file, '-o', join(folder, 'a.md'), '--force'],
    ]) {
      const { stdout, stderr, code } = await nianbao(['convert', ...args], { input: readFileSync(sample) });
      expect({ stdout, code }).toEqual({ stdout: '', code: 2 });
      expect(stderr).not.toBe('');
      expect(stderr).not.toContain('internal error');
    }
  });
});
