import * as vscode from 'vscode';
import { draftAtHand } from './atHand.ts';
import { cleanTextCommand } from './cleanText.ts';
import { createClient } from './client.ts';
import { comparison } from './comparison.ts';
import { documentSelector } from './documents.ts';
import { exchange } from './exchange/exchange.ts';
import { fixAllCommand } from './fixAll.ts';
import { grid } from './grid.ts';
import { reportLanguage } from './language.ts';
import { lastYearCommand } from './lastYear.ts';
import { newReportCommand } from './newReport.ts';
import { pageViews } from './pageViews.ts';
import { tablePasting } from './pasting.ts';
import { type Previews, previews } from './preview/previews.ts';
import { readinessStatus } from './readiness.ts';
import { reviewSheetCommand } from './reviewSheet.ts';
import { suppressionCommands } from './suppression.ts';
import { recomputeTotalsCommand, restoreTableCommand } from './tables.ts';

let stop: (() => Promise<void>) | undefined;

/** What the extension gives to others that ask for it: the tests. */
export interface Exports {
  readonly previews: Previews['all'];
  readonly dropping: vscode.DocumentDropEditProvider;
}

/** Starts the language server and keeps it; resolves when it answers. VS Code calls this. */
export async function activate(context: vscode.ExtensionContext): Promise<Exports> {
  const output = vscode.window.createOutputChannel('Nianbao 年报', { log: true });
  const server = createClient(
    context.asAbsolutePath('dist/server.js'),
    output,
    vscode.Uri.joinPath(context.extensionUri, 'docs', 'rules'),
  );
  stop = server.stop;
  const atHand = draftAtHand(documentSelector());
  const shown = previews(server, context.extensionUri, documentSelector(), atHand);
  const compared = comparison();
  const exchanged = exchange(server, atHand, documentSelector());
  context.subscriptions.push(
    output,
    atHand,
    reportLanguage(context.extension.packageJSON),
    suppressionCommands(context.extensionUri),
    newReportCommand(server, context.globalState),
    lastYearCommand(server, atHand),
    compared,
    cleanTextCommand(server, compared, atHand),
    restoreTableCommand(server, compared, atHand),
    recomputeTotalsCommand(server, atHand),
    fixAllCommand(atHand),
    tablePasting(server, documentSelector()),
    grid(server, documentSelector(), atHand),
    readinessStatus(server, documentSelector(), atHand),
    reviewSheetCommand(server, atHand),
    pageViews(server, atHand),
    shown,
    exchanged,
    vscode.commands.registerCommand('nianbao.restartServer', () => server.restart()),
  );
  await server.restart();
  return { previews: shown.all, dropping: exchanged.dropping };
}

/** Ends the language server. VS Code calls this. */
export function deactivate(): Promise<void> | undefined {
  return stop?.();
}
