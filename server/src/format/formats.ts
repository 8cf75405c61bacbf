import { official, present } from './official.ts';
import type { FormatData, SectionFormat, SectionNumber, TableFormat, TableId } from './schema.ts';

/** The formats by their ids: that of one is the `format` of `extract`. */
export type FormatId = (typeof official)[number]['id'];

/** An official format. */
export interface ReportFormat extends FormatData {
  readonly id: FormatId;
}

/** The official formats, oldest first. */
export const formats: readonly ReportFormat[] = [...official].sort((a, b) => a.firstYear - b.firstYear);

/** The format in force: what a report of no known year is taken for, and what blank tables are of. */
export const presentFormat = formatOf(present);

const [oldest = presentFormat] = formats;

/** The first report year that has an official format. */
export const { firstYear } = oldest;

/** The format with that id. */
export function formatOf(id: FormatId): ReportFormat {
  const format = formats.find((candidate) => candidate.id === id);
  if (format === undefined) throw new Error(`there is no format ${id}`);
  return format;
}

/** The format that reports of a year must have; the one in force where the year is not known, the oldest before it. */
export function formatOfYear(year: number | undefined): ReportFormat {
  if (year === undefined) return presentFormat;
  return formats.findLast((format) => format.firstYear <= year) ?? oldest;
}

/** A format's table. */
export function tableOf(format: FormatId, id: TableId): TableFormat {
  const table = formatOf(format).tables.find((candidate) => candidate.id === id);
  if (table === undefined) throw new Error(`format ${format} has no table ${id}`);
  return table;
}

/** Whether all formats have that same table: then nothing in it tells its format. */
export function isCommon(table: TableFormat): boolean {
  return formats.every(({ tables }) => tables.includes(table));
}

/** The sections of all formats, each once, in the order of their numbers. */
export const allSections: readonly SectionFormat[] = [...new Set(formats.flatMap(({ sections }) => sections))].sort(
  (a, b) => a.number - b.number,
);

/** The first report year whose format wants the 信息处理费 stated; undefined where none does. */
export const feesSince = firstYearWith(({ statesFees }) => statesFees === true);

/** The first report year whose format limits the length of a section; undefined where none does. */
export const lengthSince = firstYearWith(({ longest }) => longest !== undefined);

function firstYearWith(has: (section: SectionFormat) => boolean): number | undefined {
  return formats.find(({ sections }) => sections.some((section: SectionFormat) => has(section)))?.firstYear;
}

/** Every wording of a section's title in any format: the official ones and the customary ones. */
export function wordingsOf(number: SectionNumber): readonly string[] {
  const own = allSections.filter((section) => section.number === number);
  return [...new Set(own.flatMap(({ title, aliases }) => [title, ...aliases]))];
}

/** The report years that a format is for: `2019、2020年度`, `2021年度起`, `2021至2026年度`. */
export function scopeOf(format: ReportFormat): string {
  const next = formats[formats.indexOf(format) + 1];
  const first = format.firstYear;
  if (next === undefined) return `${first}年度起`;
  const last = next.firstYear - 1;
  if (last <= first) return `${first}年度`;
  return `${first}${last === first + 1 ? '、' : '至'}${last}年度`;
}
