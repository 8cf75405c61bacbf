import type { Report } from '../report/model.ts';
import { INVISIBLE } from '../text/fold.ts';
import { applyEdits, type Edit, type Span } from '../text/span.ts';
import { verbatimIn } from './verbatim.ts';

/** A kind of damage that copying does to characters, and what it was before. */
interface CharacterRepair {
  readonly pattern: RegExp;
  readonly text: (match: RegExpExecArray) => string;
}

const narrow = (char: string): string => String.fromCharCode(char.charCodeAt(0) - 0xfee0);

const repairs: readonly CharacterRepair[] = [
  { pattern: new RegExp(INVISIBLE.source, 'g'), text: () => '' },
  // Radicals that look like characters: `⽂⼯` of PDF text layers.
  { pattern: /[\u2e80-\u2fdf\uf900-\ufaff]+/g, text: ([all]) => all.normalize('NFKC') },
  { pattern: /[０-９]+(?:．[０-９]+)?/g, text: ([all]) => [...all].map(narrow).join('') },
  // Dates: `2025 年 3 月 27 日`, `2025 年`
  {
    pattern: /(?<!\d)(20\d\d)[ \u00a0]*年(?:[ \u00a0]*(\d{1,2})[ \u00a0]*月(?:[ \u00a0]*(\d{1,2})[ \u00a0]*日)?)?/g,
    text: ([, year, month, day]) =>
      `${year}年${month === undefined ? '' : `${month}月`}${day === undefined ? '' : `${day}日`}`,
  },
  // Numbers of documents: `〔2018〕 59 号`, `（2018）59号`, `〔2018)59 号`
  {
    pattern: /(?<=[\u4e00-\u9fff])[〔[（(【](20\d\d)[〕\]）)】][ \u00a0]*(第?)[ \u00a0]*(\d{1,4})[ \u00a0]*号/g,
    text: ([, year, ordinal, number]) => `〔${year}〕${ordinal}${number}号`,
  },
  // Numbers of decrees: `第 711 号`
  {
    pattern: /第[ \u00a0]+(\d{1,4})[ \u00a0]*号|第(\d{1,4})[ \u00a0]+号/g,
    text: ([, one, two]) => `第${one ?? two}号`,
  },
];

/**
 * Repairs what copying did to the characters of a text: invisible characters, radicals for characters, full-width
 * digits, spaces in dates, brackets and spaces in document numbers. A number's value never changes, nor do comments
 * and blocks of code.
 * @param within only there; all where it is undefined
 */
export function cleanCharacters({ text, parts }: Pick<Report, 'text' | 'parts'>, within?: Span): string {
  const part = within ?? { start: 0, end: text.length };
  let result = text.slice(0, part.start);
  let at = part.start;
  for (const { start, end } of verbatimIn(parts).gaps(part)) {
    result += text.slice(at, start) + repaired(text.slice(start, end));
    at = end;
  }
  return result + text.slice(at);
}

function repaired(text: string): string {
  return repairs.reduce((current, { pattern, text: textFor }) => {
    const edits: Edit[] = [];
    for (const match of current.matchAll(pattern)) {
      const written = textFor(match);
      if (written !== match[0])
        edits.push({ span: { start: match.index, end: match.index + match[0].length }, text: written });
    }
    return applyEdits(current, edits);
  }, text);
}
