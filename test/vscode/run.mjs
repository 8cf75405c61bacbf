/**
 * Runs the editor tests: `node test/vscode/run.mjs [newest] [oldest] [desktop] [--web]`, by default in what
 * NIANBAO_VSCODE names, else `newest`. `desktop` is the VS Code that @vscode/test-electron downloads; the others are
 * described in host/. With `--web` the extension's `browser` entry is tested, in a Web Worker.
 */

import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTests } from '@vscode/test-electron';
import { hostVersion, installHost, projectRoot } from './host/install.mjs';
import { temporaryFolder } from './host/process.mjs';

// On Ctrl-C, test-electron ends VS Code and this program waits for it; the same for a polite kill.
let editorRuns = false;
let stopped = false;
process.on('SIGINT', () => {
  if (!editorRuns) process.exit(1);
  stopped = true;
});
process.on('SIGTERM', () => process.emit('SIGINT'));

const web = process.argv.includes('--web');
const versions = process.argv.slice(2).filter((word) => word !== '--web');
if (versions.length === 0) versions.push(process.env.NIANBAO_VSCODE || 'newest');
/** @type {string[]} */
const failed = [];
for (const version of versions) {
  if (stopped) break;
  console.log(`Editor tests in VS Code ${version}${web ? ', web build' : ''}`);
  try {
    await runIn(version);
  } catch (error) {
    failed.push(version);
    console.error(error instanceof Error ? error.message : error);
  }
}
if (failed.length > 0) console.error(`Editor tests failed in VS Code ${failed.join(', ')}`);
process.exit(failed.length > 0 || stopped ? 1 : 0);

/**
 * Runs the tests on a workspace of their own, so that they never change a file of the project.
 *
 * @param {string} version
 */
async function runIn(version) {
  const tests = join(projectRoot, 'dist', 'test', 'vscode.js');
  if (!existsSync(tests)) throw new Error(`${tests} is not there: build first`);
  const run = temporaryFolder('run');
  const workspace = join(run.path, 'workspace');
  try {
    cpSync(join(projectRoot, 'samples'), workspace, { recursive: true });
    const readme = join(projectRoot, 'README.md');
    if (existsSync(readme)) cpSync(readme, join(workspace, 'README.md'));

    if (version !== 'desktop') await installHost(hostVersion(version));
    editorRuns = true;
    const options = {
      extensionDevelopmentPath: projectRoot,
      extensionTestsPath: tests,
      launchArgs: [workspace, ...(web ? ['--extensionDevelopmentKind=web'] : [])],
    };
    if (version === 'desktop') {
      const folders = [`--user-data-dir=${join(run.path, 'user')}`, `--extensions-dir=${join(run.path, 'extensions')}`];
      await runTests({
        ...options,
        cachePath: join(projectRoot, '.vscode-test'),
        launchArgs: [...options.launchArgs, ...folders],
        // Pictures are taken by the headless host only.
        extensionTestsEnv: { NIANBAO_SCREENSHOTS: undefined },
      });
    } else {
      await runTests({
        ...options,
        vscodeExecutablePath: fileURLToPath(new URL('host/code.mjs', import.meta.url)),
        reuseMachineInstall: true,
        extensionTestsEnv: { NIANBAO_VSCODE: version },
      });
    }
  } finally {
    editorRuns = false;
    run.remove();
  }
}
