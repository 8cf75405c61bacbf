import { RequestType } from 'vscode-languageserver';
import { numbersPage } from '../output/review/charts.ts';
import { type OtherDraft, yearBefore } from '../output/review/lastYear.ts';
import { sheetHtml } from '../output/review/page.ts';
import { reviewOf } from '../output/review/sheet.ts';
import { sheetDocx } from '../output/sheet.ts';
import { guarded } from './guard.ts';
import { read, type Session } from './session.ts';

interface ToReview {
  readonly uri: string;
  /** Unless given HTML. */
  readonly to?: 'html' | 'docx';
}

/** A review sheet: a whole page, or the bytes of a Word file. */
type ReviewSheet = { readonly html: string } | { readonly base64: string };

interface ToDraw {
  readonly uri: string;
  /** Where last year's report of the same body may be. */
  readonly others?: readonly OtherDraft[];
}

/** A whole page. */
interface Numbers {
  readonly html: string;
  /** Name of that of the others which is shown beside the report. */
  readonly beside?: string;
}

const requests = {
  reviewSheet: new RequestType<ToReview, ReviewSheet | null, never>('nianbao/reviewSheet'),
  numbers: new RequestType<ToDraw, Numbers | null, never>('nianbao/numbers'),
} as const;

/** Gives our own client the review sheet of a report and its numbers as pictures; null for a document that is none. */
export function serveReview(session: Session): void {
  const { connection, log } = session;
  connection.onRequest(
    requests.reviewSheet,
    guarded<ToReview, ReviewSheet | null>(log, {
      name: requests.reviewSheet.method,
      run: async ({ uri, to }) => {
        const known = await read(session, uri);
        if (known === undefined) return null;
        const sheet = reviewOf(known.report, known.findings);
        if (to !== 'docx') return { html: sheetHtml(sheet) };
        return { base64: Buffer.from(await sheetDocx(sheet)).toString('base64') };
      },
      empty: () => null,
      count: (sheet) => (sheet === null ? 0 : 'html' in sheet ? sheet.html.length : sheet.base64.length),
    }),
  );
  connection.onRequest(
    requests.numbers,
    guarded<ToDraw, Numbers | null>(log, {
      name: requests.numbers.method,
      run: async ({ uri, others = [] }) => {
        const known = await read(session, uri);
        if (known === undefined) return null;
        const before = yearBefore(known.report, others);
        return { html: numbersPage(known.report, before?.report), ...(before && { beside: before.name }) };
      },
      empty: () => null,
      count: (page) => page?.html.length ?? 0,
    }),
  );
}
