import * as fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { alignTables } from '../../server/src/features/pipes.ts';
import { partsOf } from '../../server/src/report/reading/parts.ts';
import { LineIndex } from '../../server/src/text/lines.ts';
import { applyEdits } from '../../server/src/text/span.ts';
import { displayWidth } from '../../server/src/text/width.ts';
import type { Dress } from '../support/document.ts';
import { draftFor } from '../support/judge.ts';
import { layouts } from '../support/layouts.ts';
import { reportArb } from '../support/report.ts';
import { runs } from '../support/runs.ts';

const markdown = new MarkdownIt();

function align(text: string, within?: { start: number; end: number }): string {
  return applyEdits(text, alignTables({ text, lines: new LineIndex(text), parts: partsOf(text, 'markdown') }, within));
}

describe('aligning pipe tables', () => {
  it('counts Chinese characters as two columns', () => {
    expect(align('|规章|0|\n|---|---|\n|行政规范性文件|12|\n')).toBe(
      '| 规章           | 0   |\n| -------------- | --- |\n| 行政规范性文件 | 12  |\n',
    );
  });

  it('pads no label to the longest where lines would be wider than an editor', () => {
    const label = '申请人无正当理由逾期不补正'.repeat(4);
    const table = align(`| 行 | 甲列名称很长 | 乙 |\n|-|-|-|\n| ${label} | 1 | 0 |\n| 短 | 1234 | 5 |\n`);
    expect(table.split('\n')).toEqual([
      '| 行  | 甲列名称很长 | 乙  |',
      '| --- | ---- | --- |',
      `| ${label} | 1    | 0   |`,
      '| 短  | 1234 | 5   |',
      '',
    ]);
    expect(align(table)).toBe(table);
  });

  it('keeps the alignment of columns, escaped pipes and indentation', () => {
    expect(align('  | a | b | c |\n  |:-|-:|:-:|\n  | x\\|y | 1 | 长 |')).toBe(
      '  | a    |   b |  c  |\n  | :--- | --: | :-: |\n  | x\\|y |   1 | 长  |',
    );
  });

  it('aligns tables without outer pipes, and rows of other widths as far as they go', () => {
    expect(align('a | b\n--- | ---\n长标签 | 1 | 多\n短')).toBe(
      '| a      | b   |\n| ------ | --- |\n| 长标签 | 1   | 多\n短',
    );
  });

  it('leaves a table in a comment alone', () => {
    const text = '<!--\n|表|0|\n|-|-|\n-->\n';
    expect(align(text)).toBe(text);
  });

  it('leaves other tables, code blocks and text alone', () => {
    const text = 'a|b\n不是表格\n\n```\n|a|b|\n|-|-|\n```\n\n|a|b|\n|-|\n';
    expect(align(text)).toBe(text);
  });

  it('touches only the tables in the range', () => {
    const table = '|a|b|\n|-|-|\n|1|2|\n';
    const text = `${table}\n中间\n\n${table}`;
    expect(align(text, { start: 0, end: 0 })).toBe(`${align(table)}\n中间\n\n${table}`);
  });

  const pipes = layouts.filter(({ shape }) => shape === 'pipe');
  const documents = fc
    .record({
      report: reportArb,
      layout: fc.constantFrom(...pipes),
      lineEnd: fc.constantFrom<Dress['lineEnd'][]>('\n', '\r\n'),
    })
    .map(({ report, layout, lineEnd }) => {
      const heading = layout.headings[0] ?? 'plain';
      return layout.write(draftFor(report, layout), { heading, lineEnd, bom: false, gap: 2 }).text;
    });

  it('changes nothing that is shown, and nothing when done again', () => {
    fc.assert(
      fc.property(documents, (text) => {
        const aligned = align(text);
        expect(markdown.render(aligned)).toBe(markdown.render(text));
        expect(align(aligned)).toBe(aligned);
      }),
      runs(60),
    );
  });

  it('makes all lines of a table equally wide, or none wider than its own words ask for', () => {
    fc.assert(
      fc.property(documents, (text) => {
        const groups = align(text)
          .split(/\r?\n/)
          .reduce<string[][]>(
            (tables, line) => {
              if (line.startsWith('|')) tables[tables.length - 1]?.push(line);
              else tables.push([]);
              return tables;
            },
            [[]],
          );
        for (const lines of groups) {
          const widths = lines.map(displayWidth);
          if (new Set(widths).size <= 1) {
            expect(widths[0] ?? 0).toBeLessThanOrEqual(120);
            continue;
          }
          for (const line of lines) {
            const cells = line.split('|').slice(1, -1);
            const own = cells.map((cell) => Math.max(displayWidth(cell.trim()), 12) + 3);
            expect(displayWidth(line)).toBeLessThanOrEqual(own.reduce((sum, width) => sum + width, 1));
          }
        }
      }),
      runs(60),
    );
  });
});
