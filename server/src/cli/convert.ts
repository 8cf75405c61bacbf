import { existsSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { decode } from '../input/decode.ts';
import { documentOf } from '../output/document.ts';
import { endings, type Form, readForm, writeForm } from '../output/forms.ts';
import { printable } from './excerpt.ts';
import { type BinaryInput, readInputs, type TextInput } from './files.ts';
import type { Output } from './output.ts';
import { type ExitCode, exitCodes } from './run.ts';
import { createFile, overwriteFile } from './writeFile.ts';

/** What the user asked for. */
export interface ConvertOptions {
  readonly to: Form;
  /** The file to write, `-` for standard output; unless given, beside the input with the form's ending. */
  readonly output: string | undefined;
  /** Whether a file that is there is replaced. */
  readonly force: boolean;
}

/**
 * Writes the reports at the paths in another form, values untouched; reads Markdown, text, HTML and Word. What could
 * not be carried over is told on standard error, a line each.
 */
export async function convert(paths: readonly string[], options: ConvertOptions, output: Output): Promise<ExitCode> {
  if (options.output === '-' && options.to === 'docx') {
    output.complain('nianbao: Word 文件不能写到标准输出，请用 -o 指定文件 a Word file needs -o FILE');
    return exitCodes.failed;
  }
  let failed = 0;
  let done = 0;
  for await (const input of readInputs(paths)) {
    const refusal =
      input.kind === 'unreadable'
        ? input.reason
        : options.output !== undefined && options.output !== '-' && done > 0
          ? '-o 只能用于一个文件 -o takes one file only'
          : await convertOne(input, options, output);
    if (refusal === undefined) done++;
    else {
      failed++;
      output.complain(printable(`nianbao: ${input.file}: ${refusal}`));
    }
  }
  return failed > 0 ? exitCodes.failed : exitCodes.clean;
}

/** @returns why it could not be done, where it could not; then nothing was written */
async function convertOne(
  input: TextInput | BinaryInput,
  options: ConvertOptions,
  output: Output,
): Promise<string | undefined> {
  try {
    const text = (): string => (input.kind === 'text' ? input.text : decode(input.bytes));
    const imported = await readForm({ name: input.file, bytes: input.bytes, text });
    if (imported === undefined) return '不是政府信息公开工作年度报告，未作转换 no annual report, not converted';
    if ('refusal' in imported) return imported.refusal;
    const document = documentOf(imported.report);
    const bytes = await writeForm(document, options.to);
    const refusal = put(bytes, input.file, options, output);
    if (refusal !== undefined) return refusal;
    for (const note of [...imported.notes, ...document.notes]) {
      output.complain(printable(`nianbao: ${input.file}: ${note}`));
    }
    return undefined;
  } catch (error) {
    return `程序出错 internal error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  }
}

/** @returns why it could not be written, where it could not */
function put(bytes: Uint8Array, from: string, { to, output: given, force }: ConvertOptions, output: Output) {
  if (given === '-' || (given === undefined && from === '-' && to !== 'docx')) {
    output.write(bytes);
    return undefined;
  }
  if (given === undefined && from === '-')
    return 'Word 文件不能写到标准输出，请用 -o 指定文件 a Word file needs -o FILE';
  const file = given ?? join(dirname(from), `${basename(from, extname(from))}.${endings[to]}`);
  const there = existsSync(file);
  if (there && !force) return `${file} 已存在，未覆盖；要覆盖请加 --force the file is there, --force replaces it`;
  const refusal = there ? overwriteFile(file, bytes) : createFile(file, bytes);
  if (refusal !== undefined) return `${file}: ${refusal}`;
  output.write(`${printable(from)} → ${printable(file)}\n`);
  return undefined;
}
