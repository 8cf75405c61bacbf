import type { ValueKind } from '../../format/schema.ts';

/*
 * Digits of neighbouring cells that run together, cut into as many numbers as a row has. Pure: from a text and the
 * kinds of its numbers.
 */

/** A number in a text. */
export interface Cut {
  readonly from: number;
  readonly to: number;
  /** In 万元 where it is money. */
  readonly value: number;
}

/** Between numbers of a row: those on the left add up to that at `total`. */
export interface Sum {
  readonly parts: readonly number[];
  readonly total: number;
}

/** More ways than that are no help: then nothing is known of the row. */
export const MOST_CUTS = 3000;

/** Digits without a zero in front; money with a fraction and unit, a change with a sign: `251000元`, `-18`. */
const NUMBERS: Readonly<Record<ValueKind, RegExp>> = {
  count: /^(?:0|[1-9]\d*)$/,
  change: /^(?:0|[+\-−]?[1-9]\d*|[+\-−]0)$/,
  money: /^(?:0|[1-9]\d*)(?:\.\d+)?(?:万?元)?$/,
};
/** Longest number that a report has: `33633789.63万元`. */
const LONGEST = 16;

/**
 * All ways to cut a text into numbers of these kinds, white space always between two of them.
 * @param sums relations inside the row: where some way holds them all, only such ways are given
 * @returns undefined where there are too many
 */
export function cutsOf(
  text: string,
  kinds: readonly ValueKind[],
  sums: readonly Sum[],
): readonly (readonly Cut[])[] | undefined {
  const holding = search(text, kinds, sums);
  if (holding === undefined || holding.length > 0 || sums.length === 0) return holding;
  return search(text, kinds, []);
}

function search(text: string, kinds: readonly ValueKind[], sums: readonly Sum[]): (readonly Cut[])[] | undefined {
  const found: (readonly Cut[])[] = [];
  // For each number the relations that are whole once it is there.
  const due = kinds.map((_, at) => sums.filter(({ parts, total }) => Math.max(total, ...parts) === at));
  const extend = (from: number, cuts: readonly Cut[]): boolean => {
    const start = skipSpace(text, from);
    if (cuts.length === kinds.length) {
      if (start === text.length) found.push(cuts);
      return found.length <= MOST_CUTS;
    }
    for (const cut of numbersFrom(text, start, kinds[cuts.length] ?? 'count')) {
      const more = [...cuts, cut];
      const holds = due[cuts.length]?.every((sum) => isHeld(sum, more)) ?? true;
      if (holds && !extend(cut.to, more)) return false;
    }
    return true;
  };
  return extend(0, []) ? found : undefined;
}

function isHeld({ parts, total }: Sum, cuts: readonly Cut[]): boolean {
  return parts.reduce((sum, at) => sum + (cuts[at]?.value ?? 0), 0) === cuts[total]?.value;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charAt(at).trim() === '') at++;
  return at;
}

/** The numbers that can begin at an offset. */
function numbersFrom(text: string, from: number, kind: ValueKind): Cut[] {
  const cuts: Cut[] = [];
  for (let to = from + 1; to <= Math.min(text.length, from + LONGEST); to++) {
    const digits = text.slice(from, to);
    if (/\s/.test(digits)) break;
    // A fraction and a unit belong to the number before them.
    if (!NUMBERS[kind].test(digits) || /^(?:\.|万|元)/.test(text.slice(to))) continue;
    cuts.push({ from, to, value: numberOf(digits) });
  }
  return cuts;
}

function numberOf(digits: string): number {
  const number = Number.parseFloat(digits.replace('−', '-'));
  return /\d元$/.test(digits) ? number / 10_000 : number;
}
