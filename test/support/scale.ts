import * as fc from 'fast-check';
import { damages } from './damages.ts';
import { plain, type Written } from './document.ts';
import { type Draft, draftOf } from './draft.ts';
import { layouts } from './layouts.ts';
import { randomOf } from './random.ts';
import { reportArb } from './report.ts';

const sentences = '各科室按照职责分工推进公开工作，组织自查2次，发现问题7个，均已整改。';

/**
 * A document of at least that many lines: a report, and behind it the damaged tables of the bodies under it, with
 * prose between them, in every layout of lines in turn.
 */
export function longDocument(lines: number): { readonly draft: Draft; readonly written: Written } {
  const reports = fc.sample(reportArb, { numRuns: 60, seed: 5 }).filter((report) => report.format === '2021');
  const [first, ...others] = reports;
  if (first === undefined) throw new Error('no report drawn');
  const draft = draftOf({ ...first, contents: 'none', signature: [] });
  const own = layouts.filter((layout) => layout.language !== 'html' && layout.shape !== 'html');
  const tabs = own.find((layout) => layout.shape === 'tab');
  const written = tabs?.write(draft, plain);
  if (written === undefined) throw new Error('no layout of tabs');
  const parts = [written.text, ''];
  let count = written.text.split('\n').length;
  for (let i = 0; count < lines; i++) {
    const report = others[i % others.length];
    const layout = own[i % own.length];
    if (report === undefined || layout === undefined) throw new Error('nothing to add');
    const fitting = damages.filter((damage) => damage.shapes.includes(layout.shape) && damage.kind !== 'heading');
    const damage = fitting[i % fitting.length];
    const base = draftOf({ ...report, title: [], preface: [], contents: 'none', sections: [], signature: [] });
    const damaged = damage === undefined ? base : damage.apply(base, randomOf(i));
    const annex = damaged.tables.map(
      (table) =>
        `附件${i + 1}：所属单位统计表。\n\n${sentences.repeat(1 + (i % 5))}\n\n${layout.table?.(table) ?? ''}\n`,
    );
    parts.push(...annex);
    count += annex.join('\n').split('\n').length;
  }
  return { draft, written: { text: parts.join('\n'), sections: written.sections } };
}
