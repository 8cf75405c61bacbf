import { describe, expect, it } from 'vitest';
import { fromHtml } from '../../server/src/input/fromHtml.ts';
import { documentOf } from '../../server/src/output/document.ts';
import { toHtml } from '../../server/src/output/html/toHtml.ts';
import { toMarkdown } from '../../server/src/output/toMarkdown.ts';
import { toText } from '../../server/src/output/toText.ts';
import { readReport } from '../../server/src/report/reading/read.ts';
import { reportIn } from '../support/check.ts';
import { lostIn } from '../support/content.ts';
import { damagesOf } from '../support/damages.ts';
import { type Dress, plain } from '../support/document.ts';
import { draftOf } from '../support/draft.ts';
import { carries, isWhole, reportOfGold } from '../support/gold.ts';
import { layouts } from '../support/layouts.ts';
import { randomOf } from '../support/random.ts';
import { dataOf, realReports } from '../support/realReports.ts';
import { oneOf, scale } from '../support/runs.ts';

/** Every report takes its share of the damages in turn, one in sixteen unless more runs are asked for. */
const share = Math.max(1, Math.round(16 / scale));

/** Of a report in several forms one is enough: they have the same figures. */
const whole = realReports.filter(({ several, name }) => !several || name.endsWith('.md'));
const reports = whole.flatMap(({ name, gold }, turn) => (isWhole(gold) ? [{ name, gold, turn }] : []));

describe.each(reports)('$name', ({ gold, turn }) => {
  const carrying = layouts.filter((layout) => carries(layout, gold));

  const tried = carrying.filter((_, index) => index % oneOf === turn % Math.min(oneOf, carrying.length));

  it.each(tried)('goes to every form from: $name', (layout) => {
    const draft = draftOf(reportOfGold(gold));
    const dress: Dress = { ...plain, heading: layout.headings[0] ?? 'plain' };
    const damages = damagesOf(layout).filter((_, index) => index % share === turn % share);
    const drafts = [draft, ...damages.map((damage, seed) => damage.apply(draft, randomOf(seed)))];
    for (const each of drafts) {
      const { text } = layout.write(each, dress);
      const report = readReport(text, layout.language);
      if (report === undefined) continue;
      const document = documentOf(report);
      const data = dataOf(report);
      expect(dataOf(reportIn(toMarkdown(document), 'markdown'))).toEqual(data);
      expect(dataOf(reportIn(toText(document), 'plaintext'))).toEqual(data);
      const imported = fromHtml(toHtml(document));
      expect(imported && dataOf(imported.report)).toEqual(data);
      expect(lostIn(report, document)).toEqual([]);
    }
  });
});
