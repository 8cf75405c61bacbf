import { describe, expect, it } from 'vitest';
import { tableOf } from '../../../server/src/format/formats.ts';
import type { TableId } from '../../../server/src/format/schema.ts';
import { standsUnread } from '../../../server/src/report/facts/unread.ts';
import { standardTable } from '../../../server/src/writing/write.ts';
import { check, checked } from '../../support/check.ts';
import { rightReport } from '../../support/rightReports.ts';

const whole = rightReport('department', 'markdown');
const headings: Readonly<Record<TableId, readonly [own: string, next: string]>> = {
  disclosure: ['## 二、主动公开政府信息情况', '## 三、'],
  applications: ['## 三、收到和处理政府信息公开申请情况', '## 四、'],
  litigation: ['## 四、政府信息公开行政复议、行政诉讼情况', '## 五、'],
};
const ids: readonly TableId[] = ['disclosure', 'applications', 'litigation'];

/** The report with another text under a section's heading, and another heading where one is given. */
function withSection(id: TableId, text: string, heading = headings[id][0]): string {
  const [own, next] = headings[id];
  return `${whole.slice(0, whole.indexOf(own))}${heading}\n\n${text}\n\n${whole.slice(whole.indexOf(next))}`;
}

/** The rows of a table, each as its cells' texts. */
function rowsOf(id: TableId): readonly (readonly string[])[] {
  const text = standardTable(tableOf('2021', id), 'plaintext', ({ index }) => String((index * 7) % 40));
  return text.split('\n').map((row) => row.split('\t').filter((cell) => cell !== ''));
}

const glued = (id: TableId): string =>
  rowsOf(id)
    .map((row) => row.join(''))
    .join('\n\n');
const inOneLine = (id: TableId): string => rowsOf(id).flat().join('');
const shuffled = (id: TableId): string => {
  const cells = rowsOf(id).flat();
  return cells.map((_, i) => cells[(i * 7) % cells.length]).join('\n\n');
};

/** What a blank table of that kind begins with. */
const blank = (id: TableId): string => standardTable(tableOf('2021', id), 'markdown', () => '').split('\n', 1)[0] ?? '';

describe.each(ids)('a table that fell apart: %s', (id) => {
  it.each([
    { how: 'its cells glued', text: glued(id) },
    { how: 'in one line', text: inOneLine(id) },
    { how: 'its cells in another order', text: shuffled(id) },
  ])('has no blank one put beside it, $how', ({ text }) => {
    for (const heading of [headings[id][0], '']) {
      const { findings } = checked(withSection(id, text, heading), { only: ['table-missing', 'section-missing'] });
      const edits = findings.flatMap(({ fixes }) => fixes()).flatMap((fix) => fix.edits);
      expect(edits.filter((edit) => edit.text.includes(blank(id)))).toEqual([]);
    }
  });

  it('has one where nothing of it is there', () => {
    for (const heading of [headings[id][0], '']) {
      const { findings } = checked(withSection(id, '', heading), { only: ['table-missing', 'section-missing'] });
      expect(findings[0]?.fixes()[0]?.edits[0]?.text).toContain(blank(id));
    }
  });

  it('is not told where the table was read', () => {
    expect(standsUnread(checked(whole).report, id)).toBe(false);
  });

  it.each(['', '数据见附图。', '本年度没有发生。', '- 3 -'])('is not seen in %j', (text) => {
    const { report, findings } = checked(withSection(id, text), { only: ['table-missing'] });
    const section = report.sections.find(({ format }) => format.table === id);
    expect(standsUnread(report, id, section?.span)).toBe(false);
    expect(findings.map(({ fixes }) => fixes().length)).toEqual([1]);
  });
});

it('numbers alone are a table under its heading', () => {
  check(
    withSection('litigation', '1\n\n0 0 2\n\n13', '## ⟦四、政府信息公开行政复议、行政诉讼情况⟧'),
    [{ code: 'table-unread', severity: 'error', message: '表四未能读出' }],
    { only: ['table-missing', 'table-unread'] },
  );
});

it('sentences that tell a table are none', () => {
  const text = '自然人申请12件，商业企业申请3件。予以公开8件，部分公开1件，不予公开1件，无法提供4件，其他处理1件。';
  const { findings } = checked(withSection('applications', text), { only: ['table-missing'] });
  expect(findings.map(({ fixes }) => fixes().length)).toEqual([1]);
});

it('rows that lie about in any order are never joined to sentences', () => {
  for (const id of ids) {
    const { findings } = checked(withSection(id, shuffled(id)), { only: ['line-break'] });
    expect(findings.map(({ message }) => message)).toEqual([]);
  }
});
