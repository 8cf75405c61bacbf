import { aspects, results, resultsUnder } from '../format/aspects.ts';
import { citationOf, regulationCitation } from '../format/citations.ts';
import { formatOfYear, type ReportFormat } from '../format/formats.ts';
import {
  BODY_PLACEHOLDER,
  DATE_PLACEHOLDER,
  officialTitle,
  PLACEHOLDER,
  periodSentence,
  YEAR_PLACEHOLDER,
} from '../format/phrases.ts';
import type { SectionFormat } from '../format/schema.ts';
import { toChinese } from '../text/numeral.ts';
import { officialHeading } from './section.ts';
import { standardTable } from './write.ts';

/** What kind of body reports: only a people's government states 工作考核、社会评议和责任追究结果. */
export const bodyKinds = ['government', 'department', 'other'] as const;

export type NewReportKind = (typeof bodyKinds)[number];

/** What a new report is of. */
export interface NewReport {
  /** Full name; empty where it is still to be filled in. */
  readonly body: string;
  readonly kind: NewReportKind;
  /** The year that the numbers are about; undefined where it is still to be filled in. */
  readonly year: number | undefined;
  readonly language: 'markdown' | 'plaintext';
}

/** Marks the places of a text that are still to be filled in, while it is put together. */
const STOP = { open: '\ue000', close: '\ue001' } as const;

/** A place that is still to be filled in, for `asSnippet`: what stands there until then. */
export function stop(preset: string): string {
  return `${STOP.open}${preset}${STOP.close}`;
}

/** The title of a new report as the name of a file: `云川市水务局2025年政府信息公开工作年度报告`. */
export function newReportName({ body, year }: Pick<NewReport, 'body' | 'year'>): string {
  const title = officialTitle(body.trim(), year === undefined ? '' : year);
  return title.replace(/^年/, '').replace(/[\\/:*?"<>|\s]+/g, '');
}

/** A new report as text: what is still to be filled in is a visible placeholder or a blank cell. */
export function newReportText(report: NewReport): string {
  return compose(report).replace(/[\ue000\ue001]/g, '');
}

/** A new report as a snippet: Tab goes from one place that is still to be filled in to the next. */
export function newReportSnippet(report: NewReport): string {
  return asSnippet(compose(report));
}

/**
 * A text with stops as a snippet of the editor. A placeholder that stands in several places is filled in once.
 * Tabs at the start of a line, and behind blank stops there, are written as a variable: the editor turns literal ones
 * into spaces where it indents with spaces, and a row whose first cells are covered or blank would lose its places.
 */
export function asSnippet(text: string): string {
  const numbers = new Map<string, number>();
  let count = 0;
  return text
    .replace(/[\\$}]/g, '\\$&')
    .replace(/\ue000([^\ue001]*)\ue001/g, (_, preset: string) => {
      const known = numbers.get(preset);
      if (known !== undefined) return `\${${known}}`;
      count++;
      if (preset.search(PLACEHOLDER) === 0) numbers.set(preset, count);
      return preset === '' ? `$${count}` : `\${${count}:${preset}}`;
    })
    .replace(/^(?:\$\d+|\t)+/gm, (start) => start.replace(/\t+/g, (tabs) => `\${TM_LINE_NUMBER/.*/${tabs}/}`));
}

/** The whole draft in the format of its year, with its stops. */
function compose(report: NewReport): string {
  const format = formatOfYear(report.year);
  const name = report.body.trim() === '' ? stop(BODY_PLACEHOLDER) : report.body.trim();
  const year = report.year ?? stop(YEAR_PLACEHOLDER);
  return `${[
    `${report.language === 'markdown' ? '# ' : ''}${officialTitle(name, year)}`,
    preface(format),
    `${periodSentence(year)}${stop('（请填写联系单位、地址、邮编和电话）')}`,
    ...format.sections.flatMap((section) => newSection(section, report)),
    name,
    stop(DATE_PLACEHOLDER),
  ].join('\n\n')}\n`;
}

/**
 * The paragraphs of a section with their stops, its heading first: a blank table, the aspects, or what is to be said.
 * @param cell what stands in the cells of its table
 */
export function newSection(
  section: SectionFormat,
  { kind, year, language }: Omit<NewReport, 'body'>,
  cell = '',
): readonly string[] {
  const [h2, h3] = language === 'markdown' ? ['## ', '### '] : ['', ''];
  const table = formatOfYear(year).tables.find(({ id }) => id === section.table);
  const content =
    table !== undefined
      ? [standardTable(table, language, () => stop(cell))]
      : section.number === 1
        ? overview(kind, h3)
        : section.number === 5
          ? [stop('（请填写存在的主要问题）'), stop('（请填写改进情况）')]
          : [stop(section.starter ?? '')];
  return [`${h2}${officialHeading(section)}`, ...content];
}

/** Legal basis and parts of the report. */
export function preface(format: ReportFormat): string {
  const parts = format.sections.map(({ title }) => title).join('、');
  return `本报告根据${regulationCitation}和${citationOf(format.notice)}的要求编制，由${parts}${toChinese(format.sections.length)}个部分组成。`;
}

function overview(kind: NewReportKind, mark: string): string[] {
  return aspects.flatMap(({ title }, i) => {
    const more =
      kind === 'government' && title === resultsUnder
        ? `，以及${results.map((result) => result.title).join('、')}结果`
        : '';
    return [`${mark}（${toChinese(i + 1)}）${title}`, stop(`（请填写${title}情况${more}）`)];
  });
}
