/** What needs the libraries for Word files: they are large, and loaded only where a Word file is read or written. */
export { fromDocx } from '../../input/fromDocx.ts';
export { sheetToDocx } from './sheetToDocx.ts';
export { toDocx } from './toDocx.ts';
