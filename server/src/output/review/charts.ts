import { formatOf } from '../../format/formats.ts';
import type { Report } from '../../report/model.ts';
import { escapeHtml } from '../../text/escapeHtml.ts';
import { type Chart, chartsOf, figuresOf } from './chart.ts';
import { element, pageOf, subjectOf, tableHtml } from './page.ts';
import { chartSvg } from './picture.ts';

/**
 * The page 数据图: who applied and what became of the applications, each as a picture and as a table.
 * @param lastYear the report of the same body for the year before, to show beside; one without table 3 is left out
 * @param nonce as for `pageOf`
 */
export function numbersPage(report: Report, lastYear?: Report, nonce?: string): string {
  const charts = chartsOf(report, lastYear);
  const name = formatOf(report.format).tables.find(({ id }) => id === 'applications')?.name ?? '';
  const names = charts[0]?.names;
  const body = [
    element('h1', '年度报告数据图'),
    element('p', subjectOf(report), 'subject'),
    ...(names === undefined ? [] : [element('p', `与上年度报告（${names.before}）并列。`)]),
    ...(charts.length === 0 ? [element('p', `没有${name}，无图可作。`)] : charts.map(chartHtml)),
  ];
  return pageOf(`年度报告数据图　${subjectOf(report)}`, body, nonce);
}

function chartHtml(chart: Chart): string {
  const { id, title, of, bars, names } = chart;
  const figures = bars.flatMap(figuresOf);
  const drawn = figures.some(({ value }) => value !== undefined && value > 0);
  const none = figures.some(({ value }) => value !== undefined) ? '各项均为0，不作图。' : '表中没有可以作图的数字。';
  return [
    `<section aria-labelledby="${id}-heading">`,
    `<h2 id="${id}-heading">${escapeHtml(title)}</h2>`,
    drawn ? `<figure>\n${chartSvg(chart)}\n</figure>` : element('p', none),
    tableHtml({
      caption: `${title}（单位：件）`,
      columns: [of, ...(names === undefined ? ['件数'] : [names.now, names.before])],
      rows: bars.map((bar) => ({ cells: [bar.label, ...figuresOf(bar).map(({ shown }) => shown)] })),
    }),
    '</section>',
  ].join('\n');
}
