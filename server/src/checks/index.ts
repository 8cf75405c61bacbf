import type { Check } from './check.ts';

/** All checks, in the order of the contract's codes. */
export const checks: readonly Check[] = [];
