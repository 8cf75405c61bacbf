import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatOfYear } from '../../server/src/format/formats.ts';
import { generatedFiles, mergedFiles } from '../../server/src/generate/index.ts';
import { newReportText } from '../../server/src/writing/newReport.ts';
import { standardTable } from '../../server/src/writing/write.ts';
import { analyzed } from '../support/check.ts';

const root = new URL('../../', import.meta.url);

describe('generated files', () => {
  it.each([...generatedFiles()])('%s is up to date (npm run generate)', (path, content) => {
    expect(readFileSync(new URL(path, root), 'utf8')).toBe(content);
  });

  it.each([...mergedFiles])('the generated parts of %s are up to date', (path, merge) => {
    const read = (name: string): string => readFileSync(new URL(name, root), 'utf8');
    expect(merge(read(path), read)).toBe(read(path));
  });
});

interface Snippet {
  readonly prefix: readonly string[];
  readonly body: readonly string[];
  readonly description: string;
}

/** What of a line the editor takes for its indentation: tabs, also behind what is still empty. */
const INDENTATION = /^(?:\t|\$\d+|\$\{TM_[^}]*\})+/;

/**
 * A snippet's text as an editor that indents with spaces inserts it: tabs at the start of a line become spaces, then
 * variables and stops are filled in.
 * @param typed what is typed over a preset; unless given it stays
 */
function inserted(snippet: Snippet | undefined, typed: Readonly<Record<string, string>> = {}): string {
  const body = (snippet?.body ?? [])
    .map((line) =>
      line.replace(INDENTATION, (start) =>
        start.replace(/(\$\{TM_[^}]*\})|\t/g, (_, variable: string | undefined) => variable ?? '    '),
      ),
    )
    .join('\n');
  const presets = new Map(
    [...body.matchAll(/\$\{(\d+):([^}]*)\}/g)].map(([, stop = '', preset = '']) => [stop, preset]),
  );
  return body
    .replace(/\$\{TM_LINE_NUMBER\/\.\*\/(\t+)\/\}/g, '$1')
    .replace(/\$\{(\d+)(?::[^}]*)?\}|\$(\d+)/g, (_, stop: string | undefined, plain: string | undefined) => {
      const preset = presets.get(stop ?? plain ?? '') ?? '';
      return typed[preset] ?? preset;
    })
    .replace(/\\([\\$}])/g, '$1');
}

describe.each(['markdown', 'plaintext'] as const)('the snippets for %s', (language) => {
  const file = generatedFiles().get(`snippets/${language}.code-snippets`) ?? '{}';
  const snippets: Readonly<Record<string, Snippet>> = JSON.parse(file);
  const all = Object.entries(snippets);
  const codesOf = (text: string): string[] => [...new Set(analyzed(text, language).findings.map(({ code }) => code))];

  it.each([2020, 2025])('have blank tables with which nothing is wrong in a report of %i', (year) => {
    let text = newReportText({ body: '云川市水务局', kind: 'department', year, language });
    const format = formatOfYear(year);
    for (const table of format.tables) {
      const blank = standardTable(table, language, () => '');
      expect(text).toContain(blank);
      const snippet = snippets[`${table.name}（${format.id}）`] ?? snippets[`${table.name}（2019）`];
      text = text.replace(blank, () => inserted(snippet).replace(/\n$/, ''));
    }
    expect(analyzed(text, language).report.format).toBe(format.id);
    expect(codesOf(text)).toEqual(['placeholder']);
  });

  it('make a whole report of sections and sentences, with nothing but places to fill in', () => {
    const parts = ['引用', '统计期限', '第一部分', '第二部分', '第三部分', '第四部分', '第五部分', '第六部分', '落款'];
    const typed = { '（请填写机关名称）': '云川市水务局', '（请填写年份）': '2025' };
    const title = `${language === 'markdown' ? '# ' : ''}云川市水务局2025年政府信息公开工作年度报告`;
    const text = [title, ...parts.map((name) => inserted(snippets[name], typed))].join('\n\n');
    expect(codesOf(text)).toEqual(['placeholder']);
    const { report } = analyzed(text, language);
    expect([report.sections.length, Object.keys(report.tables).length, report.year]).toEqual([6, 3, 2025]);
  });

  it.each([
    ['年报', '云川市水务局'],
    ['政府年报', '青澜县人民政府'],
  ])('have the whole report, %s, whose body and year are typed once', (name, body) => {
    const typed = { '（请填写机关名称）': body, '（请填写年份）': '2025' };
    const kind = name === '年报' ? 'department' : 'government';
    expect(inserted(snippets[name], typed)).toBe(newReportText({ body, kind, year: 2025, language }));
    expect(codesOf(inserted(snippets[name]))).toEqual(expect.arrayContaining(['placeholder', 'cell-blank']));
  });

  it('ask the sections of a government for the results that only governments state', () => {
    expect(inserted(snippets.政府第一部分)).toContain('责任追究结果');
    expect(inserted(snippets.第一部分)).not.toContain('责任追究结果');
  });

  it('have citations that are right', () => {
    const cited = ['引用条例', '引用通知', '引用通知2019', '引用收费办法'].map((name) => inserted(snippets[name]));
    const text = newReportText({ body: '云川市水务局', kind: 'department', year: 2025, language });
    expect(text).toContain(cited[0]);
    expect(text).toContain(cited[1]);
    expect(cited.join()).toMatch(/国务院令第711号.*2021〕30号.*2019〕60号.*国办函〔2020〕109号/);
    expect(cited.join()).not.toMatch(/\$|\n/);
  });

  it.each(all)('%s: Tab goes through the stops in the order of the text', (_, { body }) => {
    const stops = [...body.join('\n').matchAll(/\$(?:\{(\d+)[:}]|(\d+))/g)].map(([, a, b]) => Number(a ?? b));
    const first = [...new Set(stops)];
    expect(first).toEqual([...first.slice(0, -1).map((_, i) => i + 1), 0]);
  });

  it.each(all.filter(([name]) => /^(?:表|第[二三四])/.test(name)))('%s: every cell has 0 in it', (_, { body }) => {
    const stops = body.join('\n').match(/\$\{\d+[:}]/g) ?? [];
    expect(body.join('\n').match(/\$\{\d+:0\}/g)).toHaveLength(stops.length);
  });

  it('are found by what typists type', () => {
    const prefixes = all.flatMap(([, { prefix }]) => prefix);
    const tables = ['表三', 'biao3', 'table3', '表三2019', '表四', '表二'];
    const sections = ['第一部分', 'bufen1', 'section1', '第六部分', 'bufen6', 'section6', '政府第一部分'];
    const reports = ['年报', 'nianbao', 'report'];
    const sentences = ['统计期限', 'tongji', 'period', '引用', 'yinyong', 'citation', '落款', 'luokuan', 'signature'];
    expect(prefixes).toEqual(expect.arrayContaining([...tables, ...sections, ...reports, ...sentences]));
    expect(new Set(prefixes).size).toBe(prefixes.length);
  });
});
