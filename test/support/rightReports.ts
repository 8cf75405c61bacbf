import { readDraft } from './conformance.ts';

/** Reports with which nothing is wrong: the examples of the checks stand in them. */
export type RightReport = 'department' | 'government' | 'trial';

/** A right report, whole: a file of `conformance/right`. */
export function rightReport(name: RightReport, language: 'markdown' | 'plaintext'): string {
  return readDraft(`right/${name}.${language === 'markdown' ? 'md' : 'txt'}`).text;
}
