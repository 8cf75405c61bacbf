import { fileKindOf, NOT_WORD, unreadable } from '../input/fileKind.ts';
import { fromHtml, type Imported } from '../input/fromHtml.ts';
import { languageOfName } from '../input/language.ts';
import { readReport } from '../report/reading/read.ts';
import type { ReportDocument } from './document.ts';
import { toHtml } from './html/toHtml.ts';
import type { Sheet } from './sheet.ts';
import { toMarkdown } from './toMarkdown.ts';
import { toText } from './toText.ts';

/** Forms that a report is written in. */
export const forms = ['markdown', 'text', 'html', 'docx'] as const;

export type Form = (typeof forms)[number];

/** What names of files end with, by form; without the dot. */
export const endings: Readonly<Record<Form, string>> = { markdown: 'md', text: 'txt', html: 'html', docx: 'docx' };

/** A file of any form. */
export interface FormFile {
  /** Its ending tells the language of a text. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The bytes as text; not called where the bytes show that they are none. */
  readonly text: () => string;
}

/** Why a file could not be read, as a sentence. */
export interface Refused {
  readonly refusal: string;
}

/**
 * The report in a file of any form; undefined where there is none. What a file is, its bytes tell; what reads Word
 * files is loaded at the first one.
 */
export async function readForm({ name, bytes, text }: FormFile): Promise<Imported | Refused | undefined> {
  const kind = fileKindOf(bytes, text);
  if (kind === 'docx') {
    const { fromDocx } = await import('./word/word.ts');
    const word = await fromDocx(bytes);
    if (word.kind === 'refused') return { refusal: word.reason };
    const read = fromHtml(word.html);
    return read && { ...read, notes: [...word.notes, ...read.notes] };
  }
  if (kind !== 'text') return { refusal: unreadable[kind] };
  const language = languageOfName(name);
  if (language === 'html') return fromHtml(text());
  const report = readReport(text(), language);
  if (report === undefined && /\.docx$/i.test(name)) return { refusal: NOT_WORD };
  return report && { report, notes: [] };
}

/** The bytes of a report in a form; text is UTF-8. What writes Word files is loaded at the first one. */
export async function writeForm(document: ReportDocument, form: Form): Promise<Uint8Array> {
  if (form === 'docx') {
    const { toDocx } = await import('./word/word.ts');
    return toDocx(document);
  }
  return new TextEncoder().encode(writers[form](document));
}

/** A sheet as a Word file; what writes it is loaded at the first one. */
export async function sheetDocx(sheet: Sheet): Promise<Uint8Array> {
  const { sheetToDocx } = await import('./word/word.ts');
  return sheetToDocx(sheet);
}

const writers = { markdown: toMarkdown, text: toText, html: toHtml } as const;
