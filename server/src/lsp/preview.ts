import { whatIf } from '../features/whatIf.ts';
import { renderPreview } from '../output/preview/preview.ts';
import { requests } from './protocol.ts';
import { serveReport } from './serve.ts';
import type { Session } from './session.ts';

/** Shows our own clients a report as it will be published, and what a cell would change. */
export function servePreview(session: Session): void {
  serveReport(session, requests.preview, {
    run: ({ document, report, findings }) => ({ version: document.version, ...renderPreview(report, findings) }),
    empty: null,
    count: (preview) => preview?.blocks.length ?? 0,
  });
  serveReport(session, requests.whatIf, {
    run: ({ document, report }, { start, end, text }) => {
      const answer = whatIf(report, { start, end }, text);
      return answer === undefined ? null : { version: document.version, ...answer };
    },
    empty: null,
    count: (answer) => (answer === null ? 0 : answer.broken.length + answer.fixed.length),
  });
}
