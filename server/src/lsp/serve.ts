import { RequestType, type TextDocumentIdentifier } from 'vscode-languageserver';
import { guarded } from './guard.ts';
import type { Request } from './protocol.ts';
import { type ReadDocument, read, type Session } from './session.ts';
import type { OfDocument } from './wire.ts';

/** How a request is answered. `Answer` is what this server answers of all that the protocol allows. */
export interface Service<Params, Answer> {
  readonly run: (params: Params) => Promise<Answer>;
  /** The answer where the work cannot be done. */
  readonly empty: Answer;
  /** How much an answer is, for the log: unless given the length of a list, one for anything else, none for null. */
  readonly count?: (answer: Answer) => number;
}

/** Answers a request, one of the protocol's or of ours; see `guarded` for what becomes of errors. */
export function serve<Params, Result, Answer extends Result>(
  { connection, log }: Session,
  { method }: Request<Params, Result>,
  { count = sizeOf, ...work }: Service<Params, Answer>,
): void {
  connection.onRequest(new RequestType<Params, unknown, never>(method), guarded(log, { name: method, count, ...work }));
}

/** The same for a request that is about one document: what is no report has the empty answer. */
export interface ReportService<Params, Answer> extends Omit<Service<Params, Answer>, 'run'> {
  readonly run: (known: ReadDocument, params: Params) => Answer | Promise<Answer>;
}

/** Answers a request about an open report. */
export function serveReport<Params extends AboutDocument, Result, Answer extends Result>(
  session: Session,
  request: Request<Params, Result>,
  { run, ...rest }: ReportService<Params, Answer>,
): void {
  serve(session, request, {
    ...rest,
    run: async (params: Params): Promise<Answer> => {
      const known = await read(session, 'uri' in params ? params.uri : params.textDocument.uri);
      return known === undefined ? rest.empty : run(known, params);
    },
  });
}

/** How our own requests name a document, and how the protocol's do. */
type AboutDocument = OfDocument | { readonly textDocument: TextDocumentIdentifier };

function sizeOf(answer: unknown): number {
  if (Array.isArray(answer)) return answer.length;
  return answer === null ? 0 : 1;
}
