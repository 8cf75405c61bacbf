/** Whether something that a report says was found true, found wrong, or could not be judged. */
export type State = 'holds' | 'fails' | 'unjudged';

/** Why something could not be judged, in Chinese: of a relation, a number of the text, a figure to be drawn. */
export const reasons = {
  'no-number': '没有可核对的数字',
  'total-blank': '总计未填',
  'row-missing': '缺少这一行',
  'row-unclear': '这一行各格的归属不明',
  'cell-unreadable': '单元格读不出数字',
  'table-missing': '没有这张表',
  'cell-blank': '表中未填',
  rounded: '是约数',
  scope: '统计口径不明',
  'last-year': '须有上年数据',
} as const;

export type Reason = keyof typeof reasons;

/** How many of something hold, fail, or cannot be judged. */
export type Tally = Readonly<Record<State, number>>;

/** Counts the states of some things. */
export function tallyOf(all: readonly { readonly state: State }[]): Tally {
  const count = { holds: 0, fails: 0, unjudged: 0 };
  for (const { state } of all) count[state]++;
  return count;
}
