import type { Row, Table, Value } from '../model.ts';

/** Fewest columns of a row whose one number may be several. */
const WIDTH = 3;
/** Digits that a row's numbers have at least, run together. */
const DIGITS = 4;

/**
 * Rows whose one number is as many as the row has columns, run together in its first cell: `89741888` beside two blank
 * cells, where no other row has a blank one. No relation tells such a table's numbers, 件.
 */
export function rowsRunTogether({ rows, format }: Table): readonly Row[] {
  if (format.relations.length > 0) return [];
  const wide = rows.filter(({ shape }) => shape.slots.length >= WIDTH);
  const together = wide.filter(({ values: [first, ...others] }) => isLong(first) && others.every(isBlank));
  const whole = wide.every((row) => together.includes(row) || !row.values.some(isBlank));
  return whole && together.length < wide.length ? together : [];
}

function isLong(value: Value | undefined): boolean {
  return value?.amount.kind === 'number' && new RegExp(`^\\d{${DIGITS},}$`).test(value.cell?.text ?? '');
}

function isBlank({ amount }: Value): boolean {
  return amount.kind === 'blank';
}
