import { counters, countless } from '../../format/wording.ts';
import type { Slip } from './slip.ts';

const NUMBER = '(?<![\\d.,])(?:\\d{1,3}(?:,\\d{3})+|\\d+)';
/** `205余条` (more than 205 items), `1,142多篇`; not `205余万` (205 ten thousands and more). */
const MORE = new RegExp(`(${NUMBER})\\s?([余多])(?=\\s?(?:${counters}|元))`, 'g');
/** `近137件` (nearly 137 pieces); not `近300个`, `近135天` (the last 135 days), `附近` (near). */
const NEARLY = new RegExp(`(?<![最附邻就靠接临亲将新远切])近\\s?(\\d{3,})(?=\\s?(?:${counters}))(?!\\s?个月)`, 'g');
/** `137件左右` (about 137 pieces). */
const ABOUT = new RegExp(`(${NUMBER})\\s?(?:${counters})?左右`, 'g');
/** From this number on an exact one is no round one: `15天左右` is. */
const EXACT = 100;

/** Exact numbers that are told as rough ones. */
export function roughSlips(text: string): readonly Slip[] {
  if (!/\d\s?[余多]|近\s?\d|左右/.test(text)) return [];
  const found: Slip[] = [];
  for (const match of text.matchAll(MORE)) {
    const [all, number = '', word = ''] = match;
    // `20余处` and `300多条` count in tens.
    if (number.length > 1 && !number.endsWith('0')) found.push(roughSlip(match.index, all, number, word));
  }
  for (const match of text.matchAll(NEARLY)) {
    const [all, number = ''] = match;
    if (!number.endsWith('0')) found.push(roughSlip(match.index, all, number, '近'));
  }
  for (const match of text.matchAll(ABOUT)) {
    const [all, number = ''] = match;
    const value = Number(number.replaceAll(',', ''));
    if (value > EXACT && !number.endsWith('0')) found.push(roughSlip(match.index, all, number, '左右'));
  }
  return found;
}

function roughSlip(from: number, all: string, number: string, word: string): Slip {
  const at = from + all.lastIndexOf(word);
  return {
    from,
    to: from + all.length,
    message: `${number}是确数，不应再说“${word}”，请删去“${word}”或者改为约数`,
    correction: { title: `删去“${word}”`, from: at, to: at + word.length, text: '', safe: false },
  };
}

/** `截止2025年底` (up to the end of 2025), `截止目前`; not `截止日期` (deadline), `截止到12月31日`. */
const UNTIL = /截止(?=\s?(?:目前|今年|当年|本年|年底|20\d\d\s?年|\d{1,2}\s?月))/g;

/** 截止 (to end) where 截至 (up to) is meant. */
export function untilSlips(text: string): readonly Slip[] {
  if (!text.includes('截止')) return [];
  return [...text.matchAll(UNTIL)].map(({ index }) => ({
    from: index,
    to: index + 2,
    message: '日期之前应为“截至”，“截止”不能直接带日期',
    correction: { title: '改为“截至”', from: index, to: index + 2, text: '截至', safe: true },
  }));
}

/** An item of a list, by its offsets, its number and its counting word. */
interface Item {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly number: string | undefined;
  readonly unit: string | undefined;
}

/** `施工许可证76条` (76 building permits), `类信息 45` (information of a kind: 45), `企业资质条` (qualifications, _ items). */
const ITEM = new RegExp(`(?<=[^\\d.,:/A-Za-z第-])(\\d[\\d,]*)?\\s?(${counters})?(?:[（(][^（）()]*[）)])?$`);
const SENTENCE = /[^。；;]+/g;
const PART = /[^、，,]+/g;
/** `76条`, `1, 条`: what ends in a number with a counting word holds this. */
const COUNTED = new RegExp(`[\\d,]\\s?(?:${counters})`, 'g');

/** Items of a list that lack the number or the counting word which those around them have. */
export function listSlips(text: string): readonly Slip[] {
  if (!/\d\D{2,30}\d/.test(text)) return [];
  return [...text.matchAll(SENTENCE)].flatMap(({ 0: sentence, index }) => {
    // An item lacks what two around it have.
    if ((sentence.match(COUNTED)?.length ?? 0) < 2) return [];
    const items = [...sentence.matchAll(PART)].map((part) => itemOf(part[0], index + part.index));
    return items.flatMap((item, i) => lackOf(item, items[i - 1], items[i + 1], items[i + 2]));
  });
}

function itemOf(part: string, from: number): Item {
  const text = part.trimEnd();
  const [, number, unit] = ITEM.exec(text) ?? [];
  return { from: from + (text.length - text.trimStart().length), to: from + text.length, text, number, unit };
}

/** The counting word of an item that has a number too. */
function unitOf(item: Item | undefined): string | undefined {
  return item?.number === undefined ? undefined : item.unit;
}

function lackOf(
  item: Item,
  before: Item | undefined,
  after: Item | undefined,
  next: Item | undefined,
): readonly Slip[] {
  const { from, to, text, number, unit } = item;
  const shared = unitOf(after);
  if (shared === undefined || (unitOf(before) !== shared && unitOf(next) !== shared)) return [];
  if (number === undefined && unit === shared && isLeftOut(text, unit)) {
    const start = Math.max(from, to - SHOWN);
    return [{ from: start, to, message: `“${text.slice(-SHOWN)}”缺少数字，前后各项都有，请补上` }];
  }
  if (number === undefined || unit !== undefined || unitOf(before) !== shared || !/[\u4e00-\u9fff”]\s?\d+$/.test(text))
    return [];
  const start = to - number.length;
  return [
    {
      from: start,
      to,
      message: `“${text.slice(-SHOWN).trimStart()}”缺少“${shared}”，前后各项都有，请补上`,
      correction: { title: `补上“${shared}”`, from: start, to, text: number + shared, safe: false },
    },
  ];
}

/** Characters of an item that a message shows. */
const SHOWN = 10;

/** Whether an item ends in a counting word before which a number was left out. */
function isLeftOut(text: string, unit: string): boolean {
  if (unit !== '条' && unit !== '件' && unit !== '篇' && unit !== '份' && unit !== '次') return false;
  return (
    text.length > 4 &&
    !/\d/.test(text) &&
    !countless.test(text) &&
    !/[一二两三四五六七八九十百千几多数各余干]\S$/.test(text)
  );
}
