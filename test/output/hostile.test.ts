import { DomHandler, type Element, isTag, isText, type ParentNode } from 'domhandler';
import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { documentOf } from '../../server/src/output/document.ts';
import { toHtml } from '../../server/src/output/html/toHtml.ts';
import { toMarkdown } from '../../server/src/output/toMarkdown.ts';
import { toDocx } from '../../server/src/output/word/toDocx.ts';
import type { Language } from '../../server/src/report/model.ts';
import { reportIn } from '../support/check.ts';
import { fileIn } from '../support/zip.ts';

const attacks = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg onload="alert(1)"></svg>',
  '[链接](javascript:alert(1))',
  '<a href="javascript:alert(1)">链接</a>',
  '<iframe src="https://evil.example"></iframe>',
  '&lt;b&gt;实体&lt;/b&gt;',
  '"><style>@import url(//evil.example)</style>',
  '</main></body><link rel=stylesheet href=//evil.example/x.css>',
];

/** A draft with an attack in its title, a heading's line, a paragraph, a table's cell, another table and its end. */
function draft(attack: string): string {
  const cell = attack.replaceAll('|', '');
  return [
    `# 云川市水务局2025年政府信息公开工作年度报告`,
    `## 一、总体情况`,
    `${'认真贯彻《中华人民共和国政府信息公开条例》，依法做好主动公开和依申请公开各项工作。'.repeat(12)}`,
    `全年公开信息12条。${attack}`,
    `> ${attack}说明`,
    `## 二、主动公开政府信息情况`,
    `| 第二十条第（一）项 | | | |\n| --- | --- | --- | --- |\n| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n| 规章 | ${cell} | 0 | 0 |\n| 行政规范性文件 | 3 | 1 | 21 |`,
    `## 五、存在的主要问题及改进情况`,
    `| 项目${cell} | 数量 |\n| --- | --- |\n| 甲 | ${cell} |`,
    `\`\`\`\n代码${attack}\n\`\`\``,
    `## 六、其他需要报告的事项`,
    `无。${attack}`,
  ].join('\n\n');
}

/** The elements of a page, and all of its text but the style sheet's. */
function pageOf(html: string): { readonly elements: readonly Element[]; readonly text: string } {
  const handler = new DomHandler();
  new Parser(handler).end(html);
  const elements: Element[] = [];
  let text = '';
  const visit = (node: ParentNode): void => {
    for (const child of node.children) {
      if (isText(child)) text += child.data;
      else if (isTag(child)) {
        elements.push(child);
        visit(child);
      } else if ('children' in child) elements.push(child as unknown as Element);
    }
  };
  visit(handler.root as unknown as ParentNode);
  return { elements, text };
}

const known = new Set(
  'html head meta title style body main h1 wbr h2 h3 p strong section div table caption colgroup col thead tbody tr th td'.split(
    ' ',
  ),
);
const attributes = new Set('lang charset name content class tabindex aria-label colspan rowspan scope'.split(' '));

describe.each<Language>(['markdown', 'plaintext'])('a hostile draft in %s', (language) => {
  it.each(attacks)('is nothing but text in the HTML: %s', (attack) => {
    const html = toHtml(documentOf(reportIn(draft(attack), language)));
    const { elements } = pageOf(html);
    expect(elements.map(({ name }) => name).filter((name) => !known.has(name))).toEqual([]);
    const given = elements.flatMap((element) => Object.keys(element.attribs ?? {}));
    expect(given.filter((name) => !attributes.has(name))).toEqual([]);
    expect(elements.filter(({ name }) => name === 'style').length).toBe(1);
    expect(html.replace(/<style>[\s\S]*?<\/style>/, '')).not.toMatch(/<(?:script|img|svg|iframe|link)/i);
    expect(html).not.toMatch(/\b(?:src|href|srcset|style|on\w+)\s*=\s*["'](?!&)/);
  });

  it.each(attacks)('loads nothing from elsewhere: %s', (attack) => {
    const style = /<style>([\s\S]*?)<\/style>/.exec(toHtml(documentOf(reportIn(draft(attack), language))))?.[1] ?? '';
    expect(style).toContain('@page');
    expect(style).not.toMatch(/url\(|@import|\/\//);
  });

  it.each(attacks)('is well-formed in Word: %s', async (attack) => {
    const xml = fileIn(
      await toDocx(documentOf(reportIn(draft(`${attack}\u0000\u0008\ud800`), language))),
      'word/document.xml',
    );
    expect(xml).not.toMatch(/<(?!\/?w:|\?xml)/);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
    expect(xml).not.toMatch(/[\u0000-\u0008\ufffd]/);
  });

  it.each(attacks)('has no tag in Markdown: %s', (attack) => {
    expect(toMarkdown(documentOf(reportIn(draft(attack), language)))).not.toMatch(/(?<!\\)<[a-z/!?]/i);
  });
});

it('keeps the words of an attack', () => {
  const { text } = pageOf(toHtml(documentOf(reportIn(draft('<script>alert(1)</script>'), 'plaintext'))));
  expect(text.match(/<script>alert\(1\)<\/script>/g)?.length).toBe(7);
});
