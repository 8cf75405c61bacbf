import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, it } from 'vitest';
import { nianbao } from './cli.ts';

const sample = 'samples/001-办公厅-2019.txt';
const noTables = { disclosure: null, applications: null, litigation: null };

async function extractAll(...args: readonly string[]) {
  const { stdout, code } = await nianbao(['extract', ...args]);
  expect(code).toBe(0);
  return JSON.parse(stdout);
}

it('prints a report as data', async () => {
  const [element, ...others] = await extractAll(sample);
  expect(others).toEqual([]);
  const gold = JSON.parse(readFileSync(`samples/gold/${basename(sample, '.txt')}.json`, 'utf8'));
  expect(element).toMatchObject({ file: sample, year: 2019, format: '2019', tables: gold.tables });
  expect(Object.keys(element)).toEqual(['file', 'title', 'body', 'year', 'format', 'sections', 'tables', 'uncertain']);
  expect(element.uncertain).toEqual({ applications: { carriedOut: Array.from({ length: 7 }, () => 'aligned') } });
});

it('adds the place of each value on demand', async () => {
  const [{ tables, locations }] = await extractAll('--locations', sample);
  const lines = readFileSync(sample, 'utf8').split(/\r?\n/);
  const { start, end } = locations.applications.granted[0];
  expect(start.line).toBe(end.line);
  expect(lines[start.line]?.slice(start.character, end.character)).toBe(String(tables.applications.granted[0]));
  expect(Object.keys(locations.litigation)).toEqual(Object.keys(tables.litigation));
});

it('has an element for what is no report', async () => {
  const nothing = { title: null, body: null, year: null, format: null, sections: [], tables: noTables, uncertain: {} };
  const file = 'samples/README.md';
  expect(await extractAll(file)).toEqual([{ file, ...nothing }]);
  expect(await extractAll('--locations', file)).toEqual([{ file, ...nothing, locations: noTables }]);
});

it('exits with 2 for a file that cannot be read', async () => {
  const { stdout, stderr, code } = await nianbao(['extract', 'missing.txt']);
  expect({ stdout, code }).toEqual({ stdout: '[]\n', code: 2 });
  expect(stderr).toContain('missing.txt');
});
