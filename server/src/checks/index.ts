import { checkCells } from './cells.ts';
import type { Check, Rule } from './check.ts';
import { checkSections } from './sections.ts';
import { checkTables } from './tables.ts';
import { checkBalance } from './unbalanced.ts';

/** All checks. */
export const checks: readonly Check[] = [checkSections, checkTables, checkCells, checkBalance];

/** What there is to read of each finding code. */
export const rules: readonly Rule[] = checks.flatMap((check) => check.rules);
