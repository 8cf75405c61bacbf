import { presentFormat } from '../format/formats.ts';
import { noticeOf } from '../format/notices.ts';
import { balancesOf, cellName } from '../report/facts/balance.ts';
import { type Binding, bindingsOf, type Interpretation, inUnitOf } from '../report/facts/statements/bindings.ts';
import { type Repeat, repeatsOf } from '../report/facts/statements/repeats.ts';
import type { Report, Table, Value } from '../report/model.ts';
import { writeValue } from '../writing/write.ts';
import {
  alternative,
  type Check,
  type Finding,
  type FindingInit,
  type Fix,
  finding,
  type Related,
  type Rule,
  suggestion,
} from './check.ts';
import { failingSums } from './prose-mismatch/sums.ts';
import { unmentionedRequests } from './prose-mismatch/unmentioned.ts';

const rule: Rule = {
  code: 'prose-mismatch',
  severity: 'warning',
  title: '文字与表格数字不一致',
  summary:
    'A number in the text differs from the cell, or the sum of cells, that its words mean, or from the text’s own parts, whole or percentage.',
  why: `“总体情况”里的申请、复议、诉讼、规范性文件、收费等数字，与第二、三、四部分的表格说的是同一件事，两处不一致，必有一处错。

只有词语明确指向表中某一格、某一组或几格之和的数字才核对：

- “收到”的件数可以是新收数，也可以是新收与上年结转之和，符合其一即可；“其中”所列各项，以所属总数为准；
- “不予公开”“无法提供”“不予处理”“其他处理”是各自分项之和，“行政诉讼”是两类起诉之和；
- “未收到申请”“未发生行政复议”“无结转”“均已办结”“均已审结”按0核对，“均为自然人”“均获维持”按所属总数核对；
- 全县（市、区）的数字，只在本级政府、开发区等汇总全域的年报里核对；政府办等其中一个单位的数字不核对；
- “主动公开规章、规范性文件”的件数可能另有口径，只在同一句中另有一数与表一致时核对；
- 带“余”“近”“约”“万”的约数，上半年、往年、计划、同比、协助办理、下属单位的数字，以及留言、信箱、热线、提案、网站发布的条数，都不核对。

文中自己列出的数字也核对：分项之和与总数、百分比与所列数字、同一件事前后两处的数字。分项超过总数的必有错；不足总数的，所列以“其他”结尾时提示，接近总数时提醒，列举没有列完的不提示。一个数错，只在这个数上提示，由它算出的百分比不再提示。

表三有新收申请，总体情况没有写件数的，也作提示。表中某格使表格自身不平衡、改正后即与文字相符的，只在表格处提示。`,
  basis: `《条例》第四十七条（年度报告内容不准确的，责令改正）；${noticeOf(presentFormat)}要求数据准确。两处应当一致是填报惯例。`,
  howToFix:
    '可把文中的数字改为表中的数字；表中这一格改后不会使原本平衡的表不平的，也可把它改为文中的数字。哪一处对须由填报人核实，“全部修正”不改。',
  examples: [
    {
      wrong: '全年收到政府信息公开申请⟦17⟧件，其中自然人12件',
      right: '全年收到政府信息公开申请15件，其中自然人12件',
      note: '表三新收15件，上年结转1件：写15件或16件都对，写17件不对。',
    },
    { wrong: '办结15件，其中予以公开⟦9⟧件', right: '办结15件，其中予以公开8件' },
    {
      replaces: '设置政府信息查阅点2处',
      wrong: '办理网上咨询200条，办结150条，办结率⟦80⟧%',
      right: '办理网上咨询200条，办结150条，办结率75%',
      note: '没有表格的数字，也按文中自己的数字核对。',
    },
    {
      replaces: '解读政策文件6件',
      wrong: '编发政策解读⟦30⟧篇，包括图解17篇、文字解读14篇',
      right: '编发政策解读31篇，包括图解17篇、文字解读14篇',
    },
  ],
};

/** prose-mismatch: numbers of the text against the tables, and against the text's own parts, wholes and percentages. */
export const checkProse: Check = { rules: [rule], run };

function* run(report: Report): Iterable<Finding> {
  // What the table itself has wrong is said there.
  const failing = bindingsOf(report).filter(({ state, cellAtFault }) => state === 'fails' && !cellAtFault);
  for (const bindings of bySpan(failing)) yield finding(rule, ofBindings(bindings));
  const wrong = new Map(
    bindingsOf(report).flatMap(({ state, span, readings }) =>
      state === 'fails' ? [[span.start, readings.map(({ value }) => value)] as const] : [],
    ),
  );
  for (const draft of failingSums(report, wrong)) yield finding(rule, draft);
  for (const repeat of repeatsOf(report)) yield finding(rule, ofRepeat(repeat));
  const unmentioned = unmentionedRequests(report);
  if (unmentioned !== undefined) {
    const { span, cell, value } = unmentioned;
    const message = `表三${cell}为${value}，总体情况没有写收到多少件申请，请补写。`;
    yield finding(rule, { severity: 'information', message, span });
  }
}

/** Bindings at one place: `均获维持` (all upheld) is said of reviews and of lawsuits. */
function bySpan(bindings: readonly Binding[]): [Binding, ...Binding[]][] {
  const groups = new Map<number, [Binding, ...Binding[]]>();
  for (const binding of bindings) {
    const group = groups.get(binding.span.start);
    if (group === undefined) groups.set(binding.span.start, [binding]);
    else group.push(binding);
  }
  return [...groups.values()];
}

function ofBindings(bindings: readonly [Binding, ...Binding[]]): FindingInit {
  const [first] = bindings;
  const { subject, quantity } = first.statement;
  const loose = subject.loose === true || quantity?.unit === '件次' || quantity?.unit === '份';
  const all = bindings.map((binding) => ({ binding, distinct: distinctOf(binding.readings) }));
  const list = all.map(({ binding, distinct }) => told(binding, distinct)).join('，');
  return {
    ...(loose && { severity: 'hint' }),
    message: `文中“${phraseOf(first)}”${meant(bindings)}，${list}，请核对。`,
    span: first.span,
    related: all.flatMap(({ distinct }) => distinct.flatMap(cellsOf)),
    fixes: () =>
      all.flatMap(({ binding, distinct }) => [...textFixes(binding, distinct), ...cellFixes(binding, distinct)]),
  };
}

/** The words of a statement, with those that make it one of all: `均获维持` (all upheld). */
function phraseOf({ words, statement: { text, from, quantity } }: Binding): string {
  if (quantity !== undefined) return words;
  const before =
    /(?:均|皆|都|全部|已|获得?|得到|结果|为|是)*$/.exec(text.slice(Math.max(0, from - 8), from))?.[0] ?? '';
  return `${before}${words}`;
}

/** What words without a number come to: `均获维持` of 7 reviews and 9 lawsuits. */
function meant(bindings: readonly Binding[]): string {
  const numbers = bindings.flatMap(({ statement: { subject, quantity, value } }) => {
    if (quantity !== undefined || (subject.role !== 'disputeResult' && subject.role !== 'applicant')) return [];
    const kind = subject.of === 'review' ? '行政复议' : subject.of === 'lawsuit' ? '行政诉讼' : '';
    return [`${kind}${value}件`];
  });
  return numbers.length === 0 ? '' : `，应是${numbers.join('、')}`;
}

/** The readings with different numbers, each once. */
function distinctOf(readings: readonly Interpretation[]): Interpretation[] {
  return readings.filter((reading, i) => readings.findIndex(({ value }) => value === reading.value) === i);
}

function told({ statement }: Binding, distinct: readonly Interpretation[]): string {
  const list = distinct.map(
    ({ table, name, value }) =>
      `${table.format.name}${name}为${inUnitOf(statement, value)}${moneyOf(statement.quantity?.unit)}`,
  );
  return statement.subject.atMost === true ? `${list.join('、')}，不应超过` : list.join('、');
}

function moneyOf(unit: string | undefined): string {
  return unit?.endsWith('元') === true ? unit : '';
}

function cellsOf({ plus, minus }: Interpretation): Related[] {
  return [...plus, ...minus].flatMap((value) =>
    value.cell === undefined ? [] : [{ span: value.cell.span, message: `表中为${textOf(value)}` }],
  );
}

function textOf({ amount }: Value): string {
  return amount.kind === 'number' ? String(amount.value) : '空';
}

/** The tables' number into the text, one fix for each reading. */
function textFixes({ statement, span }: Binding, distinct: readonly Interpretation[]): Fix[] {
  if (statement.quantity === undefined) return [];
  return distinct
    .filter(({ value }) => value >= 0)
    .map(({ value, name }) => {
      const text = inUnitOf(statement, value);
      const title = `文中改为${text}（${name}）`;
      return distinct.length === 1 ? suggestion(title, [{ span, text }]) : alternative(title, [{ span, text }]);
    });
}

/** The text's number into the table, where a single cell holds it and no relation that holds would be broken. */
function cellFixes({ statement }: Binding, distinct: readonly Interpretation[]): Fix[] {
  if (statement.subject.atMost === true || statement.subject.role === 'fee') return [];
  return distinct.flatMap(({ table, plus, minus }) => {
    const [value] = plus;
    if (value === undefined || plus.length !== 1 || minus.length > 0 || isHeld(value, table)) return [];
    const edit = writeValue(value, table, String(statement.value));
    const title = `${table.format.name}${cellName(value.slot, table)}改为${statement.value}`;
    return edit === undefined ? [] : [alternative(title, [edit])];
  });
}

/** Whether a relation that holds goes through a cell: another number there would break it. */
function isHeld({ slot }: Value, table: Table): boolean {
  return balancesOf(table).some(
    ({ state, equation: { left, right } }) => state === 'holds' && (left.includes(slot) || right.includes(slot)),
  );
}

function ofRepeat({ first, second, of }: Repeat): FindingInit {
  const written = ({ quantity: { value, unit } }: Repeat['first']): string => `${value}${unit}`;
  return {
    message: `文中“${of}”前面写${written(first)}，这里写${written(second)}，前后不一致，请核对。`,
    span: second.span,
    related: [{ span: first.span, message: `前面写${written(first)}` }],
    fixes: () => [
      alternative(`这里改为${first.quantity.value}`, [{ span: second.span, text: String(first.quantity.value) }]),
      alternative(`前面改为${second.quantity.value}`, [{ span: first.span, text: String(second.quantity.value) }]),
    ],
  };
}
