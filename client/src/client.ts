import * as vscode from 'vscode';
import {
  CloseAction,
  ErrorAction,
  type ErrorHandler,
  LanguageClient,
  RevealOutputChannelOn,
  TransportKind,
} from 'vscode-languageclient/node';
import { notifications, type Request } from '../../server/src/lsp/protocol.ts';
import type { ConfigText, InitializationOptions } from '../../server/src/lsp/wire.ts';
import { watchConfigs } from './configs.ts';
import { documentSelector } from './documents.ts';

/** The language server, from the editor's side. */
export interface Server {
  /** Ends the server if it runs and starts a new one. Never rejects: the user is told of a failure. */
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
  /** Asks the server something of our own; undefined where it does not run, fails, or has no answer. Never rejects. */
  readonly request: <Params, Result>(
    request: Request<Params, Result>,
    params: Params,
  ) => Promise<NonNullable<Result> | undefined>;
}

/**
 * A server that is not started yet. When it dies it is started again; after five deaths within three minutes the user
 * is asked.
 * @param module absolute path of the server's program
 * @param output where the client and the server log
 * @param pages folder with the pages of the finding codes
 */
export function createClient(module: string, output: vscode.LogOutputChannel, pages: vscode.Uri): Server {
  let client: LanguageClient | undefined;
  // Starts and stops never overlap.
  let last: Promise<void> = Promise.resolve();
  const enqueue = (step: () => Promise<void>) => {
    last = last.then(step).catch((error) => output.error(error instanceof Error ? error : String(error)));
    return last;
  };

  const end = async () => {
    const old = client;
    client = undefined;
    await old?.dispose().catch((error) => output.warn(String(error)));
  };
  const configs = watchConfigs(() => {
    tell().catch((error) => output.warn(String(error)));
  });
  let told = '';
  const tell = async () => {
    const all = await configs.read();
    const text = JSON.stringify(all);
    if (client?.isRunning() !== true || text === told) return;
    told = text;
    await client.sendNotification(notifications.configs.method, all);
  };
  const start = async () => {
    const all = await configs.read();
    told = JSON.stringify(all);
    client = build(all);
    try {
      await client.start();
    } catch (error) {
      output.error(error instanceof Error ? error : String(error));
      offerRestart(vscode.l10n.t('The Nianbao language server did not start.'));
    }
  };
  const restart = () =>
    enqueue(async () => {
      await end();
      await start();
    });

  const offerRestart = (message: string) => {
    const button = vscode.l10n.t('Restart');
    vscode.window.showErrorMessage(message, button).then((choice) => (choice === button ? restart() : undefined));
  };

  // A client that failed to start cannot start again, so each start has one of its own.
  const build = (configs: readonly ConfigText[]) => {
    const options: InitializationOptions = {
      silenceCommands: true,
      tableCommands: true,
      rulesUri: pages.toString(),
      configs,
    };
    const made: LanguageClient = new LanguageClient(
      'nianbao',
      'Nianbao 年报',
      { module, transport: TransportKind.ipc },
      {
        documentSelector: [...documentSelector()],
        initializationOptions: options,
        outputChannel: output,
        revealOutputChannelOn: RevealOutputChannelOn.Never,
        diagnosticPullOptions: { onChange: true, onTabs: true },
        errorHandler: askingHandler(() => made.createDefaultErrorHandler(), offerRestart),
        initializationFailedHandler: () => false,
      },
    );
    return made;
  };

  const stop = () => {
    configs.dispose();
    return enqueue(end);
  };
  const request: Server['request'] = async <Params, Result>({ method }: Request<Params, Result>, params: Params) => {
    await last;
    if (client?.isRunning() !== true) return undefined;
    try {
      return (await client.sendRequest<Result>(method, params)) ?? undefined;
    } catch (error) {
      output.warn(`${method}: ${String(error)}`);
      return undefined;
    }
  };
  return { restart, stop, request };
}

/** The library's decisions on a broken connection; where it gives up, the user is asked whether to go on. */
function askingHandler(makeDefault: () => ErrorHandler, ask: (message: string) => void): ErrorHandler {
  let inner: ErrorHandler | undefined;
  // The client that the default handler belongs to does not exist before its options do.
  const usual = () => {
    inner ??= makeDefault();
    return inner;
  };
  return {
    error: async (error, message, count) => {
      const result = await usual().error(error, message, count);
      if (result.action === ErrorAction.Continue) return { ...result, handled: true };
      ask(vscode.l10n.t('The connection to the Nianbao language server is broken.'));
      return { ...result, handled: true };
    },
    closed: async () => {
      const result = await usual().closed();
      if (result.action === CloseAction.Restart) return { ...result, handled: true };
      ask(vscode.l10n.t('The Nianbao language server keeps crashing and was not started again.'));
      return { ...result, handled: true };
    },
  };
}
