import {
  type Connection,
  DidChangeConfigurationNotification,
  PositionEncodingKind,
  type ServerCapabilities,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { version } from '../../../package.json';
import { serveCodeActions } from './codeActions.ts';
import { serveDiagnostics } from './diagnostics.ts';
import { serveDrafting } from './drafting.ts';
import { serveExchange } from './exchange.ts';
import { serveHints } from './hints.ts';
import { serveNavigation } from './navigation.ts';
import { servePreview } from './preview.ts';
import { notifications } from './protocol.ts';
import { serveReview } from './review.ts';
import { createSession, type Session } from './session.ts';
import { serveStructure } from './structure.ts';
import { readSupport } from './support.ts';
import type { Given, InitializationOptions } from './wire.ts';
import { serveWriting } from './writing.ts';

/** What the protocol knows; each part answers its requests and says what it is capable of. */
const standard: readonly ((session: Session) => ServerCapabilities)[] = [
  serveDiagnostics,
  serveCodeActions,
  serveStructure,
  serveNavigation,
  serveHints,
  serveWriting,
];

/** What only our own clients ask for. */
const own: readonly ((session: Session) => void)[] = [serveDrafting, servePreview, serveReview, serveExchange];

/** Serves one client. What it gets is decided by its `initialize` request, which says what it supports. */
export function startServer(connection: Connection): void {
  const documents = new TextDocuments(TextDocument);
  documents.listen(connection);
  connection.onInitialize(({ capabilities, initializationOptions }) => {
    const session = createSession(connection, documents, readSupport(capabilities, initializationOptions));
    // A client that cannot be asked for settings may send them here.
    session.settings.reset({ nianbao: initializationOptions });
    const { configs }: Given<InitializationOptions> = Object(initializationOptions);
    session.settings.setConfigs(configs);
    serveSettings(session);
    for (const serve of own) serve(session);
    let served = basics;
    for (const serve of standard) served = { ...served, ...serve(session) };
    documents.onDidClose(({ document }) => session.analyses.drop(document.uri));
    return { serverInfo: { name: 'nianbao', version }, capabilities: served };
  });
  connection.listen();
}

const basics: ServerCapabilities = {
  // The only one that every client knows, and what our offsets are.
  positionEncoding: PositionEncodingKind.UTF16,
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
};

function serveSettings({ connection, documents, support, settings, log }: Session): void {
  connection.onInitialized(() => {
    if (!support.configuration || !support.configurationEvents) return;
    connection.client
      .register(DidChangeConfigurationNotification.type, { section: 'nianbao' })
      .catch((error) => log.failure('client/registerCapability', error));
  });
  connection.onNotification(notifications.configs.method, (configs: unknown) => settings.setConfigs(configs));
  connection.onDidChangeConfiguration((change) => settings.reset(change.settings));
  documents.onDidClose(({ document }) => settings.drop(document.uri));
}
