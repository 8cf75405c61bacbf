import { readdirSync, readFileSync } from 'node:fs';
import { type Element, isTag } from 'domhandler';
import fc from 'fast-check';
import { DomUtils, parseDocument } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../../server/src/analysis/analyze.ts';
import { gridOf } from '../../../server/src/format/grid.ts';
import { languageOfName } from '../../../server/src/input/language.ts';
import { documentOf } from '../../../server/src/output/document.ts';
import { toHtml } from '../../../server/src/output/html/toHtml.ts';
import type { Preview, PreviewBlock } from '../../../server/src/output/preview/model.ts';
import { renderPreview } from '../../../server/src/output/preview/preview.ts';
import { type Language, type Report, valueAt } from '../../../server/src/report/model.ts';
import { checked } from '../../support/check.ts';
import { rightReport } from '../../support/rightReports.ts';
import { runs } from '../../support/runs.ts';

interface Shown {
  readonly preview: Preview;
  readonly report: Report;
  readonly text: string;
}

function show(text: string, language: Language = 'markdown'): Shown {
  const { report, findings } = checked(text, { language });
  return { preview: renderPreview(report, findings), report, text };
}

/** The elements of a block that have a name, or an attribute. */
function elements({ html }: PreviewBlock, test: (element: Element) => boolean): Element[] {
  return DomUtils.filter((node) => isTag(node) && test(node), parseDocument(html)) as Element[];
}

const named =
  (...names: readonly string[]) =>
  ({ name }: Element) =>
    names.includes(name);

function textOf(block: PreviewBlock): string {
  return DomUtils.textContent(parseDocument(block.html));
}

function blocksOf({ blocks }: Preview, tag: string): PreviewBlock[] {
  return blocks.filter(({ html }) => html.startsWith(`<${tag}>`) || html.startsWith(`<${tag} `));
}

/** The elements that the renderer writes. */
const tags = 'p h1 h2 h3 div table caption thead tbody tr th td mark span strong em code'.split(' ');

const samples = readdirSync('samples')
  .filter((name) => /^\d.*\.(?:md|txt)$/.test(name))
  .map((name) => ({ name, text: readFileSync(`samples/${name}`, 'utf8') }));

describe('a preview', () => {
  it('shows a title that begins with its year', () => {
    const title = '2025年云川市水务局政府信息公开工作年度报告';
    const draft = rightReport('department', 'markdown').replace('云川市水务局2025年政府信息公开工作年度报告', title);
    expect(blocksOf(show(draft).preview, 'h1').map(textOf)).toEqual([title]);
  });

  it('shows title, headings, paragraphs and signature in their order', () => {
    const { preview } = show(rightReport('department', 'markdown'));
    expect(preview.title).toBe('云川市水务局2025年政府信息公开工作年度报告');
    expect(blocksOf(preview, 'h1').map(textOf)).toEqual([preview.title]);
    expect(blocksOf(preview, 'h2')).toHaveLength(6);
    expect(blocksOf(preview, 'h3').map(textOf)).toContain('（一）主动公开');
    expect(textOf(preview.blocks.at(-1) as PreviewBlock)).toMatch(/^20\d\d年\d+月\d+日$/);
    expect(preview.findings).toEqual([]);
  });

  it.each(samples)('shows the tables of $name in the official layout, values as written', ({ name, text }) => {
    const { preview, report } = show(text, languageOfName(name));
    const tables = preview.blocks.filter(({ html }) => html.includes('<caption>'));
    expect(tables).toHaveLength(Object.keys(report.tables).length);
    Object.values(report.tables).forEach((table) => {
      const block = tables.find(({ html }) => html.includes(`>${table.format.name} `));
      if (block === undefined) throw new Error(`no ${table.format.name}`);
      const rows = elements(block, named('tr')).map((row) =>
        DomUtils.filter((node) => isTag(node) && named('td', 'th')(node), row).map((node) => {
          const { attribs } = node as Element;
          return {
            text: DomUtils.textContent(node),
            colspan: Number(attribs.colspan ?? 1),
            rowspan: Number(attribs.rowspan ?? 1),
          };
        }),
      );
      const expected = gridOf(table.format).rows.map((row) =>
        row.map(({ text: label, colspan, rowspan, slot }) => ({
          text: slot === undefined ? label : (valueAt(table, slot)?.cell?.text ?? ''),
          colspan,
          rowspan,
        })),
      );
      expect(rows).toEqual(expected);
    });
  });

  it.each(samples)('says of every value of $name where it stands', ({ name, text }) => {
    const { preview } = show(text, languageOfName(name));
    let count = 0;
    for (const block of preview.blocks.filter(({ html }) => html.includes('<caption>'))) {
      for (const cell of elements(block, named('td'))) {
        const shown = DomUtils.textContent(cell);
        if (cell.attribs['data-start'] === undefined || shown === '') continue;
        const from = block.start + Number(cell.attribs['data-start']);
        expect(text.slice(from, block.start + Number(cell.attribs['data-end']))).toContain(shown);
        count++;
      }
    }
    expect(count).toBeGreaterThan(20);
  });

  it.each(samples)('leaves no word of $name out', ({ name, text }) => {
    const { preview } = show(text, languageOfName(name));
    const ink = (part: string): string => part.replace(/[^\p{L}\p{N}]/gu, '');
    const shown = ink(preview.blocks.map(textOf).join(''));
    const prose = text.split('\n').filter((line) => !/[\t|]/.test(line));
    for (const sentence of prose.flatMap((line) => line.split(/[。，；]/)).map(ink)) expect(shown).toContain(sentence);
  });

  it.each(samples)('marks every finding of $name, and each is reached once with the keyboard', ({ name, text }) => {
    const { preview } = show(text, languageOfName(name));
    const reached = preview.blocks.flatMap((block) =>
      elements(block, ({ name: tag, attribs }) => tag === 'mark' && attribs.tabindex === '0').flatMap((mark) =>
        (mark.attribs['data-finding'] ?? '').split(' ').map((index) => block.findings[Number(index)]),
      ),
    );
    expect([...new Set(reached)].sort((a, b) => Number(a) - Number(b))).toEqual(
      preview.findings.map((_, index) => index),
    );
  });
});

describe('the marks of a preview', () => {
  const right = rightReport('department', 'markdown');

  it('stand on the very cell, with the gravity of the finding', () => {
    const { preview } = show(right.replace(/^(\|[^\n]*予以公开[^\n]*\| )8( \|)$/m, '$19$2'));
    const [finding] = preview.findings;
    expect(preview.findings).toHaveLength(1);
    expect(finding?.code).toBe('applications-unbalanced');
    expect(finding?.fixes.length).toBeGreaterThan(0);
    expect(preview.counts).toEqual({ error: 1, warning: 0, information: 0, hint: 0 });
    const marks = preview.blocks.flatMap((block) => elements(block, named('mark')));
    expect(marks.map(({ attribs }) => attribs.class)).toEqual(['finding error']);
    expect(DomUtils.textContent(marks[0] as Element)).toBe('9');
    const cell = marks[0]?.parent as Element;
    expect(cell.name).toBe('td');
  });

  it('stand on the very words of a sentence, also inside bold type', () => {
    const { preview } = show(right.replace('全年收到政府信息公开申请15件', '**全年收到政府信息公开申请25件**'));
    const finding = preview.findings.find(({ code }) => code === 'prose-mismatch');
    const marks = preview.blocks.flatMap((block) => elements(block, named('mark')));
    expect(finding?.message).toContain('25');
    expect(marks.map((mark) => DomUtils.textContent(mark))).toEqual(['25']);
    expect((marks[0]?.parent as Element | undefined)?.name).toBe('strong');
  });

  it('stand on the head of a table for the whole of it', () => {
    const { preview } = show(rightReport('department', 'plaintext'), 'markdown');
    expect(preview.findings.map(({ code }) => code)).toEqual(['table-layout', 'table-layout', 'table-layout']);
    const marks = preview.blocks.flatMap((block) => elements(block, named('mark')));
    expect(marks.map(({ parent }) => (parent as Element | null)?.name)).toEqual(['th', 'th', 'th']);
  });

  it('stand behind the block before for what is not shown', () => {
    const comment = '<!-- nianbao-disable-next-line period -->';
    const { preview } = show(right.replace('## 二、', `${comment}\n\n## 二、`));
    expect(preview.findings.map(({ code }) => code)).toEqual(['silence-unused']);
    const home = preview.blocks.findIndex(({ findings }) => findings.length > 0);
    const marks = elements(preview.blocks[home] as PreviewBlock, named('mark'));
    expect(marks.map(({ attribs }) => attribs.class)).toEqual(['finding information point']);
    expect(preview.blocks[home + 1]?.html).toContain('<h2>二、');
  });
});

describe('a hostile draft', () => {
  const hostile = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[详见](javascript:alert(1))',
    '[链接](https://example.invalid/track)',
    '![图](https://example.invalid/a.png)',
    '<https://example.invalid/b>',
    '&lt;script&gt;alert(2)&lt;/script&gt;',
    '"><svg/onload=alert(3)>',
    '`<b>`',
    '\u0000\ud800',
  ];

  it.each(['markdown', 'plaintext', 'html'] as const)('gives only escaped text: %s', (language) => {
    const wild = hostile.join('，');
    const base =
      language === 'html'
        ? toHtml(documentOf(show(rightReport('department', 'markdown')).report))
        : rightReport('department', language);
    const draft = base
      .replace('修订政府信息公开目录', `${wild}修订政府信息公开目录`)
      .replace('（三）政府信息管理', `（三）政府信息管理${hostile[0]}`)
      .replace(/([|\t] ?)8( ?\|?\n)/, '$1<img src=x onerror=alert(1)>$2');
    expect(draft.split('onerror').length).toBe(language === 'html' ? 2 : 3);
    const { preview } = show(draft, language);
    for (const block of preview.blocks) {
      for (const { name, attribs } of elements(block, () => true)) {
        expect(tags).toContain(name);
        for (const attribute of Object.keys(attribs)) {
          expect(attribute).toMatch(/^(?:class|role|tabindex|scope|colspan|rowspan|aria-label|data-[a-z-]+)$/);
        }
      }
    }
    const shown = preview.blocks.map(textOf).join('');
    if (language !== 'html') expect(shown).toContain('<script>alert(1)</script>');
  });
});

describe('the keys of a preview', () => {
  it('are the same for all blocks but the one that is edited', () => {
    const text = rightReport('government', 'markdown');
    const before = show(text).preview.blocks;
    const at = text.indexOf('\n', text.indexOf('## 一、') + 20) + 1;
    const after = show(`${text.slice(0, at)}\n本段是新写的一段话，写明有关情况。\n\n${text.slice(at)}`).preview.blocks;
    const keys = new Set(before.map(({ key }) => key));
    expect(after).toHaveLength(before.length + 1);
    expect(after.filter(({ key }) => !keys.has(key)).map(textOf)).toEqual(['本段是新写的一段话，写明有关情况。']);
  });

  it('differ between equal blocks', () => {
    const text = rightReport('department', 'markdown');
    const doubled = text.replace('## 二、', '本段写了两遍，一字不差。\n\n本段写了两遍，一字不差。\n\n## 二、');
    const { blocks } = show(doubled).preview;
    expect(new Set(blocks.map(({ key }) => key)).size).toBe(blocks.length);
  });
});

it('grows with the draft and not faster', () => {
  const text = rightReport('department', 'markdown');
  const sizeOf = (copies: number): number => {
    const more = '**一是**修订目录，公开15件，“详见[网页](http://example.invalid)；'.repeat(copies);
    return JSON.stringify(show(text.replace('## 二、', `${more}。\n\n## 二、`)).preview).length;
  };
  const [none, some, many] = [sizeOf(1), sizeOf(50), sizeOf(500)];
  expect(many - none).toBeLessThan(11 * (some - none));
});

it('shows any damaged draft without a failure: all findings marked, no tag but its own', () => {
  const pieces = [
    '<b>',
    '</td>',
    '**',
    '__',
    '`',
    '\n',
    '\n\n',
    '|',
    '\t',
    '<!--',
    '-->',
    '&lt;',
    '[a](',
    '```',
    '# ',
    '29',
    '，',
  ];
  const draft = fc.record({
    sample: fc.constantFrom(...samples),
    language: fc.constantFrom<Language>('markdown', 'plaintext', 'html'),
    cuts: fc.array(fc.record({ at: fc.nat(), length: fc.nat(60), piece: fc.constantFrom(...pieces) }), {
      maxLength: 12,
    }),
  });
  fc.assert(
    fc.property(draft, ({ sample, language, cuts }) => {
      const text = cuts.reduce((before, { at, length, piece }) => {
        const start = at % before.length;
        return before.slice(0, start) + piece + before.slice(start + length);
      }, sample.text);
      const analysis = analyze(text, language);
      if (analysis.kind !== 'report') return;
      const { blocks, findings } = renderPreview(analysis.report, analysis.findings);
      const marked = new Set<number | undefined>();
      for (const block of blocks) {
        for (const { name, attribs } of elements(block, () => true)) {
          expect(tags).toContain(name);
          if (attribs.tabindex !== '0' || name !== 'mark') continue;
          for (const index of (attribs['data-finding'] ?? '').split(' ')) marked.add(block.findings[Number(index)]);
        }
      }
      expect(marked.size).toBe(findings.length);
      expect(new Set(blocks.map(({ key }) => key)).size).toBe(blocks.length);
    }),
    runs(150),
  );
});
