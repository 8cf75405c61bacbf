import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Analysis, analyze } from '../../server/src/analysis/analyze.ts';
import { extract, locations } from '../../server/src/analysis/extract.ts';
import type { Language } from '../../server/src/report/model.ts';
import { LineIndex } from '../../server/src/text/lines.ts';
import { otherDocuments } from '../support/others.ts';
import { checkPlaces } from '../support/places.ts';
import { anyText, ruinedText } from '../support/ruins.ts';
import { runs } from '../support/runs.ts';

const languageArb = fc.constantFrom<Language[]>('markdown', 'plaintext', 'html');
const languages: readonly Language[] = ['markdown', 'plaintext', 'html'];

/** What an analysis says, without the functions in it. */
function said(analysis: Analysis): unknown {
  if (analysis.kind === 'other') return analysis;
  const findings = analysis.findings.map((finding) => ({ ...finding, fixes: finding.fixes() }));
  return { data: extract(analysis.report), places: locations(analysis.report), findings };
}

describe('analyze', () => {
  it('takes any text and names only places in it', () => {
    fc.assert(
      fc.property(anyText, languageArb, (text, language) => checkPlaces(text, analyze(text, language))),
      runs(1000),
    );
  });

  it('takes any ruin of a report and names only places in it', () => {
    fc.assert(
      fc.property(ruinedText, languageArb, (text, language) => checkPlaces(text, analyze(text, language))),
      runs(600),
    );
  });

  it('says the same of the same text', () => {
    fc.assert(
      fc.property(ruinedText, ruinedText, languageArb, (text, between, language) => {
        const first = said(analyze(text, language));
        analyze(between, language);
        expect(said(analyze(text, language))).toEqual(first);
      }),
      runs(60),
    );
  });

  it('reads the same whatever the language of plain and Markdown texts', () => {
    fc.assert(
      fc.property(ruinedText, (text) => {
        const [markdown, plaintext] = (['markdown', 'plaintext'] as const).map((language) => {
          const analysis = analyze(text, language);
          return analysis.kind === 'other' ? undefined : extract(analysis.report);
        });
        expect(plaintext).toEqual(markdown);
      }),
      runs(100),
    );
  });
});

/** Lines by a pattern instead of by characters. */
function naiveLines(text: string): { start: number; end: number }[] {
  const lines: { start: number; end: number }[] = [];
  let start = 0;
  for (const match of text.matchAll(/\r\n|\r|\n/g)) {
    lines.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  return [...lines, { start, end: text.length }];
}

const lined = fc
  .array(fc.constantFrom('\n', '\r', '\r\n', '\n\r', '一', 'a', '𠮷', '\ud842', '\u2028', '\t'), { maxLength: 60 })
  .map((parts) => parts.join(''));

describe('LineIndex', () => {
  it('finds the lines that a pattern finds', () => {
    fc.assert(
      fc.property(lined, (text) => {
        const index = new LineIndex(text);
        const lines = naiveLines(text);
        expect(index.count).toBe(lines.length);
        lines.forEach(({ start, end }, line) => {
          expect(index.start(line)).toBe(start);
          expect(index.end(line)).toBe(end);
        });
      }),
      runs(300),
    );
  });

  it('gives every offset outside line breaks back', () => {
    fc.assert(
      fc.property(lined, (text) => {
        const index = new LineIndex(text);
        const lines = naiveLines(text);
        for (let offset = 0; offset <= text.length; offset++) {
          const at = lines.findLastIndex(({ start }) => start <= offset);
          const line = lines[at];
          if (line === undefined) throw new Error('a text without lines');
          const position = index.positionAt(offset);
          expect(position).toEqual({ line: at, character: Math.min(offset, line.end) - line.start });
          expect(index.offsetAt(position)).toBe(Math.min(offset, line.end));
        }
      }),
      runs(200),
    );
  });

  it('keeps positions outside the text inside it', () => {
    fc.assert(
      fc.property(
        lined,
        fc.integer({ min: -3, max: 80 }),
        fc.integer({ min: -3, max: 80 }),
        (text, line, character) => {
          const offset = new LineIndex(text).offsetAt({ line: Math.max(0, line), character });
          expect(offset).toBeGreaterThanOrEqual(0);
          expect(offset).toBeLessThanOrEqual(text.length);
        },
      ),
      runs(200),
    );
  });
});

const root = fileURLToPath(new URL('../..', import.meta.url));

function filesUnder(folder: string, ending: RegExp): { name: string; text: string }[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ name: path.slice(root.length), text: readFileSync(path, 'utf8') }));
}

const projectFiles = [
  ...readdirSync(root)
    .filter((name) => /\.(?:md|json)$/.test(name))
    .map((name) => ({ name, text: readFileSync(join(root, name), 'utf8') })),
  ...filesUnder('docs', /\.md$/),
  ...filesUnder('server', /\.ts$/),
  ...filesUnder('test', /\.ts$/),
  ...filesUnder('samples/gold', /\.json$/),
  { name: 'samples/README.md', text: readFileSync(join(root, 'samples/README.md'), 'utf8') },
];

describe('documents that are no report', () => {
  it.each([...otherDocuments, ...projectFiles])('$name', ({ text }) => {
    for (const language of languages) expect(analyze(text, language).kind).toBe('other');
  });

  it('random Chinese prose', () => {
    const words = fc.constantFrom(
      '政府',
      '信息',
      '公开',
      '工作',
      '情况',
      '报告',
      '申请',
      '行政',
      '，',
      '。',
      '\n',
      '（一）',
      '2021年',
      '总体',
      '本年',
      '件',
      '12',
      '、',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 300 }), languageArb, (parts, language) => {
        expect(analyze(parts.join(''), language).kind).toBe('other');
      }),
      runs(200),
    );
  });
});
