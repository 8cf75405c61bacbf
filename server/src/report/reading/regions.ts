import { isHeadOfLabel, isRunOfLabels, labelsOf, longestKey } from '../../format/labels.ts';
import { isAmount } from '../../text/amount.ts';
import { fold, isSpace } from '../../text/fold.ts';
import { memo } from '../../text/memo.ts';
import type { Layout } from '../model.ts';
import { withoutInlineMarks } from './cells.ts';
import type { Source, TextLine } from './source.ts';

/** A run of lines that holds official labels, with the one layout that all of it has. */
export interface Region {
  readonly kind: 'lines';
  readonly layout: Exclude<Layout, 'html'>;
  readonly lines: readonly TextLine[];
  /** Index of its first piece. */
  readonly piece: number;
}

/** What a line looks like, before anything is known about its neighbours. */
interface Look {
  /** `head`: the beginning of a label, or of several; it keeps a table open but does not begin one. */
  readonly kind: 'blank' | 'cells' | 'label' | 'labels' | 'head' | 'value' | 'short' | 'prose';
  readonly pipes: number;
  /** Ends with its only pipe. */
  readonly pipeEnd: boolean;
  /** Tabs between or behind cells; a leading tab alone is none. */
  readonly tabs: number;
  readonly leadingTab: boolean;
  /** More than one column of spaces, or numbers behind single spaces. */
  readonly columns: boolean;
}

/** A line of its own kind: heading, end of a region, nothing to see. */
function plainLook(kind: Look['kind'], tabs: number, leadingTab: boolean): Look {
  return { kind, pipes: 0, pipeEnd: false, tabs, leadingTab, columns: false };
}

const EMPTY = plainLook('blank', 0, false);
const BLANK_CELL = plainLook('blank', 0, true);
const PROSE = plainLook('prose', 0, false);
/** Unknown short lines in a row after which a table is over. */
const MOST_STRANGERS = 12;
/** Longest short line that may be a broken label or a note inside a table. */
const SHORT = 70;

const lookAt = memo((text: string): Look => {
  let pipes = 0;
  let tabs = 0;
  let stops = 0;
  let ink = 0;
  let gap = 0;
  let columns = false;
  let last = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (isSpace(code)) {
      if (code === 0x09) tabs++;
      gap++;
      continue;
    }
    if (ink > 0 && gap >= 2) columns = true;
    gap = 0;
    ink++;
    last = code;
    if (code === 0x7c && text.charCodeAt(i - 1) !== 0x5c) pipes++;
    else if (code === 0x3002) stops++;
  }
  if (ink === 0) return tabs > 1 ? plainLook('cells', tabs, true) : tabs > 0 ? BLANK_CELL : EMPTY;
  const leadingTab = text.charCodeAt(0) === 0x09;
  const innerTabs = leadingTab ? tabs - 1 : tabs;
  if ((stops > 0 && ink > SHORT && pipes < 2) || (ink > 3 * SHORT && pipes === 0 && innerTabs === 0)) return PROSE;
  const kind = kindOf(text, { ink, last, cells: pipes > 0 || innerTabs > 0, stops, columns });
  return {
    kind,
    pipes,
    pipeEnd: pipes === 1 && last === 0x7c,
    tabs: innerTabs,
    leadingTab,
    columns: columns || kind === 'cells' || kind === 'labels',
  };
});

interface Ink {
  /** Characters that are no white space, and the last of them. */
  readonly ink: number;
  readonly last: number;
  readonly cells: boolean;
  /** Full stops. */
  readonly stops: number;
  readonly columns: boolean;
}

function kindOf(text: string, { ink, last, cells, stops, columns }: Ink): Look['kind'] {
  if (cells) return stops > 1 && ink > SHORT ? 'prose' : 'cells';
  if (ink <= longestKey + 12) {
    if (labelsOf(fold(text)) !== undefined) return 'label';
    if (isAmount(text)) return 'value';
  }
  if (ink <= 2 * SHORT && /\S\s+\S/.test(text)) {
    const key = fold(text);
    if (key.length > 3 && isRunOfLabels(key)) return 'labels';
  }
  if (columns || (ink <= SHORT && endsWithAmount(text))) return 'cells';
  if (ink > SHORT || last === 0x3002) return 'prose';
  const key = fold(text);
  return key.length > 2 && isHeadOfLabel(key) ? 'head' : 'short';
}

/** Number of blank lines from there on. */
function blanksAt(lines: readonly { readonly look: Look }[], from: number): number {
  let at = from;
  while (lines[at]?.look.kind === 'blank') at++;
  return at - from;
}

/** Whether the last word of a line is a value: `规章 0 0 0`. */
function endsWithAmount(text: string): boolean {
  const last = /\s(\S{1,16})\s*$/.exec(text)?.[1];
  return last !== undefined && isAmount(last);
}

/**
 * Finds the runs of lines that may hold a table. A run begins with a line that is or has an official label, ends
 * before a heading or prose, and keeps blank lines and broken labels inside.
 * @param headings indexes of pieces that read like section headings
 */
export function findRegions(source: Source, headings: ReadonlySet<number>): Region[] {
  const regions: Region[] = [];
  let lines: { line: TextLine; look: Look }[] = [];
  let start = 0;
  let kept = 0;
  let labels = 0;
  let shorts = 0;
  const close = (): void => {
    const inside = lines.slice(0, kept);
    if (labels > 0) {
      const layout = layoutOf(inside.map(({ look }) => look));
      // Where empty lines may be blank cells, those behind the last number count too.
      const behind = layout === 'lines' || layout === 'word' ? lines.slice(kept, kept + blanksAt(lines, kept)) : [];
      regions.push({ kind: 'lines', layout, lines: [...inside, ...behind].map(({ line }) => line), piece: start });
    }
    lines = [];
    kept = 0;
    labels = 0;
    shorts = 0;
  };
  for (const [index, piece] of source.pieces.entries()) {
    const exact = piece.kind === 'line' && piece.text.length === piece.span.end - piece.span.start;
    // Text whose characters have no places of their own (entities in HTML) cannot hold cells.
    const look = !exact || headings.has(index) ? PROSE : lookAt(piece.text);
    if (piece.kind === 'table' || look.kind === 'prose') {
      close();
      continue;
    }
    if (lines.length === 0) {
      if (look.kind !== 'label' && look.kind !== 'labels' && look.kind !== 'cells') continue;
      start = index;
    }
    lines.push({ line: piece, look });
    if (look.kind === 'blank' && look.tabs === 0) continue;
    if (look.kind === 'short') {
      shorts++;
      if (shorts > MOST_STRANGERS) close();
      continue;
    }
    if (
      look.kind === 'label' ||
      look.kind === 'labels' ||
      (look.kind === 'cells' && labels < 2 && hasLabel(piece.text))
    )
      labels++;
    kept = lines.length;
    shorts = 0;
  }
  close();
  return regions;
}

/** Whether a line of several cells holds an official label. */
const hasLabel = memo((text: string): boolean => {
  return (
    text
      .split(/[\t|]|\s{2,}/)
      .some((cell) => cell.length > 1 && labelsOf(fold(withoutInlineMarks(cell))) !== undefined) ||
    (/\s/.test(text) && text.length < 2 * SHORT && labelsOf(fold(text.replace(/[\s\d./—-]+$/, ''))) !== undefined)
  );
});

/** The layout of a region, decided once from all of its lines. */
function layoutOf(looks: readonly Look[]): Region['layout'] {
  const filled = looks.filter((look) => look.kind !== 'blank');
  const count = (test: (look: Look) => boolean): number => filled.filter(test).length;
  const pipes = count((look) => look.pipes > 0);
  const ends = count((look) => look.pipeEnd);
  // The last cell of a row may have no pipe: of rows of a label and a value it is every second one.
  if (pipes * 2 >= filled.length || ends * 3 >= filled.length) return ends * 2 > pipes ? 'pipe-end' : 'pipe';
  const rows = count((look) => look.tabs > 0);
  const singles = count((look) => look.tabs === 0 && look.leadingTab);
  // Rows cut to their labels have no tab left; a line with columns of spaces would speak against tabs.
  const spaced = count((look) => look.columns && look.tabs === 0 && !look.leadingTab);
  if ((rows + singles) * 2 >= filled.length || (rows > 1 && spaced === 0)) return rows >= singles ? 'tab' : 'word';
  // A line of one cell has no columns; a page of columns has many lines with one cell only.
  return count((look) => look.columns && look.kind !== 'label') > 1 ? 'columns' : 'lines';
}
