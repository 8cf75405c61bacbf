import { expect, it } from 'vitest';
import type { Analysis } from '../../server/src/analysis/analyze.ts';
import { fixAll, fixWith, MOST_ROUNDS, safeFixes } from '../../server/src/analysis/fix.ts';
import { type Finding, type Fix, finding, type Rule } from '../../server/src/checks/check.ts';
import { tableOf } from '../../server/src/format/formats.ts';
import { span } from '../../server/src/text/span.ts';
import { standardTable } from '../../server/src/writing/write.ts';
import { analyzed } from '../support/check.ts';
import { rightReport } from '../support/rightReports.ts';

const rule: Rule = {
  code: 'punctuation',
  severity: 'hint',
  title: '',
  summary: '',
  why: '',
  basis: '',
  howToFix: '',
  examples: [],
};

function fix(title: string, from: number, to: number, rest: Partial<Fix> = {}): Fix {
  return { title, edits: [{ span: span(from, to), text: title }], preferred: false, safe: true, ...rest };
}

function found(from: number, to: number, ...fixes: readonly Fix[]): Finding {
  return finding(rule, { message: `${from}`, span: span(from, to), fixes: () => fixes });
}

function titles(findings: readonly Finding[]): readonly string[] {
  return safeFixes(findings, '一二三四五六七八九十').map((chosen) => chosen.fix.title);
}

it('chooses safe fixes only, one for each finding', () => {
  expect(titles([])).toEqual([]);
  expect(titles([found(0, 1, fix('a', 0, 1, { safe: false }))])).toEqual([]);
  expect(titles([found(0, 1, fix('a', 0, 1), fix('b', 0, 1, { preferred: true }))])).toEqual(['b']);
  expect(titles([found(0, 1, fix('a', 0, 1, { safe: false, preferred: true }), fix('b', 0, 1))])).toEqual(['b']);
});

it('leaves out a fix that overlaps an earlier one, wherever that stands', () => {
  const three = [found(0, 4, fix('a', 0, 4)), found(2, 6, fix('b', 2, 6)), found(5, 8, fix('c', 5, 8))];
  expect(titles(three)).toEqual(['a', 'c']);
  expect(titles([found(0, 9, fix('a', 6, 9)), found(1, 2, fix('b', 1, 2)), found(2, 7, fix('c', 2, 7))])).toEqual([
    'a',
    'b',
  ]);
  expect(titles([found(3, 3, fix('a', 3, 3)), found(3, 3, fix('b', 3, 3)), found(4, 5, fix('c', 4, 5))])).toEqual([
    'a',
    'c',
  ]);
});

it('leaves out a fix that overlaps only where the earlier one changes nothing', () => {
  const whole: Fix = { ...fix('whole', 0, 10), edits: [{ span: span(0, 10), text: '〇二三四五六七八九十' }] };
  expect(titles([found(0, 1, whole), found(5, 6, fix('b', 5, 6))])).toEqual(['whole']);
});

it('leaves out a fix that changes nothing', () => {
  expect(titles([found(1, 2, fix('二', 1, 2))])).toEqual([]);
});

const analysis = analyzed(rightReport('department', 'markdown'));

/** An analysis that finds in a text what the patterns match; each has a safe fix. */
function finds(...rules: readonly (readonly [RegExp, string])[]): (text: string) => Analysis {
  return (text) => ({
    ...analysis,
    findings: rules.flatMap(([pattern, replacement]) =>
      [...text.matchAll(pattern)].map(({ 0: all, index }) => {
        const place = span(index, index + all.length);
        const edits = [{ span: place, text: replacement }];
        const only: Fix = { title: `${all}→${replacement}`, edits, preferred: true, safe: true };
        return finding(rule, { message: all, span: place, fixes: () => [only] });
      }),
    ),
  });
}

it('goes on with what a fix brings to light, and names it by its place in the original text', () => {
  const { text, edits, applied, converged } = fixWith('_ab_c', finds([/ab/g, 'x'], [/xc|x_c/g, 'yyc']));
  expect(text).toBe('_yyc');
  expect(edits).toEqual([{ span: span(1, 4), text: 'yy' }]);
  expect(applied.map(({ title, offset }) => [title, offset])).toEqual([
    ['ab→x', 1],
    ['x_c→yyc', 1],
  ]);
  expect(converged).toBe(true);
});

it('ends after ten rounds where fixes undo each other, and says so', () => {
  const { text, edits, applied, converged } = fixWith('a', finds([/a/g, 'b'], [/b/g, 'a']));
  expect({ text, edits, converged }).toEqual({ text: 'a', edits: [], converged: false });
  expect(applied.length).toBe(MOST_ROUNDS);
});

it('does nothing to a text that is no report', () => {
  const fixed = fixAll('今天天气很好。', 'plaintext');
  expect(fixed).toEqual({
    text: '今天天气很好。',
    edits: [],
    applied: [],
    converged: true,
    analysis: { kind: 'other' },
  });
});

it('fills a blank cell of HTML whose closing tags are left out', () => {
  const figures = ['1', '0', '1', '0', '2', '1', '0', '0', '0', '1', '0', '0', '0', '1', '1'];
  const table = standardTable(tableOf('2021', 'litigation'), 'html', ({ index }) => figures[index] ?? '');
  const page = (cells: string): string =>
    `<h1>青岚市水务局2025年政府信息公开工作年度报告</h1>\n<h2>四、政府信息公开行政复议、行政诉讼情况</h2>\n${cells}`;
  const right = page(table.replaceAll('</td>', ''));
  const wrong = right.replace(/<td>0(?=\s*<td>2)/, '<td class="a>b">');
  expect(wrong).not.toBe(right);
  expect(fixAll(wrong, 'html').text).toBe(wrong.replace('<td class="a>b">', '<td class="a>b">0'));
});
