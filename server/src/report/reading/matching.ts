import {
  isHeadOfLabel,
  isHeadOfLongerLabel,
  type Label,
  labelsNear,
  labelsOf,
  longestKey,
  longestLabelAt,
} from '../../format/labels.ts';
import { isAmount } from '../../text/amount.ts';
import { fold, squeeze } from '../../text/fold.ts';
import { memo } from '../../text/memo.ts';
import { readNumeral } from '../../text/numeral.ts';
import { displayWidth } from '../../text/width.ts';
import type { Cell, Row } from '../model.ts';
import { splitAtSpaces } from './cells.ts';
import { choose, isHeadInTable, labelBegunBy, type TablePlace } from './place.ts';

/*
 * Which labels a cell holds: pure, from the cell and what stands before it. What follows from a match for the table
 * that is being read is `anchors.ts`.
 */

/** A label that has begun and whose tail may still come: `三、 本年度办` … `理结果`. */
export interface Begun {
  readonly key: string;
  /** What it is, once what has come of it can be but one label. */
  readonly label: Label | undefined;
  /** Where it began. */
  readonly cell: Cell;
}

/** What stands before a cell, as far as it decides what the cell is. */
export interface Context {
  readonly place: TablePlace;
  /** Oldest first. */
  readonly begun: readonly Begun[];
  /** Keys of the last whole labels, whose tails a page break may repeat. */
  readonly recent: readonly string[];
  /** Whether cells are set apart by spaces, which labels have inside too. */
  readonly spaced: boolean;
}

/** A part of a cell between spaces, with its key. */
export interface Word {
  readonly cell: Cell;
  readonly key: string;
}

/** What the words of a cell are. */
export type Match =
  /** A label. `open`: a longer one begins with it, so its tail may still come. */
  | {
      readonly kind: 'label';
      readonly label: Label;
      readonly key: string;
      readonly wording: Exclude<Row['wording'], 'guessed'>;
      readonly open: boolean;
    }
  /** The tail of the label that began at that index; together they have that key and are, so far, that label. */
  | { readonly kind: 'tail'; readonly of: number; readonly key: string; readonly label: Label | undefined }
  /** The tail of a label that is whole already. */
  | { readonly kind: 'repeated' }
  /** The head of a label, of that one if it can be no other. */
  | { readonly kind: 'head'; readonly key: string; readonly label: Label | undefined }
  /** Several labels without anything between them, and at the end perhaps the head of one more. */
  | {
      readonly kind: 'several';
      readonly labels: readonly { readonly key: string; readonly labels: readonly Label[] }[];
      readonly head: string;
    }
  /** Words each of which is a label or a piece of one, to be matched one by one. */
  | { readonly kind: 'words'; readonly words: readonly Word[] };

/** What a cell is; `other` is text that is no label. */
export type Meaning = Match | { readonly kind: 'value' | 'code' | 'other' };

/** Characters of program text that no label or value has: a text about reports is none. */
const CODE = /['`{};=]/;

/** Key of a text if it can be a label, empty for a value, undefined for program text. */
const keyOf = memo((text: string): string | undefined =>
  CODE.test(text) ? undefined : isAmount(text) ? '' : fold(text),
);

/** What a cell is, by its words and what stands before it; blank cells are values. */
export function meaningOf(cell: Cell, context: Context): Meaning {
  const key = cell.text === '' ? '' : keyOf(cell.text);
  if (key === undefined) return { kind: 'code' };
  if (key === '') return { kind: 'value' };
  return matchOf({ cell, key }, context) ?? { kind: 'other' };
}

/** What the words of a cell are as a label; undefined for none. */
export function matchOf(word: Word, context: Context): Match | undefined {
  const { cell, key } = word;
  if (isNumeral(cell.text, key)) return { kind: 'head', key, label: undefined };
  if (key.length > 2 * longestKey) return undefined;
  for (const recognise of recognisers) {
    const match = recognise(word, context);
    if (match !== undefined) return match;
  }
  return undefined;
}

/** A numeral that stands alone because a page break or a cell border cut its label off: `一、`, `1.`. */
function isNumeral(text: string, key: string): boolean {
  return key.length <= 2 && key !== text && readNumeral(`${squeeze(text)} `)?.length === squeeze(text).length;
}

type Recogniser = (word: Word, context: Context) => Match | undefined;

/** The ways to know a label, the surest first: the first that knows it decides. */
const recognisers: readonly Recogniser[] = [
  // Before the whole label: behind `（六）` the word `其他` (other) begins a row, alone it is a column.
  tailOfNumeral,
  wholeLabel,
  // Behind the whole label: `总计` (total) stands for itself, though `（七）总` waits for a tail.
  tailOfLabel,
  // Behind the tail: what goes on with a label that waits is no repetition.
  repeatedTail,
  // Behind all that may end a label: a tail can be the head of another one.
  headOfLabel,
  // From here on nothing is as in the official wording.
  labelBehindOtherNumeral,
  labelBeforeRemark,
  // Before several labels: pieces that spaces set apart have places of their own.
  wordsApart,
  severalLabels,
  // Last: it is near to a label only if it is none.
  labelWithSlip,
];

/** The label behind the numeral that was cut off from it: `（六）` and `其他`. */
function tailOfNumeral(word: Word, context: Context): Match | undefined {
  const numeral = context.begun.some(
    ({ key, label }) => label === undefined && key.length <= 2 && isHeadOfLabel(key + word.key),
  );
  return numeral ? tailOfLabel(word, context) : undefined;
}

function wholeLabel({ key }: Word, { place }: Context): Match | undefined {
  const label = choose(labelsOf(key) ?? [], place);
  if (label === undefined || isHeadInTable(key, label, place)) return undefined;
  return { kind: 'label', label, key, wording: label.wording, open: isHeadOfLongerLabel(key) };
}

/** A fragment that goes on with a label: with the nearest on the page, else with the latest. */
function tailOfLabel(word: Word, { begun, place }: Context): Match | undefined {
  const of = nearestBegun(word, begun);
  const head = begun[of];
  if (head === undefined) return undefined;
  const key = head.key + word.key;
  return { kind: 'tail', of, key, label: labelBegunBy(key, place) };
}

/** Index of the label that a fragment goes on with; -1 where there is none. */
function nearestBegun({ cell, key }: Word, begun: readonly Begun[]): number {
  let nearest = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let i = begun.length - 1; i >= 0; i--) {
    const head = begun[i];
    if (head === undefined || !isHeadOfLabel(head.key + key)) continue;
    // A numeral and one character tell too little.
    if (head.key.length + key.length < 3 && labelsOf(head.key + key) === undefined) continue;
    const away = distanceOnPage(cell, head.cell);
    if (away === undefined) return i;
    const reach = (displayWidth(cell.text) + displayWidth(head.cell.text)) / 2 + 2;
    if (away <= reach && away < least) [nearest, least] = [i, away];
  }
  return nearest;
}

/** Distance of the middles of two cells of a page, in the way of counting that brings them nearer. */
function distanceOnPage(a: Cell, b: Cell): number | undefined {
  if (a.extent === undefined || b.extent === undefined) return undefined;
  return Math.min(Math.abs(a.extent.display - b.extent.display), Math.abs(a.extent.characters - b.extent.characters));
}

function repeatedTail({ key }: Word, { recent }: Context): Match | undefined {
  return recent.some((known) => known.length > key.length && known.endsWith(key)) ? { kind: 'repeated' } : undefined;
}

/** The head of a label whose tail comes in a later cell, line or page. */
function headOfLabel({ key }: Word, { place }: Context): Match | undefined {
  if (key.length < 2 || !isHeadOfLabel(key)) return undefined;
  return { kind: 'head', key, label: labelBegunBy(key, place) };
}

/** A label with another numeral than its own: `（三）无法提供`. */
function labelBehindOtherNumeral({ cell }: Word, context: Context): Match | undefined {
  const numeral = readNumeral(cell.text);
  return numeral === undefined ? undefined : wholeLabel({ cell, key: fold(cell.text.slice(numeral.length)) }, context);
}

/** `规章 (市政府令)`, `现行有效件数(历史累计)`. */
const REMARK = /^(.+?)\s*[（([【][^（）()]*[)）\]】]\s*$/;

/** A label with a remark in brackets behind it. */
function labelBeforeRemark({ cell }: Word, { place }: Context): Match | undefined {
  const before = REMARK.exec(cell.text)?.[1];
  if (before === undefined) return undefined;
  const key = fold(before);
  const label = choose(labelsOf(key) ?? [], place);
  return label === undefined ? undefined : { kind: 'label', label, key, wording: 'glossed', open: false };
}

/** Labels and pieces of labels that a narrow page set side by side: `（三）不 4.保护第三方合法权`. */
function wordsApart({ cell }: Word, context: Context): Match | undefined {
  if (!context.spaced) return undefined;
  const words = splitAtSpaces(cell).map((part) => ({ cell: part, key: fold(part.text) }));
  if (words.length < 2 || !words.every(({ key }) => isPieceOfLabel(key, context))) return undefined;
  return { kind: 'words', words };
}

/** Whether a key can be the beginning of a label or go on with one that has begun. */
function isPieceOfLabel(key: string, { begun, recent }: Context): boolean {
  return (
    isHeadOfLabel(key) ||
    begun.some((head) => isHeadOfLabel(head.key + key)) ||
    recent.some((known) => known.endsWith(key))
  );
}

/** Several labels in one cell: `（三）不予公开 1.属于国家秘密`, `自然人 法人或其他组织 总计`. */
function severalLabels({ key }: Word): Match | undefined {
  const labels: { key: string; labels: readonly Label[] }[] = [];
  let at = 0;
  while (at < key.length) {
    const next = longestLabelAt(key, at);
    if (next === undefined) break;
    labels.push({ key: key.slice(at, at + next.length), labels: next.labels });
    at += next.length;
  }
  const head = key.slice(at);
  if (labels.length === 0 || (head !== '' && (head.length < 2 || !isHeadOfLabel(head)))) return undefined;
  return { kind: 'several', labels, head };
}

/** A label with a slip of the pen in it. */
function labelWithSlip({ key }: Word, { place }: Context): Match | undefined {
  const label = choose(labelsNear(key), place);
  return label === undefined ? undefined : { kind: 'label', label, key, wording: 'near', open: false };
}
