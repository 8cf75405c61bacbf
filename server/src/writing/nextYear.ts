import { numberOfDocument } from '../format/citations.ts';
import { type FormatId, formatOf, formatOfYear, tableOf } from '../format/formats.ts';
import { DATE_PLACEHOLDER, officialTitle, REWRITE_MARK } from '../format/phrases.ts';
import type { Slot } from '../format/shape.ts';
import { citationsIn, formatsCited } from '../report/facts/citations.ts';
import type { Paragraph, Report, Table } from '../report/model.ts';
import { paragraphsIn, spanIn } from '../report/reading/prose.ts';
import { wholeLines } from '../report/reading/tables.ts';
import { toYear } from '../report/reading/years.ts';
import { fold } from '../text/fold.ts';
import { lineBreak } from '../text/lines.ts';
import { applyEdits, type Edit, overlaps, type Span } from '../text/span.ts';
import { insertionUnder, insertParagraphs } from './section.ts';
import { standardTable } from './write.ts';
import { type Rolling, yearOn } from './yearOn.ts';

/** A draft that was made of last year's report. */
export interface NextYear {
  readonly text: string;
  /** The year that the draft is of. */
  readonly year: number;
  /** Whether 上年结转 of table 3 holds what last year's report carried out. */
  readonly carried: boolean;
}

/**
 * The draft of a later year with a report as its base: title, period and years are the later year's, the tables are
 * blank ones of its format but for 上年结转, which is last year's 结转下年度 column by column; numbers and dates of the text
 * are places to fill in, and each paragraph of the body is marked to be rewritten. Undefined where the report's year is
 * not known, or is not before the one that is wanted.
 * @param wanted the later year; unless given the next one
 */
export function nextYearDraft(report: Report, wanted?: number): NextYear | undefined {
  // A title that somebody has brought up to date already is not of the report's own year.
  const old = report.years.ofText ?? report.year;
  if (old === undefined) return undefined;
  const year = wanted ?? old + 1;
  if (year <= old) return undefined;
  const rolling = { from: old, to: year };
  const format = formatOfYear(year).id;
  const edits: Edit[] = [];
  // What is written whole goes before what is changed inside it.
  for (const edit of [
    ...tableEdits(report, rolling, format),
    ...frameEdits(report, rolling),
    ...citationEdits(report, format),
    ...feeEdits(report, format),
    ...textEdits(report, rolling),
  ]) {
    if (!edits.some(({ span }) => collides(span, edit.span))) edits.push(edit);
  }
  return { text: applyEdits(report.text, edits), year, carried: carriedOut(report, rolling).size > 0 };
}

/** A mark may stand right behind what was changed. */
function collides(a: Span, b: Span): boolean {
  return a.start < a.end && b.start < b.end ? overlaps(a, b) : a.start < b.end && b.start < a.end;
}

/** The tables of the new year. */
function tableEdits(report: Report, rolling: Rolling, format: FormatId): Edit[] {
  const carried = carriedOut(report, rolling);
  const textOf = ({ row, column }: Slot): string => (row === 'carriedIn' ? (carried.get(column) ?? '') : '');
  return Object.values(report.tables).map((table: Table) => ({
    span: withBorder(wholeLines(table, report), report),
    text: standardTable(tableOf(format, table.format.id), report.language, textOf, lineBreak(report.text)),
  }));
}

/** A table's lines with a line of a pipe alone behind them: the border of the last cell. */
function withBorder({ start, end }: Span, { text }: Report): Span {
  const border = /^(?:\r\n|\r|\n)[ \t]*\|[ \t]*(?=[\r\n]|$)/.exec(text.slice(end, end + 80));
  return { start, end: end + (border?.[0].length ?? 0) };
}

/** What a report carried into the next year, by the columns of table 3; nothing for any later year. */
function carriedOut({ tables }: Report, { from, to }: Rolling): ReadonlyMap<string, string> {
  if (to !== from + 1) return new Map();
  return new Map(
    (tables.applications?.values ?? []).flatMap((value) =>
      value?.slot.row === 'carriedOut' && value.amount.kind === 'number'
        ? [[value.slot.column, String(value.amount.value)]]
        : [],
    ),
  );
}

/** Title, period and date. */
function frameEdits(report: Report, { to }: Rolling): Edit[] {
  const { text, title, body, signature } = report;
  const { period, mentions } = report.years;
  const titled = mentions.find(({ kind }) => kind === 'title');
  const like = (span: Span): string => toYear(to, text.slice(span.start, span.end));
  return [
    ...(titled === undefined ? [] : [{ span: titled.span, text: like(titled.span) }]),
    ...(title !== undefined && titled === undefined
      ? [{ span: title.span, text: officialTitle(title.body ?? body, to) }]
      : []),
    ...(title === undefined && report.language !== 'html' ? [titleEdit(report, to)] : []),
    ...(period?.parts ?? []).map(({ span, value, due }) => ({
      span,
      text: due === undefined ? like(span) : due === value ? text.slice(span.start, span.end) : String(due),
    })),
    ...(signature === undefined ? [] : [{ span: signature.dateSpan, text: DATE_PLACEHOLDER }]),
  ];
}

/** A title for a report that has none: without it nothing might say the year of the draft. */
function titleEdit(report: Report, year: number): Edit {
  const mark = report.language === 'markdown' ? '# ' : '';
  return insertParagraphs(report, 0, [`${mark}${officialTitle(report.body, year)}`]);
}

/** The notice of the new year's format where that of another one is cited. */
function citationEdits(report: Report, format: FormatId): Edit[] {
  const { notice } = formatOf(format);
  return report.paragraphs.flatMap((paragraph) =>
    citationsIn(paragraph.text).flatMap((citation) => {
      const cited = formatsCited(citation);
      const { name, number } = citation;
      if (cited.length === 0 || cited.includes(format)) return [];
      const instead = name?.instead(format);
      return [
        ...(name === undefined || instead === undefined
          ? []
          : [{ span: spanIn(paragraph, name.from, name.to), text: instead }]),
        ...(number === undefined
          ? []
          : [
              {
                // More characters may have been read than belong to the issuer.
                span: spanIn(paragraph, number.issuerEnd - issuerLength(number.issuer), number.to),
                text: numberOfDocument(notice),
              },
            ]),
      ];
    }),
  );
}

/** Length of the sign of the office at the end of what stands before a number: `国办公开办函`. */
function issuerLength(issuer: string): number {
  return /国[\u4e00-\u9fff]*$/.exec(issuer)?.[0].length ?? 0;
}

/** A place for what was charged, where the new format wants it said and the report says nothing of it. */
function feeEdits(report: Report, format: FormatId): Edit[] {
  const wanted = formatOf(format).sections.find(({ statesFees }) => statesFees === true);
  const section = report.sections.find(
    ({ format: { number }, role }) => role === 'regular' && number === wanted?.number,
  );
  if (wanted?.starter === undefined || section === undefined) return [];
  if (paragraphsIn(report, section.span).some(({ text }) => text.includes('信息处理费'))) return [];
  const { starter } = wanted;
  return [insertionUnder(section, report, report.language === 'html' ? `<p>${starter}</p>` : starter) ?? []].flat();
}

/** The running text, and the rows and lines beside it. */
function textEdits(report: Report, rolling: Rolling): Edit[] {
  const body = report.sections[0]?.span.start ?? report.bodyEnd;
  const paragraphs = report.paragraphs.flatMap((paragraph) => {
    const [first] = paragraph.lines;
    const inBody = first !== undefined && first.start >= body;
    const changes = yearOn(paragraph.text, rolling, inBody ? 'all' : 'counts').map(({ from, to, text }) => ({
      span: spanIn(paragraph, from, to),
      text,
    }));
    return inBody && isTold(paragraph, report) ? [...changes, markBehind(paragraph)] : changes;
  });
  const others = report.parts.flatMap(({ kind, span }) =>
    kind === 'rows' || kind === 'line'
      ? yearOn(report.text.slice(span.start, span.end), rolling, kind === 'rows' ? 'all' : 'counts').map(
          ({ from, to, text }) => ({ span: { start: span.start + from, end: span.start + to }, text }),
        )
      : [],
  );
  return [...paragraphs, ...others];
}

/** Whether a paragraph tells something: it is no heading, and no line of the signature. */
function isTold({ text, heading }: Paragraph, { body }: Report): boolean {
  if (heading || text.endsWith('】')) return false;
  const numbered = /^[（(]?[一二三四五六七八九十]{1,3}[）)、.．]/.test(text);
  if (/[。；！]/.test(text)) return true;
  return !numbered && text.length > 0 && text !== body && fold(text) !== fold(body ?? '');
}

function markBehind({ lines }: Paragraph): Edit {
  const end = lines.at(-1)?.end ?? 0;
  return { span: { start: end, end }, text: REWRITE_MARK };
}
