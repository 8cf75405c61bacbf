import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rightReport } from '../support/rightReports.ts';
import { fileIn } from '../support/zip.ts';
import { nianbao, temporaryFolder } from './cli.ts';

function draft(text = rightReport('department', 'markdown')): { file: string; folder: string } {
  const folder = temporaryFolder();
  const file = join(folder, 'report.md');
  writeFileSync(file, text);
  return { file, folder };
}

describe('review', () => {
  it('writes the review sheet of a report', async () => {
    const { file, folder } = draft();
    const sheet = join(folder, 'sheet.html');
    expect(await nianbao(['review', file, '-o', sheet])).toEqual({ stdout: '', stderr: '', code: 0 });
    const html = readFileSync(sheet, 'utf8');
    expect(html).toMatch(/^<!DOCTYPE html>/);
    expect(html).toContain('云川市水务局　2025年度');
    const printed = await nianbao(['review', '-', '-o', '-'], { input: readFileSync(file) });
    expect(printed).toEqual({ stdout: html, stderr: '', code: 0 });
  });

  it('writes a Word file where the name ends so', async () => {
    const { file, folder } = draft();
    const [sheet, again] = [join(folder, 'sheet.docx'), join(folder, 'again.DOCX')];
    expect(await nianbao(['review', file, '-o', sheet])).toEqual({ stdout: '', stderr: '', code: 0 });
    expect((await nianbao(['review', file, '-o', again])).code).toBe(0);
    expect(Buffer.compare(readFileSync(sheet), readFileSync(again))).toBe(0);
    expect(fileIn(readFileSync(sheet), 'word/document.xml')).toContain('云川市水务局　2025年度');
  });

  it('lists the findings that check prints, by the settings of the folder', async () => {
    const { file, folder } = draft(rightReport('department', 'markdown').replace('予以公开8件', '予以公开9件'));
    expect((await nianbao(['review', file, '-o', '-'])).stdout).toContain('<td>prose-mismatch</td>');
    writeFileSync(join(folder, 'nianbao.config.json'), '{ "rules": { "prose-mismatch": "off" } }');
    expect((await nianbao(['review', file, '-o', '-'])).stdout).not.toContain('prose-mismatch');
  });

  it('leaves a file that is there alone unless it is told otherwise', async () => {
    const { file, folder } = draft();
    const sheet = join(folder, 'sheet.html');
    writeFileSync(sheet, '已有内容');
    const { code, stderr } = await nianbao(['review', file, '-o', sheet]);
    expect([code, readFileSync(sheet, 'utf8')]).toEqual([2, '已有内容']);
    expect(stderr).toContain('文件已存在');
    expect((await nianbao(['review', file, '-o', sheet, '--force'])).code).toBe(0);
    expect(readFileSync(sheet, 'utf8')).toContain('年度报告核对表');
  });

  it('refuses what is no report, not there, or several', async () => {
    const { file, folder } = draft();
    const other = join(folder, 'notes.md');
    writeFileSync(other, '# 会议记录\n');
    for (const [path, reason] of [
      [other, 'no annual report'],
      [join(folder, 'missing.md'), 'no such file'],
      [folder, 'one report is wanted'],
    ] as const) {
      const { stdout, stderr, code } = await nianbao(['review', path, '-o', '-']);
      expect([stdout, code]).toEqual(['', 2]);
      expect(stderr).toContain(reason);
    }
    expect((await nianbao(['review', file])).code).toBe(2);
  });
});
