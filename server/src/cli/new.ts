import { firstYear } from '../format/formats.ts';
import { languageOfName } from '../input/language.ts';
import { type NewReportKind, newReportText } from '../writing/newReport.ts';
import type { Output } from './output.ts';
import { type ExitCode, exitCodes } from './run.ts';
import { createFile } from './writeFile.ts';

/** What the user asked for. */
export interface NewOptions {
  readonly year: number;
  readonly body: string;
  readonly kind: NewReportKind;
  /** The file to write; `-` for standard output. Its ending decides between Markdown and plain text. */
  readonly output: string;
}

/** Writes a complete blank draft in the format of its year; a file that is there is left alone. */
export function newReport({ year, body, kind, output: file }: NewOptions, output: Output): ExitCode {
  if (!Number.isInteger(year) || year < firstYear || year > 2100) {
    output.complain(`nianbao: 年度应为${firstYear}年以后的四位数字 the year must be ${firstYear} or later`);
    return exitCodes.failed;
  }
  const language = file !== '-' && languageOfName(file) === 'plaintext' ? 'plaintext' : 'markdown';
  const text = newReportText({ body, kind, year, language });
  if (file === '-') {
    output.write(text);
    return exitCodes.clean;
  }
  const refusal = createFile(file, new TextEncoder().encode(text));
  if (refusal === undefined) return exitCodes.clean;
  output.complain(`nianbao: ${file}: ${refusal}`);
  return exitCodes.failed;
}
