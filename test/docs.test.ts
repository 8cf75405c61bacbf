import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import manifest from '../package.json';

/** Pages that are written by hand and name files, folders and scripts of the project. */
const pages = [
  'CONTRIBUTING.md',
  'docs/architecture.md',
  'docs/conformance.md',
  'docs/domain.md',
  'docs/settings.md',
  'bench/README.md',
  'samples/README.md',
];

/** The folders and files at the root that a path can begin with. */
const PATH =
  /^(?:\.ci|bench|client|conformance|docs|l10n|samples|scripts|server|snippets|syntaxes|test)\/[\w./-]*$|^[\w.-]+\.(?:md|json|mjs)$/;

/** The paths that a line names; a file without a folder is one of the folder named before it. */
function pathsIn(line: string): string[] {
  let folder: string | undefined;
  return [...line.matchAll(/`([^`]+)`/g)].flatMap(([, span = '']) => {
    if (PATH.test(span) && span !== 'nianbao.config.json') {
      folder = /\.\w+$/.test(span) ? dirname(span) : span;
      return [span];
    }
    const isFile = /^[a-z][\w.-]*\.ts$/.test(span);
    return isFile && folder !== undefined ? [join(folder, span)] : [];
  });
}

describe.each(pages)('%s', (page) => {
  const text = readFileSync(new URL(`../${page}`, import.meta.url), 'utf8').replace(/^```[\s\S]*?^```$/gm, '');

  it('names files and folders that are there', () => {
    expect(
      text
        .split('\n')
        .flatMap(pathsIn)
        .filter((path) => !existsSync(path)),
    ).toEqual([]);
  });

  it('names scripts that are there', () => {
    const named = [...text.matchAll(/npm run ([\w:]+)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !(name in manifest.scripts))).toEqual([]);
  });

  it('links to what is there', () => {
    const anchors = [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    );
    const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
    const broken = links.filter((link) =>
      link.startsWith('#') ? !anchors.includes(link.slice(1)) : !existsSync(join(dirname(page), link)),
    );
    expect(broken).toEqual([]);
  });
});
