import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkBlankCells } from '../../server/src/checks/cell-blank.ts';
import type { Finding } from '../../server/src/checks/check.ts';
import { checkMisalignedRows } from '../../server/src/checks/table-misaligned.ts';
import { checkBalance } from '../../server/src/checks/unbalanced.ts';
import type { Report } from '../../server/src/report/model.ts';
import { reportIn } from '../support/check.ts';
import { plain } from '../support/document.ts';
import { corpusFolders, goldFiles, hasBlankTotals, isIntact, samplesFolder } from '../support/gold.ts';
import { draftFor } from '../support/judge.ts';
import { layouts } from '../support/layouts.ts';
import { changeCell, hasRowTotal, type NumericCell, numericCells, slips } from '../support/mutations.ts';
import { reportArb } from '../support/report.ts';
import { oneOf, runs } from '../support/runs.ts';

const UNBALANCED = ['applications-unbalanced', 'litigation-unbalanced'];
/** The checks that a slip can be found by. */
const checks = [checkBalance, checkBlankCells, checkMisalignedRows];

function findingsOf(report: Report): readonly Finding[] {
  return checks.flatMap((check) => [...check.run(report)]);
}

function unbalanced(findings: readonly Finding[]): Finding[] {
  return findings.filter((finding) => UNBALANCED.includes(finding.code));
}

/**
 * Changes one cell and tells what is wrong with the findings; undefined where they are right.
 * @param blankBefore number of findings before the change that name a blank total; many in a column are one that names none
 */
function judge(report: Report, cell: NumericCell, slip: string, blankBefore: number): string | undefined {
  const { value, table, number } = cell;
  const name = `${value.slot.row} ${value.slot.column}: ${number} → ${slip}`;
  const findings = findingsOf(reportIn(changeCell(report, cell, slip), report.language));
  const wrong = unbalanced(findings);
  const blankTotal = slip === '' && value.slot.column === 'total';
  // Over a blank total a relation has not failed: the total to be filled in is what shows the slip.
  // A first cell that is emptied is lost where rows have no outer pipes: then the row is what is wrong.
  const others = ['total-blank', ...(slip === '' ? ['table-misaligned'] : [])];
  const found = wrong.length > 0 || findings.some((finding) => others.includes(finding.code));
  if (!found) return `${name} is not found`;
  if (table.format.id === 'litigation' || !hasRowTotal(table, value) || blankTotal) return undefined;
  const blamed = findings.filter((finding) => finding.suspect !== undefined);
  const located = blamed.filter(
    ({ suspect }) =>
      suspect?.row === value.slot.row && suspect.column === value.slot.column && suspect.expected === number,
  );
  const unexplained = findings.filter((finding) => finding.suspect === undefined && UNBALANCED.includes(finding.code));
  if (located.length === 1 && blamed.length - blankBefore === 1 && unexplained.length === 0) return undefined;
  return `${name} is not located: ${wrong.map((finding) => finding.message).join(' / ')}`;
}

function blankTotals(report: Report): number {
  return findingsOf(report).filter(({ code, suspect }) => code === 'total-blank' && suspect !== undefined).length;
}

const folders = [samplesFolder, ...corpusFolders];
const drafts = folders
  .flatMap(goldFiles)
  .filter((file) => isIntact(file) && file.language !== 'html')
  .filter(({ gold }) => (gold.unbalanced ?? []).length === 0 && !hasBlankTotals(gold));

describe.each(drafts)('$name', ({ text, language }) => {
  const report = reportIn(text, language);

  it('is balanced as it is', () => {
    expect(unbalanced(findingsOf(report)).map((finding) => finding.message)).toEqual([]);
  });

  it('shows every slip in a single cell, in table 3 at that very cell', () => {
    const cells = numericCells(report);
    expect(cells.length).toBeGreaterThan(2);
    const blank = blankTotals(report);
    const taken = cells.filter((_, i) => i % oneOf === 0);
    const wrong = taken.flatMap((cell) => slips(cell.text).flatMap((slip) => judge(report, cell, slip, blank) ?? []));
    expect(wrong).toEqual([]);
  });
});

describe.each(layouts.filter((layout) => ['pipe', 'tab', 'html', 'word'].includes(layout.shape)))('$name', (layout) => {
  it('shows one slip in any cell of a balanced report', () => {
    fc.assert(
      fc.property(reportArb, fc.nat(), fc.nat(), (balanced, which, how) => {
        const { text } = layout.write(draftFor(balanced, layout), plain);
        const report = reportIn(text, layout.language);
        expect(unbalanced(findingsOf(report)).map((finding) => finding.message)).toEqual([]);
        const cells = numericCells(report);
        const cell = cells[which % Math.max(1, cells.length)];
        if (cell === undefined) return;
        const made = slips(cell.text);
        expect(judge(report, cell, made[how % made.length] ?? '', blankTotals(report))).toBeUndefined();
      }),
      runs(60),
    );
  });
});
