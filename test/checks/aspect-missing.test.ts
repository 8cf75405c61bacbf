import { expect, it } from 'vitest';
import { aspects } from '../../server/src/format/aspects.ts';
import { fixedBy, messagesOf } from '../support/sections.ts';

const code = 'aspect-missing';

const five = (mark: (index: number) => string, tail: string): string =>
  aspects.map(({ title }, index) => `${mark(index)}${title}${tail}`).join('\n\n');

const chinese = '一二三四五';
it.each([
  ['headings', five((i) => `（${chinese[i]}）`, '\n\n已按要求完成。')],
  ['leads', five((i) => `（${chinese[i]}）`, '方面。已按要求完成。')],
  ['Arabic numerals', five((i) => `${i + 1}.`, '\n\n已按要求完成。')],
  ['spaces in the brackets', five((i) => `( ${chinese[i]})`, '情况。已按要求完成。')],
  ['lost brackets', five((i) => `${chinese[i]})`, '情况。已按要求完成。')],
  ['no numbers, lines', five(() => '', '\n\n已按要求完成。')],
  ['no numbers, leads', five(() => '', '方面，已按要求完成。')],
  ['line ends lost', five((i) => `（${chinese[i]}）`, '情况。已按要求完成。').replaceAll('\n\n', ' ')],
  [
    'other wordings',
    '（一）抓好主动公开\n\n已完成。\n\n（二）依申请公开办理情况\n\n已完成。\n\n（三）强化平台建设\n\n已完成。\n\n（四）政府信息资源管理\n\n已完成。\n\n（五）监督检查\n\n已完成。',
  ],
  ['running text', '全年主动公开信息86条，收到公开申请3件。公文逐件审查后在门户网站发布，并将公开工作列入年度考核。'],
])('finds none missing: %s', (_, body) => {
  expect(messagesOf(code, body)).toEqual([]);
  expect(messagesOf('subsection-number', body)).toEqual([]);
});

it('names those that are missing', () => {
  expect(
    messagesOf(code, '（一）主动公开\n\n已完成。\n\n（二）依申请公开\n\n已完成。\n\n（三）监督保障\n\n已完成。'),
  ).toEqual(['总体情况没有写政府信息管理、政府信息公开平台建设，请补充。']);
});

it('does not take what introduces the sub-headings for an aspect', () => {
  const rest =
    '（一）主动公开\n\n已完成。\n\n（二）依申请公开\n\n已完成。\n\n（三）平台建设\n\n已完成。\n\n（四）监督保障\n\n已完成。';
  const missing = ['总体情况没有写政府信息管理，请补充。'];
  expect(messagesOf(code, `全年健全信息管理制度，抓好主动公开。\n\n${rest}`)).toEqual(missing);
  expect(messagesOf(code, `${rest}\n\n（五）其他情况\n\n公文逐件审查。`)).toEqual([]);
});

it('asks nothing of what is still to be filled in', () => {
  const body = five((i) => `（${chinese[i]}）`, '\n\n已按要求完成。').replace(
    /已按要求完成。$/,
    '（请填写监督保障情况，包括责任追究结果。）',
  );
  expect(messagesOf(code, body, { report: 'government' })).toEqual([]);
});

it('says so where only the preface stands there', () => {
  const body = '本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况等六个部分组成。';
  expect(messagesOf(code, body)).toEqual([
    '总体情况五个方面都没有写到：主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障，请补充。',
  ]);
});

it('asks for no fixed aspects in reports of 2020', () => {
  expect(messagesOf(code, '（一）主动公开。已完成。\n\n（二）解读回应。已完成。', { report: 'trial' })).toEqual([]);
});

it('asks the results of people’s governments only', () => {
  const body = five((i) => `（${chinese[i]}）`, '\n\n已按要求完成。');
  expect(messagesOf(code, body, { report: 'government' })).toEqual([
    '人民政府的年报还应写明工作考核、社会评议、责任追究结果情况，请补充。',
  ]);
  expect(messagesOf(code, body)).toEqual([]);
});

it('leaves an empty section to section-empty', () => {
  expect(messagesOf(code, '')).toEqual([]);
});

it('inserts what is missing in order and renumbers', () => {
  const body = '（一）主动公开\n\n已完成。\n\n（二）政府信息管理\n\n已完成。\n\n（三）监督保障\n\n已完成。';
  expect(fixedBy(code, body)).toEqual({
    text: '（一）主动公开\n\n已完成。\n\n（二）依申请公开\n\n（请填写依申请公开情况。）\n\n（三）政府信息管理\n\n已完成。\n\n（四）政府信息公开平台建设\n\n（请填写政府信息公开平台建设情况。）\n\n（五）监督保障\n\n已完成。',
    safe: false,
  });
});

it('writes as the other sub-headings are written', () => {
  expect(
    fixedBy(code, '1. 主动公开。已完成。\n2. 依申请公开。已完成。\n3. 政府信息管理。已完成。\n4. 平台建设。已完成。')
      .text,
  ).toBe(
    '1. 主动公开。已完成。\n2. 依申请公开。已完成。\n3. 政府信息管理。已完成。\n4. 平台建设。已完成。\n\n5. 监督保障。（请填写监督保障情况。）',
  );
  expect(
    fixedBy(
      code,
      five((i) => `**（${chinese[i]}）`, '**\n\n已完成。').replace(/\*\*（二）[^*]*\*\*\n\n已完成。\n\n/, ''),
      { language: 'markdown' },
    ).text,
  ).toContain('**（一）主动公开**\n\n已完成。\n\n**（二）依申请公开**\n\n（请填写依申请公开情况。）\n\n**（三）');
});

it('adds a line for the results at the end of 监督保障', () => {
  const body = five((i) => `（${chinese[i]}）`, '\n\n列入年度考核。');
  expect(fixedBy(code, body, { report: 'government' }).text).toBe(`${body}\n\n（请填写社会评议、责任追究结果情况。）`);
});
