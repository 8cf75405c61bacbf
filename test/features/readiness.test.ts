import { describe, expect, it } from 'vitest';
import { readinessOf } from '../../server/src/features/readiness.ts';
import { checked } from '../support/check.ts';
import { right } from './report.ts';

describe('readiness', () => {
  it('of a right report has nothing left to do', () => {
    const { report, findings } = checked(right().text);
    expect(readinessOf(report, findings)).toMatchObject({
      year: 2025,
      sections: { found: 6, all: 6 },
      tables: { found: 3, all: 3 },
      relations: { fails: 0, unjudged: 0 },
      numbers: { fails: 0 },
      blanks: 0,
      placeholders: 0,
      findings: { error: 0, warning: 0, information: 0, hint: 0 },
    });
  });
});
