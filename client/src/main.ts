import * as vscode from 'vscode';
import { cleanTextCommand } from './cleanText.ts';
import { createClient } from './client.ts';
import { documentSelector } from './documents.ts';
import { newReportCommand } from './newReport.ts';
import { readinessStatus } from './readiness.ts';
import { silenceCommands } from './silence.ts';
import { recomputeTotalsCommand, tablePasting } from './tables.ts';

let stop: (() => Promise<void>) | undefined;

/** Starts the language server and keeps it; resolves when it answers. VS Code calls this. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const output = vscode.window.createOutputChannel('Nianbao 年报', { log: true });
  const server = createClient(
    context.asAbsolutePath('dist/server.js'),
    output,
    vscode.Uri.joinPath(context.extensionUri, 'docs', 'rules'),
  );
  stop = server.stop;
  context.subscriptions.push(
    output,
    silenceCommands(context.extensionUri),
    newReportCommand(server, context.globalState),
    cleanTextCommand(server),
    recomputeTotalsCommand(server),
    tablePasting(server, documentSelector()),
    readinessStatus(server, documentSelector()),
    vscode.commands.registerCommand('nianbao.restartServer', () => server.restart()),
  );
  await server.restart();
}

/** Ends the language server. VS Code calls this. */
export function deactivate(): Promise<void> | undefined {
  return stop?.();
}
