import { aspects, results, resultsUnder } from '../format/aspects.ts';
import { decreeNumber, notices, numberOfDocument, regulation } from '../format/citations.ts';
import { formatOfYear } from '../format/formats.ts';
import { BODY_PLACEHOLDER, DATE_PLACEHOLDER, officialTitle, periodSentence } from '../format/phrases.ts';
import type { ReportFormat } from '../format/schema.ts';
import { toChinese } from '../text/numeral.ts';
import { officialHeading } from './section.ts';
import { standardTable } from './write.ts';

/** What kind of body reports: only a people's government states 工作考核、社会评议和责任追究结果. */
export const bodyKinds = ['government', 'department', 'other'] as const;

export type BodyKind = (typeof bodyKinds)[number];

/** What a new report is of. */
export interface NewReport {
  /** Full name; empty where it is still to be filled in. */
  readonly body: string;
  readonly kind: BodyKind;
  /** The year that the numbers are about. */
  readonly year: number;
  readonly language: 'markdown' | 'plaintext';
}

/** Marks the places of a new report that are still to be filled in, while it is put together. */
const STOP = { open: '\ue000', close: '\ue001' } as const;

function stop(placeholder: string): string {
  return `${STOP.open}${placeholder}${STOP.close}`;
}

/** A new report as text: what is still to be filled in is a visible placeholder or a blank cell. */
export function newReportText(report: NewReport): string {
  return compose(report).replace(/[\ue000\ue001]/g, '');
}

/** A new report as a snippet: Tab goes from one place that is still to be filled in to the next. */
export function newReportSnippet(report: NewReport): string {
  let count = 0;
  return compose(report)
    .replace(/[\\$}]/g, '\\$&')
    .replace(/\ue000([^\ue001]*)\ue001/g, (_, placeholder: string) => {
      count++;
      return placeholder === '' ? `$${count}` : `\${${count}:${placeholder}}`;
    });
}

/** The whole draft in the format of its year, with its stops. */
function compose({ body, kind, year, language }: NewReport): string {
  const format = formatOfYear(year);
  const [h1, h2, h3] = language === 'markdown' ? ['# ', '## ', '### '] : ['', '', ''];
  const name = body.trim() === '' ? stop(BODY_PLACEHOLDER) : body.trim();
  const sections = format.sections.flatMap((section) => {
    const table = format.tables.find(({ id }) => id === section.table);
    const content =
      table !== undefined
        ? [standardTable(table, language, () => stop(''))]
        : section.number === 1
          ? overview(kind, h3)
          : section.number === 5
            ? [stop('（请填写存在的主要问题）'), stop('（请填写改进情况）')]
            : [stop(section.starter?.(year) ?? '')];
    return [`${h2}${officialHeading(section)}`, ...content];
  });
  return `${[
    `${h1}${officialTitle(name, year)}`,
    preface(format),
    `${periodSentence(year)}${stop('（请填写联系单位、地址、邮编和电话）')}`,
    ...sections,
    name,
    stop(DATE_PLACEHOLDER),
  ].join('\n\n')}\n`;
}

/** Legal basis and parts of the report. */
export function preface(format: ReportFormat): string {
  const { name } = notices[format.id];
  const parts = format.sections.map(({ title }) => title).join('、');
  return `本报告根据《${regulation.name}》（${decreeNumber}）和《${name}》（${numberOfDocument(notices[format.id])}）的要求编制，由${parts}六个部分组成。`;
}

function overview(kind: BodyKind, mark: string): string[] {
  return aspects.flatMap(({ title }, i) => {
    const more =
      kind === 'government' && title === resultsUnder
        ? `，以及${results.map((result) => result.title).join('、')}结果`
        : '';
    return [`${mark}（${toChinese(i + 1)}）${title}`, stop(`（请填写${title}情况${more}）`)];
  });
}
