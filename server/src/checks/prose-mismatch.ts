import { presentFormat } from '../format/formats.ts';
import { noticeOf } from '../format/notices.ts';
import { cellName } from '../report/facts/balance.ts';
import { type Binding, bindingsOf, type Interpretation, inUnitOf } from '../report/facts/statements/bindings.ts';
import { type Breakdown, type Percentage, sumsOf } from '../report/facts/statements/sums.ts';
import type { Report, Value } from '../report/model.ts';
import { writeValue } from '../writing/write.ts';
import {
  alternative,
  type Check,
  type Finding,
  type Fix,
  finding,
  type Related,
  type Rule,
  suggestion,
} from './check.ts';

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
- “未收到申请”“未发生行政复议”“无结转”按0核对，“均为自然人”“均维持”按所属总数核对；
- 带“余”“近”“约”“万”的约数，上半年、往年、同比、协助办理、下属单位的数字，以及留言、信箱、热线、提案、网站发布的条数，都不核对。

文中自己列出的数字也核对：分项之和与总数、百分比与所列数字。表中某格使表格自身不平衡、改正后即与文字相符的，只在表格处提示。`,
  basis: `《条例》第四十七条（年度报告内容不准确的，责令改正）；${noticeOf(presentFormat)}要求数据准确。两处应当一致是填报惯例。`,
  howToFix: '可把文中的数字改为表中的数字，或把表中的数字改为文中的数字。哪一处对须由填报人核实，“全部修正”不改。',
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
  for (const binding of bindingsOf(report)) {
    // What the table itself has wrong is said there.
    if (binding.state === 'fails' && !binding.cellAtFault) yield ofBinding(binding);
  }
  for (const sum of sumsOf(report)) {
    if (sum.state !== 'fails') continue;
    yield sum.kind === 'breakdown' ? ofBreakdown(sum) : ofPercentage(sum);
  }
}

function ofBinding(binding: Binding): Finding {
  const { statement, words, readings, span } = binding;
  const distinct = distinctOf(readings);
  const loose =
    statement.subject.loose === true || statement.quantity?.unit === '件次' || statement.quantity?.unit === '份';
  return finding(rule, {
    ...(loose && { severity: 'hint' }),
    message: `${quoted(binding)}，${told(binding, distinct)}，请核对。`,
    span,
    related: distinct.flatMap(cellsOf),
    fixes: () => [...textFixes(binding, distinct), ...cellFixes(binding, distinct)],
  });

  function quoted({ statement: { subject, quantity } }: Binding): string {
    if (quantity !== undefined) return `文中“${words}”`;
    return subject.role === 'disputeResult' || subject.role === 'applicant'
      ? `文中“${words}”的应是${statement.value}件`
      : `文中“${words}”`;
  }
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

/** The text's number into the table, where a single cell holds it. */
function cellFixes({ statement }: Binding, distinct: readonly Interpretation[]): Fix[] {
  if (statement.subject.atMost === true || statement.subject.role === 'fee') return [];
  return distinct.flatMap(({ table, plus, minus }) => {
    const [value] = plus;
    if (value === undefined || plus.length !== 1 || minus.length > 0) return [];
    const edit = writeValue(value, table, String(statement.value));
    const title = `${table.format.name}${cellName(value.slot, table)}改为${statement.value}`;
    return edit === undefined ? [] : [alternative(title, [edit])];
  });
}

function ofBreakdown({ head, parts, sum, loose }: Breakdown): Finding {
  const { value, unit } = head.quantity;
  const listed = parts.map(({ quantity }) => quantity.value).join('＋');
  const gap = sum > value ? '超出' : '少';
  return finding(rule, {
    ...(loose && { severity: 'hint' }),
    message: `文中总数为${value}${unit}，所列各项之和为${listed}＝${sum}${unit}，${gap}${round(Math.abs(sum - value))}${unit}，请核对。`,
    span: head.span,
    related: parts.map(({ span, quantity }) => ({ span, message: `其中${quantity.value}${quantity.unit}` })),
    fixes: () => [
      alternative(`总数改为${sum}`, [{ span: head.span, text: String(sum) }]),
      ...parts.flatMap(({ span, quantity }): Fix[] => {
        const text = String(round(quantity.value + value - sum));
        if (text.startsWith('-')) return [];
        return [alternative(`其中${quantity.value}改为${text}`, [{ span, text }])];
      }),
    ],
  });
}

function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

function ofPercentage({ percent, part, whole, expected = '', words }: Percentage): Finding {
  const figures = `${part?.quantity.value ?? ''}与${whole?.quantity.value ?? ''}`;
  return finding(rule, {
    message: `文中“${words}”，按${figures}计算应为${expected}%，请核对。`,
    span: percent.span,
    related: [part, whole].flatMap((figured) =>
      figured === undefined
        ? []
        : [{ span: figured.span, message: `${figured.quantity.value}${figured.quantity.unit}` }],
    ),
    fixes: () => [suggestion(`改为${expected}%`, [{ span: percent.span, text: expected }])],
  });
}
