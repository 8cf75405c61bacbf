import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { delimiter, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type FormatId, formatOf } from '../../server/src/format/formats.ts';
import type { TableId } from '../../server/src/format/schema.ts';
import { type RowShape, rowShapes } from '../../server/src/format/shape.ts';
import type { Language } from '../../server/src/report/model.ts';
import type { WrittenHeading } from './document.ts';
import type { Layout } from './layouts.ts';
import type { BalancedReport } from './report.ts';
import type { Tables } from './values.ts';

/** A table's values as a gold has them: a row that the draft has not may be null. */
export type GoldRows = Readonly<Record<string, readonly (number | null)[] | null>>;

/** What a file must be read as. */
export interface Gold {
  readonly year: number;
  readonly body: string;
  /** `mixed`: the tables are of several formats. */
  readonly format: FormatId | 'mixed';
  /** Headings in the order of the sections; `line` is undefined where one runs into other text. */
  readonly sections: readonly (Omit<WrittenHeading, 'line'> & { readonly line: number | undefined })[];
  readonly tables: Readonly<Record<TableId, GoldRows | null>>;
  /** Relations that its figures break; none unless given. */
  readonly unbalanced?: readonly unknown[];
  /** What its drafters did wrong, in words for people; none unless given. */
  readonly faults?: readonly string[];
  /** Numbers of its text, with what they are in the tables or the text. */
  readonly numbersOfText?: readonly {
    readonly quote: string;
    readonly value: number | string;
    readonly refers_to: string;
    /** Whether the report has it right; null where that cannot be told. */
    readonly equal: boolean | null;
  }[];
}

/** A real or invented report with its gold. */
export interface GoldFile {
  readonly name: string;
  /** Whether it is one of several forms of a report: then a program made some of them, and not all are whole. */
  readonly several: boolean;
  readonly text: string;
  readonly language: Language;
  readonly gold: Gold;
}

/** A gold as it is written: of one file, or of one report in several forms, whose lines are told by file. */
interface WrittenGold extends Omit<Gold, 'sections'> {
  readonly files?: readonly string[];
  readonly sections: readonly {
    readonly number: number;
    readonly heading: string;
    readonly line: number | Readonly<Record<string, number | null>>;
  }[];
}

const languages: Readonly<Record<string, Language>> = { '.txt': 'plaintext', '.md': 'markdown', '.html': 'html' };

/** Forms that lost what tells their cells apart: of them not every cell can be read. */
const RUINED = /\.(?:glued|pdf-raw|pdf-layout)\.txt$|^(?:dapuqiao|shanghai-office|stcsm)/;

/** Whether all that the gold says stands in a file. */
export function isIntact({ name }: GoldFile): boolean {
  return !RUINED.test(name);
}

/** The folder of the samples. */
export const samplesFolder = fileURLToPath(new URL('../../samples', import.meta.url));

/** The folders that NIANBAO_CORPUS names, as PATH names its own. */
export const corpusFolders: readonly string[] = (process.env.NIANBAO_CORPUS ?? '')
  .split(delimiter)
  .filter((folder) => folder !== '');

/**
 * The reports of a folder that have a gold: `gold/x.json` is that of the `files` it names, else of `x.txt`, and
 * `gold/x-md.json` of `x.md`.
 */
export function goldFiles(folder: string): GoldFile[] {
  const names = readdirSync(folder);
  return readdirSync(join(folder, 'gold'))
    .sort()
    .flatMap((file) => {
      const written = JSON.parse(readFileSync(join(folder, 'gold', file), 'utf8')) as WrittenGold;
      const stem = file.slice(0, -extname(file).length);
      const own = names.filter((name) => stem === `${name.slice(0, -extname(name).length)}${suffixOf(name)}`);
      return (written.files ?? own).flatMap((name) => {
        const language = languages[extname(name)];
        if (language === undefined || !existsSync(join(folder, name))) return [];
        const several = written.files !== undefined;
        return [
          { name, several, text: readFileSync(join(folder, name), 'utf8'), language, gold: goldOf(written, name) },
        ];
      });
    });
}

/** What a gold of one file adds to its name: nothing to that of a `.txt`. */
function suffixOf(name: string): string {
  return extname(name) === '.txt' ? '' : `-${extname(name).slice(1)}`;
}

function goldOf({ files: _, sections, ...gold }: WrittenGold, name: string): Gold {
  return {
    ...gold,
    sections: sections.map(({ number, heading, line }) => ({
      number,
      heading,
      line: typeof line === 'number' ? line : (line[name] ?? undefined),
    })),
  };
}

/** Whether a gold is a whole report of one format, which can be written in other layouts. */
export function isWhole(gold: Gold): gold is Gold & { readonly format: FormatId; readonly tables: Tables } {
  const { format, tables } = gold;
  if (format === 'mixed') return false;
  return formatOf(format).tables.every((table) => {
    const rows = tables[table.id];
    return rows === null || rowShapes(table).every((shape) => hasEvery(shape, rows));
  });
}

/** Whether a line of values has as many as the format asks for; table 4's is three rows of a gold. */
function hasEvery({ slots }: RowShape, rows: GoldRows): boolean {
  const ids = [...new Set(slots.map(({ row }) => row))];
  return ids.every((id) => rows[id]?.length === slots.filter(({ row }) => row === id).length);
}

/** A report with a gold's values, to be written in other layouts. */
export function reportOfGold(gold: Gold & { readonly format: FormatId; readonly tables: Tables }): BalancedReport {
  const { year, body, format, sections, tables } = gold;
  // What stands in brackets says what the figures cover: it is none of the name.
  const name = body.replace(/（.*$/, '');
  return {
    format,
    year,
    body: name,
    title: [`${name}${year}年政府信息公开工作年度报告`],
    contents: 'none',
    preface: [`本报告中所列数据的统计期限为${year}年1月1日至${year}年12月31日。`],
    sections: sections.map(({ number, heading }) => ({
      number,
      heading,
      paragraphs: [1, 5, 6].includes(number) ? [`${year}年，各项工作按要求开展。`] : [],
    })),
    tables,
    signature: [],
  };
}

/** Whether a layout leaves a trace of every cell of a gold: blank ones have none where ends of rows are cut off. */
export function carries(layout: Layout, gold: Gold): boolean {
  return (layout.blanks || !hasBlanks(gold)) && !(layout.name.includes('blanks cut') && hasBlankTotals(gold));
}

/** Whether a gold has blank cells in a table. */
function hasBlanks({ tables }: Gold): boolean {
  return Object.values(tables).some(
    (rows) => rows !== null && Object.values(rows).some((values) => values?.includes(null) === true),
  );
}

/** Whether a gold has blank totals over figures in table 3: then a slip in them cannot be located. */
export function hasBlankTotals({ tables }: Gold): boolean {
  return Object.values(tables.applications ?? {}).some(
    (values) => values?.at(-1) === null && values.some((value) => value !== null),
  );
}
