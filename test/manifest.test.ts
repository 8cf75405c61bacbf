import { existsSync, readdirSync, readFileSync } from 'node:fs';
import picomatch from 'picomatch';
import { describe, expect, it } from 'vitest';
import l10n from '../l10n/bundle.l10n.zh-cn.json';
import manifest from '../package.json';
import english from '../package.nls.json';
import chinese from '../package.nls.zh-cn.json';
import { scopes } from '../server/src/generate/grammar.ts';
import { tokenTypes } from '../server/src/lsp/structure.ts';
import { rightReport } from './support/rightReports.ts';

function matches(text: string, pattern: RegExp): readonly string[] {
  return [...new Set([...text.matchAll(pattern)].map(([, key = '']) => key))].sort();
}

it('has every text of the manifest in English and in Chinese', () => {
  const used = matches(JSON.stringify(manifest), /"%([^%"]+)%"/g);
  expect(Object.keys(english).sort()).toEqual(used);
  expect(Object.keys(chinese).sort()).toEqual(used);
});

it('has every text of the client in Chinese', () => {
  const sources = readdirSync('client/src', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(`client/src/${name}`, 'utf8'));
  expect(Object.keys(l10n).sort()).toEqual(matches(sources.join('\n'), /l10n\.t\(\s*'([^']+)'/g));
});

it('needs nothing but its own bundles, and has a face', () => {
  // What is installed with an extension or a command has been bundled: a dependency would be brought a second time.
  expect(manifest).not.toHaveProperty('dependencies');
  expect(existsSync(manifest.icon)).toBe(true);
  const kept = readFileSync('.vscodeignore', 'utf8');
  expect(kept).toContain(`!${manifest.icon}`);
  expect(kept).toContain(`!${manifest.main.replace('./', '')}`);
  expect(readFileSync('.npmignore', 'utf8')).toContain(`!${manifest.bin.nianbao}`);
});

it('names only files that are there', () => {
  const named = matches(JSON.stringify(manifest.contributes), /"(?:path|configuration)":"([^"]+)"/g);
  expect(named.length).toBeGreaterThan(4);
  expect(named.filter((path) => !existsSync(path))).toEqual([]);
});

it('has every kind of semantic token, in the colours of the grammars', () => {
  const { semanticTokenTypes, semanticTokenScopes } = manifest.contributes;
  expect(semanticTokenTypes.map(({ id }) => id)).toEqual(tokenTypes);
  const given = Object.entries(Object.assign({}, ...semanticTokenScopes.map((each) => each.scopes)));
  const { heading, label, value, total, placeholder } = scopes;
  expect(given.map(([, names]) => names)).toEqual([[heading], [label], [value], [total], [placeholder]]);
  expect(given.map(([id]) => id)).toEqual(tokenTypes);
});

describe('the language of reports in plain text', () => {
  const language = manifest.contributes.languages.find(({ id }) => id === 'nianbao');
  if (language?.firstLine === undefined) throw new Error('not in the manifest');
  const firstLine = new RegExp(language.firstLine);

  it.each([
    ['河湾市林业局2025年政府信息公开工作年度报告.txt', true],
    ['2025年政府信息公开年报（送审稿）.txt', true],
    ['林业局年报.TXT', true],
    ['草稿.nianbao', true],
    ['2025年政府信息公开工作年度报告.md', false],
    ['年度工作总结.txt', false],
    ['说明.txt', false],
  ])('is told by the file name: %s', (name, expected) => {
    const patterns = [...(language.filenamePatterns ?? []), ...(language.extensions ?? []).map((end) => `*${end}`)];
    expect(picomatch.isMatch(name, patterns, { nocase: true })).toBe(expected);
  });

  it.each([
    [rightReport('department', 'plaintext'), true],
    ['　　青澜县教育局2020年政府信息公开年报（2020年度）\n', true],
    [rightReport('department', 'markdown'), false],
    ['关于印发2025年政府信息公开工作年度报告的通知\n', false],
    ['现公布2025年政府信息公开工作年度报告，请各单位对照检查。\n', false],
  ])('is told by the first line', (text, expected) => {
    expect(firstLine.test(text.split('\n')[0] ?? '')).toBe(expected);
  });

  it('closes the brackets and quotes of Chinese text', () => {
    const { brackets, autoClosingPairs, surroundingPairs } = JSON.parse(readFileSync(language.configuration, 'utf8'));
    const pairs = ['《》', '〈〉', '（）', '〔〕', '“”'];
    expect(brackets.map((pair: string[]) => pair.join(''))).toEqual(pairs);
    expect(surroundingPairs.map((pair: string[]) => pair.join(''))).toEqual(pairs);
    expect(autoClosingPairs.map(({ open, close }: { open: string; close: string }) => open + close)).toEqual(pairs);
  });

  it('is started for, has snippets and a grammar, and keeps the tabs of tables', () => {
    const { snippets, grammars, configurationDefaults } = manifest.contributes;
    expect(manifest.activationEvents).toContain('onLanguage:nianbao');
    expect(snippets.filter((each) => each.language === 'nianbao')).toHaveLength(1);
    expect(grammars.filter((each) => 'language' in each && each.language === 'nianbao')).toHaveLength(1);
    expect(configurationDefaults['[nianbao]']).toMatchObject({
      'editor.insertSpaces': false,
      'editor.detectIndentation': false,
    });
    expect(readFileSync('client/src/documents.ts', 'utf8')).toContain("'nianbao'");
  });
});
