/**
 * Runs the editor tests: `node test/vscode/run.mjs [newest] [oldest] [desktop] [--web | --vsix[=FILE]]`, by default in
 * what NIANBAO_VSCODE names, else `newest`. `desktop` is the VS Code that @vscode/test-electron downloads; the others
 * are described in host/. With `--web` the extension's `browser` entry is tested, in a Web Worker; with `--vsix` the
 * package, by default that of `npm run package`, installed as users install it, in place of the folder of the project.
 */

import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
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
const packed = process.argv.flatMap((word) => (/^--vsix(?:=|$)/.test(word) ? [packageAt(word.slice(7))] : []))[0];
const versions = process.argv.slice(2).filter((word) => !word.startsWith('--'));
if (versions.length === 0) versions.push(process.env.NIANBAO_VSCODE || 'newest');
/** @type {string[]} */
const failed = [];
for (const version of versions) {
  if (stopped) break;
  console.log(`Editor tests in VS Code ${version}${web ? ', web build' : ''}${packed ? `, ${packed} installed` : ''}`);
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
  if (packed && !existsSync(packed)) throw new Error(`${packed} is not there: npm run package makes it`);
  if (packed && version === 'desktop') throw new Error('A .vsix is installed into the newest and the oldest only.');
  const run = temporaryFolder('run');
  const workspace = join(run.path, 'workspace');
  try {
    cpSync(join(projectRoot, 'samples'), workspace, { recursive: true });
    const readme = join(projectRoot, 'README.md');
    if (existsSync(readme)) cpSync(readme, join(workspace, 'README.md'));

    if (version !== 'desktop') await installHost(hostVersion(version));
    editorRuns = true;
    const options = {
      extensionDevelopmentPath: packed ? emptyExtension(join(run.path, 'tests')) : projectRoot,
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
        extensionTestsEnv: { NIANBAO_VSCODE: version, NIANBAO_VSIX: packed },
      });
    }
  } finally {
    editorRuns = false;
    run.remove();
  }
}

/**
 * An extension that does nothing: VS Code runs tests only beside one that is under development.
 *
 * @param {string} folder to be made
 */
function emptyExtension(folder) {
  mkdirSync(folder, { recursive: true });
  const manifest = { name: 'tests', publisher: 'nianbao', version: '0.0.1', engines: { vscode: '*' } };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  return folder;
}

/**
 * Where a package is.
 *
 * @param {string} file empty for the one of this version that `npm run package` makes
 */
function packageAt(file) {
  const { name, version } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'));
  return file ? resolve(file) : join(projectRoot, `${name}-${version}.vsix`);
}
