/**
 * Number of the items at the start of a list for which something holds, by binary search.
 * @param holds holds for no item behind one for which it does not: `({ start }) => start <= offset` of spans in order
 */
export function countWhile<T>(items: readonly T[], holds: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(items[middle] as T)) low = middle + 1;
    else high = middle;
  }
  return low;
}
