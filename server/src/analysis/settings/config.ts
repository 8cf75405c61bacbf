import { type Node, type ParseError, parseTree } from 'jsonc-parser';
import { type Code, codes, type Severity, severities } from '../../checks/check.ts';
import type { Span } from '../../text/span.ts';

/** Name of the file that holds the settings of a folder and of all folders in it. */
export const CONFIG_NAME = 'nianbao.config.json';

/** What a finding code can be set to. */
export type Level = Severity | 'off';

/** All levels, as a user writes them. */
export const levels: readonly Level[] = ['off', 'hint', 'information', 'warning', 'error'];

/** Levels by finding code. */
export type Rules = Readonly<Partial<Record<Code, Level>>>;

/** Other levels for some files. */
export interface Override {
  readonly files: readonly string[];
  readonly rules: Rules;
}

/** A single finding that is not to be shown. */
export interface Ignored {
  readonly code: Code;
  readonly fingerprint: string;
  /** The file that it is meant for, by its path from the configuration's folder or its name alone; undefined for all. */
  readonly file: string | undefined;
}

/** The content of a `nianbao.config.json`. Paths and globs are relative to its folder. */
export interface Config {
  readonly rules: Rules;
  readonly exclude: readonly string[];
  readonly overrides: readonly Override[];
  readonly ignore: readonly Ignored[];
}

/** Something wrong in a configuration, in Chinese; what is right beside it still holds. */
export interface Problem {
  readonly message: string;
  readonly span: Span;
}

/** A configuration with what is wrong in it. */
export interface ParsedConfig {
  readonly config: Config;
  readonly problems: readonly Problem[];
  /** Whether it is no JSON, so that some of it may be lost. */
  readonly broken: boolean;
}

/** Whether a value is a finding code. */
export function isCode(text: unknown): text is Code {
  return (codes as readonly unknown[]).includes(text);
}

/** Whether a value is a level. */
export function isLevel(value: unknown): value is Level {
  return value === 'off' || (severities as readonly unknown[]).includes(value);
}

/**
 * Reads a `nianbao.config.json`. Total: what cannot be used is a problem and otherwise left out. Comments and trailing
 * commas are forgiven, as editors forgive them.
 */
export function parseConfig(text: string): ParsedConfig {
  const problems: Problem[] = [];
  const errors: ParseError[] = [];
  const root = parseTree(text.replace(/^\ufeff/, ' '), errors, { allowTrailingComma: true });
  const [first] = errors;
  if (first !== undefined) {
    problems.push({
      message: '不是合法的 JSON',
      span: { start: first.offset, end: first.offset + first.length },
    });
  }
  const read = reader(problems);
  const parts = read.object(root, '整个文件', ['$schema', 'rules', 'exclude', 'overrides', 'ignore']);
  return {
    config: {
      rules: rulesOf(parts.get('rules'), read),
      exclude: read.texts(parts.get('exclude'), 'exclude'),
      overrides: read.list(parts.get('overrides'), 'overrides').map((node) => {
        const inner = read.object(node, 'overrides 中的一项', ['files', 'rules']);
        return { files: read.texts(inner.get('files'), 'files'), rules: rulesOf(inner.get('rules'), read) };
      }),
      ignore: read.list(parts.get('ignore'), 'ignore').flatMap((node) => ignoredOf(node, read)),
    },
    problems,
    broken: first !== undefined,
  };
}

/** Levels out of what an editor's settings or another program sent, which may be anything; what is unknown is left out. */
export function readRules(value: unknown): Rules {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(Object.entries(value).filter(([code, level]) => isCode(code) && isLevel(level)));
}

type Reader = ReturnType<typeof reader>;

function rulesOf(node: Node | undefined, read: Reader): Rules {
  const rules: Partial<Record<Code, Level>> = {};
  for (const [code, value] of read.object(node, 'rules', codes, '检查项代码')) {
    if (!isCode(code)) continue;
    if (isLevel(value.value)) rules[code] = value.value;
    else read.wrong(value, `“${code}”的级别应为 ${levels.join('、')} 之一`);
  }
  return rules;
}

function ignoredOf(node: Node, read: Reader): Ignored[] {
  const parts = read.object(node, 'ignore 中的一项', ['file', 'code', 'fingerprint', 'note']);
  const text = (key: string): string | undefined => {
    const value = parts.get(key);
    if (value !== undefined && typeof value.value !== 'string') read.wrong(value, `“${key}”应为文字`);
    return typeof value?.value === 'string' ? value.value : undefined;
  };
  const [code, fingerprint, file] = [text('code'), text('fingerprint'), text('file')];
  if (node.type !== 'object') return [];
  if (!isCode(code)) {
    read.wrong(parts.get('code') ?? node, code === undefined ? '缺少“code”' : `没有“${code}”这个检查项代码`);
    return [];
  }
  if (fingerprint === undefined) {
    read.wrong(node, '缺少“fingerprint”');
    return [];
  }
  return [{ code, fingerprint, file }];
}

/** Takes values out of a syntax tree and notes what is not as it should be. */
function reader(problems: Problem[]) {
  const wrong = ({ offset, length }: Node, message: string): void => {
    problems.push({ message, span: { start: offset, end: offset + length } });
  };
  const list = (node: Node | undefined, name: string): readonly Node[] => {
    if (node === undefined) return [];
    if (node.type !== 'array') wrong(node, `“${name}”应为数组 […]`);
    return node.type === 'array' ? (node.children ?? []) : [];
  };
  return {
    wrong,
    list,
    texts: (node: Node | undefined, name: string): readonly string[] =>
      list(node, name).flatMap((item) => {
        if (typeof item.value === 'string') return [item.value];
        wrong(item, `“${name}”中的每一项应为文字`);
        return [];
      }),
    /** The values of an object's properties by name; names other than those known are problems. */
    object: (
      node: Node | undefined,
      name: string,
      known: readonly string[],
      what = '设置项',
    ): ReadonlyMap<string, Node> => {
      const values = new Map<string, Node>();
      if (node === undefined) return values;
      if (node.type !== 'object') wrong(node, `“${name}”应为对象 {…}`);
      for (const property of node.type === 'object' ? (node.children ?? []) : []) {
        const [key, value] = property.children ?? [];
        if (key === undefined || typeof key.value !== 'string') continue;
        if (!known.includes(key.value)) wrong(key, `没有“${key.value}”这个${what}`);
        else if (value !== undefined) values.set(key.value, value);
      }
      return values;
    },
  };
}
