import * as vscode from 'vscode';
import type { Server } from './client.ts';

/** Where the name of the body is kept between sessions. */
const BODY = 'nianbao.body';

/** What the server makes of a new report. */
interface Draft {
  readonly text: string;
  readonly snippet: string;
}

/** The command that asks for body, kind, year and form, and opens a complete draft with a tab stop at every place to fill. */
export function newReportCommand(server: Server, memory: vscode.Memento): vscode.Disposable {
  return vscode.commands.registerCommand('nianbao.newReport', async () => {
    const body = await vscode.window.showInputBox({
      title: vscode.l10n.t('New annual report: body'),
      prompt: vscode.l10n.t('Full name of the reporting body; may be left empty'),
      value: memory.get(BODY, ''),
    });
    if (body === undefined) return;
    const kind = await pick(vscode.l10n.t('New annual report: kind of body'), [
      { label: vscode.l10n.t('Government'), value: 'government' },
      { label: vscode.l10n.t('Department'), value: 'department' },
      { label: vscode.l10n.t('Other'), value: 'other' },
    ]);
    if (kind === undefined) return;
    const last = new Date().getFullYear() - 1;
    const year = await pick(
      vscode.l10n.t('New annual report: year of the figures'),
      [last, last + 1, last - 1].map((value) => ({ label: String(value), value })),
    );
    if (year === undefined) return;
    const language = await pick(vscode.l10n.t('New annual report: form'), [
      { label: 'Markdown', value: 'markdown' as const },
      { label: vscode.l10n.t('Plain text'), value: 'plaintext' as const },
    ]);
    if (language === undefined) return;
    await memory.update(BODY, body.trim());
    const draft = await server.request<Draft>('nianbao/newReport', { body: body.trim(), kind, year, language });
    if (draft === undefined) return;
    const document = await vscode.workspace.openTextDocument({ language, content: '' });
    const editor = await vscode.window.showTextDocument(document);
    await editor.insertSnippet(new vscode.SnippetString(draft.snippet), new vscode.Position(0, 0));
  });
}

/** One of several, with its value. */
async function pick<T>(
  title: string,
  items: readonly { readonly label: string; readonly value: T }[],
): Promise<T | undefined> {
  return (await vscode.window.showQuickPick([...items], { title }))?.value;
}
