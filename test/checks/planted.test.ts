import { describe, expect, it } from 'vitest';
import { codes } from '../../server/src/checks/check.ts';
import { checked } from '../support/check.ts';
import { pathsIn, readDraft, valuesOf } from '../support/conformance.ts';
import { failing, readFigures, reportWith } from '../support/figures.ts';
import { holds } from '../support/planted.ts';

const keys = ['about', 'report', 'finding', 'fixed', 'left'];
const faults = pathsIn('faults');

describe('right reports', () => {
  it.each(pathsIn('right'))('%s has no finding', (path) => {
    const draft = readDraft(path);
    expect(draft.header.map(([key]) => key)).toEqual(['about']);
    holds(draft);
  });
});

describe('planted faults', () => {
  it.each(faults)('%s is found, and nothing else', (path) => {
    const draft = readDraft(path);
    expect(valuesOf(draft, 'finding')).not.toEqual([]);
    holds(draft);
  });

  it.each(faults)('%s tells what is wrong, where, and what becomes of it', (path) => {
    const { header } = readDraft(path);
    const names = header.map(([key]) => key);
    expect(names.filter((key) => !keys.includes(key))).toEqual([]);
    expect(names.filter((key) => key !== 'finding')).toEqual([
      'about',
      'report',
      names.includes('fixed') ? 'fixed' : 'left',
    ]);
    expect(path.split('/')[1]).toBe(valuesOf(readDraft(path), 'finding')[0]?.split(' ')[0]);
  });

  it('are there for every code', () => {
    const planted = new Set(faults.map((path) => path.split('/')[1]));
    expect(codes.filter((code) => !planted.has(code))).toEqual([]);
  });
});

describe('figures', () => {
  it.each(pathsIn('figures'))('%s: the relations fail that are named, and no others', (path) => {
    const figures = readFigures(path);
    expect(failing(figures)).toEqual(figures.fails);
    const { findings } = checked(reportWith(figures), { only: ['applications-unbalanced', 'litigation-unbalanced'] });
    expect([...new Set(findings.flatMap(({ relations }) => relations))].sort()).toEqual(figures.fails);
    const suspects = findings.flatMap(({ suspect }) =>
      suspect === undefined ? [] : [{ cell: `${suspect.row}/${suspect.column}`, expected: suspect.expected }],
    );
    expect(suspects).toEqual(figures.suspect === undefined ? [] : [figures.suspect]);
  });
});
