import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  type ClientCapabilities,
  type CodeAction,
  type CodeActionContext,
  CodeActionRequest,
  ConfigurationRequest,
  createProtocolConnection,
  type Diagnostic,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  type Range,
  RegistrationRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { notifications, type Request } from '../../server/src/lsp/protocol.ts';

/** What VS Code says of itself, as far as the server cares. */
export const pullClient: ClientCapabilities = {
  workspace: {
    workspaceEdit: { documentChanges: true },
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
  },
  textDocument: {
    diagnostic: { dynamicRegistration: true, relatedInformation: true },
    publishDiagnostics: { relatedInformation: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source'] } } },
  },
};

/** An old client: it is told of diagnostics and knows no versioned edits. */
export const pushClient: ClientCapabilities = {
  textDocument: {
    publishDiagnostics: {},
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
  },
};

/** A language client and the server process that it talks to. */
export type Client = Awaited<ReturnType<typeof startClient>>;

/**
 * Starts a server and introduces the client to it.
 * @param args the server's program with its arguments
 * @param settings what the client answers when it is asked for `nianbao`; may be changed at any time
 * @param initializationOptions what the client tells the server of itself
 */
export async function startClient(
  args: readonly string[],
  capabilities: ClientCapabilities,
  settings: { enable: boolean; rules?: unknown } = { enable: true },
  initializationOptions?: unknown,
) {
  const server = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const exited = once(server, 'exit').then(([code]) => code as number | null);
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  const published: PublishDiagnosticsParams[] = [];
  const waiting: ((params: PublishDiagnosticsParams) => void)[] = [];
  connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
    const next = waiting.shift();
    if (next === undefined) published.push(params);
    else next(params);
  });
  const registered: string[] = [];
  connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
    registered.push(...registrations.map(({ method }) => method));
  });
  connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => ({ ...settings })));
  let refreshed = () => {};
  /** Sends something that changes findings and waits until the server asks for a new pull. */
  const untilRefreshed = async (send: () => Promise<void>) => {
    const done = new Promise<void>((resolve) => {
      refreshed = resolve;
    });
    await send();
    await done;
  };
  connection.onRequest(DiagnosticRefreshRequest.type, () => refreshed());
  connection.listen();

  const initialized: InitializeResult = await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: null,
    capabilities,
    workspaceFolders: null,
    initializationOptions,
  });
  await connection.sendNotification(InitializedNotification.type, {});

  return {
    initialized,
    registered,
    /** Resolves to the exit code of the server; null where a signal ended it. */
    exited,
    open: (uri: string, languageId: string, text: string) =>
      connection.sendNotification(DidOpenTextDocumentNotification.type, {
        textDocument: { uri, languageId, version: 1, text },
      }),
    change: (uri: string, version: number, range: Range, text: string) =>
      connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version },
        contentChanges: [{ range, text }],
      }),
    close: (uri: string) =>
      connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } }),
    pull: (uri: string, previousResultId?: string) =>
      connection.sendRequest(DocumentDiagnosticRequest.type, {
        textDocument: { uri },
        ...(previousResultId !== undefined && { previousResultId }),
      }),
    /** The diagnostics of a document, pulled. */
    diagnostics: async (uri: string): Promise<Diagnostic[]> => {
      const report = await connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
      if (report.kind !== 'full') throw new Error('nothing was pulled before, so nothing can be unchanged');
      return report.items;
    },
    codeActions: async (uri: string, range: Range, context: Partial<CodeActionContext> = {}): Promise<CodeAction[]> => {
      const actions = await connection.sendRequest(CodeActionRequest.type, {
        textDocument: { uri },
        range,
        context: { diagnostics: [], ...context },
      });
      return (actions ?? []).filter((action): action is CodeAction => typeof action.command !== 'string');
    },
    /** The next diagnostics that the server sends by itself. */
    published: (): Promise<PublishDiagnosticsParams> => {
      const next = published.shift();
      return next === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(next);
    },
    /** Tells of changed settings and resolves when the server asks for a new pull. */
    changeSettings: () =>
      untilRefreshed(() => connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null })),
    /** Sends the configurations of its folders and resolves when the server asks for a new pull. */
    sendConfigs: (configs: unknown) =>
      untilRefreshed(() => connection.sendNotification(notifications.configs.method, configs)),
    /** Any other request of the protocol, with what of its answers the test expects. */
    request: <T>(method: string, params: unknown): Promise<T> => connection.sendRequest(method, params),
    /** A request of our own. */
    ask: <Params, Result>({ method }: Request<Params, Result>, params: Params): Promise<Result> =>
      connection.sendRequest(method, params),
    shutdown: () => connection.sendRequest(ShutdownRequest.type),
    exit: () => connection.sendNotification(ExitNotification.type),
    /** Lets go of the server as a client does that was killed. */
    hangUp: () => server.stdin.end(),
  };
}
