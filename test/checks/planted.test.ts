import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../server/src/checks/check.ts';
import { applyEdits } from '../../server/src/text/span.ts';
import { checked } from '../support/check.ts';

/** The Markdown sample signed and with its blank cells filled, so that nothing is wrong with it but what is planted. */
const unsigned = readFileSync(new URL('../../samples/001-办公厅-2019.md', import.meta.url), 'utf8');
const sample = `${unsigned.trimEnd()}\n\n云岭省人民政府办公厅\n\n2020年1月20日\n`;

function findingsOf(text: string): readonly Finding[] {
  return checked(text).findings;
}

const clean = findingsOf(sample)
  .filter((finding) => finding.code === 'cell-blank')
  .reduce((text) => {
    const blank = findingsOf(text).find((finding) => finding.code === 'cell-blank');
    return applyEdits(text, blank?.fixes()[0]?.edits ?? []);
  }, sample);

/** Replaces the one place that the pattern matches. */
function plant(pattern: string | RegExp, replacement: string): string {
  const text = clean.replace(pattern, replacement);
  if (text === clean) throw new Error(`nothing to plant at ${pattern}`);
  return text;
}

function line(label: string): string {
  const found = clean.split('\n').find((candidate) => candidate.includes(label));
  if (found === undefined) throw new Error(`no line with ${label}`);
  return found;
}

/** Replaces the cell of that number, from 0, in the line with the label. */
function plantCell(label: string, cell: number, change: (text: string) => string): string {
  const cells = line(label).split('|');
  cells[cell + 1] = ` ${change((cells[cell + 1] ?? '').trim())} `;
  return plant(line(label), cells.join('|'));
}

function section(numeral: string): string {
  const start = clean.indexOf(`## ${numeral}、`);
  const end = clean.indexOf('\n## ', start + 1);
  return clean.slice(start, end < 0 ? clean.length : end + 1);
}

interface Planted {
  readonly name: string;
  readonly text: () => string;
  /** Codes of the findings that are new, each once unless said otherwise. */
  readonly codes: readonly string[];
  /** Text that the first finding marks. */
  readonly at?: string;
}

const planted: readonly Planted[] = [
  { name: 'a missing section', text: () => plant(/## 六、.*\n\n无。\n\n/, ''), codes: ['section-missing'] },
  {
    name: 'two sections swapped',
    text: () => plant(section('四') + section('五'), section('五') + section('四')),
    codes: ['section-order'],
  },
  { name: 'a reworded section heading', text: () => plant(/## 五、.*/, '## 五、问题和改进'), codes: ['section-title'] },
  { name: 'a wrong numeral', text: () => plant('## 三、', '## 四、'), codes: ['section-number'] },
  { name: 'a heading without its mark', text: () => plant('## 五、', '五、'), codes: [] },
  {
    name: 'a section twice',
    text: () => plant(section('五'), section('五') + section('五')),
    codes: ['section-duplicate'],
  },
  {
    name: 'a wrong row total',
    text: () => plantCell('（一）予以公开', 9, () => '45'),
    codes: ['applications-unbalanced'],
    at: '45',
  },
  {
    name: 'a wrong total row',
    text: () => plantCell('（七）总计', 3, () => '91'),
    codes: ['applications-unbalanced'],
    at: '91',
  },
  {
    name: 'a broken identity',
    text: () => plantCell('四、结转下年度', 3, () => '8'),
    codes: ['applications-unbalanced'],
    at: '8',
  },
  { name: 'a deleted row', text: () => plant(`${line('2.没有现成信息')}\n`, ''), codes: ['table-shape'] },
  {
    name: 'a value in the wrong column',
    text: () => plant(line('2.没有现成信息'), line('2.没有现成信息').replace('| 6 | 0 |', '| 0 | 6 |')),
    codes: ['applications-unbalanced', 'applications-unbalanced'],
  },
  {
    name: 'a table left out',
    text: () => plant(section('二'), '## 二、主动公开政府信息情况\n\n详见网站。\n\n'),
    codes: ['table-missing'],
  },
  {
    name: 'a wrong total of reviews',
    text: () => plant(/\| 1 \| 0 \| 0 \| 0 \| 1 \|/, '| 1 | 0 | 0 | 0 | 2 |'),
    codes: ['litigation-unbalanced'],
    at: '2',
  },
  {
    name: 'a column missing between two others',
    text: () =>
      plant(/(\| 信息内容 \| 本年新制作数量 \|) 本年新公开数量 (\| 对外公开总数量 \|)/, '$1$2  |')
        .replace('| 规章 | 8 | 6 | 81 |', '| 规章 | 8 | 81 |  |')
        .replace('| 规范性文件 | 79 | 79 | 2119 |', '| 规范性文件 | 79 | 2119 |  |'),
    // The blank cells are those of the column that is missing.
    codes: ['table-shape', 'cell-blank'],
    at: '第二十条第（一）项',
  },
  {
    name: 'a ragged row',
    text: () => plant(line('1.本机关不掌握'), line('1.本机关不掌握').replace('| 39 | 1 | 0 |', '| 39 | 1 |')),
    codes: ['table-misaligned'],
  },
  {
    name: 'full-width digits in a cell',
    text: () => plantCell('（一）予以公开', 3, () => '４１'),
    codes: ['cell-invalid'],
    at: '４１',
  },
  { name: 'a letter O for 0', text: () => plantCell('2.重复申请', 3, () => 'O'), codes: ['cell-invalid'], at: 'O' },
  {
    name: 'a zero-width space in a number',
    text: () => plantCell('（一）予以公开', 3, () => '4\u200b1'),
    codes: ['cell-invalid'],
  },
  {
    name: 'a thousands separator',
    text: () => plantCell('规范性文件', 3, () => '2,119'),
    codes: ['cell-invalid'],
    at: '2,119',
  },
  {
    name: 'a word for a number',
    text: () => plantCell('（一）予以公开', 3, () => '若干'),
    codes: ['cell-invalid'],
    at: '若干',
  },
  { name: 'a negative count', text: () => plantCell('规范性文件', 1, () => '-79'), codes: ['cell-invalid'], at: '-79' },
  {
    name: 'a fraction of a count',
    text: () => plantCell('规范性文件', 1, () => '7.9'),
    codes: ['cell-invalid'],
    at: '7.9',
  },
  {
    name: 'a section without text',
    text: () => plant(section('五'), '## 五、存在的主要问题及改进情况\n\n'),
    codes: ['section-empty'],
  },
  {
    name: 'a number that differs from the table',
    text: () => plant('予以公开44件', '予以公开45件'),
    codes: ['prose-mismatch'],
    at: '45',
  },
  {
    name: 'parts that are not the whole',
    text: () => plant('其中图解171篇', '其中图解172篇'),
    codes: ['prose-mismatch'],
    at: '270',
  },
  {
    name: 'a percentage that its numbers do not give',
    text: () => plant('办结率91.54%', '办结率94.51%'),
    codes: ['prose-mismatch'],
    at: '94.51',
  },
  {
    name: 'a period of another year',
    text: () => plant('统计期限从2019年1月1日', '统计期限从2018年1月1日'),
    codes: ['period'],
  },
  {
    name: 'a year in the title that is not the year of the figures',
    text: () => plant('办公厅2019年政府', '办公厅2018年政府'),
    codes: ['title-year'],
  },
  { name: 'a mixed bracket', text: () => plant('〔2019〕60号', '〔2019）60号'), codes: ['citation'] },
  {
    name: 'a place that was left to be filled in',
    text: () => plant('平台建设方面', '平台建设方面××'),
    codes: ['placeholder'],
  },
  {
    name: 'a sentence that a page broke',
    text: () => plant('一年来，共收到和办理', '一年来，共收\n\n到和办理'),
    codes: ['line-break'],
  },
  { name: 'an unmatched 《', text: () => plant('以下简称《条例》）', '以下简称《条例）'), codes: ['punctuation'] },
  { name: 'an unclosed “', text: () => plant('“省长信箱”收到', '“省长信箱收到'), codes: ['punctuation'] },
  { name: 'a blank cell', text: () => plantCell('2.重复申请', 3, () => ''), codes: ['cell-blank'] },
  { name: 'a blank total', text: () => plantCell('2.没有现成信息', 9, () => ''), codes: ['total-blank'] },
];

/** Faults whose remedy cannot be known. */
const unknowable = [
  'a word for a number',
  'a negative count',
  'a fraction of a count',
  'a place that was left to be filled in',
  'an unmatched 《',
  'an unclosed “',
];

describe('planted faults', () => {
  it('are planted in a report without findings', () => {
    expect(findingsOf(clean).map((finding) => finding.message)).toEqual([]);
  });

  it.each(planted)('$name is found, and nothing else', ({ text, codes, at }) => {
    const broken = text();
    const findings = findingsOf(broken);
    expect(findings.map((finding) => finding.code)).toEqual(codes);
    if (at !== undefined) {
      const { span } = findings[0] as Finding;
      expect(broken.slice(span.start, span.end)).toBe(at);
    }
  });

  it.each(planted.filter(({ codes }) => codes.length === 1 && codes[0] !== 'section-duplicate'))(
    '$name is gone after its fix',
    ({ name, text, codes }) => {
      const broken = text();
      const [fix] = findingsOf(broken)[0]?.fixes() ?? [];
      if (fix === undefined) {
        // Only what cannot be known has no fix.
        expect(unknowable).toContain(name);
        return;
      }
      const fixed = applyEdits(broken, fix.edits);
      const left = findingsOf(fixed).map((finding) => finding.code);
      expect(left).not.toContain(codes[0]);
      // A row that was deleted comes back blank, a section with a placeholder: what they held nobody knows.
      if (codes[0] === 'table-shape') return;
      expect(left.filter((code) => code !== 'cell-blank' && code !== 'placeholder')).toEqual([]);
    },
  );
});
