/**
 * The benchmarks: `npm run bench -- [--only analyze|keystroke|folder] [--reports N]`. Prints figures and judges none:
 * how the aims stand is said at the end. README.md beside this file tells how to read them.
 */

import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { exitOnSignals, temporaryFolder } from '../test/vscode/host/process.mjs';
import { benchAnalyze } from './analyze.mjs';
import { buildCommand, buildServers, loadProduct } from './build.mjs';
import { benchFolder } from './folder.mjs';
import { readInputs } from './inputs.mjs';
import { benchKeystroke } from './keystroke.mjs';

const usage = 'usage: node bench/run.mjs [--only analyze|keystroke|folder] [--reports N]';
const parts = ['analyze', 'keystroke', 'folder'];

exitOnSignals();
try {
  await main();
  process.exit(0);
} catch (error) {
  console.error(error);
  process.exit(1);
}

async function main() {
  const { values } = parseArgs({
    options: { only: { type: 'string' }, reports: { type: 'string', default: '300' } },
  });
  const count = Number(values.reports);
  if (!(Number.isInteger(count) && count > 0) || (values.only !== undefined && !parts.includes(values.only))) {
    throw new Error(usage);
  }
  /** @param {string} part */
  const runs = (part) => values.only === undefined || values.only === part;

  const { path: temporary } = temporaryFolder('bench');
  const product = await loadProduct(temporary);
  const inputs = readInputs(product, count);
  const drafts = process.env.NIANBAO_CORPUS ? 'the first folder of NIANBAO_CORPUS' : 'samples/';
  console.log(`${cpus().length} cores (${cpus()[0]?.model}), Node ${process.version}, ${count} reports of ${drafts}`);

  const closing = [
    ...(runs('analyze') ? benchAnalyze(inputs, product) : []),
    ...(runs('keystroke') ? await benchKeystroke(product, await buildServers(temporary)) : []),
    ...(runs('folder') ? benchFolder(inputs, await buildCommand(temporary), temporary) : []),
  ];
  console.log(`\nHow the aims stand:\n${closing.map((line) => `- ${line}`).join('\n')}`);
}
