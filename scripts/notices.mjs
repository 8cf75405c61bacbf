/** What is said of the packages of others that are in the bundles: their names, versions and licences, word for word. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const LICENCE = /^(?:licen[cs]e|copying|notice)\b/i;

/**
 * The notices for all packages that bundles were made of.
 *
 * @param {readonly import('esbuild').Metafile[]} metafiles
 * @param {string} root the project's folder
 * @returns {string}
 */
export function noticesOf(metafiles, root) {
  const inputs = metafiles.flatMap(({ outputs }) => Object.values(outputs).flatMap(({ inputs }) => used(inputs)));
  const folders = [...new Set(inputs.flatMap((path) => packageFolder(path) ?? []))].sort();
  const rule = '-'.repeat(80);
  const parts = folders.map((folder) => noticeOf(join(root, folder)));
  const lead = 'Nianbao contains the following software of others, each under its own licence.';
  return [lead, ...new Set(parts)].join(`\n\n${rule}\n\n`).concat('\n');
}

/**
 * The files of which anything is left in a bundle.
 *
 * @param {import('esbuild').Metafile['outputs'][string]['inputs']} inputs
 */
function used(inputs) {
  return Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : []));
}

/**
 * `node_modules/a/node_modules/@b/c` of `node_modules/a/node_modules/@b/c/lib/d.js`.
 *
 * @param {string} path
 */
function packageFolder(path) {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0];
}

/** @param {string} folder of a package */
function noticeOf(folder) {
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => LICENCE.test(file)) : [];
  if (license === undefined && files.length === 0) throw new Error(`${name} says nothing of its licence`);
  const texts = files.sort().map((file) => readFileSync(join(folder, file), 'utf8').trim());
  // Some packages name their licence and its holder, and leave out its words.
  const holder = typeof author === 'object' && author !== null ? author.name : author;
  const words = texts.length > 0 ? texts : [`Licence: ${license}${holder ? `. Author: ${holder}` : ''}.`];
  return [`${name} ${version} (${license})`, ...words].join('\n\n').replace(/\r\n?/g, '\n');
}
