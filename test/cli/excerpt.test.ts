import { expect, it } from 'vitest';
import { excerpt, printable } from '../../server/src/cli/excerpt.ts';

/** The line with ⟦ and ⟧ around the marked place, as it is printed, with the mark below. */
function print(marked: string, columns = 80): readonly [string, string] {
  const start = marked.indexOf('⟦');
  const end = marked.indexOf('⟧') - 1;
  const { text, indent, width } = excerpt(marked.replace(/[⟦⟧]/g, ''), start, end, columns);
  return [text, ' '.repeat(indent) + '^'.repeat(width)];
}

it.each([
  { what: 'narrow', marked: 'ab⟦cd⟧ef', text: 'abcdef', mark: '  ^^' },
  { what: 'wide', marked: '信息⟦公开⟧x', text: '信息公开x', mark: '    ^^^^' },
  { what: 'empty', marked: 'a⟦⟧b', text: 'ab', mark: ' ^' },
  { what: 'empty at the end', marked: '四⟦⟧', text: '四', mark: '  ^' },
  { what: 'behind tabs', marked: 'a\t\t⟦5⟧\tb', text: 'a       5   b', mark: '        ^' },
  { what: 'an empty cell', marked: '四\t⟦⟧\t5', text: '四      5', mark: '    ^' },
  { what: 'indented', marked: '　\t ⟦一、⟧总体情况  ', text: '一、总体情况', mark: '^^^^' },
  { what: 'combined', marked: 'e\u0301\u200b⟦x⟧', text: 'e\u0301\u200bx', mark: ' ^' },
  { what: 'outside the BMP', marked: '𠮷⟦𠮷⟧', text: '𠮷𠮷', mark: '  ^^' },
])('marks a place: $what', ({ marked, text, mark }) => {
  expect(print(marked)).toEqual([text, mark]);
});

const long = '一二三四五六七八九十'.repeat(10);

it.each([
  { what: 'at the start', marked: `⟦甲⟧${long}`, text: '甲一二三四五六七八…', mark: '^^' },
  { what: 'in the middle', marked: `${long}⟦甲⟧${long}`, text: '…九十甲一二三四五六…', mark: '     ^^' },
  { what: 'at the end', marked: `${long}⟦甲⟧`, text: '…三四五六七八九十甲', mark: `${' '.repeat(17)}^^` },
  { what: 'longer than the line', marked: `乙⟦${long}⟧乙`, text: '…一二三四五六七八九…', mark: ` ${'^'.repeat(18)}` },
])('cuts a long line around a place $what', ({ marked, text, mark }) => {
  const printed = print(marked, 20);
  expect(printed).toEqual([text, mark]);
});

it('lets no control character through to the terminal', () => {
  expect(printable('a\x1b[31mb\r\u202ec\u0085\t')).toBe('a·[31mb··c·\t');
});
