import {
  type Verdict,
  type Verified,
  type VerifiedFigure,
  type VerifiedNumber,
  type VerifiedRelation,
  type VerifiedSum,
  verified,
} from '../../analysis/verified.ts';
import { formatOf } from '../../format/formats.ts';
import { relationName } from '../../format/relations.ts';
import { type State, type Tally, tallyOf } from '../../report/facts/verdict.ts';
import type { Report } from '../../report/model.ts';
import type { SheetRow } from '../sheet.ts';
import { figureText } from './page.ts';

/** Things of one kind that were verified, with a row for each: what fails first, then what could not be judged. */
export interface Group {
  readonly part: 'tables' | 'text';
  readonly name: string;
  /** What is verified: `各类申请人之和等于总计` (the kinds of applicants add up to the total). */
  readonly about: string;
  readonly count: Tally;
  readonly columns: readonly string[];
  readonly rows: readonly SheetRow[];
  /** Why there is nothing to verify, where there is nothing. */
  readonly empty: string;
}

/** The relations of table 3 in the order of the sheet; those of other tables follow. */
const order: readonly string[] = ['applications.row', 'applications.result', 'applications.identity'];

/** Everything of `verified(report)`, each once, by its kind. */
export function groupsOf(report: Report): readonly Group[] {
  const all = verified(report);
  return [...relationGroups(report, all), ...textGroups(report, all)];
}

function relationGroups(report: Report, all: readonly Verified[]): Group[] {
  const relations = all.filter((each) => each.kind === 'relation');
  const columns = ['核对的关系', '左边', '右边', '结论'];
  return formatOf(report.format)
    .tables.flatMap((table) => table.relations.map((relation) => ({ table, relation })))
    .sort((a, b) => placeOf(a.relation.id) - placeOf(b.relation.id))
    .map(({ table, relation }): Group => {
      const own = relations.filter(({ id }) => id.startsWith(`${relation.id}.`));
      return {
        part: 'tables',
        name: relation.title,
        about: relationName(relation),
        count: tallyOf(own),
        columns,
        rows: inOrder(own).map(relationRow),
        empty: `没有${table.name}，未作核对。`,
      };
    });
}

function placeOf(id: string): number {
  const place = order.indexOf(id);
  return place < 0 ? order.length : place;
}

function relationRow(relation: VerifiedRelation): SheetRow {
  const { words, left, right, state } = relation;
  return { cells: [words, figureText(left), figureText(right), verdictText(relation)], state };
}

function textGroups(report: Report, all: readonly Verified[]): Group[] {
  const numbers = all.filter((each) => each.kind === 'prose');
  const sums = (kind: VerifiedSum['kind'], name: string, about: string, computed: string): Group => {
    const own = all.filter((each): each is VerifiedSum => each.kind === kind);
    return {
      part: 'text',
      name,
      about,
      count: tallyOf(own),
      columns: ['文中表述', '行', '文中所写', computed, '结论'],
      rows: inOrder(own).map(sumRow),
      empty: '文中没有这一类数字。',
    };
  };
  return [
    {
      part: 'text',
      name: '文中数字与表格',
      about: '文中写明出处的数字与表中相应的数字一致',
      count: tallyOf(numbers),
      columns: ['文中表述', '行', '文中所写', '所对照的单元格和表中数字', '结论'],
      rows: inOrder(numbers).map((number) => numberRow(number, report)),
      empty: '文中没有可以与表格对照的数字。',
    },
    sums('breakdown', '文中分项', '所列各项之和等于总数', '各项之和'),
    sums('percentage', '文中百分比', '百分比与文中两个数字相符', '算得'),
  ];
}

function numberRow(number: VerifiedNumber, report: Report): SheetRow {
  const { words, stated, range, figures, state } = number;
  const equal = figures.filter(({ value }) => value === stated);
  // Words may mean several cells; where one of them is the number the others say nothing.
  const held = state === 'holds' && equal.length > 0 ? equal : figures;
  const against = held.map((figure) => figureWords(figure, report)).join('；或');
  return {
    cells: [words, String(range.start.line + 1), figureText(stated), against || '没有', verdictText(number)],
    state,
  };
}

/** A figure with its place: `表三“本年新收”行“总计”列15（第41行）`, `表三不予公开各项之和2（8格，第57—64行）`. */
function figureWords({ name, value, cells }: VerifiedFigure, report: Report): string {
  const ids = new Set(cells.map(({ table }) => table));
  const places = formatOf(report.format).tables.filter(({ id }) => ids.has(id));
  const lines = [...new Set(cells.flatMap(({ range }) => (range === null ? [] : [range.start.line + 1])))];
  const remarks = [
    ...(cells.length > 1 ? [`${cells.length}格`] : []),
    ...(lines.length > 0 ? [`第${lineRanges(lines)}行`] : []),
  ];
  const where = remarks.length === 0 ? '' : `（${remarks.join('，')}）`;
  return `${places.map((table) => table.name).join('、')}${name}${figureText(value)}${where}`;
}

/** Lines in short: `41—43、50`. */
function lineRanges(lines: readonly number[]): string {
  const runs: [from: number, to: number][] = [];
  for (const line of [...lines].sort((a, b) => a - b)) {
    const last = runs[runs.length - 1];
    if (last !== undefined && line === last[1] + 1) last[1] = line;
    else runs.push([line, line]);
  }
  return runs.map(([from, to]) => (from === to ? String(from) : `${from}—${to}`)).join('、');
}

function sumRow(sum: VerifiedSum): SheetRow {
  const { kind, words, stated, computed, range, state } = sum;
  const figure = (value: number): string => `${figureText(value)}${kind === 'percentage' ? '%' : ''}`;
  const result = computed === null ? '' : figure(computed);
  // `收到和办理102件，其中自然人92件，法人或其他组织5件；上年结转5件` (102, of these 92 and 5; carried in 5): the whole with or
  // without what was carried in.
  const carried = kind === 'breakdown' && state === 'holds' && computed !== stated ? '（计入或扣除上年结转）' : '';
  return {
    cells: [words, String(range.start.line + 1), figure(stated), result, verdictText(sum) + carried],
    state,
  };
}

const stateNames: Readonly<Record<State, string>> = { holds: '符合', fails: '不符', unjudged: '无法核对' };

function verdictText({ state, reason }: Verdict): string {
  return `${stateNames[state]}${reason === undefined ? '' : `（${reason}）`}`;
}

function inOrder<T extends Verdict>(all: readonly T[]): T[] {
  return (['fails', 'unjudged', 'holds'] as const).flatMap((wanted) => all.filter(({ state }) => state === wanted));
}
