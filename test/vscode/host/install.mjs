/**
 * Puts a real VS Code on a machine that cannot download the desktop one: the npm package `code-server` carries the
 * whole VS Code server with its workbench, and Debian's Chromium shows the window.
 */

import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startProgram } from './process.mjs';

/** The root of the project. */
export const projectRoot = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '');

/** @typedef {'newest' | 'oldest'} HostVersion */

/**
 * @typedef {object} Host an installed VS Code server
 * @property {HostVersion} version
 * @property {string} node the Node that runs it
 * @property {string} folder the server, with `out/server-main.js`
 */

/**
 * @typedef {object} Recipe
 * @property {string} codeServer version of the npm package
 * @property {string} vscode the VS Code in it
 * @property {string | undefined} node major version of the Node it needs; undefined: the one that runs this script
 * @property {readonly string[]} nativeModules those that start-up needs compiled
 * @property {boolean} systemRipgrep whether it lacks the program that searches files
 */

/** @type {Record<HostVersion, Recipe>} */
const recipes = {
  newest: {
    codeServer: '4.139.1',
    vscode: '1.139.1',
    node: '24',
    nativeModules: [
      '@parcel/watcher',
      '@vscode/deviceid',
      '@vscode/fs-copyfile',
      '@vscode/native-watchdog',
      '@vscode/spdlog',
      '@vscode/sqlite3',
      'node-pty',
    ],
    systemRipgrep: false,
  },
  oldest: {
    codeServer: '4.100.3',
    vscode: '1.100.3',
    node: undefined,
    nativeModules: ['@parcel/watcher', '@vscode/deviceid', '@vscode/spdlog', 'native-watchdog', 'node-pty'],
    systemRipgrep: true,
  },
};

/**
 * The host version that a word names.
 *
 * @param {string} word
 * @returns {HostVersion}
 */
export function hostVersion(word) {
  if (word !== 'newest' && word !== 'oldest') throw new Error(`"${word}" is no VS Code version here: newest or oldest`);
  return word;
}

/**
 * Where a program is on PATH.
 *
 * @param {string} name
 */
export function findProgram(name) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

/** Chromium: the one that CHROMIUM_PATH names, else the first on PATH. */
export function findChromium() {
  return process.env.CHROMIUM_PATH || findProgram('chromium') || findProgram('chromium-browser');
}

/**
 * Installs a VS Code server under `.vscode-test/`, unless it is there already. Takes a few minutes, most of it
 * compiling native modules.
 *
 * @param {HostVersion} version
 * @returns {Promise<Host>}
 */
export async function installHost(version) {
  if (process.platform !== 'linux') throw new Error('The VS Code server host runs on Linux only.');
  const recipe = recipes[version];
  const root = join(projectRoot, '.vscode-test', `host-${recipe.codeServer}`);
  const folder = join(root, 'node_modules', 'code-server', 'lib', 'vscode');
  const ownNode = join(root, 'node_modules', nodePackage);
  const host = { version, node: recipe.node ? join(ownNode, 'bin', 'node') : process.execPath, folder };

  // Written last: without it, or with another recipe in it, the folder is a half install and made anew. Native modules
  // fit one Node ABI only, so that is part of it where the machine's own Node runs the host.
  const stamp = join(root, 'installed.json');
  const stampText = `${JSON.stringify({ ...recipe, node: recipe.node ?? process.versions.modules }, null, 2)}\n`;
  const log = join(projectRoot, '.vscode-test', `host-${recipe.codeServer}.log`);
  mkdirSync(dirname(log), { recursive: true });
  const debian = ['chromium', 'fonts', ...(recipe.systemRipgrep ? ['ripgrep'] : [])];
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === stampText) {
    await installDebianPackages(debian, log);
    return host;
  }
  rmSync(log, { force: true });
  await installDebianPackages([...debian, 'python3', 'make', 'g++'], log);

  rmSync(root, { recursive: true, force: true });
  mkdirSync(root, { recursive: true });
  writeFileSync(join(root, 'package.json'), '{ "private": true }\n');

  let headers = recipe.node ? ownNode : findHeaders();
  const packages = [`code-server@${recipe.codeServer}`];
  if (recipe.node) packages.push(`${nodePackage}@${recipe.node}`);
  else if (!headers) packages.push(`${nodePackage}@${process.versions.node.split('.')[0]}`);
  headers ??= ownNode;

  /** @param {string} name @param {string} cwd @param {readonly string[]} args */
  const npm = (name, cwd, args) =>
    step(`VS Code ${recipe.vscode}: ${name}`, log, 'npm', args, {
      cwd,
      env: {
        ...process.env,
        PATH: [dirname(host.node), process.env.PATH].join(delimiter),
        npm_config_nodedir: headers,
        // An install script of node-pty runs node-gyp by npx, which would ask before it fetches it.
        npm_config_yes: 'true',
        // Set by an npm that runs this script; it would install into the project itself.
        npm_config_local_prefix: undefined,
      },
    });
  const install = ['install', '--ignore-scripts', '--no-audit', '--no-fund'];
  await npm('download', root, [...install, ...packages]);
  await npm('its dependencies', folder, [...install, '--omit=dev']);
  await npm('its own extensions', join(folder, 'extensions'), [...install, '--omit=dev']);
  await npm('compile native modules', folder, ['rebuild', ...recipe.nativeModules]);

  symlinkSync('node_modules', join(folder, 'node_modules.asar'));
  if (recipe.systemRipgrep) linkRipgrep(join(folder, 'node_modules', '@vscode', 'ripgrep', 'bin'));
  writeFileSync(stamp, stampText);
  return host;
}

/** The npm package that holds a Node program and its headers. */
const nodePackage = `node-linux-${process.arch}`;

/** The folder whose `include/node` holds the C++ headers of the running Node. */
function findHeaders() {
  const folders = [join(dirname(process.execPath), '..'), '/usr'];
  return folders.find((folder) => {
    const file = join(folder, 'include', 'node', 'node_version.h');
    const major = process.versions.node.split('.')[0];
    return existsSync(file) && readFileSync(file, 'utf8').includes(`#define NODE_MAJOR_VERSION ${major}\n`);
  });
}

/**
 * VS Code's text search wants ripgrep here; its own package downloads the program from elsewhere.
 *
 * @param {string} folder
 */
function linkRipgrep(folder) {
  const ripgrep = findProgram('rg');
  if (!ripgrep) throw new Error('ripgrep (rg) is not on PATH.');
  mkdirSync(folder, { recursive: true });
  rmSync(join(folder, 'rg'), { force: true });
  symlinkSync(ripgrep, join(folder, 'rg'));
}

/** Debian package of each thing needed, and whether it is there. @type {Record<string, [string, () => unknown]>} */
const debianPackages = {
  chromium: ['chromium', findChromium],
  fonts: ['fonts-noto-cjk', () => existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc')],
  ripgrep: ['ripgrep', () => findProgram('rg')],
  python3: ['python3', () => findProgram('python3')],
  make: ['make', () => findProgram('make')],
  'g++': ['g++', () => findProgram('g++')],
};

/**
 * @param {readonly string[]} wanted keys of `debianPackages`
 * @param {string} log
 */
async function installDebianPackages(wanted, log) {
  const missing = wanted.flatMap((key) => {
    const [name, find] = debianPackages[key] ?? [key, () => false];
    return find() ? [] : [name];
  });
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0 || !findProgram('apt-get')) {
    throw new Error(`Programs are missing; install them first: apt-get install ${missing.join(' ')}`);
  }
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  await step('apt-get update', log, 'apt-get', ['update'], options);
  const install = ['install', '-y', '--no-install-recommends', ...missing];
  await step(`apt-get install ${missing.join(' ')}`, log, 'apt-get', install, options);
}

/**
 * Runs one step: a progress line for the reader, everything the program prints into the log.
 *
 * @param {string} title
 * @param {string} log
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 */
async function step(title, log, command, args, options) {
  process.stderr.write(`${title} …\n`);
  const file = openSync(log, 'a');
  try {
    const code = await startProgram(command, args, { ...options, stdio: ['ignore', file, file] }).ended;
    if (code !== 0) throw new Error(`${title}: failed with code ${code}; see ${log}`);
  } finally {
    closeSync(file);
  }
}
