/**
 * How much of a wrecked table is read: `node bench/reading.mjs [--seed N] [--reports N] [--kind NAME] [--tell N]`.
 * Prints for each kind of wreck, and for each report with gold of the folders of NIANBAO_CORPUS, how many cells were
 * read as they are, left open, called certain though wrong, or not found.
 */

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { temporaryFolder } from '../test/vscode/host/process.mjs';
import { root } from './build.mjs';
import { table } from './figures.mjs';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    reports: { type: 'string', default: '12' },
    kind: { type: 'string', default: '' },
    tell: { type: 'string', default: '0' },
  },
});

const { path: folder } = temporaryFolder('bench');
const { wrecks, layouts, wreck, reportArb, sample, randomOf, outcomeOf, together, corpusFolders, goldFiles } =
  await loadSupport();
let told = 0;
const head = ['', 'exact', 'open', 'wrong', 'missing', 'tables exact'];

const reports = sample(reportArb, { numRuns: Number(values.reports), seed: Number(values.seed) });
const kinds = wrecks.filter(({ name }) => name.includes(values.kind));
if (kinds.length > 0) {
  console.log(`Wrecks of ${reports.length} reports, seed ${values.seed}\n`);
  console.log(table(head, kinds.map(rowOfWreck)));
}
const files = corpusFolders.flatMap(goldFiles).filter(({ name }) => name.includes(values.kind));
if (files.length > 0) {
  console.log('\nReports with gold\n');
  console.log(
    table(
      head,
      files.map(({ name, text, language, gold }) => row(name, [outcomeOf(text, language, gold.tables)])),
    ),
  );
}

/** The tests' own modules, as one. @returns {Promise<typeof import('../test/support/measure.ts')>} */
async function loadSupport() {
  const outfile = join(folder, 'support.mjs');
  await build({
    absWorkingDir: root,
    entryPoints: ['test/support/measure.ts'],
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

/** @param {import('../test/support/wreck.ts').Wreck} kind */
function rowOfWreck(kind) {
  const own = layouts.filter(({ shape, table: write }) => write !== undefined && kind.shapes.includes(shape));
  const chosen = kind.table === undefined ? own : own.slice(0, 1);
  const outcomes = reports.flatMap((report, i) =>
    chosen.map((layout, j) => {
      const { text, language, tables } = wreck(report, layout, kind, randomOf(1000 * i + j + Number(values.seed)));
      const outcome = outcomeOf(text, language, tables);
      if (outcome.told.length > 0) tell(`${layout.name}, report ${i}`, outcome.told, text);
      return outcome;
    }),
  );
  return row(kind.name, outcomes);
}

/**
 * @param {string} name
 * @param {readonly string[]} lines
 * @param {string} text
 */
function tell(name, lines, text) {
  if (told++ >= Number(values.tell)) return;
  console.log(`--- ${name}\n${lines.slice(0, 12).join('\n')}\n${text}`);
}

/**
 * @param {string} name
 * @param {readonly import('../test/support/outcome.ts').Outcome[]} outcomes
 */
function row(name, outcomes) {
  const { exact, open, wrong, missing, tables, tablesExact } = together(outcomes);
  return [name, ...[exact, open, wrong, missing].map(String), `${tablesExact} of ${tables}`];
}
