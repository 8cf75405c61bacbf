import { sheetDocx } from '../output/forms.ts';
import { numbersPage } from '../output/review/charts.ts';
import { yearBefore } from '../output/review/lastYear.ts';
import { sheetHtml } from '../output/review/page.ts';
import { reviewOf } from '../output/review/sheet.ts';
import { toBase64 } from '../text/base64.ts';
import { type Call, call } from './actions.ts';
import { commands, requests } from './protocol.ts';
import { serveReport } from './serve.ts';
import type { Session } from './session.ts';

/** Gives our own clients the review sheet of a report, and its numbers as pictures. */
export function serveReview(session: Session): void {
  serveReport(session, requests.reviewSheet, {
    run: async ({ document, report, findings }, { to, nonce }) => {
      // A page with a nonce is shown beside the draft.
      const link = (line: number): string => commandUri(call(commands.showLine, document.uri, line));
      const sheet = reviewOf(report, findings);
      return to === 'docx'
        ? { base64: toBase64(await sheetDocx(sheet)) }
        : { html: sheetHtml(sheet, nonce, nonce === undefined ? undefined : link) };
    },
    empty: null,
    count: (sheet) => (sheet === null ? 0 : 'html' in sheet ? sheet.html.length : sheet.base64.length),
  });
  serveReport(session, requests.numbers, {
    run: ({ report }, { others = [], nonce }) => {
      const before = yearBefore(report, others);
      return { html: numbersPage(report, before?.report, nonce), beside: before?.name };
    },
    empty: null,
    count: (page) => page?.html.length ?? 0,
  });
}

/** The address that a webview of the editor runs a command by. */
function commandUri({ command, arguments: args }: Call): string {
  return `command:${command}?${encodeURIComponent(JSON.stringify(args))}`;
}
