import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import l10n from '../l10n/bundle.l10n.zh-cn.json';
import manifest from '../package.json';
import english from '../package.nls.json';
import chinese from '../package.nls.zh-cn.json';

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
