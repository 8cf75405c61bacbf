import { checkCells } from './cells.ts';
import type { Check } from './check.ts';
import { checkSections } from './sections.ts';
import { checkTables } from './tables.ts';
import { checkBalance } from './unbalanced.ts';

/** All checks, in the order of the contract's codes. */
export const checks: readonly Check[] = [checkSections, checkTables, checkCells, checkBalance];
