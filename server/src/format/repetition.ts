/** What may and what may not stand doubled in the text of a report. */

/** A particle that never stands twice, but where one word ends with it and the next is it. */
export interface Particle {
  readonly char: string;
  /** Characters before it with which it is the end of a word: `目的的` (the aim's), `应对对` (to face). */
  readonly after: string;
  /** Characters behind it with which it begins another word: `的的确确` (indeed). */
  readonly before?: string;
}

/** By the 《现代汉语词典》: words that end in each of them. */
export const particles: readonly Particle[] = [
  { char: '的', after: '目端标', before: '确' },
  { char: '了', after: '不明', before: '之' },
  { char: '在', after: '现所自实内潜外' },
  { char: '于', after: '' },
  { char: '被', after: '棉植' },
  { char: '和', after: '共中饱缓平总柔温谐随', before: '美气谐解平' },
  { char: '与', after: '参给赋' },
  { char: '及', after: '涉普顾提触波危埃推' },
  { char: '为', after: '行作成认因以人有称视定列改' },
  { char: '对', after: '应面核绝相反校比针结配' },
  { char: '向', after: '方面导动去意定取走' },
  { char: '将', after: '' },
];

/**
 * Words that may end one name and begin the next: `人民政府政府信息` (a people's government's government information),
 * `部门部门预算` (each department's own budget), and those that are said twice: `一个一个` (one by one).
 */
export const doubles: ReadonlySet<string> = new Set([
  '政府',
  '信息',
  '公开',
  '政务',
  '管理',
  '服务',
  '部门',
  '单位',
  '行政',
  '审批',
  '执法',
  '社会',
  '安全',
  '国家',
  '文化',
  '教育',
  '中心',
  '市场',
  '监督',
  '监管',
  '法律',
  '财政',
  '交通',
  '农业',
  '环境',
  '数据',
  '项目',
  '街道',
  '社区',
  '政策',
  '平台',
  '研究',
  '学习',
  '讨论',
  '商量',
  '反复',
  '很多',
  '许多',
  '非常',
]);
