import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { extract } from '../server/src/analysis/extract.ts';
import { codes } from '../server/src/checks/check.ts';
import { type Figure, figures } from '../server/src/format/figures.ts';
import { formats } from '../server/src/format/formats.ts';
import { gridOf } from '../server/src/format/grid.ts';
import { noticeOf } from '../server/src/format/notices.ts';
import { equationsOf } from '../server/src/format/relations.ts';
import type { Head, TableFormat, ValueKind } from '../server/src/format/schema.ts';
import type { Role } from '../server/src/format/subjects.ts';
import { bindingsOf } from '../server/src/report/facts/statements/bindings.ts';
import { toChinese } from '../server/src/text/numeral.ts';
import { analyzed } from './support/check.ts';
import { rightReport } from './support/rightReports.ts';

const page = readFileSync(new URL('../docs/domain.md', import.meta.url), 'utf8');
const prose = page.replace(/^```[\s\S]*?^```$/gm, '').replace(/<table[\s\S]*?<\/table>/g, '');

/** The rows of the page's Markdown tables that begin with this header, as cells. */
function rowsUnder(header: string): string[][] {
  const found = page.split('\n\n').filter((block) => block.startsWith(`| ${header} |`));
  if (found.length === 0) throw new Error(`no table under ${header}`);
  return found.flatMap((block) =>
    block
      .trim()
      .split('\n')
      .slice(2)
      .map((line) =>
        line
          .split(/(?<!\\)\|/)
          .slice(1, -1)
          .map((cell) => cell.replaceAll('\\|', '|').trim()),
      ),
  );
}

/** The code spans of a text. */
function codesIn(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
}

function headsOf(table: TableFormat): Head[] {
  const all = (heads: readonly Head[]): Head[] => heads.flatMap((head) => [head, ...all(head.children ?? [])]);
  return table.blocks.flatMap(({ rows, columns }) => [...all(rows), ...all(columns)]);
}

const tables = formats.flatMap((format) => format.tables.map((table) => ({ format: format.id, table })));
const ids = new Set(tables.flatMap(({ table }) => headsOf(table).map(({ id }) => id)));

describe('the tables of docs/domain.md', () => {
  const shown = [...page.matchAll(/<table id="(\w+)-([\d-]+)">([\s\S]*?)<\/table>/g)].flatMap(
    ([, id, names = '', rows = '']) =>
      names.split('-').map((format) => ({ id, format, rows: rows.trim().split('\n') })),
  );

  it.each(shown)('$id $format has the official labels, merged as they are, with their ids', ({ id, format, rows }) => {
    const table = tables.find((each) => each.format === format && each.table.id === id)?.table;
    if (table === undefined) throw new Error('no such table');
    const cells = rows.map((row) => [
      ...row.matchAll(/<t[hd](?: colspan="(\d+)")?(?: rowspan="(\d+)")?>(.*?)<\/t[hd]>/g),
    ]);
    const official = gridOf(table).rows;
    expect(
      cells.map((row) =>
        row.map(([, colspan = '1', rowspan = '1', text = '']) => `${text.split('<br>')[0]} ${colspan}×${rowspan}`),
      ),
    ).toEqual(official.map((row) => row.map(({ text, colspan, rowspan }) => `${text} ${colspan}×${rowspan}`)));
    const heads = headsOf(table);
    for (const [, , , text = ''] of cells.flat()) {
      const [label, english = ''] = text.split('<br>');
      const named = heads.filter((head) => head.label === label).map((head) => head.id);
      const given = [...english.matchAll(/<code>(.*?)<\/code>/g)].map(([, code = '']) => code);
      expect(given).toEqual(named.length === 0 ? [] : [named[0]]);
      if (label !== '') expect(english).toMatch(/^[\w(]/);
    }
  });

  it('are all there, with every row and column of every format', () => {
    expect(new Set(shown.map(({ id }) => id)).size).toBe(3);
    const named = new Set([...codesIn(page), ...[...page.matchAll(/<code>(.*?)<\/code>/g)].map(([, code]) => code)]);
    expect([...ids].filter((id) => !named.has(id))).toEqual([]);
  });

  it('have the relations as the formats have them', () => {
    const relations = formats.flatMap(({ tables }) => tables.flatMap((table) => table.relations));
    const given = rowsUnder('Equations').map(([names = '', , formula = '']) => {
      const [left = '', right = ''] = formula.split(' = ');
      return { id: codesIn(names)[0]?.replace(/\.[A-Z]+$/, ''), left: codesIn(left), right: codesIn(right) };
    });
    for (const { id, left, right } of relations) expect(given).toContainEqual({ id, left, right });
    expect(given.filter((each) => !relations.some(({ id }) => id === each.id))).toEqual([]);
  });
});

describe('the sections of docs/domain.md', () => {
  it.each(formats)('are those of format $id, with its notice', (format) => {
    const { sections } = format;
    expect(rowsUnder('Heading').map(([heading]) => heading)).toEqual(
      sections.map(({ number, title }) => `${toChinese(number)}、${title}`),
    );
    expect(page).toContain(noticeOf(format));
  });
});

/** A figure as the page writes it: `new/total + carriedIn/total`. */
function written({ plus, minus = [] }: Figure): string {
  const sum = plus.map((cell) => cell.join('/')).join(' + ');
  return [sum, ...minus.map((cell) => cell.join('/'))].join(' − ');
}

describe('the sentences of docs/domain.md', () => {
  const [before = '', after = ''] = rightReport('department', 'markdown').split(/(?<=（二）依申请公开\n\n).*/);

  /** What the marked part of a sentence is bound to, in a right report of 2025. */
  function readMarked(sentence: string) {
    const start = before.length + sentence.indexOf('⟦');
    const end = before.length + sentence.indexOf('⟧') - 1;
    const { report } = analyzed(`${before}${sentence.replace(/[⟦⟧]/g, '')}。${after}`);
    return bindingsOf(report).filter(({ span }) => span.start === start && span.end === end);
  }

  it.each(rowsUnder('Sentence').filter((row) => row.length === 4))('%s', (sentence, _, role, cells) => {
    const subjects = readMarked(sentence).map(({ statement }) => statement.subject);
    expect(subjects.map((subject) => ({ role: `\`${subject.role}\``, cells: subject.figures.map(written) }))).toEqual([
      { role, cells: codesIn(cells) },
    ]);
  });

  it.each(rowsUnder('Sentence').filter((row) => row.length === 3))('%s: bound to nothing', (sentence) => {
    expect(readMarked(sentence)).toEqual([]);
  });
});

describe('the report of docs/domain.md', () => {
  const text = [...page.matchAll(/^```md report\n([\s\S]*?)^```$/gm)].map(([, part]) => part).join('');

  it('is whole and has no finding', () => {
    const { report, findings } = analyzed(text);
    expect(findings).toEqual([]);
    expect([report.body, report.year, report.format]).toEqual(['青澜县林业局', 2025, '2021']);
    expect([report.sections.length, Object.keys(report.tables).length]).toEqual([6, 3]);
    const [, row = '', values = ''] = /`(\w+): (\[[^`]+\])`/.exec(page) ?? [];
    expect(extract(report).tables.applications?.[row]).toEqual(JSON.parse(values));
  });

  it.each(rowsUnder('Change'))('changed from %s to %s', (from, to, found) => {
    expect(text.split(from)).toHaveLength(2);
    const findings = analyzed(text.replace(from, () => to)).findings.map(({ code }) => code);
    expect(findings).toEqual(codesIn(found));
  });
});

describe('the identifiers of docs/domain.md', () => {
  // The compiler holds these lists against the types.
  const roles: Record<Role, true> = {
    received: true,
    handled: true,
    done: true,
    carriedIn: true,
    carriedOut: true,
    applicant: true,
    channel: true,
    result: true,
    withdrawn: true,
    review: true,
    lawsuit: true,
    disputeResult: true,
    document: true,
    fee: true,
    decision: true,
  };
  const exported = readdirSync('server/src', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => [
      ...readFileSync(`server/src/${name}`, 'utf8').matchAll(/^export (?:const|function\*?|interface|type) (\w+)/gm),
    ])
    .map(([, name = '']) => name);
  const kinds: Record<ValueKind, true> = { count: true, change: true, money: true };
  const known = new Set<string>([
    ...ids,
    ...tables.flatMap(({ table }) => [table.id, ...equationsOf(table).map(({ id }) => id)]),
    ...formats.map(({ id }) => id),
    ...Object.keys(roles),
    ...Object.keys(figures),
    ...Object.keys(kinds),
    ...codes,
    ...exported,
  ]);

  it('are all in the code', () => {
    const named = codesIn(prose)
      .filter((code) => /^[A-Za-z]/.test(code) && !/[ =]|\.[A-Z]+$/.test(code) && !existsSync(code))
      .flatMap((code) => (known.has(code) ? [] : code.split('/')));
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });

  it('have every finding code, with a link to its page', () => {
    for (const code of codes) expect(page).toContain(`| [${code}](rules/${code}.md) |`);
  });
});
