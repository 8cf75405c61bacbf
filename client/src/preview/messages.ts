/** What the preview's page and the extension tell each other. */

import type * as features from '../../../server/src/features/whatIf.ts';
import type { Versioned } from '../../../server/src/lsp/wire.ts';
import type { Preview, PreviewBlock, PreviewFinding } from '../../../server/src/output/preview/model.ts';

export type Severity = PreviewFinding['severity'];

/** Severities, gravest first. */
export const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** A part of the report. Offsets and lines in its HTML count from its own `start` and `line`. */
export type Block = PreviewBlock;

export type Finding = PreviewFinding;

/** The report of a version of the draft. */
export type Content = Versioned<Preview>;

/** What a text in a cell would break and fix in a version of the draft. */
export type WhatIf = Versioned<features.WhatIf>;

/** From the extension to the page. */
export type ToPage =
  | { readonly type: 'content'; readonly uri: string; readonly content: Content }
  /** There is no report to show. */
  | { readonly type: 'nothing' }
  | { readonly type: 'locked'; readonly locked: boolean }
  /** The editor's first visible line. */
  | { readonly type: 'scroll'; readonly line: number }
  /** The editor's caret; the page shows the place where it is not in sight if asked to. */
  | { readonly type: 'cursor'; readonly offset: number; readonly line: number; readonly show: boolean }
  /** Undefined where the cell cannot hold the text. */
  | { readonly type: 'whatIf'; readonly turn: number; readonly answer: WhatIf | undefined };

/** From the page to the extension. */
export type FromPage =
  | { readonly type: 'ready' }
  | { readonly type: 'painted'; readonly version: number; readonly blocks: number; readonly marks: number }
  | { readonly type: 'reveal'; readonly start: number; readonly end: number }
  /** The page's first visible line, with the part of it that is out of sight. */
  | { readonly type: 'scrolled'; readonly line: number }
  | {
      readonly type: 'fix';
      readonly code: string;
      readonly start: number;
      readonly end: number;
      readonly title: string;
    }
  | {
      readonly type: 'whatIf';
      readonly turn: number;
      readonly start: number;
      readonly end: number;
      readonly text: string;
    }
  | { readonly type: 'write'; readonly answer: WhatIf }
  | { readonly type: 'fixAll' }
  | { readonly type: 'lock' };

/** What the page keeps over a reload of the window; the rest of it is the page's own. */
export interface SavedState {
  readonly uri?: string;
  readonly locked?: boolean;
}

/** The page's words, in the editor's language. */
export interface PageWords {
  readonly severities: Readonly<Record<Severity, string>>;
  readonly view: string;
  readonly web: string;
  readonly sheets: string;
  readonly zoom: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly lock: string;
  readonly findings: string;
  readonly none: string;
  readonly filter: string;
  readonly list: string;
  /** `{0}`: number of the line, `{1}`: message. */
  readonly place: string;
  readonly fixAll: string;
  /** `{0}`: what the fix does. */
  readonly fix: string;
  /** `{0}`: how many, `{1}`: the first one's message. */
  readonly added: string;
  readonly nothing: string;
  /** Name of the mode in which a click on a cell tries another figure. */
  readonly whatIf: string;
  readonly whatIfHint: string;
  readonly broken: string;
  readonly fixed: string;
  readonly unchanged: string;
  readonly refused: string;
  readonly write: string;
  readonly report: string;
}
