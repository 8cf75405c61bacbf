/**
 * Writes the files that are made from the format data and the rules (snippets, grammar, pages, settings): `node scripts/generate.mjs`.
 * That they are up to date is a unit test.
 */

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const bundle = join(root, 'dist', 'generate.mjs');

await build({
  entryPoints: [join(root, 'server/src/generate/index.ts')],
  bundle: true,
  platform: 'node',
  format: 'esm',
  // The UMD build of jsonc-parser hides its `require` calls from the bundler.
  mainFields: ['module', 'main'],
  outfile: bundle,
  logLevel: 'warning',
});
/** @type {typeof import('../server/src/generate/index.ts')} */
const { generatedFiles, mergedFiles } = await import(bundle);
/** @param {string} path */
const read = (path) => readFileSync(join(root, path), 'utf8');
for (const [path, content] of generatedFiles()) {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  console.log(path);
}
for (const [path, merge] of mergedFiles) {
  writeFileSync(join(root, path), merge(read(path), read));
  console.log(path);
}
