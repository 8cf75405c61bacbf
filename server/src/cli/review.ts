import { existsSync } from 'node:fs';
import { analyze } from '../analysis/analyze.ts';
import { languageOfName } from '../input/language.ts';
import { sheetDocx } from '../output/forms.ts';
import { sheetHtml } from '../output/review/page.ts';
import { reviewOf } from '../output/review/sheet.ts';
import { printable } from './excerpt.ts';
import type { TextInput } from './files.ts';
import type { Output } from './output.ts';
import { type ExitCode, exitCodes, readEach } from './run.ts';
import { runSettings } from './settings.ts';
import { createFile, overwriteFile } from './writeFile.ts';

/** What the user asked for. */
export interface ReviewOptions {
  /** The file to write, a Word file where it ends in `.docx`, else an HTML page; `-` for standard output. */
  readonly output: string;
  /** Whether a file that is there is replaced. */
  readonly force: boolean;
}

/** Writes the review sheet of one report, as an HTML page or a Word file; its findings are those that `check` prints. */
export async function review(path: string, { output: file, force }: ReviewOptions, output: Output): Promise<ExitCode> {
  const settings = runSettings({}, output);
  const inputs: TextInput[] = [];
  const unreadable = await readEach([path], output, { text: (input) => inputs.push(input) });
  const [input, ...others] = inputs;
  const refuse = (reason: string): ExitCode => {
    output.complain(printable(`nianbao: ${reason}`));
    return exitCodes.failed;
  };
  if (unreadable > 0) return exitCodes.failed;
  if (input === undefined || others.length > 0) return refuse(`${path}: 应为一份报告 one report is wanted`);
  const analysis = analyze(input.text, languageOfName(input.file), settings.of(input.file));
  if (analysis.kind !== 'report') return refuse(`${input.file}: 不是政府信息公开工作年度报告 no annual report`);
  if (settings.failed() > 0) return exitCodes.failed;
  const sheet = reviewOf(analysis.report, analysis.findings);
  if (file === '-') {
    output.write(sheetHtml(sheet));
    return exitCodes.clean;
  }
  const bytes = /\.docx$/i.test(file) ? await sheetDocx(sheet) : new TextEncoder().encode(sheetHtml(sheet));
  const refusal = force && existsSync(file) ? overwriteFile(file, bytes) : createFile(file, bytes);
  return refusal === undefined ? exitCodes.clean : refuse(`${file}: ${refusal}`);
}
