import type { Language } from '../report/model.ts';
import { standardTable } from '../writing/write.ts';
import { exampleTable } from './check.ts';

/** Table 4 of the report of a government that examples stand in, by columns. */
const figures = ['1', '0', '1', '0', '2', '1', '0', '0', '0', '1', '0', '0', '0', '1', '1'];

/** That table in a language's standard form. */
export function exampleDisputes(language: Language): string {
  return standardTable(exampleTable('litigation'), language, ({ index }) => figures[index] ?? '');
}
