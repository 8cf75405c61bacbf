import * as fc from 'fast-check';
import type { Dress } from './document.ts';
import type { Layout } from './layouts.ts';

/** Random dresses that a layout can wear; with every line end that there is, unless said otherwise. */
export function dressArb(
  layout: Layout,
  lineEnds: readonly Dress['lineEnd'][] = ['\n', '\n', '\r\n', '\r'],
): fc.Arbitrary<Dress> {
  return fc.record<Dress>({
    heading: fc.constantFrom(...layout.headings),
    lineEnd: fc.constantFrom(...lineEnds),
    bom: fc.boolean(),
    gap: fc.constantFrom<Dress['gap'][]>(1, 2),
  });
}
