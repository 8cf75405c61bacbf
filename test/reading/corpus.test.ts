import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { extract, locations } from '../../server/src/analysis/extract.ts';
import { reportIn } from '../support/check.ts';
import { damagesOf } from '../support/damages.ts';
import { type Dress, plain } from '../support/document.ts';
import { draftOf } from '../support/draft.ts';
import { type GoldFile, goldFiles, hasBlanks, reportOfGold } from '../support/gold.ts';
import { assertReadBack } from '../support/judge.ts';
import { layouts } from '../support/layouts.ts';
import { randomOf } from '../support/random.ts';
import { scale } from '../support/runs.ts';

const samples = fileURLToPath(new URL('../../samples', import.meta.url));
const fixtures = fileURLToPath(new URL('fixtures', import.meta.url));
const corpus = process.env.NIANBAO_CORPUS;

const folders = [
  { folder: 'samples', files: goldFiles(samples) },
  { folder: 'fixtures', files: goldFiles(fixtures) },
  ...(corpus === undefined || corpus === '' ? [] : [{ folder: 'NIANBAO_CORPUS', files: goldFiles(corpus) }]),
];

/** Every layout takes its share of the damages in turn, one in three unless more runs are asked for. */
const share = Math.max(1, Math.round(3 / scale));

function read({ text, language }: GoldFile) {
  return reportIn(text, language);
}

describe.each(folders)('$folder', ({ files }) => {
  it('has reports with gold', () => {
    expect(files.length).toBeGreaterThan(0);
  });

  describe.each(files)('$name', (file) => {
    it('is read as its gold says', () => {
      const { year, body, format, sections, tables } = extract(read(file));
      const { gold } = file;
      expect({ year, body, format, sections }).toEqual({
        year: gold.year,
        body: gold.body,
        format: gold.format,
        sections: gold.sections,
      });
      expect(tables).toEqual(gold.tables);
    });

    it('has a place in the text for every number', () => {
      const report = read(file);
      const { tables } = extract(report);
      const places = locations(report);
      for (const [id, rows] of Object.entries(tables)) {
        for (const [row, values] of Object.entries(rows ?? {})) {
          values.forEach((value, i) => {
            if (value === null) return;
            const range = Object.entries(places).find(([other]) => other === id)?.[1]?.[row]?.[i];
            if (range === null || range === undefined) throw new Error(`${id} ${row} ${i} has no place`);
            const { start, end } = range;
            const text = file.text.slice(report.lines.offsetAt(start), report.lines.offsetAt(end));
            expect(text.replace(/\D/g, '')).toBe(String(value).replace(/\D/g, ''));
          });
        }
      }
    });

    const carrying = layouts.filter((layout) => layout.blanks || !hasBlanks(file.gold));

    it.each(carrying)('reads back the same values in: $name', (layout) => {
      const draft = draftOf(reportOfGold(file.gold));
      const dress: Dress = { ...plain, heading: layout.headings[0] ?? 'plain' };
      assertReadBack(draft, layout, dress, layout.name);
      const turn = layouts.indexOf(layout) % share;
      damagesOf(layout).forEach((damage, seed) => {
        if (seed % share !== turn) return;
        const damaged = damage.apply(draft, randomOf(seed));
        assertReadBack(damaged, layout, dress, `${layout.name}: ${damage.name} (${seed})`);
      });
    });
  });
});
