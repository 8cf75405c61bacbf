/**
 * `npm test`: everything, a stage after the other, stopping at the first that fails; the steps of a stage run side by
 * side. `--fast` leaves out the editor tests; NIANBAO_VSCODE names the one VS Code to run them in, else the newest and
 * the oldest supported are.
 */

import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'nianbao-test-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const counts = { passed: 0, failed: 0 };

/** @param {string} name */
const bin = (name) => join(root, 'node_modules', '.bin', name);
const results = join(folder, 'vitest.json');
const editors = process.env.NIANBAO_VSCODE ? [process.env.NIANBAO_VSCODE] : ['newest', 'oldest'];

/** @typedef {{ readonly name: string, readonly command: readonly string[] }} Step */

/** @type {readonly (readonly Step[])[]} */
const stages = [
  [
    { name: 'Types', command: [bin('tsc'), '--noEmit', '-p', 'tsconfig.json'] },
    { name: 'Types of the core', command: [bin('tsc'), '--noEmit', '-p', 'tsconfig.core.json'] },
    { name: 'Types of the preview page', command: [bin('tsc'), '--noEmit', '-p', 'tsconfig.page.json'] },
    { name: 'Lint and format', command: [bin('biome'), 'check', '.'] },
    { name: 'Build', command: [process.execPath, 'esbuild.mjs'] },
  ],
  [{ name: 'Unit, property, document, command and server tests', command: vitest() }],
  // An editor's window wants the machine for itself; the first has brought Chromium where it was not there.
  ...(process.argv.includes('--fast')
    ? []
    : [
        ...editors.map((editor) => [
          { name: `VS Code, ${editor}`, command: [process.execPath, 'test/vscode/run.mjs', editor] },
        ]),
        [{ name: 'The preview page in Chromium', command: vitest('--config', 'test/page/vitest.config.mjs') }],
      ]),
];

for (const stage of stages) {
  const codes = await Promise.all(stage.map((step) => take(step, stage.length > 1)));
  const failed = codes.find((code) => code !== 0);
  if (failed !== undefined) {
    process.exitCode = failed;
    counts.failed ||= 1;
    break;
  }
}
console.log(`\n${counts.passed} passed, ${counts.failed} failed`);

/** @param {readonly string[]} options */
function vitest(...options) {
  return [bin('vitest'), 'run', ...options, '--reporter=dot', '--reporter=json', `--outputFile.json=${results}`];
}

/**
 * Takes a step and tells how it went.
 *
 * @param {Step} step
 * @param {boolean} beside others run at the same time: its output comes in one piece at its end
 * @returns {Promise<number>} exit code
 */
async function take({ name, command }, beside) {
  const begun = Date.now();
  if (!beside) console.log(`\n=== ${name}`);
  const { code, output } = await run(command, beside);
  if (beside) process.stdout.write(`\n=== ${name}\n${output}`);
  count(command, output);
  const seconds = Math.round((Date.now() - begun) / 1000);
  console.log(`=== ${name}: ${code === 0 ? 'ok' : `failed (${code})`}, ${seconds} s`);
  return code;
}

/**
 * Runs a command in the project, its output passed on as it comes, or held back.
 *
 * @param {readonly string[]} command
 * @param {boolean} quiet
 * @returns {Promise<{ code: number, output: string }>}
 */
function run([program = '', ...args], quiet) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', quiet ? 'pipe' : 'inherit'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (/** @type {Buffer} */ chunk) => {
        if (!quiet) process.stdout.write(chunk);
        output += chunk.toString();
      });
    }
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/**
 * Adds a step's tests to the counts: vitest's from its report, the editor's from its closing line.
 *
 * @param {readonly string[]} command
 * @param {string} output
 */
function count(command, output) {
  if (command[0] === bin('vitest')) {
    try {
      const report = JSON.parse(readFileSync(results, 'utf8'));
      counts.passed += report.numPassedTests;
      counts.failed += report.numFailedTests;
    } catch {
      // vitest ended before it wrote a report; its exit code tells.
    }
    return;
  }
  for (const [, passed, failed] of output.matchAll(/^(\d+) passed, (\d+) failed$/gm)) {
    counts.passed += Number(passed);
    counts.failed += Number(failed);
  }
}
