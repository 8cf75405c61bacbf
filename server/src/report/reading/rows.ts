import type { TableFormat } from '../../format/schema.ts';
import { type RowShape, rowShapes } from '../../format/shape.ts';
import { layouts } from '../layouts.ts';
import type { TableFaults } from '../model.ts';
import { type AnchoredRow, isFilled } from './anchored.ts';
import { cellsOf, type Draft, type FoundRow, type NamedRows } from './drafts.ts';
import { inSequence } from './order.ts';

/** The rows of a format that were found in a table, and what in it is none of them. */
export interface SortedRows {
  readonly found: readonly FoundRow[];
  readonly faults: Pick<TableFaults, 'missingRows' | 'extraRows' | 'doubledRows'>;
}

/** Tells the rows of the format from strangers and doubles. Where values stand apart from labels, their order tells. */
export function sortRows(format: TableFormat, drafts: readonly Draft[]): SortedRows {
  const shapes = rowShapes(format);
  const rows = drafts.flatMap(({ anchored }) => anchored.rows);
  const named = nameRows(shapes, rows);
  const { found, strangers } = inSequence(shapes, drafts, named) ?? {
    found: withDoubts(inPlace(shapes, named), drafts),
    strangers: named.strangers,
  };
  const present = new Set(found.map(({ shape }) => shape));
  return {
    found,
    faults: {
      missingRows: shapes.filter((shape) => !present.has(shape)),
      extraRows: strangers.map((row) => ({ text: row.text, span: row.label, cells: cellsOf(row, 0) })),
      doubledRows: [...named.doubled].map((row) => ({
        shape: shapeOf(row, shapes),
        span: row.label,
        cells: cellsOf(row, 0),
      })),
    },
  };
}

/** Rows whose values stand behind their labels. */
function inPlace(shapes: readonly RowShape[], named: NamedRows): FoundRow[] {
  return shapes.flatMap((shape, index) => {
    const row = named.byIndex.get(index);
    return row === undefined ? [] : [{ shape, row, guessed: false, ways: [], joined: false }];
  });
}

/** Rows whose values may stand elsewhere in them, or be another row's, may have none that is known. */
function withDoubts(found: readonly FoundRow[], drafts: readonly Draft[]): FoundRow[] {
  const loose = drafts.some(({ layout }) => layouts[layout].grid === 'loose');
  const isEmpty = (at: number): boolean => found[at]?.row.kind === 'row' && found[at]?.row.valueLines.length === 0;
  return found.map((each, at) => {
    const { row, shape } = each;
    const cells = cellsOf(row, shape.slots.length);
    const [line] = row.valueLines;
    if (row.kind !== 'row' || !isFilled(row) || line === undefined) return each;
    // Below its label, where blank cells leave no trace, nothing tells in which column the first value stands.
    const loosened = loose && line.line > row.lastLabelLine && cells.length < shape.slots.length;
    // Behind a blank cell, and more than the row has, while the next row has none.
    const surplus = cells[0]?.text === '' && cells.length >= 2 * shape.slots.length && isEmpty(at + 1);
    return surplus ? { ...each, ways: [cells, []] } : loosened ? { ...each, joined: true } : each;
  });
}

function shapeOf({ id }: AnchoredRow, shapes: readonly RowShape[]): RowShape {
  const shape = shapes.find((candidate) => candidate.id === id);
  if (shape === undefined) throw new Error(`no row ${id}`);
  return shape;
}

function nameRows(shapes: readonly RowShape[], rows: readonly AnchoredRow[]): NamedRows {
  const indexOf = new Map(shapes.map(({ id }, index) => [id, index]));
  const byIndex = new Map<number, AnchoredRow>();
  const doubled = new Set<AnchoredRow>();
  const strangers: AnchoredRow[] = [];
  for (const row of rows) {
    const index = row.kind === 'unknown' || row.kind === 'group' ? undefined : indexOf.get(row.id);
    const before = index === undefined ? undefined : byIndex.get(index);
    if (index === undefined) {
      if (row.kind !== 'row' || isFilled(row)) strangers.push(row);
    } else if (before === undefined || !isFilled(before)) byIndex.set(index, row);
    else if (row.kind !== 'values') doubled.add(row);
  }
  return { byIndex, doubled, strangers };
}
