import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createTwoFilesPatch, OMIT_HEADERS } from 'diff';
import { describe, expect, it } from 'vitest';
import { type Analysis, analyze } from '../../server/src/analysis/analyze.ts';
import { fixAll } from '../../server/src/analysis/fix.ts';
import { languageOfName } from '../../server/src/input/language.ts';

const folder = fileURLToPath(new URL('../../samples', import.meta.url));
const samples = readdirSync(folder).filter((name) => /\.(?:txt|md)$/.test(name) && name !== 'README.md');

/** The findings of a text, a line each: `severity code line:column message`. */
function listed(analysis: Analysis): string {
  if (analysis.kind === 'other') return 'no report\n';
  const { report, findings } = analysis;
  return findings
    .map(({ severity, code, span, message }) => {
      const { line, character } = report.lines.positionAt(span.start);
      return `${severity} ${code} ${line + 1}:${character + 1} ${message}\n`;
    })
    .join('');
}

/** Renewed by `vitest run test/analysis/samples.test.ts -u`: read what changed as a drafter would. */
describe.each(samples)('%s', (name) => {
  const text = readFileSync(join(folder, name), 'utf8');
  const language = languageOfName(name);
  const fixed = fixAll(text, language);

  it('has these findings, and after all safe fixes those', async () => {
    await expect(listed(analyze(text, language))).toMatchFileSnapshot(`snapshots/${name}.before.txt`);
    await expect(listed(fixed.analysis)).toMatchFileSnapshot(`snapshots/${name}.after.txt`);
  });

  it('is changed so by the safe fixes', async () => {
    const diff = createTwoFilesPatch('', '', text, fixed.text, undefined, undefined, {
      context: 1,
      headerOptions: OMIT_HEADERS,
    });
    await expect(diff).toMatchFileSnapshot(`snapshots/${name}.diff`);
  });
});
