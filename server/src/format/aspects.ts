import { fold } from '../text/fold.ts';
import { memo } from '../text/memo.ts';

/** One of the aspects that section one, 总体情况, reports on. */
export interface Aspect {
  /** The official wording, as a sub-heading has it. */
  readonly title: string;
  /** Words of sub-headings that name it, in wordings of published reports; key form, see `fold`. */
  readonly names: readonly string[];
  /** Words of running text that treat it, where no sub-heading names it. */
  readonly words: readonly string[];
}

/**
 * The five aspects in the order of format 2021 (国办公开办函〔2021〕30号). Published reports swap the third and the
 * fourth and reword all of them: `主动公开政府信息情况` (situation of …), `抓好主动公开` (do … well),
 * `依申请公开办理情况`, `政府信息资源管理`, `政府公开平台建设`, `强化平台建设` (strengthen platforms).
 */
export const aspects: readonly Aspect[] = [
  {
    title: '主动公开',
    names: ['主动公开', '信息发布', '重点领域', '政策发布', '公开内容', '信息公开情况', '主动发布'],
    words: ['主动公开', '主动发布', '公开发布', '发布信息', '公开信息', '发布各类', '发布政务', '发布政府信息', '公示'],
  },
  {
    title: '依申请公开',
    names: ['依申请', '申请公开', '公开申请', '申请办理'],
    words: ['依申请', '公开申请', '申请公开'],
  },
  {
    title: '政府信息管理',
    names: ['信息管理', '信息资源', '信息及平台', '资源管理', '信息审核', '信息审查', '文件管理', '公文管理'],
    words: ['信息管理', '信息资源', '规范性文件', '公文', '属性', '审查', '审核', '三审', '公开目录', '动态更新'],
  },
  {
    title: '政府信息公开平台建设',
    names: ['平台', '网站', '载体', '渠道', '阵地', '新媒体', '专区', '专栏'],
    words: ['平台', '网站', '新媒体', '公众号', '专区', '专栏', '公报', '公示栏', '公开栏'],
  },
  {
    title: '监督保障',
    names: ['监督', '保障', '考核', '评议', '责任追究', '监管'],
    words: ['监督', '考核', '考评', '培训', '评议', '追究', '问责', '领导小组', '专题会议'],
  },
];

/** A result that the report of a people's government states besides (《条例》第五十条第一款第四项). */
export interface Result {
  readonly title: string;
  /** Words of which one shows that it is stated. */
  readonly words: readonly string[];
}

/** 工作考核、社会评议和责任追究结果情况: for people's governments at each level, customarily under 监督保障. */
export const results: readonly Result[] = [
  { title: '工作考核', words: ['考核', '考评', '测评', '评估', '绩效'] },
  {
    title: '社会评议',
    words: ['评议', '满意度', '社会监督', '各界监督', '群众监督', '公众监督', '社会评价', '投诉举报'],
  },
  { title: '责任追究', words: ['追究', '追责', '问责', '责任制'] },
];

/** The sub-heading under which a government's results stand. */
export const resultsUnder = '监督保障';

/** The aspects that a sub-heading names, in whatever wording; none where it names none. */
export const aspectsNamed: (heading: string) => readonly Aspect[] = memo((heading) => {
  const key = fold(heading);
  return aspects.filter(({ names }) => names.some((name) => key.includes(name)));
});
