import type { ClientCapabilities } from 'vscode-languageserver';
import type { Given, InitializationOptions } from './wire.ts';

/** What the client can do, as far as the server behaves differently. */
export interface ClientSupport {
  /** Asks for diagnostics; the server sends none by itself. */
  readonly pullDiagnostics: boolean;
  /** Asks again for diagnostics when the server says so. */
  readonly refreshDiagnostics: boolean;
  readonly relatedInformation: boolean;
  /** Takes code actions with edits in them, not only commands. */
  readonly codeActions: boolean;
  /** Takes edits that are bound to a version of the document. */
  readonly documentChanges: boolean;
  /** Answers for settings, by document. */
  readonly configuration: boolean;
  /** Can be asked to tell when settings change. */
  readonly configurationEvents: boolean;
  /** Asks again for inlay hints, or code lenses, when the server says so. */
  readonly refreshHints: boolean;
  readonly refreshLenses: boolean;
  /** Has the command that recomputes a table's totals. */
  readonly tableCommands: boolean;
  /** Has the commands that suppress findings and explain them. */
  readonly silenceCommands: boolean;
  /** URI of the folder with the pages of the finding codes, without a slash at the end. */
  readonly rulesUri: string | undefined;
}

/**
 * Reads what the client said of itself in `initialize`; what it did not mention it cannot do.
 * @param options the `initializationOptions`, which may be anything
 */
export function readSupport({ textDocument, workspace }: ClientCapabilities, options: unknown): ClientSupport {
  const { silenceCommands, tableCommands, rulesUri }: Given<InitializationOptions> = Object(options);
  const pullDiagnostics = textDocument?.diagnostic !== undefined;
  const related = pullDiagnostics
    ? (textDocument.diagnostic?.relatedInformation ?? textDocument.publishDiagnostics?.relatedInformation)
    : textDocument?.publishDiagnostics?.relatedInformation;
  return {
    pullDiagnostics,
    refreshDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    relatedInformation: related === true,
    codeActions: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    configuration: workspace?.configuration === true,
    configurationEvents: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    refreshHints: workspace?.inlayHint?.refreshSupport === true,
    refreshLenses: workspace?.codeLens?.refreshSupport === true,
    tableCommands: tableCommands === true,
    silenceCommands: silenceCommands === true,
    rulesUri: typeof rulesUri === 'string' ? rulesUri.replace(/\/$/, '') : undefined,
  };
}
