/** What the measuring of growth needs of the tests' own modules. */
export { pumps } from './pumps.ts';
export { draftToUse, uses } from './uses.ts';
