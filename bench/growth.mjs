/**
 * How the time of each use of a draft grows with the draft: `node bench/growth.mjs [--pump NAME] [--use NAME]
 * [--sizes N,N,N] [--limit MS]`. Prints for each text that grows, and each use that is not over in no time, the
 * milliseconds at each size and the exponent of the last step: 1 is linear, 2 is square.
 */

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { temporaryFolder } from '../test/vscode/host/process.mjs';
import { root } from './build.mjs';
import { figure, table } from './figures.mjs';

const { values } = parseArgs({
  options: {
    pump: { type: 'string', default: '' },
    use: { type: 'string', default: '' },
    sizes: { type: 'string', default: '1250,5000,20000' },
    limit: { type: 'string', default: '5000' },
  },
});
const sizes = values.sizes.split(',').map(Number);
/** Milliseconds above which no larger text is tried, and below which a growth says nothing. */
const limit = Number(values.limit);
const LEAST = 50;

const { pumps, draftToUse, uses } = await loadSupport();
for (const { language, text } of pumps.filter(({ name }) => / of /.test(name))) {
  const draft = draftToUse(text(20), language);
  for (const use of uses) use.run(draft);
}
const rows = pumps.filter(({ name }) => name.includes(values.pump)).flatMap(rowsOf);
console.log(table(['', 'use', 'characters', 'ms', 'exponent'], rows));

/** The tests' own modules, as one. @returns {Promise<typeof import('../test/support/growing.ts')>} */
async function loadSupport() {
  const { path: folder } = temporaryFolder('bench');
  const outfile = join(folder, 'growing.mjs');
  await build({
    absWorkingDir: root,
    entryPoints: ['test/support/growing.ts'],
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    mainFields: ['module', 'main'],
    logLevel: 'warning',
    outfile,
  });
  return import(pathToFileURL(outfile).href);
}

/** @param {import('../test/support/pumps.ts').Pump} pump */
function rowsOf({ name, language, text }) {
  const texts = sizes.map((size) => text(size));
  const lengths = texts.map(({ length }) => length);
  /** @type {Map<string, number[]>} */
  const times = new Map();
  for (const pumped of texts) {
    const draft = draftToUse(pumped, language);
    for (const use of uses.filter((each) => each.name.includes(values.use))) {
      const start = performance.now();
      use.run(draft);
      times.set(use.name, [...(times.get(use.name) ?? []), performance.now() - start]);
    }
    if ([...times.values()].some((each) => (each.at(-1) ?? 0) > limit)) break;
  }
  return [...times].flatMap(([use, taken]) => {
    const [before = Number.NaN, last = 0] = taken.slice(-2);
    if (last < LEAST) return [];
    const growth = (lengths[taken.length - 1] ?? 0) / (lengths[taken.length - 2] ?? 0);
    const exponent = Math.log(last / before) / Math.log(growth);
    return [[name, use, String(lengths[taken.length - 1]), taken.map(figure).join(' / '), figure(exponent)]];
  });
}
