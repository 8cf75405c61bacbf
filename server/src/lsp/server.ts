import {
  CodeActionKind,
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeResult,
  PositionEncodingKind,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { version } from '../../../package.json';
import { serveCodeActions } from './codeActions.ts';
import { fixAllKind } from './convert.ts';
import { serveDiagnostics } from './diagnostics.ts';
import { serveExchange } from './exchange.ts';
import { serveHints } from './hints.ts';
import { serveNavigation } from './navigation.ts';
import { servePreview } from './preview.ts';
import { serveRequests } from './requests.ts';
import { serveReview } from './review.ts';
import { createSession, type Session } from './session.ts';
import { configsNotification } from './settings.ts';
import { serveStructure, tokenTypes } from './structure.ts';
import { type ClientSupport, readSupport } from './support.ts';
import { serveWriting } from './writing.ts';

/** Serves one client. What it gets is decided by its `initialize` request, which says what it supports. */
export function startServer(connection: Connection): void {
  const documents = new TextDocuments(TextDocument);
  documents.listen(connection);
  connection.onInitialize(({ capabilities, initializationOptions }) => {
    const session = createSession(connection, documents, readSupport(capabilities, initializationOptions));
    // A client that cannot be asked for settings may send them here.
    session.settings.reset({ nianbao: initializationOptions });
    session.settings.setConfigs(initializationOptions?.configs);
    serveSettings(session);
    serveDiagnostics(session);
    serveCodeActions(session);
    serveStructure(session);
    serveNavigation(session);
    serveHints(session);
    serveWriting(session);
    serveRequests(session);
    servePreview(session);
    serveReview(session);
    serveExchange(session);
    documents.onDidClose(({ document }) => session.analyses.drop(document.uri));
    return describeServer(session.support);
  });
  connection.listen();
}

function describeServer(support: ClientSupport): InitializeResult {
  return {
    serverInfo: { name: 'nianbao', version },
    capabilities: {
      // The only one that every client knows, and what our offsets are.
      positionEncoding: PositionEncodingKind.UTF16,
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      ...(support.pullDiagnostics && {
        diagnosticProvider: { identifier: 'nianbao', interFileDependencies: false, workspaceDiagnostics: false },
      }),
      ...(support.codeActions && {
        codeActionProvider: {
          codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, fixAllKind],
        },
      }),
      documentSymbolProvider: true,
      foldingRangeProvider: true,
      selectionRangeProvider: true,
      hoverProvider: true,
      definitionProvider: true,
      referencesProvider: true,
      documentHighlightProvider: true,
      inlayHintProvider: true,
      codeLensProvider: {},
      completionProvider: { triggerCharacters: ['《', '（', '、', '|'] },
      documentFormattingProvider: true,
      documentRangeFormattingProvider: true,
      documentOnTypeFormattingProvider: { firstTriggerCharacter: '|', moreTriggerCharacter: ['\n'] },
      semanticTokensProvider: { legend: { tokenTypes: [...tokenTypes], tokenModifiers: [] }, full: true },
    },
  };
}

function serveSettings({ connection, documents, support, settings, log }: Session): void {
  connection.onInitialized(() => {
    if (!support.configuration || !support.configurationEvents) return;
    connection.client
      .register(DidChangeConfigurationNotification.type, { section: 'nianbao' })
      .catch((error) => log.failure('client/registerCapability', error));
  });
  connection.onNotification(configsNotification, (configs: unknown) => settings.setConfigs(configs));
  connection.onDidChangeConfiguration((change) => settings.reset(change.settings));
  documents.onDidClose(({ document }) => settings.drop(document.uri));
}
