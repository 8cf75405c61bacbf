import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { formats } from '../server/src/format/formats.ts';
import type { Head, TableBlock } from '../server/src/format/schema.ts';
import { roomOf, rooms, withRoomTable } from './support/rooms.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name).split(sep).join('/'));
}

function read(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
}

/** The files of ours that a file imports, types or not. */
function ownImportsOf(file: string): string[] {
  return importsOf(file).flatMap(({ from }) => {
    const path = relative(root, resolve(root, dirname(file), from))
      .split(sep)
      .join('/');
    return from.startsWith('.') && path.endsWith('.ts') ? [path] : [];
  });
}

/** A way from a file back to itself by imports; undefined where there is none. */
function circleFrom(start: string, imports: ReadonlyMap<string, readonly string[]>): readonly string[] | undefined {
  const ways = new Map<string, readonly string[]>([[start, [start]]]);
  for (const [file, way] of ways) {
    for (const next of imports.get(file) ?? []) {
      if (next === start) return [...way, next];
      if (!ways.has(next)) ways.set(next, [...way, next]);
    }
  }
  return undefined;
}

/** What a file imports: rooms, packages, `node:`; and whether only types of it. */
function importsOf(file: string): { readonly from: string; readonly target: string; readonly typesOnly: boolean }[] {
  const text = read(file);
  const statements = /(?:(import|export)\s+(type\s)?[^'";]*?from\s+|import\s*\(\s*|import\s+)'([^']+)'/g;
  return [...text.matchAll(statements)].map(([, , type, from = '']) => ({
    from,
    target: targetOf(file, from),
    typesOnly: type !== undefined,
  }));
}

function targetOf(file: string, from: string): string {
  if (from.startsWith('node:')) return 'node:';
  if (!from.startsWith('.')) {
    return from
      .split('/')
      .slice(0, from.startsWith('@') ? 2 : 1)
      .join('/');
  }
  const path = relative(root, resolve(root, dirname(file), from))
    .split(sep)
    .join('/');
  return roomOf(path) ?? path;
}

const files = [...sources('server/src'), ...sources('client/src')];
const elsewhere = files.filter((file) => !file.startsWith('server/src/format/'));

/** A file's text without comments. */
function codeOf(file: string): string {
  return readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
}

/** Shorter labels are words of the language: 规章, 总计, 其他, 行政处罚. */
const SHORTEST_LABEL = 5;

/** The labels of a block without their numerals, those that are words of the language left out. */
function labelsOfBlock({ rows, columns, caption }: TableBlock): string[] {
  const labelsOf = ({ label, children = [] }: Head): string[] => [
    label.replace(/^[（(]?[一二三四五六七八九十\d]+[）)、.]+/, ''),
    ...children.flatMap(labelsOf),
  ];
  const heads = [...rows, ...columns, ...(caption === undefined ? [] : [caption])];
  return heads.flatMap(labelsOf).filter((label) => label.length >= SHORTEST_LABEL);
}

describe('architecture', () => {
  it.each(files)('%s imports only what its room may', (file) => {
    const name = roomOf(file);
    const room = rooms[name ?? ''];
    if (name === undefined || room === undefined) throw new Error(`${file} belongs to no room of the house`);
    const may = [name, ...room.may, ...(room.except?.[file] ?? [])];
    const wrong = importsOf(file).filter(
      ({ target, typesOnly }) => !may.includes(target) && !(typesOnly && room.types?.includes(target) === true),
    );
    expect(wrong).toEqual([]);
  });

  it('has no files that import each other, not even types', () => {
    const imports = new Map(files.map((file) => [file, ownImportsOf(file)]));
    expect(files.flatMap((file) => circleFrom(file, imports) ?? [])).toEqual([]);
    expect(circleFrom('a', new Map(Object.entries({ a: ['b'], b: ['c'], c: ['a'] })))).toEqual(['a', 'b', 'c', 'a']);
  });

  // What the browser has as well (timers, `TextEncoder`, `performance`, `crypto`) is nobody's own.
  it("speaks of Node's globals only where a room may import Node", () => {
    const globals = /\b(?:Buffer|process|require|__dirname|__filename|setImmediate|NodeJS)\b/;
    const named = sources('server/src').filter((file) => globals.test(withoutComments(read(file))));
    const free = named.filter((file) => {
      const room = rooms[roomOf(file) ?? ''];
      return ![...(room?.may ?? []), ...(room?.except?.[file] ?? [])].includes('node:');
    });
    expect(free).toEqual([]);
    expect(named).toContain('server/src/lsp/node.ts');
  });

  it('has no check that calls another check', () => {
    for (const file of sources('server/src/checks')) {
      const [, name = '', part] = /checks\/([\w-]+)(\/.+)?\.ts$/.exec(file) ?? [];
      if (name === 'index') continue;
      // The parts of a check stand in a folder of its name.
      const own = part === undefined ? `./${name}/` : './';
      const others = importsOf(file).filter(({ from }) => from.startsWith('./') && !from.startsWith(own));
      expect(others.filter(({ from }) => from !== './check.ts' && from !== './exampleDisputes.ts')).toEqual([]);
    }
  });

  it('spells official labels in the format data and in the texts of rules only', () => {
    const labels = formats.flatMap(({ tables }) => tables.flatMap(({ blocks }) => blocks.flatMap(labelsOfBlock)));
    const spelled = elsewhere.filter((file) => {
      const code = codeOf(file).replace(/: Rule = \{[\s\S]*?\n\};/g, '');
      return labels.some((label) => code.includes(label));
    });
    expect(spelled).toEqual([
      // What it asks is told in the words of the columns that it compares.
      'server/src/checks/disclosure-implausible.ts',
      // Words of sentences that happen to be labels: 规范性文件, 法律服务机构.
      'server/src/report/facts/statements/statements.ts',
    ]);
  });

  it('tells in the page of the architecture who may import whom', () => {
    const page = readFileSync(join(root, 'docs/architecture.md'), 'utf8');
    expect(withRoomTable(page)).toBe(page);
  });

  it.each(formats)('names the format $id in the format data only', ({ id, notice }) => {
    const names = [`'${id}'`, `"${id}"`, `〔${notice.year}〕${notice.number}号`];
    expect(elsewhere.filter((file) => names.some((name) => codeOf(file).includes(name)))).toEqual([]);
  });
});
