import type { Head, TableBlock, TableFormat } from './schema.ts';
import { leaves, rowShapes, type Slot } from './shape.ts';

/** A cell of the official layout, at the upper left corner of what it covers. */
export interface GridCell {
  readonly kind: 'caption' | 'header' | 'label' | 'value';
  /** The official label; empty for a value. */
  readonly text: string;
  readonly colspan: number;
  readonly rowspan: number;
  readonly slot?: Slot;
}

/** A table in its official layout: rows of cells as in HTML, covered places left out. */
export interface Grid {
  readonly width: number;
  readonly rows: readonly (readonly GridCell[])[];
}

function depth(heads: readonly Head[]): number {
  return heads.length === 0 ? 0 : 1 + Math.max(...heads.map((head) => depth(head.children ?? [])));
}

/** The official layout of a table; every merged cell is computed from the header trees. */
export function gridOf(table: TableFormat): Grid {
  const width = Math.max(...table.blocks.map((block) => depth(block.rows) + leaves(block.columns).length));
  return { width, rows: table.blocks.flatMap((block) => blockRows(table, block, width)) };
}

function blockRows(table: TableFormat, block: TableBlock, width: number): GridCell[][] {
  const labelWidth = depth(block.rows);
  const headerHeight = depth(block.columns);
  const valueWidth = width - labelWidth;
  const rows: GridCell[][] = [];
  if (block.caption !== undefined) {
    rows.push([{ kind: 'caption', text: block.caption.label, colspan: width, rowspan: 1 }]);
  }
  const header: GridCell[][] = Array.from({ length: headerHeight }, () => []);
  if (block.corner !== undefined) {
    header[0]?.push({ kind: 'header', text: block.corner.label, colspan: labelWidth, rowspan: headerHeight });
  }
  placeHeader(header, block.columns, 0, valueWidth);
  rows.push(...header);

  const lines = rowShapes(table).filter((row) => row.block === block);
  for (const [index, line] of lines.entries()) {
    const cells: GridCell[] = [];
    const before = lines[index - 1]?.groups ?? [];
    line.groups.forEach((group, level) => {
      if (before[level] === group) return;
      const rowspan = lines.filter((other) => other.groups[level] === group).length;
      cells.push({ kind: 'label', text: group.label, colspan: 1, rowspan });
    });
    if (line.head !== undefined) {
      cells.push({ kind: 'label', text: line.head.label, colspan: labelWidth - line.groups.length, rowspan: 1 });
    }
    line.slots.forEach((slot, at) => {
      const colspan = at === line.slots.length - 1 ? valueWidth - at : 1;
      cells.push({ kind: 'value', text: '', colspan, rowspan: 1, slot });
    });
    rows.push(cells);
  }
  return rows;
}

/** Puts the column tree into the header rows; the last column takes the width that a wider block has left. */
function placeHeader(rows: GridCell[][], heads: readonly Head[], level: number, width: number): void {
  let left = width;
  heads.forEach((head, index) => {
    const own = leaves([head]).length;
    const colspan = index === heads.length - 1 ? left : own;
    left -= own;
    rows[level]?.push({
      kind: 'header',
      text: head.label,
      colspan,
      rowspan: head.children === undefined ? rows.length - level : 1,
    });
    placeHeader(rows, head.children ?? [], level + 1, colspan);
  });
}

/**
 * The layout as a matrix of texts: a merged cell's text stands at its upper left place, the covered places are
 * empty. `valueText` gives the text of each value cell.
 */
export function matrixOf(table: TableFormat, valueText: (slot: Slot) => string): string[][] {
  const grid = gridOf(table);
  const matrix = grid.rows.map(() => new Array<string | undefined>(grid.width).fill(undefined));
  grid.rows.forEach((row, y) => {
    let x = 0;
    for (const cell of row) {
      while (matrix[y]?.[x] !== undefined) x++;
      for (let dy = 0; dy < cell.rowspan; dy++) {
        for (let dx = 0; dx < cell.colspan; dx++) {
          const line = matrix[y + dy];
          if (line !== undefined) line[x + dx] = '';
        }
      }
      const line = matrix[y];
      if (line !== undefined) line[x] = cell.slot === undefined ? cell.text : valueText(cell.slot);
    }
  });
  return matrix.map((row) => row.map((text) => text ?? ''));
}
