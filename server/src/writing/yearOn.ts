import { narrowText } from '../report/reading/prose.ts';
import { toYear } from '../report/reading/years.ts';

/** A part of a text and what takes its place. */
export interface Change {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The years that a report is brought from and to. */
export interface Rolling {
  readonly from: number;
  readonly to: number;
}

/** A number that is to be written anew, as templates have it; where its neighbours would hide it, in brackets. */
const NUMBER = 'XX';
const BRACKETED = '【待填】';

/** Years around the report's own that move with it; others are those of laws and plans. */
const REACH = 2;

/**
 * What stays as it is: tags; names and numbers of documents, `《2025年政务公开工作要点》`, `〔2021〕30号`, `第711号`; spans of
 * years, `2021—2025年`; when a law was made, `2019年修订`; telephones, `0000-5550123`, `13900000000`; numbers of items,
 * `2.`, `（1）`; working days and hours, `20个工作日`, `24小时`; words with letters and signs, `5G`, `1+X`, `12345热线`; what
 * is no count, `高效办成一件事`, `一次性告知`, `每一件`.
 */
const KEPT = [
  '<[^>]*>',
  '《[^》]*》',
  '[〔[(]20\\d\\d[〕\\])]\\s?第?\\d+\\s?号',
  '第\\s?(?:\\d+|[一二三四五六七八九十百]+)',
  '20\\d\\d\\s?年?\\s?[-—–~～至]{1,2}\\s?20\\d\\d(?!\\s?年\\s?\\d)',
  '20\\d\\d年(?:\\d{1,2}月(?:\\d{1,2}日)?)?(?:新?修[订正]|起?施行|颁布)',
  '\\d{3,4}-\\d{7,8}',
  '(?<!\\d)1[3-9]\\d{9}(?!\\d)',
  '(?<!\\d)12\\d{3}(?!\\d|\\s?[条件次份篇场项个人万元,])',
  '(?:^\\s*|(?<=[。;；:,，]\\s?))\\d{1,2}[.、)](?!\\d)',
  '[(]\\d{1,2}[)]',
  '\\d+\\s?(?:个工作日|小时|[号+])',
  '[每逐同任某这那各哪唯][一二三]|一(?:件事|次性|次办|条龙|项项|件件|条条)',
  '[A-Za-z][\\w.@:/+-]*\\d[\\w.@:/-]*|\\d+[A-Za-z][\\w]*',
].join('|');

/** `2025年3月15日`, `2025年3月`, `2025年度`, `二〇二五年`; of several the last bears the word: `2024、2025年`. */
const YEAR =
  '(?<year>20\\d\\d|二[〇零○][〇零○一二三四五六七八九]{2})(?<rest>\\s?年|(?=\\s?[、和与]\\s?20\\d\\d\\s?年))';
/** `3月15日`, `3月`; the first and the last day of a year are those of any year. */
const DAY =
  '(?<edge>0?1\\s?月\\s?0?1\\s?[日号]|12\\s?月\\s?31\\s?[日号])|\\d{1,2}\\s?月(?<day>\\s?\\d{1,2}\\s?[日号])?';
/** `326`, `1,203.5`, `12.5%`, `10-15` */
const FIGURE = '(?<figure>\\d+(?:,\\d{3})*(?:\\.\\d+)?(?:\\s?[-—~～]\\s?\\d+(?:\\.\\d+)?)?)';
/** `八十七件`, `百分之十二`: counted in Chinese numerals. */
const SPELT =
  '(?<percent>百分之[一二三四五六七八九十百零〇点]+)|(?<spelt>[一二两三四五六七八九十百千万零〇]+)(?=\\s?余?(?:条|件|次|份|篇|场|宗|元|项|人次))';
/** `326条`: what a number counts. */
const COUNTED = '(?=\\s?[余多]?\\s?[万亿]?\\s?(?:条|件|次|份|篇|场|宗|元|项|人次|[%％]))';

const ALL = new RegExp(`${KEPT}|${YEAR}|${DAY}|${SPELT}|${FIGURE}`, 'g');
const COUNTS = new RegExp(`${KEPT}|${YEAR}|${DAY}|${SPELT}|${FIGURE}${COUNTED}`, 'g');

/**
 * What a text of last year's report says of its year, for the new one: years near the report's own move with it, dates
 * become places to fill in, and so do its numbers.
 * @param numbers all numbers, or those that count something: the address of a body is not what a year is told by
 */
export function yearOn(text: string, { from: old, to: wanted }: Rolling, numbers: 'all' | 'counts'): readonly Change[] {
  const narrow = narrowText(text);
  const changes: Change[] = [];
  for (const match of narrow.matchAll(numbers === 'all' ? ALL : COUNTS)) {
    const { year, rest = '', edge, day, figure, spelt, percent } = match.groups ?? {};
    const [whole] = match;
    const from = match.index;
    const to = from + whole.length;
    if (year !== undefined) {
      const named = readYear(year);
      if (Math.abs(named - old) <= REACH && wanted !== old) {
        changes.push({ from, to, text: toYear(named + wanted - old, year) + text.slice(to - rest.length, to) });
      }
    } else if (figure !== undefined) {
      const isHidden = /[\w/.@:-]$/.test(narrow.slice(0, from)) || /^[\w/.@:-]/.test(narrow.slice(to, to + 1));
      changes.push({ from, to, text: isHidden ? BRACKETED : NUMBER });
    } else if (spelt !== undefined || percent !== undefined) {
      changes.push({ from, to, text: percent === undefined ? NUMBER : `${NUMBER}%` });
    } else if (edge === undefined && /^\d{1,2}\s?月/.test(whole)) {
      changes.push({ from, to, text: day === undefined ? 'X月' : 'X月X日' });
    }
  }
  return changes;
}

/** `2025`, `二〇二五` */
function readYear(digits: string): number {
  return Number(digits.replace(/[^\d]/g, (digit) => String(Math.max(0, '〇一二三四五六七八九'.indexOf(digit)))));
}
