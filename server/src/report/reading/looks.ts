import { isHeadOfLabel, isRunOfLabels, labelsOf, longestKey } from '../../format/labels.ts';
import { isAmount } from '../../text/amount.ts';
import { fold, isGap, isSpace } from '../../text/fold.ts';
import { memo } from '../../text/memo.ts';
import { withoutBlanks } from './marks.ts';

/** What a line looks like, before anything is known about its neighbours. */
export interface Look {
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
/** The look of what holds no cells. */
export const PROSE = plainLook('prose', 0, false);
/** Longest short line that may be a broken label or a note inside a table. */
export const SHORT = 70;

/** Shortest run of labels with nothing between them: `行政复议行政诉讼`. */
const LONG_RUN = 8;

/** What a line looks like. */
export const lookAt = memo((text: string): Look => {
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
      if (isGap(code)) gap++;
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
  const kind = kindOf(withoutBlanks(text), { ink, last, cells: pipes > 0 || innerTabs > 0, stops, columns });
  return {
    kind,
    pipes,
    pipeEnd: pipes === 1 && last === 0x7c,
    tabs: innerTabs,
    leadingTab,
    columns: columns || kind === 'cells' || (kind === 'labels' && isApart(text)),
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
  if (ink <= 2 * SHORT && (ink >= LONG_RUN || isApart(text))) {
    const key = fold(text);
    if (key.length > 3 && isRunOfLabels(key)) return 'labels';
  }
  if (columns || (ink <= SHORT && endsWithAmount(text))) return 'cells';
  if (ink > SHORT || last === 0x3002) return 'prose';
  const key = fold(text);
  return key.length > 2 && isHeadOfLabel(key) ? 'head' : 'short';
}

/** Whether white space stands between characters. */
function isApart(text: string): boolean {
  return /\S\s+\S/.test(text);
}

/** Whether the last word of a line is a value: `规章 0 0 0`. */
function endsWithAmount(text: string): boolean {
  const last = /\s(\S{1,16})\s*$/.exec(text)?.[1];
  return last !== undefined && isAmount(last);
}
