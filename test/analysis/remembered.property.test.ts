import * as fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Language } from '../../server/src/report/model.ts';
import { ruinedText } from '../support/ruins.ts';
import { runs } from '../support/runs.ts';

const memory = '../../server/src/text/memo.ts';

/** The program, or one that remembers nothing of what it computed before; nothing else of it is another. */
async function program(remembers: boolean) {
  vi.resetModules();
  vi.doUnmock(memory);
  if (!remembers) {
    vi.doMock(memory, async (original) => ({
      ...(await original<typeof import('../../server/src/text/memo.ts')>()),
      memo: (compute: unknown) => compute,
      memoIn: (compute: unknown) => compute,
      recurring: () => () => false,
    }));
  }
  const { analyze } = await import('../../server/src/analysis/analyze.ts');
  const { extract, locations, uncertain } = await import('../../server/src/analysis/extract.ts');
  const { verified } = await import('../../server/src/analysis/verified.ts');
  return { analyze, extract, locations, uncertain, verified };
}

type Program = Awaited<ReturnType<typeof program>>;

/** All that a program says of a text. */
function saidOf(text: string, language: Language, { analyze, extract, locations, uncertain, verified }: Program) {
  const analysis = analyze(text, language);
  if (analysis.kind === 'other') return 'other';
  const { report, findings } = analysis;
  return {
    findings: findings.map((finding) => ({ ...finding, fixes: finding.fixes() })),
    data: extract(report),
    places: locations(report),
    uncertain: uncertain(report),
    verified: verified(report),
    faults: Object.values(report.tables).map(({ faults, span, grid }) => ({ faults, span, grid })),
    paragraphs: report.paragraphs,
    parts: report.parts.map(({ kind, span }) => ({ kind, span })),
  };
}

/** Something that is done to a text at a place, as one who writes does it. */
type Change = (text: string, at: number) => string;

const typed = (words: string): Change => {
  return (text, at) => text.slice(0, at) + words + text.slice(at);
};

const changes: readonly Change[] = [
  ...['1', '23', '件', '，', '。', '\n', '\t', ' | ', '（一）', '2024年，', '收到申请5件。', '**', '<!-- a -->'].map(
    typed,
  ),
  (text, at) => text.slice(0, at) + text.slice(at + 1),
  (text, at) => text.slice(0, at) + text.slice(at + 12),
  // The next number, and a line over again and put elsewhere.
  (text, at) => text.slice(0, at) + text.slice(at).replace(/\d+/, (digits) => String(Number(digits) + 1)),
  (text, at) => text.slice(0, at) + text.slice(at).replace(/\n[^\n]*/, (line) => line + line),
  (text, at) => text.slice(text.indexOf('\n', at) + 1) + text.slice(0, text.indexOf('\n', at) + 1),
  (text) => `\n${text}`,
];

const changeArb = fc.record({ change: fc.constantFrom(...changes), at: fc.double({ min: 0, max: 1, noNaN: true }) });
const languageArb = fc.constantFrom<Language[]>('markdown', 'plaintext', 'html');

describe('what is remembered of texts', () => {
  let remembering: Program;
  let forgetting: Program;
  beforeAll(async () => {
    remembering = await program(true);
    forgetting = await program(false);
  });

  it('changes nothing of what is said of the text that they became', () => {
    fc.assert(
      fc.property(ruinedText, languageArb, fc.array(changeArb, { maxLength: 12 }), (draft, language, edits) => {
        let text = draft;
        remembering.analyze(text, language);
        for (const { change, at } of edits) {
          text = change(text, Math.floor(at * text.length));
          remembering.analyze(text, language);
        }
        expect(saidOf(text, language, remembering)).toEqual(saidOf(text, language, forgetting));
      }),
      runs(120),
    );
  });
});
