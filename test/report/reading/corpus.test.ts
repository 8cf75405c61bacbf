import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { extract, locations } from '../../../server/src/analysis/extract.ts';
import { reportIn } from '../../support/check.ts';
import { damagesOf } from '../../support/damages.ts';
import { type Dress, plain } from '../../support/document.ts';
import { draftOf } from '../../support/draft.ts';
import {
  carries,
  corpusFolders,
  type Gold,
  type GoldFile,
  goldFiles,
  isIntact,
  isWhole,
  reportOfGold,
} from '../../support/gold.ts';
import { assertReadBack } from '../../support/judge.ts';
import { layouts } from '../../support/layouts.ts';
import { outcomeOf } from '../../support/outcome.ts';
import { randomOf } from '../../support/random.ts';
import { oneOf, scale } from '../../support/runs.ts';

const samples = fileURLToPath(new URL('../../../samples', import.meta.url));
const fixtures = fileURLToPath(new URL('fixtures', import.meta.url));

const folders = [
  { folder: 'samples', files: goldFiles(samples) },
  { folder: 'fixtures', files: goldFiles(fixtures) },
  ...corpusFolders.map((folder) => ({ folder: basename(folder), files: goldFiles(folder) })),
];

/** Every layout takes its share of the damages in turn, one in three unless more runs are asked for. */
const share = Math.max(1, Math.round(3 / scale));

function read({ text, language }: GoldFile) {
  return reportIn(text, language);
}

/** The digits of a number, those at its end left out that a unit stands for: `251000元` is 25.1 of 万元. */
function digitsOf(number: string): string {
  return number.replace(/\D/g, '').replace(/0+$/, '');
}

/** A section as the gold has it, which does not say where in a line a heading stands that runs into other text. */
function placed<S extends { readonly line: number }>(section: S, gold: Gold['sections'][number] | undefined) {
  return gold !== undefined && gold.line === undefined ? { ...section, line: undefined } : section;
}

describe.each(folders)('$folder', ({ files }) => {
  it('has reports with gold', () => {
    expect(files.length).toBeGreaterThan(0);
  });

  describe.each(files.filter(isIntact))('$name', (file) => {
    it('is read as its gold says', () => {
      const { year, body, format, sections } = extract(read(file));
      const { gold } = file;
      expect({ year, sections: sections.map((section, i) => placed(section, gold.sections[i])) }).toEqual({
        year: gold.year,
        sections: gold.sections,
      });
      if (gold.format !== 'mixed') expect(format).toBe(gold.format);
      // The gold of a report in several forms names the body in full, wherever in the text that stands.
      if (!file.several) expect(body).toBe(gold.body);
      const { wrong, open, missing, told } = outcomeOf(file.text, file.language, gold.tables);
      expect({ wrong, open, missing, told }).toEqual({ wrong: 0, open: 0, missing: 0, told: [] });
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
            expect(digitsOf(text)).toBe(digitsOf(String(value)));
          });
        }
      }
    });

    const { gold } = file;
    if (!isWhole(gold) || (file.several && !file.name.endsWith('.md'))) return;
    const carrying = layouts.filter((layout) => carries(layout, gold));

    it.each(carrying.filter((_, i) => i % oneOf === 0))('reads back the same values in: $name', (layout) => {
      const draft = draftOf(reportOfGold(gold));
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
