import type { Paragraph, Report } from '../report/model.ts';
import { narrowText, spanIn } from '../report/reading/prose.ts';
import { memo, PARAGRAPHS } from '../text/memo.ts';
import { overlaps, type Span } from '../text/span.ts';
import { type Check, type Finding, finding, type Rule } from './check.ts';

const rule: Rule = {
  code: 'placeholder',
  severity: 'warning',
  title: '有未填写的内容',
  summary: 'A place that a template left to be filled in (XX, ×××, 待补充), or a number left out of its sentence.',
  why: `由模板改写的报告，常留下没有填写的地方：\`XX\`、\`×××\`、\`***\`、下划线、“待补充”“待定”“（请填写……）”“【待核实】”“【待改写】”“某某局”“X月X日”；或者句子写好了，数字却没有填：“累计发布   条”“2025年 月 日”。报告公开后，这些地方会原样出现在网站上。

检查报告题目、正文和落款。表格中的空格和非数字由表格的各项检查提示。“多少条”“逐条”“几件”这样的词不作为漏填的数字。`,
  basis: '填报惯例。年度报告的内容应当真实、准确、完整，缺少数字的句子不能说明工作情况（《条例》第五十条）。',
  howToFix: '没有自动修改：应填什么，只有填报人知道。',
  examples: [
    {
      wrong: '通过门户网站发布信息⟦XX⟧条，在',
      right: '通过门户网站发布信息326条，在',
      fixable: false,
    },
    { wrong: '通过门户网站⟦发布信息   条⟧，在', right: '通过门户网站发布信息326条，在', fixable: false },
    { wrong: '为2025年1月1日至⟦2025年 月 日⟧。', right: '为2025年1月1日至2025年12月31日。', fixable: false },
    { wrong: '组织业务培训2次，参加86人次⟦（待补充）⟧。', right: '组织业务培训2次，参加86人次。', fixable: false },
  ],
};

/** placeholder: places of the title, the text and the signature that were never filled in. */
export const checkPlaceholders: Check = { rules: [rule], run };

function* run(report: Report): Iterable<Finding> {
  const { title, signature } = report;
  for (const span of [title?.span, signature?.bodySpan, signature?.dateSpan]) {
    if (span !== undefined) yield* inText(report, report.text.slice(span.start, span.end), span.start);
  }
  for (const paragraph of report.paragraphs) yield* inParagraph(report, paragraph);
}

/** A place of a text that is not filled in, by offsets in that text. */
interface Gap {
  readonly kind: 'place' | 'number' | 'date';
  readonly from: number;
  readonly to: number;
}

const messages: Readonly<Record<Gap['kind'], (text: string) => string>> = {
  place: (text) => `“${text}”处没有填写，请补充。`,
  number: (text) => `“${text}”缺少数字，请补充。`,
  date: (text) => `“${text}”的日期没有填写，请补充。`,
};

function gapAt(report: Report, { kind }: Gap, span: Span): Finding {
  const text = report.text.slice(span.start, span.end).replace(/\s+/g, ' ');
  return finding(rule, { message: messages[kind](text), span });
}

/** Titles and signatures: only the marks that templates leave. */
function* inText(report: Report, text: string, at: number): Iterable<Finding> {
  for (const gap of gapsIn(text, templates)) {
    yield gapAt(report, gap, { start: at + gap.from, end: at + gap.to });
  }
}

function* inParagraph(report: Report, paragraph: Paragraph): Iterable<Finding> {
  const start = paragraph.lines[0]?.start ?? 0;
  const end = paragraph.lines.at(-1)?.end ?? start;
  // Asterisks and underscores are marks of Markdown, which a paragraph's text does not have.
  const source = report.text.slice(start, end);
  const drawn = DRAWN.test(source)
    ? gapsIn(withoutStrong(source), report.language === 'plaintext' ? plainMarks : marks)
    : [];
  const spans: Span[] = [];
  for (const gap of drawn) {
    const span = { start: start + gap.from, end: start + gap.to };
    spans.push(span);
    yield gapAt(report, gap, span);
  }
  let next = 0;
  for (const gap of gapsInText(paragraph.text)) {
    const isLabel = gap.to === paragraph.text.length && !/[，。；：]/.test(paragraph.text);
    if (gap.kind === 'number' && isLabel) continue;
    const span = spanIn(paragraph, gap.from, gap.to);
    while ((spans[next]?.end ?? span.end) < span.start) next++;
    const drawnThere = spans[next];
    if (drawnThere === undefined || !overlaps(drawnThere, span)) yield gapAt(report, gap, span);
  }
}

/** What a gap looks like; `guard` is a cheap test that a text can have one. */
interface Pattern {
  readonly kind: Gap['kind'];
  readonly guard: RegExp;
  readonly pattern: RegExp;
}

/** The gaps of a text in its order; of two that overlap the one that begins first. */
function gapsIn(text: string, patterns: readonly Pattern[]): readonly Gap[] {
  const all: Gap[] = [];
  for (const { kind, guard, pattern } of patterns) {
    if (!guard.test(text)) continue;
    for (const match of text.matchAll(pattern)) {
      all.push({ kind, from: match.index, to: match.index + match[0].length });
    }
  }
  let end = 0;
  return all
    .sort((a, b) => a.from - b.from || b.to - a.to)
    .filter(({ from, to }) => {
      if (from < end) return false;
      end = to;
      return true;
    });
}

/** The gaps of a paragraph's text; of such as are drawn with signs only what is left of them without marks. */
const gapsInText = memo(
  (text: string): readonly Gap[] => gapsIn(narrowText(text), [...templates, ...sentences]),
  PARAGRAPHS,
);

/** What ends a clause, or the text. */
const STOP = '(?=\\s*(?:[，。；、：,;:）)】\\]]|$))';
/** Counting words of which a number was left out. No `人`, `期`: `申请 人` (applicant), `培训 期` are words spaced apart. */
const UNITS = '(?:余?条(?:次)?|余?件(?:次)?|[万余]?人次|余?次|余?篇|余?份|余?场|余?项|万?元|宗|个)';

const templates: readonly Pattern[] = [
  // `20XX年` (year 20XX), `ＸＸ局` (bureau XX), `×××`; not `/xxgk/` and other Latin words.
  {
    kind: 'place',
    guard: /[XxＸｘ×]/,
    pattern: /(?<![A-WYZa-wyz/.@_:-])[XxＸｘ×]{2,}(?![A-WYZa-wyz/.@_:-])/g,
  },
  // `X月X日` (month X, day X), `公开信息X条` (X items published); not `3×5件` (3 × 5 pieces), `1+X项目` (1 + X project).
  {
    kind: 'place',
    guard: /[XＸ×]/,
    pattern: /(?<![\w+＋Ａ-Ｚ/.%％×Ｘ-])[XＸ×](?=\s?(?:[年月日条件次份篇场起元个]|人次|项(?!目)))/g,
  },
  { kind: 'place', guard: /TODO|TBD|FIXME/, pattern: /(?<![A-Za-z])(?:TODO|TBD|FIXME)(?![A-Za-z])/g },
  // `某某局` (some bureau), `某某单位` (some unit)
  {
    kind: 'place',
    guard: /某某/,
    pattern: /(?<!某)某{2,}(?=省|市|县|区|镇|乡|街道|局|委|办|厅|处|单位|部门|机关|政府|年|月|日)/g,
  },
  // `○○局` (bureau ○○); not `二○○八年` (the year 2008).
  { kind: 'place', guard: /[○◯]/, pattern: /(?<![\d一二三四五六七八九十○◯])[○◯]{2,}(?![一二三四五六七八九十])/g },
  // `（请填写单位名称）` (please fill in the unit's name), `【待核实】` (to be verified)
  {
    kind: 'place',
    guard: /[（(【[]/,
    pattern:
      /[（(【[][^（）()【】[\]]{0,12}(?:请(?:填|补充|输入|插入|替换|核实|确认|修改)|待(?:补充?|填|定|核实|核对|确认|统计|更新|完善|改写)|此处(?:填|补|插入|写))[^（）()【】[\]]{0,20}[）)】\]]/g,
  },
  // `（请填写本年度收取信息处理费的情况；没有收取的，写明未收取。）` (please fill in the fees …): as long as it takes
  { kind: 'place', guard: /请填写/, pattern: /[（(【[]请填写[^（）()【】[\]]{1,80}[）)】\]]/g },
  // `【 】`, `《》`
  { kind: 'place', guard: /[【《]/, pattern: /【\s{0,12}】|《\s{0,12}》/g },
  // `时间待定。` (time to be fixed.); not `有待补充` (leaves to be desired), `对待补充材料的申请` (to treat requests …).
  {
    kind: 'place',
    guard: /待/,
    pattern: new RegExp(`待(?<![有亟尚仍还须需期等留对]待)(?:补充?|填写?|定|统计|确认|更新)${STOP}`, 'g'),
  },
  // `2025年 月 日`, `年  月  日` (year, month, day, left blank); not `写明年月日` (say the date).
  {
    kind: 'date',
    guard: /月\s*日/,
    pattern:
      /(?:20\d\d|20|二[〇○零][〇○零一二三四五六七八九]{2})\s{0,12}年\s{0,12}月\s{0,12}日|年\s{1,12}月\s{1,12}日/g,
  },
  // `2026年1月 日` (January 2026, day left blank); not `每月 日均` (monthly, on daily average).
  { kind: 'date', guard: /月\s+日/, pattern: /\d{4}\s?年\s?\d{1,2}\s?月\s{1,12}日(?![常前后内益均报])/g },
];

const sentences: readonly Pattern[] = [
  // White space where the number should be: `累计发布   条` (in all _ items published), `收到政府信息公开申请 件` (received _
  // requests). Published, received, done, documents, meetings held, training, inquiries, lawsuits, in all …
  {
    kind: 'number',
    guard: /[\u4e00-\u9fff]\s+[\u4e00-\u9fff]/,
    pattern: new RegExp(
      `(?:公开|发布|发出|收到|受理|办理|办结|答复|申请|(?:发布|公开|推送|转发|报送)?信息|公文|文件|解读|图解|稿件|新增|结转|维持|纠正|审结|转发|推送|更新|制发|制定|废止|修订|清理|回应|举办|召开|开展|组织|培训|参加|参训|咨询|接待|接听|公布|刊发|编发|印发|报送|编制|建议|提案|留言|诉讼|复议|累计|共计|合计|总计|分别为)\\s{1,20}${UNITS}${STOP}`,
      'g',
    ),
  },
  // Nothing at all where the number should be: `共主动公开条` (in all items published), `累计发布信息条`.
  {
    kind: 'number',
    guard: /共|累计|合计|总计|全年/,
    pattern: new RegExp(
      `(?:共|累计|合计|共计|总计|全年)(?:主动)?(?:(?:公开|发布|推送|转发|更新|报送)(?:(?:政府|政务)?信息)?(?:条|次|件)|(?:收到|受理|办结|答复)(?:政府信息公开申请|申请)?件|制发文件件|举办(?:发布会)?场)${STOP}`,
      'g',
    ),
  },
  // `同比增长%，` (up by _ %), `收取信息处理费 元。` (fees of _ yuan)
  {
    kind: 'number',
    guard: /%/,
    pattern: new RegExp(`(?:占比?|增长|下降|上升|提高|减少|达到?|率为?)\\s{0,12}%${STOP}`, 'g'),
  },
  {
    kind: 'number',
    guard: /元/,
    pattern: new RegExp(`(?:处理费|总金额|经费|收费)(?:共计|合计|为)?\\s{0,12}万?元${STOP}`, 'g'),
  },
];

/** Without two of a sign nothing is drawn. */
const DRAWN = /[*_＊＿]{2}/;
/** What a run of asterisks or underscores stands for: a counted number, a date, the rest of a line. */
const COUNTED = '(?=\\s?(?:[年月日号条件次份篇场起元个项]|人次)(?:[*_＊＿，。；、,;）)年月日]|$))';

/** Words in bold and italics: `***收到47***件`. */
const STRONG = /\*{3}([^\s*][^*]{0,4000})\*{3}(?!\*)/g;
const COUNTS = new RegExp(`^${COUNTED}`);

/**
 * A text with its words in bold and italics no longer between signs; offsets stay. `公开***条，解读***篇` are no such
 * words: both signs stand where a number was left out.
 */
function withoutStrong(text: string): string {
  return text.replace(STRONG, (all, words: string, at: number) => {
    const leftOut = COUNTS.test(words) && COUNTS.test(text.slice(at + all.length, at + all.length + 4));
    return leftOut ? all : `   ${words}   `;
  });
}

/** `公开信息***条` (*** items published), `联系电话：______` (telephone); not `***重点***` (stress: key points). */
const marks: readonly Pattern[] = [
  {
    kind: 'place',
    guard: /\*{3}|_{3}|＊{2}|＿{2}/,
    pattern: new RegExp(
      `(?<![*＊])[*＊]{3,}${COUNTED}|(?<=[：:]\\s?)\\*{3,}(?=\\s?(?:[；;，,。]|$))|＊{2,}|＿{2,}`,
      'g',
    ),
  },
  { kind: 'place', guard: /_{3}/, pattern: /(?<![A-Za-z\d_])_{3,}(?![A-Za-z\d_])/g },
];

/** In plain text asterisks mark nothing else; `138****1234` is a number that was hidden. */
const plainMarks: readonly Pattern[] = [
  ...marks,
  { kind: 'place', guard: /\*{3}/, pattern: /(?<![\d*A-Za-z])\*{3,}(?![\d*A-Za-z])/g },
];
