/**
 * `npm test`: everything, in order, stopping at the first step that fails. `--fast` leaves out the editor tests;
 * NIANBAO_VSCODE names the one VS Code to run them in, else the newest and the oldest supported are.
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

/** @type {readonly { name: string, command: readonly string[] }[]} */
const steps = [
  { name: 'Types', command: [bin('tsc'), '--noEmit', '-p', 'tsconfig.json'] },
  { name: 'Types of the core', command: [bin('tsc'), '--noEmit', '-p', 'tsconfig.core.json'] },
  { name: 'Types of the preview page', command: [bin('tsc'), '--noEmit', '-p', 'tsconfig.page.json'] },
  { name: 'Lint and format', command: [bin('biome'), 'check', '.'] },
  { name: 'Build', command: [process.execPath, 'esbuild.mjs'] },
  {
    name: 'Unit, property, document, command and server tests',
    command: [bin('vitest'), 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${results}`],
  },
  ...(process.argv.includes('--fast')
    ? []
    : editors.map((editor) => ({
        name: `VS Code, ${editor}`,
        command: [process.execPath, 'test/vscode/run.mjs', editor],
      }))),
  // The editor tests have brought Chromium where it was not there.
  ...(process.argv.includes('--fast')
    ? []
    : [
        {
          name: 'The preview page in Chromium',
          command: [
            bin('vitest'),
            'run',
            '--config',
            'test/page/vitest.config.mjs',
            '--reporter=dot',
            '--reporter=json',
            `--outputFile.json=${results}`,
          ],
        },
      ]),
];

for (const step of steps) {
  const begun = Date.now();
  console.log(`\n=== ${step.name}`);
  const { code, output } = await run(step.command);
  count(step.command, output);
  console.log(
    `=== ${step.name}: ${code === 0 ? 'ok' : `failed (${code})`}, ${Math.round((Date.now() - begun) / 1000)} s`,
  );
  if (code !== 0) {
    process.exitCode = code;
    counts.failed ||= 1;
    break;
  }
}
console.log(`\n${counts.passed} passed, ${counts.failed} failed`);

/**
 * Runs a command in the project, its output passed on as it comes.
 *
 * @param {readonly string[]} command
 * @returns {Promise<{ code: number, output: string }>}
 */
function run([program = '', ...args]) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', (/** @type {Buffer} */ chunk) => {
      process.stdout.write(chunk);
      output += chunk.toString();
    });
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
