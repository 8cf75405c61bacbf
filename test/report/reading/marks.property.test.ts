import { describe, expect, it } from 'vitest';
import { analyze } from '../../../server/src/analysis/analyze.ts';
import { extract } from '../../../server/src/analysis/extract.ts';
import { corpusFolders, goldFiles, samplesFolder } from '../../support/gold.ts';
import { setInMarks, wraps } from '../../support/marks.ts';
import { randomOf } from '../../support/random.ts';
import { runs, seed } from '../../support/runs.ts';

const samples = goldFiles(samplesFolder);
const files = [...samples, ...corpusFolders.flatMap(goldFiles)].filter(({ language }) => language !== 'html');

/** Codes of what a line looks like on the page, which marks change. */
const LOOKS = new Set(['table-layout']);

/** What is read of a draft and said of it, places left out. */
function said(text: string) {
  const analysis = analyze(text, 'markdown');
  if (analysis.kind === 'other') return undefined;
  const { report, findings } = analysis;
  return {
    data: extract(report),
    paragraphs: report.paragraphs.map((paragraph) => paragraph.text),
    findings: findings
      .filter(({ code }) => !LOOKS.has(code))
      .map(({ code, severity, message }) => `${severity} ${code} ${message}`),
  };
}

describe.each(files.map((file) => [file.name, file] as const))('%s', (_, file) => {
  const { text } = file;
  it.each(wraps)('reads as without it: $name', ({ wrap }) => {
    const plain = said(text);
    for (let run = 0; run < runs(8).numRuns; run++) {
      const marked = setInMarks(text, wrap, randomOf(seed + run), run % 2 === 0 ? 1 : 0.1);
      const now = said(marked);
      expect(now?.data).toEqual(plain?.data);
      expect(now?.paragraphs).toEqual(plain?.paragraphs);
      if (samples.includes(file)) expect(now?.findings).toEqual(plain?.findings);
    }
  });
});
