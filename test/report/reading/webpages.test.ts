import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../../server/src/analysis/analyze.ts';
import { extract } from '../../../server/src/analysis/extract.ts';
import type { Report } from '../../../server/src/report/model.ts';
import { flattened } from '../../../server/src/report/reading/parts.ts';
import { readReport } from '../../../server/src/report/reading/read.ts';
import { plain } from '../../support/document.ts';
import { draftOf } from '../../support/draft.ts';
import { bare, htmlPage, word } from '../../support/html.ts';
import { layouts } from '../../support/layouts.ts';
import { rightReportArb } from '../../support/rightProse.ts';
import { runs } from '../../support/runs.ts';

/** What a site puts before and behind a text, as it comes with a copy of the page. */
const before = [
  '网站首页',
  '政务公开',
  '当前位置：首页 > 政务公开 > 法定主动公开内容 > 政府信息公开年报',
  '索引号：0123-456　发布机构：云川市水务局',
  '字号：【大 中 小】　打印',
  '发布时间：2024-01-20 10:21　来源：云川市水务局　浏览次数：123',
];
const behind = [
  '分享到： 微信 微博',
  '【打印】【关闭】',
  '上一篇：云川市水务局召开工作会议',
  '下一篇：没有了',
  '相关链接',
  '云川市政务服务网',
  '主办：云川市水务局　承办：云川市大数据中心',
  '版权所有：云川市水务局　云ICP备00000000号　网站标识码：0000000000',
];

/** All that was read but the places. */
function said(report: Report | undefined) {
  if (report === undefined) return undefined;
  const { title, paragraphs, signature, sections } = report;
  return {
    ...extract(report),
    sections: sections.map(({ heading, role }) => [heading, role]),
    title: title?.text,
    paragraphs: paragraphs.map(({ text }) => text),
    signature: [signature?.body, signature?.date],
  };
}

/** The text without what a byte order mark or an HTML frame puts around it. */
function around(text: string, isHtml: boolean): string {
  if (!isHtml) return [...before, text.trimEnd(), ...behind].join('\n');
  const block = (lines: readonly string[]): string =>
    lines.map((line) => `<div>${line.replaceAll('>', '&gt;')}</div>`).join('');
  return text.replace('<!-- 正文 -->', block(before)).replace('<footer>', `${block(behind)}<footer>`);
}

describe.each(layouts)('the page around a report is none of it: $name', (layout) => {
  it('is in no part that was read, and is left over where it stands in a draft', () => {
    fc.assert(
      fc.property(rightReportArb, (report) => {
        const { text } = layout.write(draftOf(report), plain);
        const alone = analyze(text, layout.language);
        const copied = around(text, layout.language === 'html');
        const read = analyze(copied, layout.language);
        if (alone.kind === 'other' || read.kind === 'other') throw new Error('not taken for a report');
        // On a page itself it has its place.
        const leftover = layout.language === 'html' ? [] : ['leftover'];
        const codesOf = ({ findings }: typeof read): readonly string[] => findings.map(({ code }) => code);
        expect(codesOf(alone)).not.toContain('leftover');
        expect(codesOf(read).toSorted()).toEqual([...codesOf(alone), ...leftover].toSorted());
        expect(said(read.report)).toEqual(said(alone.report));
        // None of it is lost.
        const lines = flattened(read.report.parts)
          .map((part) => copied.slice(part.span.start, part.span.end))
          .join('');
        expect(lines.length).toBeGreaterThanOrEqual(copied.length);
      }),
      runs(10),
    );
  });
});

describe('parts of a page', () => {
  const inner = (page: string): string => page.slice(page.indexOf('<h1>'), page.lastIndexOf('</td></tr></table>'));

  it.each([
    ['as it is', (html: string) => html],
    [
      'with tags in capitals',
      (html: string) =>
        html.replace(/<(\/?)(\w+)/g, (_, slash: string, name: string) => `<${slash}${name.toUpperCase()}`),
    ],
    ['without the tags of tables', (html: string) => html.replace(/<\/?(?:table|tbody)[^>]*>/g, '')],
    ['without the closing tags of cells and rows', (html: string) => html.replace(/<\/t[dr]>/g, '')],
    [
      'without any closing tag in a table',
      (html: string) =>
        html.replace(/<\/(?:t[dr]|p|span)>/g, (tag, at: number) =>
          html.lastIndexOf('<table', at) > html.lastIndexOf('</table', at) ? '' : tag,
        ),
    ],
    [
      'with every number over nested spans',
      (html: string) =>
        html.replace(
          /(?<=>)(\d)(\d+)(?=<)/g,
          '<span><span>$1</span></span><span>\n<!-- 甲 --></span><span lang="EN-US"><b>$2</b></span>'.replace('\n', ''),
        ),
    ],
    [
      'with its headers in paragraphs',
      (html: string) =>
        html.replace(/(?<=<td[^>]*>)([\u4e00-\u9fff]{2})([\u4e00-\u9fff]{2,})(?=<)/g, '<p>$1</p>\n<p>$2</p>'),
    ],
    [
      'with line breaks in its headers',
      (html: string) => html.replace(/(?<=<td[^>]*>)([\u4e00-\u9fff]{2})([\u4e00-\u9fff]{2,})(?=<)/g, '$1<br/>$2'),
    ],
  ])('without its head, %s, are read in every language', (_, change) => {
    fc.assert(
      fc.property(rightReportArb, fc.constantFrom(bare, word), (report, style) => {
        const draft = draftOf(report);
        const page = htmlPage(draft, plain, style, 'h2').text;
        const right = readReport(page, 'html');
        if (right === undefined) throw new Error('not taken for a report');
        const fragment = change(inner(page));
        for (const language of ['html', 'markdown', 'plaintext'] as const) {
          const read = readReport(fragment, language);
          expect(said(read)).toEqual(said(right));
        }
      }),
      runs(10),
    );
  });

  it('keep apart what a browser shows apart', () => {
    const table = (cell: string): string =>
      `一、总体情况\n\n<table><tr><td>规章</td><td>${cell}</td><td>0</td><td>3</td></tr><tr><td>行政规范性文件</td><td>1</td><td>0</td><td>2</td></tr></table>`;
    const cellOf = (cell: string, language: 'markdown' | 'html'): string | undefined => {
      const text = `# 云川市水务局2023年政府信息公开工作年度报告\n\n${table(cell)}`;
      const html = `<h1>云川市水务局2023年政府信息公开工作年度报告</h1>${table(cell)}`;
      const report = readReport(language === 'html' ? html : text, language);
      return report?.tables.disclosure?.grid[0]?.[1]?.text;
    };
    for (const language of ['markdown', 'html'] as const) {
      const shown = (cell: string): string | undefined => cellOf(cell, language);
      expect(shown('<span>1</span><span>2</span>')).toBe('12');
      expect(shown('\n <p>\n  <span>1</span><span>2</span>\n </p>\n')).toBe('12');
      expect(shown('<span><b>1<i></i></b></span><!-- 甲 --><span><span>2</span></span>')).toBe('12');
      expect(shown('<span>1</span> <span> 2</span>')).toBe('1 2');
      expect(shown('<p>1</p><p>2</p>')).toBe('1 2');
      expect(shown('1<br>2')).toBe('1 2');
    }
  });
});

describe('text on the line of an HTML table', () => {
  it('is read as any other', () => {
    fc.assert(
      fc.property(rightReportArb, (report) => {
        const layout = layouts.find(({ name }) => name === 'HTML table');
        if (layout === undefined) throw new Error('no layout of HTML tables');
        const { text } = layout.write(draftOf(report), plain);
        const right = readReport(text, 'markdown');
        if (right === undefined) throw new Error('not taken for a report');
        const joined = text.replace(/\n+<table/g, '<table').replace(/<\/table>\n+/g, '</table>');
        for (const language of ['markdown', 'plaintext'] as const) {
          const read = readReport(joined, language);
          expect(said(read)).toEqual(said(right));
        }
      }),
      runs(30),
    );
  });

  it('is lost nowhere, nor are a caption and what stands between rows', () => {
    const text = [
      '# 云川市水务局2023年政府信息公开工作年度报告',
      '二、主动公开政府信息情况 甲段。<table><caption>乙题</caption><tr><td>规章</td><td>1</td></tr>丙注<tr><td>行政许可</td><td>2</td></tr></table>丁段。<table><tr><td>行政处罚</td><td>3</td></tr><tr><td>行政强制</td><td>4</td></tr></table>戊段。',
    ].join('\n');
    const report = readReport(text, 'markdown');
    const words = flattened(report?.parts ?? []).map((part) => {
      if (part.kind === 'line') return part.text;
      return part.kind === 'paragraph' ? part.paragraph.text : '';
    });
    expect(words.filter((each) => each !== '')).toEqual(['甲段。', '乙题', '丙注', '丁段。', '戊段。']);
  });
});
