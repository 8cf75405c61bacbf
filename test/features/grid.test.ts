import { describe, expect, it } from 'vitest';
import {
  cellAround,
  nameOf,
  offeredTotal,
  placesOf,
  selectionIn,
  shortRow,
  stepFrom,
} from '../../server/src/features/grid.ts';
import { type Language, type Report, valueAt } from '../../server/src/report/model.ts';
import { newReportText } from '../../server/src/writing/newReport.ts';
import { standardTable } from '../../server/src/writing/write.ts';
import { reportIn } from '../support/check.ts';
import { caretIn, right, textAt } from './report.ts';

const languages = ['markdown', 'plaintext', 'html'] as const;

/** A new report of 2025, its tables blank; in HTML each line a paragraph. */
function blank(language: Language): Report {
  if (language !== 'html')
    return reportIn(newReportText({ body: '云川市水务局', kind: 'department', year: 2025, language }), language);
  const { text, tables } = blank('markdown');
  let page = text;
  for (const { span, format } of Object.values(tables))
    page = page.replace(
      text.slice(span.start, span.end),
      standardTable(format, 'html', () => ''),
    );
  return reportIn(page.replace(/^#* ?([^<#\s].*)$/gm, '<p>$1</p>'), 'html');
}

const at = (offset: number) => ({ start: offset, end: offset });

describe.each(languages)('the cells of a blank report in %s', (language) => {
  const report = blank(language);

  it('are all there, each around what is selected of it', () => {
    for (const [id, count] of [
      ['disclosure', 8],
      ['applications', 175],
      ['litigation', 15],
    ] as const) {
      const table = report.tables[id];
      const places = table === undefined ? [] : placesOf(table, report);
      expect(places.length, id).toBeGreaterThanOrEqual(count);
      for (const place of places) expect(cellAround(report, selectionIn(place))?.value).toBe(place.value);
    }
  });

  it('are gone through along rows and down columns, there and back, each once', () => {
    for (const table of Object.values(report.tables)) {
      const places = placesOf(table, report);
      for (const [to, back] of [
        ['next', 'previous'],
        ['below', 'above'],
      ] as const) {
        const seen = new Set([places[0]?.value]);
        let place = places[0];
        while (place !== undefined) {
          const following = stepFrom(place, to, report);
          if (following === undefined) break;
          expect(stepFrom(following, back, report)?.value).toBe(place.value);
          seen.add(following.value);
          place = following;
        }
        expect(seen.size).toBe(places.length);
      }
    }
  });

  it('go down a column before they go on to the next', () => {
    const { applications } = report.tables;
    if (applications === undefined) throw new Error('no table');
    const first = placesOf(applications, report)[0];
    const below = first && stepFrom(first, 'below', report);
    expect(below?.value.slot.row).not.toBe(first?.value.slot.row);
    expect(below?.value.slot.column).toBe(first?.value.slot.column);
  });
});

describe('the name of a cell', () => {
  it('says table, groups, row and column', () => {
    const report = right();
    const place = cellAround(report, at(caretIn(report, '（一）予以公开 |  | ¦6')));
    if (place === undefined) throw new Error('no cell');
    const name = nameOf(place);
    expect(name).toEqual({ table: '表三', row: ['三、本年度办理结果', '（一）予以公开'], column: '自然人' });
    expect(shortRow(name)).toBe('予以公开');
  });
});

describe('a cell', () => {
  const report = right();

  it('is around a caret in the white space beside its text, and around a selection inside it', () => {
    const before = caretIn(report, '（一）予以公开 |  |¦ 6 |');
    for (const span of [at(before), at(before + 2), at(before + 3), { start: before + 1, end: before + 2 }]) {
      const place = cellAround(report, span);
      expect(place && textAt(report, place.cell.span)).toBe('6');
    }
    expect(cellAround(report, { start: before + 1, end: before + 6 })).toBeUndefined();
  });

  it('is none in labels and in running text', () => {
    expect(cellAround(report, at(caretIn(report, '（一）予以¦公开 |')))).toBeUndefined();
    expect(cellAround(report, at(caretIn(report, '收到政府信息公开申请¦15件')))).toBeUndefined();
  });
});

describe('a blank total', () => {
  it('is offered what its parts come to, other cells are not', () => {
    const { text } = right();
    const without = reportIn(text.replace('| 6 | 2 | 0 | 0 | 0 | 0 | 8 |', '| 6 | 2 | 0 | 0 | 0 | 0 |  |'), 'markdown');
    const { applications } = without.tables;
    if (applications === undefined) throw new Error('no table');
    const offers = placesOf(applications, without).flatMap((place) => offeredTotal(place) ?? []);
    expect(offers).toEqual(['8']);
    const blank = placesOf(applications, without).find(({ value }) => value.amount.kind === 'blank');
    expect(blank && valueAt(applications, blank.value.slot)).toBe(blank?.value);
  });
});
