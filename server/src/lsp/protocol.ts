/**
 * What the server and its own clients say to each other beside the Language Server Protocol: each request, notification
 * and command once, with the types of both ends. Server, client, tests and `docs/lsp.md` share this file; nothing but
 * names runs in it, so that a client loads it without the server. The shapes are those of the rooms that make them; what
 * is the wire's alone stands in `wire.ts`.
 */

import type { TextEdit } from 'vscode-languageserver';
import type { Code } from '../checks/check.ts';
import type { PastedTable } from '../features/paste.ts';
import type { Unrestored } from '../features/restore.ts';
import type { WhatIf } from '../features/whatIf.ts';
import type { Refused } from '../output/forms.ts';
import type { DraftFromLastYear } from '../output/fromLastYear.ts';
import type { Preview } from '../output/preview/model.ts';
import type { Position } from '../text/lines.ts';
import type { NewReport } from '../writing/newReport.ts';
import type {
  AtCell,
  AtPosition,
  CellAt,
  Cleaned,
  ConfigText,
  Exported,
  FileBytes,
  Filled,
  Gone,
  HtmlPage,
  ImportedDraft,
  InDocument,
  InRange,
  NewDraft,
  NumbersPage,
  OfDocument,
  OpenReadiness,
  RestoredTable,
  SuppressedCode,
  SuppressedFinding,
  ToDraft,
  ToDraw,
  ToExport,
  ToFill,
  ToGo,
  ToImport,
  ToPaste,
  ToReview,
  Versioned,
} from './wire.ts';

/**
 * Asked by the client, answered by the server. The answer about a document that is not open, is no report, or for which
 * the extension is off is null, or an empty list.
 */
export const requests = {
  /** A complete draft with nothing but places to fill in. */
  newReport: request<NewReport, NewDraft | null>('nianbao/newReport'),
  /** A draft of the next year with a report in a file as its base, or why there is none. */
  draftFromLastYear: request<ToDraft, DraftFromLastYear | Refused>('nianbao/draftFromLastYear'),
  /** A copied table as it goes into a draft; null where nothing but text was copied. */
  pasteTable: request<ToPaste, PastedTable | null>('nianbao/pasteTable'),
  /**
   * What was copied, put into the table at a position: a whole table in the place of the draft's, cells into the cells
   * from there on. Null as well where running text was copied, or a single cell.
   */
  fillTable: request<ToFill, Filled | null>('nianbao/fillTable'),
  /** The cell of a table that all of a range is in. */
  cell: request<InRange, Versioned<CellAt> | null>('nianbao/cell'),
  /**
   * What is selected next: the cell a step from the one that a range is in, behind the table's last cell the next place
   * to fill in; or such a place, from anywhere. Null as well where there is none.
   */
  goTo: request<ToGo, Gone | null>('nianbao/goTo'),
  /**
   * A document, report or not, with every safe fix applied and with what copying does to characters fixed: in the whole
   * of it, or in a range. The client applies the difference.
   */
  clean: request<InDocument, Cleaned | null>('nianbao/clean'),
  /** The edits that write the totals of the table at a position anew; empty where none changes. */
  recomputeTotals: request<AtPosition, TextEdit[]>('nianbao/recomputeTotals'),
  /**
   * The table at a position as the standard one, with a place to fill in for each value that is open; a refusal where
   * that would lose a number; null as well where the table is the standard one.
   */
  restoreTable: request<AtPosition, Versioned<RestoredTable> | Unrestored | null>('nianbao/restoreTable'),
  /** How near a report is to being published. */
  readiness: request<OfDocument, OpenReadiness | null>('nianbao/readiness'),
  /** A report as it will be published, its findings marked. */
  preview: request<OfDocument, Versioned<Preview> | null>('nianbao/preview'),
  /** What another text in a cell would break and fix; null as well where no such cell is or no cell can hold the text. */
  whatIf: request<AtCell, Versioned<WhatIf> | null>('nianbao/whatIf'),
  /** The review sheet of a report: what was verified, how it came out, and where those who answer for it sign. */
  reviewSheet: request<ToReview, HtmlPage | FileBytes | null>('nianbao/reviewSheet'),
  /** The numbers of a report as pictures, beside those of last year's report where it is among the others. */
  numbers: request<ToDraw, NumbersPage | null>('nianbao/numbers'),
  /** A report in another form. The server touches no disk: the client writes the file. */
  export: request<ToExport, Exported | null>('nianbao/export'),
  /** A file as a draft, or why there is none. */
  import: request<ToImport, ImportedDraft | Refused>('nianbao/import'),
} as const;

/** Told by the client. */
export const notifications = {
  /**
   * All configurations of the client's folders, in place of those before; the server reads no file by itself. They
   * overrule the editor's settings, so that editor and command line agree. A list is one argument by position:
   * `"params": [[{ "uri": …, "text": … }]]`.
   */
  configs: notification<readonly ConfigText[]>('nianbao/configs'),
} as const;

/** Commands of a client that light bulbs and lenses call; offered to clients that say that they have them. */
export const commands = {
  /** With `silenceCommands`: writes into a configuration that a finding is not shown any more. */
  suppress: command<[finding: SuppressedFinding]>('nianbao.silence'),
  /** With `silenceCommands`: writes into a configuration that a code is off for a file. */
  suppressFile: command<[code: SuppressedCode]>('nianbao.silenceFile'),
  /** With `silenceCommands`: the same for the whole workspace. */
  suppressWorkspace: command<[code: SuppressedCode]>('nianbao.silenceWorkspace'),
  /** With `silenceCommands`: shows the page of a code. */
  showRule: command<[code: Code]>('nianbao.showRule'),
  /** Called by links of the review sheet that a webview shows: goes to a line, from 1, of a document. */
  showLine: command<[uri: string, line: number]>('nianbao.showLine'),
  /** With `tableCommands`: asks for `nianbao/recomputeTotals` and applies its edits. */
  recomputeTotals: command<[uri: string, position: Position]>('nianbao.recomputeTotals'),
  /** With `tableCommands`: shows the preview beside the active document. */
  previewToSide: command<[]>('nianbao.previewToSide'),
} as const;

/** A request by its name on the wire, with the types of what is asked and what is answered. */
export interface Request<Params, Result> {
  readonly method: string;
  /** Never there: carries the types, as in the requests of the protocol's library. */
  readonly _?: readonly [Params, Result, ...unknown[]] | undefined;
}

/** A notification by its name on the wire, with the type of what is told. */
export interface Notification<Params> {
  readonly method: string;
  readonly _?: readonly [Params, ...unknown[]] | undefined;
}

/** A command by its name, with the types of its arguments. */
export interface Command<Args extends readonly unknown[]> {
  readonly command: string;
  readonly _?: Args;
}

function request<Params, Result>(method: string): Request<Params, Result> {
  return { method };
}

function notification<Params>(method: string): Notification<Params> {
  return { method };
}

function command<Args extends readonly unknown[]>(name: string): Command<Args> {
  return { command: name };
}
