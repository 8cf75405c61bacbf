/** A source of numbers in [0, 1): the same seed gives the same numbers. */
export type Random = () => number;

/** A small generator (mulberry32) whose whole state is its seed, so that a failing damage can be made again. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** An integer from 0 to `below` − 1. */
export function below(random: Random, limit: number): number {
  return Math.floor(random() * limit);
}

/** One of the items; the list must hold one. */
export function pick<T>(random: Random, items: readonly T[]): T {
  const item = items[below(random, items.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}

/** About that share of the items, at least one where there is one, in their order. */
export function some<T>(random: Random, items: readonly T[], share: number): T[] {
  const chosen = items.filter(() => random() < share);
  return chosen.length > 0 || items.length === 0 ? chosen : [pick(random, items)];
}
