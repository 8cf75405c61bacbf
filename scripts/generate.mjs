/**
 * Writes the files that are made from the format data and the rules (snippets, grammar, pages, settings): `node scripts/generate.mjs`.
 * That they are up to date is a unit test.
 */

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

await build({
  entryPoints: {
    generate: join(root, 'server/src/generate/index.ts'),
    rooms: join(root, 'test/support/rooms.ts'),
    conformance: join(root, 'test/support/conformance.ts'),
  },
  bundle: true,
  platform: 'node',
  format: 'esm',
  // The UMD build of jsonc-parser hides its `require` calls from the bundler.
  mainFields: ['module', 'main'],
  outdir: join(root, 'dist'),
  outExtension: { '.js': '.mjs' },
  logLevel: 'warning',
});
/** @type {typeof import('../server/src/generate/index.ts')} */
const { generatedFiles, mergedFiles } = await import(join(root, 'dist', 'generate.mjs'));
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

// The rules' examples, written out for other tools; those of a rule that is gone go too.
/** @type {typeof import('../test/support/conformance.ts')} */
const { exampleFiles } = await import(join(root, 'dist', 'conformance.mjs'));
rmSync(join(root, 'conformance/examples'), { recursive: true, force: true });
for (const [path, content] of exampleFiles((name) => read(`conformance/${name}`))) {
  const file = join(root, 'conformance', path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
console.log('conformance/examples');

// Who may import whom has one source, which the architecture's test reads too.
/** @type {typeof import('../test/support/rooms.ts')} */
const { withRoomTable } = await import(join(root, 'dist', 'rooms.mjs'));
writeFileSync(join(root, 'docs/architecture.md'), withRoomTable(read('docs/architecture.md')));
console.log('docs/architecture.md');
