import type { Rule } from '../checks/check.ts';
import { checks } from '../checks/index.ts';
import { suppressionRules } from './suppression/suppress.ts';

/** What there is to read of each finding code. */
export const rules: readonly Rule[] = [...checks.flatMap((check) => check.rules), ...suppressionRules];
