import { describe, expect, it, vi } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze.ts';
import { citationOf } from '../../server/src/format/citations.ts';
import type { FormatId } from '../../server/src/format/formats.ts';
import { formatOf, formats, tableOf } from '../../server/src/format/formats.ts';
import type { TableId } from '../../server/src/format/schema.ts';
import { newReportText } from '../../server/src/writing/newReport.ts';
import { standardTable } from '../../server/src/writing/write.ts';

/** The third format has the very table 2 of the one before. */
vi.mock('../../server/src/format/official.ts', async (original) => {
  const { sharing, withFormat } = await import('../support/thirdFormat.ts');
  return withFormat(await original<typeof import('../../server/src/format/official.ts')>(), sharing);
});

const [trial, present, late] = formats.map(({ id }) => id);

/** The formats that the tables of a report are read in, and whose template its tables are told to have. */
function readIn(year: number, written: Readonly<Record<TableId, FormatId | undefined>>) {
  const own = formatOf(year < 2021 ? '2019' : year < 2027 ? '2021' : (late ?? '2021'));
  const blank = newReportText({ body: '云川市水务局', kind: 'department', year, language: 'markdown' });
  const text = own.tables.reduce(
    (current, { id }) =>
      current.replace(
        standardTable(tableOf(own.id, id), 'markdown', () => ''),
        () => standardTable(tableOf(written[id] ?? own.id, id), 'markdown', ({ index }) => String(index)),
      ),
    blank,
  );
  expect(text).toContain(citationOf(own.notice));
  const analysis = analyze(text, 'markdown');
  if (analysis.kind === 'other') throw new Error('no report');
  const { tables, format } = analysis.report;
  const told = analysis.findings
    .filter(({ code }) => code === 'table-template')
    .map(({ message }) => message.slice(0, 2));
  return {
    format,
    tables: Object.fromEntries(Object.entries(tables).map(([id, table]) => [id, table.formatId])),
    told,
  };
}

describe('a table that two formats share', () => {
  it.each([
    [2025, present, present],
    [2027, late, late],
    [2019, trial, trial],
  ] as const)('is of the format of the year: %i', (year, format, own) => {
    expect(readIn(year, { disclosure: own, applications: own, litigation: own })).toEqual({
      format,
      tables: { disclosure: format, applications: format, litigation: format },
      told: [],
    });
  });

  it('is of the year also where table 3 is that of the format before, which is told', () => {
    expect(readIn(2027, { disclosure: present, applications: present, litigation: present })).toEqual({
      format: late,
      tables: { disclosure: late, applications: present, litigation: late },
      told: ['表三'],
    });
  });

  it('is of the format before where the year asks for the oldest', () => {
    const { told } = readIn(2019, { disclosure: present, applications: late, litigation: trial });
    expect(told).toEqual(['表二', '表三']);
  });
});
