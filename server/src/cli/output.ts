import { createColors } from 'picocolors';

export type Colors = ReturnType<typeof createColors>;

/** Where a command writes, and what the place is like. */
export interface Output {
  /** Writes a text, or the bytes of one in another encoding than UTF-8, to standard output. */
  readonly write: (text: string | Uint8Array) => void;
  /** Writes a line to standard error. */
  readonly complain: (line: string) => void;
  readonly colors: Colors;
  /** Columns of the terminal; undefined where the output goes elsewhere. */
  readonly columns: number | undefined;
}

/** Standard output and error of this process. A reader that has gone away, as `head` does, ends the process quietly. */
export function standardOutput(): Output {
  const { stdout, stderr } = process;
  for (const stream of [stdout, stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      process.exit();
    });
  }
  return {
    write: (text) => stdout.write(text),
    complain: (line) => stderr.write(`${line}\n`),
    colors: createColors(wantsColor()),
    // Some terminals say that they have none.
    columns: (stdout.isTTY && stdout.columns) || undefined,
  };
}

/** Colour is for terminals; NO_COLOR and FORCE_COLOR overrule that, as picocolors reads them. */
function wantsColor(): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR) return false;
  return Boolean(FORCE_COLOR) || (process.stdout.isTTY === true && TERM !== 'dumb');
}
