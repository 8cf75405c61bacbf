import type { Binding } from '../report/facts/statements/bindings.ts';
import type { Report } from '../report/model.ts';
import type { Span } from '../text/span.ts';
import { placeAt } from './at.ts';
import { citationAt } from './hoverCitation.ts';
import { hoverLabel, hoverValue, MARKS } from './hoverTable.ts';
import { bindingAt } from './links.ts';

/** What there is to read at a place, as Markdown. */
export interface Hover {
  readonly span: Span;
  readonly markdown: string;
}

/** What there is to know at an offset: of a cell, a label, a number in the text, a heading, a citation; undefined where nothing is. */
export function hoverAt(report: Report, offset: number): Hover | undefined {
  const binding = bindingAt(report, offset);
  if (binding !== undefined) return { span: binding.span, markdown: hoverBinding(binding) };
  const place = placeAt(report, offset);
  if (place === undefined) {
    const cited = citationAt(report, offset);
    return cited && { span: cited.span, markdown: `《${cited.name}》\n\n${cited.number}` };
  }
  if (place.kind === 'value') return { span: place.span, markdown: hoverValue(place.value, place.row, place.table) };
  if (place.kind === 'label') return { span: place.span, markdown: hoverLabel(place.row, place.table) };
  const { format } = place.section;
  return { span: place.span, markdown: `**${format.title}**\n\n${format.contents}` };
}

/** What a number of the text is held against. */
function hoverBinding({ statement, words, readings, reading, state }: Binding): string {
  if (readings.length === 0) return `“${words}”\n\n没有可以核对的表格数字。`;
  const lines = readings.map(({ table, name, value }, i) => {
    const mark = readings[i] === reading && state !== 'unjudged' ? MARKS[state] : '–';
    return `- ${mark} ${table.format.name}${name}：${value}`;
  });
  const head = readings.length > 1 ? '以下任一数字相符即可：' : '与表格核对：';
  return `“${words}”，即${statement.value}\n\n${head}\n\n${lines.join('\n')}`;
}
