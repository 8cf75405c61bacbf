/** `npm run package`: builds the extension as `nianbao-VERSION.vsix`, which every VS Code installs. */

import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const target = `${name}-${version}.vsix`;

// The build begins with an empty dist/, so it comes before the page that is put there.
run('esbuild.mjs', '--production');
const page = join('dist', 'readme.md');
writeFileSync(join(root, page), pageOf(readFileSync(join(root, 'README.md'), 'utf8')));
run(
  join('node_modules', '@vscode', 'vsce', 'vsce'),
  'package',
  // The bundles hold all that the extension needs.
  '--no-dependencies',
  '--no-rewrite-relative-links',
  '--allow-missing-repository',
  ...['--readme-path', page, '--out', target],
);

/**
 * The page of the extension inside VS Code: the readme without the chapters for developers, and without links to files,
 * which lead nowhere there.
 *
 * @param {string} readme
 */
function pageOf(readme) {
  return readme
    .replace(/^## (?:开发|从源代码试用)\n[\s\S]*?(?=^## |^许可)/gm, '')
    .replace(/\[([^\]]+)\]\((?!https?:|#)[^)]*\)/g, '$1');
}

/**
 * Runs a script of the project; ends with it where it fails.
 *
 * @param {readonly string[]} args
 */
function run(...args) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
