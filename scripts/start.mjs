/**
 * `npm start`: builds, checks the samples on the command line, then opens one of them in a real VS Code with the
 * extension: the desktop one if it is here, else a VS Code server for the browser. With `--once` it stops before VS Code.
 */

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { findProgram, installHost, projectRoot } from '../test/vscode/host/install.mjs';
import { exitOnSignals } from '../test/vscode/host/process.mjs';
import { startServer, workbenchUrl } from '../test/vscode/host/serve.mjs';

const samples = join(projectRoot, 'samples');
/** The sample that is open at the start: tables that can be read at a glance, and findings. */
const first = join(samples, '001-办公厅-2019.md');

say('构建……', 'Building …');
if (runNode('esbuild.mjs') !== 0) fail('构建失败。', 'The build failed.');

say('校核 samples/：', 'Checking samples/:');
// 1 says that there are findings, as there should be.
if (runNode('dist/cli.js', 'check', 'samples') > 1) fail('校核未能完成。', 'The check could not be done.');

if (!process.argv.includes('--once')) {
  const desktop = findDesktop();
  if (desktop) openDesktop(desktop);
  else await serve();
}

/**
 * Runs a script of the project, its output to be seen.
 *
 * @param {readonly string[]} args
 */
function runNode(...args) {
  const { status } = spawnSync(process.execPath, args, { cwd: projectRoot, stdio: 'inherit' });
  return status ?? 2;
}

/** The desktop `code` program, if it is on PATH and can show a window. */
function findDesktop() {
  if (process.platform === 'win32') return findProgram('code.cmd');
  const display = process.platform === 'darwin' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  return display ? findProgram('code') : undefined;
}

/** @param {string} code */
function openDesktop(code) {
  say(
    '在 VS Code 新窗口中打开 samples/ 和其中一份草稿。',
    'Opening samples/ and one of its drafts in a new window of VS Code.',
  );
  const windows = process.platform === 'win32';
  const quoted = (/** @type {string} */ text) => (windows ? `"${text}"` : text);
  const args = ['--new-window', `--extensionDevelopmentPath=${projectRoot}`, samples, first];
  // On Windows `code` is a batch file, which only a shell runs.
  const { status } = spawnSync(quoted(code), args.map(quoted), { stdio: 'inherit', shell: windows });
  if (status !== 0) fail('VS Code 未能打开。', 'VS Code did not open.');
}

/** Serves VS Code until Ctrl-C. */
async function serve() {
  exitOnSignals();
  say(
    '没有桌面版 VS Code（PATH 中的 code），改用浏览器；首次安装需要几分钟。',
    'No desktop VS Code (`code` on PATH), so in a browser; installing it takes a few minutes, once.',
  );
  try {
    const server = await startServer(await installHost('newest'));
    const url = workbenchUrl(server, { folder: samples, extension: projectRoot, openFile: first });
    // Here Ctrl-C is the ordinary end.
    process.prependListener('SIGINT', () => process.exit(0));
    say('请在浏览器中打开下面的地址；按 Ctrl-C 结束。', 'Open this address in a browser; Ctrl-C ends it.');
    console.log(url);
    fail('VS Code 服务意外结束。', await server.died);
  } catch (error) {
    fail('VS Code 未能启动。', error instanceof Error ? error.message : String(error));
  }
}

/**
 * @param {string} chinese
 * @param {string} english
 */
function say(chinese, english) {
  console.log(`${chinese}\n${english}`);
}

/**
 * @param {string} chinese
 * @param {string} english
 * @returns {never}
 */
function fail(chinese, english) {
  console.error(`${chinese}\n${english}`);
  process.exit(2);
}
