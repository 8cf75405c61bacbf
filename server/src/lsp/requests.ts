import { RequestType, type TextEdit } from 'vscode-languageserver';
import { fixAll } from '../analysis/fix.ts';
import { cleanCharacters } from '../features/clean.ts';
import { type Pasted, type PastedTable, pastedTable } from '../features/paste.ts';
import { type Readiness, readinessOf } from '../features/readiness.ts';
import { recomputeTotals } from '../features/totals.ts';
import type { Language } from '../report/model.ts';
import type { Position, Range } from '../text/lines.ts';
import { applyEdits } from '../text/span.ts';
import { type NewReport, newReportSnippet, newReportText } from '../writing/newReport.ts';
import { languageOf, toSpan, toTextEdit } from './convert.ts';
import { guarded } from './guard.ts';
import { check, read, type Session } from './session.ts';

/** Requests of our own client, beside the protocol's; names and shapes are for it alone. */
const requests = {
  newReport: new RequestType<NewReport, Draft | null, never>('nianbao/newReport'),
  clean: new RequestType<AtDocument & { readonly range?: Range }, Cleaned | null, never>('nianbao/clean'),
  recomputeTotals: new RequestType<AtDocument & { readonly position: Position }, TextEdit[], never>(
    'nianbao/recomputeTotals',
  ),
  readiness: new RequestType<AtDocument, Readiness | null, never>('nianbao/readiness'),
  pasteTable: new RequestType<Pasted & { readonly language: Language }, PastedTable | null, never>(
    'nianbao/pasteTable',
  ),
} as const;

interface AtDocument {
  readonly uri: string;
}

/** A new report: as text, and as a snippet with a stop at every place to fill in. */
interface Draft {
  readonly text: string;
  readonly snippet: string;
}

/** A whole document as it is when what copying did to it is mended. */
interface Cleaned {
  readonly text: string;
}

/** Answers our own client. */
export function serveRequests(session: Session): void {
  const { connection, log } = session;

  connection.onRequest(
    requests.newReport,
    guarded<NewReport, Draft | null>(log, {
      name: requests.newReport.method,
      run: async (wanted) => ({ text: newReportText(wanted), snippet: newReportSnippet(wanted) }),
      empty: () => null,
      count: () => 1,
    }),
  );
  connection.onRequest(
    requests.clean,
    guarded<AtDocument & { readonly range?: Range }, Cleaned | null>(log, {
      name: requests.clean.method,
      run: async ({ uri, range }) => {
        const checked = await check(session, uri);
        if (checked === undefined) return null;
        const { document, options } = checked;
        const text = document.getText();
        const fixed = fixAll(text, languageOf(document), options);
        if (range === undefined) return { text: cleanCharacters(fixed.text) };
        const within = toSpan(document, range);
        const edits = fixed.edits.filter(({ span }) => within.start <= span.start && span.end <= within.end);
        const grown = edits.reduce((sum, { span, text: by }) => sum + by.length - (span.end - span.start), 0);
        return { text: cleanCharacters(applyEdits(text, edits), { start: within.start, end: within.end + grown }) };
      },
      empty: () => null,
      count: () => 1,
    }),
  );
  connection.onRequest(
    requests.recomputeTotals,
    guarded<AtDocument & { readonly position: Position }, TextEdit[]>(log, {
      name: requests.recomputeTotals.method,
      run: async ({ uri, position }) => {
        const known = await read(session, uri);
        if (known === undefined) return [];
        const { document, report } = known;
        const offset = document.offsetAt(position);
        const table = Object.values(report.tables).find(({ span }) => span.start <= offset && offset <= span.end);
        return table === undefined
          ? []
          : recomputeTotals(table, report).edits.map((edit) => toTextEdit(document, edit));
      },
      empty: () => [],
      count: (edits) => edits.length,
    }),
  );
  connection.onRequest(
    requests.readiness,
    guarded<AtDocument, Readiness | null>(log, {
      name: requests.readiness.method,
      run: async ({ uri }) => {
        const known = await read(session, uri);
        return known === undefined ? null : readinessOf(known.report, known.findings);
      },
      empty: () => null,
      count: () => 1,
    }),
  );
  connection.onRequest(
    requests.pasteTable,
    guarded<Pasted & { readonly language: Language }, PastedTable | null>(log, {
      name: requests.pasteTable.method,
      run: async ({ language, ...pasted }) => pastedTable(pasted, language) ?? null,
      empty: () => null,
      count: () => 1,
    }),
  );
}
