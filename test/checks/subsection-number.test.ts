import { expect, it } from 'vitest';
import { fixedBy, messagesOf } from '../support/sections.ts';

const code = 'subsection-number';

it.each([
  [
    'a number left out',
    '（一）主动公开。已完成。\n\n（二）依申请公开。已完成。\n\n（四）监督保障。已完成。',
    '编号“（二）”之后是“（四）”，应为“（三）”。请核对是否漏了一项。',
  ],
  [
    'a number doubled',
    '1.主动公开。已完成。\n\n2.依申请公开。已完成。\n\n2.监督保障。已完成。',
    '编号“2.”重复，应为“3.”。',
  ],
  [
    'aspects that start over',
    '（一）主动公开。已完成。\n\n（二）依申请公开。已完成。\n\n（一）监督保障。已完成。',
    '编号“（二）”之后是“（一）”，应为“（三）”。',
  ],
  [
    'the first left out',
    '（二）主动公开。已完成。\n\n（三）依申请公开。已完成。',
    '编号从“（二）”起，应从“（一）”起。请核对是否漏了一项，没有漏的依次改正。',
  ],
  [
    'an item of a list',
    '主动公开、依申请公开的情况：一是及时；三是准确；四是完整。',
    '编号“一是”之后是“三是”，应为“二是”。请核对是否漏了一项，没有漏的依次改正。',
  ],
  ['an item doubled', '情况：一是及时；二是准确；二是完整。', '编号“二是”重复，应为“三是”。'],
  ['items in paragraphs', '一是及时。\n\n三是准确。', '编号“一是”之后是“三是”，应为“二是”。请核对是否漏了一项。'],
  [
    'a heading left out, though an item says its number',
    '（一）主动公开。一是及时；二是准确；三是完整。\n\n（二）依申请公开。一是规范；二是便民，第三方参与；三是高效。\n\n（四）监督保障。已完成。',
    '编号“（二）”之后是“（四）”，应为“（三）”。请核对是否漏了一项。',
  ],
])('finds %s', (_, body, message) => {
  expect(messagesOf(code, body)).toEqual([message]);
});

it.each([
  [
    'lists below sub-headings',
    '（一）主动公开\n\n1.网站。已完成。\n\n2.公报。已完成。\n\n（二）依申请公开\n\n1.受理。已完成。\n\n2.答复。已完成。',
  ],
  [
    'two lists of a section',
    '存在的问题：（一）公开不及时。\n\n（二）形式单一。\n\n改进措施：\n\n（一）及时公开。已安排。\n\n（二）丰富形式。已安排。',
  ],
  [
    'one list in two styles',
    '（一）主动公开。已完成。\n\n（二）依申请公开。已完成。\n\n3.信息管理。已完成。\n\n（四）监督保障。已完成。',
  ],
  ['a number in other writing', '（一）主动公开。已完成。㈡依申请公开。已完成。\n\n（三）监督保障。已完成。'],
  ['items in other words', '问题：一是及时；二要准确；三是完整。改进：首先明确；二是落实。'],
  ['clauses of the law', '按照《条例》第二十条第（一）项、第（三）项、第（八）项公开。'],
  ['figures at the start of a line', '2025年收到3件，\n\n5件按期办结。\n\n12 月 31 日前完成。'],
  [
    'items behind a heading without a mark',
    '（一）主动公开情况一是及时；二是准确。\n\n（二）改进措施一是明确；二是落实。',
  ],
  ['first in other words', '一要及时；二是准确。\n\n一方面明确；二是落实。\n\n主要做法：1.及时；二是准确。'],
  ['是 within words', '这一是非问题已经解决。同时，统一是前提；三是否合规均已核对。'],
  ['Markdown lists', '1. 网站\n1. 公报\n1. 公众号'],
])('is silent of %s', (_, body) => {
  expect(messagesOf(code, body, { number: 5, language: 'markdown' })).toEqual([]);
  expect(messagesOf(code, body, { number: 5 })).toEqual([]);
});

it('is one finding for each list, which is renumbered whole', () => {
  const body = '（一）主动公开。已完成。\n\n（三）依申请公开。已完成。\n\n（四）监督保障。已完成。';
  expect(fixedBy(code, body)).toEqual({
    text: '（一）主动公开。已完成。\n\n（二）依申请公开。已完成。\n\n（三）监督保障。已完成。',
    safe: false,
  });
  expect(fixedBy(code, '１．及时。已安排。\n\n１２．准确。已安排。', { number: 5 }).text).toBe(
    '１．及时。已安排。\n\n２．准确。已安排。',
  );
});

it('is safe where no number is lost', () => {
  expect(fixedBy(code, '一是及时；二是准确；二是完整；三是好找。', { number: 5 })).toEqual({
    text: '一是及时；二是准确；三是完整；四是好找。',
    safe: true,
  });
});
