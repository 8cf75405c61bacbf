#!/usr/bin/env node
/**
 * Stands in for the `code` program where the desktop VS Code cannot be had: takes its arguments, runs the same VS Code
 * as a server with a headless browser window, and exits with the code of the tests.
 *
 *     code.mjs --extensionDevelopmentPath=DIR --extensionTestsPath=FILE WORKSPACE_FOLDER
 *
 * NIANBAO_VSCODE      newest (default) or oldest
 * NIANBAO_VSIX        a package that is installed first
 * NIANBAO_GREP        a pattern of the names of the tests to run; all by default
 * NIANBAO_TIMEOUT     seconds until a run is given up; 300 by default
 * NIANBAO_SCREENSHOTS folder where `@@screenshot NAME`, logged by a test, puts a picture of the window;
 *                     `@@paste BASE64`, logged by a test, pastes what the JSON holds by MIME type; `@@press BASE64`
 *                     presses the keys that the JSON lists
 */

import { cpSync, mkdirSync, readdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { hostVersion, installHost, projectRoot } from './install.mjs';
import { exitOnSignals, temporaryFolder } from './process.mjs';
import { startServer, workbenchUrl } from './serve.mjs';
import { openWindow, paste, press, stillPicture } from './window.mjs';

/** What the workbench itself logs at every start. Whatever else it logs may tell why a test failed. */
const workbenchChatter = new RegExp(
  `^(${[
    'Resolving connection token',
    'Resolved connection token',
    'Creating a socket',
    'Updating additional builtin extensions cache',
    'Ignoring fetching additional builtin extensions from gallery',
    'Canceled: Canceled',
    'ChatSessionStore: Migrating',
    '\\[reconnection-grace-time\\]',
    '\\[AgentHost:remote\\] Initializing',
    '\\[AccountPolicyGate\\] apply',
    '\\[Service Worker\\] registration',
  ].join('|')})`,
);

exitOnSignals();
endWithParent();
try {
  const code = await main(process.argv.slice(2));
  process.exit(code);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

/** @param {readonly string[]} args */
async function main(args) {
  const option = (/** @type {string} */ name) => args.find((arg) => arg.startsWith(`--${name}=`))?.split(/=(.*)/s)[1];
  const extension = option('extensionDevelopmentPath');
  const tests = option('extensionTestsPath');
  if (!extension || !tests)
    throw new Error('Wanted: --extensionDevelopmentPath=DIR --extensionTestsPath=FILE [FOLDER]');
  const folder = args.find((arg) => !arg.startsWith('-')) ?? temporaryFolder('empty').path;

  const host = await installHost(hostVersion(process.env.NIANBAO_VSCODE || 'newest'));
  const seconds = Number(process.env.NIANBAO_TIMEOUT || 300);
  /** @type {Promise<never>} */
  const timeUp = new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`The run was given up after ${seconds} seconds.`)), seconds * 1000).unref();
  });
  return Promise.race([timeUp, runTests(host, { folder, extension, tests, kind: option('extensionDevelopmentKind') })]);
}

/**
 * @param {import('./install.mjs').Host} host
 * @param {{ folder: string, extension: string, tests: string, kind: string | undefined }} paths
 */
async function runTests(host, { folder, extension, tests, kind }) {
  const vsix = process.env.NIANBAO_VSIX || undefined;
  const server = await startServer(host, { vsix });
  /** @type {(code: number) => void} */
  let onExit = () => {};
  /** @type {Promise<number>} */
  const exited = new Promise((done) => {
    onExit = done;
  });
  const url = workbenchUrl(server, {
    folder: resolve(folder),
    extension: resolve(extension),
    tests: vsix ? besideInstalled(server.extensions, resolve(tests)) : resolve(tests),
    kind,
  });
  /** @type {(name: string) => void} */
  let takeScreenshot = () => {};
  /** @type {(contents: Record<string, string>) => void} */
  let pasteInto = () => {};
  /** @type {(keys: readonly string[]) => void} */
  let pressKeys = () => {};
  const onLog = (/** @type {string} */ type, /** @type {string} */ text) => {
    const name = /^@@screenshot (\S+)$/.exec(text)?.[1];
    const pasted = /^@@paste (\S+)$/.exec(text)?.[1];
    const pressed = /^@@press (\S+)$/.exec(text)?.[1];
    if (name) takeScreenshot(name);
    else if (pressed) pressKeys(JSON.parse(Buffer.from(pressed, 'base64').toString()));
    else if (pasted) pasteInto(JSON.parse(Buffer.from(pasted, 'base64').toString()));
    else if (!workbenchChatter.test(text)) (type === 'error' || type === 'warn' ? console.error : console.log)(text);
  };
  const window = await Promise.race([openWindow(url, { onLog, onExit }), failure(server.died)]);
  takeScreenshot = (name) => {
    screenshot(window.page, name).catch((error) => console.error(`Screenshot ${name}: ${error}`));
  };
  pasteInto = (contents) => {
    paste(window.page, contents).catch((error) => console.error(`Paste: ${error}`));
  };
  pressKeys = (keys) => {
    press(window.page, keys).catch((error) => console.error(`Keys: ${error}`));
  };
  const code = await Promise.race([exited, failure(server.died), failure(window.died)]);
  await window.close();
  await server.stop();
  return code;
}

/**
 * Puts the tests into the folder of the installed extension: what they require as `vscode` is its own then, so that
 * they can answer its questions.
 *
 * @param {string} extensions
 * @param {string} tests
 */
function besideInstalled(extensions, tests) {
  const name = readdirSync(extensions).find((each) => each.startsWith('nianbao.nianbao-'));
  if (!name) throw new Error('The extension was not installed.');
  const copy = join(extensions, name, 'tests.js');
  cpSync(tests, copy);
  symlinkSync(join(projectRoot, 'node_modules'), join(extensions, name, 'node_modules'));
  return copy;
}

/** @param {Promise<string>} reason @returns {Promise<never>} */
async function failure(reason) {
  throw new Error(await reason);
}

/**
 * Saves a picture of the window. The file appears whole: a test waits for it.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} name
 */
async function screenshot(page, name) {
  const folder = process.env.NIANBAO_SCREENSHOTS;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  const part = join(folder, `${name}.part`);
  writeFileSync(part, await stillPicture(page, 300, 10_000));
  renameSync(part, join(folder, `${name}.png`));
}

/** Ends this program when the one that started it was killed, which sends no signal. */
function endWithParent() {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.exit(1);
  }, 1000).unref();
}
