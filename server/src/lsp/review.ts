import { RequestType } from 'vscode-languageserver';
import { numbersPage } from '../review/charts.ts';
import { reviewSheet } from '../review/sheet.ts';
import { guarded } from './guard.ts';
import { type ReadDocument, read, type Session } from './session.ts';

interface AtDocument {
  readonly uri: string;
}

/** A whole page. */
interface Page {
  readonly html: string;
}

const requests = {
  reviewSheet: new RequestType<AtDocument, Page | null, never>('nianbao/reviewSheet'),
  numbers: new RequestType<AtDocument, Page | null, never>('nianbao/numbers'),
} as const;

/** Gives our own client the review sheet of a report and its numbers as pictures; null for a document that is none. */
export function serveReview(session: Session): void {
  const serve = (request: (typeof requests)[keyof typeof requests], pageOf: (known: ReadDocument) => string): void => {
    session.connection.onRequest(
      request,
      guarded<AtDocument, Page | null>(session.log, {
        name: request.method,
        run: async ({ uri }) => {
          const known = await read(session, uri);
          return known === undefined ? null : { html: pageOf(known) };
        },
        empty: () => null,
        count: (page) => page?.html.length ?? 0,
      }),
    );
  };
  serve(requests.reviewSheet, ({ report, findings }) => reviewSheet(report, findings));
  serve(requests.numbers, ({ report }) => numbersPage(report));
}
