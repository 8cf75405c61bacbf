import { expect, it } from 'vitest';
import { isPageNumber, mayBePageNumber } from '../../server/src/text/pageNumber.ts';

it.each([
  '- 3 -',
  '—3—',
  '– 12 –',
  '－3－',
  '·3·',
  ' - 3 - ',
  '第 3 页',
  '第3页 共8页',
  '第 3 页/共 8 页',
  '第3页（共8页）',
])('%s is a page number wherever it stands', (text) => {
  expect(isPageNumber(text)).toBe(true);
  expect(mayBePageNumber(text)).toBe(true);
});

it.each(['3', ' 12 ', '—3', '3—', '3 页', '第3', '128'])('%s is one where a page may end', (text) => {
  expect(isPageNumber(text)).toBe(false);
  expect(mayBePageNumber(text)).toBe(true);
});

it.each(['', '—', '2025', '3.5', '3件', '第3条', '- 3 - 件', '第3页见附表', '三', '第 3 页 共 8 页 9'])(
  '%s is none',
  (text) => {
    expect(mayBePageNumber(text)).toBe(false);
  },
);
