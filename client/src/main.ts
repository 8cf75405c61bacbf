import * as vscode from 'vscode';
import { createClient } from './client.ts';

let stop: (() => Promise<void>) | undefined;

/** Starts the language server and keeps it; resolves when it answers. VS Code calls this. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const output = vscode.window.createOutputChannel('Nianbao 年报', { log: true });
  const server = createClient(context.asAbsolutePath('dist/server.js'), output);
  stop = server.stop;
  context.subscriptions.push(
    output,
    vscode.commands.registerCommand('nianbao.restartServer', () => server.restart()),
  );
  await server.restart();
}

/** Ends the language server. VS Code calls this. */
export function deactivate(): Promise<void> | undefined {
  return stop?.();
}
