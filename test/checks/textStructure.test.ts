import { describe, expect, it } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze.ts';
import type { Code, Finding } from '../../server/src/checks/check.ts';
import { aspects } from '../../server/src/format/aspects.ts';
import { applyEdits } from '../../server/src/text/span.ts';
import { type RightReport, rightReport } from '../support/rightReports.ts';

type Draft = 'markdown' | 'plaintext';

function findingsOf(text: string, language: Draft, code: Code): readonly Finding[] {
  const analysis = analyze(text, language);
  if (analysis.kind === 'other') throw new Error('not taken for a report');
  return analysis.findings.filter((finding) => finding.code === code);
}

/** A right report with another text under a heading, up to the next section. */
function withSection(number: 1 | 5, body: string, language: Draft = 'plaintext', name: RightReport = 'department') {
  const whole = rightReport(name, language);
  const [heading, next] =
    number === 1 ? ['一、总体情况', '二、主动公开'] : ['五、存在的主要问题及改进情况', '六、其他'];
  const from = whole.lastIndexOf(heading) + heading.length;
  const to = whole.lastIndexOf(language === 'markdown' ? `## ${next}` : next);
  return `${whole.slice(0, from)}\n\n${body}\n\n${whole.slice(to)}`;
}

function messages(body: string, code: Code, number: 1 | 5 = 1, language: Draft = 'plaintext', name?: RightReport) {
  return findingsOf(withSection(number, body, language, name), language, code).map(({ message }) => message);
}

/** The text of a section once the only finding of a code is fixed. */
function fixed(body: string, code: Code, number: 1 | 5 = 1, language: Draft = 'plaintext', name?: RightReport) {
  const text = withSection(number, body, language, name);
  const [finding, ...more] = findingsOf(text, language, code);
  expect(more).toEqual([]);
  const [fix] = finding?.fixes() ?? [];
  const result = applyEdits(text, fix?.edits ?? []);
  const around = withSection(number, '\u0000', language, name).split('\u0000');
  expect(result.startsWith(around[0] ?? '') && result.endsWith(around[1] ?? '')).toBe(true);
  return { text: result.slice((around[0] ?? '').length, -(around[1] ?? '').length).trim(), safe: fix?.safe };
}

const five = (mark: (index: number) => string, tail: string): string =>
  aspects.map(({ title }, index) => `${mark(index)}${title}${tail}`).join('\n\n');

describe('aspects of section one', () => {
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
    expect(messages(body, 'aspect-missing')).toEqual([]);
    expect(messages(body, 'subsection-number')).toEqual([]);
  });

  it('names those that are missing', () => {
    expect(
      messages(
        '（一）主动公开\n\n已完成。\n\n（二）依申请公开\n\n已完成。\n\n（三）监督保障\n\n已完成。',
        'aspect-missing',
      ),
    ).toEqual(['总体情况没有写政府信息管理、政府信息公开平台建设，请补充。']);
  });

  it('says so where only the preface stands there', () => {
    const body = '本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况等六个部分组成。';
    expect(messages(body, 'aspect-missing')).toEqual([
      '总体情况五个方面都没有写到：主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障，请补充。',
    ]);
  });

  it('asks for no fixed aspects in reports of 2020', () => {
    expect(
      messages('（一）主动公开。已完成。\n\n（二）解读回应。已完成。', 'aspect-missing', 1, 'plaintext', 'trial'),
    ).toEqual([]);
  });

  it('asks the results of people’s governments only', () => {
    const body = five((i) => `（${chinese[i]}）`, '\n\n已按要求完成。');
    expect(messages(body, 'aspect-missing', 1, 'plaintext', 'government')).toEqual([
      '人民政府的年报还应写明工作考核、社会评议、责任追究结果情况，请补充。',
    ]);
    expect(messages(body, 'aspect-missing')).toEqual([]);
  });

  it('leaves an empty section to section-empty', () => {
    expect(messages('', 'aspect-missing')).toEqual([]);
  });

  it('inserts what is missing in order and renumbers', () => {
    const body = '（一）主动公开\n\n已完成。\n\n（二）政府信息管理\n\n已完成。\n\n（三）监督保障\n\n已完成。';
    expect(fixed(body, 'aspect-missing')).toEqual({
      text: '（一）主动公开\n\n已完成。\n\n（二）依申请公开\n\n（请填写依申请公开情况。）\n\n（三）政府信息管理\n\n已完成。\n\n（四）政府信息公开平台建设\n\n（请填写政府信息公开平台建设情况。）\n\n（五）监督保障\n\n已完成。',
      safe: false,
    });
  });

  it('writes as the other sub-headings are written', () => {
    expect(
      fixed(
        '1. 主动公开。已完成。\n2. 依申请公开。已完成。\n3. 政府信息管理。已完成。\n4. 平台建设。已完成。',
        'aspect-missing',
      ).text,
    ).toBe(
      '1. 主动公开。已完成。\n2. 依申请公开。已完成。\n3. 政府信息管理。已完成。\n4. 平台建设。已完成。\n\n5. 监督保障。（请填写监督保障情况。）',
    );
    expect(
      fixed(
        five((i) => `**（${chinese[i]}）`, '**\n\n已完成。').replace(/\*\*（二）[^*]*\*\*\n\n已完成。\n\n/, ''),
        'aspect-missing',
        1,
        'markdown',
      ).text,
    ).toContain('**（一）主动公开**\n\n已完成。\n\n**（二）依申请公开**\n\n（请填写依申请公开情况。）\n\n**（三）');
  });

  it('adds a line for the results at the end of 监督保障', () => {
    const body = five((i) => `（${chinese[i]}）`, '\n\n列入年度考核。');
    expect(fixed(body, 'aspect-missing', 1, 'plaintext', 'government').text).toBe(
      `${body}\n\n（请填写社会评议、责任追究结果情况。）`,
    );
  });
});

describe('numbers of sub-headings', () => {
  it.each([
    [
      'a number left out',
      '（一）主动公开。已完成。\n\n（二）依申请公开。已完成。\n\n（四）监督保障。已完成。',
      '编号“（二）”之后是“（四）”，应为“（三）”。请核对是否漏了一项，没有漏的依次改正。',
    ],
    [
      'a number doubled',
      '1.主动公开。已完成。\n\n2.依申请公开。已完成。\n\n2.监督保障。已完成。',
      '编号“2.”重复，应为“3.”。请依次改正。',
    ],
    [
      'aspects that start over',
      '（一）主动公开。已完成。\n\n（二）依申请公开。已完成。\n\n（一）监督保障。已完成。',
      '编号“（二）”之后是“（一）”，应为“（三）”。请依次改正。',
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
    ['an item doubled', '情况：一是及时；二是准确；二是完整。', '编号“二是”重复，应为“三是”。请依次改正。'],
    [
      'items in paragraphs',
      '一是及时。\n\n三是准确。',
      '编号“一是”之后是“三是”，应为“二是”。请核对是否漏了一项，没有漏的依次改正。',
    ],
  ])('finds %s', (_, body, message) => {
    expect(messages(body, 'subsection-number')).toEqual([message]);
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
    ['是 within words', '这一是非问题已经解决。同时，统一是前提；三是否合规均已核对。'],
    ['Markdown lists', '1. 网站\n1. 公报\n1. 公众号'],
  ])('is silent of %s', (_, body) => {
    expect(messages(body, 'subsection-number', 5, 'markdown')).toEqual([]);
    expect(messages(body, 'subsection-number', 5)).toEqual([]);
  });

  it('is one finding for each list, which is renumbered whole', () => {
    const body = '（一）主动公开。已完成。\n\n（三）依申请公开。已完成。\n\n（四）监督保障。已完成。';
    expect(fixed(body, 'subsection-number')).toEqual({
      text: '（一）主动公开。已完成。\n\n（二）依申请公开。已完成。\n\n（三）监督保障。已完成。',
      safe: false,
    });
    expect(fixed('１．及时。已安排。\n\n１２．准确。已安排。', 'subsection-number', 5).text).toBe(
      '１．及时。已安排。\n\n２．准确。已安排。',
    );
  });

  it('is safe where no number is lost', () => {
    expect(fixed('一是及时；二是准确；二是完整；三是好找。', 'subsection-number', 5)).toEqual({
      text: '一是及时；二是准确；三是完整；四是好找。',
      safe: true,
    });
  });
});

describe('sentences that copying broke', () => {
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
    expect(fixed(body, 'line-break', 5)).toEqual({ text: `${long}个工作日内补齐。`, safe: true });
  });

  it('is one finding for all breaks of a paragraph', () => {
    const body = `${long}\n个工作日内补齐，对长期没有更新的栏目说明原因并列出更新的时间和责任的科室，由办\n公室每月核对一次。`;
    expect(fixed(body, 'line-break', 5).text).toBe(body.replaceAll('\n', ''));
    expect(messages(body, 'line-break', 5)[0]).toContain('本段共断开2处');
  });

  it('keeps a space between Latin words and leaves doubt to the drafter', () => {
    expect(
      fixed(
        '本机关网站的无障碍阅读和长辈模式按照国际标准改造，采用的规范名称是Web\nContent Guidelines。',
        'line-break',
        5,
      ).text,
    ).toContain('Web Content');
    expect(fixed(`${long}1\n5个工作日内补齐。`, 'line-break', 5)).toEqual({
      text: `${long}15个工作日内补齐。`,
      safe: false,
    });
    expect(fixed(`${long}，\n\n并且通报。`, 'line-break', 5).safe).toBe(false);
    expect(fixed(`${long}\n\n全年没有收到投诉。`, 'line-break', 5).safe).toBe(false);
  });

  it('never takes a number of the drafter for a page number', () => {
    const body = `${long}天内收到的公开申请共有\n15\n件全部答复。`;
    expect(messages(body, 'line-break', 5)).toEqual([]);
    expect(fixed(`${long}\n\n15\n\n以内的科室补齐。`, 'line-break', 5).safe).toBe(false);
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
    expect(messages(body, 'line-break', 5)).toEqual([]);
  });

  it('leaves line ends that Markdown drafters make on purpose', () => {
    expect(
      messages(
        '全年对照公开事项目录逐项检查各科室的信息发布情况，\n发现不及时的当日提醒。',
        'line-break',
        5,
        'markdown',
      ),
    ).toEqual([]);
    expect(messages(`${long}  \n个工作日内补齐。`, 'line-break', 5, 'markdown')).toEqual([]);
    expect(messages(`${long}\n个工作日内补齐。`, 'line-break', 5, 'markdown')).toHaveLength(1);
  });
});
