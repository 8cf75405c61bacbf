import { type Analysis, analyze } from '../analysis/analyze.ts';
import { defaultOptions, type Options } from '../analysis/settings/resolve.ts';
import { languageOfName } from '../input/language.ts';
import { printable } from './excerpt.ts';
import { type BinaryInput, readInputs, type TextInput } from './files.ts';
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
  return readEach(paths, output, {
    text: ({ file, text }) => each(file, analyze(text, languageOfName(file), optionsOf(file))),
    binary: ({ file }) => {
      // What the user has left out of the checks need not be read.
      if (!optionsOf(file).excluded) return false;
      each(file, { kind: 'other' });
      return true;
    },
  });
}

/** What is done with the files of a run. */
export interface Handlers {
  readonly text: (input: TextInput) => void;
  /** Called for a file that is no text. @returns whether that is all right; else it is named as one that was not read */
  readonly binary?: (input: BinaryInput) => boolean;
}

/**
 * Reads the files at the paths one after the other. A file that cannot be read, or whose handling fails, is named on
 * standard error with the reason and does not keep the others from their turn.
 * @returns the number of files that failed
 */
export async function readEach(
  paths: readonly string[],
  output: Output,
  { text, binary = () => false }: Handlers,
): Promise<number> {
  let failed = 0;
  const complain = (file: string, reason: string): void => {
    failed++;
    output.complain(`nianbao: ${printable(file)}: ${reason}`);
  };
  for await (const input of readInputs(paths)) {
    try {
      if (input.kind === 'text') text(input);
      else if (input.kind === 'unreadable' || !binary(input)) complain(input.file, printable(input.reason));
    } catch (error) {
      const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
      complain(input.file, `程序出错 internal error: ${what}`);
    }
  }
  return failed;
}
