import { expect, it } from 'vitest';
import { type Finding, type Fix, finding, type Rule } from '../../server/src/checks/check.ts';
import { quickFixes } from '../../server/src/lsp/actions.ts';
import { span } from '../../server/src/text/span.ts';

const rule: Rule = {
  code: 'cell-blank',
  severity: 'warning',
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
  return finding(rule, { message: '', span: span(from, to), fixes: () => fixes });
}

it('offers the fixes of the findings that the span touches', () => {
  const findings = [
    found(0, 2, fix('a', 0, 2)),
    found(4, 6, fix('b', 4, 6), fix('c', 4, 6)),
    found(8, 8, fix('d', 8, 8)),
  ];
  const at = (from: number, to: number) => quickFixes(findings, span(from, to)).map(({ title }) => title);
  expect(at(3, 3)).toEqual([]);
  expect(at(2, 2)).toEqual(['a']);
  expect(at(5, 5)).toEqual(['b', 'c']);
  expect(at(7, 8)).toEqual(['d']);
  expect(at(0, 9)).toEqual(['a', 'b', 'c', 'd']);
});
