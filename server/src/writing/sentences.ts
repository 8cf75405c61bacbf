import type { Head } from '../format/schema.ts';
import { leaves } from '../format/shape.ts';
import { numberOf, shortLabel } from '../report/facts/balance.ts';
import type { Report, Table, Value } from '../report/model.ts';

/** The number of a row and a column; 0 where it is blank or not there. */
function figure(table: Table, row: string, column = 'total'): number {
  const value = table.values.find(
    (candidate: Value | undefined) => candidate?.slot.row === row && candidate.slot.column === column,
  );
  return numberOf(value);
}

/** `自然人12件，商业企业3件` (natural persons 12, companies 3): the parts that are not 0, each with its name. */
function listed(parts: readonly (readonly [name: string, count: number])[]): string {
  return parts
    .filter(([, count]) => count !== 0)
    .map(([name, count]) => `${name}${count}件`)
    .join('，');
}

/** `15件，其中自然人12件，商业企业3件` (15, of these …): a whole with its parts; of a whole of one part only that it is all. */
function whole(count: number, parts: readonly (readonly [name: string, count: number])[]): string {
  const filled = parts.filter(([, part]) => part !== 0);
  if (filled.length < 2) return `${count}件${filled[0] === undefined ? '' : `，均为${filled[0][0]}`}`;
  return `${count}件，其中${listed(filled)}`;
}

/** The row or row group of that id. */
function rowOf(table: Table, id: string): Head | undefined {
  const find = (heads: readonly Head[]): Head | undefined => {
    for (const head of heads) {
      const found = head.id === id ? head : find(head.children ?? []);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return find(table.format.blocks.flatMap(({ rows }) => rows));
}

/**
 * What table 3 says, as the sentences of 依申请公开: new requests by applicants, carried in, results, carried out.
 * Every number is one of the table's, or a sum of its leaves; blank cells count as 0.
 */
function applicationSentences(table: Table): string {
  const received = figure(table, 'new');
  const carriedIn = figure(table, 'carriedIn');
  const done = figure(table, 'total');
  const carriedOut = figure(table, 'carriedOut');
  const applicants = leaves(table.format.blocks[0]?.columns ?? [])
    .filter(({ head }) => head.id !== 'total')
    .map(({ head, parents }): [string, number] => {
      const group = parents[parents.length - 1];
      const name =
        head.label === '其他' && group !== undefined ? `其他${group.label.replace(/或其他/, '和')}` : head.label;
      return [name, figure(table, 'new', head.id)];
    });
  const results = (rowOf(table, 'result')?.children ?? [])
    .filter(({ id }) => id !== 'total')
    .map((head): [string, number] => [
      shortLabel(head.label),
      leaves([head]).reduce((sum, leaf) => sum + figure(table, leaf.head.id), 0),
    ]);
  const opening = received === 0 ? '未收到政府信息公开申请' : `收到政府信息公开申请${whole(received, applicants)}`;
  const before = carriedIn === 0 ? '' : `；上年结转${carriedIn}件`;
  const after = carriedOut === 0 ? '' : `${shortLabel(rowOf(table, 'carriedOut')?.label ?? '')}${carriedOut}件`;
  const result = done === 0 ? '' : `办结${whole(done, results)}`;
  return [
    `${opening}${before}。`,
    ...(result + after === '' ? [] : [`${[result, after].filter((part) => part !== '').join('；')}。`]),
  ].join('');
}

/** What table 4 says, as a sentence: reviews and lawsuits with their results. */
function litigationSentence(table: Table): string {
  const columns = leaves(table.format.blocks[0]?.columns ?? []).filter(({ head }) => head.id !== 'total');
  const results = (groups: readonly string[]): [string, number][] => {
    const names = [...new Map(columns.map(({ head }) => [head.id, head.label]))];
    return names.map(([id, label]) => [label, groups.reduce((sum, group) => sum + figure(table, group, id), 0)]);
  };
  const review = figure(table, 'review');
  const lawsuits = figure(table, 'direct') + figure(table, 'afterReview');
  const sentence = (name: string, count: number, groups: readonly string[]): string =>
    count === 0 ? `未发生${name}` : `${name}${count}件，其中${listed(results(groups))}`;
  if (review === 0 && lawsuits === 0) return '未发生因政府信息公开引起的行政复议、行政诉讼。';
  return `因政府信息公开引起的${review === 0 ? `行政复议0件` : sentence('行政复议', review, ['review'])}；${
    lawsuits === 0 ? '未发生行政诉讼' : sentence('行政诉讼', lawsuits, ['direct', 'afterReview'])
  }。`;
}

/** The paragraph of 依申请公开 as tables 3 and 4 tell it; undefined where there is no table 3. */
export function applicationsParagraph(report: Report): string | undefined {
  const { applications, litigation } = report.tables;
  if (applications === undefined) return undefined;
  const year = report.year === undefined ? '本年度' : `${report.year}年`;
  return `${year}，${applicationSentences(applications)}${litigation === undefined ? '' : litigationSentence(litigation)}`;
}
