import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyze } from '../server/src/analyze.ts';
import { generatedFiles, mergedFiles } from '../server/src/generate.ts';

const root = new URL('../', import.meta.url);

describe('generated files', () => {
  it.each([...generatedFiles()])('%s is up to date (npm run generate)', (path, content) => {
    expect(readFileSync(new URL(path, root), 'utf8')).toBe(content);
  });

  it.each([...mergedFiles])('the parts of %s that are made of the rules are up to date', (path, merge) => {
    const content = readFileSync(new URL(path, root), 'utf8');
    expect(merge(content)).toBe(content);
  });
});

describe.each(['markdown', 'plaintext'] as const)('the blank tables for %s', (language) => {
  const file = generatedFiles().get(`snippets/${language}.code-snippets`) ?? '{}';
  const snippets: Record<string, { prefix: string[]; body: string[] }> = JSON.parse(file);
  /** A snippet's text as it stands when nothing has been typed into its stops. */
  const inserted = (name: string): string =>
    (snippets[name]?.body ?? [])
      .join('\n')
      .replace(/\$\{\d+:0\}/g, '0')
      .replace(/\$0/g, '')
      .replace(/\\([\\$}])/g, '$1');

  it.each([
    ['2019', 2020],
    ['2021', 2025],
  ])('make a report of format %s without findings', (format, year) => {
    const table = (name: string): string =>
      inserted(snippets[`${name}（${format}）`] === undefined ? `${name}（2019）` : `${name}（${format}）`);
    const text = `某市某局${year}年政府信息公开工作年度报告\n\n一、总体情况\n\n正文。\n\n二、主动公开政府信息情况\n\n${table('表二')}\n\n三、收到和处理政府信息公开申请情况\n\n${table('表三')}\n\n四、政府信息公开行政复议、行政诉讼情况\n\n${table('表四')}\n\n五、存在的主要问题及改进情况\n\n正文。\n\n六、其他需要报告的事项\n\n无。\n`;
    const analysis = analyze(text, language);
    if (analysis.kind === 'other') throw new Error('not taken for a report');
    expect(analysis.report.format).toBe(format);
    expect(analysis.findings.map((finding) => finding.message)).toEqual([]);
  });

  it('are found by what typists type', () => {
    const prefixes = Object.values(snippets).flatMap((snippet) => snippet.prefix);
    expect(prefixes).toEqual(expect.arrayContaining(['表三', 'biao3', 'table3', '表三2019', '表四', '表二']));
    expect(new Set(prefixes).size).toBe(prefixes.length);
  });
});
