import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Who may import whom: each part of the code and what it may import besides itself. `docs/architecture.md` tells
 * why. Packages are named as in package.json; `node:` stands for Node's own modules.
 */
const allowed: Readonly<Record<string, readonly string[]>> = {
  'server/src/text': ['get-east-asian-width'],
  'server/src/format': ['server/src/text'],
  'server/src/report': ['server/src/text', 'server/src/format', 'htmlparser2', 'domhandler'],
  'server/src/render': ['server/src/text', 'server/src/format', 'server/src/report'],
  'server/src/convert': [
    'server/src/text',
    'server/src/format',
    'server/src/report',
    'server/src/render',
    'server/src/language.ts',
    'docx',
    'mammoth',
  ],
  'server/src/checks': ['server/src/text', 'server/src/format', 'server/src/report', 'server/src/render'],
  'server/src/features': [
    'server/src/text',
    'server/src/format',
    'server/src/report',
    'server/src/render',
    'server/src/checks',
  ],
  'server/src/preview': [
    'server/src/text',
    'server/src/format',
    'server/src/report',
    'server/src/render',
    'server/src/checks',
    'server/src/convert',
    'markdown-it',
    'markdown-it-cjk-friendly',
  ],
  'server/src/review': [
    'server/src/text',
    'server/src/format',
    'server/src/report',
    'server/src/render',
    'server/src/checks',
    'server/src/convert',
    'server/src/features',
    'server/src/verified.ts',
    'server/src/language.ts',
  ],
  'server/src/settings': ['server/src/text', 'server/src/report', 'server/src/checks', 'picomatch', 'jsonc-parser'],
  'server/src/analyze.ts': ['server/src/report', 'server/src/checks', 'server/src/settings'],
  'server/src/fix.ts': [
    'server/src/text',
    'server/src/report',
    'server/src/checks',
    'server/src/settings',
    'server/src/analyze.ts',
  ],
  'server/src/extract.ts': ['server/src/text', 'server/src/format', 'server/src/report'],
  'server/src/verified.ts': ['server/src/text', 'server/src/format', 'server/src/report'],
  'server/src/language.ts': ['server/src/report'],
  'server/src/decode.ts': [],
  'server/src/rulePages.ts': ['server/src/checks'],
  'server/src/generate': [
    'server/src/text',
    'server/src/format',
    'server/src/checks',
    'server/src/settings',
    'server/src/render',
    'server/src/rulePages.ts',
    'server/src/settingsSchema.ts',
  ],
  'server/src/settingsSchema.ts': ['server/src/checks', 'server/src/settings'],
  'server/src/lsp': [
    'server/src/text',
    'server/src/report',
    'server/src/checks',
    'server/src/settings',
    'server/src/analyze.ts',
    'server/src/fix.ts',
    'server/src/language.ts',
    'package.json',
    'vscode-languageserver',
    'vscode-languageserver-textdocument',
    'server/src/format',
    'server/src/render',
    'server/src/features',
    'server/src/preview',
    'server/src/review',
    'server/src/convert',
    'server/src/decode.ts',
  ],
  'server/src/cli': [
    'server/src/text',
    'server/src/format',
    'server/src/report',
    'server/src/convert',
    'server/src/checks',
    'server/src/settings',
    'server/src/analyze.ts',
    'server/src/extract.ts',
    'server/src/verified.ts',
    'server/src/decode.ts',
    'server/src/fix.ts',
    'server/src/language.ts',
    'package.json',
    'commander',
    'diff',
    'picocolors',
    'node:',
    'server/src/render',
    'server/src/review',
  ],
  // Of the server only types: what goes over the wire.
  'client/src': ['vscode', 'vscode-languageclient', 'server/src/features', 'server/src/preview', 'jsonc-parser'],
};

/** The few files that may import more than their folder. */
const exceptions: Readonly<Record<string, readonly string[]>> = {
  // Starts the language server for any editor.
  'server/src/cli/lsp.ts': ['server/src/lsp'],
  'server/src/lsp/node.ts': ['node:'],
};

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name).split(sep).join('/'));
}

function partOf(path: string): string | undefined {
  return Object.keys(allowed).find((part) => path === part || path.startsWith(`${part}/`));
}

/** What a file imports: parts of the code, packages, `node:`. */
function importsOf(file: string): { readonly from: string; readonly target: string }[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(/(?:from|import)(?:\s+|\s*\(\s*)'([^']+)'/g)].map(([, from = '']) => {
    if (from.startsWith('node:')) return { from, target: 'node:' };
    if (!from.startsWith('.'))
      return {
        from,
        target: from
          .split('/')
          .slice(0, from.startsWith('@') ? 2 : 1)
          .join('/'),
      };
    const path = relative(root, resolve(root, dirname(file), from))
      .split(sep)
      .join('/');
    return { from, target: partOf(path) ?? path };
  });
}

const files = [...sources('server/src'), ...sources('client/src')];

describe('architecture', () => {
  it.each(files)('%s imports only what its part may', (file) => {
    const part = partOf(file);
    if (part === undefined) throw new Error(`${file} belongs to no part of the architecture`);
    const may = [part, ...(allowed[part] ?? []), ...(exceptions[file] ?? [])];
    const wrong = importsOf(file).filter(({ target }) => !may.includes(target));
    expect(wrong).toEqual([]);
  });

  it('has no check that calls another check', () => {
    for (const file of sources('server/src/checks')) {
      if (file.endsWith('/index.ts')) continue;
      const inside = importsOf(file).filter(({ from }) => from.startsWith('./'));
      expect(inside.filter(({ from }) => from !== './check.ts')).toEqual([]);
    }
  });

  it('spells official labels in the format data only', () => {
    const labels = /本年新收政府信息公开申请|结转下年度继续办理|本机关不掌握相关|行政事业性收费|未经复议直接起诉/;
    const elsewhere = files.filter((file) => !file.startsWith('server/src/format/'));
    const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
    expect(elsewhere.filter((file) => labels.test(withoutComments(readFileSync(join(root, file), 'utf8'))))).toEqual(
      [],
    );
  });
});
