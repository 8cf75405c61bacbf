import { aspects, aspectsNamed } from '../format/aspects.ts';
import {
  citationOf,
  decreeNumber,
  feeRules,
  numberOfDocument,
  regulation,
  regulationCitation,
} from '../format/citations.ts';
import { formatOfYear } from '../format/formats.ts';
import { matrixOf } from '../format/grid.ts';
import { periodSentence } from '../format/phrases.ts';
import { subsectionsOf } from '../report/facts/subsections.ts';
import type { Report, Section, Table } from '../report/model.ts';
import { initialsOf } from '../text/initials.ts';
import { toChinese } from '../text/numeral.ts';
import type { Span } from '../text/span.ts';
import { officialHeading } from '../writing/section.ts';
import { applicationsParagraph } from '../writing/sentences.ts';
import { pipeLine } from '../writing/write.ts';
import { cellAround, offeredTotal, type Place } from './grid.ts';

/** Something that can be written at a place. */
export interface Completion {
  readonly kind: 'heading' | 'label' | 'citation' | 'sentence';
  readonly label: string;
  /** Shown behind the label. */
  readonly detail: string;
  readonly text: string;
  /** What it takes the place of: the part of it that is typed already, or letters that stand for it. */
  readonly span: Span;
  /** What typed words are compared with: the words themselves and their pinyin initials. */
  readonly filter: string;
}

type Offer = Omit<Completion, 'span' | 'filter'>;

/** Letters that a typist wrote for pinyin initials. */
const LETTERS = /[a-z]{1,12}$/i;

/** What a report lacks or often needs at an offset, in the order of usefulness; linear in the text. */
export function completionsAt(report: Report, offset: number): Completion[] {
  const { lines, text } = report;
  const line = lines.lineAt(offset);
  const before = text.slice(lines.start(line), offset);
  return offersAt(report, offset, before).map((offer) => {
    const span = { start: offset - typedLength(before, offer.text), end: offset };
    const typed = text.slice(span.start, offset);
    const initials = initialsOf(offer.label);
    return { ...offer, span, filter: LETTERS.test(typed) ? `${initials} ${offer.label}` : `${offer.text} ${initials}` };
  });
}

/** How much of a text stands already before the caret: its beginning, or letters. */
function typedLength(before: string, text: string): number {
  const letters = LETTERS.exec(before)?.[0].length ?? 0;
  if (letters > 0) return letters;
  for (let length = Math.min(before.length, text.length, 40); length > 0; length--) {
    if (before.endsWith(text.slice(0, length))) return length;
  }
  return 0;
}

function offersAt(report: Report, offset: number, before: string): Offer[] {
  if (/《[^》]{0,20}$/.test(before)) return citations(report);
  const table = Object.values(report.tables).find(({ span }) => span.start <= offset && offset <= span.end + 2);
  const place = table && cellAround(report, { start: offset, end: offset });
  const total = place === undefined ? [] : totals(place);
  if (total.length > 0) return total;
  if (table !== undefined) return /^[|\s]*[a-z]*$/i.test(before) ? rowsMissing(table, report) : [];
  const section = report.sections.findLast(({ headingSpan }) => headingSpan.start < offset);
  const atStart = /^[#\s]*[一二三四五六、（）]{0,4}(?:[a-z]{0,12}|[\u4e00-\u9fff]{0,8})$/i.test(before);
  const offers: Offer[] = [];
  if (atStart) offers.push(...headingsMissing(report), ...aspectsMissing(report, section));
  if (section === undefined && (atStart || /[。”]\s*$/.test(before))) offers.push(...period(report));
  if (section?.format.number === 1 && /(?:^|[。；，”]|[a-z])\s*$/i.test(before)) offers.push(...written(report));
  return offers;
}

function headingsMissing(report: Report): Offer[] {
  const found = new Set(report.sections.map(({ format }) => format.number));
  return formatOfYear(report.year)
    .sections.filter(({ number }) => !found.has(number))
    .map((section) => ({
      kind: 'heading',
      label: officialHeading(section),
      detail: '缺少的部分',
      text: officialHeading(section),
    }));
}

function aspectsMissing(report: Report, section: Section | undefined): Offer[] {
  if (section?.format.number !== 1) return [];
  const named = new Set(subsectionsOf(report, section).flatMap(({ text }) => aspectsNamed(text)));
  return aspects.flatMap((aspect, i) => {
    if (named.has(aspect)) return [];
    const text = `（${toChinese(i + 1)}）${aspect.title}`;
    return [{ kind: 'heading' as const, label: text, detail: '总体情况应有的方面', text }];
  });
}

/** In a blank total, what its parts add up to. */
function totals(place: Place): Offer[] {
  const text = offeredTotal(place);
  return text === undefined ? [] : [{ kind: 'label', label: text, detail: '各分项之和', text }];
}

/** Rows that a table lacks, whole: as a line of the standard form, with blank cells. */
function rowsMissing(table: Table, report: Report): Offer[] {
  const matrix = matrixOf(table.format, () => '');
  return table.faults.missingRows.flatMap(({ head }) => {
    const row = matrix.find((texts) => head !== undefined && texts.includes(head.label));
    if (head === undefined || row === undefined) return [];
    const text = report.language === 'markdown' ? pipeLine(row) : row.join('\t');
    return [{ kind: 'label' as const, label: head.label, detail: `${table.format.name}缺少的行`, text }];
  });
}

function citations(report: Report): Offer[] {
  const { notice } = formatOfYear(report.year);
  const documents = [notice, feeRules].map((document) => ({
    label: document.name,
    detail: numberOfDocument(document),
    text: citationOf(document),
  }));
  const law = { label: regulation.name, detail: decreeNumber, text: regulationCitation };
  return [law, ...documents].map((document) => ({ kind: 'citation', ...document }));
}

function period({ year }: Report): Offer[] {
  if (year === undefined) return [];
  return [{ kind: 'sentence', label: '统计期限', detail: periodSentence(year), text: periodSentence(year) }];
}

/** Sentences that are written from the tables, so that text and table cannot differ. */
function written(report: Report): Offer[] {
  const paragraph = applicationsParagraph(report);
  if (paragraph === undefined) return [];
  return [{ kind: 'sentence', label: '依申请公开情况（据表三、表四）', detail: paragraph, text: paragraph }];
}
