import { describe, expect, it } from 'vitest';
import { fromHtml } from '../../server/src/input/fromHtml.ts';
import { documentOf } from '../../server/src/output/document.ts';
import { toHtml } from '../../server/src/output/html/toHtml.ts';
import { toMarkdown } from '../../server/src/output/toMarkdown.ts';
import { toText } from '../../server/src/output/toText.ts';
import type { Language } from '../../server/src/report/model.ts';
import { reportIn } from '../support/check.ts';

const front = '# 云川市水务局2025年政府信息公开工作年度报告\n\n## 一、总体情况\n\n';
const back = '\n\n## 五、存在的主要问题及改进情况\n\n无。\n';
const disclosure = [
  '| 第二十条第（一）项 |  |  |  |',
  '| --- | --- | --- | --- |',
  '| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |',
  '| 规章 | 0 | 0 | 0 |',
  '| 行政规范性文件 | 3 | １ | 1,021 |',
];

/** The Markdown that a draft between the usual first and last lines becomes, without those. */
function written(between: string, language: Language = 'markdown'): string {
  const markdown = toMarkdown(documentOf(reportIn(front + between + back, language)));
  return markdown.slice(front.length, markdown.indexOf(back));
}

describe('a document', () => {
  it('keeps values as they are written', () => {
    expect(written(disclosure.join('\n'))).toContain('| 行政规范性文件 | 3 | １ | 1,021 |');
  });

  it('tells behind a table what it has no place for', () => {
    const text = written([...disclosure, '| 其他文件 | 4 | 5 | 6 |', '| 行政规范性文件 | 7 | 8 | 9 |'].join('\n'));
    expect(text).toContain('| 行政规范性文件 | 3 | １ | 1,021 |');
    expect(text).toMatch(/（标准表外的内容：其他文件 4 5 6；行政规范性文件 7 8 9）$/);
  });

  it('tells of the cells of a row that cannot be told apart', () => {
    const text = written([...disclosure.slice(0, 4), '| 行政规范性文件 | 3 | 1 | 21 | 5 | 6 |'].join('\n'));
    for (const value of ['3', '1', '21', '5', '6']) expect(text.match(/\d+/g)).toContain(value);
  });

  it('keeps other tables as tables', () => {
    const table = '| 平台 | 数量 |\n| --- | --- |\n| 网站 | 12 |\n| 公众号 | 3 |';
    expect(written(`全年公开如下：\n\n${table}`)).toBe(`全年公开如下：\n\n${table}`);
    const report = reportIn(`${front}全年公开如下：\n\n平台\t数量\n网站\t12${back}`, 'plaintext');
    expect(toText(documentOf(report))).toContain('平台\t数量\n网站\t12');
    expect(toHtml(documentOf(report))).toContain('<tr><td>网站</td><td>12</td></tr>');
  });

  it('keeps the text of code blocks and of lines behind the signature', () => {
    expect(written('```\n示例文字\n```')).toBe('示例文字');
    const report = reportIn(
      `${front}全年公开12条。${back}\n云川市水务局\n\n2026年1月20日\n\n附件：数据说明`,
      'markdown',
    );
    const kinds = documentOf(report)
      .blocks.slice(-3)
      .map(({ kind }) => kind);
    expect(kinds).toEqual(['signature', 'signature', 'paragraph']);
    expect(toText(documentOf(report))).toMatch(/云川市水务局\n\n2026年1月20日\n\n附件：数据说明\n$/);
  });

  it('joins the lines that copying broke and marks sub-headings', () => {
    const broken = '（一）主动公开\n全年依法主动公开各类政府信息共计一百二十余条，其中通过门户网站\n公开一百条。';
    expect(written(broken, 'plaintext')).toBe(
      '### （一）主动公开\n\n全年依法主动公开各类政府信息共计一百二十余条，其中通过门户网站公开一百条。',
    );
  });

  it('keeps strong type, and asterisks that are none', () => {
    expect(written('改进措施：**一是强化培训。**举办培训班。')).toBe('改进措施：**一是强化培训。**举办培训班。');
    expect(toHtml(documentOf(reportIn(`${front}**一是强化培训。**${back}`, 'markdown')))).toContain(
      '<p><strong>一是强化培训。</strong></p>',
    );
    expect(toText(documentOf(reportIn(`${front}截至2025年****月，公开****条。${back}`, 'plaintext')))).toContain(
      '截至2025年****月，公开****条。',
    );
  });

  it('tells the page numbers and comments that it leaves out', () => {
    const { notes } = documentOf(
      reportIn(`${front}全年公开12条。<!-- 核对 -->\n\n— 3 —\n\n第 4 页 共 8 页${back}`, 'markdown'),
    );
    expect(notes).toEqual(['没有转出页码2处：— 3 —、第 4 页 共 8 页。', '没有转出注释1处。']);
  });
});

describe('an HTML page', () => {
  const page = (inside: string): string =>
    `<!DOCTYPE html><html><body><h1>云川市水务局2025年政府信息公开工作年度报告</h1><h2>一、总体情况</h2>${inside}<h2>五、存在的主要问题及改进情况</h2><p>无。</p></body></html>`;
  const rows =
    '<tr><td colspan="4">第二十条第（一）项</td></tr><tr><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr><tr><td>规章</td><td>0</td><td>0</td><td>0</td></tr><tr><td>行政规范性文件</td><td>3</td><td>1</td><td>21</td></tr>';

  it('keeps the caption of a table, but not the one that was written by this program', () => {
    const imported = fromHtml(page(`<table><caption>表1 主动公开数据</caption>${rows}</table>`));
    const document = imported && documentOf(imported.report);
    const text = document && toText(document);
    expect(text).toContain('表1 主动公开数据\n\n第二十条第（一）项');
    const again = document && fromHtml(toHtml(document));
    expect(again && toText(documentOf(again.report))).toBe(text);
  });

  it('tells the pictures and menus that are not read', () => {
    const imported = fromHtml(page('<nav>首页</nav><p>全年公开12条。<img src="a.png"></p>'));
    expect(imported?.notes).toEqual(['没有读入图片、视频或嵌入的内容1处。', '没有读入网页的导航、按钮和表单1处。']);
  });

  it('keeps what stands on the line of a heading', () => {
    const imported = fromHtml(
      page('<p>全年&ldquo;公开&rdquo;12条。</p><p>六、其他需要报告的事项：收费&nbsp;0 元。</p>'),
    );
    const text = imported && toText(documentOf(imported.report));
    expect(text).toContain('全年“公开”12条。');
    expect(text).toContain('收费');
  });

  it('that holds no report gives none', () => {
    expect(fromHtml('<p>关于放假的通知</p>')).toBeUndefined();
  });
});
