import { describe, expect, it } from 'vitest';
import { type ConfigSuppression, withSuppression } from '../../client/src/configEdit.ts';
import { parseConfig } from '../../server/src/analysis/settings/config.ts';
import { resolveOptions } from '../../server/src/analysis/settings/resolve.ts';

const finding: ConfigSuppression = {
  kind: 'finding',
  file: '稿/年报.txt',
  code: 'period',
  fingerprint: '0123456789abcdef',
};

/** A text with a suppression added, which must be possible. */
function suppressed(text: string, suppression: ConfigSuppression): string {
  const result = withSuppression(text, suppression);
  if (result === undefined) throw new Error('not added');
  return result;
}

/** What holds for a file under a configuration. */
function optionsOf(text: string, file: string) {
  const { config, problems } = parseConfig(text);
  expect(problems).toEqual([]);
  return resolveOptions([{ folder: '/', config }], `/${file}`);
}

describe('a suppression in a configuration', () => {
  it('makes a new one', () => {
    const text = suppressed('', { kind: 'folder', code: 'period' });
    expect(JSON.parse(text)).toEqual({ rules: { period: 'off' } });
    expect(text).toBe('{\n  "rules": {\n    "period": "off"\n  }\n}\n');
  });

  it('leaves comments and layout as they are', () => {
    const old = '{\n\t// 由办公室统一\n\t"rules": { "citation": "hint" },\n\t"exclude": ["旧稿"]\n}\n';
    const text = suppressed(old, { kind: 'folder', code: 'period' });
    expect(text).toContain('\t// 由办公室统一\n');
    expect(text).toContain('"exclude": ["旧稿"]');
    expect(optionsOf(text, 'a.txt').severities).toEqual({ citation: 'hint', period: 'off' });
  });

  it('takes the place of another level', () => {
    const text = suppressed('{ "rules": { "period": "hint" } }', { kind: 'folder', code: 'period' });
    expect(JSON.parse(text)).toEqual({ rules: { period: 'off' } });
  });

  it('of a file holds for that file alone, whatever signs are in its name', () => {
    const name = '稿/年报[终](1){2}!+@*.txt';
    const once = suppressed('', { kind: 'file', file: name, code: 'period' });
    const text = suppressed(once, { kind: 'file', file: name, code: 'citation' });
    expect(parseConfig(text).config.overrides).toHaveLength(1);
    expect(optionsOf(text, name).severities).toEqual({ period: 'off', citation: 'off' });
    expect(optionsOf(text, `x/${name}`).severities).toEqual({});
    expect(optionsOf(text, '稿/年报终.txt').severities).toEqual({});
  });

  it('of a finding is added once', () => {
    const text = suppressed('', finding);
    expect(optionsOf(text, '稿/年报.txt').ignored).toMatchObject([{ code: 'period', fingerprint: '0123456789abcdef' }]);
    expect(suppressed(text, finding)).toBe(text);
    const two = suppressed(text, { ...finding, fingerprint: 'fedcba9876543210' });
    expect(optionsOf(two, '稿/年报.txt').ignored).toHaveLength(2);
  });

  it.each(['[]', '"x"', '{ "rules": [] }', '{', '{ "rules": { "period": "off" }'])('is not put into %s', (text) => {
    expect(withSuppression(text, { kind: 'folder', code: 'citation' })).toBeUndefined();
  });
});
