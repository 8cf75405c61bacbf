import { formatOf } from '../format/formats.ts';
import { writeValue } from '../render/write.ts';
import { type Balance, cellName, describe, expectedTotal, explain, numberOf, type Suspect } from '../report/balance.ts';
import { type Report, type Table, type Value, valueAt } from '../report/model.ts';
import type { Span } from '../text/span.ts';
import { type Check, type Finding, type Fix, finding, type Related, type Rule } from './check.ts';

const applicationsUnbalancedRule: Rule = {
  code: 'applications-unbalanced',
  severity: 'error',
  title: '表三不平衡',
  summary: '',
  why: '',
  basis: '',
  mend: '',
  examples: [],
};

const litigationUnbalancedRule: Rule = {
  code: 'litigation-unbalanced',
  severity: 'error',
  title: '表四不平衡',
  summary: '',
  why: '',
  basis: '',
  mend: '',
  examples: [],
};

/** applications-unbalanced, litigation-unbalanced: relations that fail, on the one wrong cell where there is one. */
export const checkBalance: Check = { rules: [applicationsUnbalancedRule, litigationUnbalancedRule], run };

function* run(report: Report): Iterable<Finding> {
  for (const { id } of formatOf(report.format).tables) {
    const table = report.tables[id];
    if (table === undefined || table.format.relations.length === 0) continue;
    const rule = id === 'litigation' ? litigationUnbalancedRule : applicationsUnbalancedRule;
    const { suspects, unexplained } = explain(table);
    yield* suspects.map((suspect) => onSuspect(suspect, table, rule));
    yield* unexplained.map((balance) => onTotal(balance, table, rule));
  }
}

function onSuspect(suspect: Suspect, table: Table, rule: Rule): Finding {
  const { slot, expected, broken } = suspect;
  const value = valueAt(table, slot);
  const actual = value?.amount.kind === 'number' ? value.amount.value : null;
  const reasons = broken.map((balance) => describe(balance, table)).join('；');
  return finding(rule, {
    message: `${cellName(slot, table)}${actual === null ? '未填' : `填${actual}`}，应为${expected}。${reasons}。`,
    span: spanOf(value, table),
    related: broken.flatMap((balance) => relatedOf(balance, table)),
    relations: broken.map((balance) => balance.equation.id),
    suspect: { table: table.format.id, row: slot.row, column: slot.column, value: actual, expected },
    fixes: () => [change(value, table, expected, `改为${expected}`, true)].filter((fix) => fix !== undefined),
  });
}

function onTotal(balance: Balance, table: Table, rule: Rule): Finding {
  const value = valueAt(table, balance.equation.total);
  const expected = expectedTotal(balance, table);
  const gap = Math.abs(balance.left - balance.right);
  return finding(rule, {
    message: `${table.format.name}${describe(balance, table)}，相差${gap}，请核对。`,
    span: spanOf(value, table),
    related: partsOf(balance, table),
    relations: [balance.equation.id],
    fixes: () => {
      const name = cellName(balance.equation.total, table);
      const fix =
        expected < 0 ? undefined : change(value, table, expected, `${name}由${numberOf(value)}改为${expected}`, false);
      return fix === undefined ? [] : [fix];
    },
  });
}

function spanOf(value: Value | undefined, table: Table): Span {
  if (value?.cell !== undefined) return value.cell.span;
  return table.rows.find((row) => value !== undefined && row.values.includes(value))?.label ?? table.span;
}

function change(
  value: Value | undefined,
  table: Table,
  expected: number,
  title: string,
  preferred: boolean,
): Fix | undefined {
  const edit = value === undefined ? undefined : writeValue(value, table, String(expected));
  return edit === undefined ? undefined : { title, edits: [edit], preferred, safe: false };
}

/** The total of a relation, with its words and figures. */
function relatedOf(balance: Balance, table: Table): Related[] {
  const value = valueAt(table, balance.equation.total);
  return [{ span: spanOf(value, table), message: `${balance.equation.relation.name}：${describe(balance, table)}` }];
}

/** The filled cells that a total is made of. */
function partsOf(balance: Balance, table: Table): Related[] {
  return [...balance.equation.left, ...balance.equation.right].flatMap((slot) => {
    const value = valueAt(table, slot);
    if (value?.cell === undefined || numberOf(value) === 0 || slot === balance.equation.total) return [];
    return [{ span: value.cell.span, message: `${cellName(slot, table)}${numberOf(value)}` }];
  });
}
