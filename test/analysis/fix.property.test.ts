import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { extract } from '../../server/src/analysis/extract.ts';
import { type Fixed, fixAll } from '../../server/src/analysis/fix.ts';
import type { Language } from '../../server/src/report/model.ts';
import { readReport } from '../../server/src/report/reading/read.ts';
import { applyEdits } from '../../server/src/text/span.ts';
import { reportIn } from '../support/check.ts';
import { damagesOf } from '../support/damages.ts';
import { dressArb } from '../support/dress.ts';
import { minimality } from '../support/edits.ts';
import { draftFor } from '../support/judge.ts';
import { layouts } from '../support/layouts.ts';
import { changeCell, numericCells } from '../support/mutations.ts';
import { randomOf } from '../support/random.ts';
import { reportArb } from '../support/report.ts';
import { anyText, ruinedText } from '../support/ruins.ts';
import { runs } from '../support/runs.ts';

/** What is true of every text, report or not. */
function assertFixed(text: string, language: Language): Fixed {
  const fixed = fixAll(text, language);
  expect(fixed.converged, 'converges').toBe(true);
  expect(minimality(fixed.edits, text)).toEqual([]);
  expect(applyEdits(text, fixed.edits)).toBe(fixed.text);
  const again = fixAll(fixed.text, language);
  expect(again.applied, 'a second run').toEqual([]);
  expect(again.text).toBe(fixed.text);
  return fixed;
}

/** Applies the edits as an editor does: by lines and characters. */
function applyAsEditor(text: string, { edits }: Fixed): string {
  const document = TextDocument.create('', '', 0, text);
  return TextDocument.applyEdits(
    document,
    edits.map((edit) => ({
      range: { start: document.positionAt(edit.span.start), end: document.positionAt(edit.span.end) },
      newText: edit.text,
    })),
  );
}

/** Values of a report that changed, a line each; a blank that became 0 has not. */
function changedValues(before: string, after: string, language: Language): string[] {
  const [old, now] = [before, after].map((text) => readReport(text, language));
  if (old === undefined || now === undefined) return old === now ? [] : ['no longer taken for a report'];
  const right = extract(old);
  const read = extract(now);
  const changed: string[] = right.format === read.format ? [] : [`format ${right.format} → ${read.format}`];
  for (const [id, rows] of Object.entries(right.tables)) {
    for (const [row, values] of Object.entries(rows ?? {})) {
      const other = read.tables[id as keyof typeof read.tables]?.[row];
      values.forEach((value, i) => {
        const found = other?.[i] ?? null;
        if (value !== found && !(value === null && found === 0)) changed.push(`${id}.${row}[${i}] ${value} → ${found}`);
      });
    }
  }
  return changed;
}

const seedArb = fc.integer({ min: 0, max: 0x7fffffff });

describe.each(layouts)('$name', (layout) => {
  const damagesArb = fc.subarray(damagesOf(layout), { maxLength: 3 });

  it('is applied for good, and no number of its tables changes', () => {
    fc.assert(
      fc.property(reportArb, dressArb(layout), damagesArb, seedArb, (report, dress, damages, seed) => {
        const random = randomOf(seed);
        const draft = damages.reduce((current, damage) => damage.apply(current, random), draftFor(report, layout));
        const { text } = layout.write(draft, dress);
        const fixed = assertFixed(text, layout.language);
        expect(applyAsEditor(text, fixed)).toBe(fixed.text);
        expect(changedValues(text, fixed.text, layout.language)).toEqual([]);
      }),
      runs(15),
    );
  });

  it('keeps a wrong number as the drafter wrote it', () => {
    fc.assert(
      fc.property(reportArb, dressArb(layout), fc.nat(), (report, dress, which) => {
        const read = reportIn(layout.write(draftFor(report, layout), dress).text, layout.language);
        const cells = numericCells(read);
        const cell = cells[which % Math.max(1, cells.length)];
        if (cell === undefined) return;
        const text = changeCell(read, cell, String(cell.number + 1));
        const fixed = assertFixed(text, layout.language);
        expect(changedValues(text, fixed.text, layout.language)).toEqual([]);
      }),
      runs(10),
    );
  });
});

describe('any text', () => {
  const languageArb = fc.constantFrom<Language[]>('markdown', 'plaintext', 'html');

  it.each([
    { what: 'no report', texts: anyText },
    { what: 'a ruined report', texts: ruinedText },
  ])('is applied for good, $what', ({ texts }) => {
    fc.assert(
      fc.property(texts, languageArb, (text, language) => {
        assertFixed(text, language);
      }),
      runs(100),
    );
  });
});
