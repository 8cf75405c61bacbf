import { type CancellationToken, type Connection, LSPErrorCodes, ResponseError } from 'vscode-languageserver';

/** What the server says of itself in the client's log: names and counts, never a word of a document. */
export interface Log {
  readonly done: (name: string, count: number, milliseconds: number) => void;
  readonly failure: (name: string, error: unknown) => void;
}

/** A log that goes to the client. */
export function createLog(connection: Connection): Log {
  return {
    done: (name, count, milliseconds) => {
      connection.tracer.log(`${name}: ${count} in ${milliseconds.toFixed(1)} ms`);
    },
    failure: (name, error) => connection.console.error(`${name} failed: ${describe(error)}`),
  };
}

/** Kind and place of an error. Its message is left out: it may quote the document. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? [];
  return [error.name, ...frames].join('\n');
}

/** A request's work and what it answers when the work cannot be done. */
export interface Work<Params, Result> {
  readonly name: string;
  readonly run: (params: Params) => Promise<Result>;
  readonly empty: Result;
  /** How much an answer is, for the log. */
  readonly count: (result: Result) => number;
}

/**
 * The handler of a request. A request that is cancelled before its turn is answered as cancelled without any work; one
 * whose work throws is logged and gets the empty answer, so that the server lives on.
 */
export function guarded<Params, Result>(log: Log, { name, run, empty, count }: Work<Params, Result>) {
  return async (params: Params, token: CancellationToken): Promise<Result | ResponseError<never>> => {
    if (token.isCancellationRequested) return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
    const start = performance.now();
    try {
      const result = await run(params);
      log.done(name, count(result), performance.now() - start);
      return result;
    } catch (error) {
      log.failure(name, error);
      return empty;
    }
  };
}
