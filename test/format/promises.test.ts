import { describe, expect, it, vi } from 'vitest';
import { extract } from '../../server/src/analysis/extract.ts';
import type { Finding } from '../../server/src/checks/check.ts';
import { completionsAt } from '../../server/src/features/completion.ts';
import { citationAt } from '../../server/src/features/hoverCitation.ts';
import { pastedTable } from '../../server/src/features/paste.ts';
import { tableActionsAt } from '../../server/src/features/tableActions.ts';
import { citationOf } from '../../server/src/format/citations.ts';
import {
  type FormatId,
  firstYear,
  formatOf,
  formatOfYear,
  formats,
  isCommon,
  presentFormat,
  type ReportFormat,
  scopeOf,
  tableOf,
} from '../../server/src/format/formats.ts';
import { noticeOf } from '../../server/src/format/notices.ts';
import type { TableFormat, TableId } from '../../server/src/format/schema.ts';
import { rowShapes, type Slot, slotKey } from '../../server/src/format/shape.ts';
import { captionOf } from '../../server/src/format/tableParts.ts';
import { markdownGrammar } from '../../server/src/generate/grammar.ts';
import { rulePages } from '../../server/src/generate/rulePages.ts';
import { snippets } from '../../server/src/generate/snippets.ts';
import { documentOf } from '../../server/src/output/document.ts';
import { forms, readForm, writeForm } from '../../server/src/output/forms.ts';
import { renderPreview } from '../../server/src/output/preview/preview.ts';
import type { Language, Report, Table } from '../../server/src/report/model.ts';
import { applyEdits } from '../../server/src/text/span.ts';
import { newReportText } from '../../server/src/writing/newReport.ts';
import { standardTable } from '../../server/src/writing/write.ts';
import { analyzed } from '../support/check.ts';
import { oneOf } from '../support/runs.ts';

vi.mock('../../server/src/format/official.ts', async (original) => {
  const { withFormat } = await import('../support/thirdFormat.ts');
  return withFormat(await original<typeof import('../../server/src/format/official.ts')>());
});

const languages = (['markdown', 'plaintext', 'html'] as const).filter((_, i) => i % oneOf === 0);
const tableIds: readonly TableId[] = ['disclosure', 'applications', 'litigation'];
const ids = formats.map(({ id }) => id);
/** Each format after each other one: what a draft is in, and what its year asks for. */
const pairs = ids.flatMap((from) => ids.filter((to) => to !== from).map((to) => ({ from, to })));

/** A report year of a format in which it was not only encouraged. */
function yearOf(id: FormatId): number {
  const { firstYear: first, encouragedIn } = formatOf(id);
  return encouragedIn.includes(first) ? first + 1 : first;
}

/** A number of its own for each cell, so that none can be taken for another. */
function figure(slot: Slot, table: TableId): string {
  const base = { disclosure: 1001, applications: 2001, litigation: 4001 }[table];
  return slot.kind === 'money' ? `${base + slot.index}.25` : String(base + slot.index);
}

/** A report of a year with each table in a format. */
function draft(
  language: Language,
  year: number | undefined,
  of: Readonly<Record<TableId, FormatId>>,
  textOf: (slot: Slot, table: TableId) => string = figure,
): string {
  const line = (tag: string, text: string): string =>
    language === 'html' ? `<${tag}>${text}</${tag}>` : language === 'markdown' && tag !== 'p' ? `## ${text}` : text;
  const sections = formatOfYear(year).sections.flatMap(({ number, title, table }) => [
    line('h2', `${'一二三四五六'[number - 1]}、${title}`),
    table === undefined
      ? line('p', '本年度工作按要求开展，存在的问题已经改正，未收取信息处理费。')
      : standardTable(tableOf(of[table], table), language, (slot) => textOf(slot, table)),
  ]);
  const name = year === undefined ? '青澜县教育局' : `青澜县教育局${year}年`;
  return `${[line('h1', `${name}政府信息公开工作年度报告`), ...sections].join('\n\n')}\n`;
}

function all(id: FormatId): Readonly<Record<TableId, FormatId>> {
  return { disclosure: id, applications: id, litigation: id };
}

function templateFindings(text: string, language: Language): readonly Finding[] {
  return analyzed(text, language).findings.filter(({ code }) => code === 'table-template');
}

/** The text after the first fixes of those findings. */
function fixed(text: string, findings: readonly Finding[]): string {
  return applyEdits(
    text,
    findings.flatMap((finding) => finding.fixes()[0]?.edits ?? []),
  );
}

/** The cells of a table that was read, by row and column, as the draft has them. */
function cellsOf(table: Table | undefined): ReadonlyMap<string, string> {
  return new Map(
    (table?.values ?? []).flatMap((value) =>
      value === undefined ? [] : [[slotKey(value.slot), value.cell?.text ?? '']],
    ),
  );
}

function slotsOf(table: TableFormat): readonly Slot[] {
  return rowShapes(table).flatMap(({ slots }) => slots);
}

/** What the cells of a draft's table hold. */
function written(id: FormatId, table: TableId): ReadonlyMap<string, string> {
  return new Map(slotsOf(tableOf(id, table)).map((slot) => [slotKey(slot), figure(slot, table)]));
}

/** Whether two formats' tables differ. */
function differs(table: TableId, one: FormatId, other: FormatId): boolean {
  return tableOf(one, table) !== tableOf(other, table);
}

describe('a table of another format than its year asks for', () => {
  it.each(pairs.flatMap((pair) => languages.map((language) => ({ ...pair, language }))))(
    'is read in its own and told: $from for $to, $language',
    ({ from, to, language }) => {
      const year = yearOf(to);
      const text = draft(language, year, all(from));
      const { report, findings } = analyzed(text, language);
      expect([report.year, report.format, extract(report).format]).toEqual([year, from, from]);
      for (const id of tableIds) expect(cellsOf(report.tables[id])).toEqual(written(from, id));
      const told = findings.filter(({ code }) => code === 'table-template');
      expect(told).toHaveLength(tableIds.filter((id) => differs(id, from, to)).length);
      for (const { message, severity } of told) {
        expect(severity).toBe('error');
        expect(message).toMatch(`是${noticeOf(formatOf(from))}的格式`);
        expect(message).toMatch(`${year}年度应按${noticeOf(formatOf(to))}的格式填报。`);
      }
      expect(findings.map(({ code }) => code)).not.toContain('table-shape');
    },
  );

  it.each(formats)('is a warning while the format was only encouraged: $id', ({ id, encouragedIn }) => {
    for (const other of ids.filter((candidate) => candidate !== id)) {
      const severities = encouragedIn.flatMap((year) =>
        templateFindings(draft('markdown', year, all(other)), 'markdown').map(({ severity }) => severity),
      );
      expect(new Set(severities)).toEqual(new Set(encouragedIn.length === 0 ? [] : ['warning']));
    }
  });

  it.each(ids)('is not told of a draft in its own: %s', (id) => {
    for (const language of languages) {
      const text = draft(language, yearOf(id), all(id));
      expect(templateFindings(text, language)).toEqual([]);
      const { report } = analyzed(text, language);
      expect(report.format).toBe(id);
      for (const table of tableIds) expect(cellsOf(report.tables[table])).toEqual(written(id, table));
    }
  });
});

describe('a conversion', () => {
  /** Where a number of the old table must be in the new one: in its own cell, in a sum, or in the rest of a split. */
  function homeOf(slot: Slot, to: TableFormat): Slot | undefined {
    const at = (row: string): Slot | undefined =>
      slotsOf(to).find((other) => other.row === row && other.column === slot.column && other.measure === slot.measure);
    const groups = rowShapes(to).filter((row) => row.groups.some(({ id }) => id === slot.row));
    const rest = groups.find(({ head }) => head?.rest === true);
    return at(slot.row) ?? (rest === undefined ? undefined : at(rest.id)) ?? at(slot.row.replace(/\.\d+$/, ''));
  }

  it.each(pairs.flatMap((pair) => languages.map((language) => ({ ...pair, language }))))(
    'carries what has a place and loses nothing: $from to $to, $language',
    ({ from, to, language }) => {
      const year = yearOf(to);
      const text = draft(language, year, all(from));
      const after = fixed(text, templateFindings(text, language));
      expect(templateFindings(after, language)).toEqual([]);
      const { report } = analyzed(after, language);
      expect(report.format).toBe(to);
      const remarks = [...after.matchAll(/（标准表外的内容：[^\n<]*）/g)].join('\n');
      for (const id of tableIds) {
        const table = report.tables[id];
        expect([table?.formatId, table?.faults.missingRows, table?.faults.missingColumns]).toEqual([to, [], []]);
        const sums = new Map<string, number>();
        for (const slot of slotsOf(tableOf(from, id))) {
          const home = homeOf(slot, tableOf(to, id));
          if (home === undefined) expect(remarks).toContain(`${slot.columnLabel}${figure(slot, id)}`);
          else sums.set(slotKey(home), (sums.get(slotKey(home)) ?? 0) + Number(figure(slot, id)));
        }
        const cells = cellsOf(table);
        for (const [key, sum] of sums) expect(Number(cells.get(key))).toBe(sum);
        // Whatever else is in it says that nothing is, or is still to be filled in.
        for (const [key, cell] of cells) if (!sums.has(key)) expect(['', '0']).toContain(cell);
      }
    },
  );

  it.each(pairs)('leaves blank what is blank: $from to $to', ({ from, to }) => {
    const text = draft('markdown', yearOf(to), all(from), () => '');
    const after = fixed(text, templateFindings(text, 'markdown'));
    expect(after).not.toContain('标准表外');
    const { report } = analyzed(after, 'markdown');
    for (const table of Object.values(report.tables)) expect(new Set(cellsOf(table).values())).toEqual(new Set(['']));
  });

  it.each(pairs)('is offered on the table: $from to $to', ({ from, to }) => {
    const text = draft('markdown', yearOf(to), all(from));
    const { report } = analyzed(text, 'markdown');
    for (const table of Object.values(report.tables)) {
      const titles = tableActionsAt(report, table.span.start + 3).map(({ title }) => title);
      const wanted = `${table.format.name}转为${noticeOf(formatOf(to))}的格式：`;
      expect(titles.some((title) => title.startsWith(wanted))).toBe(differs(table.format.id, from, to));
    }
  });
});

describe('table 2 of one format and table 3 of another', () => {
  const mixtures = pairs.flatMap(({ from: disclosure, to: applications }) =>
    ids.map((asked) => ({ disclosure, applications, asked })),
  );
  /** What is not there tells no format that was yet to come: a column less is a missing one. */
  const tells = ({ disclosure, asked }: (typeof mixtures)[number]): boolean =>
    formatOf(disclosure).firstYear <= 2021 || formatOf(asked).firstYear > 2021;

  it.each(mixtures.filter(tells).flatMap((mixture) => languages.map((language) => ({ ...mixture, language }))))(
    'are read each in its own and named: $disclosure, $applications for $asked, $language',
    ({ disclosure, applications, asked, language }) => {
      const year = yearOf(asked);
      const text = draft(language, year, { disclosure, applications, litigation: asked });
      const { report, findings } = analyzed(text, language);
      expect(cellsOf(report.tables.disclosure)).toEqual(written(disclosure, 'disclosure'));
      expect(cellsOf(report.tables.applications)).toEqual(written(applications, 'applications'));
      if ([disclosure, applications].includes(asked)) expect(extract(report).format).toBe(asked);
      else expect([disclosure, applications]).toContain(extract(report).format);
      expect(report.tables.litigation?.formatId).toBe(report.format);

      const wrong = [report.tables.disclosure, report.tables.applications].flatMap((table) =>
        table !== undefined && differs(table.format.id, table.formatId, asked) ? [table] : [],
      );
      const told = findings.filter(({ code }) => code === 'table-template');
      expect(told).toHaveLength(wrong.length);
      wrong.forEach(({ format, formatId }, i) => {
        expect(told[i]?.message).toMatch(`${format.name}是${noticeOf(formatOf(formatId))}的格式`);
        expect(told[i]?.message).toContain(`按${noticeOf(formatOf(asked))}的格式填报。`);
      });
      expect(findings.map(({ code }) => code)).not.toContain('table-shape');
      const after = fixed(text, told);
      const { report: right } = analyzed(after, language);
      expect(tableIds.map((id) => right.tables[id]?.formatId)).toEqual([asked, asked, asked]);
      expect(templateFindings(after, language)).toEqual([]);
    },
  );

  it('are named with the notices of both', () => {
    const [trial, present] = formats;
    if (trial === undefined || present === undefined) throw new Error('formats are missing');
    const mixture = { disclosure: trial.id, applications: present.id, litigation: present.id };
    const text = draft('markdown', 2025, mixture);
    expect(templateFindings(text, 'markdown').map(({ message }) => message)).toEqual([
      '表二是国办公开办函〔2019〕60号的格式（有“本年新制作数量”），表三是国办公开办函〔2021〕30号的格式；2025年度应一律按国办公开办函〔2021〕30号的格式填报。',
    ]);
    const other = { disclosure: present.id, applications: trial.id, litigation: present.id };
    expect(templateFindings(draft('markdown', 2025, other), 'markdown').map(({ message }) => message)).toEqual([
      '表三是国办公开办函〔2019〕60号的格式（有“（六）其他处理”），表二是国办公开办函〔2021〕30号的格式；2025年度应一律按国办公开办函〔2021〕30号的格式填报。',
    ]);
  });

  it('are told of a column that they lack where its format was yet to come', () => {
    for (const mixture of mixtures.filter((each) => !tells(each) && each.asked === '2021')) {
      const text = draft('markdown', 2023, { ...mixture, litigation: '2021' });
      const { report, findings } = analyzed(text, 'markdown');
      expect(report.tables.disclosure?.formatId).toBe('2021');
      expect(findings.filter(({ code }) => code === 'table-shape').map(({ message }) => message)).toEqual([
        '表二缺少“本年废止件数”列，应按标准格式补齐。',
      ]);
    }
  });
});

describe('a table by itself', () => {
  it.each(ids.flatMap((id) => languages.map((language) => ({ id, language }))))(
    'is pasted in its own format: $id, $language',
    ({ id, language }) => {
      for (const table of tableIds) {
        const text = standardTable(tableOf(id, table), language, (slot) => figure(slot, table));
        const pasted = pastedTable(language === 'html' ? { text: '', html: text } : { text }, 'plaintext');
        const own = standardTable(tableOf(id, table), 'plaintext', (slot) => figure(slot, table));
        expect(pasted?.text).toBe(own);
      }
    },
  );

  it('lacks a row where one is deleted, and the missing row is offered', () => {
    for (const { id, tables } of formats) {
      const table = tables.find((each) => each.id === 'applications');
      const shape = table === undefined ? undefined : rowShapes(table).find((row) => row.id === 'withheld.3');
      const label = shape?.head?.label ?? '';
      const lines = draft('markdown', yearOf(id), all(id)).split('\n');
      const at = lines.findIndex((line) => line.includes(label));
      const text = lines.toSpliced(at, 1).join('\n');
      const { report, findings } = analyzed(text, 'markdown');
      expect(findings.filter(({ code }) => code === 'table-shape')).toHaveLength(1);
      expect(findings.filter(({ code }) => code === 'table-template')).toEqual([]);
      const offset = lines.slice(0, at).join('\n').length + 1;
      expect(completionsAt(report, offset).map((offer) => offer.label)).toEqual([label]);
    }
  });
});

describe('citations', () => {
  function judged(words: string, year: number) {
    const format = formatOfYear(year);
    const text = newReportText({ body: '云川市水务局', kind: 'department', year, language: 'markdown' }).replace(
      citationOf(format.notice),
      words,
    );
    const { report, findings } = analyzed(text, 'markdown');
    return { text, report, findings: findings.filter(({ code }) => code === 'citation') };
  }

  it.each(formats)('of its notice are right in reports of $id', (format) => {
    const { notice, edition } = format;
    const year = yearOf(format.id);
    const names = [citationOf(notice), `《${notice.core}》`, `${noticeOf(format)}文件`, `《${notice.name}》`];
    const short = `《中华人民共和国政府信息公开工作年度报告格式${edition}》`;
    for (const words of [...names, short]) expect(judged(words, year).findings).toEqual([]);
    const { text, report } = judged(citationOf(notice), year);
    expect(citationAt(report, text.indexOf(notice.core) + 3)).toMatchObject({
      name: notice.name,
      number: noticeOf(format),
    });
  });

  it.each(pairs)('of another notice are corrected: $from in reports of $to', ({ from, to }) => {
    const [cited, right] = [formatOf(from), formatOf(to)];
    const year = yearOf(to);
    const { text, findings } = judged(citationOf(cited.notice), year);
    expect(findings.map(({ message }) => message)).toEqual([
      `${year}年度报告应引用${noticeOf(right)}；${noticeOf(cited)}适用于${scopeOf(cited)}的报告。`,
    ]);
    expect(fixed(text, findings)).toContain(citationOf(right.notice));
    const number = judged(`${noticeOf(cited)}文件`, year);
    expect(fixed(number.text, number.findings)).toContain(`${noticeOf(right)}文件`);
    const name = judged(`《${cited.notice.core}》`, year);
    expect(fixed(name.text, name.findings)).toContain(`《${right.notice.core}》`);
  });

  it.each(pairs)('with a number of two notices are corrected: $from and $to', ({ from, to }) => {
    const [one, right] = [formatOf(from).notice, formatOf(to)];
    const words = `${one.issuer}〔${one.year}〕${right.notice.number}号`;
    const { text, findings } = judged(`${words}文件`, yearOf(to));
    expect(fixed(text, findings)).toContain(`${noticeOf(right)}文件`);
  });

  it('are offered in completion by the year', () => {
    for (const format of formats) {
      const text = newReportText({ body: '', kind: 'department', year: yearOf(format.id), language: 'markdown' });
      const at = text.indexOf('《') + 1;
      const { report } = analyzed(text, 'markdown');
      expect(completionsAt(report, at).map(({ text: offer }) => offer)).toContain(citationOf(format.notice));
    }
  });
});

describe('new reports and snippets', () => {
  it.each(formats.flatMap((format) => (['markdown', 'plaintext'] as const).map((language) => ({ format, language }))))(
    'have nothing but places to fill in: $format.id, $language',
    ({ format, language }) => {
      const year = yearOf(format.id);
      let text = newReportText({ body: '云川市水务局', kind: 'department', year, language });
      expect(text).toContain(citationOf(format.notice));
      const offered = Object.entries(snippets(language));
      for (const table of format.tables) {
        const blank = standardTable(table, language, () => '');
        expect(text).toContain(blank);
        const name = formats.find(({ tables }) => tables.includes(table))?.id;
        const [, snippet] = offered.find(([key]) => key === `${table.name}（${name}）`) ?? [];
        const filled = (snippet?.body ?? [])
          .join('\n')
          .replace(/\$\{TM_LINE_NUMBER\/\.\*\/(\t+)\/\}/g, '$1')
          .replace(/\$\{\d+:0\}/g, '0')
          .replace(/\n\$0$/, '');
        expect(filled).toBe(standardTable(table, language, () => '0'));
        text = text.replace(blank, () => filled);
      }
      const { report, findings } = analyzed(text, language);
      expect(report.format).toBe(format.id);
      expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(['placeholder']));
    },
  );

  it('are of the present format where no year is said, and of the others by their ids', () => {
    const all = snippets('markdown');
    const prefixes = Object.values(all).flatMap(({ prefix }) => prefix);
    expect(new Set(prefixes).size).toBe(prefixes.length);
    for (const format of formats) {
      const year = format === presentFormat ? '' : format.id;
      expect(all[`引用通知${year}`]?.body.join('')).toBe(`${citationOf(format.notice)}$0`);
      for (const table of format.tables) {
        const words = Object.entries(all).find(([, { prefix }]) => prefix.includes(`${table.name}${year}`));
        if (!isCommon(table)) expect(words?.[0]).toBe(`${table.name}（${format.id}）`);
      }
    }
    const report = all.年报?.body.join('\n') ?? '';
    expect(report).toContain(citationOf(presentFormat.notice));
  });
});

describe('preview, exports and review', () => {
  it.each(formats.flatMap((format) => languages.map((language) => ({ format, language }))))(
    'show every number of $format.id from $language',
    async ({ format, language }) => {
      const text = draft(language, yearOf(format.id), all(format.id));
      const { report, findings } = analyzed(text, language);
      const html = renderPreview(report, findings)
        .blocks.map((block) => block.html)
        .join('\n')
        .replace(/<[^>]*>/g, '\n');
      const texts = new Set(html.split('\n'));
      for (const table of format.tables) {
        expect(html).toContain(captionOf(table));
        for (const { head } of rowShapes(table)) if (head !== undefined) expect(texts).toContain(head.label);
        for (const slot of slotsOf(table)) expect(texts).toContain(figure(slot, table.id));
      }
      const data = dataOf(report);
      for (const form of forms) {
        const bytes = await writeForm(documentOf(report), form);
        const name = { markdown: 'a.md', text: 'a.txt', html: 'a.html', docx: 'a.docx' }[form];
        const read = await readForm({ name, bytes, text: () => new TextDecoder().decode(bytes) });
        expect(read !== undefined && 'report' in read && dataOf(read.report)).toEqual(data);
      }
    },
  );

  function dataOf(report: Report) {
    const { sections, ...data } = extract(report);
    return { ...data, sections: sections.map(({ number, heading }) => ({ number, heading })) };
  }
});

describe('what else is said of a format', () => {
  it('goes by its years', () => {
    expect(firstYear).toBe(2019);
    expect(formats.map(scopeOf)).toEqual(['2019、2020年度', '2021至2026年度', '2027年度起']);
    expect(formatOfYear(undefined).id).toBe('2021');
  });

  it('goes by its sections: a heading is judged by the format of the year', () => {
    const titles = (format: ReportFormat): string => format.sections.find(({ number }) => number === 5)?.title ?? '';
    for (const { from, to } of pairs) {
      const [cited, right] = [titles(formatOf(from)), titles(formatOf(to))];
      const text = draft('markdown', yearOf(to), all(to)).replace(`五、${right}`, `五、${cited}`);
      const { report, findings } = analyzed(text, 'markdown');
      expect(report.sections.map(({ format }) => format)).toEqual(formatOf(to).sections);
      const told = findings.filter(({ code }) => code === 'section-title');
      expect(told.map((finding) => finding.fixes()[0]?.title)).toEqual(cited === right ? [] : [`标题改为“${right}”`]);
    }
  });

  it('goes by its tables: fees of section six are held against those of table 2 where it has them', () => {
    for (const { id } of formats) {
      const text = draft('markdown', yearOf(id), all(id), () => '0').replaceAll(
        '未收取信息处理费',
        '收取信息处理费2230元',
      );
      const { report, findings } = analyzed(text, 'markdown');
      const has = slotsOf(tableOf(id, 'disclosure')).some(({ row, column }) => row === 'fee' && column === 'amount');
      expect(report.format).toBe(id);
      expect(findings.filter(({ code }) => code === 'disclosure-implausible')).toHaveLength(has ? 1 : 0);
    }
  });

  it('stands on the pages of the rules and in the grammar', () => {
    const pages = new Map(rulePages());
    for (const format of formats) {
      for (const code of ['table-template', 'citation', 'table-shape', 'section-missing'])
        expect(pages.get(`docs/rules/${code}.md`)).toContain(noticeOf(format));
      expect(pages.get('docs/rules/table-template.md')).toContain(format.changes);
      const grammar = JSON.stringify(markdownGrammar());
      for (const slot of format.tables.flatMap(slotsOf)) expect(grammar).toContain(slot.rowLabel.slice(2, 6));
    }
  });
});
