import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze.ts';
import { fixAll } from '../../server/src/analysis/fix.ts';
import type { Code } from '../../server/src/checks/check.ts';
import { formatDraft } from '../../server/src/features/formatting.ts';
import { tableActionsAt } from '../../server/src/features/tableActions.ts';
import type { Language } from '../../server/src/report/model.ts';
import { applyEdits, type Edit } from '../../server/src/text/span.ts';
import { damagesOf } from '../support/damages.ts';
import type { Draft } from '../support/draft.ts';
import { dressArb } from '../support/dress.ts';
import { draftFor } from '../support/judge.ts';
import { layouts } from '../support/layouts.ts';
import { missingNumbers } from '../support/numbers.ts';
import { randomOf } from '../support/random.ts';
import { reportArb } from '../support/report.ts';
import { ruinedBy } from '../support/ruins.ts';
import { runs } from '../support/runs.ts';

/** Codes whose fixes write or insert tables, rows and cells; the others' have numbers of their own to change. */
const codes: ReadonlySet<Code> = new Set([
  'section-missing',
  'section-empty',
  'table-missing',
  'table-template',
  'table-shape',
  'table-layout',
  'table-misaligned',
  'cell-blank',
  'total-blank',
  'title-missing',
]);

interface Offer {
  readonly title: string;
  readonly edits: readonly Edit[];
}

/** Every change of tables that is offered in a draft, save recomputed totals, which are to differ. */
function offersIn(text: string, language: Language): Offer[] {
  const analysis = analyze(text, language);
  if (analysis.kind === 'other') return [];
  const { report, findings } = analysis;
  const fixes = findings.filter(({ code }) => codes.has(code)).flatMap((finding) => finding.fixes());
  const actions = Object.values(report.tables)
    .flatMap(({ span }) => tableActionsAt(report, span.start))
    .filter(({ title }) => !title.startsWith('重算'));
  const formatting = language === 'markdown' ? [{ title: '格式', edits: formatDraft(report, undefined) }] : [];
  return [...fixes, ...actions, ...formatting];
}

/** Numbers that an offer takes out of a draft and does not say so, with its title. */
function lossOf(text: string, { title, edits }: Offer, pages: readonly string[]): string[] {
  const [zeros = ''] = /(?<=没有对应栏目的)\d+(?=个0不再列出)/.exec(title) ?? [];
  const told = [...pages, ...Array.from({ length: Number(zeros) }, () => '0')];
  return missingNumbers(text, applyEdits(text, edits)).filter((number) => {
    const at = told.indexOf(number);
    if (at >= 0) told.splice(at, 1);
    return at < 0;
  });
}

function losses(text: string, language: Language, pages: readonly string[], more: readonly Offer[] = []): string[] {
  return [...offersIn(text, language), ...more].flatMap((offer) => {
    const lost = lossOf(text, offer, pages);
    return lost.length === 0 ? [] : [`${offer.title}: ${lost.join(' ')}`];
  });
}

/** The page numbers of a draft's tables. */
function pagesOf({ tables }: Draft): string[] {
  const notes = tables.flatMap(({ rows }) => rows.filter(({ kind }) => kind === 'note'));
  return notes.flatMap(({ cells }) => cells.flatMap(({ text }) => text.match(/\d+/) ?? []));
}

describe('no change that is offered loses a number of a table', () => {
  it.each(layouts)('$name', (layout) => {
    const damages = fc.subarray(damagesOf(layout), { maxLength: 3 });
    fc.assert(
      fc.property(reportArb, dressArb(layout, ['\n', '\r\n']), damages, fc.nat(), (report, dress, befallen, seed) => {
        const random = randomOf(seed);
        const draft = befallen.reduce((current, damage) => damage.apply(current, random), draftFor(report, layout));
        const { text } = layout.write(draft, dress);
        const all = { title: '全部修正', edits: fixAll(text, layout.language).edits };
        expect(losses(text, layout.language, pagesOf(draft), [all])).toEqual([]);
      }),
      runs(10),
    );
  });

  it('of a ruined report', () => {
    // Of a ruin nobody could say which bare number is a page's.
    const ruined = ruinedBy(({ name }) => !name.includes('page number'));
    const languages = fc.constantFrom<Language[]>('markdown', 'plaintext', 'html');
    fc.assert(
      fc.property(ruined, languages, (text, language) => {
        expect(losses(text, language, [])).toEqual([]);
      }),
      runs(300),
    );
  });
});
