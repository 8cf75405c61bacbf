import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { InvalidArgumentError } from 'commander';
import {
  CONFIG_NAME,
  type Config,
  isCode,
  isLevel,
  levels,
  parseConfig,
  type Rules,
} from '../analysis/settings/config.ts';
import { type Options, type PlacedConfig, resolveOptions } from '../analysis/settings/resolve.ts';
import { decode } from '../input/decode.ts';
import { LineIndex } from '../text/lines.ts';
import { printable } from './excerpt.ts';
import { reasonOf } from './files.ts';
import type { Output } from './output.ts';

/** What holds for the files of a run: the configurations of their folders, each read and complained of once. */
export interface RunSettings {
  /** What holds for a file; for standard input (`-`) what holds in the working folder. */
  readonly of: (file: string) => Options;
  /** Number of configurations that could not be read so far. */
  readonly failed: () => number;
}

/**
 * Settings of the folders around each file, up to the root, and of the command line, which overrule them.
 * @param above levels given on the command line
 */
export function runSettings(above: Rules, output: Output): RunSettings {
  const known = new Map<string, readonly PlacedConfig[]>();
  let failed = 0;
  const around = (folder: string): readonly PlacedConfig[] => {
    const before = known.get(folder);
    if (before !== undefined) return before;
    const outer = dirname(folder) === folder ? [] : around(dirname(folder));
    const read = readConfig(join(folder, CONFIG_NAME), output);
    if (read.failed) failed++;
    const all =
      read.config === undefined ? outer : [...outer, { folder: withSlashes(folder, true), config: read.config }];
    known.set(folder, all);
    return all;
  };
  return {
    of: (file) => {
      const path = resolve(file);
      return resolveOptions(around(dirname(path)), withSlashes(path, false), { above });
    },
    failed: () => failed,
  };
}

/** Adds `CODE=LEVEL` to what was given before; for commander. @throws InvalidArgumentError where it is not of that form */
export function addRule(given: string, before: Rules): Rules {
  const [code, level, ...more] = given.split('=');
  if (!isCode(code)) throw new InvalidArgumentError(`没有“${code}”这个检查项代码 no such code`);
  if (!isLevel(level) || more.length > 0) {
    throw new InvalidArgumentError(`级别应为 the level must be one of: ${levels.join('、')}`);
  }
  return { ...before, [code]: level };
}

function withSlashes(path: string, isFolder: boolean): string {
  const plain = path.split(sep).join('/');
  return isFolder && !plain.endsWith('/') ? `${plain}/` : plain;
}

/** The configuration at a path, undefined where there is none; what is wrong with it goes to standard error. */
function readConfig(path: string, output: Output): { readonly config?: Config; readonly failed: boolean } {
  const name = relative('', path);
  let text: string;
  try {
    text = decode(readFileSync(path));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') return { failed: false };
    output.complain(printable(`nianbao: ${name}: ${reasonOf(error, REASONS)}`));
    return { failed: true };
  }
  const { config, problems, broken } = parseConfig(text);
  const lines = new LineIndex(text);
  for (const { message, span } of problems) {
    const { line, character } = lines.positionAt(span.start);
    output.complain(printable(`nianbao: ${name}:${line + 1}:${character + 1}: ${message}`));
  }
  return { config, failed: broken };
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: '没有读取权限 permission denied',
  EPERM: '没有读取权限 permission denied',
  EISDIR: '应为文件，实为文件夹 is a folder',
};
