import * as vscode from 'vscode';
import { requests } from '../../server/src/lsp/protocol.ts';
import type { NewReport } from '../../server/src/writing/newReport.ts';
import type { Server } from './client.ts';

/** Where the name of the body is kept between sessions. */
const BODY = 'nianbao.body';

/**
 * The command that opens a complete draft with a tab stop at every place to fill in. It asks for body, kind, year and
 * form unless a key binding or another extension gives them.
 */
export function newReportCommand(server: Server, memory: vscode.Memento): vscode.Disposable {
  return vscode.commands.registerCommand('nianbao.newReport', async (given?: NewReport) => {
    const wanted = given ?? (await askFor(memory));
    if (wanted === undefined) return;
    await memory.update(BODY, wanted.body);
    const draft = await server.request(requests.newReport, wanted);
    if (draft === undefined) return;
    const document = await vscode.workspace.openTextDocument({
      // The language of reports in plain text: colours, and tabs that stay tabs.
      language: wanted.language === 'markdown' ? 'markdown' : 'nianbao',
      content: '',
    });
    const editor = await vscode.window.showTextDocument(document);
    await editor.insertSnippet(new vscode.SnippetString(draft.snippet), new vscode.Position(0, 0));
  });
}

/** Asks what the report is of; undefined where the user has had enough. */
async function askFor(memory: vscode.Memento): Promise<NewReport | undefined> {
  const body = await vscode.window.showInputBox({
    title: vscode.l10n.t('New annual report: body'),
    prompt: vscode.l10n.t('Full name of the reporting body; may be left empty'),
    value: memory.get(BODY, ''),
  });
  if (body === undefined) return undefined;
  const kind = await pick(vscode.l10n.t('New annual report: kind of body'), [
    { label: vscode.l10n.t('Government'), value: 'government' as const },
    { label: vscode.l10n.t('Department'), value: 'department' as const },
    { label: vscode.l10n.t('Other'), value: 'other' as const },
  ]);
  if (kind === undefined) return undefined;
  const last = new Date().getFullYear() - 1;
  const year = await pick(
    vscode.l10n.t('New annual report: year of the figures'),
    [last, last + 1, last - 1].map((value) => ({ label: String(value), value })),
  );
  if (year === undefined) return undefined;
  const language = await pick(vscode.l10n.t('New annual report: form'), [
    { label: 'Markdown', value: 'markdown' as const },
    { label: vscode.l10n.t('Plain text'), value: 'plaintext' as const },
  ]);
  return language === undefined ? undefined : { body: body.trim(), kind, year, language };
}

/** One of several, with its value. */
async function pick<T>(
  title: string,
  items: readonly { readonly label: string; readonly value: T }[],
): Promise<T | undefined> {
  return (await vscode.window.showQuickPick([...items], { title }))?.value;
}
