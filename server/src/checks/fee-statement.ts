import { feeRules, numberOfDocument } from '../format/citations.ts';
import { feesSince, presentFormat } from '../format/formats.ts';
import { noticeOf } from '../format/notices.ts';
import { PLACEHOLDER } from '../format/phrases.ts';
import { feesToFill, noFees, nothingElse } from '../format/sections.ts';
import { type SectionText, textsOf } from '../report/facts/sectionTexts.ts';
import type { Report, Section } from '../report/model.ts';
import { spanIn } from '../report/reading/prose.ts';
import { readNumeral } from '../text/numeral.ts';
import type { Edit, Span } from '../text/span.ts';
import { insertionUnder } from '../writing/section.ts';
import { alternative, type Check, type Finding, type Fix, finding, type Rule } from './check.ts';

const FEE = '信息处理费';

const rule: Rule = {
  code: 'fee-statement',
  severity: 'warning',
  title: '没有写明信息处理费',
  summary: `From report year ${feesSince} on, section six does not say what was charged for processing information.`,
  why: [
    `自${feesSince}年度起，格式要求在第六部分专门报告信息处理费的收取情况，没有收取的也要写明。“无”“没有其他需要报告的事项”不等于报告了收费情况。`,
    '第六部分写明“未收取”“收取0元”“收费通知0件”等都算。只在其他部分写了的，作为提示：应当移到第六部分。',
  ].join('\n\n'),
  basis: `${noticeOf(presentFormat)}一（六）及所附格式第六部分：依据《政府信息公开信息处理费管理办法》（${numberOfDocument(feeRules)}）收取信息处理费的情况，在此处专门报告。`,
  howToFix: `补上“${noFees}”，或者补上待填金额的“${feesToFill}”，由填报人按实际情况选用，“全部修正”不补。`,
  examples: [
    {
      replaces: '2025年，本机关未收取信息处理费。没有其他需要报告的事项。',
      wrong: '⟦无。⟧',
      right: '本年度未收取信息处理费。无其他需要报告的事项。',
    },
    {
      report: 'government',
      replaces: '本年度发出收费通知0件，收取信息处理费0元。',
      wrong: '⟦无其他需要报告的事项。⟧',
      right: '本年度未收取信息处理费。无其他需要报告的事项。',
    },
  ],
};

/** fee-statement: section six says what was charged for processing information. */
export const checkFeeStatement: Check = { rules: [rule], run };

function* run(report: Report): Iterable<Finding> {
  if (report.years.ofText === undefined) return;
  for (const section of report.sections) {
    if (section.role !== 'regular' || section.format.statesFees !== true) continue;
    const texts = textsOf(section, report);
    // What is empty or still to be written is said by other findings.
    if (texts.length === 0 || texts.some(({ text }) => text.search(PLACEHOLDER) >= 0 || STATED.test(text))) continue;
    yield missing(section, texts, report);
  }
}

/** `未收取费用` (no fee charged), `收费0元` (fees of 0 yuan), `发出收费通知0件` (0 fee notices). */
const STATED = /处理费|收取|收费|费用/;

function missing(section: Section, texts: readonly SectionText[], report: Report): Finding {
  const span = texts[0]?.span ?? section.headingSpan;
  const fixes = (): readonly Fix[] => [
    ...fixWith(noFees, section, texts, report),
    ...fixWith(feesToFill, section, texts, report),
  ];
  const elsewhere = statedElsewhere(report);
  if (elsewhere === undefined) {
    return finding(rule, {
      message: `“${section.format.title}”部分没有写明${FEE}的收取情况，没有收取的也应写明“${noFees}”`,
      span,
      fixes,
    });
  }
  return finding(rule, {
    message: `${FEE}的收取情况应在“${section.format.title}”部分写明，现只写在别处。`,
    severity: 'hint',
    span,
    related: [{ span: elsewhere, message: `这里写到${FEE}` }],
    fixes,
  });
}

/** Where the rest of the report first speaks of fees, if it does. */
function statedElsewhere({ paragraphs }: Report): Span | undefined {
  for (const paragraph of paragraphs) {
    const at = paragraph.text.indexOf(FEE);
    // `《政府信息公开信息处理费管理办法》`: a document's name states nothing.
    if (at >= 0 && !/^[^》]{0,8}》/.test(paragraph.text.slice(at + FEE.length))) {
      return spanIn(paragraph, at, at + FEE.length);
    }
  }
  return undefined;
}

/** Says a sentence on fees: instead of a bare 无, before a single sentence, else in a paragraph at the end. */
function fixWith(sentence: string, section: Section, texts: readonly SectionText[], report: Report): readonly Fix[] {
  const fix = (edit: Edit): readonly Fix[] => [alternative(`补上“${sentence}”`, [edit])];
  const [only] = texts;
  if (only?.span !== undefined && texts.length === 1) {
    const { text, span } = only;
    if (NOTHING.test(text)) return fix({ span, text: sentence + nothingElse });
    if (readNumeral(text) === undefined) return fix({ span: { start: span.start, end: span.start }, text: sentence });
  }
  const edit = insertionUnder(section, report, report.language === 'html' ? `<p>${sentence}</p>` : sentence);
  return edit === undefined ? [] : fix(edit);
}

/** A text that only says none: `无`, `无。`, `（无）`, `暂无。` (none for now), `没有。` */
const NOTHING = /^[（(]?(?:暂?无|没有)[)）]?[。.]?$/;
