import { describe, expect, it } from 'vitest';
import { type FormatId, tableOf } from '../../server/src/format/formats.ts';
import type { TableId } from '../../server/src/format/schema.ts';
import { bindingsOf } from '../../server/src/report/facts/statements/bindings.ts';
import type { Report } from '../../server/src/report/model.ts';
import type { Span } from '../../server/src/text/span.ts';
import { standardTable } from '../../server/src/writing/write.ts';
import { checked, unmarked } from '../support/check.ts';
import { reviewed } from '../support/reviewedStatements.ts';
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
  ...reviewed.map((given) => ({ name: `reviewed: ${given.about}`, given })),
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

/** The findings of a text of 总体情况, marked at their places, with the codes' severities and messages. */
function said(text: string, cells: Case['cells'] = {}, body = '云川市水务局') {
  const { findings } = checked(write({ of: 0, about: '', text, cells, body }), { only: ['prose-mismatch'] });
  return findings.map(({ severity, message, fixes }) => ({
    severity,
    message,
    preferred: fixes().some(({ preferred }) => preferred),
  }));
}

describe('a reviewer reads', () => {
  it('nothing of documents that were published, where neither number is the table’s', () => {
    expect(
      said('（一）主动公开。全年主动公开规章13件、行政规范性文件25件；制发规章2件、行政规范性文件34件。', {
        'regulation/made': 2,
        'normative/made': 34,
      }),
    ).toEqual([]);
  });

  it('one finding of what is said of all at once', () => {
    expect(
      said('（二）依申请公开。信息公开类行政复议7件，行政诉讼9件，均获维持。', {
        'review.upheld': 5,
        'review.pending': 2,
        'review.total': 7,
        'direct.upheld': 8,
        'direct.pending': 1,
        'direct.total': 9,
      }),
    ).toEqual([
      {
        severity: 'warning',
        message:
          '文中“均获维持”，应是行政复议7件、行政诉讼9件，表四“行政复议”的“结果维持”为5，表四行政诉讼两类结果维持之和为8，请核对。',
        preferred: false,
      },
    ]);
  });

  it('that disputes are closed, where some are pending', () => {
    expect(
      said('（二）依申请公开。信息公开引发行政复议3件，均已审结。', {
        'review.upheld': 2,
        'review.pending': 1,
        'review.total': 3,
      }),
    ).toMatchObject([{ message: '文中“均已审结”，应是行政复议0件，表四“行政复议”的“尚未审结”为1，请核对。' }]);
  });

  it('a shortage as a warning where the list is whole, as a hint where it nearly is, else not at all', () => {
    const of = (list: string) => said(`（一）主动公开。公开信息100条，其中${list}。`).map(({ severity }) => severity);
    expect(of('规划类60条，民生类20条，其他信息10条')).toEqual(['warning']);
    expect(of('规划类60条，民生类35条')).toEqual(['hint']);
    expect(of('规划类60条，民生类20条')).toEqual([]);
    expect(of('规划类60条，民生类35条，安全类若干')).toEqual([]);
  });

  it('a rate of several numbers as a hint without a preferred fix', () => {
    expect(said('（一）主动公开。收到诉求348件，现场解决162件，跟进解决186件，办结率98%。')).toEqual([
      { severity: 'hint', message: '文中“办结率98%”，按186÷348计算为53%，请核对。', preferred: false },
    ]);
  });

  it('one finding of a wrong number that percentages hang on', () => {
    const rest = '不予公开20件，占20%；不予处理50件，占50%。';
    const messages = said(`（二）依申请公开。办结申请90件。予以公开30件，占30%；${rest}`, {
      'total/total': 100,
      'granted/total': 30,
      'withheld.1/total': 20,
      'unprocessed.1/total': 50,
    }).map(({ message }) => message);
    expect(messages).toEqual([expect.stringContaining('文中“办结申请90件”')]);
  });

  it('a fact that is told twice with two numbers', () => {
    expect(
      said('（一）主动公开。2024年，我局主动公开政府信息225条。\n\n（三）平台建设。全年主动公开政府信息252条。'),
    ).toEqual([
      {
        severity: 'warning',
        message: '文中“主动公开政府信息”前面写225条，这里写252条，前后不一致，请核对。',
        preferred: false,
      },
    ]);
    expect(
      said('（一）主动公开。主动公开政府信息225条。通过公众号主动公开政府信息30条。2023年主动公开政府信息9条。'),
    ).toEqual([]);
  });

  it('requests that no number of the text tells of', () => {
    expect(said('（二）依申请公开。完善依申请公开流程，按期答复。', { 'new/total': 23, 'new/natural': 23 })).toEqual([
      {
        severity: 'information',
        message: '表三“本年新收”行“总计”列为23，总体情况没有写收到多少件申请，请补写。',
        preferred: false,
      },
    ]);
  });
});
