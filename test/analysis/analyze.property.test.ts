import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Analysis, analyze } from '../../server/src/analysis/analyze.ts';
import { extract, locations } from '../../server/src/analysis/extract.ts';
import type { Language } from '../../server/src/report/model.ts';
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
