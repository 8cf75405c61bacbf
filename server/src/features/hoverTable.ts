import type { Head, Note } from '../format/schema.ts';
import { leaves } from '../format/shape.ts';
import { balancesOf, describe } from '../report/facts/balance.ts';
import { reasons, type State } from '../report/facts/verdict.ts';
import type { Row, Table, Value } from '../report/model.ts';

/** Signs for what holds, fails, and cannot be judged. */
export const MARKS: Readonly<Record<State, string>> = { holds: '✓', fails: '✗', unjudged: '–' };

/**
 * What there is to know of a value cell, as Markdown: its row and column in official words, how it is to be filled in,
 * and each relation through it with the actual figures.
 */
export function hoverValue(value: Value, row: Row, table: Table): string {
  const { slot } = value;
  const path = [...row.shape.groups, ...(row.shape.head === undefined ? [] : [row.shape.head])];
  const column = leaves(row.shape.block.columns).find(({ head, parents }) =>
    row.shape.head === undefined
      ? head.id === slot.column && parents[parents.length - 1]?.id === slot.row
      : head.id === slot.column,
  );
  const columnPath = column === undefined ? [] : [...column.parents, column.head];
  const title = [...path, ...columnPath].map(({ label }) => label).join(' › ');
  const notes = [...path, ...columnPath].flatMap(({ note }) => (note === undefined ? [] : [noteLine(note)]));
  const relations = balancesOf(table)
    .filter(({ equation }) => [...equation.left, ...equation.right].includes(slot))
    .map(
      (balance) =>
        `- ${MARKS[balance.state]} ${describe(balance, table)}${balance.reason === undefined ? '' : `（${reasons[balance.reason]}，未核对）`}`,
    );
  return [`**${table.format.name}**　${title}`, ...notes, relations.join('\n')]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** What there is to know of a row, as Markdown: its full label, what it counts and on what clause. */
export function hoverLabel(row: Row, table: Table): string {
  const path: readonly Head[] = [...row.shape.groups, ...(row.shape.head === undefined ? [] : [row.shape.head])];
  const notes = path.flatMap(({ note }) => (note === undefined ? [] : [noteLine(note)]));
  return [`**${table.format.name}**　${path.map(({ label }) => label).join(' › ')}`, ...notes].join('\n\n');
}

function noteLine({ text, source }: Note): string {
  return `${text}（${source}）`;
}
