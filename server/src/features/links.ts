import { balancesOf, cellName } from '../report/facts/balance.ts';
import { type Binding, bindingsOf } from '../report/facts/statements/bindings.ts';
import { type Report, type Table, type Value, valueAt } from '../report/model.ts';
import { type Span, touches } from '../text/span.ts';
import { placeAt } from './at.ts';

/** A place that belongs to another one: the cell of a number in the text, a part of a total. */
export interface Link {
  readonly span: Span;
  readonly name: string;
}

/** What belongs to the number at an offset. */
export interface Links {
  /** The number itself. */
  readonly origin: Span;
  /** Where its value comes from: of a number in the text its cells, of a total its parts. */
  readonly sources: readonly Link[];
  /** What rests on it: of a cell the numbers in the text that name it and the totals that it is a part of. */
  readonly uses: readonly Link[];
}

/** The links of the number at an offset, in a cell or in the text; undefined where there is none. */
export function linksAt(report: Report, offset: number): Links | undefined {
  const binding = bindingAt(report, offset);
  if (binding !== undefined) return { origin: binding.span, sources: cellsOf(binding), uses: [] };
  const place = placeAt(report, offset);
  if (place?.kind !== 'value') return undefined;
  const { value, table } = place;
  return {
    origin: place.span,
    sources: partsOf(value, table),
    uses: [...statementsOf(value, report), ...totalsOf(value, table)],
  };
}

/** The statement of the text whose number, or words that stand for one, an offset touches. */
export function bindingAt(report: Report, offset: number): Binding | undefined {
  return bindingsOf(report).find(({ span }) => touches(span, offset));
}

/** The cells that a statement of the text is held against. */
function cellsOf({ reading }: Binding): Link[] {
  if (reading === undefined) return [];
  const { table, plus, minus } = reading;
  return [...plus, ...minus].flatMap((value) => linkOf(value, table));
}

function linkOf(value: Value | undefined, table: Table): Link[] {
  return value?.cell === undefined
    ? []
    : [{ span: value.cell.span, name: `${table.format.name}${cellName(value.slot, table)}` }];
}

/** The filled parts of a total, of every relation whose total it is. */
function partsOf({ slot }: Value, table: Table): Link[] {
  const parts = balancesOf(table)
    .filter(({ equation }) => equation.total === slot)
    .flatMap(({ equation }) => [...equation.left, ...equation.right]);
  return [...new Set(parts)]
    .filter((part) => part !== slot)
    .flatMap((part) => {
      const value = valueAt(table, part);
      return value?.amount.kind === 'number' && value.amount.value !== 0 ? linkOf(value, table) : [];
    });
}

function totalsOf({ slot }: Value, table: Table): Link[] {
  const totals = balancesOf(table)
    .filter(({ equation }) => equation.left.includes(slot) || equation.right.includes(slot))
    .map(({ equation }) => equation.total);
  return [...new Set(totals)]
    .filter((total) => total !== slot)
    .flatMap((total) => linkOf(valueAt(table, total), table));
}

/** The numbers of the text that a cell is held against. */
function statementsOf(value: Value, report: Report): Link[] {
  return bindingsOf(report).flatMap(({ reading, span, words }) => {
    const names = reading !== undefined && [...reading.plus, ...reading.minus].includes(value);
    return names ? [{ span, name: words }] : [];
  });
}
