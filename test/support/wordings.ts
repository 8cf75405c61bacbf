import type { Head, TableFormat } from '../../server/src/format/schema.ts';
import { bordered, type Damage, everywhere, onLabels } from './damage.ts';
import type { Shape } from './layouts.ts';
import { below, pick, type Random, some } from './random.ts';

function headsOf(table: TableFormat): Head[] {
  const all = (heads: readonly Head[]): Head[] => heads.flatMap((head) => [head, ...all(head.children ?? [])]);
  return table.blocks.flatMap((block) => [
    ...(block.caption === undefined ? [] : [block.caption]),
    ...(block.corner === undefined ? [] : [block.corner]),
    ...all(block.rows),
    ...all(block.columns),
  ]);
}

function insert(text: string, mark: string, random: Random, share: number): string {
  const chars = [...text];
  const places = new Set(
    some(
      random,
      chars.slice(1).map((_, i) => i + 1),
      share,
    ),
  );
  return chars.map((char, i) => (places.has(i) ? mark + char : char)).join('');
}

function replacing(name: string, from: RegExp, to: string, shapes: readonly Shape[] = everywhere): Damage {
  return {
    name,
    kind: 'wording',
    shapes,
    apply: onLabels(({ text }) => (from.test(text) ? text.replace(from, to) : undefined)),
  };
}

/** Real tools write these words in place of the official ones; taken from published reports. */
const faults: Readonly<Record<string, readonly string[]>> = {
  '5.属于三类内部事务信息': ['5.属于三类内容事务信息'],
  '6.属于四类过程性信息': ['6.属于四类过程性性信息'],
  社会公益组织: ['社会组织'],
  现行有效件数: ['现行有效件', '现行有效件数(历史累计)'],
  本年废止件数: ['年废止件数'],
  行政许可: ['政许可'],
  行政处罚: ['政处罚'],
  行政强制: ['政强制'],
  规章: ['规 章', '规章（市政府令）', '规章 (市政府令)'],
  规范性文件: ['规范性文件（有规范性文件登记号）', '规范性文件 (有规范性文件登记号)', '行政规范性文件'],
  行政规范性文件: ['规范性文件'],
  '第二十条第（一）项': ['第二十条 第(一)项', '第二十条  第(一)项', '第二十条第一项'],
  '第二十条第（八）项': ['第二十条第()项', '第二十条第（ 八 ）项'],
  '（二）部分公开（区分处理的，只计这一情形，不计其他情形）': [
    '（二）部分公开',
    '（二）部分公开（区分处理的，只计这一情况，不计其他情形）',
    '(二) 部分公开 (区分处理的, 只计这一情形, 不计其他情形)',
  ],
  '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请': [
    '1.申请人无正当理由逾期不补正，行政机关不再处理其政府信息公开申请',
    '1.逾期不补正',
  ],
  '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请': [
    '2.申请人逾期未按收费通知要求缴纳费用，行政机关不再处理其政府信息公开申请',
    '2.逾期不缴费',
    '2.逾期未缴费',
  ],
  '四、结转下年度继续办理': ['四、结转下一年继续办理', '四、结转下一年度继续办理'],
  '一、本年新收政府信息公开申请数量': ['一、本年新收政府信息公开申请数', '本年新收政府信息公开申请数量'],
  '（七）总计': ['(七) 总计', '（七）合计', '（七） 总计'],
  总计: ['合计'],
  处理决定数量: ['本年处理决定数量'],
  '3.危及“三安全一稳定”': ['3.危及"三安全一稳定"', '3.危及三安全一稳定', '3．危及「三安全一稳定」'],
};

function slip(text: string, random: Random): string | undefined {
  const key = [...text];
  if (key.length < 9 || /^（[一二三四五六七]）|^[一二三四]、|第二十条/.test(text)) return undefined;
  const at = 3 + below(random, key.length - 4);
  return [...key.slice(0, at), ...key.slice(at + 1)].join('');
}

/** What befalls the words of labels. */
export const wordings: readonly Damage[] = [
  {
    name: 'spaces inside labels',
    kind: 'wording',
    shapes: everywhere,
    apply: onLabels(({ text }, random) => insert(text, ' ', random, 0.25)),
  },
  {
    name: 'wide and hard spaces inside labels',
    kind: 'wording',
    shapes: bordered,
    apply: onLabels(({ text }, random) => insert(text, pick(random, ['\u3000', '\u00a0', '  ']), random, 0.1)),
  },
  {
    name: 'zero-width characters inside labels',
    kind: 'wording',
    shapes: everywhere,
    apply: onLabels(({ text }, random) =>
      insert(text, pick(random, ['\u200b', '\u200c', '\ufeff', '\u2060']), random, 0.1),
    ),
  },
  {
    name: 'hard spaces around labels',
    kind: 'wording',
    shapes: bordered,
    apply: onLabels(
      ({ text }, random) => `${pick(random, ['\u00a0', '\u3000', ' '])}${text}${pick(random, ['\u00a0', ''])}`,
    ),
  },
  replacing('numerals with a full-width stop', /^(\d)\./, '$1．'),
  replacing('numerals with an enumeration comma', /^(\d)\./, '$1、'),
  replacing('numerals with a space after', /^(\d)\./, '$1. '),
  replacing('numerals with a space before the stop', /^(\d)\./, '$1 .'),
  replacing('numerals lost', /^(?:\d\.(?!其他$)|（[一二三四五六]）|[一二三四]、)/, ''),
  {
    name: 'ASCII brackets and commas in labels',
    kind: 'wording',
    shapes: everywhere,
    apply: onLabels(({ text }) =>
      text
        .replaceAll('（', '(')
        .replaceAll('）', ')')
        .replaceAll('，', ',')
        .replaceAll('：', ':')
        .replace(/[“”]/g, '"'),
    ),
  },
  {
    name: 'full-width digits and brackets in labels',
    kind: 'wording',
    shapes: everywhere,
    apply: onLabels(({ text }) => text.replace(/^\d/, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))),
  },
  {
    name: 'known misspellings, glosses and short forms',
    kind: 'wording',
    shapes: bordered,
    apply: onLabels(({ text }, random) => {
      const others = faults[text];
      return others === undefined ? undefined : pick(random, others);
    }),
  },
  {
    name: 'wordings that the format knows',
    kind: 'wording',
    shapes: bordered,
    apply: onLabels(({ text }, random, table) => {
      const head = headsOf(table.format).find((candidate) => candidate.label === text);
      const others = [...(head?.aliases ?? []), ...(head?.misspellings ?? [])];
      return others.length === 0 || random() < 0.3 ? undefined : pick(random, others);
    }),
  },
  {
    name: 'one character lost in one long label of each row',
    kind: 'wording',
    shapes: bordered,
    apply: onLabels(({ text, kind }, random) => (kind === 'label' && random() < 0.3 ? slip(text, random) : undefined)),
  },
  {
    name: 'line breaks as tags inside labels',
    kind: 'wording',
    shapes: ['pipe'],
    apply: onLabels(({ text }, random) => insert(text, pick(random, ['<br>', '<br/>', '<br />']), random, 0.1)),
  },
  replacing('stops escaped as Markdown converters do', /^(\d)\./, '$1\\.', ['pipe']),
  {
    name: 'bold labels',
    kind: 'wording',
    shapes: ['pipe'],
    apply: onLabels(({ text }) => `**${text}**`),
  },
];
