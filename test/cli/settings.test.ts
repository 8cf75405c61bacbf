import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nianbao, temporaryFolder } from './cli.ts';

const lacksSection = readFileSync('samples/004-市外事办-2019.txt', 'utf8');

interface Finding {
  readonly code: string;
  readonly severity: string;
  readonly fingerprint: string;
}

/** A folder with the draft in it and in a folder inside, and configurations by path. */
function folderWith(configs: Readonly<Record<string, unknown>>): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, '内'));
  for (const name of ['a.txt', '内/b.txt']) writeFileSync(join(folder, name), lacksSection);
  for (const [path, value] of Object.entries(configs)) {
    writeFileSync(join(folder, path), typeof value === 'string' ? value : JSON.stringify(value));
  }
  return folder;
}

async function check(args: readonly string[], cwd: string, input?: string) {
  const run = await nianbao(['check', '--format', 'json', ...args], { cwd, ...(input !== undefined && { input }) });
  const elements: readonly { readonly file: string; readonly findings: readonly Finding[] }[] =
    run.stdout === '' ? [] : JSON.parse(run.stdout);
  /** Severity of the missing section, by file. */
  const missing = elements.map(({ file, findings }) => [
    file,
    findings.find(({ code }) => code === 'section-missing')?.severity,
  ]);
  return { ...run, elements, missing: Object.fromEntries(missing) };
}

describe('--rule', () => {
  it('sets levels and with them the exit code', async () => {
    const folder = folderWith({});
    expect(await check(['a.txt'], folder)).toMatchObject({ code: 1, missing: { 'a.txt': 'error' } });
    const args = ['--rule', 'section-missing=hint', '--rule', 'cell-blank=off', 'a.txt'];
    const { code, missing, elements } = await check(args, folder);
    expect({ code, missing }).toEqual({ code: 0, missing: { 'a.txt': 'hint' } });
    expect(elements[0]?.findings.map((finding) => finding.code)).not.toContain('cell-blank');
  });

  it.each(['section-mising=off', 'section-missing=no', 'section-missing', 'section-missing=off=off', ''])(
    'may not be “%s”',
    async (rule) => {
      const { code, stdout, stderr } = await check(['--rule', rule, 'a.txt'], folderWith({}));
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain('--rule');
    },
  );
});

describe('nianbao.config.json', () => {
  const name = 'nianbao.config.json';
  const at = (level: string) => ({ rules: { 'section-missing': level } });

  it('holds in its folder and those inside, the nearest most, the command line more', async () => {
    const folder = folderWith({ [name]: at('warning'), [`内/${name}`]: at('hint') });
    expect((await check(['.'], folder)).missing).toEqual({ 'a.txt': 'warning', '内/b.txt': 'hint' });
    expect((await check(['b.txt'], join(folder, '内'))).missing).toEqual({ 'b.txt': 'hint' });
    expect((await check(['-'], folder, lacksSection)).missing).toEqual({ '-': 'warning' });
    expect((await check(['--rule', 'section-missing=error', '.'], folder)).missing).toEqual({
      'a.txt': 'error',
      '内/b.txt': 'error',
    });
  });

  it('leaves files out, and has other levels for some', async () => {
    const config = { exclude: ['内'], overrides: [{ files: ['a.*'], ...at('information') }] };
    const { missing, code } = await check(['.'], folderWith({ [name]: config }));
    expect({ missing, code }).toEqual({ missing: { 'a.txt': 'information', '内/b.txt': undefined }, code: 0 });
  });

  it('ignores a finding by the fingerprint that was printed', async () => {
    const plain = await check(['a.txt'], folderWith({}));
    const found = plain.elements[0]?.findings.find(({ code }) => code === 'section-missing');
    const entry = { file: 'a.txt', code: 'section-missing', fingerprint: found?.fingerprint };
    const { missing, code } = await check(['.'], folderWith({ [name]: { ignore: [entry] } }));
    expect({ missing, code }).toEqual({ missing: { 'a.txt': undefined, '内/b.txt': 'error' }, code: 1 });
  });

  it('has its faults named once, with their place; the rest of it holds', async () => {
    const text = '{\n  "rules": { "section-missing": "hint", "perod": "off" }\n}';
    const { missing, stderr, code } = await check(['.'], folderWith({ [name]: text }));
    expect(missing).toEqual({ 'a.txt': 'hint', '内/b.txt': 'hint' });
    expect(stderr).toBe(`nianbao: ${name}:2:41: 没有“perod”这个检查项代码\n`);
    expect(code).toBe(0);
  });

  it('that is no JSON is named, the drafts are checked', async () => {
    const { missing, stderr, code } = await check(['.'], folderWith({ [name]: '说明' }));
    expect(missing).toEqual({ 'a.txt': 'error', '内/b.txt': 'error' });
    expect(stderr).toContain(`nianbao: ${name}:1:1: 不是合法的 JSON\n`);
    expect(code).toBe(2);
  });

  it('keeps what is off from being fixed', async () => {
    const fixes = async (config: unknown) =>
      (await nianbao(['fix', '--diff', 'a.txt'], { cwd: folderWith({ [name]: config }) })).stdout;
    expect(await fixes({})).toContain('a.txt');
    expect(await fixes({ exclude: ['a.txt'] })).toBe('');
  });
});
