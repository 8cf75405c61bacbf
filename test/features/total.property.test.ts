import * as fc from 'fast-check';
import { describe, it } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze.ts';
import { verified } from '../../server/src/analysis/verified.ts';
import { blanksOf } from '../../server/src/features/blanks.ts';
import { cleanCharacters } from '../../server/src/features/clean.ts';
import { completionsAt } from '../../server/src/features/completion.ts';
import { fillFrom } from '../../server/src/features/fill.ts';
import { foldsOf, selectionsAt } from '../../server/src/features/folding.ts';
import { formatDraft } from '../../server/src/features/formatting.ts';
import { cellAround, selectionIn } from '../../server/src/features/grid.ts';
import { hoverAt } from '../../server/src/features/hover.ts';
import { linksAt } from '../../server/src/features/links.ts';
import { type OutlineItem, outlineOf } from '../../server/src/features/outline.ts';
import { pastedTable } from '../../server/src/features/paste.ts';
import { readinessOf } from '../../server/src/features/readiness.ts';
import { tableActionsAt } from '../../server/src/features/tableActions.ts';
import { tokensOf } from '../../server/src/features/tokens.ts';
import { balanceLine, totalHints } from '../../server/src/features/totals.ts';
import { writeApplications } from '../../server/src/features/writeSection.ts';
import type { Language } from '../../server/src/report/model.ts';
import { partsOf } from '../../server/src/report/reading/parts.ts';
import { applyEdits, type Span } from '../../server/src/text/span.ts';
import { anyText, ruinedText } from '../support/ruins.ts';
import { runs } from '../support/runs.ts';

const languageArb = fc.constantFrom<Language[]>('markdown', 'plaintext', 'html');

/** Throws where a span lies outside the text. */
function inside({ start, end }: Span, text: string, what: string): void {
  if (!(0 <= start && start <= end && end <= text.length))
    throw new Error(`${what}: ${start}…${end} of ${text.length}`);
}

function tryAll(text: string, language: Language, offset: number): void {
  cleanCharacters({ text, parts: partsOf(text, language) });
  pastedTable({ text, html: text }, language);
  const analysis = analyze(text, language);
  if (analysis.kind === 'other') return;
  const { report, findings } = analysis;
  verified(report);
  readinessOf(report, findings);
  const look = ({ span, selection, children }: OutlineItem, outer: Span): void => {
    inside(span, text, 'outline');
    // Editors refuse a symbol whose selection or children leave it.
    if (selection.start < span.start || selection.end > span.end) throw new Error('a selection outside its symbol');
    if (span.start < outer.start || span.end > outer.end) throw new Error('a symbol outside its parent');
    for (const child of children) look(child, span);
  };
  for (const item of outlineOf(report)) look(item, { start: 0, end: text.length });
  for (const { start, end } of foldsOf(report))
    if (end <= start || end >= report.lines.count) throw new Error('a fold');
  let last = 0;
  for (const { span } of tokensOf(report)) {
    inside(span, text, 'token');
    if (span.start < last) throw new Error('tokens that overlap');
    last = span.end;
  }
  for (const hint of totalHints(report)) inside({ start: hint.offset, end: hint.offset }, text, 'hint');
  for (const table of Object.values(report.tables)) balanceLine(table);
  for (const span of selectionsAt(report, offset)) inside(span, text, 'selection');
  const hover = hoverAt(report, offset);
  if (hover !== undefined) inside(hover.span, text, 'hover');
  const links = linksAt(report, offset);
  for (const { span } of [...(links?.sources ?? []), ...(links?.uses ?? [])]) inside(span, text, 'link');
  for (const { span } of completionsAt(report, offset)) inside(span, text, 'completion');
  for (const { edits } of tableActionsAt(report, offset)) applyEdits(text, edits);
  const place = cellAround(report, { start: offset, end: offset });
  if (place !== undefined) inside(selectionIn(place), text, 'cell');
  for (const span of blanksOf(report, findings)) inside(span, text, 'place to fill in');
  for (const copied of ['1\t2\n3\t4', text]) applyEdits(text, fillFrom(report, offset, { text: copied })?.edits ?? []);
  const written = writeApplications(report);
  if (written !== undefined) applyEdits(text, [written]);
  applyEdits(text, formatDraft(report, undefined));
}

describe('every feature', () => {
  const place = fc.double({ min: 0, max: 1, noNaN: true });

  it('takes any ruin of a report at any place', () => {
    fc.assert(
      fc.property(ruinedText, languageArb, place, (text, language, at) =>
        tryAll(text, language, Math.floor(at * text.length)),
      ),
      runs(300),
    );
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(anyText, languageArb, place, (text, language, at) =>
        tryAll(text, language, Math.floor(at * text.length)),
      ),
      runs(300),
    );
  });
});
