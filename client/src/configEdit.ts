import { applyEdits, type JSONPath, modify, type ParseError, parse } from 'jsonc-parser';

/** A suppression to be written into a `nianbao.config.json`. */
export type ConfigSuppression =
  | { readonly kind: 'finding'; readonly file: string; readonly code: string; readonly fingerprint: string }
  | { readonly kind: 'file'; readonly file: string; readonly code: string }
  | { readonly kind: 'folder'; readonly code: string };

/**
 * A configuration with a suppression added; what stands in it, comments and layout included, stays. What is suppressed
 * already is not added again.
 * @param text the configuration as it is; empty for a new one
 * @param suppression `file` is the draft's path from the configuration's folder, with slashes
 * @returns undefined where the text is no such configuration: it has to be put right by hand first
 */
export function withSuppression(text: string, suppression: ConfigSuppression): string | undefined {
  const base = text.trim() === '' ? '{}\n' : text;
  const errors: ParseError[] = [];
  const config: unknown = parse(base, errors, { allowTrailingComma: true });
  if (errors.length > 0) return undefined;
  const step = stepFor(config, suppression);
  if (step === undefined) return base;
  const indent = /\n([ \t]+)\S/.exec(base)?.[1] ?? '  ';
  const formattingOptions = {
    insertSpaces: !indent.includes('\t'),
    tabSize: indent.length,
    eol: base.includes('\r\n') ? '\r\n' : '\n',
  };
  try {
    return applyEdits(base, modify(base, step.path, step.value, { formattingOptions, isArrayInsertion: step.inserts }));
  } catch {
    // Something else stands where an object or a list should.
    return undefined;
  }
}

interface Step {
  readonly path: JSONPath;
  readonly value: unknown;
  readonly inserts: boolean;
}

/** Where in a configuration a suppression is written; undefined where it is there. */
function stepFor(config: unknown, suppression: ConfigSuppression): Step | undefined {
  const { code } = suppression;
  if (suppression.kind === 'folder') return { path: ['rules', code], value: 'off', inserts: false };
  if (suppression.kind === 'file') {
    const files = [globOf(suppression.file)];
    const overrides = listIn(config, 'overrides');
    const known = overrides.findLastIndex((item) => JSON.stringify(valueIn(item, 'files')) === JSON.stringify(files));
    if (known >= 0) return { path: ['overrides', known, 'rules', code], value: 'off', inserts: false };
    return added('overrides', overrides.length, { files, rules: { [code]: 'off' } });
  }
  const { file, fingerprint } = suppression;
  const ignored = listIn(config, 'ignore');
  const isKnown = ignored.some(
    (item) =>
      valueIn(item, 'fingerprint') === fingerprint && valueIn(item, 'code') === code && valueIn(item, 'file') === file,
  );
  return isKnown ? undefined : added('ignore', ignored.length, { file, code, fingerprint });
}

/** An item at the end of a list; the first one brings its list. */
function added(name: string, length: number, item: unknown): Step {
  return length === 0
    ? { path: [name], value: [item], inserts: false }
    : { path: [name, length], value: item, inserts: true };
}

/** A glob that names this path alone. */
function globOf(path: string): string {
  return `/${path.replace(/[\\*?[\]{}()!+@]/g, '\\$&')}`;
}

function valueIn(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, name)?.value : undefined;
}

function listIn(value: unknown, name: string): readonly unknown[] {
  const list = valueIn(value, name);
  return Array.isArray(list) ? list : [];
}
