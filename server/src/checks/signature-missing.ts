import { BODY_PLACEHOLDER, DATE_PLACEHOLDER } from '../format/phrases.ts';
import type { Report } from '../report/model.ts';
import { blankMarks, withoutBlanks } from '../report/reading/marks.ts';
import { isBodyName } from '../report/reading/title.ts';
import { squeeze, trimSpan } from '../text/fold.ts';
import { memo, PARAGRAPHS } from '../text/memo.ts';
import type { Span } from '../text/span.ts';
import { insertParagraphs } from '../writing/section.ts';
import { type Check, type Finding, finding, type Rule, suggestion } from './check.ts';

const signatureRule: Rule = {
  code: 'signature-missing',
  severity: 'hint',
  title: '缺少落款',
  summary: 'The body and the date at the end of the report are missing, or one of them is.',
  why: [
    '文末写明机关名称和成文日期，说明报告由谁、在何时作出；成文日期也用来核对是否按期公布。',
    '网站栏目常已显示发布机关和日期，许多公布的报告正文没有落款，所以只作提醒。日期写在标题之下（如“（2026年1月20日）”）、机关与日期写在同一行，或者留着“（请填写成文日期）”“2026年 月 日”一类待填日期的，不提示。',
  ].join('\n\n'),
  basis: '公文惯例：公文应有发文机关署名和成文日期；《中华人民共和国政府信息公开条例》没有对年度报告的落款另作规定。',
  howToFix:
    '在文末补上所缺的机关名称、成文日期。名称取自标题，取不到的和日期都留占位，由填报人填写，“全部修正”不作处理。',
  examples: [
    {
      replaces: '没有其他需要报告的事项。\n\n云川市水务局\n\n2026年1月20日',
      wrong: '没有其他需要报告的事项。\n\n⟦2026年1月20日⟧',
      right: '没有其他需要报告的事项。\n\n云川市水务局\n\n2026年1月20日',
      note: '有日期，没有机关名称。',
    },
    {
      report: 'government',
      replaces: '收取信息处理费0元。\n\n青澜县人民政府\n\n2026年2月12日',
      wrong: '收取信息处理费0元。\n\n⟦青澜县人民政府⟧',
      right: '收取信息处理费0元。\n\n青澜县人民政府\n\n2026年2月12日',
      fixable: false,
      note: '有机关名称，没有日期。',
    },
    {
      report: 'trial',
      replaces: '无其他需要报告的事项。\n\n青澜县教育局\n\n2021年1月15日',
      wrong: '⟦无其他需要报告的事项。⟧',
      right: '无其他需要报告的事项。\n\n青澜县教育局\n\n2021年1月15日',
      fixable: false,
    },
  ],
};

/** signature-missing: the body and the date at the end. */
export const checkSignature: Check = { rules: [signatureRule], run };

/** Lines from the end among which a date is looked for: notes and attachments may follow it. */
const LAST_LINES = 6;
const LONGEST_LINE = 60;
/**
 * A date that closes a line, written or still open: `2026年1月20日`, `2026-01-20`, `2026年 月 日`, `（请填写成文日期）` (fill
 * in the date).
 */
const DATED =
  /(?:年[^年。，]{0,6}月(?:[^月。，]{0,6}日)?|20\d\d[-./]\d{1,2}[-./]\d{1,2}|[(（【[]请填写[^()（）]{0,20}[)）】\]])[)）]?$/;
const TAGS = /<[^<>]{0,200}>/g;

function* run(report: Report): Iterable<Finding> {
  const { signature } = report;
  if (signature?.body !== undefined) return;
  const ending = lastLines(report);
  if (signature !== undefined) {
    const above = ending[ending.findIndex(({ start }) => start <= signature.dateSpan.start) + 1];
    // A short line without a mark is a name that is not known for one.
    const named = above !== undefined && /^[^。；：:;|]{2,40}$/.test(above.plain);
    if (!named) yield lacking(report, signature.dateSpan, 'body', signature.start);
    return;
  }
  const last = ending[0];
  if (last === undefined || ending.some(({ plain }) => isDate(plain)) || isDatedAbove(report)) return;
  if (isBodyName(last.plain)) yield lacking(report, last, 'date', report.text.length);
  else yield lacking(report, lastSentence(report, last), 'both', report.text.length);
}

interface LastLine extends Span {
  /** Without white space and tags, in narrow form. */
  readonly plain: string;
}

/** The last lines with text, the last one first. */
function lastLines({ text, lines }: Report): LastLine[] {
  const found: LastLine[] = [];
  for (let i = lines.count - 1; i >= 0 && found.length < LAST_LINES; i--) {
    const line = trimSpan(text, lines.start(i), lines.end(i));
    if (line.start === line.end) continue;
    const plain = plainOf(text.slice(line.start, line.end));
    if (plain !== '') found.push({ ...line, plain });
  }
  return found;
}

const plainOf = memo((line: string): string => squeeze(withoutBlanks(blankMarks(line)).replace(TAGS, '')), PARAGRAPHS);

function isDate(plain: string): boolean {
  return plain.length <= LONGEST_LINE && DATED.test(plain);
}

/** Whether a date stands in a line of its own between the title and the text: `（2026年1月20日）`. */
function isDatedAbove({ text, lines, title }: Report): boolean {
  if (title === undefined) return false;
  const first = lines.lineAt(title.span.end) + 1;
  for (let i = first; i < Math.min(first + LAST_LINES, lines.count); i++) {
    if (lines.end(i) - lines.start(i) > 4 * LONGEST_LINE) continue;
    const plain = squeeze(text.slice(lines.start(i), lines.end(i)).replace(TAGS, ''));
    if (/^[(（]?20\d\d年\d{1,2}月\d{1,2}日[)）]?$/.test(plain)) return true;
  }
  return false;
}

/** The last sentence of a line. */
function lastSentence({ text }: Report, line: LastLine): Span {
  let start = line.end - 1;
  while (start > line.start && !'。；|>\t'.includes(text.charAt(start - 1))) start--;
  return trimSpan(text, start, line.end);
}

const WORDS = {
  body: { message: '落款只有成文日期，应在日期之前写明机关名称。', title: '补上机关名称' },
  date: { message: '落款只有机关名称，应写明成文日期。', title: '补上成文日期' },
  both: { message: '文末没有落款，应写明机关名称和成文日期。', title: '补上落款' },
};

function lacking(report: Report, span: Span, what: keyof typeof WORDS, offset: number): Finding {
  const body = what === 'date' ? [] : [report.body ?? BODY_PLACEHOLDER];
  const date = what === 'body' ? [] : [DATE_PLACEHOLDER];
  return finding(signatureRule, {
    message: WORDS[what].message,
    span: { start: span.start, end: span.end },
    fixes: () => {
      const edit = insertParagraphs(report, offset, [...body, ...date]);
      return [suggestion(WORDS[what].title, [edit])];
    },
  });
}
