import { RequestType } from 'vscode-languageserver';
import { type WhatIf, whatIf } from '../features/whatIf.ts';
import type { Preview } from '../output/preview/model.ts';
import { renderPreview } from '../output/preview/preview.ts';
import { guarded } from './guard.ts';
import { read, type Session } from './session.ts';

/** A preview of one version of a document. */
type VersionedPreview = Preview & { readonly version: number };

interface AtDocument {
  readonly uri: string;
}

/** A cell of one version of a document, and what may be written into it. */
type AtCell = AtDocument & { readonly start: number; readonly end: number; readonly text: string };

const requests = {
  preview: new RequestType<AtDocument, VersionedPreview | null, never>('nianbao/preview'),
  whatIf: new RequestType<AtCell, (WhatIf & { readonly version: number }) | null, never>('nianbao/whatIf'),
} as const;

/** Shows our own client a report as it will be published, and what a cell would change; null where there is none. */
export function servePreview(session: Session): void {
  const { connection, log } = session;
  connection.onRequest(
    requests.preview,
    guarded<AtDocument, VersionedPreview | null>(log, {
      name: requests.preview.method,
      run: async ({ uri }) => {
        const known = await read(session, uri);
        if (known === undefined) return null;
        return { version: known.document.version, ...renderPreview(known.report, known.findings) };
      },
      empty: () => null,
      count: (preview) => preview?.blocks.length ?? 0,
    }),
  );
  connection.onRequest(
    requests.whatIf,
    guarded<AtCell, (WhatIf & { readonly version: number }) | null>(log, {
      name: requests.whatIf.method,
      run: async ({ uri, start, end, text }) => {
        const known = await read(session, uri);
        const answer = known && whatIf(known.report, { start, end }, text);
        return answer === undefined ? null : { version: known?.document.version ?? 0, ...answer };
      },
      empty: () => null,
      count: (answer) => (answer === null ? 0 : answer.broken.length + answer.mended.length),
    }),
  );
}
