import * as fc from 'fast-check';
import { type Damage, damagesOf } from './damages.ts';
import { draftFor } from './judge.ts';
import { layouts } from './layouts.ts';
import { setInMarks, wraps } from './marks.ts';
import { randomOf } from './random.ts';
import { reportArb } from './report.ts';

/** Any UTF-16 text at all, halves of pairs included. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 300 }).map((units) => String.fromCharCode(...units)),
  fc
    .array(
      fc.constantFrom(
        ...'\t|\r\n 　一二三四五六、（）()1.0/—总计其他',
        '𠮷',
        '\ud842',
        '\udfb7',
        '规章',
        '行政许可',
        '<td>',
        '</table>',
        '<table>',
        '```',
        '| --- |',
        '第二十条第（一）项',
        '\ufeff',
        '总体情况',
        '**',
        '*',
        '_',
        '`',
        '[',
        '](a)',
        '\\',
        '<b>',
        '云川市水务局',
        '2026年1月20日',
      ),
      { maxLength: 200 },
    )
    .map((parts) => parts.join('')),
);

/** Reports in any layout, each with one of the damages. */
const generated = (suits: (damage: Damage) => boolean): fc.Arbitrary<string> =>
  fc
    .record({
      report: reportArb,
      layout: fc.constantFrom(...layouts),
      seed: fc.integer({ min: 0, max: 1e9 }),
      bom: fc.boolean(),
    })
    .map(({ report, layout, seed, bom }) => {
      const random = randomOf(seed);
      const own = damagesOf(layout).filter(suits);
      const damage = own[seed % own.length];
      const draft = draftFor(report, layout);
      const damaged = damage === undefined ? draft : damage.apply(draft, random);
      return layout.write(damaged, { heading: 'plain', lineEnd: '\n', bom, gap: seed % 2 === 0 ? 1 : 2 }).text;
    });

type Ruin = (text: string, at: number, size: number) => string;

const ruinsOfLines = (change: (lines: string[], at: number, size: number) => string[]): Ruin => {
  return (text, at, size) => {
    const lines = text.split('\n');
    return change(lines, at % lines.length, size).join('\n');
  };
};

/** What can happen to a text that knows nothing of reports. */
const ruins: readonly Ruin[] = [
  (text, at, size) => text.slice(at % (text.length + 1), (at % (text.length + 1)) + 40 * size),
  (text, at) => text.slice(0, at % (text.length + 1)),
  (text, at) => text.slice(at % (text.length + 1)),
  ruinsOfLines((lines, at, size) => lines.filter((_, i) => i < at || i >= at + size)),
  ruinsOfLines((lines, at, size) => lines.toSpliced(at, 0, ...lines.slice(at, at + size))),
  ruinsOfLines((lines, at) => [...lines.slice(at), ...lines.slice(0, at)]),
  ruinsOfLines((lines, at, size) =>
    lines
      .map((line, i) => ({ line, key: (i * (2 * size + 1) + at) % 101 }))
      .sort((a, b) => a.key - b.key)
      .map(({ line }) => line),
  ),
  (text, at) => `${text.slice(0, at % text.length)}\ud842${text.slice((at % text.length) + 1)}`,
  (text, at) => `${text.slice(0, at % text.length)}𠮷\udfb7${text.slice(at % text.length)}`,
  (text, at, size) => text.replaceAll('\n', ['\r\n', '\r', '\n\r', '\u2028', '\u0085'][(at + size) % 5] ?? '\n'),
  (text, at, size) => [...text].map((char, i) => (char === '\n' && (i + at) % (size + 1) === 0 ? '\r' : char)).join(''),
  (text, at, size) =>
    text.replace(/\d/g, (digit, i: number) =>
      (i + at) % (size + 2) === 0 ? (['-', '，', '九', '', '9999999999999999999'][i % 5] ?? '') : digit,
    ),
  (text, at) => text.replaceAll(['\t', '|', ' ', '<td>', '</tr>', '一'][at % 6] ?? ' ', ''),
  ...wraps.map(
    ({ wrap }): Ruin =>
      (text, at, size) =>
        setInMarks(text, wrap, randomOf(at), size / 30),
  ),
  (text) => text + text,
  (text) => `\ufeff\ufeff${text}`,
];

/**
 * Reports after things that befall any text, one to four of them.
 * @param suits the damages that may have befallen the report before
 */
export function ruinedBy(suits: (damage: Damage) => boolean): fc.Arbitrary<string> {
  return fc
    .tuple(
      generated(suits),
      fc.array(fc.tuple(fc.constantFrom(...ruins), fc.nat(5000), fc.integer({ min: 1, max: 30 })), {
        minLength: 1,
        maxLength: 4,
      }),
    )
    .map(([text, steps]) =>
      steps.reduce((ruined, [ruin, at, size]) => (ruined === '' ? '' : ruin(ruined, at, size)), text),
    );
}

/** Reports after any damage and things that befall any text. */
export const ruinedText: fc.Arbitrary<string> = ruinedBy(() => true);
