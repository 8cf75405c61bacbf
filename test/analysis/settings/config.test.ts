import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseConfig, readRules } from '../../../server/src/analysis/settings/config.ts';
import { resolveOptions } from '../../../server/src/analysis/settings/resolve.ts';
import { runs } from '../../support/runs.ts';

function messages(text: string): readonly string[] {
  return parseConfig(text).problems.map(({ message, span }) => `${text.slice(span.start, span.end)}: ${message}`);
}

const config = (value: unknown) => parseConfig(JSON.stringify(value)).config;

describe('a configuration', () => {
  it('is read whole', () => {
    const value = {
      $schema: './schema.json',
      rules: { period: 'off', citation: 'error' },
      exclude: ['旧稿/**'],
      overrides: [{ files: ['*.txt'], rules: { punctuation: 'off' } }],
      ignore: [{ file: '一稿.txt', code: 'period', fingerprint: '0123', note: '已核对' }],
    };
    const { problems, broken, config } = parseConfig(JSON.stringify(value));
    expect({ problems, broken }).toEqual({ problems: [], broken: false });
    expect(config).toEqual({
      rules: value.rules,
      exclude: value.exclude,
      overrides: value.overrides,
      ignore: [{ file: '一稿.txt', code: 'period', fingerprint: '0123' }],
    });
  });

  it('may have comments, trailing commas and a byte order mark', () => {
    const text = '\ufeff{\n  // 由办公室统一\n  "rules": { "period": "off", },\n}';
    expect(parseConfig(text)).toMatchObject({ config: { rules: { period: 'off' } }, problems: [], broken: false });
  });

  it.each([
    ['{ "rules": { "perod": "off" } }', '"perod": 没有“perod”这个检查项代码'],
    ['{ "rules": { "period": "no" } }', '"no": “period”的级别应为 off、hint、information、warning、error 之一'],
    ['{ "rule": {} }', '"rule": 没有“rule”这个设置项'],
    ['{ "exclude": "a" }', '"a": “exclude”应为数组 […]'],
    ['{ "exclude": [1] }', '1: “exclude”中的每一项应为文字'],
    ['[]', '[]: “整个文件”应为对象 {…}'],
    ['{ "ignore": [{ "code": "period" }] }', '{ "code": "period" }: 缺少“fingerprint”'],
    ['{ "ignore": [{ "code": "x", "fingerprint": "1" }] }', '"x": 没有“x”这个检查项代码'],
  ])('says what is wrong in %s', (text, message) => {
    expect(messages(text)).toEqual([message]);
    expect(parseConfig(text).broken).toBe(false);
  });

  it('keeps what is right beside what is wrong', () => {
    const text = '{ "rules": { "perod": "off", "citation": "hint" }, "exclude": [1, "a"] }';
    expect(parseConfig(text).config).toMatchObject({ rules: { citation: 'hint' }, exclude: ['a'] });
  });

  it('is broken where it is no JSON', () => {
    expect(parseConfig('{ "rules": { "period": "off" ')).toMatchObject({
      broken: true,
      config: { rules: { period: 'off' } },
    });
  });

  it('may be anything', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        for (const { span } of parseConfig(text).problems) {
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeLessThanOrEqual(text.length);
        }
      }),
      runs(200),
    );
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(readRules(value)).toEqual({});
      }),
      runs(200),
    );
  });
});

describe('levels', () => {
  const outer = { folder: '/a/', config: config({ rules: { period: 'off', citation: 'hint', placeholder: 'error' } }) };
  const inner = {
    folder: '/a/b/',
    config: config({
      rules: { citation: 'error' },
      overrides: [{ files: ['*.txt'], rules: { citation: 'warning' } }],
    }),
  };

  it('are those of the nearest folder, code by code', () => {
    const of = (file: string) => resolveOptions([inner, outer], file).severities;
    expect(of('/a/1.md')).toEqual({ period: 'off', citation: 'hint', placeholder: 'error' });
    expect(of('/a/b/c/1.md')).toEqual({ period: 'off', citation: 'error', placeholder: 'error' });
    expect(of('/a/b/c/1.txt')).toEqual({ period: 'off', citation: 'warning', placeholder: 'error' });
    expect(of('/ab/1.md')).toEqual({});
  });

  it('overrule the editor and are overruled by the command line', () => {
    const { severities } = resolveOptions([outer], '/a/1.md', {
      below: { period: 'error', punctuation: 'off' },
      above: { citation: 'off' },
    });
    expect(severities).toEqual({ period: 'off', punctuation: 'off', citation: 'off', placeholder: 'error' });
  });
});

it('ignores a finding in the file that is named, whatever signs are in its name', () => {
  const entry = { code: 'period', fingerprint: '1' };
  const placed = {
    folder: '/a/',
    config: config({
      ignore: [{ ...entry, file: '年报[终稿](1).txt' }, entry, { ...entry, file: 'b/2.txt' }],
    }),
  };
  const files = (file: string) => resolveOptions([placed], file).ignored.map((ignored) => ignored.file);
  expect(files('/a/年报[终稿](1).txt')).toEqual(['年报[终稿](1).txt', undefined]);
  expect(files('/a/b/2.txt')).toEqual([undefined, 'b/2.txt']);
  expect(files('/a/c/b/2.txt')).toEqual([undefined]);
});

describe('globs', () => {
  it.each([
    ['旧稿', '旧稿/1.md', true],
    ['旧稿', 'x/旧稿/y/1.md', true],
    ['旧稿/', 'x/旧稿/1.md', true],
    ['/旧稿', 'x/旧稿/1.md', false],
    ['./旧稿/*.md', '旧稿/1.md', true],
    ['./旧稿/*.md', '旧稿/x/1.md', false],
    ['旧稿/**/*.md', '旧稿/x/1.md', true],
    ['*.txt', 'x/y/1.txt', true],
    ['*.txt', 'x/y/1.md', false],
    ['{1,2}.md', '2.md', true],
    ['.草稿', '.草稿/1.md', true],
    ['!1.md', '2.md', false],
    ['', '1.md', false],
  ])('%s and %s: %s', (glob, path, matches) => {
    const placed = { folder: 'file:///资料/', config: config({ exclude: [glob] }) };
    expect(resolveOptions([placed], `file:///资料/${path}`).excluded).toBe(matches);
  });

  it('may be anything', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (glob, path) => {
        const placed = { folder: '/', config: config({ exclude: [glob] }) };
        expect(typeof resolveOptions([placed], `/${path}`).excluded).toBe('boolean');
      }),
      runs(200),
    );
  });
});
