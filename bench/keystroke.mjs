/** What a keystroke takes over stdio, beside a server that does nothing on the same library. */

import { openDocument } from './client.mjs';
import { figure, median, percentile, table } from './figures.mjs';
import { endingOf, forms, languageOf, readSample } from './inputs.mjs';

/** @typedef {import('./inputs.mjs').Form} Form */
/** @typedef {import('./client.mjs').OpenDocument} OpenDocument */

/** Times that both servers are started anew. */
const RUNS = 3;
/** Keys that one server gets before the other's turn, and turns of each: 200 keys a run. */
const KEYS = 20;
const TURNS = 10;
const SENTENCE = '全年依法受理和答复政府信息公开申请，';

/**
 * What was measured of one server.
 *
 * @typedef {object} Measured
 * @property {number[]} keys
 * @property {number[]} firstDiagnostics
 * @property {number[]} memory
 * @property {number} findings
 */

/**
 * Prints the figures of sample 001 in both forms.
 *
 * @param {import('./build.mjs').Product} product
 * @param {Readonly<Record<'nianbao' | 'nothing', string>>} servers their programs
 * @returns one line for each form: how the server stands to the one that does nothing
 */
export async function benchKeystroke(product, servers) {
  const sample = readSample(product);
  /** @type {string[]} */
  const closing = [];
  for (const form of forms) {
    const measured = await measure(servers, sample[form], form);
    const floor = median(measured.nothing.keys);
    console.log(`\nOne keystroke over stdio, report 001 as ${form}, ${sample[form].length} characters\n`);
    const head = ['', 'key p50 ms', 'key p99 ms', 'spawn to first diagnostics ms', 'RSS MB', 'findings', 'to nothing'];
    const rows = Object.entries(measured).map(([name, { keys, firstDiagnostics, memory, findings }]) => [
      name,
      figure(median(keys)),
      figure(percentile(keys, 0.99)),
      figure(median(firstDiagnostics)),
      figure(memory.length === 0 ? undefined : median(memory)),
      String(findings),
      figure(median(keys) / floor),
    ]);
    console.log(table(head, rows));
    const ratio = median(measured.nianbao.keys) / floor;
    closing.push(`keystroke ${form}: ${figure(ratio)} × the do-nothing server (aim: below 1.5)`);
  }
  return closing;
}

/**
 * @param {Readonly<Record<'nianbao' | 'nothing', string>>} servers
 * @param {string} text
 * @param {Form} form
 */
async function measure(servers, text, form) {
  /** @returns {Measured} */
  const none = () => ({ keys: [], firstDiagnostics: [], memory: [], findings: 0 });
  const measured = { nothing: none(), nianbao: none() };
  for (let run = 0; run < RUNS; run++) {
    const names = turned(/** @type {const} */ (['nothing', 'nianbao']), run);
    /** @type {Map<'nothing' | 'nianbao', OpenDocument>} */
    const open = new Map();
    for (const name of names) {
      const uri = `untitled:report${endingOf[form]}`;
      open.set(name, await openDocument(servers[name], { uri, languageId: languageOf[form], text }));
    }
    for (let turn = 0; turn < TURNS; turn++) {
      for (const name of turned(names, turn)) {
        const document = open.get(name);
        if (document !== undefined) measured[name].keys.push(...(await typeTurn(document, text, turn)));
      }
    }
    for (const [name, document] of open) {
      measured[name].firstDiagnostics.push(document.firstDiagnostics);
      measured[name].findings = document.findings;
      const memory = document.memory();
      if (memory !== undefined) measured[name].memory.push(memory);
      await document.stop();
    }
  }
  return measured;
}

/**
 * @template T
 * @param {readonly T[]} pair
 * @param {number} by
 */
function turned(pair, by) {
  return by % 2 === 0 ? pair : pair.toReversed();
}

/**
 * Types the keys of one turn where the turn before ended.
 *
 * @param {OpenDocument} document
 * @param {string} text as it was opened
 * @param {number} turn
 */
async function typeTurn(document, text, turn) {
  const place = middleOf(text);
  /** @type {number[]} */
  const times = [];
  for (let i = turn * KEYS; i < (turn + 1) * KEYS; i++) {
    const char = SENTENCE.charAt(i % SENTENCE.length);
    times.push(await document.type(char, { line: place.line, character: place.character + i }));
  }
  return times;
}

/**
 * The place to type at: the end of the line of prose that is nearest to the middle of the text.
 *
 * @param {string} text
 */
function middleOf(text) {
  const lines = text.split('\n');
  let best = { line: 0, character: 0, away: Number.POSITIVE_INFINITY };
  let start = 0;
  lines.forEach((content, line) => {
    const away = Math.abs(start + content.length - text.length / 2);
    if (/。$/.test(content) && away < best.away) best = { line, character: content.length - 1, away };
    start += content.length + 1;
  });
  return best;
}
