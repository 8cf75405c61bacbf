import { formatOf } from '../format/formats.ts';
import { balancesOf, describe } from '../report/facts/balance.ts';
import { bindingsOf, type Interpretation } from '../report/facts/statements/bindings.ts';
import type { Breakdown, Percentage } from '../report/facts/statements/sum.ts';
import { sumsOf } from '../report/facts/statements/sums.ts';
import { type Reason, reasons, type State } from '../report/facts/verdict.ts';
import type { Report, Value } from '../report/model.ts';
import type { Range } from '../text/lines.ts';

/** Whether something of a report was found true, found wrong, or could not be judged and why. */
export interface Verdict {
  readonly state: State;
  /** In Chinese; only where it could not be judged. */
  readonly reason?: string;
}

/** A relation of a table with its figures. */
export interface VerifiedRelation extends Verdict {
  readonly kind: 'relation';
  /** As in the contract: `applications.identity.natural`. */
  readonly id: string;
  readonly left: number;
  readonly right: number;
  /** In an official's words, with the figures. */
  readonly words: string;
}

/** A number of the text with the cells that it was compared with. */
export interface VerifiedNumber extends Verdict {
  readonly kind: 'prose';
  readonly words: string;
  readonly stated: number;
  readonly range: Range;
  /** What it may be in the tables; empty where the table is missing. */
  readonly figures: readonly VerifiedFigure[];
}

/** A figure of the tables: a cell, or several added up. */
export interface VerifiedFigure {
  readonly name: string;
  readonly value: number;
  readonly cells: readonly VerifiedCell[];
}

/** A cell by its address in `extract`; `range` is null where the draft has no place for it. */
export interface VerifiedCell {
  readonly table: string;
  readonly row: string;
  readonly column: string;
  readonly range: Range | null;
}

/** A whole with its parts, or a percentage with its two numbers, of the text alone. */
export interface VerifiedSum extends Verdict {
  readonly kind: 'breakdown' | 'percentage';
  readonly words: string;
  readonly stated: number;
  /** What the parts come to, or the numbers give; null where it could not be judged. */
  readonly computed: number | null;
  readonly range: Range;
}

export type Verified = VerifiedRelation | VerifiedNumber | VerifiedSum;

/** Everything that was verified of a report: each relation of its tables, then each number of its text that is bound. */
export function verified(report: Report): Verified[] {
  return [...relationsOf(report), ...numbersOf(report), ...sumsOfText(report)];
}

function verdict(state: State, reason: Reason | undefined): Verdict {
  return { state, ...(state === 'unjudged' && reason !== undefined && { reason: reasons[reason] }) };
}

function relationsOf(report: Report): VerifiedRelation[] {
  return formatOf(report.format).tables.flatMap(({ id }) => {
    const table = report.tables[id];
    if (table === undefined) return [];
    return balancesOf(table).map((balance) => ({
      kind: 'relation' as const,
      id: balance.equation.id,
      left: balance.left,
      right: balance.right,
      words: describe(balance, table),
      ...verdict(balance.state, balance.reason),
    }));
  });
}

function numbersOf(report: Report): VerifiedNumber[] {
  return bindingsOf(report).map(({ statement, words, span, readings, state, reason }) => ({
    kind: 'prose',
    words,
    stated: statement.value,
    range: report.lines.rangeOf(span),
    figures: readings.map((reading) => figureOf(reading, report)),
    ...verdict(state, reason),
  }));
}

function figureOf({ table, name, value, plus, minus }: Interpretation, report: Report): VerifiedFigure {
  const cellOf = ({ slot, cell }: Value): VerifiedCell => ({
    table: table.format.id,
    row: slot.row,
    column: slot.column,
    range: cell === undefined ? null : report.lines.rangeOf(cell.span),
  });
  return { name, value, cells: [...plus, ...minus].map(cellOf) };
}

function sumsOfText(report: Report): VerifiedSum[] {
  return sumsOf(report).map((sum) => {
    const { span, quantity } = numberOf(sum);
    const computed = sum.kind === 'breakdown' ? sum.sum : sum.expected === undefined ? null : Number(sum.expected);
    return {
      kind: sum.kind,
      words: sum.words,
      stated: quantity.value,
      computed,
      range: report.lines.rangeOf(span),
      ...verdict(sum.state, sum.kind === 'percentage' ? sum.reason : undefined),
    };
  });
}

function numberOf(sum: Breakdown | Percentage) {
  return sum.kind === 'breakdown' ? sum.head : sum.percent;
}
