import * as vscode from 'vscode';
import type { AtHand } from '../atHand.ts';
import type { Server } from '../client.ts';
import { reportDropping } from './drop.ts';
import { exportCommands } from './export.ts';
import { importCommand } from './import.ts';
import { createNotices } from './notices.ts';

/** The ways out of the editor and into it. */
export interface Exchange extends vscode.Disposable {
  /** What is offered for files that are dropped; for tests. */
  readonly dropping: vscode.DocumentDropEditProvider;
}

/** Export and import of reports: commands, and Word files that are dropped onto a draft. */
export function exchange(server: Server, atHand: AtHand, selector: readonly vscode.DocumentFilter[]): Exchange {
  const notices = createNotices();
  const { provider, registration } = reportDropping(server, notices, selector);
  const all = vscode.Disposable.from(
    notices,
    registration,
    exportCommands(server, notices, atHand),
    importCommand(server, notices),
  );
  return { dropping: provider, dispose: () => all.dispose() };
}
