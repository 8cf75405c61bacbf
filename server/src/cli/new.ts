import { firstYear } from '../format/formats.ts';
import { decode } from '../input/decode.ts';
import { languageOfName } from '../input/language.ts';
import { draftFromLastYear } from '../output/fromLastYear.ts';
import { type NewReportKind, newReportText } from '../writing/newReport.ts';
import { printable } from './excerpt.ts';
import { readInputs } from './files.ts';
import type { Output } from './output.ts';
import { type ExitCode, exitCodes } from './run.ts';
import { createFile } from './writeFile.ts';

/** What the user asked for. */
export interface NewOptions {
  /** Unless given the year after last year's report. */
  readonly year?: number;
  readonly body: string;
  readonly kind: NewReportKind;
  /** A report of any form that is the base of the draft; body and kind are then its own. */
  readonly lastYear?: string;
  /** The file to write; `-` for standard output. Its ending decides between Markdown and plain text. */
  readonly output: string;
}

/**
 * Writes a draft in the format of its year: a blank one, or one with last year's report as its base. A file that is
 * there is left alone.
 */
export async function newReport(options: NewOptions, output: Output): Promise<ExitCode> {
  const { year, output: file, lastYear } = options;
  const complain = (text: string): ExitCode => {
    output.complain(printable(`nianbao: ${text}`));
    return exitCodes.failed;
  };
  const isYear = year !== undefined && Number.isInteger(year) && year >= firstYear && year <= 2100;
  if (!isYear && (year !== undefined || lastYear === undefined)) {
    return complain(`年度应为${firstYear}年以后的四位数字 the year must be ${firstYear} or later`);
  }
  const language = file !== '-' && languageOfName(file) === 'plaintext' ? 'plaintext' : 'markdown';
  const made = await textOf(options, language);
  if ('refusal' in made) return complain(made.refusal);
  for (const note of made.notes) output.complain(printable(`nianbao: ${lastYear}: ${note}`));
  if (file === '-') {
    output.write(made.text);
    return exitCodes.clean;
  }
  const refusal = createFile(file, new TextEncoder().encode(made.text));
  return refusal === undefined ? exitCodes.clean : complain(`${file}: ${refusal}`);
}

/** The draft with notes on what could not be carried over, or why there is none. */
async function textOf(
  { year, body, kind, lastYear }: NewOptions,
  language: 'markdown' | 'plaintext',
): Promise<{ readonly text: string; readonly notes: readonly string[] } | { readonly refusal: string }> {
  if (lastYear === undefined) return { text: newReportText({ body, kind, year, language }), notes: [] };
  for await (const input of readInputs([lastYear])) {
    if (input.kind === 'unreadable') return { refusal: `${input.file}: ${input.reason}` };
    const text = (): string => (input.kind === 'text' ? input.text : decode(input.bytes));
    const made = await draftFromLastYear({ name: input.file, bytes: input.bytes, text }, { language, year });
    return 'refusal' in made ? { refusal: `${input.file}: ${made.refusal}` } : made;
  }
  return { refusal: `${lastYear}: 没有文件 no file` };
}
