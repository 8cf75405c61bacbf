import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rightReport } from '../support/rightReports.ts';
import { nianbao, temporaryFolder } from './cli.ts';

describe('new', () => {
  it.each(['report.md', 'report.txt'])(
    'writes a draft that is complete but for what is to be filled in: %s',
    async (name) => {
      const file = join(temporaryFolder(), name);
      const made = await nianbao([
        'new',
        '--year',
        '2025',
        '--body',
        '云川市水务局',
        '--kind',
        'department',
        '-o',
        file,
      ]);
      expect([made.code, made.stderr]).toEqual([0, '']);
      expect(readFileSync(file, 'utf8')).toContain('云川市水务局2025年政府信息公开工作年度报告');
      const checked = await nianbao(['check', '--format', 'jsonl', file]);
      const codes = new Set(JSON.parse(checked.stdout).findings.map(({ code }: { code: string }) => code));
      expect([...codes].sort()).toEqual(['cell-blank', 'placeholder']);
    },
  );

  it('asks a government for its results', async () => {
    const { stdout } = await nianbao(['new', '-y', '2025', '-b', '青澜县人民政府', '-k', 'government', '-o', '-']);
    expect(stdout).toContain('责任追究');
  });

  it('leaves a file that is there alone', async () => {
    const file = join(temporaryFolder(), 'report.md');
    writeFileSync(file, '已有内容');
    const { code, stderr } = await nianbao(['new', '-y', '2025', '-o', file]);
    expect([code, readFileSync(file, 'utf8')]).toEqual([2, '已有内容']);
    expect(stderr).toContain('文件已存在');
  });

  it.each([['1999'], ['abc'], ['20.5']])('refuses the year %s', async (year) => {
    expect((await nianbao(['new', '-y', year, '-o', '-'])).code).toBe(2);
  });

  it.each(['new.md', 'new.txt'])('takes last year’s report as its base: %s', async (name) => {
    const folder = temporaryFolder();
    const base = join(folder, 'last.md');
    writeFileSync(base, rightReport('department', 'markdown'));
    const file = join(folder, name);
    const made = await nianbao(['new', '--last-year', base, '-o', file]);
    expect([made.code, made.stderr]).toEqual([0, '']);
    expect(readFileSync(file, 'utf8')).toContain('云川市水务局2026年政府信息公开工作年度报告');
    const checked = await nianbao(['check', '--format', 'jsonl', file]);
    const codes = new Set(JSON.parse(checked.stdout).findings.map(({ code }: { code: string }) => code));
    expect([...codes].sort()).toEqual(['cell-blank', 'placeholder', 'total-blank']);
    expect(readFileSync(base, 'utf8')).toBe(rightReport('department', 'markdown'));
  });

  it('refuses a base that is not of an earlier year, is no report, or is not there', async () => {
    const folder = temporaryFolder();
    const base = join(folder, 'last.md');
    writeFileSync(base, rightReport('department', 'markdown'));
    const other = join(folder, 'other.md');
    writeFileSync(other, '会议纪要');
    const made = [
      ['--last-year', base, '-y', '2025'],
      ['--last-year', other],
      ['--last-year', join(folder, 'none.md')],
      [],
    ];
    for (const options of made) {
      const { code, stdout, stderr } = await nianbao(['new', ...options, '-o', '-']);
      expect([code, stdout, stderr !== '']).toEqual([2, '', true]);
    }
  });
});
