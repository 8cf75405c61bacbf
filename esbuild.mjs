/**
 * Builds what is shipped, and the editor tests where they are there: `node esbuild.mjs [--production] [--watch]`.
 * Development builds have source maps; production builds are minified, have none, begin with an empty `dist/`, and bring
 * the notices of the packages that are in them.
 */

import { chmodSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { context } from 'esbuild';
import { noticesOf } from './scripts/notices.mjs';

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  // The UMD builds of the vscode-* packages hide their `require` calls from the bundler.
  mainFields: ['module', 'main'],
  minify: production,
  sourcemap: !production,
  // What they say stands in dist/third-party-notices.txt.
  legalComments: 'none',
  // Chinese stays as it is, not three times as long in escapes.
  charset: 'utf8',
  metafile: production,
  logLevel: 'warning',
};

const editorTests = 'test/vscode/suite/index.ts';

/** @type {readonly import('esbuild').BuildOptions[]} */
const bundles = [
  { entryPoints: ['client/src/main.ts'], outfile: 'dist/client.js', external: ['vscode'] },
  {
    entryPoints: ['server/src/lsp/node.ts'],
    outfile: 'dist/server.js',
    plugins: [{ name: 'word-apart', setup: keepWordApart }],
  },
  {
    entryPoints: { preview: 'client/src/preview/page/main.ts' },
    outdir: 'dist/preview',
    platform: 'browser',
    format: 'iife',
    target: 'chrome132',
  },
  { entryPoints: { preview: 'client/src/preview/page/preview.css' }, outdir: 'dist/preview', target: 'chrome132' },
  { entryPoints: ['server/src/output/word/word.ts'], outfile: 'dist/word.js' },
  {
    entryPoints: ['server/src/cli/main.ts'],
    outfile: 'dist/cli.js',
    banner: { js: '#!/usr/bin/env node' },
    plugins: [
      { name: 'server-apart', setup: keepServerApart },
      { name: 'word-apart', setup: keepWordApart },
      { name: 'executable', setup: (build) => build.onEnd(() => makeExecutable('dist/cli.js')) },
    ],
  },
  ...(existsSync(editorTests) && !production
    ? [{ entryPoints: [editorTests], outfile: 'dist/test/vscode.js', external: ['vscode', 'mocha'] }]
    : []),
];

if (production) rmSync('dist', { recursive: true, force: true });
const contexts = await Promise.all(bundles.map((bundle) => context({ ...common, ...bundle })));
if (watch) {
  await Promise.all(contexts.map((each) => each.watch()));
  console.log('Watching; Ctrl-C ends it.');
} else {
  const results = await Promise.allSettled(contexts.map((each) => each.rebuild()));
  await Promise.all(contexts.map((each) => each.dispose()));
  // What failed has been printed by esbuild.
  if (results.some(({ status }) => status === 'rejected')) process.exitCode = 1;
  else if (production) writeNotices(results.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : [])));
}

/** @param {readonly import('esbuild').BuildResult[]} results */
function writeNotices(results) {
  const root = fileURLToPath(new URL('.', import.meta.url));
  const shipped = results.flatMap(({ metafile }) => metafile ?? []);
  writeFileSync('dist/third-party-notices.txt', noticesOf(shipped, root));
}

/**
 * Makes `nianbao lsp` load the server's own bundle, so that the other commands do not carry it.
 *
 * @param {import('esbuild').PluginBuild} build
 */
function keepServerApart(build) {
  build.onResolve({ filter: /\/lsp\/node\.ts$/ }, () => ({ path: './server.js', external: true }));
}

/**
 * Makes what reads and writes Word files load from a bundle of its own: its libraries are larger than all the rest.
 *
 * @param {import('esbuild').PluginBuild} build
 */
function keepWordApart(build) {
  build.onResolve({ filter: /\/word\.ts$/ }, ({ kind }) =>
    kind === 'entry-point' ? undefined : { path: './word.js', external: true },
  );
}

/**
 * Lets a shell run the file; a build that failed has not written it.
 *
 * @param {string} file
 */
function makeExecutable(file) {
  if (existsSync(file)) chmodSync(file, 0o755);
}
