import * as fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { damagesOf } from '../support/damages.ts';
import { plain } from '../support/document.ts';
import { draftFor } from '../support/judge.ts';
import { layouts } from '../support/layouts.ts';
import { randomOf } from '../support/random.ts';
import { realReports } from '../support/realReports.ts';
import { reportArb } from '../support/report.ts';
import { runs } from '../support/runs.ts';

const official = '../../server/src/format/official.ts';

/** The program with the official formats, or with the third among them; nothing else of it is another. */
async function program(withThird: boolean) {
  vi.resetModules();
  vi.doUnmock(official);
  if (withThird) {
    vi.doMock(official, async (original) => {
      const { withFormat } = await import('../support/thirdFormat.ts');
      return withFormat(await original<typeof import('../../server/src/format/official.ts')>());
    });
  }
  const { analyze } = await import('../../server/src/analysis/analyze.ts');
  const { extract } = await import('../../server/src/analysis/extract.ts');
  const { verified } = await import('../../server/src/analysis/verified.ts');
  const { formats } = await import('../../server/src/format/formats.ts');
  const { documentOf } = await import('../../server/src/output/document.ts');
  return { analyze, extract, verified, formats, documentOf };
}

type Program = Awaited<ReturnType<typeof program>>;

/** All that the program says of a draft. */
function saidOf(text: string, language: Parameters<Program['analyze']>[1], program: Program) {
  const analysis = program.analyze(text, language);
  if (analysis.kind === 'other') return 'other';
  const { report, findings } = analysis;
  return JSON.stringify({
    data: program.extract(report),
    findings: findings.map(({ fixes, ...finding }) => ({ ...finding, fixes: fixes() })),
    verified: program.verified(report),
    blocks: program.documentOf(report).blocks,
  });
}

/** Where two programs first say something else of a draft; undefined where they say the same. */
function difference(text: string, language: Parameters<Program['analyze']>[1], programs: readonly Program[]) {
  const [one = '', other = ''] = programs.map((program) => saidOf(text, language, program));
  if (one === other) return undefined;
  const at = [...one].findIndex((char, i) => char !== other[i]);
  return [one, other].map((said) => said.slice(Math.max(0, at - 200), at + 200));
}

describe('a third format changes nothing of drafts of the years before it', () => {
  let two: Program;
  let three: Program;
  beforeAll(async () => {
    two = await program(false);
    three = await program(true);
  });

  it('and is there', () => {
    expect([two.formats.length, three.formats.length]).toEqual([2, 3]);
  });

  it.each(realReports)('$name', ({ text, language }) => {
    expect(difference(text, language, [two, three])).toBeUndefined();
  });

  it.each(layouts)('$name', (layout) => {
    const damageArb = fc.constantFrom(undefined, ...damagesOf(layout));
    const seedArb = fc.integer({ min: 0, max: 0x7fffffff });
    fc.assert(
      fc.property(reportArb, damageArb, seedArb, (report, damage, seed) => {
        const right = draftFor(report, layout);
        const draft = damage === undefined ? right : damage.apply(right, randomOf(seed));
        const { text } = layout.write(draft, plain);
        expect(difference(text, layout.language, [two, three])).toBeUndefined();
      }),
      { ...runs(8), endOnFailure: true },
    );
  });
});
