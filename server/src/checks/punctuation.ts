import type { Paragraph, Report } from '../report/model.ts';
import { spanIn } from '../report/reading/prose.ts';
import { rewrite } from '../writing/passage.ts';
import { type Check, type Finding, type Fix, finding, type Rule, safeFix, suggestion } from './check.ts';
import type { Fault, FaultKind } from './punctuation/fault.ts';
import { bracketFaults, quoteFaults, straightQuoteFaults } from './punctuation/pairs.ts';
import { pointFaults } from './punctuation/points.ts';
import { unendedFaults } from './punctuation/unended.ts';

const rule: Rule = {
  code: 'punctuation',
  severity: 'hint',
  title: '标点符号有误',
  summary:
    'Half-width or doubled marks, unmatched brackets and quotes, a paragraph that ends in a comma, stray Latin words and invisible characters in Chinese text.',
  why: `标点的差错多是输入法切换、复制和删改时留下的，逐字校对也不容易看出来：

- 汉字之间的半角标点（\`,\` \`;\` \`:\` \`?\` \`!\` \`.\`）和半角括号；
- 重复或冲突的标点，如“，，”“。。”“，。”；
- 不成对的括号、书名号、引号，方向写反的引号，汉字两边的英文引号；
- 段末是逗号或顿号，或者缺句号；
- 汉字之间的英文虚词，如“公开 and 解读”，多是转换软件留下的；
- 看不见的字符，会使查找、统计和朗读出错。

同一段中同一种差错只提示一次，修改时一并改正。数字、时间、网址、邮箱、电话中的半角符号，序号的半角括号“(一)”，书名号内的半角括号，都不作为差错。`,
  basis: '《标点符号用法》（GB/T 15834—2011）。',
  howToFix:
    '半角标点改为全角，英文引号改为中文引号，重复的标点、看不见的字符删去，“全部修正”一并改正；冲突的标点、引号、段末标点和位置确定的缺漏可逐处改正；不能确定缺在何处的，不改。',
  examples: [
    {
      wrong: '通过门户网站发布信息326条⟦,⟧在政务新媒体',
      right: '通过门户网站发布信息326条，在政务新媒体',
    },
    { wrong: '政策解读多为文字，⟦，⟧图表', right: '政策解读多为文字，图表' },
    {
      replaces: '发布前由专人审查，到期失效的文件及时移出。',
      wrong: '发布前由专人审查⟦（⟧三级审核，到期失效的文件及时移出。',
      right: '发布前由专人审查（三级审核），到期失效的文件及时移出。',
      fixable: false,
      note: '缺后括号；缺在何处由填报人定。',
    },
    { wrong: '到期失效的文件及时移出⟦，⟧', right: '到期失效的文件及时移出。' },
    {
      replaces: '全年没有发生需要追究责任的情形。',
      wrong: '按规定开展社会评议，全年没有发生需要追究责任的情⟦形⟧',
      right: '按规定开展社会评议，全年没有发生需要追究责任的情形。',
    },
  ],
};

/** punctuation: faulty marks of the running text; one finding for each kind of fault in a paragraph. */
export const checkPunctuation: Check = { rules: [rule], run };

/** What a kind of fault is called, and whether its fix is beyond doubt. */
const kinds: Readonly<Record<FaultKind, { readonly name: string; readonly safe: boolean }>> = {
  halfWidth: { name: '汉字间的半角标点', safe: true },
  fullStop: { name: '句末的半角句点', safe: true },
  brackets: { name: '汉字间的半角括号', safe: true },
  doubled: { name: '重复的标点', safe: true },
  conflicting: { name: '连用而冲突的标点', safe: false },
  unmatched: { name: '不成对的标点', safe: false },
  quotes: { name: '不成对或方向有误的引号', safe: false },
  straight: { name: '英文引号', safe: true },
  ending: { name: '段末标点', safe: false },
  latin: { name: '汉字间的英文单词', safe: false },
  invisible: { name: '看不见的字符', safe: true },
};

function* run(report: Report): Iterable<Finding> {
  const { paragraphs } = report;
  const brackets = bracketFaults(paragraphs);
  const quotes = quoteFaults(paragraphs);
  const unended = unendedFaults(report);
  for (const [index, paragraph] of paragraphs.entries()) {
    const ending = unended.get(paragraph);
    const faults = [
      ...pointFaults(paragraph),
      ...(ending === undefined ? [] : [ending]),
      ...(brackets[index] ?? []),
      ...(quotes[index] ?? []),
      ...straightQuoteFaults(paragraph),
    ];
    if (faults.length === 0) continue;
    for (const kind of Object.keys(kinds) as FaultKind[]) {
      const alike = faults.filter((fault) => fault.kind === kind);
      const [first] = alike;
      if (first !== undefined) yield findingOf(report, paragraph, alike, first);
    }
  }
}

/** Places of a fault that are listed beside the first; one fix is for all. */
const MOST_RELATED = 20;

function findingOf(report: Report, paragraph: Paragraph, faults: readonly Fault[], first: Fault): Finding {
  const others = faults.slice(1);
  const count = others.length === 0 ? '' : `本段共${faults.length}处。`;
  return finding(rule, {
    message: `${first.message}。${count}`,
    span: spanIn(paragraph, first.from, first.to),
    related: others.slice(0, MOST_RELATED).map((fault) => ({
      span: spanIn(paragraph, fault.from, fault.to),
      message: `${fault.message}。`,
    })),
    fixes: () => fixesOf(report, paragraph, faults, kinds[first.kind]),
  });
}

/** One fix for all places of the paragraph that can be fixed. */
function fixesOf(
  report: Report,
  paragraph: Paragraph,
  faults: readonly Fault[],
  { name, safe }: { readonly name: string; readonly safe: boolean },
): Fix[] {
  const edits = faults
    .flatMap((fault) => fault.corrections)
    .map(({ from, to, text }) => rewrite(report, paragraph, from, to, text))
    .filter((edit) => edit !== undefined);
  if (edits.length === 0) return [];
  return [(safe ? safeFix : suggestion)(`改正本段${name}`, edits)];
}
