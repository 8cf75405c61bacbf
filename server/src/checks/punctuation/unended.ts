import type { Paragraph, Report } from '../../report/model.ts';
import { narrowText, paragraphsIn, prefaceOf } from '../../report/reading/prose.ts';
import { readNumeral } from '../../text/numeral.ts';
import type { Fault } from './fault.ts';

/** Fewest characters of a paragraph, and of its last sentence, that are running text. */
const SHORTEST = 30;
const SHORTEST_SENTENCE = 12;
/** What a paragraph of whole sentences ends with when only its full stop is lost. */
const LOST = /[\u4e00-\u9fff”]\s*$/;
/** `的`, `和`, `及` (of, and): the sentence itself is cut. */
const CUT = /[的和与及或在对为将把被由从向以并且等进了第]\s*$|如下\s*$|以下\s*$/;
/** Addresses, signatures, attachments and captions stand without a full stop. */
const OTHER =
  /电话|热线|传真|邮编|邮箱|地址|网址|附件|附表|附图|下载|见[上下]?[图表]|[图表]\s?\d|\d\s?月\s?\d+\s?日\s*$|年度?报告\s*$/;
/** `请与云川市水务局办公室联系（地址：……；电话：……）`: the contact line, which is a sentence all the same. */
const CONTACT = /请[^。]{2,40}联系[（(][^。]{12,}[）)]\s*$/;
/** Where a paragraph of its own begins: a year, the whole year, this bureau, the next step. */
const BEGINNING = /^\s*(?:20\d\d\s?年|全年|我[局区市县办委镇乡街省厅]|本[局区市县办委机年厅]|下一步|同时|此外|另外)/;
/** A table or a picture between two paragraphs. */
const BETWEEN = /[|\t<!]/;
/** Sections of running text: their paragraphs are no notes to a table. */
const TOLD: readonly number[] = [1, 5, 6];

/**
 * The paragraphs of whole sentences whose last one lacks its full stop, with the fault: never a heading, an item of a
 * list, or one that the next paragraph may go on with.
 */
export function unendedFaults(report: Report): ReadonlyMap<Paragraph, Fault> {
  const told = report.sections.filter(({ format, role }) => role === 'regular' && TOLD.includes(format.number));
  const preface = { group: prefaceOf(report), end: report.sections[0]?.headingSpan.start ?? report.bodyEnd };
  const groups = [preface, ...told.map(({ span }) => ({ group: paragraphsIn(report, span), end: span.end }))];
  return new Map(
    groups.flatMap(({ group, end }) =>
      group.flatMap((paragraph, index): [Paragraph, Fault][] =>
        isUnended(paragraph) && isLast(report, paragraph, group[index + 1], end)
          ? [[paragraph, faultOf(paragraph)]]
          : [],
      ),
    ),
  );
}

function isUnended({ text, heading, item }: Paragraph): boolean {
  if (heading || item || text.length < SHORTEST) return false;
  if (CONTACT.test(text)) return true;
  if (!LOST.test(text) || CUT.test(text)) return false;
  const stop = text.lastIndexOf('。');
  const sentence = text.slice(stop + 1);
  if (stop < 0 || sentence.trim().length < SHORTEST_SENTENCE || !/[，；]/.test(sentence)) return false;
  return !OTHER.test(sentence) && readNumeral(narrowText(sentence).trimStart()) === undefined;
}

/** Whether nothing goes on with a paragraph: it is the last before an offset, where its section ends, or a new one plainly begins. */
function isLast(report: Report, paragraph: Paragraph, next: Paragraph | undefined, sectionEnd: number): boolean {
  const end = paragraph.lines.at(-1)?.end ?? 0;
  const until = next?.lines[0]?.start ?? Math.min(sectionEnd, report.bodyEnd);
  // In HTML the tags of the paragraphs themselves stand between them.
  if (report.language !== 'html' && BETWEEN.test(report.uncommented.slice(end, until))) return false;
  if (next === undefined || next.heading) return true;
  return BEGINNING.test(next.text) || readNumeral(narrowText(next.text)) !== undefined;
}

function faultOf({ text }: Paragraph): Fault {
  const to = text.trimEnd().length;
  const corrections = [{ from: to, to, text: '。' }];
  return { kind: 'ending', from: to - 1, to, message: '段末缺句号', corrections };
}
