import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../server/src/text/span.ts';
import { checked } from '../support/check.ts';
import { rightReport } from '../support/rightReports.ts';
import { fixedBy, messagesOf } from '../support/sections.ts';

const code = 'line-break';

const long = '全年对照公开事项目录逐项检查各科室的信息发布情况，发现不及时的当日提醒并在三';

it.each([
  ['an empty line', '\n\n'],
  ['a line end', '\n'],
  ['a Windows line end', '\r\n'],
  ['a page number', '\n\n- 3 -\n\n'],
  ['a page of pages', '\n第 3 页 共 8 页\n'],
  ['a form feed', '\n\f'],
])('joins over %s', (_, gap) => {
  const body = `${long}${gap}个工作日内补齐。`;
  expect(fixedBy(code, body, { number: 5 })).toEqual({ text: `${long}个工作日内补齐。`, safe: true });
});

describe.each(['markdown', 'plaintext'] as const)('a page that ends inside a word, in %s', (language) => {
  const right = rightReport('department', language);
  it.each([
    ['the preface', '本报告所列数据的统', '计期限为'],
    ['section one', '2025年，通', '过门户网站'],
    ['a sub-section', '修订政府信', '息公开目录'],
    ['section five', '存在的主要问', '题：一是'],
    ['section six', '2025年，本机', '关未收取'],
  ])('is joined in %s', (_, before, after) => {
    expect(right).toContain(before + after);
    for (const gap of ['\n\n', '\n\n- 3 -\n\n']) {
      const draft = right.replace(before + after, `${before}${gap}${after}`);
      const { text, findings } = checked(draft, { language, only: [code] });
      expect(findings.map(({ fixes }) => applyEdits(text, fixes()[0]?.edits ?? []))).toEqual([right]);
    }
  });
});

it('is one finding for all breaks of a paragraph', () => {
  const body = `${long}\n个工作日内补齐，对长期没有更新的栏目说明原因并列出更新的时间和责任的科室，由办\n公室每月核对一次。`;
  expect(fixedBy(code, body, { number: 5 }).text).toBe(body.replaceAll('\n', ''));
  expect(messagesOf(code, body, { number: 5 })[0]).toContain('本段共断开2处');
});

it('keeps a space between Latin words and leaves doubt to the drafter', () => {
  expect(
    fixedBy(code, '本机关网站的无障碍阅读和长辈模式按照国际标准改造，采用的规范名称是Web\nContent Guidelines。', {
      number: 5,
    }).text,
  ).toContain('Web Content');
  expect(fixedBy(code, `${long}1\n5个工作日内补齐。`, { number: 5 })).toEqual({
    text: `${long}15个工作日内补齐。`,
    safe: false,
  });
  expect(fixedBy(code, `${long}，\n\n并且通报。`, { number: 5 }).safe).toBe(false);
  expect(fixedBy(code, `${long}\n\n全年没有收到投诉。`, { number: 5 }).safe).toBe(false);
});

it('never takes a number of the drafter for a page number', () => {
  const body = `${long}天内收到的公开申请共有\n15\n件全部答复。`;
  expect(messagesOf(code, body, { number: 5 })).toEqual([]);
  expect(fixedBy(code, `${long}\n\n15\n\n以内的科室补齐。`, { number: 5 }).safe).toBe(false);
});

it.each([
  [
    'a title over its paragraph',
    '深化重点领域信息公开全面提升政务公开质效\n\n全年发布重点领域信息八十六条，比上年多十二条，群众查找方便，没有收到投诉，也没有发生泄密的情形。',
  ],
  [
    'an address',
    '如有疑问，请联系本机关办公室，地址：云川市望江路18号云川市水务局\n\n邮编：999999\n\n电话：0000-5550123',
  ],
  ['list items', '公开的主要渠道有政府门户网站、政务新媒体、政府公报和\n\n（一）现场查阅点。\n\n1.电子屏。'],
  ['whole sentences', `${long}个工作日内补齐。\n\n按月通报。`],
  ['a name alone', '以上情况已经本机关负责同志审核同意并报送上级主管部门备案\n\n云川市水务局'],
  ['a row of cells', `${long}\n\n甲\t1\t2\n\n个工作日内补齐。`],
  ['several numbers between', `${long}\n4\n0\n12\n个工作日内补齐。`],
  ['a number alone before', `公开信息86条，解读12篇，回应群众关切的问题9个，其中图解\n1765\n81547\n条。`],
  ['full-width numbers of cells', `${long}０\n９７４８０`],
  ['labels of a table', `${long}\n结果维持结果纠正其他结果尚未审结总计\n803314985`],
])('is silent of %s', (_, body) => {
  expect(messagesOf(code, body, { number: 5 })).toEqual([]);
});

it('leaves line ends that Markdown drafters make on purpose', () => {
  expect(
    messagesOf(code, '全年对照公开事项目录逐项检查各科室的信息发布情况，\n发现不及时的当日提醒。', {
      number: 5,
      language: 'markdown',
    }),
  ).toEqual([]);
  expect(messagesOf(code, `${long}  \n个工作日内补齐。`, { number: 5, language: 'markdown' })).toEqual([]);
  expect(messagesOf(code, `${long}\n个工作日内补齐。`, { number: 5, language: 'markdown' })).toHaveLength(1);
});

/** A draft with its long lines broken at a width, as they stand on a page. */
function wrapped(text: string, width: number): string {
  return text
    .split('\n')
    .map((line) => (line.includes('\t') ? line : line.replace(new RegExp(`(.{${width}})(?=.)`, 'g'), '$1\n')))
    .join('\n');
}

describe('a draft in hard-wrapped lines', () => {
  const right = rightReport('department', 'plaintext');
  const { text, findings } = checked(wrapped(right, 38), { language: 'plaintext', only: ['line-break'] });

  it('has one finding, with each paragraph as a related place', () => {
    expect(findings.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^全文有\d+段文字在句中断行，共\d+处，应各接成一段。$/),
    ]);
    expect(findings[0]?.related.length).toBeGreaterThan(4);
  });

  it('has one fix that joins all of it, and one for what is certain', () => {
    const [all, sure] = findings[0]?.fixes() ?? [];
    expect(applyEdits(text, all?.edits ?? [])).toBe(right);
    expect(all?.safe).toBe(false);
    expect(sure?.safe).toBe(true);
  });
});
