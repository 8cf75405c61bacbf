import { describe, expect, it } from 'vitest';
import { rules } from '../../server/src/analysis/rules.ts';
import { codes } from '../../server/src/checks/check.ts';
import { check } from '../support/check.ts';
import { exampleFiles, pathsIn, readDraft, readText } from '../support/conformance.ts';
import { holds } from '../support/planted.ts';

describe('rules', () => {
  it('are one for each code', () => {
    expect(rules.map(({ code }) => code).sort()).toEqual([...codes].sort());
  });

  it.each(rules)('$code says what there is to read of it', ({ title, summary, why, basis, howToFix, examples }) => {
    expect(title.length).toBeGreaterThan(3);
    expect(title.length).toBeLessThanOrEqual(16);
    for (const text of [why, basis, howToFix]) expect(text).toMatch(/[。）：]$/);
    expect(summary).toMatch(/^[A-Z“].*\.$/);
    expect(examples.length).toBeGreaterThan(0);
  });
});

const written = exampleFiles();
const paths = [...written.keys()];

describe('the examples that are written out', () => {
  it('are those of the rules (npm run generate)', () => {
    expect(pathsIn('examples')).toEqual([...paths].sort());
    for (const [path, content] of written) expect(readText(path)).toBe(content);
  });

  it.each(paths.filter((path) => !path.includes('.right.')))('%s: wrong gives exactly its finding', (path) => {
    holds(readDraft(path));
  });

  it.each(paths.filter((path) => path.includes('.right.')))('%s: right is silent', (path) => {
    const { text, language } = readDraft(path);
    check(text, [], { language });
  });
});
