import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Language, Part } from '../../../server/src/report/model.ts';
import { partsOf } from '../../../server/src/report/reading/parts.ts';
import { readReport } from '../../../server/src/report/reading/read.ts';
import { anyText, ruinedText } from '../../support/ruins.ts';
import { runs } from '../../support/runs.ts';

const languageArb = fc.constantFrom<Language[]>('markdown', 'plaintext', 'html');

/** Throws unless the parts follow each other from the first character to the last, and what is inside them lies there. */
function checkParts(text: string, language: Language): void {
  const report = readReport(text, language);
  let at = 0;
  for (const part of report?.parts ?? partsOf(text, language)) {
    expect(part.span.start).toBe(at);
    expect(part.span.end).toBeGreaterThanOrEqual(at);
    at = part.span.end;
    checkInside(part);
  }
  expect(at).toBe(text.length);
  if (report === undefined) return;
  for (const kind of ['title', 'heading', 'paragraph', 'table'] as const) {
    const read = {
      title: report.title === undefined ? 0 : 1,
      heading: report.sections.length,
      paragraph: report.paragraphs.length,
      table: Object.keys(report.tables).length,
    };
    expect(count(report.parts, kind)).toBe(read[kind]);
  }
}

function checkInside({ span, inside }: Part): void {
  let at = span.start;
  for (const inner of inside) {
    expect(inner.span.start).toBeGreaterThanOrEqual(at);
    expect(inner.span.end).toBeLessThanOrEqual(span.end);
    at = inner.span.end;
    checkInside(inner);
  }
}

function count(parts: readonly Part[], kind: string): number {
  return parts.reduce((sum, part) => {
    const own = part.kind === kind || (part.kind === 'item' && kind === 'paragraph') ? 1 : 0;
    return sum + own + count(part.inside, kind);
  }, 0);
}

describe('the parts of a report', () => {
  it('are the whole draft, nothing left out and nothing twice', () => {
    fc.assert(
      fc.property(ruinedText, languageArb, (text, language) => checkParts(text, language)),
      runs(400),
    );
  });

  it('cover a text that is no report too', () => {
    fc.assert(
      fc.property(anyText, languageArb, (text, language) => checkParts(text, language)),
      runs(400),
    );
  });

  const samples = fileURLToPath(new URL('../../../samples', import.meta.url));
  it.each(readdirSync(samples).filter((name) => /\.(?:md|txt)$/.test(name)))('are the whole of %s', (name) => {
    const text = readFileSync(`${samples}/${name}`, 'utf8');
    for (const language of ['markdown', 'plaintext'] as const) checkParts(text, language);
  });
});
