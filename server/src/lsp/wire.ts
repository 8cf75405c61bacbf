/**
 * Shapes of the messages in `protocol.ts` that are the wire's alone; types, nothing that runs.
 *
 * A field that is renamed compiles on neither end. Therefore what may be missing from an answer is written
 * `| undefined`, not `?`: on the wire it is left out, but who answers has to name it.
 */

import type { TextEdit } from 'vscode-languageserver';
import type { Rules } from '../analysis/settings/config.ts';
import type { Code } from '../checks/check.ts';
import type { Goal } from '../features/blanks.ts';
import type { CellName, Step } from '../features/grid.ts';
import type { Pasted } from '../features/paste.ts';
import type { Readiness } from '../features/readiness.ts';
import type { Restoration } from '../features/restore.ts';
import type { Form } from '../output/forms.ts';
import type { OtherDraft } from '../output/review/lastYear.ts';
import type { Language } from '../report/model.ts';
import type { Position, Range } from '../text/lines.ts';

/** Settings that an editor has under `nianbao`; asked for with `workspace/configuration` where the client answers. */
export interface EditorSettings {
  /** Whether reports are checked at all; unless given they are. */
  readonly enable?: boolean;
  /** Whether totals show what their parts come to; unless given they do. */
  readonly inlayHints?: boolean;
  /** Whether a line over each table tells whether it balances; unless given it does. */
  readonly codeLens?: boolean;
  /** Levels of finding codes. */
  readonly rules?: Rules;
}

/**
 * What a client may say of itself in `initializationOptions`. The settings hold for a client that cannot be asked for
 * them.
 */
export interface InitializationOptions extends EditorSettings {
  /** Whether it has the commands that suppress findings and explain them. */
  readonly silenceCommands?: boolean;
  /** Whether it has the commands on tables. */
  readonly tableCommands?: boolean;
  /** URI of the folder with the pages of the finding codes, to which diagnostics link. */
  readonly rulesUri?: string;
  /** Configurations of its folders; later ones come with the notification. */
  readonly configs?: readonly ConfigText[];
}

/** A `nianbao.config.json`, which need not be right. */
export interface ConfigText {
  readonly uri: string;
  readonly text: string;
}

/** An open document. */
export interface OfDocument {
  readonly uri: string;
}

/** An open document, or a range of it. */
export interface InDocument extends OfDocument {
  readonly range?: Range | undefined;
}

/** A range of an open document. */
export interface InRange extends OfDocument {
  readonly range: Range;
}

export interface AtPosition extends OfDocument {
  readonly position: Position;
}

/** A cell of a table in UTF-16 offsets, and what may be written into it. */
export interface AtCell extends OfDocument {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Made of one version of a document, as the client counts them. */
export type Versioned<T> = T & { readonly version: number };

/** A new report: as text, and as a snippet with a stop at every place to fill in. */
export interface NewDraft {
  /** Its title, for the name of a file; without what is still to be filled in. */
  readonly name: string;
  readonly text: string;
  readonly snippet: string;
}

/** How near a report is to being published, and how much of the way is done by itself. */
export interface OpenReadiness extends Readiness {
  /** How many findings every safe fix of the document would take away. */
  readonly fixable: number;
}

/** A whole document as it would be. */
export interface Cleaned {
  readonly text: string;
}

/** A table that fell apart as the standard one: what takes its place. */
export interface RestoredTable extends Omit<Restoration, 'edit'> {
  readonly range: Range;
  readonly text: string;
}

/** What a clipboard holds, for a draft of a language. */
export interface ToPaste extends Pasted {
  readonly language: Language;
}

/** What a clipboard holds, and where it is to go. */
export interface ToFill extends AtPosition, Pasted {}

/** What a copied block does to a table. */
export interface Filled {
  readonly title: string;
  readonly edits: TextEdit[];
  /** What found no place, a sentence each. */
  readonly notes: readonly string[];
}

/** A cell of a table: its name, in words. */
export interface CellAt extends CellName {
  /** Its row in few words. */
  readonly short: string;
  /** The cells around it, for a client that does not ask again while nothing has changed. */
  readonly around: Readonly<Partial<Record<Step, Gone>>>;
}

export interface ToGo extends InRange {
  readonly to: Goal;
}

/** What to select. */
export interface Gone {
  readonly range: Range;
  /** What the parts of a blank total come to, where it is one that was gone to. */
  readonly offered: string | undefined;
}

export interface ToReview extends OfDocument {
  /** Unless given HTML. */
  readonly to?: 'html' | 'docx' | undefined;
  /** For HTML that is shown in a webview: as in `ToDraw`. */
  readonly nonce?: string | undefined;
}

export interface ToDraw extends OfDocument {
  /** Where last year's report of the same body may be; unless given nowhere. */
  readonly others?: readonly OtherDraft[] | undefined;
  /** With it the page has a Content Security Policy: its own style sheet, and nothing else from anywhere. */
  readonly nonce?: string | undefined;
}

/** A whole page that needs nothing else. */
export interface HtmlPage {
  readonly html: string;
}

/** The bytes of a file. */
export interface FileBytes {
  readonly base64: string;
}

export interface NumbersPage extends HtmlPage {
  /** Name of that of the others which is shown beside the report. */
  readonly beside: string | undefined;
}

export interface ToExport extends OfDocument {
  readonly to: Form;
}

/** A report in another form. */
export interface Exported extends FileBytes {
  /** The report's title, for the name of a file. */
  readonly name: string;
  /** Ending of the names of such files: `docx`. */
  readonly ending: string;
  /** What could not be carried over, a sentence each. */
  readonly notes: readonly string[];
  /** How many places are still to be filled in, blank cells among them. */
  readonly unfilled: number;
  /** The findings of severity error, with lines from 1. */
  readonly errors: readonly { readonly message: string; readonly line: number }[];
}

/** A form in which drafts are written. */
export type DraftForm = Extract<Form, 'markdown' | 'text'>;

export interface ToImport extends FileBytes {
  /** Name of the file; its ending tells the form of what is no Word file. */
  readonly name: string;
  readonly to: DraftForm;
}

/** A report of any form, the base of a draft. */
export interface ToDraft extends FileBytes {
  /** Name of the file; its ending tells the form of what is no Word file, and the language of the draft. */
  readonly name: string;
}

/** A file as a draft. */
export interface ImportedDraft {
  readonly text: string;
  /** What could not be read, a sentence each. */
  readonly notes: readonly string[];
}

/** A finding code, and a document that it is not wanted in. */
export interface SuppressedCode extends OfDocument {
  readonly code: Code;
}

/** A finding of a document. */
export interface SuppressedFinding extends SuppressedCode {
  readonly fingerprint: string;
}

/** What came over the wire as a `T`, before anybody looked. */
export type Given<T> = { readonly [Key in keyof T]?: unknown };
