import type { Language, Layout as LayoutId } from '../../server/src/report/layouts.ts';
import { columnTable, type Page } from './columns.ts';
import { type Dress, headingStyles, type Written, writeLines } from './document.ts';
import type { Draft, DraftTable } from './draft.ts';
import {
  fullRows,
  lineTable,
  mergedRows,
  type PipeStyle,
  pipeEndTable,
  pipeLineTable,
  pipeTable,
  spaceTable,
  tabTable,
  wordTable,
} from './grids.ts';
import { bare, type HtmlHeading, type HtmlStyle, htmlPage, htmlTable, shanghai, word } from './html.ts';

/** What a layout's cells are set apart by: decides which damages can befall it. */
export type Shape = LayoutId | 'spaces';

/** A way to write a report. */
export interface Layout {
  readonly name: string;
  readonly language: Language;
  readonly shape: Shape;
  /** Whether a blank cell leaves a trace; where it does not, only reports without blanks can be written. */
  readonly blanks: boolean;
  /**
   * Whether labels are broken so narrowly that damage leaves it open whose a line or under which label a cell is: then a cell
   * may be open, but never wrong.
   */
  readonly narrow?: true;
  /** Heading styles that its documents have. */
  readonly headings: readonly Dress['heading'][];
  readonly write: (draft: Draft, dress: Dress) => Written;
  /** Writes a table alone, where the layout is one of lines. */
  readonly table?: (table: DraftTable) => string;
}

interface Kind {
  readonly language: 'markdown' | 'plaintext';
  readonly shape: Shape;
  readonly blanks: boolean;
}

function ofLines(name: string, kind: Kind, table: (table: DraftTable) => string): Layout {
  const markdown = kind.language === 'markdown';
  return {
    name,
    ...kind,
    table,
    headings: headingStyles[kind.language],
    // Markdown needs the empty line that ends a paragraph, and one after an HTML block.
    write: (draft, dress) => writeLines(draft, markdown ? { ...dress, gap: 2 } : dress, table),
  };
}

function pipe(name: string, style: PipeStyle): Layout {
  return ofLines(name, { language: 'markdown', shape: 'pipe', blanks: true }, (table) => pipeTable(table, style));
}

function text(name: string, shape: Shape, blanks: boolean, table: (table: DraftTable) => string): Layout {
  return ofLines(name, { language: 'plaintext', shape, blanks }, table);
}

function htmlIn(name: string, table: (table: DraftTable) => string): Layout {
  return ofLines(name, { language: 'markdown', shape: 'html', blanks: true }, table);
}

function page(name: string, style: HtmlStyle, heading: HtmlHeading): Layout {
  return {
    name,
    language: 'html',
    shape: 'html',
    blanks: true,
    headings: ['plain'],
    write: (draft, dress) => htmlPage(draft, dress, style, heading),
  };
}

const WIDE: Page = { group: 10, label: 28, value: 8 };
const NARROW: Page = { group: 8, label: 16, value: 8 };
const ROOMY: Page = { group: 12, label: 48, value: 10 };

/** Every layout that reports come in. A new kind of ruin is one entry. */
export const layouts: readonly Layout[] = [
  pipe('pipe table', { outer: true, aligned: false, padding: ' ', centred: false }),
  pipe('pipe table, compact', { outer: true, aligned: false, padding: '', centred: true }),
  pipe('pipe table without outer pipes', { outer: false, aligned: false, padding: ' ', centred: false }),
  pipe('pipe table, aligned', { outer: true, aligned: true, padding: ' ', centred: false }),
  text('pipe at line ends, rows open', 'pipe-end', true, (table) => pipeEndTable(table, true)),
  text('pipe at every line end', 'pipe-end', true, (table) => pipeEndTable(table, false)),
  text('pipe on a line of its own', 'pipe-end', true, pipeLineTable),
  htmlIn('HTML table', (table) => htmlTable(table, bare)),
  htmlIn('HTML table of Word', (table) => htmlTable(table, word)),
  htmlIn('HTML table on five grid columns', (table) => htmlTable(table, bare, shanghai)),
  page('HTML page', bare, 'h2'),
  page('HTML page with paragraphs', { ...bare, between: '\n' }, 'strong'),
  page('HTML page of Word', word, 'spans'),
  text('tabs, full grid', 'tab', true, (table) => tabTable(fullRows(table), 'kept')),
  text('tabs, trailing blanks cut', 'tab', true, (table) => tabTable(fullRows(table), 'cut')),
  text('tabs, merged cells', 'tab', true, (table) => tabTable(mergedRows(table), 'kept')),
  text('tabs, merged cells, trailing blanks cut', 'tab', true, (table) => tabTable(mergedRows(table), 'cut')),
  text('cell a line behind a tab', 'word', true, wordTable),
  text('cell a line', 'lines', false, (table) => lineTable(table, '\n', '\n')),
  text('cell a line, blank lines for blank cells', 'lines', true, (table) => lineTable(table, '\n', '\n')),
  text('cell a line, blank line after a row', 'lines', false, (table) => lineTable(table, '\n', '\n\n')),
  text('cell a line, blank line after each', 'lines', false, (table) => lineTable(table, '\n\n', '\n\n')),
  { ...text('columns of spaces', 'columns', true, (table) => columnTable(table, WIDE)), narrow: true },
  { ...text('columns of spaces, narrow', 'columns', true, (table) => columnTable(table, NARROW)), narrow: true },
  text('columns of spaces, roomy', 'columns', true, (table) => columnTable(table, ROOMY)),
  text('single spaces', 'spaces', false, spaceTable),
];
