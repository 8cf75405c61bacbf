import type { State } from '../report/facts/verdict.ts';

/** A sheet of text and tables, whatever it is written as. All of it is plain text. */
export interface Sheet {
  readonly name: string;
  readonly blocks: readonly SheetBlock[];
}

export type SheetBlock =
  /** `subject`: what the sheet is about; `verdict`: its result, in a frame; `note`: small print. */
  | { readonly kind: 'title' | 'subject' | 'verdict' | 'paragraph' | 'note'; readonly text: string }
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  /** In a table that sums up no cell of a row tells how the row came out. */
  | { readonly kind: 'table' | 'summary'; readonly table: SheetTable }
  /** A heading and the table below it in which people sign, on one page. */
  | { readonly kind: 'signing'; readonly heading: string; readonly table: SheetTable };

/** A table; the first cell of each row is its header. */
export interface SheetTable {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly SheetRow[];
}

/** A row, and how it came out where that is to be seen. */
export interface SheetRow {
  readonly cells: readonly string[];
  readonly state?: State;
}
