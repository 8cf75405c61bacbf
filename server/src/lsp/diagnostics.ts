import {
  type Diagnostic,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  DocumentDiagnosticRequest,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { toDiagnostic } from './convert.ts';
import { debounce } from './debounce.ts';
import { serve } from './serve.ts';
import { type CheckedDocument, check, type Session } from './session.ts';

/** Milliseconds between the last keystroke and the diagnostics, for clients that do not ask for them. */
const PUSH_DELAY = 200;

/** Shows the findings of open documents: to clients that ask when they ask, to others when a document has rested. */
export function serveDiagnostics(session: Session): ServerCapabilities {
  if (session.support.pullDiagnostics) return answerPulls(session);
  push(session);
  return {};
}

function answerPulls(session: Session): ServerCapabilities {
  const { connection, support, log } = session;

  serve(session, DocumentDiagnosticRequest.type, {
    run: async ({ textDocument, previousResultId }): Promise<DocumentDiagnosticReport> => {
      const checked = await check(session, textDocument.uri);
      if (checked === undefined) return nothing;
      const resultId = checked.id;
      if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
      return { kind: DocumentDiagnosticReportKind.Full, resultId, items: diagnosticsOf(session, checked) };
    },
    empty: nothing,
    count: (report) => (report.kind === DocumentDiagnosticReportKind.Full ? report.items.length : 0),
  });
  session.settings.onReset(() => {
    if (!support.refreshDiagnostics) return;
    connection.languages.diagnostics.refresh().catch((error) => log.failure('workspace/diagnostic/refresh', error));
  });
  return { diagnosticProvider: { identifier: 'nianbao', interFileDependencies: false, workspaceDiagnostics: false } };
}

const nothing: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };

function push(session: Session): void {
  const { connection, documents, log } = session;

  const send = async (uri: string, version: number | undefined, diagnostics: Diagnostic[]) => {
    await connection.sendDiagnostics({ uri, ...(version !== undefined && { version }), diagnostics });
  };
  const failed = (error: unknown) => log.failure('textDocument/publishDiagnostics', error);
  const show = async (uri: string) => {
    const checked = await check(session, uri);
    const open = documents.get(uri);
    // Closed while its settings were asked for: what was shown has been taken back already.
    if (open !== undefined) await send(uri, open.version, checked === undefined ? [] : diagnosticsOf(session, checked));
  };

  const pushes = debounce(PUSH_DELAY, (uri) => {
    show(uri).catch(failed);
  });
  documents.onDidChangeContent(({ document }) => pushes.schedule(document.uri));
  documents.onDidClose(({ document }) => {
    pushes.cancel(document.uri);
    send(document.uri, undefined, []).catch(failed);
  });
  session.settings.onReset(() => {
    for (const { uri } of documents.all()) pushes.schedule(uri);
  });
}

function diagnosticsOf({ support }: Session, { document, findings }: CheckedDocument): Diagnostic[] {
  return findings.map((finding) => toDiagnostic(document, finding, support));
}
