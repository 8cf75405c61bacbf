import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extract } from '../../../server/src/analysis/extract.ts';
import { formatOf } from '../../../server/src/format/formats.ts';
import { gridOf } from '../../../server/src/format/grid.ts';
import type { TableFormat, TableId } from '../../../server/src/format/schema.ts';
import { reportIn } from '../../support/check.ts';
import { type BalancedReport, reportArb } from '../../support/report.ts';
import { runs } from '../../support/runs.ts';

/** A row as a web page's text extraction sees it: its own cells, and how many places merged cells leave empty. */
interface WebRow {
  readonly cells: readonly string[];
  readonly padding: number;
}

function rowsOf(report: BalancedReport, table: TableFormat): WebRow[] {
  const grid = gridOf(table);
  const tables = report.tables[table.id] ?? {};
  const taken = new Map<string, number>();
  return grid.rows.map((row) => {
    const cells = row.map((cell) => {
      if (cell.slot === undefined) return cell.text;
      const at = taken.get(cell.slot.row) ?? 0;
      taken.set(cell.slot.row, at + 1);
      return String(tables[cell.slot.row]?.[at] ?? '');
    });
    return { cells, padding: grid.width - cells.length };
  });
}

/** Ways in which text extraction writes a table of a page; the padding of merged cells stands at the row's end. */
const copies: readonly { readonly name: string; readonly write: (rows: readonly WebRow[]) => string }[] = [
  {
    name: 'a cell a line closed by a pipe',
    write: (rows) =>
      rows
        .map(({ cells, padding }) =>
          [
            ...cells.map((cell) => (cell === '' ? '|' : `${cell} |`)),
            ...(padding > 0 ? ['|'.repeat(padding)] : []),
          ].join('\n'),
        )
        .join('\n'),
  },
  {
    name: 'a cell a line, the pipe on a line of its own',
    write: (rows) =>
      rows
        .map(({ cells, padding }) =>
          [
            ...cells.map((cell) => (cell === '' ? '|' : `${cell}\n|`)),
            ...(padding > 0 ? ['|'.repeat(padding)] : []),
          ].join('\n'),
        )
        .join('\n'),
  },
  {
    name: 'a row a line closed by a pipe',
    write: (rows) => rows.map(({ cells }) => `${cells.join(' | ')} |`).join('\n'),
  },
  {
    name: 'a row a line between pipes, merged places at its end',
    write: (rows) => rows.map(({ cells, padding }) => `| ${cells.join(' | ')} |${'|'.repeat(padding)}`).join('\n'),
  },
  {
    name: 'a row a line with single spaces',
    write: (rows) => rows.map(({ cells }) => cells.map((cell) => (cell === '' ? '0' : cell)).join(' ')).join('\n'),
  },
];

function documentOf(report: BalancedReport, write: (rows: readonly WebRow[]) => string): string {
  const { sections, tables } = formatOf(report.format);
  const parts = sections.map((section) => {
    const table = tables.find(({ id }) => id === section.table);
    const content = table === undefined ? '各项工作有序开展。' : write(rowsOf(report, table));
    return `${'一二三四五六'[section.number - 1]}、${section.title}\n${content}`;
  });
  return [`根据有关规定，现公布${report.body}${report.year}年政府信息公开工作年度报告。`, ...parts].join('\n');
}

describe.each(copies)('a web copy with $name', ({ name, write }) => {
  it('reads back exactly', () => {
    fc.assert(
      fc.property(reportArb, (report) => {
        const zeros = name.includes('single spaces');
        const { tables, year, body, sections } = extract(reportIn(documentOf(report, write), 'plaintext'));
        expect([year, body, sections.length]).toEqual([report.year, report.body, 6]);
        for (const id of ['disclosure', 'applications', 'litigation'] satisfies TableId[]) {
          const right = Object.entries(report.tables[id] ?? {}).map(([row, values]) => [
            row,
            values.map((value) => (zeros ? (value ?? 0) : value)),
          ]);
          // A table without any number has no rows that could be told from one of blanks.
          expect(tables[id]).toEqual(Object.fromEntries(right));
        }
      }),
      runs(60),
    );
  });
});

it('reads table 4 of a page whose header stands upright, character by character', () => {
  const text = [
    '某区审计局2020年政府信息公开工作年度报告',
    '一、总体情况',
    '工作有序开展。',
    '四、政府信息公开行政复议、行政诉讼情况',
    '本年度未发生行政复议、行政诉讼。',
    '行政复议 行政诉讼',
    '未经复议直接起诉 复议后起诉',
    '结 结 其 尚',
    '结 结 其 尚 结 结 其 尚',
    '果 果 他 未',
    '总计 果 果 他 未 总 果 果 他 未 总',
    '维 纠 结 审',
    '维 纠 结 审 计 维 纠 结 审 计',
    '持 正 果 结',
    '持 正 果 结 持 正 果 结',
    '1 0 2 0 3 0 0 0 4 4 5 0 0 0 5',
    '五、存在的主要问题及改进情况',
    '仍有不足。',
  ].join('\n');
  const report = reportIn(text, 'plaintext');
  expect(extract(report).tables.litigation).toEqual({
    review: [1, 0, 2, 0, 3],
    direct: [0, 0, 0, 4, 4],
    afterReview: [5, 0, 0, 0, 5],
  });
});

it('reads a title that runs into the first paragraph', () => {
  const text =
    '某某街道2024年政府信息公开工作年度报告根据《中华人民共和国政府信息公开条例》编制，所列数据的统计期限自2024年1月1日至2024年12月31日止。\n一、总体情况\n正文。\n二、主动公开政府信息情况\n正文。\n三、收到和处理政府信息公开申请情况\n正文。';
  const report = reportIn(text, 'plaintext');
  expect([report.title?.text, report.body, report.year]).toEqual([
    '某某街道2024年政府信息公开工作年度报告',
    '某某街道',
    2024,
  ]);
});

it('reads headings inside a paragraph whose line ends were lost, and no list of the sections', () => {
  const list = '全文由 一、总体情况 二、主动公开政府信息情况 三、收到和处理政府信息公开申请情况 等部分组成，';
  const filler = '各项工作按照要求有序开展，信息发布及时准确，群众办事更加便利。';
  const text = `某县某镇2024年政府信息公开工作年度报告\n根据有关规定编制本报告，${list}${filler.repeat(4)}如有疑问请与本镇联系。 一、总体情况 （一）主动公开。${filler.repeat(3)} 二、主动公开政府信息情况 ${filler}\n三、收到和处理政府信息公开申请情况\n${filler}`;
  const report = reportIn(text, 'plaintext');
  const at = (heading: string): number => text.lastIndexOf(heading);
  expect(report.sections.map(({ heading, headingSpan }) => [heading, headingSpan.start])).toEqual([
    ['一、总体情况', at('一、总体情况')],
    ['二、主动公开政府信息情况', at('二、主动公开政府信息情况')],
    ['三、收到和处理政府信息公开申请情况', at('三、收到和处理政府信息公开申请情况')],
  ]);
});
