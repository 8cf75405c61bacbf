import { formatOf } from '../format/formats.ts';
import { noticeNumbers } from '../format/notices.ts';
import { relationName } from '../format/relations.ts';
import {
  type Balance,
  balancesOf,
  cellName,
  describe,
  expectedTotal,
  explain,
  numberOf,
  type SuspectValue,
  shortLabel,
  whereOf,
} from '../report/facts/balance.ts';
import { type Change, type PairedRelations, pairedRelationsOf } from '../report/facts/pairs.ts';
import { type LineOfTotals, linesLeftOut, type RowsOfZeros, rowsOfZeros } from '../report/facts/totalLines.ts';
import { type Report, type Table, type Value, valueAt } from '../report/model.ts';
import type { Span } from '../text/span.ts';
import { writeValue } from '../writing/write.ts';
import {
  alternative,
  type Check,
  exampleTable,
  type Finding,
  type Fix,
  finding,
  type Related,
  type Rule,
  suggestion,
} from './check.ts';

const applicationsRule: Rule = {
  code: 'applications-unbalanced',
  severity: 'error',
  title: '表三不平衡',
  summary:
    'Numbers of table 3 do not add up: applicants to the total of a row, results to the total of a column, or new and carried in to done and carried out.',
  why: [
    '表三每一列、每一行都有勾稽关系：',
    [
      '- 每一列：第一项（本年新收）加第二项（上年结转），等于第三项（办理结果总计）加第四项（结转下年度）；',
      '- 每一列：（一）至（六）各项办理结果之和，等于（七）总计；',
      '- 每一行：六类申请人之和，等于总计。',
    ].join('\n'),
    '一个数填错，往往几处同时不平。如果只改一格就能使这些关系全部成立，而且这样的格只有一个，就只标这一格，并给出应填的数；改一格不能成立，而同时改一格和由它算出的总计可以成立的，作为一处提示：只有一种改法的给出改法，有几种的逐一列出。仍找不到的，在每个不成立的总计上写明两边的数和差额。整列、整行总计都填0而各分项有数的，几行总计有数而各分项都填0的，各只提示一处。空白按0计；缺行、格中有文字、格数不对而无法判定的，所在的关系不核对。',
  ].join('\n\n'),
  basis: `${noticeNumbers}所附格式，表三表头印明：“${exampleTable('applications').blocks[0]?.corner?.label ?? ''}”；总计等于各分项之和是“总计”的含义。`,
  howToFix:
    '标出一格的，改为使各关系成立的数；一格连同总计错的，两格一并改正；标在总计上的，改为重新计算的总计，后者只是一种可能，错的也可能是分项，改后会使别的关系不成立的不提供。数是填报人写的，“全部修正”不改，请对照申请台账。',
  examples: [
    {
      report: 'government',
      wrong: '| 三、本年度办理结果 | （一）予以公开 |  | ⟦5⟧ | 2 | 0 | 0 | 0 | 0 | 8 |',
      right: '| 三、本年度办理结果 | （一）予以公开 |  | 6 | 2 | 0 | 0 | 0 | 0 | 8 |',
      note: '本行各类申请人之和是7，总计是8；“自然人”列各项办理结果之和是11，（七）总计是12。只改这一格，两处都平。',
    },
    {
      report: 'government',
      wrong: '|  | （七）总计 |  | 12 | 3 | 0 | 0 | 0 | 0 | ⟦16⟧ |',
      right: '|  | （七）总计 |  | 12 | 3 | 0 | 0 | 0 | 0 | 15 |',
      note: '本行、本列和表头所印的关系三处不平，都因这一格。',
    },
  ],
};

const litigationRule: Rule = {
  code: 'litigation-unbalanced',
  severity: 'error',
  title: '表四不平衡',
  summary:
    'The four results of a group of table 4 (reviews, lawsuits without a review, lawsuits after one) do not add up to its total.',
  why: [
    '表四分三组：行政复议、未经复议直接提起的行政诉讼、复议后提起的行政诉讼。每组结果维持、结果纠正、其他结果、尚未审结四项之和应等于该组总计。撤回、终止等结案的计入“其他结果”，漏计就会不平。',
    '组与组之间没有勾稽关系，仅凭一组数分不清错的是总计还是哪一项，所以标在总计上，写明两边的数和差额。',
  ].join('\n\n'),
  basis: `${noticeNumbers}所附格式的表四；总计等于四项结果之和是“总计”的含义。撤回、终止计入“其他结果”为填报惯例。`,
  howToFix: '把总计改为四项结果之和。错的也可能是某一项，所以“全部修正”不改，请对照复议、诉讼台账。',
  examples: [
    {
      report: 'government',
      wrong: '| 1 | 0 | 1 | 0 | ⟦3⟧ | 1 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 1 | 1 |',
      right: '| 1 | 0 | 1 | 0 | 2 | 1 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 1 | 1 |',
      note: '行政复议四项之和是2，总计填了3。',
    },
    {
      report: 'government',
      wrong: '| 1 | 0 | 0 | 0 | ⟦2⟧ | 1 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 1 | 1 |',
      right: '| 1 | 0 | 1 | 0 | 2 | 1 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 1 | 1 |',
      fixable: false,
      note: '申请人撤回的1件漏计，总计没有错：应补“其他结果”，不应改总计。',
    },
  ],
};

/** applications-unbalanced, litigation-unbalanced: relations that fail, on the one wrong cell where there is one. */
export const checkBalance: Check = { rules: [applicationsRule, litigationRule], run };

function* run(report: Report): Iterable<Finding> {
  for (const { id } of formatOf(report.format).tables) {
    const table = report.tables[id];
    if (table === undefined || table.format.relations.length === 0) continue;
    const rule = id === 'litigation' ? litigationRule : applicationsRule;
    const lines = linesLeftOut(table).filter(({ left }) => left === 'zero');
    yield* lines.map((line) => onLine(line, table, rule));
    const told = new Set(lines.flatMap(({ balances }) => balances));
    const zeros = rowsOfZeros(table);
    if (zeros !== undefined) {
      yield onZeros(zeros, table, rule);
      for (const balance of zeros.balances) told.add(balance);
    }
    for (const paired of pairedRelationsOf(table)) {
      if (paired.broken.some((balance) => told.has(balance))) continue;
      yield onPair(paired, table, rule);
      for (const balance of paired.broken) told.add(balance);
    }
    const { suspects, unexplained } = explain(table);
    const isNews = ({ broken }: SuspectValue): boolean => broken.some((balance) => !told.has(balance));
    yield* suspects.filter(isNews).map((suspect) => onSuspect(suspect, table, rule));
    yield* unexplained.filter((balance) => !told.has(balance)).map((balance) => onTotal(balance, table, rule));
  }
}

/** One finding for a whole column or row of totals that are 0 though their parts are not. */
function onLine({ name, totals, balances }: LineOfTotals, table: Table, rule: Rule): Finding {
  const [first] = totals;
  return finding(rule, {
    message: `${table.format.name}${name}全为0，其中${totals.length}格的分项之和不为0，应按各分项之和重算，请核对。`,
    span: spanOf(first?.value, table),
    related: totals.map(({ value, expected }) => ({
      span: spanOf(value, table),
      message: `${cellName(value.slot, table)}填0，各分项之和${expected}`,
    })),
    relations: balances.map((balance) => balance.equation.id),
    fixes: () => {
      const edits = totals.map(({ value, expected }) => writeValue(value, table, String(expected)));
      const all = edits.filter((edit) => edit !== undefined);
      return all.length < edits.length ? [] : [suggestion(`按各分项之和重算${name}（${all.length}格）`, all)];
    },
  });
}

/** One finding for all rows whose applicants, or results, are 0 beside a filled total. */
function onZeros({ totals, balances }: RowsOfZeros, table: Table, rule: Rule): Finding {
  const [first] = totals;
  const names = totals.map(({ slot }) => `“${shortLabel(slot.rowLabel)}”`);
  const listed = names.length > NAMED ? `${names.slice(0, NAMED).join('')}等${names.length}行` : `${names.join('')}行`;
  const says = balances[0]?.equation.relation.says;
  const parts = typeof says === 'object' ? says.parts : '各分项';
  return finding(rule, {
    message: `${table.format.name}${listed}：总计有数，${parts}都填0，请把件数填入所属各格。`,
    span: spanOf(first, table),
    related: totals.map((value) => ({
      span: spanOf(value, table),
      message: `${cellName(value.slot, table)}填${numberOf(value)}，${parts}都为0`,
    })),
    relations: balances.map(({ equation }) => equation.id),
  });
}

/** Rows, or pairs of cells, that a message names, at most. */
const NAMED = 3;

/** One finding for relations that a cell and its total explain together: with a fix where only one such pair does. */
function onPair({ broken, pairs }: PairedRelations, table: Table, rule: Rule): Finding {
  const [first] = pairs;
  const [one, ...others] = pairs
    .slice(0, NAMED)
    .map((pair) => pair.map((change) => changeOf(change, table)).join('、'));
  const reasons = broken.map((balance) => describe(balance, table)).join('；');
  const places = broken.map((balance) => whereOf(balance, table)).join('、');
  const several = `可能是${[one, ...others].join('，或')}${pairs.length > NAMED ? `等${pairs.length}种` : ''}`;
  const place = first[0].slot;
  return finding(rule, {
    message:
      pairs.length === 1
        ? `${table.format.name}${places}不平；${one}，即全部平衡，请核对。`
        : `${table.format.name}${reasons}。只改一格不能平衡，一格连同总计一起改才行：${several}，请对照台账核对。`,
    span: spanOf(valueAt(table, pairs.length === 1 ? place : (broken[0]?.equation.total ?? place)), table),
    related: [
      ...(pairs.length === 1 ? first : pairs.slice(0, NAMED).flatMap((pair) => [...pair])).map((change) => ({
        span: spanOf(valueAt(table, change.slot), table),
        message: changeOf(change, table),
      })),
      ...(pairs.length === 1 ? broken.flatMap((balance) => relatedOf(balance, table)) : []),
    ],
    relations: broken.map(({ equation }) => equation.id),
    fixes: () => {
      if (pairs.length > 1) return [];
      const edits = first.map(({ slot, expected }) => {
        const value = valueAt(table, slot);
        return value === undefined ? undefined : writeValue(value, table, String(expected));
      });
      const all = edits.filter((edit) => edit !== undefined);
      return all.length < edits.length
        ? []
        : [alternative(first.map((change) => changeOf(change, table)).join('，'), all)];
    },
  });
}

/** `“部分公开”行“总计”列由8改为9` */
function changeOf({ slot, actual, expected }: Change, table: Table): string {
  return `${cellName(slot, table)}由${actual}改为${expected}`;
}

function onSuspect(suspect: SuspectValue, table: Table, rule: Rule): Finding {
  const { slot, expected, broken } = suspect;
  const value = valueAt(table, slot);
  const actual = value?.amount.kind === 'number' ? value.amount.value : null;
  const reasons = broken.map((balance) => describe(balance, table)).join('；');
  return finding(rule, {
    message: `${table.format.name}${cellName(slot, table)}${actual === null ? '未填' : `填${actual}`}，应为${expected}。${reasons}。`,
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
      // What holds through the total would be broken by its change.
      const breaks = balancesOf(table).some(
        ({ state, equation: { left, right } }) =>
          state === 'holds' && [...left, ...right].includes(balance.equation.total),
      );
      const fix =
        breaks || expected < 0
          ? undefined
          : change(value, table, expected, `${name}由${numberOf(value)}改为${expected}`, false);
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
  return edit === undefined ? undefined : (preferred ? suggestion : alternative)(title, [edit]);
}

/** The total of a relation, with its words and figures. */
function relatedOf(balance: Balance, table: Table): Related[] {
  const value = valueAt(table, balance.equation.total);
  return [
    { span: spanOf(value, table), message: `${relationName(balance.equation.relation)}：${describe(balance, table)}` },
  ];
}

/** The filled cells that a total is made of. */
function partsOf(balance: Balance, table: Table): Related[] {
  return [...balance.equation.left, ...balance.equation.right].flatMap((slot) => {
    const value = valueAt(table, slot);
    if (value?.cell === undefined || numberOf(value) === 0 || slot === balance.equation.total) return [];
    return [{ span: value.cell.span, message: `${cellName(slot, table)}${numberOf(value)}` }];
  });
}
