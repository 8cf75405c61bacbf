import * as vscode from 'vscode';
import { requests } from '../../server/src/lsp/protocol.ts';
import type { NewReport } from '../../server/src/writing/newReport.ts';
import type { Server } from './client.ts';
import { exists } from './files.ts';

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
    // The language of reports in plain text: colours, and tabs that stay tabs.
    const language = wanted.language === 'markdown' ? 'markdown' : 'nianbao';
    const document = await newDocument(draft.name, language);
    const editor = await vscode.window.showTextDocument(document);
    await editor.insertSnippet(new vscode.SnippetString(draft.snippet), new vscode.Position(0, 0));
  });
}

/** A document that is not saved yet: of a free name in the first folder, so that it is saved there without a question. */
export async function newDocument(name: string, language: 'markdown' | 'nianbao'): Promise<vscode.TextDocument> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const free = folder && (await freeName(folder, name, language === 'markdown' ? 'md' : 'txt'));
  if (free === undefined) return vscode.workspace.openTextDocument({ language, content: '' });
  const document = await vscode.workspace.openTextDocument(free.with({ scheme: 'untitled' }));
  return document.languageId === language ? document : vscode.languages.setTextDocumentLanguage(document, language);
}

/** A name in a folder that neither a file nor an open document has. */
async function freeName(folder: vscode.Uri, name: string, ending: string): Promise<vscode.Uri | undefined> {
  for (let number = 1; number < 100; number++) {
    const uri = vscode.Uri.joinPath(folder, `${name}${number === 1 ? '' : `-${number}`}.${ending}`);
    const isOpen = vscode.workspace.textDocuments.some(({ uri: other }) => other.path === uri.path);
    if (!isOpen && !(await exists(uri))) return uri;
  }
  return undefined;
}

/** Asks what the report is of; undefined where the user has had enough. */
async function askFor(memory: vscode.Memento): Promise<NewReport | undefined> {
  const body = await vscode.window.showInputBox({
    title: vscode.l10n.t('New annual report: body'),
    prompt: vscode.l10n.t('Full name of the reporting body; may be left empty'),
    value: memory.get(BODY, ''),
  });
  if (body === undefined) return undefined;
  const kinds = [
    { label: vscode.l10n.t('Government'), value: 'government' as const },
    { label: vscode.l10n.t('Department'), value: 'department' as const },
    { label: vscode.l10n.t('Other'), value: 'other' as const },
  ];
  const likely = likelyKind(body);
  const kind = await pick(
    vscode.l10n.t('New annual report: kind of body'),
    [...kinds].sort((a, b) => Number(b.value === likely) - Number(a.value === likely)),
  );
  if (kind === undefined) return undefined;
  const last = new Date().getFullYear() - 1;
  const year = await pick(
    vscode.l10n.t('New annual report: year of the figures'),
    [last, last + 1, last - 1].map((value) => ({ label: String(value), value })),
  );
  if (year === undefined) return undefined;
  const language = await pick(vscode.l10n.t('New annual report: form'), [
    {
      label: 'Markdown',
      detail: vscode.l10n.t('Headings and tables with signs; can be read anywhere and becomes Word or a web page'),
      value: 'markdown' as const,
    },
    {
      label: vscode.l10n.t('Plain text'),
      detail: vscode.l10n.t('Tables with tabs, as they are pasted from Word and Excel and into web forms'),
      value: 'plaintext' as const,
    },
  ]);
  return language === undefined ? undefined : { body: body.trim(), kind, year, language };
}

/** What a body most likely is, by the end of its name: `云川市人民政府`, `青澜县教育局`. */
function likelyKind(body: string): NewReport['kind'] {
  if (/政府(?:办公厅|办公室)?$/.test(body.trim())) return /政府$/.test(body.trim()) ? 'government' : 'department';
  return /(?:局|委|委员会|厅|部|办|办公室|处|院|署|中心|管委会)$/.test(body.trim()) ? 'department' : 'government';
}

/** One of several, with its value. */
async function pick<T>(
  title: string,
  items: readonly (vscode.QuickPickItem & { readonly value: T })[],
): Promise<T | undefined> {
  return (await vscode.window.showQuickPick([...items], { title }))?.value;
}
