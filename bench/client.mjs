/** A language client that opens one document, types in it and waits for each answer. */

import { readFileSync } from 'node:fs';
import {
  ConfigurationRequest,
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  RegistrationRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { startProgram } from '../test/vscode/host/process.mjs';

/** What VS Code says of itself, as far as the server cares. */
const capabilities = {
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
  },
  textDocument: { diagnostic: { dynamicRegistration: true, relatedInformation: true } },
};

/** @typedef {{ readonly line: number, readonly character: number }} Position */
/** @typedef {Awaited<ReturnType<typeof openDocument>>} OpenDocument */

/**
 * Starts a server and opens a document in it.
 *
 * @param {string} program
 * @param {{ readonly uri: string, readonly languageId: string, readonly text: string }} file
 */
export async function openDocument(program, file) {
  const start = performance.now();
  const { child, ended } = startProgram(process.execPath, [program, '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  if (child.stdin === null || child.stdout === null) throw new Error('the server has no standard streams');
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.onRequest(RegistrationRequest.type, () => {});
  connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => ({})));
  connection.listen();

  const { uri } = file;
  let version = 1;
  /** @type {string | undefined} */
  let previousResultId;

  /** Pulls the document's diagnostics as VS Code does, and tells how many there are. */
  const pull = async () => {
    const report = await connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri },
      ...(previousResultId !== undefined && { previousResultId }),
    });
    previousResultId = report.resultId;
    return report.kind === 'full' ? report.items.length : 0;
  };

  await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: null,
    capabilities,
    workspaceFolders: null,
  });
  await connection.sendNotification(InitializedNotification.type, {});
  await connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument: { ...file, version } });
  const findings = await pull();
  const firstDiagnostics = performance.now() - start;

  return {
    /** Milliseconds from the start of the server's process to the first diagnostics. */
    firstDiagnostics,
    findings,
    /**
     * Types a character and waits for the diagnostics of the new text.
     *
     * @param {string} char
     * @param {Position} at
     * @returns milliseconds
     */
    type: async (char, at) => {
      const typed = performance.now();
      version++;
      await connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version },
        contentChanges: [{ range: { start: at, end: at }, text: char }],
      });
      await pull();
      return performance.now() - typed;
    },
    /** Megabytes of memory that the server holds; undefined where the system does not tell. */
    memory: () => residentMegabytes(child.pid),
    stop: async () => {
      await connection.sendRequest(ShutdownRequest.type);
      await connection.sendNotification(ExitNotification.type);
      await ended;
      connection.dispose();
    },
  };
}

/** @param {number | undefined} pid */
function residentMegabytes(pid) {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
  } catch {
    return undefined;
  }
}
