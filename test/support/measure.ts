/** What the measuring of the reading needs of the tests' own modules. */
export { sample } from 'fast-check';
export { corpusFolders, goldFiles } from './gold.ts';
export { layouts } from './layouts.ts';
export { outcomeOf, together } from './outcome.ts';
export { randomOf } from './random.ts';
export { reportArb } from './report.ts';
export { wreck } from './wreck.ts';
export { wrecks } from './wrecks.ts';
