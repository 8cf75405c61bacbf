import { extract } from '../../server/src/analysis/extract.ts';
import type { Report } from '../../server/src/report/model.ts';
import { corpusFolders, type GoldFile, goldFiles, isIntact, isWhole, samplesFolder } from './gold.ts';

/** The reports that are converted: the samples, and of the folders that NIANBAO_CORPUS names those that lack nothing. */
export const realReports: readonly GoldFile[] = [samplesFolder, ...corpusFolders]
  .flatMap(goldFiles)
  .filter((file) => isIntact(file) && isWhole(file.gold));

/** What must be the same in every form: all of the data but the lines on which the headings stand. */
export function dataOf(report: Report) {
  const { sections, ...data } = extract(report);
  return { ...data, sections: sections.map(({ number, heading }) => ({ number, heading })) };
}
