/** What checking a folder of reports takes, beside a native linter and beside just reading the files. */

import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { figure, median, table } from './figures.mjs';
import { endingOf, forms } from './inputs.mjs';

/** @typedef {import('./inputs.mjs').Form} Form */
/** @typedef {{ readonly name: string, readonly program: string, readonly args: readonly string[] }} Command */

const RUNS = 3;
const YARDSTICK = 'node reads the files';
const OURS = 'nianbao check --format json';
const READ = `
const { readdirSync, readFileSync } = require('node:fs');
for (const name of readdirSync('.')) readFileSync(name, 'utf8');
`;

/**
 * Prints the figures of the varied reports as files, in both forms.
 *
 * @param {import('./inputs.mjs').Inputs} inputs
 * @param {string} program the built command
 * @param {string} temporary folder to write the files in
 * @returns one line for each form
 */
export function benchFolder(inputs, program, temporary) {
  return forms.map((form) => {
    const folder = writeFolder(inputs.varied[form], form, temporary);
    const measured = measure(commandsOf(program, form), folder);
    const reports = inputs.varied[form].length;
    const floor = median(measured.get(YARDSTICK)?.wall ?? []);
    console.log(`\nA folder of ${reports} varied reports as ${form}\n`);
    const rows = [...measured].map(([name, { wall, cpu }]) => [
      name,
      figure(median(wall)),
      figure(cpu.length === 0 ? undefined : median(cpu)),
      figure(median(wall) / floor),
    ]);
    console.log(table(['', 'wall s', 'CPU s', 'to reading'], rows));
    const ours = median(measured.get(OURS)?.wall ?? []);
    return `folder ${form}: ${reports} reports in ${figure(ours)} s, ${figure(ours / floor)} × reading the files`;
  });
}

/**
 * @param {readonly string[]} reports
 * @param {Form} form
 * @param {string} temporary
 */
function writeFolder(reports, form, temporary) {
  const folder = join(temporary, form);
  mkdirSync(folder);
  reports.forEach((text, i) => {
    writeFileSync(join(folder, `${String(i).padStart(4, '0')}${endingOf[form]}`), text);
  });
  return folder;
}

/**
 * @param {string} program
 * @param {Form} form
 * @returns {Command[]}
 */
function commandsOf(program, form) {
  const node = process.execPath;
  // Through its launcher, as npm installs it. It reads Markdown only; its cache would answer from the second run on.
  const rumdl = createRequire(import.meta.url).resolve('rumdl/bin/rumdl');
  const native = { name: 'rumdl check', program: node, args: [rumdl, 'check', '--no-cache', '--isolated', '.'] };
  return [
    { name: YARDSTICK, program: node, args: ['-e', READ] },
    ...(form === 'md' ? [native] : []),
    { name: OURS, program: node, args: [program, 'check', '--format', 'json', '.'] },
  ];
}

/**
 * Seconds of each command, one run of each in turn.
 *
 * @param {readonly Command[]} commands
 * @param {string} folder
 */
function measure(commands, folder) {
  /** @type {Map<string, { wall: number[], cpu: number[] }>} */
  const measured = new Map(commands.map(({ name }) => [name, { wall: [], cpu: [] }]));
  for (let run = 0; run < RUNS; run++) {
    for (const { name, program, args } of commands) {
      const before = cpuOfChildren();
      const start = performance.now();
      const { status } = spawnSync(program, args, { cwd: folder, maxBuffer: 2 ** 30 });
      const wall = (performance.now() - start) / 1000;
      // 1 says that there are findings.
      if (status !== 0 && status !== 1) throw new Error(`${name} ended with ${status}`);
      const after = cpuOfChildren();
      measured.get(name)?.wall.push(wall);
      if (before !== undefined && after !== undefined) measured.get(name)?.cpu.push(after - before);
    }
  }
  return measured;
}

/** Seconds of processor time of all ended children; undefined where the system does not tell. */
function cpuOfChildren() {
  try {
    const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1]?.split(' ') ?? [];
    // In hundredths of a second: time in the program and in the kernel.
    return (Number(fields[13]) + Number(fields[14])) / 100;
  } catch {
    return undefined;
  }
}
