import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze.ts';
import { extract } from '../../server/src/analysis/extract.ts';
import { cleanCharacters } from '../../server/src/features/clean.ts';
import { completionsAt } from '../../server/src/features/completion.ts';
import { formatDraft } from '../../server/src/features/formatting.ts';
import { readinessOf } from '../../server/src/features/readiness.ts';
import { tableActionsAt } from '../../server/src/features/tableActions.ts';
import { writeApplications } from '../../server/src/features/writeSection.ts';
import { partsOf } from '../../server/src/report/reading/parts.ts';
import { applyEdits } from '../../server/src/text/span.ts';
import { newReportSnippet, newReportText } from '../../server/src/writing/newReport.ts';
import { runs } from '../support/runs.ts';
import { caretIn, reportOf, right } from './report.ts';

function findings(text: string, language: 'markdown' | 'plaintext' = 'markdown') {
  const analysis = analyze(text, language);
  if (analysis.kind === 'other') throw new Error('not taken for a report');
  return analysis.findings;
}

describe('completion', () => {
  const whole = right().text;

  it('offers headings that are missing, also for pinyin initials', () => {
    const text = whole.replace('## 六、其他需要报告的事项', 'qtx');
    const report = reportOf(text);
    const [item] = completionsAt(report, text.indexOf('qtx') + 3).filter(({ kind }) => kind === 'heading');
    expect(item).toMatchObject({ label: '六、其他需要报告的事项', text: '六、其他需要报告的事项' });
    expect(item?.filter).toMatch(/^lqtxybgdsx/);
    expect(text.slice(item?.span.start, item?.span.end)).toBe('qtx');
  });

  it('offers aspects that are missing and replaces what is typed of them', () => {
    const text = whole.replace('### （四）政府信息公开平台建设', '### （四）政府');
    const report = reportOf(text);
    const items = completionsAt(report, text.indexOf('（四）政府') + 5);
    const item = items.find(({ label }) => label === '（四）政府信息公开平台建设');
    expect(text.slice(item?.span.start, item?.span.end)).toBe('（四）政府');
  });

  it('offers laws and notices with their numbers inside 《》', () => {
    const text = whole.replace('修订政府信息公开目录', '按照《中华');
    const labels = completionsAt(reportOf(text), text.indexOf('按照《中华') + 5).map((item) => item.text);
    expect(labels).toContain('《中华人民共和国政府信息公开条例》（国务院令第711号）');
    expect(labels.some((label) => label.endsWith('（国办公开办函〔2021〕30号）'))).toBe(true);
  });

  it('offers the paragraph that the tables tell, which then agrees with them', () => {
    const old = /全年收到政府信息公开申请.*\n/.exec(whole)?.[0] ?? '';
    const text = whole.replace(old, '。\n');
    const offset = text.indexOf('（二）依申请公开\n\n') + '（二）依申请公开\n\n'.length;
    const item = completionsAt(reportOf(text), offset).find(({ kind }) => kind === 'sentence');
    if (item === undefined) throw new Error('no sentence');
    expect(findings(text.slice(0, offset) + item.text + text.slice(offset + 1)).map(({ message }) => message)).toEqual(
      [],
    );
  });

  it('offers rows that a table lacks', () => {
    const row = whole.split('\n').find((line) => line.includes('2.重复申请')) ?? '';
    const text = whole.replace(`${row}\n`, '|\n');
    const report = reportOf(text);
    const offset = text.indexOf('\n|\n') + 2;
    expect(completionsAt(report, offset).map(({ label }) => label)).toEqual(['2.重复申请']);
  });
});

describe('actions on tables', () => {
  it('recompute totals', () => {
    const text = right().text.replace(/(（一）予以公开 \| {2}\| 6 \| 2 \| 0 \| 0 \| 0 \| 0 \|) 8/, '$1 9');
    const report = reportOf(text);
    const action = tableActionsAt(report, caretIn(report, '（一）予以¦公开')).find(({ title }) =>
      title.startsWith('重算'),
    );
    expect(action?.title).toContain('9改为8');
    expect(applyEdits(text, action?.edits ?? [])).toBe(right().text);
  });

  it.each(['markdown', 'plaintext'] as const)('convert between forms and back, %s', (language) => {
    const report = right('department', language);
    const values = extract(report).tables;
    for (const table of ['（一）予以¦公开', '行政许¦可']) {
      const conversions = tableActionsAt(report, caretIn(report, table)).filter(({ title }) => title.includes('转为'));
      expect(conversions).toHaveLength(2);
      for (const { title, edits } of conversions) {
        const text = applyEdits(report.text, edits);
        expect([title, extract(reportOf(text, language)).tables]).toEqual([title, values]);
      }
    }
  });
});

describe('formatting', () => {
  it('aligns tables, spells headings, changes nothing else, and nothing the second time', () => {
    const text = right().text.replace('## 二、主动公开政府信息情况', '##  二、 主动公开政府信息情况');
    const report = reportOf(text);
    const once = applyEdits(text, formatDraft(report, undefined));
    const again = reportOf(once);
    expect(formatDraft(again, undefined)).toEqual([]);
    expect(once.replace(/[ -]/g, '')).toBe(text.replace(/[ -]/g, ''));
    expect(extract(again).tables).toEqual(extract(report).tables);
  });
});

describe('clean characters', () => {
  const clean = (text: string): string => cleanCharacters({ text, parts: partsOf(text, 'markdown') });

  it('leaves comments and blocks of code alone', () => {
    expect(clean('收到１２件。<!-- 原为１２件 -->\n\n```\n２０２５ 年\n```\n\n办结１２件。\n')).toBe(
      '收到12件。<!-- 原为１２件 -->\n\n```\n２０２５ 年\n```\n\n办结12件。\n',
    );
  });

  it('fixes what copying did', () => {
    expect(clean('根据国办公开办函[2021] 30 号，２０２５ 年 3 月 27 日\u200b收到⽂件，国务院令第 711 号，15 件')).toBe(
      '根据国办公开办函〔2021〕30号，2025年3月27日收到文件，国务院令第711号，15 件',
    );
  });

  it('changes nothing the second time, and no number ever', () => {
    const piece = fc.constantFrom(
      '2025 年',
      ' 3 月 ',
      '〔2018) 59 号',
      '第 711 号',
      '\u200b',
      '１２',
      '⽂',
      '收到',
      '，',
      '15',
      ' ',
      '\n',
      '办发',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        const once = clean(text);
        expect(clean(once)).toBe(once);
        const digits = (from: string): string => from.normalize('NFKC').replace(/\D/g, '');
        expect(digits(once)).toBe(digits(text));
      }),
      runs(300),
    );
  });
});

describe('a new report', () => {
  const kinds = ['government', 'department', 'other'] as const;
  const all = kinds.flatMap((kind) =>
    [2020, 2025].flatMap((year) => (['markdown', 'plaintext'] as const).map((language) => ({ kind, year, language }))),
  );

  it.each(all)('has no finding but what is to be filled in: $kind $year $language', ({ kind, year, language }) => {
    const body = kind === 'government' ? '青澜县人民政府' : '云川市水务局';
    const text = newReportText({ body, kind, year, language });
    const codes = new Set(findings(text, language).map(({ code }) => code));
    expect([...codes].sort()).toEqual(['cell-blank', 'placeholder']);
    const read = reportOf(text, language);
    expect([read.body, read.year, read.sections.length]).toEqual([body, year, 6]);
  });

  it('asks for the body where it is not known', () => {
    const text = newReportText({ body: '', kind: 'other', year: 2025, language: 'markdown' });
    expect(text).toContain('（请填写机关名称）2025年政府信息公开工作年度报告');
  });

  it('has a tab stop at every place to fill in', () => {
    const snippet = newReportSnippet({ body: '云川市水务局', kind: 'department', year: 2025, language: 'markdown' });
    const placeholders = newReportText({
      body: '云川市水务局',
      kind: 'department',
      year: 2025,
      language: 'markdown',
    }).match(/（请填写/g);
    expect(snippet.match(/\$\{\d+:（请填写/g)).toHaveLength(placeholders?.length ?? 0);
    expect(snippet.match(/\$\d+/g)?.length).toBe(10 + 175 + 15 + 0);
  });
});

describe('the paragraph written from the tables', () => {
  it('takes the place of its placeholder and agrees with the tables', () => {
    const text = right().text.replace(/全年收到政府信息公开申请.*\n/, '（请填写依申请公开情况）\n');
    const edit = writeApplications(reportOf(text));
    const written = applyEdits(text, edit === undefined ? [] : [edit]);
    expect(findings(written)).toEqual([]);
    expect(written).not.toContain('请填写');
  });

  it('stands beside what the drafter wrote', () => {
    const text = right().text;
    const edit = writeApplications(reportOf(text));
    const written = applyEdits(text, edit === undefined ? [] : [edit]);
    expect(written).toContain('全年收到政府信息公开申请15件');
    expect(findings(written)).toEqual([]);
  });
});

describe('readiness', () => {
  it('of a right report has nothing left to do', () => {
    const analysis = analyze(right().text, 'markdown');
    if (analysis.kind === 'other') throw new Error('not taken for a report');
    expect(readinessOf(analysis.report, analysis.findings)).toMatchObject({
      year: 2025,
      sections: { found: 6, all: 6 },
      tables: { found: 3, all: 3 },
      relations: { fails: 0, unjudged: 0 },
      numbers: { fails: 0 },
      blanks: 0,
      placeholders: 0,
      findings: { error: 0, warning: 0, information: 0, hint: 0 },
    });
  });
});
