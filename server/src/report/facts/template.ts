import { against } from '../../format/evidence.ts';
import { type FormatId, firstYear, formatOf, formatOfYear, formats, tableOf } from '../../format/formats.ts';
import { hasTwin, type Label, labelsOf } from '../../format/labels.ts';
import type { TableFormat } from '../../format/schema.ts';
import { leaves, rowShapes } from '../../format/shape.ts';
import { fold } from '../../text/fold.ts';
import type { Cell, Report, Table } from '../model.ts';
import { firstCellOf } from './faults.ts';

/** A table that is not that of the format that the report year asks for. */
export interface TemplateFault {
  /** `other`: it is that of another format; `mixed`: it has rows or columns of both. */
  readonly kind: 'other' | 'mixed';
  /** The format that the report year asks for. */
  readonly wanted: FormatId;
  /** The format whose labels ought not to be there. */
  readonly foreign: FormatId;
  /** The first cell that shows it, a label where there is one; else without text. */
  readonly cell: Pick<Cell, 'text' | 'span'>;
  /** The first row or column of the wanted format that the other one has not. */
  readonly lacking: string | undefined;
}

/**
 * Whether a table is that of another format than the report year asks for, or a mixture. Where it is, its missing and
 * unknown rows and columns are of the same cause. Undefined for a right table, for one that is the same in all formats,
 * and where the report year is not known.
 */
export function templateFaultOf(table: Table, { years: { ofText: year } }: Report): TemplateFault | undefined {
  if (year === undefined || year < firstYear) return undefined;
  const wanted = formatOfYear(year).id;
  const speaks = (id: FormatId): number => against(table.evidence, id, wanted);
  const foreign =
    table.formatId !== wanted ? table.formatId : formats.map(({ id }) => id).sort((a, b) => speaks(b) - speaks(a))[0];
  const right = tableOf(wanted, table.format.id);
  const isRight = table.format === right;
  if (foreign === undefined || (isRight && speaks(foreign) === 0)) return undefined;
  const kind = against(table.evidence, wanted, foreign) > 0 && speaks(foreign) > 0 ? 'mixed' : 'other';
  const lacking = lackingIn(tableOf(foreign, table.format.id), right);
  return { kind, wanted, foreign, cell: tellingCell(table, foreign, wanted), lacking };
}

/** The label of the first row, or else column, that a table lacks and another one has. */
function lackingIn(table: TableFormat, other: TableFormat): string | undefined {
  const labelsIn = ({ blocks }: TableFormat) =>
    [...blocks.map(({ rows }) => rows), ...blocks.map(({ columns }) => columns)].flatMap((heads) =>
      leaves(heads).map(({ head }) => head.label),
    );
  const own = new Set(labelsIn(table));
  return labelsIn(other).find((label) => !own.has(label));
}

/** The statutory tables in official order but those that mix formats: their cells stand under labels of two. */
export function tablesOfOneFormat(report: Report): Table[] {
  return formatOf(report.format).tables.flatMap(({ id }) => {
    const table = report.tables[id];
    return table === undefined || templateFaultOf(table, report)?.kind === 'mixed' ? [] : [table];
  });
}

/** The first label that only that format has; where only rows tell, the label of the row that the other one splits. */
function tellingCell(table: Table, format: FormatId, wanted: FormatId): Pick<Cell, 'text' | 'span'> {
  const isRow = (id: string, of: FormatId): boolean =>
    rowShapes(tableOf(of, table.format.id)).some((shape) => shape.id === id);
  const isSplit = (label: Label): boolean => hasTwin(label) && isRow(label.id, format) !== isRow(label.id, wanted);
  let twin: Cell | undefined;
  for (const row of table.grid) {
    for (const cell of row) {
      if (cell.text === '' || cell.text.length > 60) continue;
      const labels = (labelsOf(fold(cell.text)) ?? []).filter((label) => label.table === table.format.id);
      if (labels.length > 0 && labels.every(({ formats: own }) => own.includes(format) && !own.includes(wanted)))
        return cell;
      if (twin === undefined && labels.some(isSplit) && labels.some(({ numbered }) => numbered)) twin = cell;
    }
  }
  const span = firstCellOf(table);
  return twin ?? { text: '', span };
}
