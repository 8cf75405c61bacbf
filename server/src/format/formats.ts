import { applications2019, applications2021 } from './applications.ts';
import { notices, numberOfDocument } from './citations.ts';
import { disclosure2019, disclosure2021 } from './disclosure.ts';
import { litigation } from './litigation.ts';
import type { FormatId, ReportFormat, TableFormat, TableId } from './schema.ts';
import { sections } from './sections.ts';

/** The two official formats, oldest first. A new one is a new entry here. */
export const formats: readonly ReportFormat[] = [
  {
    id: '2019',
    notice: numberOfDocument(notices[2019]),
    firstYear: 2019,
    sections,
    tables: [disclosure2019, applications2019, litigation],
  },
  {
    id: '2021',
    notice: numberOfDocument(notices[2021]),
    firstYear: 2021,
    sections,
    tables: [disclosure2021, applications2021, litigation],
  },
];

/** The format in force: what a report of no known year is taken for, and what blank tables are of. */
const present = formats.find(({ id }) => id === '2021') as ReportFormat;

/** The format with that id. */
export function formatOf(id: FormatId): ReportFormat {
  return formats.find((format) => format.id === id) ?? present;
}

/** The format that reports of a year must have; the one in force where the year is not known. */
export function formatOfYear(year: number | undefined): ReportFormat {
  if (year === undefined) return present;
  return formats.findLast((format) => format.firstYear <= year) ?? (formats[0] as ReportFormat);
}

/** A format's table. */
export function tableOf(format: FormatId, id: TableId): TableFormat {
  const table = formatOf(format).tables.find((candidate) => candidate.id === id);
  if (table === undefined) throw new Error(`format ${format} has no table ${id}`);
  return table;
}
