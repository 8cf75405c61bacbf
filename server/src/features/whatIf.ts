import { type Balance, balancesOf, describe } from '../report/facts/balance.ts';
import { type Binding, bindingsOf } from '../report/facts/statements/bindings.ts';
import type { Report, Table, Value } from '../report/model.ts';
import { readReport } from '../report/reading/read.ts';
import { applyEdits, type Span } from '../text/span.ts';
import { writeValue } from '../writing/write.ts';

/** What would come of another text in a cell. */
export interface WhatIf {
  /** Relations and numbers of the text that hold now and would fail, with the figures that they would have. */
  readonly broken: readonly string[];
  /** Those that fail now and would hold. */
  readonly fixed: readonly string[];
  /** What writes the text into the draft. */
  readonly edit: { readonly start: number; readonly end: number; readonly text: string };
}

/** Signs that would end a cell in one layout or another. */
const ENDING = /[|\t\r\n<>&]/;
const LONGEST = 40;

/**
 * Tries a text in a cell; the draft is not changed.
 * @param place the cell's place in the draft
 * @returns undefined where there is no such cell, or no cell could hold the text
 */
export function whatIf(report: Report, place: Span, text: string): WhatIf | undefined {
  if (text.length > LONGEST || ENDING.test(text)) return undefined;
  const found = cellAt(report, place);
  const edit = found && writeValue(found.value, found.table, text);
  const after = edit && readReport(applyEdits(report.text, [edit]), report.language);
  if (edit === undefined || after === undefined) return undefined;
  const changes = [...changedBalances(report, after), ...changedBindings(report, after)];
  return {
    broken: changes.flatMap(({ holds, words }) => (holds ? [] : [words])),
    fixed: changes.flatMap(({ holds, words }) => (holds ? [words] : [])),
    edit: { ...edit.span, text: edit.text },
  };
}

function cellAt(report: Report, { start, end }: Span): { readonly table: Table; readonly value: Value } | undefined {
  for (const table of Object.values(report.tables)) {
    const value = table.values.find((each) => each?.cell?.span.start === start && each.cell.span.end === end);
    if (value !== undefined) return { table, value };
  }
  return undefined;
}

interface Change {
  readonly holds: boolean;
  readonly words: string;
}

/** The relations of the tables that fail in one of two readings only; what cannot be judged in one of them is no change. */
function changedBalances(before: Report, after: Report): Change[] {
  return Object.values(after.tables).flatMap((table) => {
    const old = before.tables[table.format.id];
    const states = new Map(old && balancesOf(old).map(({ equation, state }) => [equation.id, state]));
    return balancesOf(table).flatMap((balance: Balance) => {
      const was = states.get(balance.equation.id);
      const changed = (was === 'holds' && balance.state === 'fails') || (was === 'fails' && balance.state === 'holds');
      return changed ? [{ holds: balance.state === 'holds', words: describe(balance, table) }] : [];
    });
  });
}

/** The same for the numbers of the text; the text is the same in both, so they come in one order. */
function changedBindings(before: Report, after: Report): Change[] {
  const old = bindingsOf(before);
  const now = bindingsOf(after);
  if (old.length !== now.length) return [];
  return now.flatMap(({ state, words, reading }: Binding, index) => {
    const was = old[index]?.state;
    if (!((was === 'holds' && state === 'fails') || (was === 'fails' && state === 'holds'))) return [];
    const told = reading === undefined ? '' : `，${reading.name}为${reading.value}`;
    return [{ holds: state === 'holds', words: `文中“${words}”${told}` }];
  });
}
