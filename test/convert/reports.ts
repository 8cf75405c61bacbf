import { fileURLToPath } from 'node:url';
import { extract } from '../../server/src/analysis/extract.ts';
import type { Report } from '../../server/src/report/model.ts';
import { type GoldFile, goldFiles } from '../support/gold.ts';

const samples = fileURLToPath(new URL('../../samples', import.meta.url));
const corpus = process.env.NIANBAO_CORPUS;

/** The reports that are converted: the samples, and those of the folder that NIANBAO_CORPUS names. */
export const realReports: readonly GoldFile[] = [
  ...goldFiles(samples),
  ...(corpus === undefined || corpus === '' ? [] : goldFiles(corpus)),
];

/** What must be the same in every form: all of the data but the lines on which the headings stand. */
export function dataOf(report: Report) {
  const { sections, ...data } = extract(report);
  return { ...data, sections: sections.map(({ number, heading }) => ({ number, heading })) };
}
