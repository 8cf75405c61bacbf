/**
 * Runs the language server in this process: over Node's IPC channel with `--node-ipc`, otherwise over standard input
 * and output. It ends with its client: by `exit`, when the channel closes, or when the client's process is gone.
 */

import { createConnection, IPCMessageReader, IPCMessageWriter, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from './server.ts';

startServer(process.argv.includes('--node-ipc') ? overIpc() : overStdio());

function overStdio() {
  // The library ends the process when its input closes.
  return createConnection(ProposedFeatures.all, process.stdin, process.stdout);
}

function overIpc() {
  // A client that was killed leaves no `exit` message, only a closed channel.
  process.once('disconnect', () => process.exit(1));
  return createConnection(ProposedFeatures.all, new IPCMessageReader(process), new IPCMessageWriter(process));
}
