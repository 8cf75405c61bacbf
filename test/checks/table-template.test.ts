import { describe, expect, it } from 'vitest';
import { checkTableShapes } from '../../server/src/checks/table-shape.ts';
import { checkTemplates } from '../../server/src/checks/table-template.ts';
import { type FormatId, formatOf, tableOf } from '../../server/src/format/formats.ts';
import type { TableId } from '../../server/src/format/schema.ts';
import type { Slot } from '../../server/src/format/shape.ts';
import { type Language, type Report, valueAt } from '../../server/src/report/model.ts';
import { applyEdits } from '../../server/src/text/span.ts';
import { standardTable } from '../../server/src/writing/write.ts';
import { reportIn } from '../support/check.ts';

const languages: readonly Language[] = ['markdown', 'plaintext', 'html'];
const tableIds: readonly TableId[] = ['disclosure', 'applications', 'litigation'];

/** A number of its own for each cell, so that none can be taken for another. */
function figure(slot: Slot): string {
  if (slot.kind === 'money') return `${slot.index + 1000}.25`;
  return String(slot.index + 1);
}

/** A report of a year with tables of a format, each cell with the number that `textOf` gives. */
function draft(
  language: Language,
  year: number,
  format: FormatId,
  textOf: (slot: Slot, table: TableId) => string = figure,
): string {
  const line = (tag: string, text: string): string =>
    language === 'html' ? `<${tag}>${text}</${tag}>` : language === 'markdown' && tag !== 'p' ? `## ${text}` : text;
  const sections = formatOf(format).sections.flatMap(({ number, title, table }) => [
    line('h2', `${'一二三四五六'[number - 1]}、${title}`),
    table === undefined
      ? line('p', '没有需要说明的情况。')
      : standardTable(tableOf(format, table), language, (slot) => textOf(slot, table)),
  ]);
  return `${[line('h1', `青澜县教育局${year}年政府信息公开工作年度报告`), ...sections].join('\n\n')}\n`;
}

/** The report after the first fixes of all table-template findings. */
function converted(text: string, language: Language): { readonly text: string; readonly report: Report } {
  const fixes = [...checkTemplates.run(reportIn(text, language))].flatMap((finding) => finding.fixes().slice(0, 1));
  const fixed = applyEdits(
    text,
    fixes.flatMap((fix) => fix.edits),
  );
  return { text: fixed, report: reportIn(fixed, language) };
}

/** What a report's cell holds, by the ids of its row and column. */
function cell(report: Report, id: TableId, row: string, column: string): string | undefined {
  const table = report.tables[id];
  return table?.values.find((value) => value?.slot.row === row && value.slot.column === column)?.cell?.text;
}

function slot(format: FormatId, id: TableId, row: string, column: string): string {
  for (const block of readSlots(format, id)) if (block.row === row && block.column === column) return figure(block);
  throw new Error(`no cell ${row} ${column}`);
}

function readSlots(format: FormatId, id: TableId): readonly Slot[] {
  const report = reportIn(draft('markdown', format === '2019' ? 2020 : 2025, format), 'markdown');
  return (report.tables[id]?.values ?? []).flatMap((value) => (value === undefined ? [] : [value.slot]));
}

const applicants = ['natural', 'commercial', 'research', 'publicInterest', 'legalService', 'other', 'total'];

describe('table-template', () => {
  it.each(languages)('is silent where the tables are those of the year: %s', (language) => {
    for (const [year, format] of [
      [2019, '2019'],
      [2020, '2019'],
      [2021, '2021'],
      [2025, '2021'],
    ] as const) {
      expect([...checkTemplates.run(reportIn(draft(language, year, format), language))]).toEqual([]);
    }
  });

  it.each(languages)('finds tables 2 and 3 of the other format, each once: %s', (language) => {
    for (const [year, format, severity] of [
      [2023, '2019', 'error'],
      [2020, '2021', 'error'],
      [2019, '2021', 'warning'],
    ] as const) {
      const report = reportIn(draft(language, year, format), language);
      const findings = [...checkTemplates.run(report)];
      expect(findings.map((finding) => finding.severity)).toEqual([severity, severity]);
      expect(findings.every((finding) => finding.fixes().every((fix) => !fix.safe))).toBe(true);
      expect(findings[0]?.message).toContain(`${year}年度`);
    }
  });

  it.each(languages)('carries the trial tables over to the present format: %s', (language) => {
    const { text, report } = converted(draft(language, 2023, '2019'), language);
    expect([...checkTemplates.run(report)]).toEqual([]);
    expect(tableIds.map((id) => report.tables[id]?.formatId)).toEqual(['2021', '2021', '2021']);
    for (const id of tableIds) expect(report.tables[id]?.faults.missingRows).toEqual([]);
    const from = (row: string, column: string): string => slot('2019', 'disclosure', row, column);
    for (const row of ['regulation', 'normative']) {
      expect(cell(report, 'disclosure', row, 'made')).toBe(from(row, 'made'));
      expect(cell(report, 'disclosure', row, 'repealed')).toBe('');
      expect(cell(report, 'disclosure', row, 'inForce')).toBe('');
    }
    for (const row of ['licensing', 'penalty', 'coercion'])
      expect(cell(report, 'disclosure', row, 'decisions')).toBe(from(row, 'decisions'));
    expect(cell(report, 'disclosure', 'fee', 'amount')).toBe('');
    for (const column of applicants) {
      expect(cell(report, 'applications', 'other.3', column)).toBe(slot('2019', 'applications', 'other', column));
      expect(cell(report, 'applications', 'other.1', column)).toBe('0');
      expect(cell(report, 'applications', 'unavailable.2', column)).toBe(
        slot('2019', 'applications', 'unavailable.2', column),
      );
    }
    const remark = /（标准表外的内容：[^\n<]*）/.exec(text)?.[0] ?? '';
    for (const [row, columns] of [
      ['normative', ['published', 'inForce']],
      ['licensing', ['lastYear', 'change']],
      ['otherService', ['lastYear', 'change', 'decisions']],
      ['fee', ['lastYear', 'change']],
      ['procurement', ['items', 'amount']],
    ] as const)
      for (const column of columns) expect(remark).toContain(from(row, column));
  });

  it.each(languages)('carries the present tables back to the trial format, 其他处理 added up: %s', (language) => {
    const { text, report } = converted(draft(language, 2020, '2021'), language);
    expect([...checkTemplates.run(report)]).toEqual([]);
    expect(tableIds.map((id) => report.tables[id]?.formatId)).toEqual(['2019', '2019', '2019']);
    for (const id of tableIds) expect(report.tables[id]?.faults.missingRows).toEqual([]);
    const from = (row: string, column: string): string => slot('2021', 'disclosure', row, column);
    expect(cell(report, 'disclosure', 'normative', 'made')).toBe(from('normative', 'made'));
    expect(cell(report, 'disclosure', 'penalty', 'decisions')).toBe(from('penalty', 'decisions'));
    expect(cell(report, 'disclosure', 'normative', 'inForce')).toBe('');
    expect(cell(report, 'disclosure', 'otherService', 'decisions')).toBe('');
    for (const column of applicants) {
      const parts = ['other.1', 'other.2', 'other.3'].map((row) => Number(slot('2021', 'applications', row, column)));
      expect(cell(report, 'applications', 'other', column)).toBe(String(parts.reduce((sum, part) => sum + part, 0)));
    }
    const remark = /（标准表外的内容：[^\n<]*）/.exec(text)?.[0] ?? '';
    for (const column of ['repealed', 'inForce']) expect(remark).toContain(from('normative', column));
    expect(remark).toContain(from('fee', 'amount'));
    expect(titles(draft('markdown', 2020, '2021'))[1]).toContain('三项相加');
  });

  it('says what it carries and what has no place', () => {
    const [first = '', second = ''] = titles(draft('markdown', 2023, '2019'));
    expect(first).toMatch(
      /^将表二转换为国办公开办函〔2021〕30号的格式：沿用5个数，“规章”.*有数没有对应栏目，列在表后$/,
    );
    expect(second).toContain('“其他处理”暂记入“3.其他”');
  });

  it('loses nothing of blank tables and says so', () => {
    const text = draft('markdown', 2023, '2019', () => '');
    expect(titles(text)[0]).toContain('所填的数都有对应栏目');
    expect(converted(text, 'markdown').text).not.toContain('标准表外');
  });

  it('finds one mixture of both formats and keeps its numbers', () => {
    const text = draft('markdown', 2025, '2021').replace(
      /\n\| 第二十条第（八）项/,
      '\n| 其他对外管理服务事项 | 777 |  |  |$&',
    );
    const report = reportIn(text, 'markdown');
    const findings = [...checkTemplates.run(report)];
    expect(findings.map((finding) => finding.message)).toEqual([
      '表二混用两种格式的栏目，“其他对外管理服务事项”等是国办公开办函〔2019〕60号格式的；2025年度应一律按国办公开办函〔2021〕30号格式填报。',
    ]);
    const fixed = converted(text, 'markdown');
    expect([...checkTemplates.run(fixed.report)]).toEqual([]);
    expect(fixed.text).toContain('（标准表外的内容：其他对外管理服务事项 777）');
    const table = report.tables.disclosure;
    for (const value of table?.values ?? []) {
      const after = fixed.report.tables.disclosure;
      if (value === undefined || after === undefined) throw new Error('a cell is lost');
      expect(valueAt(after, value.slot)?.cell?.text).toBe(value.cell?.text);
    }
  });

  it('reads a table with as many labels of each format as that of the year', () => {
    const rows = ['第二十条第（九）项', '信息内容 | 采购项目数量 | 采购总金额', '政府集中采购 | 4 | 86.2'];
    const text = draft('markdown', 2025, '2021').replace(
      '\n\n## 三、',
      `${rows.map((row) => `\n| ${row} |`).join('')}$&`,
    );
    expect(reportIn(text, 'markdown').tables.disclosure?.evidence).toHaveLength(8);
    expect(titles(text)).toEqual([
      '将表二转换为国办公开办函〔2021〕30号的格式：沿用10个数，“政府集中采购”有数没有对应栏目，列在表后',
    ]);
    expect(converted(text, 'markdown').text).toContain('（标准表外的内容：政府集中采购 4 86.2）');
  });

  it('is silent where the report year is not known', () => {
    const text = draft('markdown', 2025, '2019').replace('2025年', '');
    expect([...checkTemplates.run(reportIn(text, 'markdown'))]).toEqual([]);
  });
});

/** The titles of the first fixes of all table-template findings. */
function titles(text: string): string[] {
  return [...checkTemplates.run(reportIn(text, 'markdown'))].map((finding) => finding.fixes()[0]?.title ?? '');
}

it('is the one finding of a table of another format, whatever rows it lacks', () => {
  const text = draft('markdown', 2023, '2019').replace(/^.*政府集中采购.*\n/m, '');
  const report = reportIn(text, 'markdown');
  expect([...checkTableShapes.run(report)].map(({ message }) => message)).toEqual([]);
  expect([...checkTemplates.run(report)]).toHaveLength(2);
});
