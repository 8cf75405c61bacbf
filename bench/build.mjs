/** What is measured, built from source: nothing in `dist/` is touched or trusted. */

import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** The project's folder. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** As `esbuild.mjs --production` builds what is shipped. @type {import('esbuild').BuildOptions} */
const production = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  mainFields: ['module', 'main'],
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
};

/**
 * The functions of the product that the benchmarks call in their own process.
 *
 * @typedef {object} Product
 * @property {typeof import('../server/src/analysis/analyze.ts').analyze} analyze
 * @property {typeof import('../server/src/analysis/extract.ts').extract} extract
 * @property {typeof import('../server/src/writing/write.ts').rewriteTable} rewriteTable
 */

/**
 * Builds and loads the product's functions.
 *
 * @param {string} folder a temporary one
 * @returns {Promise<Product>}
 */
export async function loadProduct(folder) {
  const outfile = join(folder, 'product.mjs');
  const contents = [
    `export { analyze } from './server/src/analysis/analyze.ts';`,
    `export { extract } from './server/src/analysis/extract.ts';`,
    `export { rewriteTable } from './server/src/writing/write.ts';`,
  ].join('\n');
  const stdin = { contents, resolveDir: root, loader: /** @type {const} */ ('ts') };
  await build({ ...production, format: 'esm', minify: false, stdin, outfile });
  return import(pathToFileURL(outfile).href);
}

/**
 * Builds the language server, and the server that does nothing in the same way: both as one minified file.
 *
 * @param {string} folder a temporary one
 */
export async function buildServers(folder) {
  const nianbao = join(folder, 'server.js');
  const nothing = join(folder, 'nothing-server.js');
  await build({ ...production, entryPoints: ['server/src/lsp/node.ts'], outfile: nianbao });
  await build({ ...production, entryPoints: ['bench/nothing-server.mjs'], outfile: nothing });
  return { nianbao, nothing };
}

/**
 * Builds the command; as in what is shipped, the language server is not in it.
 *
 * @param {string} folder a temporary one
 */
export async function buildCommand(folder) {
  const outfile = join(folder, 'cli.js');
  const external = ['*/lsp/node.ts'];
  await build({ ...production, entryPoints: ['server/src/cli/main.ts'], external, outfile });
  return outfile;
}
