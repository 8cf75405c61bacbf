import { nameEndings } from '../format/bodies.ts';
import { isGovernment, speaksForArea } from '../report/facts/body.ts';
import type { Report } from '../report/model.ts';
import { narrowText, prefaceOf, spanIn } from '../report/reading/prose.ts';
import { squeeze } from '../text/fold.ts';
import { nearNames } from './body-name/near.ts';
import { unfitSelves } from './body-name/selves.ts';
import { alternative, type Check, type Finding, finding, type Rule, suggestion } from './check.ts';

const rule: Rule = {
  code: 'body-name',
  severity: 'warning',
  title: '机关名称不一致',
  summary:
    'Title, signature, contact line and text name the body differently, or its own name with a character dropped or changed.',
  why: [
    '标题、落款、首部和正文写的应是同一个机关。机构改革后沿用旧名称、借用其他单位的底稿、名称多字漏字，都会使读者不知道是谁的报告。',
    '全称与规范简称、加不加上级行政区名称、政府与其办公室、管委会与其办公室，都视为同一机关；负责答疑的可以是内设机构。名称中的字变了而成为另一个常见机关的，不作为错字。',
    '“我局”写成“我委”，县的报告写“我市”“我区”之类与名称不符的自称，作为提示；部门可以说到所在的市，不提示。',
  ].join('\n\n'),
  basis: '公文惯例（《党政机关公文格式》GB/T 9704—2012）：发文机关使用全称或者规范化简称，标题与落款一致。',
  howToFix: '改为标题中的名称，由填报人确认，“全部修正”不改；自称没有修正。',
  examples: [
    {
      replaces: '没有其他需要报告的事项。\n\n云川市水务局',
      wrong: '没有其他需要报告的事项。\n\n⟦云川市水利管理局⟧',
      right: '没有其他需要报告的事项。\n\n云川市水务局',
    },
    {
      replaces: '请与云川市水务局办公室联系',
      wrong: '请与⟦青澜县教育局办公室⟧联系',
      right: '请与云川市水务局办公室联系',
      fixable: false,
      note: '沿用了其他单位的底稿。',
    },
    {
      replaces: '全年没有发生需要追究责任的情形。',
      wrong: '⟦云川市水务务局⟧全年没有发生需要追究责任的情形。',
      right: '云川市水务局全年没有发生需要追究责任的情形。',
    },
  ],
};

/** body-name: one body is named everywhere, by its right name. */
export const checkBodyName: Check = { rules: [rule], run };

function* run(report: Report): Iterable<Finding> {
  const name = titleName(report);
  if (name === undefined) return;
  const signed = signature(report, name);
  if (signed !== undefined) yield signed;
  yield* contacts(report, name);
  yield* misspelt(report, name);
  yield* selves(report, name);
}

/** The body's name in the title without remarks and what conversion put before it. */
function titleName({ title }: Report): string | undefined {
  const name = squeeze(title?.body ?? '')
    .replace(/^(?:正文|标题:)/, '')
    .replace(/关于.*$|[（(][^（）()]*[）)]$/g, '');
  return name.length < 4 ? undefined : name;
}

/** Whether two names are of one body: the same, one shortened, or one with its place above or its office behind. */
function isSame(a: string, b: string): boolean {
  const [long, short] = a.length >= b.length ? [a, b] : [b, a];
  if (long.endsWith(short)) return true;
  if (long.startsWith(short) && nameEndings.includes(long.slice(short.length))) return true;
  const ending = nameEndings.find((one) => long.endsWith(one) && long.length - one.length >= 2);
  const core = (text: string): string =>
    nameEndings.reduce((rest, one) => (rest.endsWith(one) ? rest.slice(0, -one.length) : rest), text);
  if (ending !== undefined && core(long) !== '' && core(long).endsWith(core(short))) return true;
  return isShortened(short, long);
}

/** Whether a name is another one with words left out, as `省外事办` of `云岭省人民政府外事办公室`; its last characters count. */
function isShortened(short: string, long: string): boolean {
  let at = 0;
  for (const char of long) if (char === short.charAt(at)) at++;
  return at === short.length && (short.at(-1) === long.at(-1) || /[办委室]$/.test(short));
}

/** What stands between the names of two bodies that sign together. */
const JOINT = /[、，,]/;

function signature(report: Report, name: string): Finding | undefined {
  const { signature: signed } = report;
  if (signed?.body === undefined || signed.bodySpan === undefined) return undefined;
  const own = squeeze(signed.body);
  if (own === name || JOINT.test(own) || (isSame(own, name) && nearNames(own, name).length === 0)) return undefined;
  const span = signed.bodySpan;
  return finding(rule, {
    message: `落款为“${own}”，标题为“${name}”，应为同一机关，请核对。`,
    span,
    ...titleRelated(report, name),
    fixes: () => [suggestion(`落款改为“${name}”`, [{ span, text: name }])],
  });
}

function titleRelated({ title }: Report, name: string) {
  return title === undefined ? {} : { related: [{ span: title.span, message: `标题中的名称：${name}` }] };
}

/** `请与云川市水务局办公室联系` (please contact the office of …), `请联系…`. */
const CONTACT = /请(?:与|联系|向|径与)\s?([^，。；,;:：（(]{4,40}?)(?:联系|咨询|(?=[（(]地址))/;
/** The name of another body in full: its place, its field, its kind. */
const FULL = /^.{2,8}?[省市县区旗州].{2,16}?(?:局|委员会|厅|人民政府|办公室|街道办事处)/;

/** Whom readers are to ask: not another department. */
function* contacts(report: Report, name: string): Iterable<Finding> {
  // Readers of a government's report may ask any of its departments.
  if (speaksForArea(name) || /(?:办公室|办公厅|办)$/.test(name)) return;
  for (const paragraph of prefaceOf(report)) {
    const text = narrowText(paragraph.text);
    if (!text.includes('请')) continue;
    const match = CONTACT.exec(text);
    const asked = match?.[1]?.trim();
    if (match === null || asked === undefined || !FULL.test(asked)) continue;
    const body = squeeze(asked).replace(/(?<=局|委员会|厅|政府|办事处)[^局厅]{0,12}(?:办公室|办|科|处|股|中心)$/, '');
    if (isSame(body, name) || isSame(squeeze(asked), name) || asked.includes(name)) continue;
    // `云川市人民政府` of its department, `青澜县` of the township: the body above answers for it.
    if (isGovernment(body) || /领导小组|公开办|信息中心|服务中心/.test(asked)) continue;
    const from = match.index + match[0].indexOf(asked);
    yield finding(rule, {
      message: `首部请读者与“${asked}”联系，标题的机关是“${name}”，请核对是否沿用了其他单位的文字。`,
      span: spanIn(paragraph, from, from + asked.length),
      ...titleRelated(report, name),
    });
  }
}

function* misspelt(report: Report, name: string): Iterable<Finding> {
  for (const paragraph of report.paragraphs) {
    for (const { from, to } of nearNames(paragraph.text, name)) {
      const span = spanIn(paragraph, from, to);
      const near = paragraph.text.slice(from, to);
      yield finding(rule, {
        message: `“${near}”与标题中的“${name}”差一个字，请核对。`,
        span,
        fixes: () =>
          report.text.slice(span.start, span.end) === near
            ? [alternative(`改为“${name}”`, [{ span, text: name }])]
            : [],
      });
    }
  }
}

/** What the body calls itself, where that does not fit its name: a hint for each word. */
function* selves(report: Report, name: string): Iterable<Finding> {
  for (const [word, [first, ...others]] of unfitSelves(report, name)) {
    if (first === undefined) continue;
    yield finding(rule, {
      message: `自称“${word}”与标题的机关“${name}”不符${others.length > 0 ? `（共${others.length + 1}处）` : ''}，请核对是否沿用了其他单位的文字。`,
      severity: 'hint',
      span: first,
      related: others.map((span) => ({ span, message: `这里也写“${word}”` })),
    });
  }
}
