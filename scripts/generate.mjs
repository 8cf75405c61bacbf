/**
 * Writes the files that are made from the format data (snippets, grammar): `node scripts/generate.mjs`.
 * That they are up to date is a unit test.
 */

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const bundle = join(root, 'dist', 'generate.mjs');

await build({
  entryPoints: [join(root, 'server/src/generate.ts')],
  bundle: true,
  platform: 'node',
  format: 'esm',
  outfile: bundle,
  logLevel: 'warning',
});
/** @type {{ generatedFiles: () => ReadonlyMap<string, string> }} */
const { generatedFiles } = await import(bundle);
for (const [path, content] of generatedFiles()) {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  console.log(path);
}
