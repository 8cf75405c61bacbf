import { expect, it } from 'vitest';
import { isLoneNumber, isPageNumber, mayBePageNumber } from '../../server/src/text/pageNumber.ts';

/** Texts by whether each is a page number wherever it stands, may be one in running text, and in a table. */
it.each<[text: string, is: boolean, mayBe: boolean, lone: boolean]>([
  ['- 3 -', true, true, false],
  ['—3—', true, true, false],
  ['– 12 –', true, true, false],
  ['－3－', true, true, false],
  ['·3·', true, true, false],
  [' - 3 - ', true, true, false],
  ['第 3 页', true, true, false],
  ['第3页 共8页', true, true, false],
  ['第 3 页/共 8 页', true, true, false],
  ['第3页（共8页）', true, true, false],
  ['3', false, true, true],
  ['\u30003 ', false, true, true],
  ['128', false, true, true],
  // Half of its marks is lost; in a table `-3` is a number below zero.
  ['—3', false, true, false],
  ['-3', false, true, false],
  ['3 -', false, true, false],
  ['', false, false, false],
  ['—', false, false, false],
  ['2025', false, false, false],
  ['3.5', false, false, false],
  ['3件', false, false, false],
  ['3页', false, false, false],
  ['第3', false, false, false],
  ['第3条', false, false, false],
  ['- 3 - 件', false, false, false],
  ['第3页见附表', false, false, false],
  ['第 3 页 共 8 页 9', false, false, false],
])('%j: a page number %s, perhaps one in text %s, in a table %s', (text, is, mayBe, lone) => {
  expect([isPageNumber(text), mayBePageNumber(text), isLoneNumber(text)]).toEqual([is, mayBe, lone]);
});
