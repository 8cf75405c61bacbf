/** Runs an installed VS Code server on a free port of this machine only. */

import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, dirname, join } from 'node:path';
import { startProgram, temporaryFolder } from './process.mjs';

/** Settings that leave the window to the editor: no welcome pages, no toasts, no side bars that open by themselves. */
const quietSettings = {
  'chat.disableAIFeatures': true,
  'editor.cursorBlinking': 'solid',
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
};

/**
 * @typedef {object} Server
 * @property {number} port
 * @property {string} url where the workbench is served
 * @property {string} extensions the folder of the installed extensions
 * @property {Promise<string>} died the server ended without being asked to: its last lines
 * @property {() => Promise<void>} stop
 */

/**
 * Starts the server and waits until it answers. Every server has data folders of its own; they are removed with it.
 *
 * @param {import('./install.mjs').Host} host
 * @param {object} [options]
 * @param {Record<string, unknown>} [options.settings] VS Code settings, besides those that keep the window quiet
 * @param {NodeJS.ProcessEnv} [options.env] what the extension host sees
 * @param {string | undefined} [options.vsix] a package to install first
 * @param {number} [options.timeoutMs] for the first answer
 * @returns {Promise<Server>}
 */
export async function startServer(host, { settings = {}, env = process.env, vsix, timeoutMs = 60_000 } = {}) {
  const data = temporaryFolder('vscode');
  /** @param {string[]} names */
  const folder = (...names) => {
    const path = join(data.path, ...names);
    mkdirSync(path, { recursive: true });
    return path;
  };
  // code-server keeps the user's settings on the server, not in the browser.
  writeFileSync(join(folder('user', 'User'), 'settings.json'), JSON.stringify({ ...quietSettings, ...settings }));

  if (vsix) {
    const install = ['--install-extension', vsix, '--extensions-dir', folder('extensions')];
    install.push('--user-data-dir', folder('user'), '--server-data-dir', folder('server'));
    const options = {
      cwd: host.folder,
      env: serverEnvironment(host, env, folder('tmp')),
      encoding: /** @type {const} */ ('utf8'),
    };
    const { status, stdout, stderr } = spawnSync(host.node, ['out/server-main.js', ...install], options);
    if (status !== 0) throw new Error(`${vsix} was not installed:\n${stdout}${stderr}`);
  }

  const port = await freePort();
  const args = ['--host', '127.0.0.1', '--port', `${port}`, '--without-connection-token', '--telemetry-level', 'off'];
  args.push('--user-data-dir', folder('user'));
  args.push('--server-data-dir', folder('server'));
  args.push('--extensions-dir', folder('extensions'));
  args.push('--accept-server-license-terms', '--disable-workspace-trust');
  // A built workbench loads an extension from its folder only with this.
  args.push('--enable-smoke-test-driver');

  const program = startProgram(host.node, ['out/server-main.js', ...args], {
    cwd: host.folder,
    env: serverEnvironment(host, env, folder('tmp')),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lastLines = keepLastLines(program.child, 20);
  let stopping = false;
  /** @type {Promise<string>} */
  const died = new Promise((resolve) => {
    /** @param {unknown} how */
    const tell = (how) => {
      if (!stopping) resolve(`The VS Code server ended by itself (${how}). Its last lines:\n${lastLines()}`);
    };
    program.ended.then((code) => tell(`code ${code}`), tell);
  });
  const stop = async () => {
    stopping = true;
    await program.stop();
    data.remove();
  };

  const url = `http://127.0.0.1:${port}/`;
  try {
    const failed = died.then((reason) => Promise.reject(new Error(reason)));
    await Promise.race([waitForAnswer(url, timeoutMs), failed]);
  } catch (error) {
    await stop();
    throw error;
  }
  return { port, url, extensions: folder('extensions'), died, stop };
}

/**
 * The address of the workbench with a folder open and, if given, an extension loaded from its source folder.
 *
 * @param {{ port: number, url: string }} server
 * @param {object} target absolute paths
 * @param {string} target.folder
 * @param {string | undefined} [target.extension]
 * @param {string | undefined} [target.tests] a module whose exported `run()` the extension host calls
 * @param {string | undefined} [target.kind] `web`: the extension's `browser` entry, in a Web Worker
 * @param {string | undefined} [target.openFile] a file to open too
 * @param {number | undefined} [target.line] from 1, where to go in that file
 */
export function workbenchUrl(server, { folder, extension, tests, kind, openFile, line = 1 }) {
  const remote = (/** @type {string} */ path) =>
    `vscode-remote://127.0.0.1:${server.port}${encodeURI(path).replace(/[?#]/g, encodeURIComponent)}`;
  const payload = [
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
  ];
  if (extension) payload.push(['extensionDevelopmentPath', remote(extension)]);
  if (kind) payload.push(['extensionDevelopmentKind', kind]);
  if (tests) payload.push(['extensionTestsPath', remote(tests)]);
  if (openFile) payload.push(['openFile', remote(`${openFile}:${line}`)], ['gotoLineMode', 'true']);
  const query = { folder, payload: JSON.stringify(payload) };
  return `${server.url}?${Object.entries(query)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')}`;
}

/**
 * What the server, and so the extension host, sees: everything but what would make a nested npm or VS Code misbehave.
 *
 * @param {import('./install.mjs').Host} host
 * @param {NodeJS.ProcessEnv} env
 * @param {string} temporary
 */
function serverEnvironment(host, env, temporary) {
  const kept = Object.entries(env).filter(([name]) => !/^(VSCODE_|ELECTRON_|NODE_OPTIONS$)/.test(name));
  return {
    ...Object.fromEntries(kept),
    PATH: [dirname(host.node), env.PATH].join(delimiter),
    // Its sockets and caches go where they are removed.
    TMPDIR: temporary,
    XDG_RUNTIME_DIR: temporary,
    // No extension marketplace: nothing here is fetched from it.
    EXTENSIONS_GALLERY: '{"serviceUrl":""}',
  };
}

/** A port that nothing listens on. @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

/**
 * @param {string} url
 * @param {number} timeoutMs
 */
async function waitForAnswer(url, timeoutMs) {
  const deadline = Date.now() + timeoutMs;
  while (Date.now() < deadline) {
    const answer = await fetch(url).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The VS Code server did not answer within ${timeoutMs / 1000} seconds.`);
}

/**
 * Reads all that a program prints, and remembers the end of it.
 *
 * @param {import('node:child_process').ChildProcess} child
 * @param {number} count
 */
function keepLastLines(child, count) {
  let tail = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => {
      tail = (tail + text).split('\n').slice(-count).join('\n');
    });
  }
  return () => tail;
}
