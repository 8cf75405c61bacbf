import { type Analysis, analyze } from '../analysis/analyze.ts';
import { defaultOptions, type Options } from '../analysis/settings/resolve.ts';
import { languageOfName } from '../input/language.ts';
import { printable } from './excerpt.ts';
import { readInputs, type TextInput } from './files.ts';
import type { Output } from './output.ts';

/** How a command ended; public interface. */
export const exitCodes = {
  /** No finding of severity error. */
  clean: 0,
  /** At least one finding of severity error. */
  errors: 1,
  /** Wrong usage, or a file that could not be read. */
  failed: 2,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/**
 * Analyzes the files at the paths one after the other and hands each to `each`.
 * @param optionsOf what holds for a file; the defaults unless given
 * @returns the number of files that failed, as `readEach` counts them
 */
export function analyzeEach(
  paths: readonly string[],
  output: Output,
  each: (file: string, analysis: Analysis) => void,
  optionsOf: (file: string) => Options = () => defaultOptions,
): Promise<number> {
  return readEach(paths, output, ({ file, text }) => {
    each(file, analyze(text, languageOfName(file), optionsOf(file)));
  });
}

/**
 * Reads the files at the paths one after the other and hands each to `each`. A file that cannot be read, or whose
 * handling fails, is named on standard error and does not keep the others from their turn.
 * @returns the number of files that failed
 */
export async function readEach(
  paths: readonly string[],
  output: Output,
  each: (input: TextInput) => void,
): Promise<number> {
  let failed = 0;
  for await (const input of readInputs(paths)) {
    if (input.kind === 'unreadable') {
      failed++;
      output.complain(printable(`nianbao: ${input.file}: ${input.reason}`));
      continue;
    }
    try {
      each(input);
    } catch (error) {
      failed++;
      const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
      output.complain(`nianbao: ${printable(input.file)}: 程序出错 internal error: ${what}`);
    }
  }
  return failed;
}
