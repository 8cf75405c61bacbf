import { type BySeverity, countBySeverity, type Finding } from '../checks/check.ts';
import { formatOfYear } from '../format/formats.ts';
import { PLACEHOLDER } from '../format/phrases.ts';
import { balancesOf } from '../report/facts/balance.ts';
import { bindingsOf } from '../report/facts/statements/bindings.ts';
import { sumsOf } from '../report/facts/statements/sums.ts';
import { type Tally, tallyOf } from '../report/facts/verdict.ts';
import type { Report } from '../report/model.ts';

/** How near a report is to being published. */
export interface Readiness {
  readonly year: number | undefined;
  /** Official sections that are there, and all there should be. */
  readonly sections: { readonly found: number; readonly all: number };
  readonly tables: { readonly found: number; readonly all: number };
  /** Relations of the tables. */
  readonly relations: Tally;
  /** Numbers of the text against the tables and against each other. */
  readonly numbers: Tally;
  /** Cells that are blank, and places of the text that are still to be filled in. */
  readonly blanks: number;
  readonly placeholders: number;
  readonly findings: BySeverity;
}

/** What is done and what is left to do, from one analysis. */
export function readinessOf(report: Report, findings: readonly Finding[]): Readiness {
  const format = formatOfYear(report.year);
  const tables = Object.values(report.tables);
  return {
    year: report.year,
    sections: {
      found: new Set(report.sections.map(({ format: { number } }) => number)).size,
      all: format.sections.length,
    },
    tables: { found: tables.length, all: format.tables.length },
    relations: tallyOf(tables.flatMap(balancesOf)),
    numbers: tallyOf([...bindingsOf(report), ...sumsOf(report)]),
    blanks: tables.reduce(
      (sum, { values }) => sum + values.filter((value) => value?.amount.kind === 'blank').length,
      0,
    ),
    placeholders: [...report.text.matchAll(PLACEHOLDER)].length,
    findings: countBySeverity(findings),
  };
}
