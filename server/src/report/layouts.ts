/** Language of a draft: decides how tables are written back, never what is read. */
export type Language = 'markdown' | 'plaintext' | 'html';

/**
 * What there is to know of a layout, the way in which the cells of a table are set apart in a draft, beside how it is
 * told and cut into cells (`reading/tokenizers.ts`). What the cells of an official table are is `format/grid.ts`.
 */
export interface LayoutTraits {
  /** What the table is made of: lines of the draft, or elements of a page. */
  readonly of: 'lines' | 'elements';
  /** The language whose standard form it is, and what that form is called. */
  readonly standard?: { readonly language: Language; readonly name: string };
  /** Where it is no table to other programs: what it looks like, as `表二…`, and in which languages it is one. */
  readonly odd?: { readonly looks: string; readonly unlessIn: readonly Language[] };
  /** What is written between the cells of a row, `\n` for the draft's line break; undefined where rows are not written. */
  readonly separator: string | undefined;
  /** What is written on either side of a text that takes the whole gap of a blank cell. */
  readonly padding: string;
  /** Whether a line holds the cells of a row: all of them, or all but blank ones that were cut off its end. */
  readonly grid: 'strict' | 'loose' | 'none';
  /** Whether cells stand in columns of the page, set apart by spaces, which labels have inside too. */
  readonly onPage: boolean;
  /** Whether an empty line may be a blank cell. */
  readonly blankLines: boolean;
  /** Whether the places of merged header cells stand as blank cells before values that have no label. */
  readonly headerBlanks: boolean;
}

const lines = {
  of: 'lines',
  separator: undefined,
  padding: '',
  grid: 'none',
  onPage: false,
  blankLines: false,
  headerBlanks: false,
} as const;

const cellALine = { looks: '每格一行', unlessIn: [] };

const all = {
  /** GFM pipe table, with or without the outer pipes. */
  pipe: {
    ...lines,
    standard: { language: 'markdown', name: 'Markdown 表格' },
    separator: ' | ',
    padding: ' ',
    grid: 'strict',
  },
  /** HTML table. */
  html: { ...lines, of: 'elements', standard: { language: 'html', name: 'HTML 表格' } },
  /** One cell a line, closed by a pipe, as web copies have it. */
  'pipe-end': { ...lines, odd: cellALine, separator: ' |\n', headerBlanks: true },
  /** One row a line, cells separated by tabs. */
  tab: {
    ...lines,
    standard: { language: 'plaintext', name: '制表符分隔表格' },
    odd: { looks: '为制表符分隔的文本', unlessIn: ['plaintext'] },
    separator: '\t',
    grid: 'loose',
  },
  /** One cell a line behind a tab, an empty line between rows, as Word gives it. */
  word: { ...lines, odd: cellALine, separator: '\n\t', blankLines: true },
  /** One cell a line, row ends lost or marked by empty lines. */
  lines: { ...lines, odd: cellALine, separator: '\n', blankLines: true },
  /** Cells in columns of spaces, as PDF readers give them. */
  columns: { ...lines, odd: { looks: '用空格分列', unlessIn: [] }, onPage: true },
} satisfies Readonly<Record<string, LayoutTraits>>;

/** How the cells of a table are set apart in the draft. */
export type Layout = keyof typeof all;

/** A layout of lines of the draft: what is cut into cells by `reading/tokenizers.ts`. */
export type LineLayout = Exclude<Layout, 'html'>;

/** Every layout that drafts come in. A new one is an entry here; what else it needs the compiler tells. */
export const layouts: Readonly<Record<Layout, LayoutTraits>> = all;

/** The name of a language's standard form of tables: `Markdown 表格`. */
export function standardForm(language: Language): string {
  return Object.values(layouts).find(({ standard }) => standard?.language === language)?.standard?.name ?? '';
}
