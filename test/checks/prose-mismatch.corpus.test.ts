import { describe, expect, it } from 'vitest';
import type { Finding } from '../../server/src/checks/check.ts';
import { checkProse } from '../../server/src/checks/prose-mismatch.ts';
import { bindingsOf } from '../../server/src/report/facts/statements/bindings.ts';
import type { Report } from '../../server/src/report/model.ts';
import { reportIn } from '../support/check.ts';
import { corpusFolders, type GoldFile, goldFiles, samplesFolder } from '../support/gold.ts';

const folders = [samplesFolder, ...corpusFolders];
/** Reports whose numbers are right: of others the gold names the faults. */
const drafts = folders.flatMap(goldFiles).filter(({ gold }) => (gold.faults ?? []).length === 0);

function mismatches(report: Report): readonly Finding[] {
  return [...checkProse.run(report)];
}

describe.each(drafts)('numbers of the text in $name', ({ text, language }) => {
  it('agree with the tables and with each other', () => {
    const wrong = mismatches(reportIn(text, language)).filter(({ severity }) => severity !== 'information');
    expect(wrong.map(({ message }) => message)).toEqual([]);
  });

  it('are found wherever one is changed', () => {
    const numbers = bindingsOf(reportIn(text, language)).filter(
      ({ statement, state }) => state === 'holds' && statement.quantity !== undefined,
    );
    for (const { span } of numbers) {
      const written = text.slice(span.start, span.end);
      const other = String(Number(written.normalize('NFKC').replace(/\s/g, '')) + 7777);
      const changed = text.slice(0, span.start) + other + text.slice(span.end);
      expect([written, mismatches(reportIn(changed, language)).map((finding) => finding.span.start)]).toEqual([
        written,
        expect.arrayContaining([span.start]),
      ]);
    }
  });
});

/** Forms of reports whose tables no program reads for certain: there nothing is judged. */
const TORN = /\.(?:glued|pdf-raw|pdf-layout)\.txt$/;
/** What is said of a number that stands for itself, `no cell in the 2019 form`, or is the sum of others of the text. */
const UNBOUND = /^no cell|parts|\d\+\d/;

/** A number as it stands in a text: blanks may stand anywhere in its words. */
function placeOf(text: string, quote: string, value: number | string) {
  const loose = [...quote.replace(/\s/g, '')]
    .map((char) => char.replace(/[.*+?^${}()|[\]\\（）]/g, '.'))
    .join('[\\s\u3000]*');
  const match = new RegExp(loose).exec(text.replace(/<[^<>]*>/g, (tag) => ' '.repeat(tag.length)));
  const number = String(value).replace('%', '');
  const within = match === null ? '' : text.slice(match.index, match.index + match[0].length);
  const at = within.search(new RegExp(`(?<![\\d.])${number.replace('.', '\\.')}(?![\\d.])`));
  return match === null || at < 0 ? undefined : { start: match.index + at, end: match.index + at + number.length };
}

/** Other numbers in its place: one far off, one more, one with a digit too many, the digits the other way round. */
function othersThan(value: number | string): string[] {
  const number = Number(String(value).replace('%', ''));
  const decimals = /\.(\d+)/.exec(String(value))?.[1]?.length ?? 0;
  const turned = Number([...String(number)].reverse().join(''));
  const others = [number + 77, number + 10 ** -decimals * 3, number * 10 + 3, turned];
  return others.map((other) => String(Number(other.toFixed(decimals)))).filter((other) => Number(other) !== number);
}

/** How many changes of the numbers that gold binds are found, and which are not. */
function tried({ text, language, gold }: GoldFile) {
  const report = reportIn(text, language);
  const known = new Set(mismatches(report).map(({ message }) => message));
  // By a cell that is not read for certain nothing is judged.
  const open = new Set(
    bindingsOf(report).flatMap(({ reason, span }) => (reason === 'row-unclear' ? [span.start] : [])),
  );
  const missed: string[] = [];
  let all = 0;
  for (const { quote, value, refers_to, equal } of gold.numbersOfText ?? []) {
    const place = placeOf(text, quote, value);
    if (equal !== true || UNBOUND.test(refers_to) || place === undefined || open.has(place.start)) continue;
    for (const other of othersThan(value)) {
      const changed = text.slice(0, place.start) + other + text.slice(place.end);
      all++;
      const found = mismatches(reportIn(changed, language)).some(({ message }) => !known.has(message));
      if (!found) missed.push(`${quote} → ${other}`);
    }
  }
  return { all, missed };
}

const told = folders
  .flatMap(goldFiles)
  .filter(({ name, gold }) => !TORN.test(name) && (gold.numbersOfText ?? []).length > 0);

describe.each(told.length > 0 ? ['numbers that readers of real reports bound'] : [])('%s', () => {
  it('are found in at least 98 of 100 changes', () => {
    const results = told.map((file) => ({ name: file.name, ...tried(file) }));
    const all = results.reduce((sum, result) => sum + result.all, 0);
    const missed = results.flatMap(({ name, missed }) => missed.map((words) => `${name}: ${words}`));
    expect(all).toBeGreaterThan(100);
    expect({ share: 1 - missed.length / all, missed }).toSatisfy(({ share }: { share: number }) => share >= 0.98);
  });
});
