/** The reports that the benchmarks run on: real drafts as they are, and many made of them by changing digits. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root } from './build.mjs';

/** @typedef {import('../server/src/report/model.ts').Report} Report */
/** @typedef {import('./build.mjs').Product} Product */
/** @typedef {'text' | 'md'} Form how a report is written */
/** @typedef {'untouched' | 'varied'} Kind whether digits were changed */

/** @type {readonly Form[]} */
export const forms = ['text', 'md'];

/** @type {readonly Kind[]} */
export const kinds = ['untouched', 'varied'];

/** The product's name of the language of each form. */
export const languageOf = /** @type {const} */ ({ text: 'plaintext', md: 'markdown' });

/** Ending of a file of each form. */
export const endingOf = /** @type {const} */ ({ text: '.txt', md: '.md' });

/** Sets of reports by kind and form. @typedef {Record<Kind, Record<Form, readonly string[]>>} Inputs */

/**
 * The sets, each of `count` reports: the drafts in turn, as they are and with other digits.
 *
 * @param {Product} product
 * @param {number} count
 * @returns {Inputs}
 */
export function readInputs(product, count) {
  const drafts = readDrafts(product);
  /** @param {Form} form */
  const untouched = (form) => Array.from({ length: count }, (_, i) => pick(drafts, i)[form]);
  /** @param {Form} form */
  const varied = (form) => {
    const random = randomOf(20_200_101);
    return untouched(form).map((text) => withOtherDigits(text, random));
  };
  return {
    untouched: { text: untouched('text'), md: untouched('md') },
    varied: { text: varied('text'), md: varied('md') },
  };
}

/**
 * The drafts of the first folder that NIANBAO_CORPUS names, else of `samples/`, in both forms. A draft without a Markdown
 * file of the same name is written as Markdown by the product.
 *
 * @param {Product} product
 * @returns {Record<Form, string>[]}
 */
export function readDrafts(product) {
  const folder = process.env.NIANBAO_CORPUS?.split(delimiter)[0] || join(root, 'samples');
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  if (names.length === 0) throw new Error('no .txt in the folder of the reports');
  return names.sort().map((name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    const markdown = join(folder, name.replace(/\.txt$/, '.md'));
    return { text, md: existsSync(markdown) ? readFileSync(markdown, 'utf8') : toMarkdown(text, product) };
  });
}

/**
 * Sample 001 in both forms, or the second draft of another folder, which is the same report.
 *
 * @param {Product} product
 */
export function readSample(product) {
  return pick(readDrafts(product), 1);
}

/**
 * Writes a draft as Markdown: headings marked, tables as pipe tables with all their values.
 *
 * @param {string} text
 * @param {Product} product
 */
function toMarkdown(text, { analyze, rewriteTable }) {
  const analysis = analyze(text, 'markdown');
  if (analysis.kind !== 'report') throw new Error('a draft is not taken for a report');
  const { report } = analysis;
  const tables = Object.values(report.tables).map((table) => ({
    ...wholeLines(report, table.span),
    text: `\n${rewriteTable(table, report)}\n`,
  }));
  const headings = report.sections.map((section) => ({
    ...section.headingSpan,
    text: `\n## ${section.heading.trim()}\n`,
  }));
  const title = report.title === undefined ? [] : [{ ...report.title.span, text: `# ${report.title.text}\n` }];
  const edits = [...title, ...headings, ...tables].sort((a, b) => b.start - a.start);
  let result = text;
  for (const edit of edits) result = result.slice(0, edit.start) + edit.text + result.slice(edit.end);
  return result.replace(/\n{3,}/g, '\n\n');
}

/**
 * @param {Report} report
 * @param {{ readonly start: number, readonly end: number }} span
 */
function wholeLines({ lines }, { start, end }) {
  return { start: lines.start(lines.lineAt(start)), end: lines.end(lines.lineAt(end)) };
}

/** Digits that stay: years, and the numbers of lists and labels (`1.属于国家秘密`). */
const NUMBER = /20\d\d(?!\d)|(?<![\d.])\d{1,2}[.．、)）](?!\d)|\d+/g;

/**
 * @param {string} text
 * @param {() => number} random
 */
function withOtherDigits(text, random) {
  return text.replace(NUMBER, (number) => {
    if (/^20\d\d$/.test(number) || /\D/.test(number)) return number;
    return number.replace(/\d/g, (_, at) => {
      const lowest = at === 0 && number.length > 1 ? 1 : 0;
      return String(lowest + Math.floor(random() * (10 - lowest)));
    });
  });
}

/**
 * A small generator (mulberry32) of numbers in [0, 1): the same seed gives the same numbers.
 *
 * @param {number} seed
 * @returns {() => number}
 */
function randomOf(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * @template T
 * @param {readonly T[]} items
 * @param {number} index counted on from the start again where the items end
 */
function pick(items, index) {
  const item = items[index % items.length];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}
