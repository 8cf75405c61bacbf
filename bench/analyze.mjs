/** What reading and checking one report takes, beside other tools in the same process. */

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { lintFor } from 'autocorrect-node';
import MarkdownIt from 'markdown-it';
import { figure, median, percentile, sum, table } from './figures.mjs';
import { endingOf, forms, kinds, languageOf } from './inputs.mjs';

/** @typedef {import('./inputs.mjs').Form} Form */
/** @typedef {(text: string, form: Form) => unknown} Tool */

const ROUNDS = 3;
/** Reports that a tool reads before the next tool's turn. */
const BLOCK = 25;
const WARM_UP = 100;
const YARDSTICK = 'markdown-it parse';
const OURS = 'nianbao analyze';

/**
 * Prints the figures of each set.
 *
 * @param {import('./inputs.mjs').Inputs} inputs
 * @param {import('./build.mjs').Product} product
 * @returns one line for each set: how `analyze` stands to markdown-it's parse
 */
export function benchAnalyze(inputs, product) {
  const tools = toolsOf(product);
  const collect = garbageCollector();
  for (const { kind, form } of sets()) warmUp(tools, inputs[kind][form], form);
  return sets().map(({ kind, form }) => {
    const reports = inputs[kind][form];
    const times = measure(tools, reports, form, collect);
    const bytes = sum(reports.map((text) => Buffer.byteLength(text)));
    const yardstick = median((times.get(YARDSTICK) ?? []).flat());
    const rows = [...times].map(([name, rounds]) => {
      const all = rounds.flat();
      const speed = bytes / 1e3 / median(rounds.map(sum));
      return [name, median(all), percentile(all, 0.99), speed, median(all) / yardstick];
    });
    console.log(`\nOne report in one process, ${kind} ${form}, ${figure(bytes / reports.length)} bytes a report\n`);
    const head = ['', 'median ms', 'p99 ms', 'MB/s', `to ${YARDSTICK}`];
    console.log(
      table(
        head,
        rows.map(([name, ...figures]) => [String(name), ...figures.map((value) => figure(Number(value)))]),
      ),
    );
    const ours = median((times.get(OURS) ?? []).flat());
    return `${kind} ${form}: analyze takes ${figure(ours / yardstick)} × markdown-it's parse (aim: below 1)`;
  });
}

function sets() {
  return kinds.flatMap((kind) => forms.map((form) => ({ kind, form })));
}

/**
 * @param {import('./build.mjs').Product} product
 * @returns {ReadonlyMap<string, Tool>}
 */
function toolsOf({ analyze }) {
  const markdown = new MarkdownIt();
  return new Map(
    /** @type {[string, Tool][]} */ ([
      ['charCodeAt scan', scan],
      ["split('\\n')", (text) => text.split('\n').length],
      [YARDSTICK, (text) => markdown.parse(text, {})],
      ['autocorrect lintFor', (text, form) => lintFor(text, `report${endingOf[form]}`)],
      [OURS, (text, form) => analyze(text, languageOf[form])],
    ]),
  );
}

/** @param {string} text */
function scan(text) {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum += text.charCodeAt(i);
  return sum;
}

/**
 * @param {ReadonlyMap<string, Tool>} tools
 * @param {readonly string[]} reports
 * @param {Form} form
 */
function warmUp(tools, reports, form) {
  for (const tool of tools.values()) for (const text of reports.slice(0, WARM_UP)) tool(text, form);
}

/**
 * Milliseconds of each tool for each report, by rounds. The tools take turns at blocks of reports, in an order that
 * each turn rotates.
 *
 * @param {ReadonlyMap<string, Tool>} tools
 * @param {readonly string[]} reports
 * @param {Form} form
 * @param {() => void} collect
 */
function measure(tools, reports, form, collect) {
  const names = [...tools.keys()];
  /** @type {Map<string, number[][]>} */
  const times = new Map(names.map((name) => [name, Array.from({ length: ROUNDS }, () => [])]));
  let turn = 0;
  for (let round = 0; round < ROUNDS; round++) {
    for (let from = 0; from < reports.length; from += BLOCK, turn++) {
      const block = reports.slice(from, from + BLOCK);
      names.forEach((_, i) => {
        const name = names[(i + turn) % names.length] ?? '';
        collect();
        times.get(name)?.[round]?.push(...timesOf(tools.get(name) ?? scan, block, form));
      });
    }
  }
  return times;
}

/**
 * @param {Tool} tool
 * @param {readonly string[]} reports
 * @param {Form} form
 */
function timesOf(tool, reports, form) {
  return reports.map((text) => {
    const start = performance.now();
    tool(text, form);
    return performance.now() - start;
  });
}

/**
 * Frees what one tool left young before the next one's turn. Not a full collection: one before each turn would have V8
 * throw away the code of the tools that wait, and then all are measured cold.
 *
 * @returns {() => void}
 */
function garbageCollector() {
  setFlagsFromString('--expose-gc');
  /** @type {(options: { readonly type: 'minor' }) => void} */
  const gc = runInNewContext('gc');
  return () => gc({ type: 'minor' });
}
