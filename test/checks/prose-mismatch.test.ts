import { describe, expect, it } from 'vitest';
import { type FormatId, tableOf } from '../../server/src/format/formats.ts';
import type { TableId } from '../../server/src/format/schema.ts';
import { bindingsOf } from '../../server/src/report/facts/statements/bindings.ts';
import type { Report } from '../../server/src/report/model.ts';
import type { Span } from '../../server/src/text/span.ts';
import { standardTable } from '../../server/src/writing/write.ts';
import { checked, unmarked } from '../support/check.ts';
import { type Case, sentences, traps } from '../support/statements.ts';

function write({ text, body = '云川市水务局', year = 2024, cells = {} }: Case): string {
  const format: FormatId = year < 2021 ? '2019' : '2021';
  const table = (id: TableId): string =>
    standardTable(tableOf(format, id), 'markdown', ({ row, column }) => {
      if (id === 'litigation') return String(cells[`${row}.${column}`] ?? 0);
      return String(cells[`${row}/${column}`] ?? 0);
    });
  return [
    `# ${body}${year}年政府信息公开工作年度报告`,
    '## 一、总体情况',
    text,
    '## 二、主动公开政府信息情况',
    table('disclosure'),
    '## 三、收到和处理政府信息公开申请情况',
    table('applications'),
    '## 四、政府信息公开行政复议、行政诉讼情况',
    table('litigation'),
    '## 五、存在的主要问题及改进情况',
    '有待改进。',
    '## 六、其他需要报告的事项',
    '无。',
  ].join('\n\n');
}

function read(text: string): { readonly report: Report; readonly findings: readonly Span[] } {
  const { report, findings } = checked(text, { only: ['prose-mismatch'] });
  return { report, findings: findings.map(({ span }) => span) };
}

/** The marked numbers of a case: its text without the marks, and where they stand in the report. */
function marked(given: Case): { readonly whole: string; readonly places: readonly Span[] } {
  const { text, places } = unmarked(write(given));
  return { whole: text, places };
}

/** Another number of the same kind, far from what any cell could hold. */
function otherThan(number: string): string | undefined {
  if (/^[\d０-９ ]+$/.test(number)) return String(Number(number.normalize('NFKC').replace(/ /g, '')) + 7777);
  if (/^\d+\.\d+$/.test(number)) return String(Number(number) + 777);
  if (/^[一二两三四五六七八九十]+$/.test(number)) return '七百零三';
  return undefined;
}

const all = [
  ...sentences.map((given, i) => ({ name: `sentence ${i + 1}: ${given.about}`, given })),
  ...traps.map((given, i) => ({ name: `trap ${i + 1}: ${given.about}`, given })),
];

describe('numbers of the text', () => {
  it('are tried in all patterns and traps', () => {
    expect([new Set(sentences.map(({ of }) => of)).size, new Set(traps.map(({ of }) => of)).size]).toEqual([47, 23]);
  });

  it.each(all)('are bound where words bind them, and hold: $name', ({ given }) => {
    const { whole, places } = marked(given);
    const { report, findings } = read(whole);
    const bindings = bindingsOf(report).filter(({ statement }) => given.rounded || statement.quantity !== undefined);
    const bound = bindings.map(({ span, state }) => `${whole.slice(span.start, span.end)} ${state}`);
    expect(bound).toEqual(
      places.map(({ start, end }) => `${whole.slice(start, end)} ${given.rounded ? 'unjudged' : 'holds'}`),
    );
    expect(bindings.map(({ span }) => span)).toEqual(places);
    expect(findings).toEqual([]);
  });

  it.each(all)('are found where they are changed: $name', ({ given }) => {
    if (given.rounded) return;
    const { whole, places } = marked(given);
    for (const { start, end } of places) {
      const other = otherThan(whole.slice(start, end));
      if (other === undefined) throw new Error(`no other number than ${whole.slice(start, end)}`);
      const { findings } = read(whole.slice(0, start) + other + whole.slice(end));
      expect(findings.map(({ start }) => start)).toContain(start);
    }
  });

  it.each(all.filter(({ given }) => given.wrong !== undefined))(
    'are found where they do not hold: $name',
    ({ given }) => {
      for (const wrong of given.wrong ?? []) {
        const { whole, places } = marked({ ...given, text: wrong });
        expect(read(whole).findings).toEqual(places);
      }
    },
  );
});
