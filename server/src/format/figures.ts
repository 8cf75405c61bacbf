import { once } from '../text/memo.ts';
import type { TableFormat, TableId } from './schema.ts';
import { leaves, rowShapes, type Slot, type SlotKey, slotKey } from './shape.ts';

/** A cell or a group of cells of a table by ids: `withheld` is its eight rows, `organisation` its five columns. */
export type CellGroup = readonly [row: string, column: string];

/** A number that tables tell: a cell, or a sum of cells and groups less others. */
export interface Figure {
  readonly table: TableId;
  readonly plus: readonly CellGroup[];
  readonly minus?: readonly CellGroup[];
  /** What an official calls it, where it is more than a cell. */
  readonly name?: string;
}

/** A number of table 3 in its column 总计, or of rows added up. */
function requests(row: string, name?: string): Figure {
  return { table: 'applications', plus: [[row, 'total']], ...(name !== undefined && { name }) };
}

/** 行政诉讼 is two groups of table 4 that text counts as one. */
function lawsuits(column: string, name: string): Figure {
  return { table: 'litigation', plus: [['lawsuit', column]], name };
}

function cell(table: TableId, row: string, column: string): Figure {
  return { table, plus: [[row, column]] };
}

const received = requests('new');
const receivedAndCarried: Figure = {
  table: 'applications',
  plus: [
    ['new', 'total'],
    ['carriedIn', 'total'],
  ],
  name: '新收与上年结转之和',
};
const done = requests('total');
const doneWithoutOther: Figure = {
  table: 'applications',
  plus: [['total', 'total']],
  minus: [['other', 'total']],
  name: '办理结果总计减去其他处理',
};

/**
 * What the words of running text mean in the tables; several figures where the words are ambiguous: the text is right
 * if one of them is its number. Source: sentences of published reports and their tables (RY2019–2025).
 */
export const figures = {
  newRequests: [received],
  /** `收到…N件` (received N): with or without those carried in. */
  received: [received, receivedAndCarried],
  /** `收办`, `办理`, `处理` (handled): all that were to be dealt with; some count what was done. */
  handled: [receivedAndCarried, done, received],
  /** `办结`, `答复` (done, answered): some leave out requests that ended without an answer. */
  done: [done, doneWithoutOther],
  carriedIn: [requests('carriedIn')],
  carriedOut: [requests('carriedOut')],
  /** `结转N件` (N carried over) alone. */
  carried: [requests('carriedOut'), requests('carriedIn')],
  granted: [requests('granted')],
  partial: [requests('partial')],
  grantedOrPartial: [
    {
      table: 'applications',
      plus: [
        ['granted', 'total'],
        ['partial', 'total'],
      ],
      name: '予以公开与部分公开之和',
    },
  ],
  withheld: [requests('withheld', '不予公开各项之和')],
  unavailable: [requests('unavailable', '无法提供各项之和')],
  /** `因本机关不掌握无法提供` (not held here): the row, or its group where other reasons go without saying. */
  unknownHere: [requests('unavailable.1'), requests('unavailable', '无法提供各项之和')],
  unprocessed: [requests('unprocessed', '不予处理各项之和')],
  other: [requests('other', '其他处理各项之和')],
  /** `其他N件` (others N) in a list of results: the last row, or its group. */
  otherResult: [requests('other.3'), requests('other', '其他处理各项之和')],
  reviews: [cell('litigation', 'review', 'total')],
  lawsuits: [lawsuits('total', '行政诉讼两类总计之和')],
  /** `行政复议、行政诉讼N件` (reviews and lawsuits, N). */
  disputes: [
    {
      table: 'litigation',
      plus: [
        ['review', 'total'],
        ['lawsuit', 'total'],
      ],
      name: '行政复议与行政诉讼总计之和',
    },
  ],
  directLawsuits: [cell('litigation', 'direct', 'total')],
  lawsuitsAfterReview: [cell('litigation', 'afterReview', 'total')],
  normativeMade: [cell('disclosure', 'normative', 'made')],
  /** `公开`, `发布` (published): the trial format counts what was published by itself. */
  normativePublished: [cell('disclosure', 'normative', 'published'), cell('disclosure', 'normative', 'made')],
  normativeRepealed: [cell('disclosure', 'normative', 'repealed')],
  normativeInForce: [cell('disclosure', 'normative', 'inForce')],
  regulationPublished: [cell('disclosure', 'regulation', 'published'), cell('disclosure', 'regulation', 'made')],
  regulationMade: [cell('disclosure', 'regulation', 'made')],
  regulationRepealed: [cell('disclosure', 'regulation', 'repealed')],
  regulationInForce: [cell('disclosure', 'regulation', 'inForce')],
  licensing: [cell('disclosure', 'licensing', 'decisions')],
  penalty: [cell('disclosure', 'penalty', 'decisions')],
  coercion: [cell('disclosure', 'coercion', 'decisions')],
  fee: [cell('disclosure', 'fee', 'amount')],
} as const satisfies Readonly<Record<string, readonly Figure[]>>;

/** A row of table 3, or a group of rows, in its column 总计. */
export function resultFigure(row: string): readonly Figure[] {
  return [requests(row)];
}

/** Requests of one kind of applicant among those of a base: the new ones, all that were dealt with, the done ones. */
export function applicantFigures(column: string, base: 'received' | 'handled' | 'done'): readonly Figure[] {
  const of = (...rows: readonly string[]): Figure => ({
    table: 'applications',
    plus: rows.map((row): CellGroup => [row, column]),
    ...((rows.length > 1 || column === 'organisation') && {
      name: `${rows.map((row) => baseNames[row]).join('与')}中${applicantNames[column] ?? ''}之和`,
    }),
  });
  if (base === 'done') return [of('total')];
  return base === 'handled' ? [of('new', 'carriedIn'), of('new'), of('total')] : [of('new'), of('new', 'carriedIn')];
}

const baseNames: Readonly<Record<string, string>> = { new: '新收', carriedIn: '上年结转', total: '办结' };

const applicantNames: Readonly<Record<string, string>> = {
  natural: '自然人',
  organisation: '法人或其他组织',
  commercial: '商业企业',
  research: '科研机构',
  publicInterest: '社会公益组织',
  legalService: '法律服务机构',
  other: '其他组织',
};

/** Disputes with a result: of 行政复议 a cell, of 行政诉讼 a sum of two. */
export function disputeFigures(kind: 'review' | 'lawsuit', column: string): readonly Figure[] {
  return kind === 'review'
    ? [cell('litigation', 'review', column)]
    : [lawsuits(column, `行政诉讼两类${resultNames[column] ?? ''}之和`)];
}

const resultNames: Readonly<Record<string, string>> = {
  upheld: '结果维持',
  corrected: '结果纠正',
  other: '其他结果',
  pending: '尚未审结',
};

/** The value cells of a group of cells, in the order of the table; none where the format has no such row or column. */
export function slotsOf(table: TableFormat, group: CellGroup): readonly Slot[] {
  return groupsOf(table).get(slotKey({ row: group[0], column: group[1] })) ?? [];
}

const groupsOf: (table: TableFormat) => ReadonlyMap<SlotKey, readonly Slot[]> = once((table) => {
  const groups = new Map<SlotKey, Slot[]>();
  for (const shape of rowShapes(table)) {
    const columns = leaves(shape.block.columns);
    shape.slots.forEach((slot, i) => {
      const over = columns[i]?.parents.map(({ id }) => id) ?? [];
      const rowGroups = shape.head === undefined ? over : shape.groups.map(({ id }) => id);
      const columnGroups = shape.head === undefined ? [] : over;
      for (const row of new Set([slot.row, ...rowGroups])) {
        for (const column of new Set([slot.column, ...columnGroups])) {
          const key = slotKey({ row, column });
          const list = groups.get(key) ?? [];
          groups.set(key, list);
          list.push(slot);
        }
      }
    });
  }
  return groups;
});
