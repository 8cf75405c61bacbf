import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What else lives in `test`: beside these its folders are those of the code. */
const others = ['page', 'support', 'vscode'];

/** Data of tests, beside the tests that read it. */
const data = ['analysis/snapshots', 'report/reading/fixtures'];

/** Tests of no file alone, each with what it is about; all others have the name of a file of the code. */
const topics: Readonly<Record<string, string>> = {
  architecture: 'imports, labels and names of formats in all of the code',
  docs: 'paths, scripts and links in the pages written by hand',
  domain: 'docs/domain.md',
  manifest: 'package.json and what it names',
  mirror: 'the places of tests',
  'analysis/remembered': 'what is remembered of texts changes nothing',
  'analysis/samples': 'findings and fixes of the samples, kept',
  'checks/examples': 'the examples of every rule, as conformance has them',
  'checks/kept': 'no fix or action loses a number of a table',
  'checks/planted': 'the right reports, faults and figures of conformance',
  'checks/right': 'random right reports have no finding',
  'client/commands': 'commands, forms of export and registrations',
  'features/total': 'every feature takes every text',
  'format/present': 'what follows from the present format',
  'format/promises': 'what holds of every format, a third one too',
  'format/reading': 'a third format is read',
  'format/shared': 'a table that two formats share',
  'format/unchanged': 'a third format changes nothing of the two',
  'lsp/features': 'the editor’s features over stdio',
  'lsp/stdio': 'diagnostics and settings over stdio',
  'output/hostile': 'markup in a draft stays text in every form',
  'output/layouts': 'reports in every layout, through every form',
  'report/reading/certainty': 'how each value was read, and that no open one is counted',
  'report/reading/corpus': 'reports with their gold',
  'report/reading/growth': 'work grows with the text, and no faster',
  'report/reading/roundtrip': 'every layout and damage is read back',
  'report/reading/scale': 'work is linear in the text',
  'report/reading/webcopies': 'tables as sites write them',
  'report/reading/webpages': 'parts of pages, and the page around a report',
};

/** Folders of the code without tests of their own, each with where it is tested. */
const elsewhere: Readonly<Record<string, string>> = {
  'server/src/checks/prose-mismatch': 'test/checks/prose-mismatch.test.ts',
  'server/src/checks/punctuation': 'test/checks/punctuation.test.ts',
  'server/src/report/facts/statements': 'test/checks/prose-mismatch.test.ts',
  'client/src/exchange': 'test/vscode/suite/exchange.test.ts',
  'client/src/preview': 'test/vscode/suite/preview.test.ts',
  'client/src/preview/page': 'test/page',
  'server/src/checks/wording': 'test/checks/wording.test.ts',
  'server/src/checks/leftover': 'test/checks/leftover.test.ts',
  'server/src/checks/body-name': 'test/checks/body-name.test.ts',
};

/** Checks of which their examples and the planted faults tell all. */
const byExamples: readonly string[] = [
  'section-missing',
  'section-order',
  'table-layout',

  'table-missing',
  'table-shape',
];

function foldersUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length).split(sep).join('/'));
}

function filesIn(folder: string, ending: string): string[] {
  return readdirSync(join(root, folder)).filter((name) => name.endsWith(ending));
}

/** The folder of the code that a folder of `test` is for: `checks` for `server/src/checks`. */
function codeOf(folder: string): string {
  return /^client\b/.test(folder) ? folder.replace('client', 'client/src') : `server/src/${folder}`;
}

const folders = foldersUnder('test')
  .map((folder) => folder.slice('test/'.length))
  .filter((folder) => ![...others, ...data].some((other) => folder === other || folder.startsWith(`${other}/`)));

const tests = ['.', ...folders].flatMap((folder) =>
  filesIn(`test/${folder}`, '.test.ts').map((name) => join(folder, name)),
);

/** A test's place without what comes behind the first dot: `checks/unbalanced` of `checks/unbalanced.property.test.ts`. */
function subjectOf(test: string): string {
  return join(dirname(test), basename(test).replace(/\..*/, '')).split(sep).join('/');
}

describe('the tests', () => {
  it('stand in folders of the names of those of the code', () => {
    expect(folders.filter((folder) => !existsSync(join(root, codeOf(folder))))).toEqual([]);
  });

  it.each(tests)('%s has the name of a file of the code, or of a topic', (test) => {
    const subject = subjectOf(test);
    expect(subject in topics || existsSync(join(root, `${codeOf(subject)}.ts`))).toBe(true);
  });

  it('are there for every folder of the code', () => {
    const code = ['server/src', 'client/src'].flatMap(foldersUnder);
    const without = code.filter((folder) => !folders.some((own) => codeOf(own) === folder));
    expect(without.sort()).toEqual(Object.keys(elsewhere).sort());
  });

  it('are there for every check', () => {
    const checks = filesIn('server/src/checks', '.ts')
      .map((name) => name.slice(0, -'.ts'.length))
      .filter((name) => !['check', 'exampleDisputes', 'index'].includes(name));
    const tested = tests.map(subjectOf);
    expect(checks.filter((name) => !tested.includes(`checks/${name}`))).toEqual(byExamples);
  });

  it('are named as topics only where they are', () => {
    expect(Object.keys(topics).filter((topic) => !tests.some((test) => subjectOf(test) === topic))).toEqual([]);
    expect(
      [...Object.values(elsewhere), ...data.map((name) => `test/${name}`)].filter(
        (path) => !existsSync(join(root, path)),
      ),
    ).toEqual([]);
  });
});
