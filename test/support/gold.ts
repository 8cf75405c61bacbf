import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { FormatId } from '../../server/src/format/formats.ts';
import type { Language } from '../../server/src/report/model.ts';
import type { WrittenHeading } from './document.ts';
import type { BalancedReport } from './report.ts';
import type { Tables } from './values.ts';

/** What a file of a folder must be read as. */
export interface Gold {
  readonly year: number;
  readonly body: string;
  readonly format: FormatId;
  readonly sections: readonly WrittenHeading[];
  readonly tables: Tables;
}

/** A real or invented report with its gold. */
export interface GoldFile {
  readonly name: string;
  readonly text: string;
  readonly language: Language;
  readonly gold: Gold;
}

const languages: Readonly<Record<string, Language>> = { '.txt': 'plaintext', '.md': 'markdown', '.html': 'html' };

/** The reports of a folder that have a gold: `gold/x.json` is that of `x.txt`, `gold/x-md.json` that of `x.md`. */
export function goldFiles(folder: string): GoldFile[] {
  const golds = new Set(readdirSync(join(folder, 'gold')));
  return readdirSync(folder).flatMap((name) => {
    const extension = extname(name);
    const language = languages[extension];
    const stem = name.slice(0, name.length - extension.length);
    const own = `${stem}${extension === '.txt' ? '' : `-${extension.slice(1)}`}.json`;
    if (language === undefined || !golds.has(own)) return [];
    const gold = JSON.parse(readFileSync(join(folder, 'gold', own), 'utf8')) as Gold;
    return [{ name, text: readFileSync(join(folder, name), 'utf8'), language, gold }];
  });
}

/** A report with a gold's values, to be written in other layouts. */
export function reportOfGold({ year, body, format, sections, tables }: Gold): BalancedReport {
  return {
    format,
    year,
    body,
    title: [`${body}${year}年政府信息公开工作年度报告`],
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

/** Whether a gold has blank cells in a table, which some layouts cannot carry. */
export function hasBlanks({ tables }: Gold): boolean {
  return Object.values(tables).some((rows) => rows !== null && Object.values(rows).flat().includes(null));
}
